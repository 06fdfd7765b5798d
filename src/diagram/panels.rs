//! What opens beside the diagram, with the keyboard in it.

use leptos::prelude::*;
use model::CardId;

use super::badges::Part;
use super::commands::finish;
use crate::state::ProjectState;
use crate::state::session::Panel;
use crate::ui::{after_paint, later};

/// Opens the filter with the keyboard in its field.
pub(super) fn find(state: &ProjectState) {
    finish(state);
    state.session.view.filtering.set(true);
    focus_soon(vec!["[data-filter-text]".into()]);
}

/// Opens the details of the card one is on, with the keyboard in them; asked for again from there, goes back.
pub(super) fn details(state: &ProjectState) {
    if state.session.panel.get_untracked() == Some(Panel::Details) {
        finish(state);
        state.session.panel.set(None);
    } else {
        note(state);
    }
}

/// Opens the details with the note ready to be written.
pub(super) fn note(state: &ProjectState) {
    finish(state);
    state.session.panel.set(Some(Panel::Details));
    // Who may only read has no note to write: the heading, then.
    focus_soon(vec!["[data-card-note]".into(), "[data-details-title]".into()]);
}

/// Opens the details of a card at one of its lists.
pub fn open_part(state: &ProjectState, card: &CardId, part: Part) {
    finish(state);
    state.session.current.set(Some(card.clone()));
    state.session.panel.set(Some(Panel::Details));
    focus_soon(vec![format!("[data-part={}]", part.name())]);
}

/// Gives the focus to the first of these that will be on the page after the next paint.
fn focus_soon(selectors: Vec<String>) {
    after_paint(move || later::focus_first(selectors));
}
