//! Whether two numbers are the same but for rounding.

use std::cmp::Ordering;

/// How far apart two numbers may be, as a share of the larger one, to count as equal. A mean of equal numbers differs
/// from them by some 1e-16 of their size; what people measure differs by far more.
const SHARE: f64 = 1e-12;

/// How a number stands to another; equal where only rounding keeps them apart.
pub(crate) fn compare(one: f64, other: f64) -> Ordering {
    if (one - other).abs() <= SHARE * one.abs().max(other.abs()) {
        return Ordering::Equal;
    }
    one.total_cmp(&other)
}

/// A number, where it is one.
pub(crate) fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}

/// The mean; none of nothing.
pub(crate) fn mean(numbers: impl IntoIterator<Item = f64>) -> Option<f64> {
    let (count, sum) =
        numbers.into_iter().fold((0_u32, 0.0), |(count, sum), number| (count + 1, sum + number));
    (count > 0).then(|| sum / f64::from(count)).and_then(finite)
}

/// The middle number, or the mean of the two in the middle; none of nothing.
pub(crate) fn median(numbers: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut numbers: Vec<f64> = numbers.into_iter().collect();
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    match numbers.len() {
        0 => None,
        odd if odd % 2 == 1 => Some(numbers[middle]),
        // Halved before they are added, so that large numbers stay finite.
        _ if numbers[middle].abs() > f64::MAX / 2.0 => {
            Some(numbers[middle - 1] / 2.0 + numbers[middle] / 2.0)
        }
        _ => finite((numbers[middle - 1] + numbers[middle]) / 2.0),
    }
}
