//! Runs and crossings of a phase: how long points stay on one side of the centre, and how often they change it.

use std::cmp::Ordering;

use crate::{chart::Plotted, near::compare};

/// The runs of one phase, by Anhøj & Olesen 2014.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Runs {
    /// Points that are no ghosts, missing ones included.
    pub observations: usize,
    /// Those with a value that does not lie on the centre.
    pub useful: usize,
    /// The length of the longest run of useful points on one side.
    pub longest: usize,
    /// The longest that is usual; a longer one is a pattern.
    pub longest_usual: usize,
    /// How often neighbours among the useful points lie on different sides.
    pub crossings: usize,
    /// The fewest that are usual; fewer are a pattern.
    pub crossings_usual: usize,
}

impl Runs {
    /// The runs among points of one phase around their centre.
    pub fn of(points: &[Plotted]) -> Self {
        let observations = points.iter().filter(|point| !point.ghost).count();
        let sides: Vec<Ordering> = points.iter().filter_map(side).filter(|side| side.is_ne()).collect();
        let runs = sides.chunk_by(|one, next| one == next);
        Self {
            observations,
            useful: sides.len(),
            longest: runs.clone().map(<[_]>::len).max().unwrap_or_default(),
            longest_usual: longest_usual(sides.len()),
            crossings: runs.count().saturating_sub(1),
            crossings_usual: crossings_usual(sides.len()),
        }
    }

    /// Whether its longest run is longer than is usual.
    pub fn is_long(&self) -> bool {
        self.longest > self.longest_usual
    }

    /// Whether it crosses the centre less often than is usual.
    pub fn is_stuck(&self) -> bool {
        self.crossings < self.crossings_usual
    }
}

/// On which side of the centre a point lies; none where no rule looks at it.
pub(crate) fn side(point: &Plotted) -> Option<Ordering> {
    point.counted().zip(point.centre).map(|(value, centre)| compare(value, centre))
}

/// The longest run that is usual among so many useful points: round(log₂ n) + 3.
pub fn longest_usual(useful: usize) -> usize {
    (useful.max(1) as f64).log2().round() as usize + 3
}

/// The fewest crossings that are usual among so many useful points: the smallest q with P(Bin(n−1, ½) ≤ q) ≥ 0.05.
pub fn crossings_usual(useful: usize) -> usize {
    const TAIL: f64 = 0.05;
    let tosses = useful.saturating_sub(1);
    let mut sum = 0.0;
    (0..=tosses)
        .zip(binomial(tosses))
        .find(|(_, chance)| {
            sum += chance;
            sum >= TAIL
        })
        .map_or(0, |(crossings, _)| crossings)
}

/// The chance of 0, 1, 2 … heads in so many tosses of a fair coin.
pub(crate) fn binomial(tosses: usize) -> impl Iterator<Item = f64> {
    // In logarithms: ½ to the power of 1,075 is 0 in f64.
    let mut log = -(tosses as f64) * std::f64::consts::LN_2;
    (0..=tosses).map(move |heads| {
        let chance = log.exp();
        log += ((tosses - heads) as f64 / (heads + 1) as f64).ln();
        chance
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s3_the_usual_runs_and_crossings_are_those_of_the_tables() {
        for (useful, longest, crossings) in [
            (10, 6, 2),
            (11, 6, 2),
            (12, 7, 3),
            (22, 7, 7),
            (23, 8, 7),
            (24, 8, 8),
            (45, 8, 17),
            (46, 9, 17),
            (60, 9, 23),
            (80, 9, 32),
            (91, 10, 37),
            (100, 10, 41),
            (181, 10, 79),
        ] {
            assert_eq!(longest_usual(useful), longest, "{useful}");
            assert_eq!(crossings_usual(useful), crossings, "{useful}");
        }
        assert_eq!((longest_usual(0), crossings_usual(0)), (3, 0));
        assert!((crossings_usual(10_001) as f64 - 4_918.0).abs() <= 1.0);
    }
}
