//! What `index.html` shows until the app has started.

use leptos::prelude::document;

/// The element's id in `index.html`.
const ID: &str = "starting";

/// Takes it away; a second call does nothing.
pub fn end() {
    if let Some(starting) = document().get_element_by_id(ID) {
        starting.remove();
    }
}
