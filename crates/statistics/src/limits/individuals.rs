//! Single values, and the ranges between neighbours.

use super::{D4, Limits, Lines, Stretch};
use crate::{near::mean, reading::Reading};

/// The range before each point: |x − x of the neighbour|. Missing where one of both is, and before the first point;
/// ghosts have none, and their neighbours are neighbours of each other.
pub(crate) fn ranges(readings: &[Reading], of: impl Fn(&Reading) -> Option<f64>) -> Vec<Option<f64>> {
    let mut before = None;
    let mut range = |reading: &Reading| {
        if reading.ghost {
            return None;
        }
        let now = of(reading);
        let range = now.zip(before).map(|(now, before): (f64, f64)| (now - before).abs());
        before = now;
        range.filter(|range| range.is_finite())
    };
    readings.iter().map(&mut range).collect()
}

/// The mean of the ranges in the baseline. Screened, those that are not below 3.267 times the mean are left out once
/// (Nelson 1982).
pub(super) fn mean_range(stretch: &Stretch<'_>, of: impl Fn(&Reading) -> Option<f64>) -> Option<f64> {
    let ranges: Vec<f64> = ranges(stretch.baseline(), of).into_iter().flatten().collect();
    let all = mean(ranges.iter().copied())?;
    if !stretch.screen {
        return Some(all);
    }
    // Where nothing varies nothing is left, and the mean is 0 as before.
    Some(mean(ranges.into_iter().filter(|&range| range < D4 * all)).unwrap_or(all))
}

/// x̄ ± 3·mR̄/1.128, or 2.66·mR̄.
pub(super) fn xmr(stretch: &Stretch<'_>) -> Lines {
    let centre = mean(stretch.values());
    let mean_range = mean_range(stretch, |reading| reading.value);
    let limits =
        centre.zip(mean_range).map(|(centre, range)| Limits::around(centre, range * stretch.factor.sigma()));
    Lines { mean_range, ..stretch.level(centre, limits) }
}

/// mR̄, 0 … 3.267·mR̄; 2σ and 1σ are two thirds and one third of it. The readings are the ranges; they are not screened.
pub(super) fn moving_range(stretch: &Stretch<'_>) -> Lines {
    let centre = mean(stretch.values());
    let limits = centre.map(|centre| Limits {
        lower: [0.0; 3],
        upper: [1.0, 2.0, 3.0].map(|times| times / 3.0 * D4 * centre),
    });
    Lines { mean_range: centre, ..stretch.level(centre, limits) }
}
