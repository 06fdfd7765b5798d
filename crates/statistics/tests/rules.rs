//! What each rule finds, what the icons say, what cannot be drawn, which chart is proposed: rules S3, S4 and S10 to S13.
#![allow(clippy::unwrap_used)]

use statistics::{
    Assurance, Calculation, Chart, ChartKind, Direction, Fault, Observed, Pattern, Reason, RuleSet, Series,
    Settings, Side, Variation, chart, disagreement, propose,
};

/// Points a day apart, as people write them; `-` is a gap, and `*` behind a number a ghost.
fn series(text: &str) -> Series {
    let words: Vec<&str> = text.split_whitespace().collect();
    let value = |word: &&str| word.trim_end_matches('*').parse().map_or(Observed::Missing, Observed::Value);
    let mut series = Series::of(words.iter().map(value));
    for (point, word) in series.points.iter_mut().zip(&words) {
        point.ghost = word.ends_with('*');
    }
    series
}

fn said(pattern: &Pattern) -> String {
    let ends = [pattern.points[0], pattern.points[pattern.points.len() - 1]];
    format!("{:?} {:?} {} at {}-{}", pattern.rule, pattern.side, pattern.length, ends[0], ends[1])
}

fn check(kind: ChartKind, rules: RuleSet, text: &str, expected: &[&str]) {
    let chart = chart(&series(text), &Settings::new(kind, rules));
    let found: Vec<String> = chart.patterns.iter().map(said).collect();
    assert_eq!(found, expected, "{kind:?} {rules:?} {text}");
}

const UP_AND_DOWN: &str = "4 6 4 6 4 6 4 6 4 6 4 6";

#[test]
fn s3_anhoej_finds_long_runs_and_few_crossings() {
    let check = |text: &str, expected: &[&str]| check(ChartKind::Run, RuleSet::Anhoej, text, expected);
    check(UP_AND_DOWN, &[]);
    // 24 useful points: 8 in a row are usual, 9 are not; points on the median neither count nor break.
    check("1 1 1 1 5 1 1 1 1 9 1 9 1 9 1 9 1 9 9 9 9 9 9 9 9", &[]);
    check(
        "1 1 1 1 1 5 1 1 1 1 9 1 9 1 9 1 9 9 9 9 9 9 9 9 9",
        &["LongRun Low 9 at 0-9", "LongRun High 9 at 16-24", "FewCrossings Both 7 at 0-24"],
    );
    check("1 1 1 1 1 9 9 9 9 9", &["FewCrossings Both 1 at 0-9"]);
}

#[test]
fn s4_perla_passes_over_points_on_the_median_and_equal_neighbours() {
    let check = |text: &str, expected: &[&str]| check(ChartKind::Run, RuleSet::Perla, text, expected);
    check(
        "1 2 5 1 2 - 1 99* 2 9 8 9 8 5 9 8 5 9",
        &["Shift Low 6 at 0-8", "Shift High 7 at 9-17", "FewRuns Both 2 at 0-17"],
    );
    check("5 4 6 5 1 2 2 3 4 6 4 5", &["Trend High 5 at 4-9"]);
    check(UP_AND_DOWN, &["ManyRuns Both 12 at 0-11"]);
}

#[test]
fn s10_making_data_count_breaks_at_the_mean_and_at_equal_neighbours() {
    let check =
        |text: &str, expected: &[&str]| check(ChartKind::Xmr, RuleSet::MakingDataCount, text, expected);
    check(UP_AND_DOWN, &[]);
    check("4 6 4 6 4 6 4 6 4 6 4 6 4 6 14 6 4 6 4", &["OutsideLimits High 1 at 14-14"]);
    check("1 2 3 4 5 6 7 1 7 1 7 1", &["Trend High 7 at 0-6"]);
    check("1 2 3 4 4 5 6 7 1 7 1 7 1", &[]);
    check("1 4.9 1 4.9 1 4.9 1 6 9 6 9 6 9 6", &["Shift Low 7 at 0-6", "Shift High 7 at 7-13"]);
    check("1 4 1 4 1 4 5 4 9 6 9 6 9 6 5 6", &[]);
}

