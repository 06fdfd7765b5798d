//! Deleting cards, and what is offered afterwards.

use std::collections::BTreeSet;

use leptos::prelude::*;
use model::{CardId, action};

use super::commands::go_to;
use crate::state::ProjectState;
use crate::state::session::{DELETED, Notice};

/// Deletes the cards one acts on, and offers to take it back or to keep what hung from them.
pub fn delete(state: &ProjectState) {
    let cards = state.session.subjects();
    let Some(first) = cards.first().cloned() else { return };
    let next = neighbour(state, &first);
    let mut all = Vec::new();
    let done = state.act(|board, pen| {
        let (edit, gone) = action::delete(board, &cards, pen)?;
        all = gone;
        Ok(edit)
    });
    if done {
        state.session.selected.set(BTreeSet::new());
        match next {
            Some(next) => go_to(state, &next),
            None => state.session.current.set(None),
        }
        state.session.notify(deleted_notice(state, &cards, all));
    }
}

fn neighbour(state: &ProjectState, card: &CardId) -> Option<CardId> {
    let structure = state.document.structure.get_untracked();
    let siblings = structure.siblings(card, structure.home(card));
    let place = siblings.iter().position(|sibling| sibling == card)?;
    let beside = siblings.get(place + 1).or(place.checked_sub(1).and_then(|at| siblings.get(at)));
    beside.or(structure.home(card)).cloned().or_else(|| structure.aim().cloned())
}

fn deleted_notice(state: &ProjectState, cards: &[CardId], gone: Vec<CardId>) -> Notice {
    let state = *state;
    let name = cards
        .first()
        .and_then(|card| state.document.card_now(card))
        .map(|card| card.text)
        .unwrap_or_default();
    let name: String = name.chars().take(60).collect();
    let under = gone.iter().filter(|card| !cards.contains(card)).count();
    let subject = if cards.len() > 1 { format!("{} cards", cards.len()) } else { format!("“{name}”") };
    let words = match under {
        0 => format!("Deleted {subject}."),
        1 => format!("Deleted {subject} and 1 card under it."),
        more => format!("Deleted {subject} and {more} cards under it."),
    };
    let all = gone.clone();
    let notice =
        Notice::text(words).about(DELETED).with("Undo", move || state.dispatch(&action::restore(&all)));
    if under == 0 || cards.len() > 1 {
        return notice;
    }
    notice.with("Keep what was under it", move || state.dispatch(&action::keep(&gone)))
}
