//! What needs attention: what a merge or a deletion left in a state that nobody meant (rules N). Nothing is mended by
//! itself; each matter is listed until somebody mends it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    check::{About, Rule},
    diagram::{Level, LinkKey},
    id::CardId,
    project::Project,
    structure::Structure,
};

/// One thing that needs attention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// An aim that stands beside the first one.
    SecondAim(CardId),
    /// A deleted card that somebody wrote in all the same.
    Written(CardId),
    /// Cards that stand alone because what they worked on was deleted, in the order of the diagram.
    Hanging {
        /// The deleted card.
        effect: CardId,
        /// What worked on it, and on nothing else.
        cards: Vec<CardId>,
    },
    /// A link that is stored and cannot be drawn.
    Link(LinkKey, Fault),
    /// All other cards that work on nothing yet, in the order of the diagram.
    Unlinked(Vec<CardId>),
}

/// Why a link cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The project does not know one of its cards.
    Missing,
    /// Its effect does not stand further left than its cause.
    Levels,
}

impl Matter {
    /// Its name, the same for as long as it is about the same: `aim/a2`, `link/s1>p1`, `unlinked`.
    pub fn key(&self) -> String {
        match self {
            Matter::SecondAim(card) => format!("aim/{card}"),
            Matter::Written(card) => format!("written/{card}"),
            Matter::Hanging { effect, .. } => format!("hanging/{effect}"),
            Matter::Link(LinkKey { from, to }, _) => format!("link/{from}>{to}"),
            Matter::Unlinked(_) => "unlinked".to_owned(),
        }
    }

    /// The cards that it lists one by one.
    pub fn cards(&self) -> &[CardId] {
        match self {
            Matter::Hanging { cards, .. } | Matter::Unlinked(cards) => cards,
            _ => &[],
        }
    }
}

/// Everything that needs attention. `written` are the deleted cards of which a page saw that somebody wrote in them: a
/// document does not tell when a letter was typed. What the team dismissed as advice (rules VI1, VL1) is left out.
pub fn attention(project: &Project, structure: &Structure, written: &BTreeSet<CardId>) -> Vec<Matter> {
    let (hanging, unlinked) = alone(project, structure);
    let mut matters: Vec<Matter> = second_aims(structure).map(Matter::SecondAim).collect();
    matters.extend(written.iter().filter(|card| is_kept(project, card)).cloned().map(Matter::Written));
    matters.extend(hanging.into_iter().map(|(effect, cards)| Matter::Hanging { effect, cards }));
    matters.extend(links(project, structure));
    if !unlinked.is_empty() {
        matters.push(Matter::Unlinked(unlinked));
    }
    matters
}

fn second_aims(structure: &Structure) -> impl Iterator<Item = CardId> {
    let aims = structure.roots().iter().filter(|root| structure.level(root) == Some(Level::Aim));
    aims.skip(1).cloned()
}

/// Whether a card is deleted and says something that could be lost with it.
fn is_kept(project: &Project, card: &CardId) -> bool {
    let card = project.cards.get(card);
    card.is_some_and(|card| card.deleted.is_some() && !card.text.trim().is_empty())
}

/// Cards without a drawn link to an effect: by the deleted card that they worked on, and all others.
fn alone(project: &Project, structure: &Structure) -> (BTreeMap<CardId, Vec<CardId>>, Vec<CardId>) {
    let is_deleted = |card: &CardId| project.cards.get(card).is_some_and(|effect| effect.deleted.is_some());
    let mut lost: BTreeMap<&CardId, &CardId> = BTreeMap::new();
    for key in structure.faulty().iter().filter(|key| is_deleted(&key.to)) {
        lost.entry(&key.from).or_insert(&key.to);
    }
    let is_not_for_us = |card: &CardId| {
        let is_idea = structure.level(card) == Some(Level::Idea);
        is_idea && Rule::Vi1.is_dismissed(&About::Card(card.clone()), project)
    };
    let (mut hanging, mut unlinked) = (BTreeMap::<CardId, Vec<CardId>>::new(), Vec::new());
    for card in structure.roots().iter().filter(|card| structure.level(card) != Some(Level::Aim)) {
        match lost.get(card) {
            Some(effect) => hanging.entry((*effect).clone()).or_default().push(card.clone()),
            None if is_not_for_us(card) => {}
            None => unlinked.push(card.clone()),
        }
    }
    (hanging, unlinked)
}

