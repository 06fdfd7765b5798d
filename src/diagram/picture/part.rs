//! Which part of the diagram is shown: what is closed, in focus, or fits the filter.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;
use model::shown::{Shown, View, shown};
use model::{CardId, Structure};

use crate::state::ProjectState;

/// How much of the diagram is shown, and what is closed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// The closed cards, with the number of cards hidden below each.
    pub hidden_below: BTreeMap<CardId, usize>,
    /// The cards that fit the filter; none where there is no filter.
    pub matches: Option<BTreeSet<CardId>>,
    /// How many cards are shown, or fit the filter; those below closed cards count.
    shown: usize,
    /// How many cards the whole diagram has.
    pub of: usize,
}

/// What is shown, what would be with nothing closed (the outline closes rows itself), and how much that is.
pub(super) struct Structures {
    pub(super) shown: Arc<Structure>,
    pub(super) open: Arc<Structure>,
    pub(super) part: Part,
}

impl Part {
    /// What is shown of a diagram, and how much of it that is.
    pub(super) fn of(state: &ProjectState, whole: Arc<Structure>) -> Structures {
        let draft =
            state.picture.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.card.id.clone()));
        let view = state.session.view.part(draft.or_else(|| state.session.current.get_untracked()));
        let filtered = !view.filter.is_empty();
        let of = whole.len();
        if !filtered && view.focus.is_none() && view.collapsed.is_empty() {
            let part = Part { shown: of, of, ..Part::default() };
            return Structures { shown: whole.clone(), open: whole, part };
        }
        state.document.with_project(|project| {
            let Shown { structure, hidden_below, matches, of } = shown(project, &whole, &view);
            let shown_now = Arc::new(structure);
            let open = match view.collapsed.is_empty() {
                true => shown_now.clone(),
                false => {
                    Arc::new(shown(project, &whole, &View { collapsed: BTreeSet::new(), ..view }).structure)
                }
            };
            let count = if filtered { matches.len() } else { open.len() };
            let part = Part { hidden_below, matches: filtered.then_some(matches), shown: count, of };
            Structures { shown: shown_now, open, part }
        })
    }

    /// How many cards fit, where not all are shown.
    pub fn shown(&self) -> Option<usize> {
        (self.shown < self.of).then_some(self.shown)
    }

    /// Whether every card is shown.
    pub fn is_whole(&self) -> bool {
        self.hidden_below.is_empty() && self.shown().is_none()
    }

    /// Whether a card is only there because others that fit hang from it.
    pub fn is_context(&self, card: &CardId) -> bool {
        self.matches.as_ref().is_some_and(|matches| !matches.contains(card))
    }
}
