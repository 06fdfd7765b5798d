//! Copy, cut and paste of cards, as an outline that other programs can read.

use exchange::outline::{Ground, Outline, write_branches};
use leptos::prelude::*;
use model::action::{self, Spot};
use model::{CardId, Edit};
use web_sys::ClipboardEvent;

use super::commands;
use super::keys::Command;
use crate::random::random;
use crate::state::ProjectState;
use crate::state::session::Dialog;

/// Puts the cards one acts on, and what is under them, on the clipboard.
pub fn copy(state: &ProjectState, event: &ClipboardEvent) {
    let subjects = state.session.subjects();
    if super::canvas::in_field(event) || subjects.is_empty() {
        return;
    }
    let text = state.document.with_board(|board| write_branches(board, &subjects));
    if let Some(data) = event.clipboard_data() {
        // Without access to the clipboard the browser says so itself.
        data.set_data("text/plain", &text).ok();
        event.prevent_default();
    }
}

/// Copies, then deletes.
pub fn cut(state: &ProjectState, event: &ClipboardEvent) {
    if !super::canvas::in_field(event) {
        copy(state, event);
        commands::run(state, Command::Delete);
    }
}

/// Asks whether pasted lines should become cards: inside the card one is on, or among the ideas not linked yet.
pub fn paste(state: &ProjectState, event: &ClipboardEvent) {
    if super::canvas::in_field(event) || !state.may_edit() {
        return;
    }
    let text = pasted(event);
    if text.trim().is_empty() {
        return;
    }
    event.prevent_default();
    let spot = state.document.with_board(|board| {
        let current = state.session.current.get_untracked();
        let inside = current.as_ref().and_then(|card| action::child_spot(board, card).ok());
        let below = current.as_ref().and_then(|card| action::sibling_spot(board, card).ok());
        inside.or(below).unwrap_or_else(|| action::column_spot(board, model::Level::Idea))
    });
    state.session.dialog.set(Some(Dialog::Paste(spot, text)));
}

/// The text that a paste brings; pictures and formatting are left behind.
pub fn pasted(event: &ClipboardEvent) -> String {
    event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default()
}

/// Whether a pasted text is more than one line of words.
pub fn has_lines(text: &str) -> bool {
    text.lines().filter(|line| !line.trim().is_empty()).nth(1).is_some()
}

/// What the lines would become at a spot, or which line cannot be read and why.
pub fn read(state: &ProjectState, spot: &Spot, text: &str) -> Result<Outline, String> {
    let outline = state.document.with_board(|board| Outline::parse_at(text, Ground::at(board, spot)));
    outline.map_err(|fault| fault.to_string())
}

/// Makes an outline into cards at a spot, as one edit.
pub fn make_cards(state: &ProjectState, spot: &Spot, outline: &Outline) {
    let mut first = None;
    let done = state.act(|board, pen| {
        let edit: Edit = outline.edit((board, spot), pen, || CardId::from_random(random()));
        first = edit.changes.iter().find_map(|change| match change {
            model::Change::AddCard(card) => Some(card.id.clone()),
            _ => None,
        });
        Ok(edit)
    });
    if let Some(first) = first.filter(|_| done) {
        commands::go_to(state, &first);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k5_one_pasted_line_is_text_and_several_are_cards() {
        for (text, lines) in
            [("One", false), ("\n One \n\n", false), ("One\nTwo", true), ("\n\nOne\n\n  Two", true)]
        {
            assert_eq!(has_lines(text), lines, "{text:?}");
        }
    }
}
