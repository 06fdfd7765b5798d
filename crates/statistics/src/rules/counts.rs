//! Rules that depend on how many useful points a phase has: Anhøj's two, and Perla's table of runs.

use std::{cmp::Ordering, ops::RangeInclusive};

use super::{Pattern, Rule, Side};
use crate::{chance, chart::Chart, runs};

/// Below so many useful points there is no table of runs.
const RUNS_FROM: usize = 10;

/// Every run that is longer than is usual for its phase (Anhøj). Points on the centre neither count nor break.
pub fn long_runs(chart: &Chart) -> Vec<Pattern> {
    let mut found = Vec::new();
    for (phase, stretch) in chart.phases.iter().enumerate().filter(|(_, phase)| phase.runs.is_long()) {
        let needed = stretch.runs.longest_usual + 1;
        let sides: Vec<(usize, Ordering)> = useful(chart, phase).collect();
        for run in sides.chunk_by(|(_, one), (_, next)| one == next).filter(|run| run.len() >= needed) {
            let side = if run[0].1.is_gt() { Side::High } else { Side::Low };
            let points = run.iter().map(|(place, _)| *place).collect();
            found.push(Pattern { rule: Rule::LongRun, side, phase, points, length: run.len(), needed });
        }
    }
    found
}

/// The useful points of a phase with their sides.
fn useful(chart: &Chart, phase: usize) -> impl Iterator<Item = (usize, Ordering)> {
    let side = |place: usize| runs::side(&chart.points[place]).map(|side| (place, side));
    chart.phases[phase].points.clone().filter_map(side).filter(|(_, side)| side.is_ne())
}

/// The phases that cross their centre less often than is usual (Anhøj).
pub fn few_crossings(chart: &Chart) -> Vec<Pattern> {
    let stuck = |(phase, stretch): (usize, &crate::Phase)| {
        let runs = stretch.runs;
        let whole = |length, needed| whole(chart, phase, (Rule::FewCrossings, length, needed));
        runs.is_stuck().then(|| whole(runs.crossings, runs.crossings_usual.saturating_sub(1)))
    };
    chart.phases.iter().enumerate().filter_map(stuck).collect()
}

/// The phases with fewer or more runs than are usual (Perla). A run is a stretch of useful points on one side.
pub fn unusual_runs(chart: &Chart) -> Vec<Pattern> {
    let unusual = |(phase, stretch): (usize, &crate::Phase)| {
        let runs = stretch.runs.crossings + 1;
        let usual = usual_runs(stretch.runs.useful)?;
        if runs < *usual.start() {
            return Some(whole(chart, phase, (Rule::FewRuns, runs, usual.start() - 1)));
        }
        (runs > *usual.end()).then(|| whole(chart, phase, (Rule::ManyRuns, runs, usual.end() + 1)))
    };
    chart.phases.iter().enumerate().filter_map(unusual).collect()
}

fn whole(chart: &Chart, phase: usize, (rule, length, needed): (Rule, usize, usize)) -> Pattern {
    let points = useful(chart, phase).map(|(place, _)| place).collect();
    Pattern { rule, side: Side::Both, phase, points, length, needed }
}

/// How many runs are usual among so many useful points, half of them on each side: all but the lowest and highest
/// 2.5 % (after Swed & Eisenhart 1943, computed exactly). None below 10 points.
pub fn usual_runs(useful: usize) -> Option<RangeInclusive<usize>> {
    const TAIL: f64 = 0.025;
    if useful < RUNS_FROM {
        return None;
    }
    let chances = chance::run_counts(useful.div_ceil(2), useful / 2);
    let from = below(chances.iter().copied(), TAIL) + 1;
    let to = useful - below(chances.iter().rev().copied(), TAIL);
    Some(from..=to)
}

/// How many of the first chances add up to no more than the tail.
fn below(chances: impl Iterator<Item = f64>, tail: f64) -> usize {
    let mut sum = 0.0;
    chances
        .take_while(|chance| {
            sum += chance;
            sum <= tail
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s4_the_usual_numbers_of_runs_are_exact() {
        let table = [
            (10, 3, 9),
            (11, 4, 9),
            (12, 4, 10),
            (13, 4, 11),
            (14, 4, 12),
            (15, 5, 12),
            (16, 5, 13),
            (17, 6, 13),
            (18, 6, 14),
            (19, 6, 15),
            (20, 7, 15),
            (21, 7, 16),
            (22, 8, 16),
            (23, 8, 17),
            (24, 8, 18),
            (25, 9, 18),
            (26, 9, 19),
            (27, 10, 19),
            (28, 10, 20),
            (29, 10, 21),
            (30, 11, 21),
            (31, 11, 22),
            (32, 12, 22),
            (35, 13, 24),
            (38, 14, 26),
            (40, 15, 27),
        ];
        for (useful, from, to) in table {
            assert_eq!(usual_runs(useful), Some(from..=to), "{useful}");
        }
        assert_eq!(usual_runs(9), None);
        assert!(usual_runs(5_000).is_some_and(|usual| usual.contains(&2_501)));
    }
}
