//! What hangs from what: the drawn part of a diagram, derived from its cards and links (rules D2, D3, D6, D8).
//!
//! Levels strictly fall along every valid link, so a walk is never deeper than the five levels and never circles.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    diagram::{Card, Level, Link, LinkKey},
    id::CardId,
    order::Order,
    project::Project,
};

/// The sound part of a diagram: cards that are not deleted, links that may be drawn, everything in its order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Structure {
    seats: BTreeMap<CardId, Seat>,
    orders: BTreeMap<LinkKey, Order>,
    roots: Vec<CardId>,
    faulty: Vec<LinkKey>,
}

/// Where one card sits.
#[derive(Debug, Clone, PartialEq)]
pub struct Seat {
    /// Its column.
    pub level: Level,
    /// Where it sorts among cards without a parent.
    pub order: Order,
    /// The effects it drives; the first is its home parent.
    pub parents: Vec<CardId>,
    /// Its causes, in the order in which people put them.
    pub children: Vec<CardId>,
}

/// One row of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The card.
    pub card: CardId,
    /// The parent under which this row stands; none at the root.
    pub parent: Option<CardId>,
    /// How far it is indented: 0 at the root.
    pub depth: usize,
    /// Whether the card is written out here, under its home parent, or only pointed to.
    pub place: Place,
}

/// Whether a row is a card itself or a pointer to where it is written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Place {
    Home,
    Also,
}

impl Structure {
    /// The structure of a project.
    pub fn of(project: &Project) -> Self {
        Self::new(project.cards.values(), project.links.values())
    }

