//! Which card hangs from which, as numbers: the trees of home parents, and the order from top to bottom.

use model::{CardId, Level};
use rustc_hash::{FxHashMap, FxHashSet};

use super::Input;

/// The cards of an input, by their index in it.
pub(super) struct Forest {
    /// Each card's column.
    pub(super) levels: Vec<Level>,
    /// Each card's height in pixels.
    pub(super) heights: Vec<f64>,
    /// Each card's home parent.
    pub(super) homes: Vec<Option<usize>>,
    /// The children that have a card as their home parent, in order.
    pub(super) home_children: Vec<Vec<usize>>,
    /// All children of a card, in order.
    pub(super) children: Vec<Vec<usize>>,
    /// Cards without a parent: aims first, then what is not linked yet.
    pub(super) roots: Vec<usize>,
    /// The links that can be drawn.
    pub(super) links: Vec<Link>,
    /// The cards of each level from top to bottom, as in the outline.
    pub(super) columns: [Vec<usize>; Level::ALL.len()],
    /// Each card's place in the outline.
    pub(super) ranks: Vec<usize>,
    /// The primary driver above each card, counted from the top.
    pub(super) branches: Vec<Option<usize>>,
}

/// A link between two cards, by their index.
pub(super) struct Link {
    /// Its index in the input.
    pub(super) index: usize,
    pub(super) parent: usize,
    pub(super) child: usize,
}

impl Forest {
    pub(super) fn of(input: &Input) -> Self {
        let count = input.cards.len();
        let mut forest = Forest {
            levels: input.cards.iter().map(|card| card.level).collect(),
            heights: input.cards.iter().map(|card| card.height).collect(),
            homes: vec![None; count],
            home_children: vec![Vec::new(); count],
            children: vec![Vec::new(); count],
            roots: Vec::new(),
            links: sound_links(input),
            columns: Default::default(),
            ranks: vec![0; count],
            branches: vec![None; count],
        };
        forest.hang();
        forest.number();
        forest
    }

    fn hang(&mut self) {
        for Link { parent, child, .. } in &self.links {
            self.children[*parent].push(*child);
            if self.homes[*child].is_none() {
                self.homes[*child] = Some(*parent);
                self.home_children[*parent].push(*child);
            }
        }
        self.roots = (0..self.homes.len()).filter(|card| self.homes[*card].is_none()).collect();
        model::sort::by_key(&mut self.roots, |card| self.levels[*card]);
    }

    /// Walks the outline: ranks, columns, branches.
    fn number(&mut self) {
        let mut waiting: Vec<usize> = self.roots.iter().rev().copied().collect();
        let mut rank = 0;
        while let Some(card) = waiting.pop() {
            self.ranks[card] = rank;
            rank += 1;
            let column = &mut self.columns[self.levels[card] as usize];
            column.push(card);
            self.branches[card] = match self.levels[card] {
                Level::Primary => Some(column.len() - 1),
                _ => self.homes[card].and_then(|home| self.branches[home]),
            };
            waiting.extend(self.home_children[card].iter().rev());
        }
    }

    /// Whether a link leads to its card's home parent.
    pub(super) fn is_home(&self, link: &Link) -> bool {
        self.homes[link.child] == Some(link.parent)
    }

    /// Whether a card hangs from nothing and is no aim.
    pub(super) fn is_unlinked(&self, card: usize) -> bool {
        self.homes[card].is_none() && self.levels[card] != Level::Aim
    }
}

/// The links whose ends are there and whose levels fall, each once.
fn sound_links(input: &Input) -> Vec<Link> {
    // Of two cards with one id the first counts.
    let index_of: FxHashMap<&CardId, usize> =
        input.cards.iter().enumerate().rev().map(|(index, card)| (&card.id, index)).collect();
    let mut seen = FxHashSet::default();
    let link = |(index, key): (usize, &model::LinkKey)| {
        let (parent, child) = (*index_of.get(&key.to)?, *index_of.get(&key.from)?);
        let falls = input.cards[child].level.can_drive(input.cards[parent].level);
        (falls && seen.insert((parent, child))).then_some(Link { index, parent, child })
    };
    input.links.iter().enumerate().filter_map(link).collect()
}
