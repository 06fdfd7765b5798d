//! From a tree to columns: which level each line has, and whether its links can be drawn.

use model::{
    Level,
    action::{Board, Spot},
};

use super::{
    Effect, Fault, Outline, OutlineCard,
    line::named,
    tree::{Tree, TreeCard, TreeLink, shown},
};

const UNDER_IDEA: &str = "stands under a change idea, and nothing goes there";

/// What an outline is read for: a whole diagram, or a spot in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ground {
    /// The level of the card under which it is pasted; none where it hangs from nothing.
    pub parent: Option<Level>,
    /// The level that one pasted card would get.
    pub level: Level,
}

impl Ground {
    /// A whole diagram.
    pub const WHOLE: Ground = Ground { parent: None, level: Level::Aim };

    /// The ground at a spot of a diagram.
    pub fn at(board: Board<'_>, spot: &Spot) -> Self {
        let parent = spot.parent.as_ref().and_then(|parent| board.structure.level(parent));
        Ground { parent, level: spot.level }
    }

    pub(super) fn effect(self) -> Option<Effect> {
        self.parent.map(|_| Effect::Ground)
    }

    /// The level of the outermost lines. Lines with others under them cannot be ideas: they become the drivers that
    /// have room for what is under them.
    fn first_level(self, depth: usize) -> Level {
        match self.level {
            Level::Idea if depth > 0 => match self.parent {
                Some(parent) => parent.lower().unwrap_or(Level::Idea),
                None => [Level::Tertiary, Level::Secondary, Level::Primary][depth.min(3) - 1],
            },
            level => level,
        }
    }
}

/// Gives every card its level, and refuses what cannot be drawn.
pub(super) fn assign(tree: Tree, ground: Ground) -> Result<Outline, Fault> {
    let deepest = tree.cards.iter().map(|card| card.depth).max().unwrap_or_default();
    let has_children = tree.links.iter().any(|each| matches!(each.link.to, Effect::Card(_)));
    let first = ground.first_level(if has_children { deepest } else { 0 });
    let columns = Columns { first: place(first), marked: tree.marked, deepest };
    let cards: Result<Vec<OutlineCard>, Fault> =
        tree.cards.into_iter().map(|card| columns.seat(card)).collect();
    let outline = Outline { cards: cards?, links: tree.links.iter().map(|each| each.link).collect() };
    tree.links.iter().try_for_each(|link| outline.check(link, ground))?;
    Ok(outline)
}

/// The place of a level, from 0 for the aim.
fn place(level: Level) -> usize {
    Level::ALL.iter().position(|each| *each == level).expect("ALL holds every level")
}

/// How depth becomes a column.
struct Columns {
    /// The place of the outermost lines.
    first: usize,
    marked: bool,
    deepest: usize,
}

impl Columns {
    fn seat(&self, card: TreeCard) -> Result<OutlineCard, Fault> {
        let column = card.depth + if card.unlinked { 0 } else { self.first };
        let level = match card.level {
            _ if card.idea => Some(Level::Idea),
            Some(level) => Some(level),
            None => self.level(column),
        };
        let message = if self.first == place(Level::Idea) {
            UNDER_IDEA
        } else if self.marked {
            "would be a fourth level of drivers: put > before it if it is a change idea"
        } else {
            "is deeper than the five levels of a diagram"
        };
        let level = level.ok_or(Fault { line: card.line, message: message.into() })?;
        let text = match named(&card.text) {
            // The column says it already.
            Some((name, rest)) if name == level && !card.literal => rest.to_owned(),
            _ => card.text,
        };
        Ok(OutlineCard { line: card.line, level, text })
    }

    /// The level at a place: without any mark, the deepest of four levels is ideas, of five the fourth is tertiary drivers.
    fn level(&self, column: usize) -> Option<Level> {
        let four = self.first + self.deepest == place(Level::Tertiary) && self.deepest > 0;
        match Level::ALL.get(column).copied() {
            Some(Level::Idea) if self.marked && self.first != place(Level::Idea) => None,
            Some(Level::Tertiary) if !self.marked && four => Some(Level::Idea),
            level => level,
        }
    }
}

impl Outline {
    fn check(&self, each: &TreeLink, ground: Ground) -> Result<(), Fault> {
        let card = &self.cards[each.link.from];
        let (level, name) = match each.link.to {
            Effect::Card(effect) => (Some(self.cards[effect].level), Some(&self.cards[effect].text)),
            Effect::Ground => (ground.parent, None),
        };
        let message = match level {
            Some(Level::Idea) => UNDER_IDEA.to_owned(),
            Some(level) if !card.level.can_drive(level) => {
                let name = name.map_or("there".to_owned(), |name| format!("under “{}”", shown(name)));
                format!(
                    "puts “{}” {name}, where it cannot stand: a card works on one further to the left",
                    shown(&card.text)
                )
            }
            _ => return Ok(()),
        };
        Err(Fault { line: each.line, message })
    }
}
