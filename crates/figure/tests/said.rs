//! What charts say in words: rule M5.
#![allow(clippy::unwrap_used)]

use figure::said;
use statistics::{Chart, ChartKind, Direction, Observed, Point, RuleSet, Series, Settings};
use words::{Language, Words};

/// The first day of a chart: in December 2025, counted from 1 January of year 1.
const FIRST: i32 = 739_600;

/// Daily values.
fn daily(values: &[f64]) -> Series {
    let point = |(day, value): (i32, &f64)| Point { day, observed: Observed::Value(*value), ghost: false };
    Series { points: (FIRST..).zip(values).map(point).collect() }
}

/// The sentences of an XmR chart of daily values.
fn sentences(values: &[f64]) -> Vec<String> {
    let series = daily(values);
    let settings = Settings::new(ChartKind::Xmr, RuleSet::Shewhart);
    said::patterns(&statistics::chart(&series, &settings).shown(), Words::new(Language::English))
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

/// Numerators out of 50, month by month.
fn shares(numerators: &[f64], kind: ChartKind, rules: RuleSet) -> Chart {
    let point = |(day, numerator): (i32, &f64)| Point {
        day,
        observed: Observed::Ratio { numerator: *numerator, denominator: 50.0 },
        ghost: false,
    };
    let series = Series { points: (FIRST..).zip(numerators).map(point).collect() };
    statistics::chart(&series, &Settings { direction: Direction::Up, ..Settings::new(kind, rules) }).shown()
}

fn said(chart: &Chart) -> String {
    said::patterns(chart, Words::new(Language::English)).join("\n")
}

/// From worse to better in the second half.
const MOVED: [f64; 24] = [
    30.0, 33.0, 28.0, 31.0, 29.0, 34.0, 30.0, 27.0, 32.0, 31.0, 28.0, 33.0, 36.0, 40.0, 41.0, 39.0, 42.0,
    40.0, 43.0, 41.0, 38.0, 42.0, 40.0, 41.0,
];

#[test]
fn m5_a_shift_is_for_the_better_on_the_side_that_is_better() {
    for rules in [RuleSet::Perla, RuleSet::Anhoej] {
        let said = said(&shares(&MOVED, ChartKind::Run, rules));
        for sentence in said.lines().filter(|sentence| sentence.contains("points in a row")) {
            let better = sentence.contains(" above ") || sentence.contains("rising");
            assert_eq!(sentence.contains("For the better"), better, "{rules:?}: {sentence}");
            assert_eq!(sentence.contains("For the worse"), !better, "{rules:?}: {sentence}");
        }
        assert!(said.contains(" above ") || said.contains(" below "), "{rules:?}: {said}");
    }
}

#[test]
fn m5_crossings_are_told_with_the_number_that_is_usual() {
    // 24 useful points are to cross 8 times at least.
    let said = said(&shares(&MOVED, ChartKind::Run, RuleSet::Anhoej));
    assert!(said.contains("chance usually does so 8 times or more"), "{said}");
}

#[test]
fn m5_values_that_cannot_stand_on_a_chart_are_told() {
    let values = |values: &[f64], kind| {
        let series = daily(values);
        said(&statistics::chart(&series, &Settings::new(kind, RuleSet::Shewhart)).shown())
    };
    let days: Vec<f64> = (0..14).map(|place| f64::from(place * 7 % 5)).collect();
    for (kind, expected) in [
        (ChartKind::P, "a numerator and a denominator"),
        (ChartKind::Xbar, "several measurements"),
        (ChartKind::T, "cannot stand on this chart and are not counted"),
    ] {
        let said = values(&days, kind);
        assert!(said.contains(expected), "{kind:?}: {said}");
    }
    assert!(values(&[5.0; 14], ChartKind::Xmr).contains("All 14 values are the same"));
    assert!(values(&days[..9], ChartKind::Run).contains("From 12 points on"));
}

#[test]
fn m5_of_two_charts_the_one_that_counts_is_named_whichever_is_narrower() {
    let words = Words::new(Language::English);
    let steady: Vec<f64> = (0..24).map(|place| 25.0 + f64::from(place % 3)).collect();
    let jumpy: Vec<f64> = (0..24).map(|place| 25.0 + f64::from(place * 7 % 5) * 4.0).collect();
    for (numerators, odd, expected) in
        [(&steady, 33.0, "its limits are wider"), (&jumpy, 49.0, "its limits are narrower")]
    {
        let mut numerators = numerators.clone();
        numerators[20] = odd;
        let chart = |kind| shares(&numerators, kind, RuleSet::Shewhart);
        let (xmr, p) = (chart(ChartKind::Xmr), chart(ChartKind::P));
        let Some(found) = statistics::disagreement(&xmr, &p) else { panic!("{expected}: both agree") };
        let said = said::disagreement(&xmr, &p, &found, words);
        assert!(said.contains(expected), "{said}");
        assert!(said.contains("The P chart expects"), "{said}");
    }
}

#[test]
fn m5_a_new_phase_says_that_it_is_new_and_hides_nothing_before() {
    let numbers: Vec<f64> = MOVED.iter().copied().chain([40.0, 41.0, 39.0]).collect();
    let series = daily(&numbers);
    let begun = Settings { phases: vec![FIRST + 24], ..Settings::new(ChartKind::Run, RuleSet::Anhoej) };
    let sentences = said(&statistics::chart(&series, &begun).shown());
    assert!(sentences.contains("an unusually long run"), "{sentences}");
    assert!(sentences.contains("3 values since "), "{sentences}");
    let frozen = Settings { freeze: Some(5), ..Settings::new(ChartKind::Run, RuleSet::Anhoej) };
    let sentences = said(&statistics::chart(&series, &frozen).shown());
    assert!(sentences.contains("from the first 5 values alone"), "{sentences}");
}

#[test]
fn m5_more_than_two_near_a_limit_are_counted() {
    let mut values: Vec<f64> = (0..40).map(|place| 50.0 + f64::from(place * 7 % 5)).collect();
    values.splice(20..24, [58.0, 58.5, 58.0, 58.5]);
    let chart =
        statistics::chart(&daily(&values), &Settings::new(ChartKind::Xmr, RuleSet::MakingDataCount)).shown();
    let sentences = said(&chart);
    assert!(sentences.contains("4 points near the limit above the mean"), "{sentences}");
    assert!(sentences.contains("Two of three so near, on either side, by chance alone in"), "{sentences}");
}

#[test]
fn m5_a_chance_says_of_how_many_points_on_each_side_it_is_where_they_are_uneven() {
    let mut values: Vec<f64> = (0..24).map(|place| 50.0 + f64::from(place * 7 % 5)).collect();
    values[22] = 500.0;
    let sentences =
        said(&statistics::chart(&daily(&values), &Settings::new(ChartKind::Xmr, RuleSet::Shewhart)).shown());
    let share = "of charts of 24 points, 1 above the mean and 23 below it";
    assert!(sentences.contains(share), "{sentences}");
    // One of 24 at either end, or next to it, leaves a run of 22 or more: 4 of 24 places.
    assert!(sentences.contains("By chance alone in 17% of charts"), "{sentences}");
}
