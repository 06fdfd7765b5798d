//! What the latest point says of change, and what the latest limits say of the goal, as NHS England's icons do.

use crate::{
    chart::Chart,
    near::compare,
    rules::{Pattern, Rule, Side},
    settings::Direction,
};

/// What the latest point says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Variation {
    /// Nothing that chance does not do.
    CommonCause,
    /// A change for the better.
    Improvement(Side),
    /// A change for the worse.
    Concern(Side),
    /// A change, neither better nor worse.
    Neutral(Side),
}

/// What can be expected of the goal while nothing changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Assurance {
    /// The goal is met in every period.
    Pass,
    /// The goal is missed in every period.
    Fail,
    /// The goal is hit and missed by chance.
    HitAndMiss,
}

/// Which pattern speaks where a point is in several: the first of these.
const PRECEDENCE: [Rule; 5] =
    [Rule::OutsideLimits, Rule::Trend, Rule::TwoOfThree, Rule::Shift, Rule::LongRun];

impl Chart {
    /// The pattern that speaks for a point: outside before trend, two of three and shift. Patterns of a whole phase
    /// speak for none.
    pub fn pattern_at(&self, point: usize) -> Option<&Pattern> {
        let at = |rule: &Rule| {
            self.patterns.iter().find(|pattern| pattern.rule == *rule && pattern.points.contains(&point))
        };
        PRECEDENCE.iter().find_map(at)
    }

    /// What a point says.
    pub fn variation_at(&self, point: usize) -> Variation {
        match (self.pattern_at(point).map(|pattern| pattern.side), self.settings.direction) {
            (None | Some(Side::Both), _) => Variation::CommonCause,
            (Some(side), Direction::Neither) => Variation::Neutral(side),
            (Some(Side::High), Direction::Up) => Variation::Improvement(Side::High),
            (Some(Side::Low), Direction::Down) => Variation::Improvement(Side::Low),
            (Some(side), _) => Variation::Concern(side),
        }
    }
}

/// What the latest point says. None without a point, and where only the phase as a whole shows a pattern: then
/// neither "common cause" nor a side would be true.
pub(crate) fn variation(chart: &Chart) -> Option<Variation> {
    let latest = chart.latest()?;
    let variation = chart.variation_at(latest);
    let phase = chart.points[latest].phase;
    let is_whole = |pattern: &Pattern| pattern.phase == phase && pattern.side == Side::Both;
    let unsaid = variation == Variation::CommonCause && chart.patterns.iter().any(is_whole);
    (!unsaid).then_some(variation)
}

/// The goal against the latest limits, strictly.
pub(crate) fn assurance(chart: &Chart) -> Option<Assurance> {
    let target = chart.settings.target.filter(|target| !target.is_nan())?;
    let limits = chart.points[chart.latest()?].limits?;
    let (above, below) = (compare(target, limits.upper[2]).is_gt(), compare(target, limits.lower[2]).is_lt());
    match chart.settings.direction {
        Direction::Neither => None,
        Direction::Up if above => Some(Assurance::Fail),
        Direction::Up if below => Some(Assurance::Pass),
        Direction::Down if above => Some(Assurance::Pass),
        Direction::Down if below => Some(Assurance::Fail),
        Direction::Up | Direction::Down => Some(Assurance::HitAndMiss),
    }
}