    /// The structure of cards and links. A link that cannot be drawn (an end is missing or deleted, or its levels do
    /// not fall) is listed as faulty, and nothing else happens to it.
    pub fn new<'a>(cards: impl Iterator<Item = &'a Card>, links: impl Iterator<Item = &'a Link>) -> Self {
        let seat = |card: &Card| Seat {
            level: card.level,
            order: card.order.clone(),
            parents: vec![],
            children: vec![],
        };
        let there = cards.filter(|card| card.deleted.is_none());
        let seats = crate::sort::map(there.map(|card| (card.id.clone(), seat(card))));
        let mut structure = Structure { seats, ..Structure::default() };
        for link in links {
            structure.seat_link(link);
        }
        structure.sort();
        structure
    }

    fn seat_link(&mut self, link: &Link) {
        let level = |id: &CardId| self.seats.get(id).map(|seat| seat.level);
        let (Some(cause), Some(effect)) = (level(&link.key.from), level(&link.key.to)) else {
            return self.faulty.push(link.key.clone());
        };
        if !cause.can_drive(effect) {
            return self.faulty.push(link.key.clone());
        }
        let LinkKey { from, to } = link.key.clone();
        self.orders.insert(link.key.clone(), link.order.clone());
        if let Some(seat) = self.seats.get_mut(&from) {
            seat.parents.push(to.clone());
        }
        if let Some(seat) = self.seats.get_mut(&to) {
            seat.children.push(from);
        }
    }

    fn sort(&mut self) {
        let orders = &self.orders;
        let order =
            |from: &CardId, to: &CardId| orders.get(&LinkKey { from: from.clone(), to: to.clone() }).cloned();
        // Most cards have one parent, and half of them no child.
        let several = |cards: &[CardId]| cards.len() > 1;
        for (id, seat) in &mut self.seats {
            if several(&seat.children) {
                crate::sort::by_key(&mut seat.children, |child| (order(child, id), child.clone()));
            }
            if several(&seat.parents) {
                crate::sort::by_key(&mut seat.parents, |parent| (order(id, parent), parent.clone()));
            }
        }
        self.find_roots();
    }

    fn find_roots(&mut self) {
        let mut roots: Vec<_> = self.seats.iter().filter(|(_, seat)| seat.parents.is_empty()).collect();
        crate::sort::by_key(&mut roots, |(id, seat)| (seat.level, &seat.order, *id));
        self.roots = roots.into_iter().map(|(id, _)| id.clone()).collect();
    }

    /// The same with some of its cards and links (from, to) only. A card that loses all its parents becomes a root.
    pub fn reduced(&self, keeps: impl Fn(&CardId) -> bool, draws: impl Fn(&CardId, &CardId) -> bool) -> Self {
        let mut reduced = Structure::default();
        for (id, seat) in self.seats.iter().filter(|(id, _)| keeps(id)) {
            let (level, order) = (seat.level, seat.order.clone());
            let parents = seat.parents.iter().filter(|to| keeps(to) && draws(id, to)).cloned().collect();
            let children =
                seat.children.iter().filter(|from| keeps(from) && draws(from, id)).cloned().collect();
            reduced.seats.insert(id.clone(), Seat { level, order, parents, children });
        }
        let ends = |key: &LinkKey| keeps(&key.from) && keeps(&key.to) && draws(&key.from, &key.to);
        let orders = self.orders.iter().filter(|(key, _)| ends(key));
        reduced.orders.extend(orders.map(|(key, order)| (key.clone(), order.clone())));
        reduced.find_roots();
        reduced
    }

    /// Where a card sits; none for a card that is deleted or unknown.
    pub fn seat(&self, card: &CardId) -> Option<&Seat> {
        self.seats.get(card)
    }

    /// A card's level.
    pub fn level(&self, card: &CardId) -> Option<Level> {
        self.seats.get(card).map(|seat| seat.level)
    }

    /// All cards, by id.
    pub fn cards(&self) -> impl Iterator<Item = (&CardId, &Seat)> {
        self.seats.iter()
    }

    /// How many cards there are.
    pub fn len(&self) -> usize {
        self.seats.len()
    }

    /// Whether there is no card at all.
    pub fn is_empty(&self) -> bool {
        self.seats.is_empty()
    }

    /// A card's causes, in order.
    pub fn children(&self, card: &CardId) -> &[CardId] {
        self.seats.get(card).map_or(&[], |seat| &seat.children)
    }

    /// A card's effects, its home parent first.
    pub fn parents(&self, card: &CardId) -> &[CardId] {
        self.seats.get(card).map_or(&[], |seat| &seat.parents)
    }

    /// The parent under which a card is written out: the link first by (order, id).
    pub fn home(&self, card: &CardId) -> Option<&CardId> {
        self.parents(card).first()
    }

    /// Cards without a parent, by level and order: the aim first, then what is not linked yet (rule D3).
    pub fn roots(&self) -> &[CardId] {
        &self.roots
    }

    /// The aim; where a merge made several, the first.
    pub fn aim(&self) -> Option<&CardId> {
        self.roots.first().filter(|id| self.level(id) == Some(Level::Aim))
    }

    /// Links that are stored but not drawn.
    pub fn faulty(&self) -> &[LinkKey] {
        &self.faulty
    }

    /// The drawn links, by key.
    pub fn links(&self) -> impl Iterator<Item = (&LinkKey, &Order)> {
        self.orders.iter()
    }

    /// Where a drawn link sorts under its parent.
    pub fn link_order(&self, from: &CardId, to: &CardId) -> Option<&Order> {
        self.orders.get(&LinkKey { from: from.clone(), to: to.clone() })
    }

    /// The siblings of a card under a parent, or among the roots of its level.
    pub fn siblings(&self, card: &CardId, parent: Option<&CardId>) -> Vec<CardId> {
        match parent {
            Some(parent) => self.children(parent).to_vec(),
            None => {
                let level = self.level(card);
                self.roots.iter().filter(|root| self.level(root) == level).cloned().collect()
            }
        }
    }

    /// All rows of the outline: each card once under its home parent, and a pointer under every other parent.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::with_capacity(self.seats.len());
        for root in &self.roots {
            self.walk(Row { card: root.clone(), parent: None, depth: 0, place: Place::Home }, &mut rows);
        }
        rows
    }

    fn walk(&self, row: Row, rows: &mut Vec<Row>) {
        let (card, depth, place) = (row.card.clone(), row.depth + 1, row.place);
        rows.push(row);
        if place == Place::Also {
            return;
        }
        for child in self.children(&card) {
            let place = if self.home(child) == Some(&card) { Place::Home } else { Place::Also };
            self.walk(Row { card: child.clone(), parent: Some(card.clone()), depth, place }, rows);
        }
    }

    /// The cards of one level as they stand from top to bottom: in the order of the outline.
    pub fn column(&self, level: Level) -> Vec<CardId> {
        let home = |row: &Row| row.place == Place::Home && self.level(&row.card) == Some(level);
        self.rows().into_iter().filter(home).map(|row| row.card).collect()
    }

    /// The level of a new child: that of the parent's last child; with none, the next column's.
    pub fn child_level(&self, parent: &CardId) -> Option<Level> {
        let last = self.children(parent).last().and_then(|child| self.level(child));
        last.or_else(|| self.level(parent).and_then(Level::first_child))
    }

    /// A card and all that hangs *only* from it, the card first.
    pub fn hanging_from(&self, cards: &[CardId]) -> Vec<CardId> {
        let mut gone = BTreeSet::new();
        let mut list: Vec<CardId> =
            cards.iter().filter(|card| gone.insert((*card).clone())).cloned().collect();
        let mut at = 0;
        while let Some(parent) = list.get(at).cloned() {
            for child in self.children(&parent) {
                let only = self.parents(child).iter().all(|parent| gone.contains(parent));
                if only && gone.insert(child.clone()) {
                    list.push(child.clone());
                }
            }
            at += 1;
        }
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::tests::{id, project};

    fn names(ids: &[CardId]) -> String {
        ids.iter().map(CardId::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn d2_a_link_whose_levels_do_not_fall_is_kept_but_not_drawn() {
        let mut project = project("aim p1>aim s1>p1 s2>p1");
        project.cards.get_mut(&id("s1")).unwrap().level = Level::Primary;
        let structure = Structure::of(&project);
        assert_eq!(names(structure.children(&id("p1"))), "s2");
        assert_eq!(structure.faulty().len(), 1);
        assert_eq!(names(structure.roots()), "aim s1");
        project.cards.get_mut(&id("s1")).unwrap().level = Level::Secondary;
        assert_eq!(names(Structure::of(&project).children(&id("p1"))), "s1 s2");
    }

    #[test]
    fn d3_cards_without_a_parent_are_roots_of_their_column() {
        let structure = Structure::of(&project("aim i1 s1 p1>aim"));
        assert_eq!(names(structure.roots()), "aim s1 i1");
        assert_eq!(names(&structure.column(Level::Idea)), "i1");
    }

    #[test]
    fn d8_a_shared_card_is_written_out_once_and_pointed_to_elsewhere() {
        let structure = Structure::of(&project("aim p1>aim p2>aim s1>p1 s1>p2 i1>s1"));
        let rows: Vec<String> = structure
            .rows()
            .iter()
            .map(|row| {
                format!("{}{}{}", row.depth, row.card, if row.place == Place::Also { "~" } else { "" })
            })
            .collect();
        assert_eq!(rows.join(" "), "0aim 1p1 2s1 3i1 1p2 2s1~");
    }

    #[test]
    fn e2_what_hangs_only_from_a_card_goes_with_it() {
        let structure = Structure::of(&project("aim p1>aim p2>aim s1>p1 s2>p1 s2>p2 i1>s1 i2>s1 i2>s2"));
        assert_eq!(names(&structure.hanging_from(&[id("p1")])), "p1 s1 i1");
    }

    #[test]
    fn e1_a_new_child_has_the_level_of_the_last_one() {
        let structure = Structure::of(&project("aim p1>aim s1>p1 i1>p1 p2>aim"));
        assert_eq!(structure.child_level(&id("p1")), Some(Level::Idea));
        assert_eq!(structure.child_level(&id("p2")), Some(Level::Secondary));
        assert_eq!(structure.child_level(&id("i1")), None);
    }
}
