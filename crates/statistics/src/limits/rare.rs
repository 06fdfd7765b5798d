//! Rare events: opportunities between them (g), and time between them (t).

use super::{Limits, Lines, Stretch, individuals::mean_range};
use crate::near::{mean, median};

/// Nelson's power: times between events of a Poisson process, to this power, are nearly normal.
const POWER: f64 = 1.0 / 3.6;

/// Drawn: the median, because the distribution leans; the limits are ḡ ± 3·√(ḡ(ḡ+1)) of the mean ḡ.
pub(super) fn opportunities(stretch: &Stretch<'_>) -> Lines {
    let limits = mean(stretch.values()).map(|mean| Limits::around(mean, (mean * (mean + 1.0)).sqrt()));
    stretch.level(median(stretch.values()), limits)
}

/// The lines of an XmR chart of x^(1/3.6), taken back by the power of 3.6; what is below 0 there is 0.
pub(super) fn times(stretch: &Stretch<'_>) -> Lines {
    let power = |value: f64| value.powf(POWER);
    let back = |value: f64| if value <= 0.0 { 0.0 } else { value.powf(1.0 / POWER) };
    let centre = mean(stretch.values().map(power));
    let mean_range = mean_range(stretch, |reading| reading.value.map(power));
    let limits = centre
        .zip(mean_range)
        .and_then(|(centre, range)| Limits::around(centre, range / super::D2).map(back));
    Lines { mean_range, ..stretch.level(centre.map(back), limits) }
}
