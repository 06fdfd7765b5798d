//! A filter: words, tags, owners and statuses, and what there is to choose from.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    diagram::{Card, Status},
    project::Project,
    search::{Search, fold_into, folded},
    structure::Structure,
};

/// What cards are to have in common: something of every part that says anything. Empty, it lets all pass.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words that the card's text, note, owner and tags together hold, in any order, whatever their case and marks.
    pub text: String,
    /// One of these tags.
    pub tags: BTreeSet<String>,
    /// One of these owners; the empty name stands for nobody.
    pub owners: BTreeSet<String>,
    /// One of these statuses.
    pub statuses: BTreeSet<Status>,
}

impl Filter {
    /// Whether it lets every card pass.
    pub fn is_empty(&self) -> bool {
        let Filter { text, tags, owners, statuses } = self;
        text.trim().is_empty() && tags.is_empty() && owners.is_empty() && statuses.is_empty()
    }

    /// Whether it lets a card pass.
    pub fn fits(&self, card: &Card) -> bool {
        self.test().fits(card)
    }

    /// The filter, made ready for many cards.
    pub(super) fn test(&self) -> Test<'_> {
        Test { filter: self, search: Search::of(&self.text), text: String::new() }
    }
}

/// A filter with its words made ready.
pub(super) struct Test<'a> {
    filter: &'a Filter,
    search: Search,
    /// What is searched of one card, kept so that each card does not ask for memory anew.
    text: String,
}

impl Test<'_> {
    pub(super) fn fits(&mut self, card: &Card) -> bool {
        let Filter { tags, owners, statuses, .. } = self.filter;
        (tags.is_empty() || !tags.is_disjoint(&card.tags))
            && (owners.is_empty() || owners.contains(card.owner.trim()))
            && (statuses.is_empty() || card.status.is_some_and(|status| statuses.contains(&status)))
            && self.holds_words(card)
    }

    fn holds_words(&mut self, card: &Card) -> bool {
        if self.search.is_empty() {
            return true;
        }
        self.text.clear();
        let parts = [&card.text, &card.note, &card.owner].into_iter().chain(&card.tags);
        for part in parts.filter(|part| !part.is_empty()) {
            fold_into(&mut self.text, part);
            // No word reaches from one part into the next.
            self.text.push('\n');
        }
        self.search.finds_in(&self.text)
    }
}

/// What there is to filter by, each with the number of cards that have it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// The tags in use, by name.
    pub tags: Vec<(String, usize)>,
    /// The owners, by name; the empty name is nobody, and stands last. Empty where no card has an owner.
    pub owners: Vec<(String, usize)>,
    /// The statuses in use, in their order.
    pub statuses: Vec<(Status, usize)>,
}

/// What there is to filter by in a project. The structure is that of the project.
pub fn choices(project: &Project, structure: &Structure) -> Choices {
    let (mut tags, mut owners, mut statuses) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for card in structure.cards().filter_map(|(id, _)| project.cards.get(id)) {
        for tag in &card.tags {
            *tags.entry(tag.clone()).or_default() += 1;
        }
        *owners.entry(card.owner.trim().to_owned()).or_default() += 1;
        if let Some(status) = card.status {
            *statuses.entry(status).or_default() += 1;
        }
    }
    let nobody = owners.remove("").map(|count| (String::new(), count));
    let mut owners = by_name(owners);
    if !owners.is_empty() {
        owners.extend(nobody);
    }
    Choices { tags: by_name(tags), owners, statuses: statuses.into_iter().collect() }
}

/// Names as people look for them: whatever their case and marks.
fn by_name(counts: BTreeMap<String, usize>) -> Vec<(String, usize)> {
    let mut list: Vec<(String, usize)> = counts.into_iter().collect();
    crate::sort::by_key(&mut list, |(name, _)| folded(name));
    list
}
