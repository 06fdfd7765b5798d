//! The rows of the outline: every card once under its home parent, a pointer under each further one, and what is not
//! linked yet at the end.

use std::collections::BTreeSet;

use model::structure::Place;
use model::{CardId, Level, Structure};
use rustc_hash::FxHashMap;

/// Which row: a shared card has one under each of its parents.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RowKey {
    /// The card.
    pub card: CardId,
    /// The parent under which the row stands; none at the root.
    pub under: Option<CardId>,
}

/// One row, as assistive technology counts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineRow {
    /// Which row.
    pub key: RowKey,
    /// Whether the card is written out here, or only pointed to.
    pub place: Place,
    /// How far it is indented: 1 at the root.
    pub depth: usize,
    /// Its place among its siblings, from 1.
    pub position: usize,
    /// How many siblings there are, this one included.
    pub of: usize,
    /// Whether what hangs from it is shown; none where nothing does.
    pub open: Option<bool>,
}

/// All rows, in the order in which they stand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows {
    /// The rows.
    pub list: Vec<OutlineRow>,
    /// How many of them hang from the aim; those behind are not linked yet.
    pub linked: usize,
    places: FxHashMap<RowKey, usize>,
}

impl Rows {
    /// The rows of a diagram, without what hangs from cards that are closed.
    pub fn of(structure: &Structure, closed: &BTreeSet<CardId>) -> Self {
        let mut rows = Rows::default();
        let is_aim = |card: &&CardId| structure.level(card) == Some(Level::Aim);
        let (aims, loose): (Vec<&CardId>, Vec<&CardId>) = structure.roots().iter().partition(is_aim);
        let walker = Walker { structure, closed };
        walker.siblings(&mut rows.list, &aims, None, 1);
        rows.linked = rows.list.len();
        walker.siblings(&mut rows.list, &loose, None, 1);
        rows.places = rows.list.iter().enumerate().map(|(at, row)| (row.key.clone(), at)).collect();
        rows
    }

    /// Where a row stands.
    pub fn position(&self, key: &RowKey) -> Option<usize> {
        self.places.get(key).copied()
    }

    /// A row by its key.
    pub fn row(&self, key: &RowKey) -> Option<&OutlineRow> {
        self.list.get(self.position(key)?)
    }

    /// The row of a card: under that parent if it has one there, else where it is written out; none where it is hidden.
    pub fn of_card(&self, card: &CardId, under: Option<&CardId>) -> Option<&OutlineRow> {
        let there = RowKey { card: card.clone(), under: under.cloned() };
        self.row(&there)
            .or_else(|| self.list.iter().find(|row| row.key.card == *card && row.place == Place::Home))
            .or_else(|| self.list.iter().find(|row| row.key.card == *card))
    }
}

struct Walker<'a> {
    structure: &'a Structure,
    closed: &'a BTreeSet<CardId>,
}

impl Walker<'_> {
    fn siblings(&self, list: &mut Vec<OutlineRow>, cards: &[&CardId], under: Option<&CardId>, depth: usize) {
        for (at, card) in cards.iter().enumerate() {
            let home = self.structure.home(card) == under;
            let children: Vec<&CardId> =
                if home { self.structure.children(card).iter().collect() } else { vec![] };
            let open = (!children.is_empty()).then(|| !self.closed.contains(*card));
            list.push(OutlineRow {
                key: RowKey { card: (*card).clone(), under: under.cloned() },
                place: if home { Place::Home } else { Place::Also },
                depth,
                position: at + 1,
                of: cards.len(),
                open,
            });
            if open == Some(true) {
                self.siblings(list, &children, Some(card), depth + 1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::cases::{self, id};

    fn structure() -> Structure {
        cases::structure(&[
            ("aim", "", Level::Aim),
            ("p1", "aim", Level::Primary),
            ("p2", "aim", Level::Primary),
            ("s1", "p1 p2", Level::Secondary),
            ("i1", "s1", Level::Idea),
            ("loose", "", Level::Idea),
        ])
    }

    fn shown(rows: &Rows) -> String {
        let row = |(at, row): (usize, &OutlineRow)| {
            let also = if row.place == Place::Also { "~" } else { "" };
            let open = match row.open {
                None => "",
                Some(true) => "-",
                Some(false) => "+",
            };
            let gap = if at == rows.linked { "| " } else { "" };
            format!("{gap}{}{}{also}{open}:{}/{}", row.depth, row.key.card, row.position, row.of)
        };
        rows.list.iter().enumerate().map(row).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn k8_a_shared_card_is_written_out_once_and_what_is_not_linked_comes_last() {
        let rows = |closed: &[&str]| Rows::of(&structure(), &closed.iter().map(|card| id(card)).collect());
        let table: [(&[&str], &str); 4] = [
            (&[], "1aim-:1/1 2p1-:1/2 3s1-:1/1 4i1:1/1 2p2-:2/2 3s1~:1/1 | 1loose:1/1"),
            (&["s1"], "1aim-:1/1 2p1-:1/2 3s1+:1/1 2p2-:2/2 3s1~:1/1 | 1loose:1/1"),
            (&["p1"], "1aim-:1/1 2p1+:1/2 2p2-:2/2 3s1~:1/1 | 1loose:1/1"),
            (&["aim"], "1aim+:1/1 | 1loose:1/1"),
        ];
        for (closed, expected) in table {
            assert_eq!(shown(&rows(closed)), expected, "{closed:?}");
        }
    }

    #[test]
    fn k8_a_card_is_found_where_one_was_else_at_its_home_else_anywhere() {
        let all = Rows::of(&structure(), &BTreeSet::new());
        let under = |rows: &Rows, parent: Option<&str>| {
            rows.of_card(&id("s1"), parent.map(id).as_ref()).and_then(|row| row.key.under.clone())
        };
        assert_eq!(under(&all, Some("p2")), Some(id("p2")));
        assert_eq!(under(&all, Some("aim")), Some(id("p1")));
        assert_eq!(under(&all, None), Some(id("p1")));
        let closed = Rows::of(&structure(), &BTreeSet::from([id("p1")]));
        assert_eq!(under(&closed, None), Some(id("p2")));
        assert_eq!(closed.of_card(&id("i1"), None), None);
    }
}
