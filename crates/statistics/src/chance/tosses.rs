//! Sides of the centre as tosses: the longest run, and the number of runs.

use super::Sides;
use crate::runs::binomial;

/// Above so many points, a coin that leans as they do is as good as any order of them, and counting is slow.
const MANY: usize = 600;

/// A run of at least so many points on one side, on either.
pub fn long_run(sides: Sides, length: usize) -> f64 {
    let points = sides.points();
    if length <= 1 {
        return f64::from(u8::from(points >= length.max(1)));
    }
    if length > points {
        return 0.0;
    }
    let without = match sides {
        Sides::Coin(_) => tosses(points, length, 0.5),
        Sides::Counted(one, other) if points <= MANY => arrangements((one, other), length),
        Sides::Counted(one, _) => tosses(points, length, one as f64 / points as f64),
    };
    (1.0 - without).clamp(0.0, 1.0)
}

/// The chance that no run of a coin reaches a length: by the side and the length of the run that goes on. `heads` is
/// the chance of one side.
fn tosses(points: usize, length: usize, heads: f64) -> f64 {
    let chances = [heads, 1.0 - heads];
    let mut going = chances.map(|chance| {
        let mut lengths = vec![0.0; length];
        lengths[1] = chance;
        lengths
    });
    for _ in 1..points {
        let sums = [0, 1].map(|side| going[side].iter().sum::<f64>());
        for (side, lengths) in going.iter_mut().enumerate() {
            lengths.copy_within(1..length - 1, 2);
            lengths.iter_mut().skip(2).for_each(|chance| *chance *= chances[side]);
            lengths[1] = sums[1 - side] * chances[side];
        }
    }
    going.iter().flatten().sum()
}

/// The share of the orders of so many on one side and so many on the other in which no run reaches a length.
///
/// `ways[i][j]` counts those of i points on one side and j on the other that end on the first. The last run has 1 to
/// length − 1 points, and before it stands an arrangement that ends on the other side: the same table, turned.
fn arrangements((one, other): (usize, usize), length: usize) -> f64 {
    let (points, more) = (one + other, one.max(other));
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
    let all = factorials[points] - factorials[one] - factorials[other];
    (ways[one][other] + ways[other][one]) / all.exp()
}

/// At most so many crossings.
pub fn few_crossings(sides: Sides, crossings: usize) -> f64 {
    let sum: f64 = match sides {
        _ if sides.points() == 0 => 1.0,
        Sides::Coin(points) => binomial(points - 1).take(crossings + 1).sum(),
        Sides::Counted(one, other) => run_counts(one, other).into_iter().take(crossings + 1).sum(),
    };
    sum.min(1.0)
}

/// The chance of exactly 1, 2, 3 … runs among so many on one side and so many on the other (Wald & Wolfowitz 1940):
/// 2k runs in 2·C(a−1,k−1)·C(b−1,k−1) of C(a+b,a) arrangements.
pub fn run_counts(one: usize, other: usize) -> Vec<f64> {
    let points = one + other;
    if one == 0 || other == 0 {
        return (0..points).map(|place| f64::from(u8::from(place == 0))).collect();
    }
    let factorials = ln_factorials(points);
    let ln_choose = |many: usize, some: usize| factorials[many] - factorials[some] - factorials[many - some];
    let all = ln_choose(points, one);
    let of = |k_one: usize, k_other: usize| {
        if k_one > one || k_other > other || k_one == 0 || k_other == 0 {
            return 0.0;
        }
        (ln_choose(one - 1, k_one - 1) + ln_choose(other - 1, k_other - 1) - all).exp()
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

    /// The sides of so many points, as the bits of a number, where they may be so.
    fn all(sides: Sides) -> Vec<Vec<bool>> {
        let points = sides.points();
        let of = |bits: u32| (0..points).map(|place| bits >> place & 1 == 1).collect::<Vec<_>>();
        let may_be = |order: &Vec<bool>| match sides {
            Sides::Coin(_) => true,
            Sides::Counted(one, _) => order.iter().filter(|&&side| side).count() == one,
        };
        (0..1 << points).map(of).filter(may_be).collect()
    }

    fn share(all: &[Vec<bool>], has: impl Fn(&[bool]) -> bool) -> f64 {
        all.iter().filter(|sides| has(sides)).count() as f64 / all.len() as f64
    }

    #[test]
    fn s9_the_chances_of_runs_and_crossings_are_those_of_all_arrangements_counted() {
        let coins = (1..12).map(Sides::Coin);
        let counted =
            (1..12).flat_map(|points| (0..=points).map(move |one| Sides::Counted(one, points - one)));
        for sides in coins.chain(counted) {
            let all = all(sides);
            for length in 1..=sides.points() + 1 {
                let long =
                    |sides: &[bool]| sides.chunk_by(|one, next| one == next).any(|run| run.len() >= length);
                let few = |sides: &[bool]| sides.windows(2).filter(|two| two[0] != two[1]).count() < length;
                let close = |one: f64, other: f64| {
                    assert!((one - other).abs() < 1e-12, "{sides:?} {length}: {one} {other}");
                };
                close(long_run(sides, length), share(&all, long));
                close(few_crossings(sides, length - 1), share(&all, few));
            }
        }
    }

    #[test]
    fn s9_a_coin_that_leans_is_every_order_weighed() {
        for (points, length, heads) in [(10, 4, 0.3), (11, 6, 0.8), (7, 2, 0.5)] {
            let weighed = all(Sides::Coin(points))
                .into_iter()
                .filter(|sides| sides.chunk_by(|one, next| one == next).all(|run| run.len() < length));
            let chance = |side: &bool| if *side { heads } else { 1.0 - heads };
            let sum: f64 = weighed.map(|sides| sides.iter().map(chance).product::<f64>()).sum();
            assert!((tosses(points, length, heads) - sum).abs() < 1e-12, "{points} {length} {heads}");
        }
    }

    #[test]
    fn s9_chances_of_long_charts_are_chances() {
        // Eight of 24 on one side of their median: 1.7 % of charts.
        assert!((long_run(Sides::half(24), 8) - 0.017).abs() < 0.0005);
        for points in [599, 600, 601, 10_000] {
            for sides in [Sides::Coin(points), Sides::half(points)] {
                let chances = [long_run(sides, 9), few_crossings(sides, points / 2)];
                assert!(chances.iter().all(|chance| (0.0..=1.0).contains(chance)), "{points} {chances:?}");
            }
            assert!((long_run(Sides::half(points), 9) - long_run(Sides::Coin(points), 9)).abs() < 0.03);
        }
    }
}
