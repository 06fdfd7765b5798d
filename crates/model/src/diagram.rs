//! Cards and links: what stands on a driver diagram.

use std::{collections::BTreeSet, fmt, str::FromStr};

use crate::{id::CardId, order::Order};

/// The column a card stands in, from the aim on the left to the change ideas on the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// What we want, by when.
    Aim,
    /// What most affects the aim.
    Primary,
    /// What affects a primary driver.
    Secondary,
    /// What affects a secondary driver; rare.
    Tertiary,
    /// What could be tested.
    Idea,
}

impl Level {
    /// All levels, from cause's end: the aim first.
    pub const ALL: [Level; 5] = [Level::Aim, Level::Primary, Level::Secondary, Level::Tertiary, Level::Idea];

    /// Whether a card of this level can be the cause of one of that level (rule D2: a link leads from a lower level
    /// to a higher one, so that a cycle cannot be drawn).
    pub fn can_drive(self, effect: Level) -> bool {
        self > effect
    }

    /// Whether it is one of the three levels of drivers.
    pub fn is_driver(self) -> bool {
        matches!(self, Level::Primary | Level::Secondary | Level::Tertiary)
    }

    /// The level of a first child: aim → primary → secondary → idea, tertiary → idea; ideas have none.
    pub fn first_child(self) -> Option<Level> {
        match self {
            Level::Aim => Some(Level::Primary),
            Level::Primary => Some(Level::Secondary),
            Level::Secondary | Level::Tertiary => Some(Level::Idea),
            Level::Idea => None,
        }
    }

    /// The level of one column further right, if there is one.
    pub fn lower(self) -> Option<Level> {
        Level::ALL.into_iter().find(|level| *level > self)
    }

    /// The level of one column further left, if there is one.
    pub fn higher(self) -> Option<Level> {
        Level::ALL.into_iter().rev().find(|level| *level < self)
    }
}

/// A table between the values of a small enum and their names in files and documents.
macro_rules! names {
    ($type:ident: $($value:ident = $name:literal),+ $(,)?) => {
        impl $type {
            /// The name in files and documents.
            pub const fn as_str(self) -> &'static str {
                match self { $($type::$value => $name),+ }
            }
        }
        impl fmt::Display for $type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.as_str())
            }
        }
        impl FromStr for $type {
            type Err = UnknownName;
            fn from_str(name: &str) -> Result<Self, UnknownName> {
                match name { $($name => Ok($type::$value),)+ _ => Err(UnknownName(&[$($name),+])) }
            }
        }
    };
}
pub(crate) use names;

/// A word that is none of those allowed in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be one of {}", .0.join(", "))]
pub struct UnknownName(pub &'static [&'static str]);

names!(Level: Aim = "aim", Primary = "primary", Secondary = "secondary", Tertiary = "tertiary", Idea = "idea");

/// What became of a change idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Status {
    Suggested,
    Planned,
    Testing,
    Adopted,
    Parked,
    Stopped,
}
names!(Status: Suggested = "suggested", Planned = "planned", Testing = "testing", Adopted = "adopted", Parked = "parked", Stopped = "stopped");

/// How much impact, or how much effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Amount {
    Low,
    High,
}
names!(Amount: Low = "low", High = "high");

/// Whether an idea matters to people who use the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Matters {
    Yes,
    No,
    Unsure,
}
names!(Matters: Yes = "yes", No = "no", Unsure = "unsure");

/// How strongly a cause works on its effect: a solid or a dotted line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Strength {
    #[default]
    Strong,
    Weak,
}
names!(Strength: Strong = "strong", Weak = "weak");

/// What a test said of a card or a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Support {
    Supported,
    Refuted,
    Unknown,
}
names!(Support: Supported = "supported", Refuted = "refuted", Unknown = "unknown");

/// One piece of evidence for or against a card or a link.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// What it says.
    pub state: Support,
    /// Why we think so.
    pub reason: String,
    /// When, as it was written: an ISO date or time.
    pub at: String,
    /// Who wrote it.
    pub by: String,
}

/// Who deleted something, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Deleted {
    /// The name they go by.
    pub by: String,
    /// Milliseconds since 1970, by the clock of their device.
    pub at: f64,
}

/// A box on the diagram.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Its id.
    pub id: CardId,
    /// Its column.
    pub level: Level,
    /// One sentence, without line breaks.
    pub text: String,
    /// A longer note; empty when there is none.
    pub note: String,
    /// What became of it, where somebody said.
    pub status: Option<Status>,
    /// Who looks after it; empty when nobody.
    pub owner: String,
    /// How much it would help.
    pub impact: Option<Amount>,
    /// How much work it would be.
    pub effort: Option<Amount>,
    /// Whether it matters to people who use the service.
    pub matters: Option<Matters>,
    /// Words it can be found by.
    pub tags: BTreeSet<String>,
    /// An address to look at (https); empty when there is none.
    pub address: String,
    /// Where it sorts among cards without a link.
    pub order: Order,
    /// Who wrote it first; empty when unknown.
    pub by: String,
    /// When it was written first, in milliseconds since 1970; 0 when unknown.
    pub at: f64,
    /// The contribution or project it came from; empty when written here.
    pub from: String,
    /// What tests said of it, oldest first.
    pub evidence: Vec<Evidence>,
    /// Set while it is deleted.
    pub deleted: Option<Deleted>,
}

impl Card {
    /// A card with a level and a text, and nothing else said.
    pub fn new(id: CardId, level: Level, text: impl Into<String>) -> Self {
        Self {
            id,
            level,
            text: text.into(),
            note: String::new(),
            status: None,
            owner: String::new(),
            impact: None,
            effort: None,
            matters: None,
            tags: BTreeSet::new(),
            address: String::new(),
            order: Order::default(),
            by: String::new(),
            at: 0.0,
            from: String::new(),
            evidence: Vec::new(),
            deleted: None,
        }
    }
}

/// What a link joins.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkKey {
    /// The cause: the card of the lower level.
    pub from: CardId,
    /// The effect: the card of the higher level, its parent on the diagram.
    pub to: CardId,
}

/// A line between a cause and its effect.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// What it joins.
    pub key: LinkKey,
    /// Where the cause sorts under this effect.
    pub order: Order,
    /// Solid or dotted.
    pub strength: Strength,
    /// Why we think the one drives the other; empty when not said.
    pub rationale: String,
    /// What tests said of it, oldest first.
    pub evidence: Vec<Evidence>,
}

impl Link {
    /// A strong link with nothing else said.
    pub fn new(from: CardId, to: CardId, order: Order) -> Self {
        Self {
            key: LinkKey { from, to },
            order,
            strength: Strength::Strong,
            rationale: String::new(),
            evidence: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d2_only_a_lower_level_drives_a_higher_one() {
        for cause in Level::ALL {
            assert!(!cause.can_drive(cause));
            for effect in Level::ALL {
                assert!(!(cause.can_drive(effect) && effect.can_drive(cause)));
            }
        }
        assert!(Level::Idea.can_drive(Level::Aim));
        assert!(!Level::Aim.can_drive(Level::Primary));
    }

    #[test]
    fn e1_a_first_child_has_the_level_the_columns_promise() {
        let expected =
            [Some(Level::Primary), Some(Level::Secondary), Some(Level::Idea), Some(Level::Idea), None];
        assert_eq!(Level::ALL.map(Level::first_child), expected);
    }
}
