//! How often a chart of so many points shows a pattern although nothing changed.
//!
//! Computed, not simulated, and exact under what is assumed: the points are independent and of one distribution.
//! Where the centre comes from the points themselves, so many as are above and below it stand in any order alike
//! ([`Sides::Counted`]; points on the centre are passed over). A frozen centre is a fair coin ([`Sides::Coin`]: exact
//! for a median of very many, close for a mean of values that do not lean). Trends assume that no two neighbours are
//! equal. Patterns near the limits assume normal values and limits that are known, not estimated.

mod order;
mod tosses;

use crate::{
    chart::Chart,
    kind::ChartKind,
    rules::{Pattern, Rule},
    runs,
};
pub use order::trend;
pub use tosses::{few_crossings, long_run, run_counts};

/// The chance of a normal value above 2σ and above 3σ.
const TAILS: (f64, f64) = (0.022_750_131_948_179, 0.001_349_898_031_630);

/// How the useful points lie around the centre while nothing changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sides {
    /// So many points, each on either side, whatever the others do: the centre comes from elsewhere.
    Coin(usize),
    /// So many on one side and so many on the other, in any order: the centre comes from them.
    Counted(usize, usize),
}

impl Sides {
    /// So many points, half of them on each side.
    pub fn half(points: usize) -> Self {
        Sides::Counted(points.div_ceil(2), points / 2)
    }

    /// How many points there are on both sides.
    pub fn points(self) -> usize {
        match self {
            Sides::Coin(points) => points,
            Sides::Counted(one, other) => one + other,
        }
    }
}

/// How often chance alone makes a pattern.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chance {
    /// The share of charts that show such a pattern, from 0 to 1.
    pub share: f64,
    /// Of how many points these charts are.
    pub points: usize,
    /// How many of them lie above and below the centre, where it is these that stand in any order.
    pub sides: Option<(usize, usize)>,
}

/// The chance of such a pattern, as long as this one or longer, in a phase like its own, on either side. Of two of three
/// it is the chance that there is any.
pub(crate) fn of(chart: &Chart, pattern: &Pattern) -> Option<Chance> {
    // Ranges overlap: two neighbours share a value and are not independent.
    if chart.settings.kind == ChartKind::MovingRange {
        return None;
    }
    let phase = chart.phases.get(pattern.phase)?;
    let points = &chart.points[phase.points.clone()];
    let counted = points.iter().filter(|point| point.counted().is_some()).count();
    let above = points.iter().filter_map(runs::side).filter(|side| side.is_gt()).count();
    let useful = phase.runs.useful;
    let is_frozen = phase.baseline.end < phase.points.end;
    let split = if is_frozen { Sides::Coin(useful) } else { Sides::Counted(above, useful - above) };
    let length = pattern.length;
    let (share, points) = match pattern.rule {
        Rule::OutsideLimits => (outside(counted, length), counted),
        Rule::TwoOfThree => (two_of_three(counted), counted),
        Rule::Trend => (trend(counted, length), counted),
        Rule::Shift | Rule::LongRun => (long_run(split, length), useful),
        Rule::FewCrossings => (few_crossings(split, length), useful),
        Rule::FewRuns => (few_crossings(split, length.checked_sub(1)?), useful),
        Rule::ManyRuns => (1.0 - few_crossings(split, length.checked_sub(2)?), useful),
    };
    let is_of_sides = !matches!(pattern.rule, Rule::OutsideLimits | Rule::TwoOfThree | Rule::Trend);
    let sides = Some((above, useful - above)).filter(|_| is_of_sides && !is_frozen);
    Some(Chance { share, points, sides })
}

/// So many of the points, or more, outside 3σ limits: each is with 2·Φ(−3).
pub fn outside(points: usize, most: usize) -> f64 {
    let (out, inside) = (2.0 * TAILS.1, 1.0 - 2.0 * TAILS.1);
    let fewer = (0..most.min(points + 1)).scan(inside.powf(points as f64), |chance, count| {
        let this = *chance;
        *chance *= (points - count) as f64 / (count + 1) as f64 * out / inside;
        Some(this)
    });
    (1.0 - fewer.sum::<f64>()).clamp(0.0, 1.0)
}

/// Two of three points in a row between 2σ and 3σ, all three on one side, somewhere among so many points: a chain
/// over what the last two points were.
pub fn two_of_three(points: usize) -> f64 {
    let close = TAILS.0 - TAILS.1;
    // High and close, high and not, low and close, low and not.
    let chances = [close, 0.5 - close, close, 0.5 - close];
    let side = |zone: usize| zone / 2;
    let is_close = |zone: usize| zone.is_multiple_of(2);
    let meets = |zones: [usize; 3]| {
        zones.iter().all(|&zone| side(zone) == side(zones[0]))
            && zones.iter().filter(|&&zone| is_close(zone)).count() >= 2
    };
    let mut without = [[0.0; 4]; 4];
    for (first, second) in pairs() {
        without[first][second] = chances[first] * chances[second];
    }
    for _ in 2..points {
        let mut next = [[0.0; 4]; 4];
        for (first, second) in pairs() {
            for (third, chance) in
                chances.iter().enumerate().filter(|&(third, _)| !meets([first, second, third]))
            {
                next[second][third] += without[first][second] * chance;
            }
        }
        without = next;
    }
    1.0 - without.iter().flatten().sum::<f64>()
}

fn pairs() -> impl Iterator<Item = (usize, usize)> {
    (0..4).flat_map(|first| (0..4).map(move |second| (first, second)))
}
