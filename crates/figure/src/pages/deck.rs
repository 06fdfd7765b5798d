//! The cards and links of a diagram as numbers, from which pages are made.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
    rc::Rc,
};

use model::{Card, CardId, Level, LinkKey, Structure};

use super::sheet::Sheet;
use crate::{card::CardBox, picture::Look};

/// A diagram that is put on pages.
pub(super) struct Deck<'a> {
    pub(super) look: &'a Look<'a>,
    pub(super) sheet: Sheet,
    /// The cards, in the order in which a layout takes them.
    pub(super) cards: Vec<&'a Card>,
    index: HashMap<&'a CardId, usize>,
    /// The links, in their order.
    pub(super) links: Vec<&'a LinkKey>,
    /// The links of each card to its effects: the effect, and the place in `links`.
    pub(super) effects: Vec<Vec<(usize, usize)>>,
    /// What was broken already, by card and width in pixels.
    pub(super) boxes: RefCell<HashMap<(usize, u32), Rc<CardBox>>>,
}

/// A card on its way to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) card: usize,
    /// How far it is from the root of its list.
    pub(super) depth: usize,
    /// The cards that stand to its left wherever it stands: its parent in the list, that one's parent, and so on.
    pub(super) above: Vec<usize>,
}

impl<'a> Deck<'a> {
    pub(super) fn new(look: &'a Look<'a>, sheet: Sheet) -> Self {
        let structure = &look.shown.structure;
        let mut cards: Vec<&Card> =
            structure.cards().filter_map(|(id, _)| look.project.cards.get(id)).collect();
        model::sort::by_key(&mut cards, |card| (card.level, &card.order, &card.id));
        let index: HashMap<&CardId, usize> =
            cards.iter().enumerate().map(|(at, card)| (&card.id, at)).collect();
        let mut links: Vec<_> = structure.links().collect();
        model::sort::by_key(&mut links, |(key, order)| (*order, *key));
        let links: Vec<&LinkKey> = links.into_iter().map(|(key, _)| key).collect();
        let mut effects = vec![Vec::new(); cards.len()];
        for (place, key) in links.iter().enumerate() {
            if let (Some(from), Some(to)) = (index.get(&key.from), index.get(&key.to)) {
                effects[*from].push((*to, place));
            }
        }
        Self { look, sheet, cards, index, links, effects, boxes: RefCell::default() }
    }

    pub(super) fn len(&self) -> usize {
        self.cards.len()
    }

    pub(super) fn structure(&self) -> &'a Structure {
        &self.look.shown.structure
    }

    /// What the project is called, or that it is a driver diagram.
    pub(super) fn title(&self) -> String {
        let title = self.look.project.title.trim();
        if title.is_empty() { self.look.words.picture_diagram().to_owned() } else { title.to_owned() }
    }

    pub(super) fn text(&self, card: &CardId) -> String {
        self.index.get(card).map(|at| self.cards[*at].text.clone()).unwrap_or_default()
    }

    pub(super) fn level(&self, card: usize) -> Level {
        self.cards[card].level
    }

    /// Some cards and all below them, each once, in the order of the outline; `context` stands above all of them.
    pub(super) fn items<'b>(
        &self,
        roots: impl IntoIterator<Item = &'b CardId>,
        context: Option<&CardId>,
    ) -> Vec<Item> {
        let context: Vec<usize> =
            context.and_then(|card| self.index.get(card)).copied().into_iter().collect();
        let mut walk = Walk { deck: self, seen: HashSet::new(), items: Vec::new() };
        for root in roots {
            walk.add(root, &context);
        }
        walk.items
    }

    /// Whether a card is among some.
    pub(super) fn holds(&self, card: &CardId, cards: &HashSet<usize>) -> bool {
        self.index.get(card).is_some_and(|card| cards.contains(card))
    }

    /// How many cards below a card are not among some.
    pub(super) fn below_without(&self, card: &CardId, shown: &HashSet<usize>) -> usize {
        self.items([card], None).iter().filter(|item| !shown.contains(&item.card)).count()
    }
}

struct Walk<'a, 'b> {
    deck: &'a Deck<'b>,
    seen: HashSet<usize>,
    items: Vec<Item>,
}

impl Walk<'_, '_> {
    fn add(&mut self, card: &CardId, above: &[usize]) {
        let Some(index) = self.deck.index.get(card).copied() else { return };
        if !self.seen.insert(index) {
            return;
        }
        self.items.push(Item { card: index, depth: above.len(), above: above.to_vec() });
        let above: Vec<usize> = above.iter().copied().chain([index]).collect();
        for child in self.deck.structure().children(card) {
            self.add(child, &above);
        }
    }
}