/// Links that are stored and not drawn, but for those of deleted cards: they wait for a card that may be restored.
fn links(project: &Project, structure: &Structure) -> impl Iterator<Item = Matter> {
    let fault = |key: &LinkKey| {
        let ends = [&key.from, &key.to].map(|card| project.cards.get(card));
        if ends.iter().any(|card| card.is_some_and(|card| card.deleted.is_some())) {
            return None;
        }
        Some(if ends.iter().any(Option::is_none) { Fault::Missing } else { Fault::Levels })
    };
    let dismissed = |key: &LinkKey| Rule::Vl1.is_dismissed(&About::Link(key.clone()), project);
    let stored = structure.faulty().iter().filter(move |key| !dismissed(key));
    stored.filter_map(move |key| Some(Matter::Link(key.clone(), fault(key)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        action::tests::{id, project},
        diagram::Deleted,
    };

    /// What needs attention in a project of words: `-p1` deletes a card, `^s1` lifts one to the primary drivers, `=VI1/i1`
    /// dismisses a finding, `!p1` says that somebody wrote in a card.
    fn check(words: &str, expected: &str) {
        let is_card = |word: &&str| !word.starts_with(['-', '^', '=', '!']);
        let (cards, marks): (Vec<&str>, Vec<&str>) = words.split_whitespace().partition(is_card);
        let mut project = project(&cards.join(" "));
        let mut written = BTreeSet::new();
        for (mark, name) in marks.into_iter().map(|mark| mark.split_at(1)) {
            match mark {
                "=" => drop(project.dismissed.insert(name.to_owned())),
                "!" => drop(written.insert(id(name))),
                "^" => project.cards.get_mut(&id(name)).unwrap().level = Level::Primary,
                _ => {
                    let card = project.cards.get_mut(&id(name)).unwrap();
                    card.deleted = Some(Deleted { by: String::new(), at: 1.0 });
                }
            }
        }
        let said = attention(&project, &Structure::of(&project), &written);
        let said = said.iter().map(|matter| match matter {
            Matter::Link(_, fault) => format!("{} {fault:?}", matter.key()),
            _ => {
                let cards = matter.cards().iter().map(|card| format!(" {card}"));
                format!("{}{}", matter.key(), cards.collect::<String>())
            }
        });
        assert_eq!(said.collect::<Vec<_>>().join(", "), expected, "{words}");
    }

    #[test]
    fn n1_cards_that_work_on_nothing_are_one_matter() {
        check("", "");
        check("aim p1>aim i1>p1", "");
        check("aim p1>aim i2 s1 i1", "unlinked s1 i2 i1");
        check("aim i1 i2 s1 =VI1/i2", "unlinked s1 i1");
        check("aim i1 i2 s1 =VI1/*", "unlinked s1");
        check("p1 i1>p1", "unlinked p1");
    }

    #[test]
    fn n2_links_that_cannot_be_drawn_are_named_but_for_those_of_deleted_cards() {
        check("aim p1>aim s1>p1 s1>gone", "link/s1>gone Missing");
        check("aim p1>aim p2>aim s1>p1 s1>p2 ^s1", "link/s1>p1 Levels, link/s1>p2 Levels, unlinked s1");
        check("aim p1>aim p2>aim p1>p2", "link/p1>p2 Levels");
        check("aim p1>aim p2>aim p1>p2 =VL1/p1>p2", "");
        check("aim p1>aim s1>p1 -s1", "");
    }

    #[test]
    fn n3_what_hangs_from_a_deleted_card_names_it() {
        check("aim p1>aim s1>p1 s2>p1 -p1", "hanging/p1 s1 s2");
        check("aim p1>aim p2>aim s1>p1 s1>p2 -p1", "");
        check("aim p1>aim s1>p1 i1 -p1", "hanging/p1 s1, unlinked i1");
    }

    #[test]
    fn n4_a_deleted_card_that_somebody_wrote_in_is_listed_until_it_is_back() {
        check("aim p1>aim !p1 -p1", "written/p1");
        check("aim p1>aim !p1", "");
        check("aim p1>aim !gone", "");
    }

    #[test]
    fn n5_every_aim_but_the_first_is_named() {
        check("a1 a2 p1>a1 p2>a2", "aim/a2");
        check("a1 a2 a3 -a1", "aim/a3");
    }
}
