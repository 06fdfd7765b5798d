//! Copy, cut and paste of cards, as an outline that other programs can read.

use exchange::fragment;
use exchange::outline::{Ground, Outline, write_branches};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use model::action::{self, Board, Fragment, Pen, Refusal, Spot};
use model::{CardId, Edit, Level};
use web_sys::ClipboardEvent;

use super::commands;
use super::keys::Command;
use crate::language::say;
use crate::random::random;
use crate::state::ProjectState;
use crate::state::session::{Dialog, LAST, Notice, REFUSED};
use crate::ui::later::now_or_soon;

/// The most cards of one paste. With the most text they still fit in one message to the relay, and a phone opens them.
pub const MOST_CARDS: usize = 5_000;
/// The most text of one paste, in bytes.
pub const MOST_BYTES: usize = 1 << 20;

/// What sees to the clipboard itself.
const FIELDS: &str = "textarea, button, input, a";
/// Where the keyboard is on cards.
const CARDS: &str = "[data-cards]";

/// Hears copy, cut and paste for the whole page. Where no text is selected, the target of such an event is what has the
/// keyboard in Chromium and WebKit, but the page itself in Firefox; and a paste is also heard where the keyboard is on
/// nothing, as in a project that is still empty.
pub fn hear(state: ProjectState) {
    use leptos::ev;
    let free = move || state.session.dialog.with_untracked(Option::is_none) && !keyboard_is_in(FIELDS);
    let on_cards = move || free() && keyboard_is_in(CARDS);
    let heard = [
        window_event_listener(ev::copy, move |event| {
            if on_cards() {
                copy(&state, &event);
            }
        }),
        window_event_listener(ev::cut, move |event| {
            if on_cards() && copy(&state, &event) {
                commands::run(&state, Command::Delete);
            }
        }),
        window_event_listener(ev::paste, move |event| {
            if free() && !event.default_prevented() {
                paste(&state, &event);
            }
        }),
    ];
    on_cleanup(move || heard.into_iter().for_each(|heard| heard.remove()));
}

fn keyboard_is_in(part: &str) -> bool {
    document().active_element().is_some_and(|active| active.closest(part).ok().flatten().is_some())
}

/// Puts the cards one acts on, and what is under them, on the clipboard; true when they are there.
fn copy(state: &ProjectState, event: &ClipboardEvent) -> bool {
    let subjects = state.session.subjects();
    if subjects.is_empty() {
        return false;
    }
    // In this turn, and so not from a chunk: the clipboard takes nothing once the event is over.
    let (text, cards) = state.document.with_board(|board| {
        (write_branches(board, &subjects), fragment::to_json(&action::fragment(board, &subjects)))
    });
    let Some(data) = event.clipboard_data() else { return false };
    // Without access to the clipboard the browser says so itself. Other programs take the text; a project takes the
    // cards with all that is said of them.
    let copied = data.set_data("text/plain", &text).is_ok();
    data.set_data(fragment::TYPE, &cards).ok();
    event.prevent_default();
    if copied {
        state.session.live.say(say().cards_copied(subjects.len()));
    }
    copied
}

/// Asks whether pasted lines should become cards: inside the card one is on, or among the ideas not linked yet.
fn paste(state: &ProjectState, event: &ClipboardEvent) {
    if !state.may_edit() {
        return;
    }
    let (cards, text) = (pasted_cards(event), pasted(event));
    match cards {
        Some(cards) => {
            event.prevent_default();
            let state = *state;
            let failed = move |done: Result<(), SplitLoaderError>| {
                if done.is_err() {
                    state.session.notify(Notice::text(say().ui_later_failed()));
                }
            };
            now_or_soon(cards_pasted(state, cards, text), failed);
        }
        None if text.trim().is_empty() => {
            event.prevent_default();
            state.session.notify(Notice::text(say().paste_no_text()).about(REFUSED));
        }
        None => {
            event.prevent_default();
            ask(state, text);
        }
    }
}

/// Puts cards in that another project gave; what is none is pasted as text. Fetched when it is first needed.
#[wasm_split(beside, wasm_split_path = leptos::wasm_split, fallible)]
fn cards_pasted(state: ProjectState, cards: String, text: String) -> Result<(), SplitLoaderError> {
    match fragment::from_json(&cards).ok().filter(|fragment| !fragment.cards.is_empty()) {
        Some(cards) if cards.cards.len() > MOST_CARDS => {
            let words = say().paste_too_many(cards.cards.len(), MOST_CARDS);
            state.session.notify(Notice::text(words).about(REFUSED));
        }
        Some(cards) => put_in(&state, &cards),
        None if text.trim().is_empty() => {}
        None => ask(&state, text),
    }
    Ok(())
}

fn ask(state: &ProjectState, text: String) {
    let spot = state.document.with_board(|board| {
        let current = state.session.current.get_untracked();
        let inside = current.as_ref().and_then(|card| action::child_spot(board, card).ok());
        let below = current.as_ref().and_then(|card| action::sibling_spot(board, card).ok());
        inside.or(below).unwrap_or_else(|| action::column_spot(board, model::Level::Idea))
    });
    state.session.dialog.set(Some(Dialog::Paste(spot, text)));
}

/// The cards of a project that a paste brings.
fn pasted_cards(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data(fragment::TYPE).ok().filter(|text| !text.is_empty())
}

