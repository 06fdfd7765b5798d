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
    /// The same cards with nothing closed: the outline closes rows itself.
    pub open: Arc<Structure>,
    /// The closed cards, with the number of cards hidden below each.
    pub hidden_below: BTreeMap<CardId, usize>,
    /// The cards that fit the filter; none where there is no filter.
    pub matches: Option<BTreeSet<CardId>>,
    /// How many cards the whole diagram has.
    pub of: usize,
}

impl Part {
    /// What is shown of a diagram, and how much of it that is.
    pub(super) fn of(state: &ProjectState, whole: Structure) -> (Structure, Part) {
        let view = state.session.view.part(state.session.current.get_untracked());
        let filtered = !view.filter.is_empty();
        let of = whole.len();
        if !filtered && view.focus.is_none() && view.collapsed.is_empty() {
            let open = Arc::new(whole.clone());
            return (whole, Part { open, of, ..Part::default() });
        }
        state.document.with_project(|project| {
            let Shown { structure, hidden_below, matches, of } = shown(project, &whole, &view);
            let open = match view.collapsed.is_empty() {
                true => structure.clone(),
                false => shown(project, &whole, &View { collapsed: BTreeSet::new(), ..view }).structure,
            };
            let matches = filtered.then_some(matches);
            (structure, Part { open: Arc::new(open), hidden_below, matches, of })
        })
    }

    /// How many cards fit, where not all are shown.
    pub fn shown(&self) -> Option<usize> {
        let shown = self.matches.as_ref().map_or(self.open.len(), BTreeSet::len);
        (shown < self.of).then_some(shown)
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