#[test]
fn s10_two_of_three_close_to_a_limit_are_marked_where_all_are_on_one_side() {
    let base = "50 52 48 51 49 53 47 50.5 49.5 52.5 47.5 50 52 48 51 49";
    for (end, expected) in [
        ("56.5 51 56.8 48", &["TwoOfThree High 2 at 16-18"][..]),
        ("56.5 49 56.8 48", &[]),
        ("56.5 51 51 56.8", &[]),
        ("43.5 49 43.4 43.6 52", &["TwoOfThree Low 3 at 16-19"]),
    ] {
        let settings =
            Settings { freeze: Some(16), ..Settings::new(ChartKind::Xmr, RuleSet::MakingDataCount) };
        let chart = chart(&series(&format!("{base} {end}")), &settings);
        assert_eq!(chart.patterns.iter().map(said).collect::<Vec<_>>(), expected, "{end}");
    }
}

#[test]
fn s10_shewhart_is_outside_and_anhoej_and_ranges_have_no_run_rules() {
    let low_then_high = "4 4.5 4 4.5 4 4.5 4 4.5 4 8 8.5 8 8.5 8 8.5 8 8.5 8";
    check(
        ChartKind::Xmr,
        RuleSet::Shewhart,
        low_then_high,
        &[
            "OutsideLimits Low 1 at 0-0",
            "OutsideLimits Low 1 at 2-2",
            "OutsideLimits Low 1 at 4-4",
            "OutsideLimits Low 1 at 6-6",
            "OutsideLimits Low 1 at 8-8",
            "OutsideLimits High 1 at 10-10",
            "OutsideLimits High 1 at 12-12",
            "OutsideLimits High 1 at 14-14",
            "OutsideLimits High 1 at 16-16",
            "LongRun Low 9 at 0-8",
            "LongRun High 9 at 9-17",
            "FewCrossings Both 1 at 0-17",
        ],
    );
    for rules in [RuleSet::Anhoej, RuleSet::Perla] {
        check(ChartKind::MovingRange, rules, low_then_high, &[]);
    }
    check(ChartKind::MovingRange, RuleSet::MakingDataCount, low_then_high, &["OutsideLimits High 1 at 9-9"]);
}

fn with(direction: Direction, target: f64) -> Chart {
    let settings = Settings::new(ChartKind::Xmr, RuleSet::MakingDataCount);
    let text = "4 6 4 6 4 6 4 6 4 6 4 6 4 6 14";
    chart(&series(text), &Settings { direction, target: Some(target), ..settings })
}

#[test]
fn s11_icons_say_what_the_latest_point_and_the_latest_limits_say() {
    use {Assurance::*, Direction::*, Side::*, Variation::*};
    for (direction, target, variation, assurance) in [
        (Up, 100.0, Improvement(High), Some(Fail)),
        (Up, -100.0, Improvement(High), Some(Pass)),
        (Up, 6.0, Improvement(High), Some(HitAndMiss)),
        (Down, 100.0, Concern(High), Some(Pass)),
        (Down, -100.0, Concern(High), Some(Fail)),
        (Neither, 100.0, Neutral(High), None),
    ] {
        let chart = with(direction, target);
        assert_eq!(
            (chart.variation, chart.assurance),
            (Some(variation), assurance),
            "{direction:?} {target}"
        );
    }
    let limit = with(Up, 0.0).points[0].limits.unwrap().upper[2];
    assert_eq!(with(Up, limit).assurance, Some(HitAndMiss), "a goal on the limit is hit and missed");
    let few = chart(&series("1 1 1 1 1 9 9 9 9 9"), &Settings::new(ChartKind::Run, RuleSet::Anhoej));
    assert_eq!(few.variation, None, "few crossings are a change without a side");
}

#[test]
fn s12_what_cannot_be_drawn_is_named_and_the_rest_is_kept() {
    let ratio = |numerator, denominator| Observed::Ratio { numerator, denominator };
    for (kind, observed, expected) in [
        (ChartKind::Run, Observed::Value(f64::NAN), Fault::NotFinite),
        (ChartKind::Xmr, Observed::Subgroup(vec![1.0, f64::INFINITY]), Fault::NotFinite),
        (ChartKind::C, Observed::Value(-1.0), Fault::NegativeCount),
        (ChartKind::G, Observed::Value(-1.0), Fault::NegativeCount),
        (ChartKind::U, ratio(-1.0, 5.0), Fault::NegativeCount),
        (ChartKind::U, ratio(1.0, -5.0), Fault::NegativeDenominator),
        (ChartKind::P, ratio(6.0, 5.0), Fault::NumeratorAboveDenominator),
        (ChartKind::P, Observed::Value(0.5), Fault::NoDenominator),
        (ChartKind::Xbar, Observed::Value(0.5), Fault::NoSubgroup),
        (ChartKind::C, Observed::Subgroup(vec![1.0]), Fault::IsSubgroup),
        (ChartKind::S, Observed::Subgroup(vec![1.0]), Fault::SubgroupOfOne),
        (ChartKind::T, Observed::Value(0.0), Fault::NoTime),
        (ChartKind::T, Observed::Value(-3.0), Fault::NoTime),
    ] {
        let chart = chart(&Series::of([observed, Observed::Missing]), &Settings::new(kind, RuleSet::Anhoej));
        assert_eq!(chart.faults, [(0, expected)], "{kind:?}");
        assert_eq!(chart.points[0].value, None);
        let sentence = expected.to_string();
        assert!(sentence.ends_with('.') && sentence.len() > 20, "{sentence}");
    }
}

