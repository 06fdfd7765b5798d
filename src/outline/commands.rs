//! What keys and taps do to where I am in the outline.

use std::collections::BTreeSet;

use leptos::prelude::*;
use model::{CardId, action};

use super::rows::RowKey;
use super::walk::{self, Step};
use crate::diagram::walk::Way;
use crate::diagram::{commands, part, select};
use crate::state::ProjectState;

/// Letters typed within this time are one word to be found, in milliseconds.
const ONE_WORD: f64 = 800.0;

/// Puts the keyboard on a row.
pub fn go_to(state: &ProjectState, row: &RowKey) {
    let view = state.session.view;
    if view.under.with_untracked(|under| *under != row.under) {
        view.under.set(row.under.clone());
    }
    commands::go_to(state, &row.card);
}

/// Follows an arrow, Home or End.
pub fn walk(state: &ProjectState, way: Way) {
    let Some(from) = here(state) else { return commands::go_in(state) };
    match state.outline.rows.with_untracked(|rows| walk::step(rows, &from, way)) {
        Some(Step::Go(row)) => go_to(state, &row),
        Some(Step::Open(card)) => part::open(state, &BTreeSet::from([card])),
        Some(Step::Close(card)) => part::close(state, &card),
        None => {}
    }
}

/// Takes the row one is on and the next one to the selection.
pub fn extend(state: &ProjectState, way: Way) {
    let Some(from) = here(state) else { return };
    let next = state.outline.rows.with_untracked(|rows| walk::step(rows, &from, way));
    state.session.selected.update(|selected| {
        selected.insert(from.card);
        if let Some(Step::Go(row)) = &next {
            selected.insert(row.card.clone());
        }
    });
    select::say_selected(state);
    if let Some(Step::Go(row)) = next {
        go_to(state, &row);
    }
}

/// Opens the row one is on and all beside it.
pub fn open_siblings(state: &ProjectState) {
    if let Some(from) = here(state) {
        part::open(state, &state.outline.rows.with_untracked(|rows| walk::siblings(rows, &from)));
    }
}

/// Goes to the next row that begins with what is typed.
pub fn find(state: &ProjectState, letter: &str) {
    let (now, Some(from)) = (js_sys::Date::now(), here(state)) else { return };
    let typed = state.outline.typed.try_update_value(|(typed, at)| {
        if now - *at > ONE_WORD {
            typed.clear();
        }
        *at = now;
        typed.push_str(letter);
        typed.clone()
    });
    let text = |card: &CardId| state.document.card_now(card).map(|card| card.text).unwrap_or_default();
    let found = state
        .outline
        .rows
        .with_untracked(|rows| walk::begins_with(rows, &from, &typed.unwrap_or_default(), text).cloned());
    if let Some(row) = found {
        go_to(state, &row);
    }
}

/// Takes a card away from the parent under which its row stands; elsewhere it stays.
pub fn remove_from_here(state: &ProjectState) {
    if let Some(RowKey { card, under: Some(parent) }) = here(state) {
        state.act(|_, _| Ok(action::unlink(&card, &parent)));
    }
}

fn here(state: &ProjectState) -> Option<RowKey> {
    state.outline.current.get_untracked()
}
