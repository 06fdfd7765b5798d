//! PDSA cycles: a prediction, a small test, what was learnt, what next.

use std::fmt;
use std::str::FromStr;

use crate::{
    diagram::{Deleted, UnknownName, names},
    id::{CardId, CycleId, EntryId},
    order::Order,
};

/// What the team does after a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Act {
    Adopt,
    Adapt,
    Abandon,
}
names!(Act: Adopt = "adopt", Adapt = "adapt", Abandon = "abandon");

/// The texts of a cycle that several people may type in at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum CycleText {
    Title,
    Objective,
    Plan,
    DataPlan,
    Do,
    Observations,
    Study,
    Next,
    Sustain,
}
names!(CycleText: Title = "title", Objective = "objective", Plan = "plan", DataPlan = "data_plan", Do = "do",
    Observations = "observations", Study = "study", Next = "next", Sustain = "sustain");

impl CycleText {
    /// All of them, in the order of the page.
    pub const ALL: [CycleText; 9] = {
        use CycleText::*;
        [Title, Objective, Plan, DataPlan, Do, Observations, Study, Next, Sustain]
    };
}

/// One test of a change idea.
#[derive(Debug, Clone, PartialEq)]
pub struct Cycle {
    /// Its id.
    pub id: CycleId,
    /// The change idea it tests, where said.
    pub idea: Option<CardId>,
    /// Its number in the ramp; none when not said.
    pub number: Option<f64>,
    /// Its texts; one that is not there is empty.
    pub texts: std::collections::BTreeMap<CycleText, String>,
    /// Collect, develop, test or implement; empty when not said.
    pub kind: String,
    /// Whether it was carried out as planned; empty when not said.
    pub carried_out: String,
    /// What came of it.
    pub act: Option<Act>,
    /// The first day; empty when not said.
    pub start: String,
    /// The last day; empty when not said.
    pub end: String,
    /// How big the test is.
    pub scale: String,
    /// Who runs it; empty when nobody.
    pub owner: String,
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// The tasks, in order of their ids.
    pub tasks: Vec<Task>,
    /// Where it stands among all cycles.
    pub order: Order,
    /// Set while it is deleted.
    pub deleted: Option<Deleted>,
}

impl Cycle {
    /// A cycle with nothing said.
    pub fn new(id: CycleId) -> Self {
        Self {
            id,
            idea: None,
            number: None,
            texts: Default::default(),
            kind: String::new(),
            carried_out: String::new(),
            act: None,
            start: String::new(),
            end: String::new(),
            scale: String::new(),
            owner: String::new(),
            questions: Vec::new(),
            tasks: Vec::new(),
            order: Order::default(),
            deleted: None,
        }
    }

    /// One of its texts.
    pub fn text(&self, field: CycleText) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }
}

/// What the test is to answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its id within the cycle.
    pub id: EntryId,
    /// Where it stands in the list.
    pub order: Order,
    /// What we ask.
    pub question: String,
    /// What we think will happen.
    pub prediction: String,
    /// What happened.
    pub result: String,
    /// Whether the result matched the prediction, where said.
    pub matched: Option<bool>,
}

/// Who does what, when and where.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub struct Task {
    pub id: EntryId,
    pub who: String,
    pub what: String,
    pub when: String,
    pub place: String,
    pub done: bool,
}
