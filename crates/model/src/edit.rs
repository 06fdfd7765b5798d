//! Edits: what a person intends, as the smallest changes of one project.
//!
//! One [`Edit`] is one transaction of the document and one step of undo (rule D7).

use crate::{
    charter::{Member, Milestone, Readiness},
    contribution::Comment,
    cycle::{Cycle, CycleText, Question, Task},
    diagram::{Amount, Card, Deleted, Evidence, Level, Link, LinkKey, Matters, Status, Strength},
    id::{CardId, CycleId, EntryId, MeasureId},
    measure::{Direction, Kind, Measure, Observation, PlanField, PlanNumber},
    order::Order,
};

/// What one action of a person changes, all of it or nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Edit {
    /// The changes, in the order in which they are written.
    pub changes: Vec<Change>,
}

impl Edit {
    /// An edit of one change.
    pub fn one(change: Change) -> Self {
        Self { changes: vec![change] }
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

impl FromIterator<Change> for Edit {
    fn from_iter<Changes: IntoIterator<Item = Change>>(changes: Changes) -> Self {
        Self { changes: changes.into_iter().collect() }
    }
}

/// A text that several people may type in at once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum TextField {
    Title,
    Why,
    Scope,
    ProtectedTime,
    MessageWhy,
    MessageWhat,
    MessageBenefits,
    CardText(CardId),
    CardNote(CardId),
    MeasureName(MeasureId),
    MeasureDefinition(MeasureId),
    Cycle(CycleId, CycleText),
    Question(CycleId, EntryId, QuestionText),
}

/// The texts of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum QuestionText {
    Question,
    Prediction,
    Result,
}

/// One delete and one insert at one place of a text. Places and lengths are in UTF-16 units, as browsers count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextChange {
    /// Where.
    pub at: u32,
    /// How much is taken away there.
    pub delete: u32,
    /// What is put there.
    pub insert: String,
}

/// The smallest thing an edit can change.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Changes a text somewhere (rule D9).
    Text(TextField, TextChange),
    /// Makes a card under a fresh id, with all that is said of it (rule D10: undoing it is a soft delete).
    AddCard(Box<Card>),
    /// Sets one field of a card.
    Card(CardId, CardField),
    /// Adds or takes away a tag.
    Tag(CardId, String, Presence),
    /// Draws a link with all that is said of it; where it exists, sets its order.
    Link(Box<Link>),
    /// Sets one field of a link.
    SetLink(LinkKey, LinkField),
    /// Takes a link away.
    Unlink(LinkKey),
    /// Adds evidence on a card or a link.
    Evidence(Subject, EntryId, Evidence),
    /// Says something about a card under a fresh id; what stands there stays as it is (rule D14).
    Comment(Box<Comment>),
    /// Settles a comment with all its replies, or opens it again.
    Resolve(EntryId, Presence),
    /// Makes a measure under a fresh id, with its observations.
    AddMeasure(Box<Measure>),
    /// Sets one field of a measure.
    Measure(MeasureId, MeasureField),
    /// Says that a measure watches a card, or no longer does.
    MeasureCard(MeasureId, CardId, Presence),
    /// Sets an observation by its key.
    Observe(MeasureId, Observation),
    /// Takes an observation away by its key.
    Forget(MeasureId, String),
    /// Makes a cycle under a fresh id, with its questions and tasks.
    AddCycle(Box<Cycle>),
    /// Sets one field of a cycle.
    Cycle(CycleId, CycleField),
    /// Makes a question.
    AddQuestion(CycleId, Question),
    /// Says whether the result matched.
    Matched(CycleId, EntryId, Option<bool>),
    /// Sets a task, or takes it away.
    Task(CycleId, EntryId, Option<Task>),
    /// Makes a member of the team, or sets all of their fields.
    Member(Member),
    /// Makes a milestone, or sets all of its fields.
    Milestone(Milestone),
    /// Makes a readiness statement, or sets all of its fields.
    Readiness(Readiness),
    /// Takes a member, milestone or statement away.
    RemoveEntry(CharterList, EntryId),
    /// Says "not for us" of a finding, or takes that back: `<finding>/<card or measure>`.
    Dismiss(String, Presence),
    /// Says something of the project as a whole.
    Meta(MetaField),
    /// Keeps what a file said and we do not know: JSON path, JSON text.
    Extra(String, String),
}

/// Whether something is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Presence {
    Present,
    Absent,
}

/// What evidence is about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Subject {
    Card(CardId),
    Link(LinkKey),
}

/// The lists of the charter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum CharterList {
    Team,
    Milestones,
    Readiness,
}

/// A field of a card that is set as a whole.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "as in Card")]
pub enum CardField {
    Level(Level),
    Status(Option<Status>),
    Owner(String),
    Impact(Option<Amount>),
    Effort(Option<Amount>),
    Matters(Option<Matters>),
    Address(String),
    Order(Order),
    Deleted(Option<Deleted>),
}

/// A field of a link that is set as a whole.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "as in Link")]
pub enum LinkField {
    Strength(Strength),
    Rationale(String),
}

/// A field of a measure that is set as a whole.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "as in Measure")]
pub enum MeasureField {
    Kind(Option<Kind>),
    Direction(Option<Direction>),
    Plan(PlanField, String),
    Number(PlanNumber, Option<f64>),
    GoalDate(String),
    Screen(bool),
    Order(Order),
    Deleted(Option<Deleted>),
}

/// A field of a cycle that is set as a whole.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "as in Cycle")]
pub enum CycleField {
    Idea(Option<CardId>),
    Number(Option<f64>),
    Kind(String),
    CarriedOut(String),
    Act(Option<crate::cycle::Act>),
    Start(String),
    End(String),
    Scale(String),
    Owner(String),
    Order(Order),
    Deleted(Option<Deleted>),
}

/// A field of the project as a whole.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "as in Project")]
pub enum MetaField {
    Language(String),
    CreatedAt(f64),
    From(String),
}
