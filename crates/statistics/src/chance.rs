//! How often a chart of so many points shows a pattern although nothing changed.
//!
//! Computed, not simulated, and exact under what is assumed: the points are independent and of one distribution
//! without ties. A centre that comes from the points themselves has half of them on each side, in any order alike
//! ([`Split::Half`]: exact for the median, close for a mean). A frozen centre is a fair coin ([`Split::Coin`]).
//! Patterns near the limits assume normal values and limits that are known, not estimated.

mod order;
mod tosses;

use crate::{
    chart::Chart,
    kind::ChartKind,
    rules::{Pattern, Rule},
};
pub use order::trend;
pub use tosses::{few_crossings, long_run, runs};

/// The chance of a normal value above 2σ and above 3σ.
const TAILS: (f64, f64) = (0.022_750_131_948_179, 0.001_349_898_031_630);

/// How the points lie around the centre while nothing changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// Each on either side, whatever the others do: the centre comes from elsewhere.
    Coin,
    /// Half of them on each side: the centre comes from them.
    Half,
}

/// The chance of such a pattern, as long as this one or longer, in a phase like its own, on either side.
pub(crate) fn of(chart: &Chart, pattern: &Pattern) -> Option<f64> {
    let phase = chart.phases.get(pattern.phase)?;
    let split = if phase.baseline.end < phase.points.end { Split::Coin } else { Split::Half };
    let useful = phase.runs.useful;
    let points = &chart.points[phase.points.clone()];
    let counted = points.iter().filter(|point| point.counted().is_some()).count();
    // Ranges overlap: two neighbours share a value and are not independent.
    if chart.settings.kind == ChartKind::MovingRange {
        return None;
    }
    Some(match pattern.rule {
        Rule::OutsideLimits => outside(counted),
        Rule::TwoOfThree => two_of_three(counted),
        Rule::Trend => trend(counted, pattern.length),
        Rule::Shift | Rule::LongRun => long_run(useful, pattern.length, split),
        Rule::FewCrossings | Rule::FewRuns => {
            let runs =
                if pattern.rule == Rule::FewRuns { pattern.length.checked_sub(1)? } else { pattern.length };
            few_crossings(useful, runs, split)
        }
        Rule::ManyRuns => runs(useful).into_iter().skip(pattern.length.checked_sub(1)?).sum(),
    })
}

/// At least one of so many points outside 3σ limits: 1 − (1 − 2·Φ(−3))ⁿ.
pub fn outside(points: usize) -> f64 {
    -((points as f64) * (-2.0 * TAILS.1).ln_1p()).exp_m1()
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
