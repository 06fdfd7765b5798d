//! Several cards at once.

use std::collections::BTreeSet;

use leptos::prelude::*;
use model::{CardId, Structure};

use super::commands::go_to;
use super::walk::Way;
use crate::language::say;
use crate::state::ProjectState;

/// Takes a card into the selection, or out of it.
pub(super) fn toggle(state: &ProjectState, card: CardId) {
    state.session.selected.update(|selected| {
        if !selected.remove(&card) {
            selected.insert(card);
        }
    });
    say_selected(state);
}

/// What is done next is done to that card: a selection that it is not in ends.
pub fn take_up(state: &ProjectState, card: &CardId) {
    let other = state.session.selected.with_untracked(|selected| !selected.contains(card));
    if other {
        state.session.selected.set(BTreeSet::new());
    }
}

/// Takes a card to the selection, with the one that one was on: that was all that was selected until now.
pub fn select_too(state: &ProjectState, was_on: Option<CardId>, card: CardId) {
    state.session.selected.update(|selected| {
        if selected.is_empty() {
            selected.extend(was_on.filter(|was_on| *was_on != card));
        }
    });
    state.session.current.set(Some(card.clone()));
    toggle(state, card);
}

/// Says how many cards are selected.
pub fn say_selected(state: &ProjectState) {
    let count = state.session.selected.with_untracked(BTreeSet::len);
    state.session.live.say(say().cards_selected(count));
}

/// Takes the card one is on and the next one to the selection.
pub(super) fn extend(state: &ProjectState, card: CardId, way: Way) {
    let structure = state.picture.structure.get_untracked();
    let next = state.session.trail.try_update_value(|trail| trail.step(&structure, &card, way)).flatten();
    state.session.selected.update(|selected| {
        selected.insert(card);
        selected.extend(next.clone());
    });
    say_selected(state);
    if let Some(next) = next {
        go_to(state, &next);
    }
}

/// Selects the column of the card one is on; asked for again, everything.
pub(super) fn select_column(state: &ProjectState) {
    let structure = state.picture.structure.get_untracked();
    let current = state.session.current.get_untracked().or_else(|| structure.aim().cloned());
    let Some(level) = current.and_then(|card| structure.level(&card)) else { return };
    let column: BTreeSet<CardId> = structure.column(level).into_iter().collect();
    let all = || structure.cards().map(|(card, _)| card.clone()).collect();
    let again = state.session.selected.with_untracked(|selected| *selected == column);
    state.session.selected.set(if again { all() } else { column });
    say_selected(state);
}

/// Selects everything that is shown.
pub(super) fn select_all(state: &ProjectState) {
    let all = |structure: &Structure| structure.cards().map(|(card, _)| card.clone()).collect();
    state.session.selected.set(state.picture.structure.with_untracked(|structure| all(structure)));
    say_selected(state);
}
