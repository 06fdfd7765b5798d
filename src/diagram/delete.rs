//! Deleting cards, and what is offered afterwards.

use std::collections::BTreeSet;

use leptos::prelude::*;
use model::{CardId, Structure, action};

use super::called::short_name;
use super::commands::go_to;
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::{DELETED, Notice};

/// Deletes the cards one acts on, and offers to take it back or to keep what hung from them.
pub fn delete(state: &ProjectState) {
    let cards = state.session.subjects();
    let current = state.session.current.get_untracked().filter(|current| cards.contains(current));
    let Some(from) = current.or_else(|| cards.first().cloned()) else { return };
    let before = state.document.structure.get_untracked();
    let mut all = Vec::new();
    let done = state.act(|board, pen| {
        let (edit, gone) = action::delete(board, &cards, pen)?;
        all = gone;
        Ok(edit)
    });
    if done {
        state.session.selected.set(BTreeSet::new());
        let stays = state
            .session
            .current
            .with_untracked(|current| current.as_ref().is_some_and(|current| !all.contains(current)));
        match nearest(&before, &from, &all) {
            _ if stays => {}
            Some(next) => go_to(state, &next),
            None => state.session.current.set(None),
        }
        state.session.notify(deleted_notice(state, &cards, all));
    }
}

/// The card to go to from one that is gone: the next sibling that stays, else the one before, else what it worked on,
/// else the aim.
fn nearest(structure: &Structure, card: &CardId, gone: &[CardId]) -> Option<CardId> {
    let gone: BTreeSet<&CardId> = gone.iter().collect();
    let stays = |card: &&CardId| !gone.contains(*card);
    let siblings = structure.siblings(card, structure.home(card));
    let place = siblings.iter().position(|sibling| sibling == card).unwrap_or_default();
    let beside = siblings[place..].iter().find(stays).or_else(|| siblings[..place].iter().rfind(stays));
    let home = || structure.home(card).filter(stays);
    beside.or_else(home).or_else(|| structure.aim()).cloned()
}

fn deleted_notice(state: &ProjectState, cards: &[CardId], gone: Vec<CardId>) -> Notice {
    let state = *state;
    let name = cards.first().map(|card| short_name(&state, card)).unwrap_or_default();
    let chosen: BTreeSet<&CardId> = cards.iter().collect();
    let under = gone.iter().filter(|card| !chosen.contains(card)).count();
    let chosen = gone.len() - under;
    let words =
        if chosen > 1 { say().cards_deleted(under, chosen) } else { say().card_deleted(under, &name) };
    let all = gone.clone();
    let notice = Notice::text(words)
        .about(DELETED)
        .with(say().project_undo(), move || state.dispatch(&action::restore(&all)));
    if under == 0 || cards.len() > 1 {
        return notice;
    }
    notice.with(say().card_keep_under(), move || state.dispatch(&action::keep(&gone)))
}

#[cfg(test)]
mod tests {
    use model::Level;

    use super::super::cases::{self, id};
    use super::*;

    #[test]
    fn k1_after_a_deletion_one_is_on_the_nearest_card_that_stays() {
        let mut rows = vec![("aim", "", Level::Aim)];
        rows.extend(["a", "b", "c", "d"].map(|card| (card, "aim", Level::Primary)));
        let structure = cases::structure(&rows);
        for (from, gone, expected) in [
            ("a", "a", "b"),
            ("b", "a b", "c"),
            ("a", "a b", "c"),
            ("d", "c d", "b"),
            ("c", "a b c d", "aim"),
        ] {
            let gone: Vec<CardId> = gone.split(' ').map(id).collect();
            assert_eq!(nearest(&structure, &id(from), &gone), Some(id(expected)), "{from} {gone:?}");
        }
    }
}
