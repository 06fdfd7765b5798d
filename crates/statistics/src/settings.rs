//! What a chart is made with: its kind, its rules with their lengths, and what people decided about it.

use crate::kind::ChartKind;

/// How a chart is made of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Which chart.
    pub kind: ChartKind,
    /// Which patterns are looked for.
    pub rules: RuleSet,
    /// How long a pattern has to be.
    pub lengths: Lengths,
    /// Centre and limits come from the first so many points of each phase; all where it is none or 0.
    pub freeze: Option<usize>,
    /// The first day of each further phase, in any order.
    pub phases: Vec<i32>,
    /// Whether ranges that are not below 3.267 times their mean are left out once.
    pub screen: bool,
    /// What a mean range is multiplied by to give three standard deviations, on XmR charts.
    pub range_factor: RangeFactor,
    /// What values, centre and limits are multiplied by in the end: 100 for percent, 1000 for "per 1,000".
    pub multiplier: f64,
    /// The goal, in the units of the chart.
    pub target: Option<f64>,
    /// Which way is better.
    pub direction: Direction,
}

impl Settings {
    /// A chart with a rule set and that set's own lengths, everything else as it is without a decision.
    pub fn new(kind: ChartKind, rules: RuleSet) -> Self {
        let range_factor = match rules {
            RuleSet::MakingDataCount => RangeFactor::Rounded,
            RuleSet::Anhoej | RuleSet::Perla | RuleSet::Shewhart => RangeFactor::Exact,
        };
        Self {
            kind,
            rules,
            lengths: rules.lengths(),
            freeze: None,
            phases: Vec::new(),
            screen: false,
            range_factor,
            multiplier: 1.0,
            target: None,
            direction: Direction::Neither,
        }
    }
}

/// A published set of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum RuleSet {
    /// An unusually long run, or unusually few crossings (Anhøj & Olesen 2014). For every chart but `mr`.
    #[default]
    Anhoej,
    /// Shift, trend, too few or too many runs (Perla, Provost & Murray 2011), for run charts.
    Perla,
    /// Outside the limits, shift, trend, two of three (NHS England).
    MakingDataCount,
    /// Outside the limits, and the two rules of Anhøj.
    Shewhart,
}

/// How many points make a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lengths {
    /// Points on one side.
    pub shift: usize,
    /// Points that rise or fall; one more than the steps between them.
    pub trend: usize,
}

impl RuleSet {
    /// All of them.
    pub const ALL: [RuleSet; 4] =
        [RuleSet::Anhoej, RuleSet::Perla, RuleSet::MakingDataCount, RuleSet::Shewhart];

    /// Its name in files and on the command line.
    pub fn name(self) -> &'static str {
        ["anhoej", "perla", "making-data-count", "shewhart"][self as usize]
    }

    /// The set of that name.
    pub fn named(name: &str) -> Option<RuleSet> {
        RuleSet::ALL.into_iter().find(|rules| rules.name() == name)
    }

    /// Its own lengths. Anhøj's follow from the number of points; those are not used then.
    pub fn lengths(self) -> Lengths {
        match self {
            RuleSet::Perla => Lengths { shift: 6, trend: 5 },
            RuleSet::Anhoej | RuleSet::MakingDataCount | RuleSet::Shewhart => Lengths { shift: 7, trend: 7 },
        }
    }

    /// Whether its lengths are settings that a chart should say.
    pub fn has_lengths(self) -> bool {
        matches!(self, RuleSet::Perla | RuleSet::MakingDataCount)
    }
}

/// Three standard deviations as a multiple of the mean moving range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RangeFactor {
    /// 3 / 1.128, with d₂ of two points to three places as in the usual tables; qicharts2, qcc, PowerBI-SPC.
    #[default]
    Exact,
    /// 2.66, as NHS England prints it; NHSRplotthedots.
    Rounded,
}

impl RangeFactor {
    /// One standard deviation as a multiple of the mean moving range.
    pub(crate) fn sigma(self) -> f64 {
        match self {
            RangeFactor::Exact => 1.0 / crate::limits::D2,
            RangeFactor::Rounded => 2.66 / 3.0,
        }
    }
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Direction {
    Up,
    Down,
    #[default]
    Neither,
}
