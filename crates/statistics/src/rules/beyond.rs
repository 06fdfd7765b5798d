//! Points far from the centre: outside the limits, and two of three close to them.

use std::cmp::Ordering;

use super::{Pattern, Rule, Side};
use crate::{
    chart::{Chart, Plotted},
    near::compare,
    runs,
};

/// Which points count as close to the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// Between 2σ and 3σ: those outside are told of already (NHSRplotthedots).
    Between,
    /// Beyond 2σ, also outside the limits (PowerBI-SPC).
    Beyond,
}

/// The points strictly outside the 3σ limits, each a pattern.
pub fn outside(chart: &Chart) -> Vec<Pattern> {
    let pattern = |(place, point): (usize, &Plotted)| {
        let side = beyond(point, 2)?;
        Some(Pattern {
            rule: Rule::OutsideLimits,
            side,
            phase: point.phase,
            points: vec![place],
            length: 1,
            needed: 1,
        })
    };
    chart.points.iter().enumerate().filter_map(pattern).collect()
}

/// On which side a point lies beyond the limits of 1σ (0), 2σ (1) or 3σ (2).
fn beyond(point: &Plotted, sigma: usize) -> Option<Side> {
    let (value, limits) = (point.counted()?, point.limits?);
    if compare(value, limits.upper[sigma]).is_gt() {
        Some(Side::High)
    } else if compare(value, limits.lower[sigma]).is_lt() {
        Some(Side::Low)
    } else {
        None
    }
}

/// Two of three points in a row in the zone, all three on the same side of the centre; the two are marked, and what
/// overlaps is one pattern.
pub fn two_of_three(chart: &Chart, zone: Zone) -> Vec<Pattern> {
    let mut found: Vec<Pattern> = Vec::new();
    for phase in &chart.phases {
        let counted = |&place: &usize| chart.points[place].counted().is_some();
        let places: Vec<usize> = phase.points.clone().filter(counted).collect();
        for three in places.windows(3) {
            let Some((side, marked)) = close(chart, three, zone) else { continue };
            match found.last_mut() {
                Some(last) if last.side == side && last.points.contains(&marked[0]) => {
                    last.points.extend(marked);
                    last.points.dedup();
                    last.length = last.points.len();
                }
                _ => {
                    let phase = chart.points[marked[0]].phase;
                    let length = marked.len();
                    found.push(Pattern {
                        rule: Rule::TwoOfThree,
                        side,
                        phase,
                        points: marked,
                        length,
                        needed: 2,
                    });
                }
            }
        }
    }
    for pattern in &mut found {
        pattern.points.sort_unstable();
        pattern.points.dedup();
        pattern.length = pattern.points.len();
    }
    found
}

/// Of three points on one side, those in the zone, where they are two at least.
fn close(chart: &Chart, three: &[usize], zone: Zone) -> Option<(Side, Vec<usize>)> {
    let side = match runs::side(&chart.points[three[0]])? {
        Ordering::Greater => Side::High,
        Ordering::Less => Side::Low,
        Ordering::Equal => return None,
    };
    let first = runs::side(&chart.points[three[0]]);
    if three.iter().any(|&place| runs::side(&chart.points[place]) != first) {
        return None;
    }
    let in_zone = |&&place: &&usize| {
        let point = &chart.points[place];
        beyond(point, 1) == Some(side) && (zone == Zone::Beyond || beyond(point, 2).is_none())
    };
    let marked: Vec<usize> = three.iter().filter(in_zone).copied().collect();
    (marked.len() >= 2).then_some((side, marked))
}
