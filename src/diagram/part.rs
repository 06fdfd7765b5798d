//! Which part of the diagram is on the screen: branches closed and opened, one branch alone, what fits a filter.

use std::collections::BTreeSet;

use leptos::prelude::*;
use model::shown::Filter;
use model::{CardId, Structure};

use crate::state::ProjectState;

/// Draws anew whenever somebody wants to see another part, or other colours.
pub fn follow(state: ProjectState) {
    let view = state.session.view;
    Effect::new(move |before: Option<()>| {
        view.closed.track();
        view.colour_by.track();
        if before.is_some() {
            state.picture.look_again(&state);
        }
    });
    // What fits a filter, or hangs from one card, is another diagram: one sees it from its top. Who leaves a branch
    // for a card elsewhere sees that card.
    Effect::new(move |before: Option<Filter>| {
        let (alone, filter) = (view.focus.with(Option::is_some), view.filter.get());
        if let Some(before) = before {
            state.picture.look_again(&state);
            if alone || filter != before {
                state.picture.fit_width();
            }
        }
        filter
    });
}

/// Shows again what hangs from cards.
pub fn open(state: &ProjectState, cards: &BTreeSet<CardId>) {
    let closed = state.session.view.closed;
    if closed.with_untracked(|closed| cards.iter().any(|card| closed.contains(card))) {
        closed.update(|closed| closed.retain(|card| !cards.contains(card)));
    }
}

/// Hides what hangs from a card.
pub fn close(state: &ProjectState, card: &CardId) {
    let hangs = state.document.structure.with_untracked(|structure| !structure.children(card).is_empty());
    if hangs {
        state.session.view.closed.update(|closed| {
            closed.insert(card.clone());
        });
        state.picture.look_again(state);
        let gone = |current: &CardId| {
            state.picture.structure.with_untracked(|structure| structure.seat(current).is_none())
        };
        if state.session.current.with_untracked(|current| current.as_ref().is_some_and(gone)) {
            state.session.current.set(Some(card.clone()));
        }
    }
}

/// Makes sure that a new card will be seen: under that parent, or with none in its column.
pub fn make_way(state: &ProjectState, parent: Option<&CardId>) {
    let mut above = BTreeSet::new();
    if let Some(parent) = parent {
        above = state.document.structure.with_untracked(|structure| ancestors(structure, parent));
        above.insert(parent.clone());
        open(state, &above);
    }
    let focus = state.session.view.focus;
    if focus.with_untracked(|focus| focus.as_ref().is_some_and(|focus| !above.contains(focus))) {
        focus.set(None);
    }
}

/// Opens what is closed, closes what is open.
pub fn turn(state: &ProjectState, card: &CardId) {
    if state.session.view.closed.with_untracked(|closed| closed.contains(card)) {
        open(state, &BTreeSet::from([card.clone()]));
    } else {
        close(state, card);
    }
}

/// Opens everything that is closed.
pub fn open_all(state: &ProjectState) {
    state.session.view.closed.set(BTreeSet::new());
}

/// Shows one branch alone; asked for again on the same card, everything.
pub fn focus(state: &ProjectState, card: &CardId) {
    let view = state.session.view;
    let again = view.focus.with_untracked(|focus| focus.as_ref() == Some(card));
    view.focus.set((!again).then(|| card.clone()));
}

/// Shows a card one goes to, if it is hidden: opens what it hangs from, and leaves a branch it is not in. A filter leaves
/// the card one is in by itself.
pub fn reveal(state: &ProjectState, card: &CardId) {
    let is_in = |structure: &Structure| structure.seat(card).is_some();
    let hidden = || !state.picture.structure.with_untracked(|structure| is_in(structure));
    if !hidden() || !state.document.structure.with_untracked(|structure| is_in(structure)) {
        return;
    }
    let above = state.document.structure.with_untracked(|structure| ancestors(structure, card));
    open(state, &above);
    state.picture.look_again(state);
    if hidden() {
        state.session.view.focus.set(None);
        state.picture.look_again(state);
    }
}

fn ancestors(structure: &Structure, card: &CardId) -> BTreeSet<CardId> {
    let mut above = BTreeSet::new();
    let mut waiting = structure.parents(card).to_vec();
    while let Some(parent) = waiting.pop() {
        waiting.extend_from_slice(structure.parents(&parent));
        above.insert(parent);
    }
    above
}
