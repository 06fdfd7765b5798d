//! What charts say in words: rule M5.
#![allow(clippy::unwrap_used)]

use figure::said;
use statistics::{ChartKind, Observed, Point, RuleSet, Series, Settings};
use words::{Language, Words};

/// The first day of a chart: in December 2025, counted from 1 January of year 1.
const FIRST: i32 = 739_600;

/// The sentences of an XmR chart of daily values.
fn sentences(values: &[f64]) -> Vec<String> {
    let points = (FIRST..).zip(values);
    let point = |(day, value): (i32, &f64)| Point { day, observed: Observed::Value(*value), ghost: false };
    let series = Series { points: points.map(point).collect() };
    let settings = Settings::new(ChartKind::Xmr, RuleSet::Shewhart);
    said::patterns(&statistics::chart(&series, &settings), Words::new(Language::English))
}

#[test]
fn m5_points_outside_that_follow_each_other_are_one_sentence() {
    let steady = |place: usize| 50.0 + (place * 7 % 5) as f64;
    let mut values: Vec<f64> = (0..60).map(steady).collect();
    values.splice(20..23, [90.0, 91.0, 90.0]);
    values[40] = 10.0;
    let outside: Vec<String> =
        sentences(&values).into_iter().filter(|said| said.contains("the limits")).collect();
    let begins: Vec<&str> = outside.iter().map(|said| said.split(',').next().unwrap()).collect();
    assert_eq!(begins, ["3 points above the limits", "One point below the limits"], "{outside:?}");
}
