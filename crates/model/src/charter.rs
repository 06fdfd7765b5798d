//! The charter: why, what is in scope, who, when, and the three messages.

use crate::{id::EntryId, order::Order};

/// Why a project exists and who carries it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Charter {
    /// Why it happens.
    pub why: String,
    /// What is in and what is out.
    pub scope: String,
    /// The time that was promised to the team; empty when none was.
    pub protected_time: String,
    /// The three messages.
    pub messages: Messages,
    /// The team, in its order.
    pub team: Vec<Member>,
    /// What is due when, in order.
    pub milestones: Vec<Milestone>,
    /// Statements about being ready, in order.
    pub readiness: Vec<Readiness>,
}

/// What everybody should hear: why it happens, what exactly it means, what good it does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub struct Messages {
    pub why: String,
    pub what: String,
    pub benefits: String,
}

/// One of the team.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Its id.
    pub id: EntryId,
    /// Where it stands in the list.
    pub order: Order,
    /// A person's or a post's name.
    pub name: String,
    /// Sponsor, clinical leader, patient partner, …
    pub role: String,
    /// How far a patient partner takes part; empty when not said.
    pub level: String,
}

/// What is due when.
#[derive(Debug, Clone, PartialEq)]
pub struct Milestone {
    /// Its id.
    pub id: EntryId,
    /// Where it stands in the list.
    pub order: Order,
    /// An ISO date, as it was written.
    pub date: String,
    /// What is due.
    pub text: String,
}

/// A statement about being ready, and how far the team agrees.
#[derive(Debug, Clone, PartialEq)]
pub struct Readiness {
    /// Its id.
    pub id: EntryId,
    /// Where it stands in the list.
    pub order: Order,
    /// The statement.
    pub statement: String,
    /// 1 (not at all) to 7 (fully); none for "don't know".
    pub score: Option<f64>,
}
