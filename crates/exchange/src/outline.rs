//! Outlines: a diagram as indented text, one card a line, read from anywhere and written back.
//!
//! ```text
//! Cut waits to 60 minutes by June         the first line is the aim
//!   Shared awareness                      two spaces or a tab deeper: a primary driver
//!     Both teams know who waits           a secondary driver
//!       > Joint huddle at 8:30            `>` makes an idea, at any depth
//!   Timely assessment
//!     = Both teams know who waits         the same card under a second parent
//! Not linked yet:                         from here on, what hangs from nothing; tabs say the column
//! > A red prompt on the board
//! ```
//! A `\` before a line takes the rest as it is. Where several cards share a text, `=2 text` means the one before the nearest.
//! Names and headings are read in English and in Welsh, and written in the reader's language.
//! Two spaces more are always one level; tabs count, so that a driver may skip a column.

use model::Level;

mod levels;
mod line;
mod names;
mod plant;
mod source;
mod tree;
mod write;

mod bullets;

pub use bullets::write_bullets;
pub use levels::Ground;
pub use write::{write, write_branches, write_project};

/// The longest text that is read, in bytes.
pub const LONGEST: usize = 10_000_000;
/// The most cards one outline may have: more than a project holds.
pub const MOST: usize = 20_000;

/// What is wrong with an outline, in one sentence for whoever pasted it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Line {line} {message}.")]
pub struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    /// What, in words that follow the line.
    pub message: String,
}

/// Cards and links that were read from text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// The cards, in the order of their lines.
    pub cards: Vec<OutlineCard>,
    /// The links, in the order of their lines.
    pub links: Vec<OutlineLink>,
}

/// A card that was read from a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineCard {
    /// The line, counted from 1.
    pub line: usize,
    /// Its column.
    pub level: Level,
    /// Its text, without line breaks.
    pub text: String,
}

/// A link that was read from the indentation of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OutlineLink {
    /// The cause, by its place among the cards.
    pub from: usize,
    /// The effect.
    pub to: Effect,
}

/// What a card of an outline stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Another card of the outline, by its place.
    Card(usize),
    /// The card under which the outline is pasted.
    Ground,
}

impl Outline {
    /// Reads the outline of a whole diagram: the first line is the aim.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        levels::assign(tree::Tree::grow(source::rows(text)?, Ground::WHOLE)?, Ground::WHOLE)
    }

    /// Reads an outline that is pasted somewhere into a diagram.
    pub fn parse_at(text: &str, ground: Ground) -> Result<Self, Fault> {
        levels::assign(tree::Tree::grow(source::rows(text)?, ground)?, ground)
    }

    /// What it would bring, to be shown before it does.
    pub fn preview(&self) -> Preview {
        let count = |level| self.cards.iter().filter(|card| card.level == level).count();
        let columns = Level::ALL.map(|level| (level, count(level))).into_iter();
        let mut parents = vec![0usize; self.cards.len()];
        self.links.iter().for_each(|link| parents[link.from] += 1);
        let unlinked = |(card, parents): &(&OutlineCard, &usize)| **parents == 0 && card.level != Level::Aim;
        Preview {
            columns: columns.filter(|(_, count)| *count > 0).collect(),
            shared: parents.iter().filter(|parents| **parents > 1).count(),
            unlinked: self.cards.iter().zip(&parents).filter(unlinked).count(),
        }
    }
}

/// How many cards an outline would bring into which column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The columns that would get cards, from the left, and how many.
    pub columns: Vec<(Level, usize)>,
    /// How many of them stand under more than one card.
    pub shared: usize,
    /// How many stand under none, the aim left out.
    pub unlinked: usize,
}
