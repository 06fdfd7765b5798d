//! Means and standard deviations of subgroups.

use super::{Limits, Lines, Stretch};
use crate::{
    near::{finite, mean},
    reading::Reading,
};

/// c₄(n) = √(2/(n−1))·Γ(n/2)/Γ((n−1)/2): the mean standard deviation of n normal values, in standard deviations.
/// Not a number below two values.
pub fn c4(size: f64) -> f64 {
    /// From here on the series below is good to 1e-13.
    const LARGE: f64 = 500.0;
    if size < 2.0 {
        return f64::NAN;
    }
    if size >= LARGE {
        let one = 1.0 / size;
        // Stirling's series of both gamma functions.
        return 1.0 - one / 4.0 - 7.0 / 32.0 * one.powi(2) - 19.0 / 128.0 * one.powi(3);
    }
    // Γ(n/2)/Γ((n−1)/2) is 1/√π for 2 and √π/2 for 3, and (n−1)/(n−2) times that of n − 2.
    let pi = std::f64::consts::PI;
    let (mut n, mut ratio) = if size % 2.0 < 1.0 { (2.0, 1.0 / pi.sqrt()) } else { (3.0, pi.sqrt() / 2.0) };
    while n + 2.0 <= size {
        ratio *= n / (n - 1.0);
        n += 2.0;
    }
    (2.0 / (n - 1.0)).sqrt() * ratio
}

/// The standard deviation within subgroups: the mean where all are of one size, else pooled,
/// √(Σ(n_i−1)s_i²/Σ(n_i−1)).
fn within(stretch: &Stretch<'_>) -> Option<f64> {
    let of = |reading: &Reading| reading.spread.map(|spread| (reading.size, spread));
    let groups: Vec<(f64, f64)> = stretch.counted().filter_map(of).collect();
    let first = stretch.counted().next()?.size;
    if stretch.counted().all(|reading| reading.size == first) {
        return mean(groups.into_iter().map(|(_, spread)| spread));
    }
    let freedom: f64 = groups.iter().map(|(size, _)| size - 1.0).sum();
    let squares: f64 = groups.iter().map(|(size, spread)| (size - 1.0) * spread.powi(2)).sum();
    finite((squares / freedom).sqrt())
}

/// Σn_i·x̄_i/Σn_i ± 3·s̄/(c₄(n_i)·√n_i).
pub(super) fn means(stretch: &Stretch<'_>) -> Lines {
    let weighted = |reading: &Reading| reading.value.map(|value| (reading.size * value, reading.size));
    let (sum, size) = stretch
        .counted()
        .filter_map(weighted)
        .fold((0.0, 0.0), |(sum, size), (more, of)| (sum + more, size + of));
    let spread = within(stretch);
    stretch.each(finite(sum / size), |centre, reading| {
        let sigma = spread? / c4(reading.size) / reading.size.sqrt();
        finite(sigma).map(|sigma| Limits::around(centre, sigma))
    })
}

/// s̄ · (1 ∓ 3·√(1−c₄²)/c₄).
pub(super) fn spreads(stretch: &Stretch<'_>) -> Lines {
    stretch.each(within(stretch), |centre, reading| {
        let c4 = c4(reading.size);
        finite(centre * (1.0 - c4 * c4).max(0.0).sqrt() / c4).map(|sigma| Limits::around(centre, sigma))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s5_c4_is_that_of_the_tables() {
        for (size, expected) in
            [(2.0, 0.797_884_56), (3.0, 0.886_226_93), (5.0, 0.939_985_60), (10.0, 0.972_659_27)]
        {
            assert!((c4(size) - expected).abs() < 1e-8, "{size}: {}", c4(size));
        }
        assert!((c4(499.0) - c4(501.0)).abs() < 3e-6 && (c4(498.0) + c4(500.0)) / 2.0 - c4(499.0) < 1e-8);
        assert!(c4(1.0).is_nan() && c4(f64::MAX) <= 1.0);
    }
}
