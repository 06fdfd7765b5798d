//! Patterns that chance seldom makes: each with its rule, its points, its side and its length.
//!
//! Missing points and ghosts are passed over: they neither count in a pattern nor break it. No pattern crosses the
//! boundary of a phase.

mod beyond;
mod counts;
mod stretches;

use crate::{
    chart::{Chart, Standing},
    kind::ChartKind,
    settings::RuleSet,
};
pub use beyond::{Zone, outside, two_of_three};
pub use counts::{few_crossings, long_runs, unusual_runs, usual_runs};
pub use stretches::{Ties, shift, trend};

/// A rule that a pattern meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// A point beyond the 3σ limits.
    OutsideLimits,
    /// So many points in a row that rise or fall.
    Trend,
    /// Two of three points in a row between 2σ and 3σ on one side, all three on that side of the centre.
    TwoOfThree,
    /// So many points in a row on one side of the centre.
    Shift,
    /// A run longer than is usual for so many points (Anhøj).
    LongRun,
    /// Fewer crossings of the centre than are usual for so many points (Anhøj).
    FewCrossings,
    /// Fewer runs than are usual for so many points (Perla).
    FewRuns,
    /// More runs than are usual for so many points (Perla).
    ManyRuns,
}

impl Rule {
    /// From which standing of its phase a pattern of it is shown: one near limits only where limits are.
    pub(crate) fn needs(self) -> Standing {
        match self {
            Rule::OutsideLimits | Rule::TwoOfThree => Standing::Full,
            _ => Standing::Trial,
        }
    }
}

/// Where a pattern lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Above the centre, or rising.
    High,
    /// Below the centre, or falling.
    Low,
    /// On both sides: it is about the whole phase.
    Both,
}

/// A pattern that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// What it meets.
    pub rule: Rule,
    /// Where it lies.
    pub side: Side,
    /// The phase it lies in.
    pub phase: usize,
    /// The points that are marked, in their order.
    pub points: Vec<usize>,
    /// How long it is: points in a row, crossings or runs.
    pub length: usize,
    /// How long it had to be at least, or at most for few crossings and runs.
    pub needed: usize,
}

/// The patterns by a chart's own rule set, phase by phase.
pub(crate) fn patterns(chart: &Chart) -> Vec<Pattern> {
    let lengths = chart.settings.lengths;
    let is_range = chart.settings.kind == ChartKind::MovingRange;
    let mut found = match chart.settings.rules {
        RuleSet::Anhoej if is_range => Vec::new(),
        RuleSet::Anhoej => [long_runs(chart), few_crossings(chart)].concat(),
        RuleSet::Shewhart | RuleSet::MakingDataCount if is_range => outside(chart),
        RuleSet::Perla if is_range => Vec::new(),
        RuleSet::Shewhart => [outside(chart), long_runs(chart), few_crossings(chart)].concat(),
        RuleSet::Perla => [
            shift(chart, lengths.shift, Ties::Pass),
            trend(chart, lengths.trend, Ties::Pass),
            unusual_runs(chart),
        ]
        .concat(),
        RuleSet::MakingDataCount => [
            outside(chart),
            trend(chart, lengths.trend, Ties::Break),
            two_of_three(chart, Zone::Between),
            shift(chart, lengths.shift, Ties::Break),
        ]
        .concat(),
    };
    found.sort_by_key(|pattern| pattern.phase);
    found
}