#[test]
fn s13_the_chart_that_fits_is_proposed_with_a_reason() {
    let ratio = |(numerator, denominator): (i32, i32)| Observed::Ratio {
        numerator: numerator.into(),
        denominator: denominator.into(),
    };
    let ratios = |pair: fn(i32) -> (i32, i32)| Series::of((0..20).map(pair).map(ratio));
    let values = |value: fn(i32) -> f64| Series::of_values((0..20).map(|place| Some(value(place))));
    let table = [
        (Series::default(), Calculation::Unknown, ChartKind::Run, Reason::NoData),
        (ratios(|at| (9 + at % 3, 50)), Calculation::Unknown, ChartKind::P, Reason::Proportion),
        (
            ratios(|at| (5 + 30 * (at % 2), 50)),
            Calculation::Proportion,
            ChartKind::PPrime,
            Reason::ProportionOverdispersed,
        ),
        (
            ratios(|at| (9_000 + at, 20_000)),
            Calculation::Proportion,
            ChartKind::PPrime,
            Reason::ProportionOfVeryMany,
        ),
        (ratios(|at| (4 + at % 3, 900)), Calculation::Rate, ChartKind::U, Reason::Rate),
        (
            ratios(|at| (4 + 40 * (at % 2), 900)),
            Calculation::Rate,
            ChartKind::UPrime,
            Reason::RateOverdispersed,
        ),
        (ratios(|at| (540 + at, 20)), Calculation::Measurement, ChartKind::Xmr, Reason::Measurement),
        (ratios(|at| (i32::from(at == 3), 50)), Calculation::Unknown, ChartKind::G, Reason::MostlyZero),
        (
            values(|at| f64::from(at % 3) / 10.0),
            Calculation::Proportion,
            ChartKind::Xmr,
            Reason::PercentWithoutDenominator,
        ),
        (values(|at| f64::from(3 + at % 3)), Calculation::Count, ChartKind::C, Reason::Count),
        (
            values(|at| f64::from(i32::from(at % 5 == 0))),
            Calculation::Count,
            ChartKind::G,
            Reason::MostlyZero,
        ),
        (values(|at| f64::from(3 + at % 3)), Calculation::TimeBetween, ChartKind::T, Reason::TimeBetween),
        (values(|at| f64::from(3 + at % 3)), Calculation::Unknown, ChartKind::Xmr, Reason::Measurement),
        (
            Series::of((0..20).map(|_| Observed::Subgroup(vec![1.0, 2.0]))),
            Calculation::Unknown,
            ChartKind::Xbar,
            Reason::Subgroups,
        ),
        (
            Series::of((0..20).map(|_| Observed::Subgroup(vec![1.0]))),
            Calculation::Unknown,
            ChartKind::Xmr,
            Reason::SubgroupsOfOne,
        ),
    ];
    for (series, said, kind, reason) in table {
        let proposal = propose(&series, said);
        assert_eq!((proposal.kind, proposal.reason), (kind, reason), "{said:?}");
    }
}

#[test]
fn s13_two_charts_that_disagree_say_where_and_how_wide_they_are() {
    let pair =
        |at: i32| Observed::Ratio { numerator: f64::from(4_000 + 300 * (at % 3)), denominator: 20_000.0 };
    let series = Series::of((0..21).map(pair));
    let made = |kind| chart(&series, &Settings::new(kind, RuleSet::Shewhart));
    let (p, prime) = (made(ChartKind::P), made(ChartKind::PPrime));
    let found = disagreement(&p, &prime).unwrap();
    assert_eq!((found.only_first.len(), found.only_second.len()), (14, 0));
    assert!(found.width.is_some_and(|width| (width - 1.0 / p.phases[0].sigma_z.unwrap()).abs() < 1e-9));
    assert_eq!(disagreement(&prime, &made(ChartKind::Xmr)), None);
}
