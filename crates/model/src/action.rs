//! What a person means to do with cards, turned into one [`Edit`] or refused with a sentence (rules E).

use std::collections::BTreeMap;

use crate::{
    diagram::{Card, Level, Link, LinkKey},
    edit::{Change, Edit},
    id::CardId,
    order::Order,
    project::Project,
    structure::Structure,
};

mod add;
mod graft;
mod level;
mod place;
mod remove;

pub use add::{NewCard, Spot, add, child_spot, column_spot, paste, sibling_spot};
pub use graft::{Fragment, fragment, graft};
pub use level::{demote, join_aim, promote, set_level};
pub use place::{Step, also_under, link, move_under, reorder, unlink};
pub use remove::{delete, keep, restore};

/// Who edits, when, and with what luck: everything that comes from outside.
#[derive(Debug, Clone, PartialEq)]
pub struct Pen {
    /// The name they go by.
    pub by: String,
    /// Milliseconds since 1970, by the clock of their device.
    pub at: f64,
    /// A random number for order keys.
    pub jitter: u64,
}

/// Why an action is not possible; the app says each in one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The card is not there any more.
    #[error("this card is not there any more")]
    Gone,
    /// The aim stays where it is.
    #[error("the aim stays where it is")]
    Aim,
    /// There is no column further to the left.
    #[error("there is no column further to the left")]
    NoHigherLevel,
    /// No level is left for the card or what hangs from it.
    #[error("no level is left for this card and the drivers under it")]
    NoLowerLevel,
    /// Nothing stands above the card, so it cannot become its child.
    #[error("there is no card above it that it could go under")]
    NothingAbove,
    /// A cause must stand to the right of its effect.
    #[error("a card can only work on one further to the left")]
    WrongWay,
    /// The two are linked already.
    #[error("these two are linked already")]
    Linked,
    /// It is at the end of its siblings already.
    #[error("it cannot go further this way")]
    AtEnd,
    /// Change ideas have nothing under them.
    #[error("nothing goes under a change idea")]
    UnderIdea,
}

/// What all actions need to know of a diagram.
#[derive(Debug, Clone, Copy)]
pub struct Board<'a> {
    /// The cards, deleted ones included.
    pub cards: &'a BTreeMap<CardId, Card>,
    /// The links, with all that is said of them.
    pub links: &'a BTreeMap<LinkKey, Link>,
    /// What hangs from what.
    pub structure: &'a Structure,
}

impl<'a> Board<'a> {
    /// The board of a project; `structure` is the project's own.
    pub fn of(project: &'a Project, structure: &'a Structure) -> Self {
        Board { cards: &project.cards, links: &project.links, structure }
    }
}

impl Board<'_> {
    fn level(&self, card: &CardId) -> Result<Level, Refusal> {
        self.structure.level(card).ok_or(Refusal::Gone)
    }

    /// An order key behind the last child of a parent.
    fn behind_last(&self, parent: &CardId, pen: &Pen) -> Order {
        let last =
            self.structure.children(parent).last().and_then(|last| self.structure.link_order(last, parent));
        Order::between(last, None, pen.jitter)
    }

    /// An order key directly behind `sibling` (or before all) under a parent, leaving out `moved`.
    fn behind(&self, sibling: Option<&CardId>, parent: &CardId, moved: &CardId, pen: &Pen) -> Order {
        let children: Vec<&CardId> =
            self.structure.children(parent).iter().filter(|child| *child != moved).collect();
        let place = sibling.and_then(|sibling| children.iter().position(|child| *child == sibling));
        let order = |at: usize| children.get(at).and_then(|child| self.structure.link_order(child, parent));
        match place {
            Some(place) => Order::between(order(place), order(place + 1), pen.jitter),
            None => Order::between(None, order(0), pen.jitter),
        }
    }
}

