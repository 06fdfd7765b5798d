//! Says that a newer version of the app is there. Nobody is torn out of what they do: it is loaded when they ask.

use leptos::prelude::window;

use super::notice::{Action, Notices};

/// Says so, until it is closed or the page is loaded again.
pub fn say(notices: Notices) {
    let reload = Action::new("Reload", || drop(window().location().reload()));
    notices.offer_until_closed("A new version of Tributary is ready. Nothing is lost when you reload.", vec![reload]);
}
