//! Which cards of a diagram are shown: branches collapsed, one branch in focus, what fits a filter (rules L13 to L16).

mod filter;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::{id::CardId, project::Project, structure::Structure};
pub use filter::{Choices, Filter, choices};

/// What somebody wants to see of a diagram; nothing of it is written into the project.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// Cards below which everything is folded away. One that is not there, or has nothing below it, counts for nothing.
    pub collapsed: BTreeSet<CardId>,
    /// The card whose branch alone is shown; one that is not there counts for nothing.
    pub focus: Option<CardId>,
    /// What the shown cards have in common.
    pub filter: Filter,
    /// A card that a filter leaves in sight whatever it says, because somebody is in it.
    pub also: Option<CardId>,
}

/// What is shown of a diagram.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shown {
    /// The shown cards and the links between them, as sound as the whole: for layout, outline and walking.
    pub structure: Structure,
    /// The collapsed cards that are shown, each with the number of cards that are folded away below it: 0 where all of
    /// them are shown elsewhere too.
    pub hidden_below: BTreeMap<CardId, usize>,
    /// The shown cards that fit the filter themselves; the others are shown as their context. Without a filter, all.
    pub matches: BTreeSet<CardId>,
    /// How many cards the whole diagram has.
    pub of: usize,
}

impl Shown {
    /// Whether no card of the diagram is left out.
    pub fn is_whole(&self) -> bool {
        self.structure.len() == self.of
    }
}

/// What a view shows of a project. The structure is that of the project.
///
/// A filter looks into collapsed branches too; in focus it looks only there. The aim is always shown.
pub fn shown(project: &Project, structure: &Structure, view: &View) -> Shown {
    if *view == View::default() {
        return whole(structure);
    }
    let graph = Graph::of(structure);
    let in_focus = graph.in_focus(view);
    let (shown, open, matches);
    if view.filter.is_empty() {
        open = graph.open(view);
        shown = graph.reached(&in_focus, &open);
        matches = shown.clone();
    } else {
        open = vec![true; graph.ids.len()];
        matches = graph.matching(project, &view.filter, &in_focus);
        let mut wanted = matches.clone();
        if let Some(card) = view.also.as_ref().and_then(|card| graph.index.get(card)) {
            wanted[*card] |= in_focus[*card];
        }
        shown = graph.with_context(&wanted);
    }
    let reduced = if shown.iter().chain(&open).all(|yes| *yes) {
        structure.clone()
    } else {
        let is = |marks: &[bool], id: &CardId| graph.index.get(id).is_some_and(|card| marks[*card]);
        structure.reduced(|id| is(&shown, id), |_, to| is(&open, to))
    };
    Shown {
        structure: reduced,
        hidden_below: graph.hidden_below(&shown, &open),
        matches: graph.named(&matches),
        of: structure.len(),
    }
}

fn whole(structure: &Structure) -> Shown {
    let mut matches = BTreeSet::new();
    matches.extend(structure.cards().map(|(id, _)| id.clone()));
    Shown { structure: structure.clone(), hidden_below: BTreeMap::new(), matches, of: structure.len() }
}

/// A structure as numbers, so that walking it is quick.
struct Graph<'a> {
    ids: Vec<&'a CardId>,
    index: HashMap<&'a CardId, usize>,
    parents: Vec<Vec<usize>>,
    children: Vec<Vec<usize>>,
    /// The cards without a parent.
    roots: Vec<usize>,
    aim: Option<usize>,
}

impl<'a> Graph<'a> {
    fn of(structure: &'a Structure) -> Self {
        let ids: Vec<&CardId> = structure.cards().map(|(id, _)| id).collect();
        let index: HashMap<&CardId, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let numbers = |ids: &[CardId]| ids.iter().filter_map(|id| index.get(id).copied()).collect();
        let parents: Vec<Vec<usize>> = structure.cards().map(|(_, seat)| numbers(&seat.parents)).collect();
        let mut children = vec![Vec::new(); ids.len()];
        for (card, parents) in parents.iter().enumerate() {
            parents.iter().for_each(|parent| children[*parent].push(card));
        }
        let roots = numbers(structure.roots());
        let aim = structure.aim().and_then(|aim| index.get(aim).copied());
        Graph { ids, index, parents, children, roots, aim }
    }

