//! The measure plan: what is counted, how, by whom, and the observations.

use std::fmt;
use std::str::FromStr;

use crate::{
    diagram::{Deleted, UnknownName, names},
    id::{CardId, MeasureId},
    order::Order,
};

/// What a measure watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The aim itself.
    Outcome,
    /// Whether the drivers and changes happen.
    Process,
    /// What could get worse elsewhere.
    Balancing,
}
names!(Kind: Outcome = "outcome", Process = "process", Balancing = "balancing");

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Direction {
    Up,
    Down,
    Neither,
}
names!(Direction: Up = "up", Down = "down", Neither = "neither");

/// The plain texts of a measure that are not typed by several people at once: one row a field of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum PlanField {
    Purpose,
    Action,
    Calculation,
    Numerator,
    Denominator,
    Population,
    Unit,
    Source,
    Electronic,
    Method,
    Sampling,
    Frequency,
    Start,
    Collector,
    Reviewer,
    Reporting,
    Stratification,
    Display,
    Baseline,
    Chart,
    Rules,
    Phases,
}
names!(PlanField:
    Purpose = "purpose", Action = "action", Calculation = "calculation", Numerator = "numerator", Denominator = "denominator",
    Population = "population", Unit = "unit", Source = "source", Electronic = "electronic", Method = "method", Sampling = "sampling",
    Frequency = "frequency", Start = "start", Collector = "collector", Reviewer = "reviewer", Reporting = "reporting",
    Stratification = "stratification", Display = "display", Baseline = "baseline", Chart = "chart", Rules = "rules", Phases = "phases");

impl PlanField {
    /// All of them, in the plan's order.
    pub const ALL: [PlanField; 22] = {
        use PlanField::*;
        [
            Purpose,
            Action,
            Calculation,
            Numerator,
            Denominator,
            Population,
            Unit,
            Source,
            Electronic,
            Method,
            Sampling,
            Frequency,
            Start,
            Collector,
            Reviewer,
            Reporting,
            Stratification,
            Display,
            Baseline,
            Chart,
            Rules,
            Phases,
        ]
    };
}

/// The numbers of a measure's plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum PlanNumber {
    Multiplier,
    BaselineValue,
    GoalValue,
    Shift,
    Trend,
    Freeze,
}
names!(PlanNumber: Multiplier = "multiplier", BaselineValue = "baseline_value", GoalValue = "goal_value", Shift = "shift", Trend = "trend", Freeze = "freeze");

impl PlanNumber {
    /// All of them.
    pub const ALL: [PlanNumber; 6] = {
        use PlanNumber::*;
        [Multiplier, BaselineValue, GoalValue, Shift, Trend, Freeze]
    };
}

/// One measure with its plan and its observations.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// Its id.
    pub id: MeasureId,
    /// Its name.
    pub name: String,
    /// The operational definition.
    pub definition: String,
    /// Outcome, process or balancing, where said.
    pub kind: Option<Kind>,
    /// Which way is better, where said.
    pub direction: Option<Direction>,
    /// The plan's texts; a field that is not there was not said.
    pub plan: std::collections::BTreeMap<PlanField, String>,
    /// The plan's numbers; one that is not there was not said.
    pub numbers: std::collections::BTreeMap<PlanNumber, f64>,
    /// The date of the goal; empty when not said.
    pub goal_date: String,
    /// Whether ranges beyond the upper limit are screened out once.
    pub screen: bool,
    /// The cards it watches, in the cards' own order of ids.
    pub cards: Vec<CardId>,
    /// Dated changes of the definition.
    pub definition_notes: Vec<DatedNote>,
    /// The observations, by date and then by key.
    pub observations: Vec<Observation>,
    /// Where it stands in the plan.
    pub order: Order,
    /// Set while it is deleted.
    pub deleted: Option<Deleted>,
}

impl Measure {
    /// A measure with a name and nothing else said.
    pub fn new(id: MeasureId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            definition: String::new(),
            kind: None,
            direction: None,
            plan: Default::default(),
            numbers: Default::default(),
            goal_date: String::new(),
            screen: false,
            cards: Vec::new(),
            definition_notes: Vec::new(),
            observations: Vec::new(),
            order: Order::default(),
            deleted: None,
        }
    }
}

/// A note with its date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedNote {
    /// Its key within the measure.
    pub key: String,
    /// An ISO date, as it was written.
    pub date: String,
    /// What changed.
    pub text: String,
}

/// Where the lines of a chart begin anew, and why: a person decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseStart {
    /// The first day of the phase, `yyyy-mm-dd`.
    pub date: String,
    /// Why; never empty where our own pages wrote it.
    pub reason: String,
}

/// What was seen in one period, or at one event.
#[derive(Debug, Clone, PartialEq)]
pub struct Observation {
    /// `yyyy-mm-dd`, or `yyyy-mm-dd~random` for events; unique within the measure.
    pub key: String,
    /// The number or numbers.
    pub value: Value,
    /// A note on the point; empty when there is none.
    pub note: String,
    /// Whether it stands outside centre, limits and run analysis.
    pub ghost: bool,
}

impl Observation {
    /// One without a note that counts.
    pub fn new(key: impl Into<String>, value: Value) -> Self {
        Self { key: key.into(), value, note: String::new(), ghost: false }
    }

    /// The date: the first day of the period, `yyyy-mm-dd`.
    pub fn date(&self) -> &str {
        self.key.split('~').next().unwrap_or_default()
    }
}

/// What an observation holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// One number.
    Number(f64),
    /// A numerator over a denominator.
    Ratio(f64, f64),
    /// A subgroup of single measurements.
    Subgroup(Vec<f64>),
}
