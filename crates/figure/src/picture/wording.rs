//! The words of a diagram's picture; those of another language are handed in.

use model::{Level, Status};

use crate::diagram::Layout;

/// Everything that a picture says beside what people wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Wording {
    /// The headings of the columns, in the order of the levels.
    pub headings: [Heading; 5],
    /// The names of the statuses, in their order.
    pub statuses: [String; 6],
    /// What a dotted line means.
    pub weak: String,
    /// What the picture is; the numbers of cards follow.
    pub diagram: String,
}

/// The heading of one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// What the cards are.
    pub name: String,
    /// The question they answer.
    pub question: String,
}

impl Wording {
    /// The heading of a level's column.
    pub fn heading(&self, level: Level) -> &Heading {
        &self.headings[level as usize]
    }

    /// The name of a status.
    pub fn status(&self, status: Status) -> &str {
        &self.statuses[status as usize]
    }

    /// What the picture shows, in one sentence.
    pub(super) fn description(&self, layout: &Layout) -> String {
        let count = |level| layout.cards.iter().filter(|card| card.level == level).count();
        let part = |level| format!("{}: {}", self.heading(level).name, count(level));
        let parts: Vec<String> = layout.columns.iter().map(|column| part(column.level)).collect();
        format!("{}. {}.", self.diagram, parts.join(", "))
    }
}

impl Default for Wording {
    /// English.
    fn default() -> Self {
        let headings = [
            ("Aim", "What do we want, by when?"),
            ("Primary drivers", "What most affects it?"),
            ("Secondary drivers", "What affects that?"),
            ("Tertiary drivers", "What affects that in turn?"),
            ("Change ideas", "What could we test?"),
        ];
        let heading =
            |(name, question): (&str, &str)| Heading { name: name.into(), question: question.into() };
        Self {
            headings: headings.map(heading),
            statuses: ["Suggested", "Planned", "Testing", "Adopted", "Parked", "Stopped"].map(String::from),
            weak: "A dotted line is a weaker influence".into(),
            diagram: "Driver diagram".into(),
        }
    }
}