/// Puts cards in under the card one is on, or under the nearest above it where their level allows.
fn put_in(state: &ProjectState, cards: &Fragment) {
    let onto = state.document.with_board(|board| {
        let level = cards.cards.first().map(|card| card.level)?;
        let mut onto = state.session.current.get_untracked();
        while let Some(card) = onto {
            if level == Level::Aim || board.structure.level(&card).is_some_and(|above| level.can_drive(above))
            {
                return Some(card);
            }
            onto = board.structure.home(&card).cloned();
        }
        None
    });
    grafted(state, onto, cards);
}

/// Makes the same cards once more, with what hangs only from them, beside the first of them.
pub fn duplicate(state: &ProjectState) {
    let subjects = state.session.subjects();
    let Some(first) = subjects.first() else { return };
    if state.document.structure.with_untracked(|structure| structure.aim() == Some(first)) {
        return state.session.notify(Notice::refusal(Refusal::Aim));
    }
    let home = state.document.structure.with_untracked(|structure| structure.home(first).cloned());
    let cards = state.document.with_board(|board| action::fragment(board, &subjects));
    grafted(state, home, &cards);
}

fn grafted(state: &ProjectState, onto: Option<CardId>, cards: &Fragment) {
    add(state, cards.cards.len(), |board, pen| {
        action::graft(board, onto.as_ref(), cards, || CardId::from_random(random()), pen)
    });
}

/// Adds so many cards as one step, goes to the first of them, and offers to take them back.
fn add(state: &ProjectState, count: usize, edit: impl FnOnce(Board<'_>, &Pen) -> Edit) {
    let mut first = None;
    let done = state.act(|board, pen| {
        let edit = edit(board, pen);
        first = first_made(&edit);
        Ok(edit)
    });
    if let Some(first) = first.filter(|_| done) {
        state.session.selected.set(Default::default());
        commands::go_to(state, &first);
        let words = say().cards_added(count);
        let undo = *state;
        state.session.notify(Notice::text(words).about(LAST).with(say().project_undo(), move || undo.undo()));
    }
}

fn first_made(edit: &Edit) -> Option<CardId> {
    edit.changes.iter().find_map(|change| match change {
        model::Change::AddCard(card) => Some(card.id.clone()),
        _ => None,
    })
}

/// The text that a paste brings; pictures and formatting are left behind.
pub fn pasted(event: &ClipboardEvent) -> String {
    event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default()
}

/// Whether a pasted text is more than one line of words.
pub fn has_lines(text: &str) -> bool {
    text.lines().filter(|line| !line.trim().is_empty()).nth(1).is_some()
}

/// What the lines would become at a spot, or why they cannot.
pub fn read(state: &ProjectState, spot: &Spot, text: &str) -> Result<Outline, String> {
    let outline = state.document.with_board(|board| Outline::parse_at(text, Ground::at(board, spot)));
    let outline = outline.map_err(|fault| fault.to_string())?;
    match too_much(&outline) {
        Some(words) => Err(words),
        None => Ok(outline),
    }
}

/// Why an outline is too much for one paste, if it is.
fn too_much(outline: &Outline) -> Option<String> {
    let (cards, bytes) =
        (outline.cards.len(), outline.cards.iter().map(|card| card.text.len()).sum::<usize>());
    if cards > MOST_CARDS {
        return Some(say().paste_too_many(cards, MOST_CARDS));
    }
    (bytes > MOST_BYTES).then(|| say().paste_too_long().to_owned())
}

/// Makes an outline into cards at a spot, as one edit and one step of undo.
pub fn make_cards(state: &ProjectState, spot: &Spot, outline: &Outline) {
    add(state, outline.cards.len(), |board, pen| {
        outline.edit((board, spot), pen, || CardId::from_random(random()))
    });
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use document::{Document, protocol::limits::MESSAGE_BYTES};
    use model::{Project, Structure};

    use super::*;

    #[test]
    fn k5_the_most_that_is_pasted_at_once_fits_in_one_message() {
        let text = format!("> {}\n", "word ".repeat(MOST_BYTES / MOST_CARDS / 5)).repeat(MOST_CARDS);
        let (project, structure) = (Project::default(), Structure::of(&Project::default()));
        let board = Board::of(&project, &structure);
        let spot = action::column_spot(board, Level::Idea);
        let outline = Outline::parse_at(&text, Ground::at(board, &spot)).unwrap();
        assert_eq!(too_much(&outline), None);
        let mut ids = 0;
        let edit = outline.edit((board, &spot), &Pen { by: "Sam".into(), at: 1.0, jitter: 7 }, || {
            ids += 1;
            CardId::from_random(ids)
        });
        let written = Document::new(1, Arc::new(|| 1)).write(&edit);
        assert!(written.update.len() < MESSAGE_BYTES, "{}", written.update.len());
        let more = Outline::parse_at(&format!("{text}> one more"), Ground::at(board, &spot)).unwrap();
        assert_eq!(too_much(&more), Some(say().paste_too_many(MOST_CARDS + 1, MOST_CARDS)));
        let long = Outline::parse_at(&"letter".repeat(MOST_BYTES), Ground::at(board, &spot)).unwrap();
        assert_eq!(too_much(&long).as_deref(), Some(say().paste_too_long()));
    }

    #[test]
    fn k5_one_pasted_line_is_text_and_several_are_cards() {
        for (text, lines) in
            [("One", false), ("\n One \n\n", false), ("One\nTwo", true), ("\n\nOne\n\n  Two", true)]
        {
            assert_eq!(has_lines(text), lines, "{text:?}");
        }
    }
}
