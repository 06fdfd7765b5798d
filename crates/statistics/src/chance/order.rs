//! Rising and falling: how often values in any order alike make a trend.

/// Above so many points the hazard of each further point is taken to stay what it was: it does, to 1e-9.
const MANY: usize = 300;

/// A trend of at least so many points, rising or falling, among so many whose order is any alike. Exact up to 300
/// points, from the rank that the last point may have among those before it.
pub fn trend(points: usize, length: usize) -> f64 {
    if length <= 2 || points < length {
        return f64::from(u8::from(points >= length.max(1)));
    }
    // Two points: the second is above the first, or it is below.
    let mut rising = vec![vec![0.0; length - 2], vec![0.0; length - 2]];
    rising[1][0] = 0.5;
    let (mut before, mut without) = (1.0, 1.0);
    for _ in 3..=points.min(MANY) {
        rising = longer(&rising);
        (before, without) = (without, 2.0 * rising.iter().flatten().sum::<f64>());
    }
    if points > MANY && before > 0.0 {
        without *= f64::powf(without / before, (points - MANY) as f64);
    }
    (1.0 - without).clamp(0.0, 1.0)
}

/// One point more, of any rank alike.
///
/// `rising[rank][run]` is the chance that no trend was long enough yet, that the last point has that rank, and that it
/// ends a rise of `run` + 2 points. What falls is the same upside down. A new point rises from all ranks below its own.
fn longer(rising: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let share = 1.0 / (rising.len() + 1) as f64;
    let mut below = vec![0.0; rising[0].len()];
    let mut next = Vec::with_capacity(rising.len() + 1);
    next.push(below.clone());
    for (rises, falls) in rising.iter().zip(rising.iter().rev()) {
        below[0] += share * falls.iter().sum::<f64>();
        for (sum, chance) in below.iter_mut().skip(1).zip(rises) {
            *sum += share * chance;
        }
        next.push(below.clone());
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All orders of so many values, and how many of them have a trend.
    fn counted(points: usize, length: usize) -> f64 {
        let mut orders = vec![Vec::new()];
        for place in 0..points {
            let with = |order: &Vec<usize>| {
                let order = order.clone();
                (0..=place).map(move |rank| {
                    let mut order: Vec<usize> =
                        order.iter().map(|&value| value + usize::from(value >= rank)).collect();
                    order.push(rank);
                    order
                })
            };
            orders = orders.iter().flat_map(with).collect();
        }
        let has = |order: &&Vec<usize>| {
            let is = |rise: bool| {
                order.windows(length).any(|run| run.windows(2).all(|two| (two[0] < two[1]) == rise))
            };
            is(true) || is(false)
        };
        orders.iter().filter(has).count() as f64 / orders.len() as f64
    }

    #[test]
    fn s9_the_chance_of_a_trend_is_that_of_all_orders_counted() {
        for points in 2..7 {
            for length in 2..7 {
                assert!((trend(points, length) - counted(points, length)).abs() < 1e-12, "{points} {length}");
            }
        }
        assert!((trend(300, 7) - trend(301, 7)).abs() < 0.001 && trend(5_000, 5) <= 1.0);
    }
}
