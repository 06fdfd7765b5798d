//! Proportions, rates and counts: p, p′, u, u′ and c.

use super::{D2, Limits, Lines, Stretch, individuals::mean_range};
use crate::{
    kind::ChartKind,
    near::{finite, mean},
    reading::Reading,
};

/// Σy/Σn ± 3·σ_i, where σ_i = √(p̄(1−p̄)/n_i) for proportions and √(ū/n_i) for rates; times σ_z for p′ and u′.
pub(super) fn lines(kind: ChartKind, stretch: &Stretch<'_>) -> Lines {
    let (counts, sizes) = stretch
        .counted()
        .fold((0.0, 0.0), |(counts, sizes), reading| (counts + reading.count, sizes + reading.size));
    let centre = finite(counts / sizes);
    let sigma = move |centre: f64, reading: &Reading| (variance(kind, centre) / reading.size).sqrt();
    let sigma_z = centre.and_then(|centre| {
        let z = |reading: &Reading| {
            reading.value.and_then(|value| finite((value - centre) / sigma(centre, reading)))
        };
        Some(mean_range(stretch, z)? / D2)
    });
    let times = match kind {
        ChartKind::PPrime | ChartKind::UPrime => sigma_z,
        _ => Some(1.0),
    };
    // Where nothing varies, z is undefined, and so is σ_z: the limits are the centre itself.
    let times = times.or_else(|| centre.filter(|&centre| variance(kind, centre) == 0.0).map(|_| 0.0));
    let lines = stretch.each(centre, |centre, reading| {
        times.map(|times| Limits::around(centre, sigma(centre, reading) * times))
    });
    Lines { sigma_z, ..lines }
}

/// The variance of one of n, by the binomial or the Poisson distribution.
fn variance(kind: ChartKind, centre: f64) -> f64 {
    match kind {
        // A mean of shares can be above 1 by rounding.
        ChartKind::P | ChartKind::PPrime => (centre * (1.0 - centre)).max(0.0),
        _ => centre,
    }
}

/// c̄ ± 3·√c̄.
pub(super) fn count(stretch: &Stretch<'_>) -> Lines {
    let centre = mean(stretch.values());
    stretch.level(centre, centre.map(|centre| Limits::around(centre, centre.sqrt())))
}
