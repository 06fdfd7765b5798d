//! Says that a newer version of the app is there. Nobody is torn out of what they do: it is loaded when they ask.

use leptos::prelude::window;

use super::notice::{Action, Notices};
use crate::language::say;

/// Says so, until it is closed or the page is loaded again.
pub fn offer(notices: Notices) {
    let reload = Action::new(say().update_reload(), || drop(window().location().reload()));
    notices.offer_until_closed(say().update_ready(), vec![reload]);
}
