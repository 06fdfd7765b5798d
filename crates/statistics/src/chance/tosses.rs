//! Sides of the centre as tosses: the longest run, and the number of runs.

use super::Split;
use crate::runs::binomial;

/// Above so many points, half of them on each side is as good as a coin, and counting is slow.
const MANY: usize = 600;

/// A run of at least so many points on one side, on either, among so many points.
pub fn long_run(points: usize, length: usize, split: Split) -> f64 {
    if length <= 1 {
        return f64::from(u8::from(points >= length.max(1)));
    }
    if length > points {
        return 0.0;
    }
    let without = match split {
        Split::Half if points <= MANY => arrangements(points, length),
        _ => tosses(points, length),
    };
    (1.0 - without).clamp(0.0, 1.0)
}

/// The chance that no run of a fair coin reaches a length: by the length of the run that goes on.
fn tosses(points: usize, length: usize) -> f64 {
    let mut going = vec![0.0; length];
    going[1] = 1.0;
    for _ in 1..points {
        let ends: f64 = going.iter().sum::<f64>() / 2.0;
        going.copy_within(1..length - 1, 2);
        going.iter_mut().skip(2).for_each(|chance| *chance /= 2.0);
        going[1] = ends;
    }
    going.iter().sum()
}

/// The share of the arrangements of half and half in which no run reaches a length.
///
/// `ways[i][j]` counts those of i points on one side and j on the other that end on the first. The last run has 1 to
/// length − 1 points, and before it stands an arrangement that ends on the other side: the same table, turned.
fn arrangements(points: usize, length: usize) -> f64 {
    let (more, less) = (points.div_ceil(2), points / 2);
    let mut ways = vec![vec![0.0; more + 1]; more + 1];
    for total in 1..=points {
        for i in 1..=total.min(more) {
            let j = total - i;
            if j > more {
                continue;
            }
            let whole = f64::from(u8::from(j == 0 && i < length));
            let sum: f64 = (1..length.min(i + 1)).map(|run| ways[j][i - run]).sum();
            ways[i][j] = whole + sum;
        }
    }
    let factorials = ln_factorials(points);
    let all = factorials[points] - factorials[more] - factorials[less];
    (ways[more][less] + ways[less][more]) / all.exp()
}

/// At most so many crossings among so many points.
pub fn few_crossings(points: usize, crossings: usize, split: Split) -> f64 {
    if points == 0 {
        return 1.0;
    }
    let sum: f64 = match split {
        Split::Coin => binomial(points - 1).take(crossings + 1).sum(),
        Split::Half => runs(points).into_iter().take(crossings + 1).sum(),
    };
    sum.min(1.0)
}

/// The chance of exactly 1, 2, 3 … runs among so many points, half of them on each side (Wald & Wolfowitz 1940):
/// 2k runs in 2·C(a−1,k−1)·C(b−1,k−1) of C(n,a) arrangements.
pub fn runs(points: usize) -> Vec<f64> {
    let (more, less) = (points.div_ceil(2), points / 2);
    if less == 0 {
        return vec![1.0; points.min(1)];
    }
    let factorials = ln_factorials(points);
    let ln_choose = |many: usize, some: usize| factorials[many] - factorials[some] - factorials[many - some];
    let all = ln_choose(points, less);
    let of = |k_more: usize, k_less: usize| {
        if k_more > more || k_less > less || k_more == 0 || k_less == 0 {
            return 0.0;
        }
        (ln_choose(more - 1, k_more - 1) + ln_choose(less - 1, k_less - 1) - all).exp()
    };
    let chance = |runs: usize| {
        let half = runs / 2;
        if runs.is_multiple_of(2) { 2.0 * of(half, half) } else { of(half + 1, half) + of(half, half + 1) }
    };
    (1..=points).map(chance).collect()
}

/// The logarithms of 0!, 1!, 2! … of a number.
fn ln_factorials(most: usize) -> Vec<f64> {
    let mut sum = 0.0;
    let next = |number: usize| {
        sum += (number.max(1) as f64).ln();
        sum
    };
    (0..=most).map(next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sides of so many points, as the bits of a number, and whether they may be.
    fn all(points: usize, split: Split) -> Vec<Vec<bool>> {
        let sides = |bits: u32| (0..points).map(|place| bits >> place & 1 == 1).collect::<Vec<_>>();
        let half = |sides: &Vec<bool>| {
            let high = sides.iter().filter(|&&side| side).count();
            split == Split::Coin || high == points / 2
        };
        (0..1 << points).map(sides).filter(half).collect()
    }

    fn share(all: &[Vec<bool>], has: impl Fn(&[bool]) -> bool) -> f64 {
        all.iter().filter(|sides| has(sides)).count() as f64 / all.len() as f64
    }

    #[test]
    fn s9_the_chances_of_runs_and_crossings_are_those_of_all_arrangements_counted() {
        for (points, split) in (1..12).flat_map(|points| [(points, Split::Coin), (points, Split::Half)]) {
            let all = all(points, split);
            for length in 1..=points + 1 {
                let long =
                    |sides: &[bool]| sides.chunk_by(|one, next| one == next).any(|run| run.len() >= length);
                let few = |sides: &[bool]| sides.windows(2).filter(|two| two[0] != two[1]).count() < length;
                let close = |one: f64, other: f64| {
                    assert!((one - other).abs() < 1e-12, "{points} {length} {split:?}: {one} {other}");
                };
                close(long_run(points, length, split), share(&all, long));
                close(few_crossings(points, length - 1, split), share(&all, few));
            }
        }
    }

    #[test]
    fn s9_chances_of_long_charts_are_chances() {
        // Eight of 24 on one side of their median: 1.7 % of charts.
        assert!((long_run(24, 8, Split::Half) - 0.017).abs() < 0.0005);
        for points in [599, 600, 601, 10_000] {
            for split in [Split::Coin, Split::Half] {
                let chances = [long_run(points, 9, split), few_crossings(points, points / 2, split)];
                assert!(chances.iter().all(|chance| (0.0..=1.0).contains(chance)), "{points} {chances:?}");
            }
            assert!((long_run(points, 9, Split::Half) - long_run(points, 9, Split::Coin)).abs() < 0.03);
        }
    }
}