    /// Everything that is reached from some cards, they themselves included, without going on from closed ones.
    fn walk(&self, from: impl IntoIterator<Item = usize>, next: &[Vec<usize>], open: &[bool]) -> Vec<bool> {
        let mut reached = vec![false; self.ids.len()];
        let mut waiting: Vec<usize> = from.into_iter().collect();
        while let Some(card) = waiting.pop() {
            if !std::mem::replace(&mut reached[card], true) && open[card] {
                waiting.extend(&next[card]);
            }
        }
        reached
    }

    fn all(&self) -> Vec<bool> {
        vec![true; self.ids.len()]
    }

    fn focus(&self, view: &View) -> Option<usize> {
        view.focus.as_ref().and_then(|card| self.index.get(card).copied())
    }

    /// The card in focus, its effects up to the aim and its causes down to the ideas; all cards without a focus.
    fn in_focus(&self, view: &View) -> Vec<bool> {
        let Some(focus) = self.focus(view) else { return self.all() };
        let mut marks = self.walk([focus], &self.children, &self.all());
        let above = self.walk([focus].into_iter().chain(self.aim), &self.parents, &self.all());
        marks.iter_mut().zip(above).for_each(|(mark, above)| *mark |= above);
        marks
    }

    /// Which cards show what is below them: all but the collapsed; focus opens the way to its card, and the card.
    fn open(&self, view: &View) -> Vec<bool> {
        let mut open = self.all();
        for card in view.collapsed.iter().filter_map(|id| self.index.get(id)) {
            open[*card] = self.children[*card].is_empty();
        }
        let way = self.walk(self.focus(view), &self.parents, &self.all());
        open.iter_mut().zip(way).for_each(|(open, way)| *open |= way);
        open
    }

    /// What is allowed and hangs, by open cards, from a root; a card whose parents are all out of focus is one itself.
    fn reached(&self, allowed: &[bool], open: &[bool]) -> Vec<bool> {
        let roots = self.roots.iter().copied().filter(|root| allowed[*root]);
        let goes_on: Vec<bool> = open.iter().zip(allowed).map(|(open, allowed)| *open && *allowed).collect();
        let mut reached = self.walk(roots, &self.children, &goes_on);
        reached.iter_mut().zip(allowed).for_each(|(reached, allowed)| *reached &= *allowed);
        reached
    }

    fn matching(&self, project: &Project, filter: &Filter, allowed: &[bool]) -> Vec<bool> {
        let mut test = filter.test();
        let fits = |(id, allowed): (&&CardId, &bool)| {
            *allowed && project.cards.get(*id).is_some_and(|card| test.fits(card))
        };
        self.ids.iter().zip(allowed).map(fits).collect()
    }

    /// Some cards, all their effects, and the aim.
    fn with_context(&self, matches: &[bool]) -> Vec<bool> {
        let from = (0..matches.len()).filter(|card| matches[*card]).chain(self.aim);
        self.walk(from, &self.parents, &self.all())
    }

    fn hidden_below(&self, shown: &[bool], open: &[bool]) -> BTreeMap<CardId, usize> {
        let closed = (0..shown.len()).filter(|card| shown[*card] && !open[*card]);
        let count = |card: usize| {
            let below = self.walk([card], &self.children, &self.all());
            below.iter().zip(shown).filter(|(below, shown)| **below && !**shown).count()
        };
        crate::sort::map(closed.map(|card| (self.ids[card].clone(), count(card))))
    }

    fn named(&self, marks: &[bool]) -> BTreeSet<CardId> {
        let mut named = BTreeSet::new();
        named.extend(self.ids.iter().zip(marks).filter(|(_, mark)| **mark).map(|(id, _)| (*id).clone()));
        named
    }
}
