//! Points in a row: on one side of the centre, or all rising or falling.

use std::cmp::Ordering;

use super::{Pattern, Rule, Side};
use crate::{chart::Chart, near::compare, runs};

/// What a point on the centre does to a shift, and an equal neighbour to a trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ties {
    /// It neither counts nor breaks (Perla).
    Pass,
    /// It breaks (Making Data Count).
    Break,
}

/// Runs of at least so many points on one side of the centre; each whole run is one pattern.
pub fn shift(chart: &Chart, length: usize, ties: Ties) -> Vec<Pattern> {
    let mut found = Found { rule: Rule::Shift, needed: length.max(1), patterns: Vec::new() };
    for (phase, stretch) in chart.phases.iter().enumerate() {
        let mut run = Run::default();
        for place in stretch.points.clone() {
            match runs::side(&chart.points[place]) {
                None => {}
                Some(Ordering::Equal) if ties == Ties::Pass => {}
                Some(side) if side == run.side && side.is_ne() => run.points.push(place),
                Some(side) => {
                    found.end(phase, &mut run, Run { side, points: vec![place] });
                }
            }
        }
        found.end(phase, &mut run, Run::default());
    }
    found.patterns
}

/// At least so many points in a row that all rise or all fall; each whole trend is one pattern.
pub fn trend(chart: &Chart, length: usize, ties: Ties) -> Vec<Pattern> {
    let mut found = Found { rule: Rule::Trend, needed: length.max(2), patterns: Vec::new() };
    for (phase, stretch) in chart.phases.iter().enumerate() {
        let mut run = Run::default();
        let mut before: Option<(usize, f64)> = None;
        for place in stretch.points.clone() {
            let Some(value) = chart.points[place].counted() else { continue };
            let Some((last, earlier)) = before.replace((place, value)) else { continue };
            match compare(value, earlier) {
                Ordering::Equal if ties == Ties::Pass => {}
                side if side == run.side && side.is_ne() => run.points.push(place),
                side => found.end(phase, &mut run, Run { side, points: vec![last, place] }),
            }
        }
        found.end(phase, &mut run, Run::default());
    }
    found.patterns
}

/// Points in a row, so far.
struct Run {
    side: Ordering,
    points: Vec<usize>,
}

impl Default for Run {
    fn default() -> Self {
        Self { side: Ordering::Equal, points: Vec::new() }
    }
}

/// Runs that were long enough.
struct Found {
    rule: Rule,
    needed: usize,
    patterns: Vec<Pattern>,
}

impl Found {
    /// Ends a run, keeps it where it is long enough, and begins the next.
    fn end(&mut self, phase: usize, run: &mut Run, next: Run) {
        let Run { side, points } = std::mem::replace(run, next);
        let side = match side {
            Ordering::Equal => return,
            Ordering::Greater => Side::High,
            Ordering::Less => Side::Low,
        };
        let length = points.len();
        if length >= self.needed {
            self.patterns.push(Pattern { rule: self.rule, side, phase, points, length, needed: self.needed });
        }
    }
}