fn draw(from: &CardId, to: &CardId, order: Order) -> Change {
    Change::Link(Box::new(Link::new(from.clone(), to.clone(), order)))
}

fn cut(from: &CardId, to: &CardId) -> Change {
    Change::Unlink(LinkKey { from: from.clone(), to: to.clone() })
}

/// Makes links of one parent orderable again when keys collide: gives every sibling a fresh key (rule D6).
fn respace(children: &[CardId], parent: &CardId, pen: &Pen) -> Edit {
    let keys = Order::run(None, None, children.len(), pen.jitter);
    children.iter().zip(keys).map(|(child, key)| draw(child, parent, key)).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{diagram::Deleted, edit::CardField};

    pub(crate) fn id(text: &str) -> CardId {
        CardId::parse(text).unwrap()
    }

    pub(crate) fn pen() -> Pen {
        Pen { by: "Sam".into(), at: 1.0, jitter: 12_345 }
    }

    /// A project from words: `p1` is a card (its first letter is its level), `p1>aim` a card with a link; in order.
    pub(crate) fn project(words: &str) -> Project {
        let mut project = Project::default();
        let mut last = Order::default();
        for word in words.split_whitespace() {
            last = Order::between(Some(&last), None, 0);
            let (from, to) = word.split_once('>').map_or((word, None), |(from, to)| (from, Some(to)));
            let level = match &from[..1] {
                "a" => Level::Aim,
                "p" => Level::Primary,
                "s" => Level::Secondary,
                "t" => Level::Tertiary,
                _ => Level::Idea,
            };
            let mut card = Card::new(id(from), level, from);
            card.order = last.clone();
            project.cards.entry(card.id.clone()).or_insert(card);
            if let Some(to) = to {
                let link = Link::new(id(from), id(to), last.clone());
                project.links.insert(link.key.clone(), link);
            }
        }
        project
    }

    /// What an edit makes of a project, for the changes that actions use.
    pub(crate) fn apply(project: &mut Project, edit: &Edit) {
        for change in &edit.changes {
            match change.clone() {
                Change::AddCard(card) => drop(project.cards.insert(card.id.clone(), *card)),
                Change::Link(link) => drop(project.links.insert(link.key.clone(), *link)),
                Change::Unlink(key) => drop(project.links.remove(&key)),
                Change::Card(card, CardField::Level(level)) => {
                    project.cards.get_mut(&card).unwrap().level = level
                }
                Change::Card(card, CardField::Order(order)) => {
                    project.cards.get_mut(&card).unwrap().order = order
                }
                Change::Card(card, CardField::Deleted(deleted)) => set_deleted(project, &card, deleted),
                other => panic!("no action makes {other:?}"),
            }
        }
    }

    fn set_deleted(project: &mut Project, card: &CardId, deleted: Option<Deleted>) {
        project.cards.get_mut(card).unwrap().deleted = deleted;
    }

    /// Runs an action over a project made of words and compares the outline: `depth` + card (+ `~`) + level's letter.
    pub(crate) fn check(
        words: &str,
        action: impl FnOnce(Board<'_>) -> Result<Edit, Refusal>,
        expected: Result<&str, Refusal>,
    ) {
        let mut project = project(words);
        let structure = Structure::of(&project);
        let edit = action(Board::of(&project, &structure));
        let outcome = edit.map(|edit| {
            apply(&mut project, &edit);
            outline(&project)
        });
        assert_eq!(outcome.as_deref(), expected.as_ref().map(|text| *text), "{words}");
    }

    fn outline(project: &Project) -> String {
        let structure = Structure::of(project);
        let row = |row: &crate::structure::Row| {
            let level = structure.level(&row.card).map_or("?", Level::as_str);
            let also = if row.place == crate::structure::Place::Also { "~" } else { "" };
            format!("{}{}{also}:{}", row.depth, row.card, &level[..1])
        };
        structure.rows().iter().map(row).collect::<Vec<_>>().join(" ")
    }
}
