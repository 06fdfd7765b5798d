//! What people send through a link, and what is said about cards.

use std::collections::BTreeMap;

/// What someone sent through a contribute link.
#[derive(Debug, Clone, PartialEq)]
pub struct Contribution {
    /// Its id.
    pub id: String,
    /// Idea, comment or vote.
    pub kind: String,
    /// What they wrote.
    pub text: String,
    /// The card it is about; empty when not sure.
    pub on: String,
    /// The name they gave; empty when none.
    pub by: String,
    /// Who sent it, as a keyed hash of this project.
    pub author: String,
    /// When the relay took it, in milliseconds since 1970.
    pub at: f64,
    /// What the team made of it; empty when not answered.
    pub status: String,
    /// What the team answered; empty when not answered.
    pub reply: String,
}

/// A remark on a card, or a reply to one.
#[derive(Debug, Clone, PartialEq)]
pub struct Comment {
    /// Its id.
    pub id: String,
    /// The card it is about.
    pub on: String,
    /// Who wrote it.
    pub by: String,
    /// When, in milliseconds since 1970.
    pub at: f64,
    /// What they wrote.
    pub text: String,
    /// The comment it answers; empty when none.
    pub reply_to: String,
    /// Whether it is settled.
    pub resolved: bool,
}

/// The votes of closed rounds: `<round>/<card>` and how many.
pub type Votes = BTreeMap<String, f64>;
