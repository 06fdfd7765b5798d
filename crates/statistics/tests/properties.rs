//! What holds of every chart, whatever the numbers: rules S1 and S6 to S8.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use statistics::{
    Chart, ChartKind, Observed, Plotted, Point, RuleSet, Series, Settings, Standing, chance, chart,
};

fn kinds() -> impl Strategy<Value = ChartKind> {
    proptest::sample::select(ChartKind::all().collect::<Vec<_>>())
}

fn rules() -> impl Strategy<Value = RuleSet> {
    proptest::sample::select(RuleSet::ALL.to_vec())
}

/// Anything that can be typed or computed.
fn any_observed() -> impl Strategy<Value = Observed> {
    let any = proptest::num::f64::ANY;
    prop_oneof![
        Just(Observed::Missing),
        any.prop_map(Observed::Value),
        (-1e3..1e3).prop_map(Observed::Value),
        (any, any).prop_map(|(numerator, denominator)| Observed::Ratio { numerator, denominator }),
        (0..20_u32, 0..20_u32).prop_map(|(above, below)| Observed::Ratio {
            numerator: above.into(),
            denominator: below.into()
        }),
        proptest::collection::vec(any, 0..5).prop_map(Observed::Subgroup),
    ]
}

fn point(observed: impl Strategy<Value = Observed>) -> impl Strategy<Value = Point> {
    (any::<i32>(), observed, proptest::bool::weighted(0.1)).prop_map(|(day, observed, ghost)| Point {
        day,
        observed,
        ghost,
    })
}

/// Numbers as people measure them, some of them missing or ghosts, on days of their own.
fn measured() -> impl Strategy<Value = Series> {
    let value = prop_oneof![1 => Just(Observed::Missing), 9 => (1..5_000_i32).prop_map(|value| Observed::Value(f64::from(value) / 10.0))];
    let one = (value, proptest::bool::weighted(0.1));
    proptest::collection::vec(one, 0..60).prop_map(|points| {
        let point = |(day, (observed, ghost))| Point { day, observed, ghost };
        Series { points: (0..).zip(points).map(point).collect() }
    })
}

fn settings(kind: ChartKind, rules: RuleSet) -> Settings {
    Settings::new(kind, rules)
}

fn changed(series: &Series, change: impl Fn(f64) -> f64) -> Series {
    let mut series = series.clone();
    for point in &mut series.points {
        if let Observed::Value(value) = &mut point.observed {
            *value = change(*value);
        }
    }
    series
}

/// Every number of a point: value, centre, limits.
fn numbers(point: &Plotted) -> Vec<Option<f64>> {
    let limits = point.limits.map(|limits| [limits.lower, limits.upper].concat());
    let limits = limits.map_or(vec![None; 6], |limits| limits.into_iter().map(Some).collect());
    [vec![point.value, point.centre], limits].concat()
}

fn assert_alike(one: &Chart, other: &Chart, change: impl Fn(f64) -> f64) {
    for (one, other) in one.points.iter().zip(&other.points) {
        for (one, other) in numbers(one).into_iter().zip(numbers(other)) {
            assert_eq!(one.is_some(), other.is_some());
            let Some((one, other)) = one.zip(other) else { continue };
            let expected = change(one);
            assert!(
                (expected - other).abs() <= 1e-9 * (1.0 + expected.abs() + one.abs()),
                "{expected} {other}"
            );
        }
    }
    assert_eq!(one.patterns, other.patterns);
}

proptest! {
    #[test]
    fn s1_no_numbers_whatever_are_too_much(
        points in proptest::collection::vec(point(any_observed()), 0..40),
        kind in kinds(),
        rules in rules(),
        (freeze, shift, trend) in (proptest::option::of(0..50_usize), 0..9_usize, 0..9_usize),
        phases in proptest::collection::vec(any::<i32>(), 0..4),
        (multiplier, target) in (proptest::num::f64::ANY, proptest::num::f64::ANY),
        screen in any::<bool>(),
    ) {
        let lengths = statistics::Lengths { shift, trend };
        let set = Settings { freeze, phases, multiplier, screen, lengths, target: Some(target), ..settings(kind, rules) };
        let chart = chart(&Series { points: points.clone() }, &set);
        prop_assert_eq!(chart.points.len(), points.len());
        prop_assert_eq!(chart.phases.iter().map(|phase| phase.points.len()).sum::<usize>(), points.len());
        for point in &chart.points {
            prop_assert!(numbers(point).into_iter().flatten().all(f64::is_finite));
        }
        for pattern in &chart.patterns {
            prop_assert!(!pattern.points.is_empty() || pattern.length == 0);
            prop_assert!(pattern.points.is_sorted() && pattern.points.iter().all(|&point| !chart.points[point].ghost));
            prop_assert!(pattern.points.iter().all(|&point| chart.points[point].phase == pattern.phase));
            let chance = chart.chance(pattern);
            prop_assert!(chance.is_none_or(|chance| (0.0..=1.0).contains(&chance.share)), "{:?} {:?}", pattern, chance);
        }
        let proposal = statistics::propose(&Series { points }, statistics::Calculation::Unknown);
        prop_assert!(ChartKind::all().any(|kind| kind == proposal.kind));
    }

    #[test]
    fn s6_a_number_added_to_all_moves_all_lines_by_it(series in measured(), by in -1e3..1e3, rules in rules()) {
        for kind in [ChartKind::Run, ChartKind::Xmr] {
            let set = settings(kind, rules);
            let (one, other) = (chart(&series, &set), chart(&changed(&series, |value| value + by), &set));
            assert_alike(&one, &other, |line| line + by);
        }
    }

    #[test]
    fn s6_a_scale_scales_all_lines(series in measured(), by in 0.01..100.0, rules in rules()) {
        for kind in [ChartKind::Run, ChartKind::Xmr, ChartKind::MovingRange, ChartKind::T] {
            let set = settings(kind, rules);
            let (one, other) = (chart(&series, &set), chart(&changed(&series, |value| value * by), &set));
            assert_alike(&one, &other, |line| line * by);
        }
    }

    #[test]
    fn s6_a_multiplier_changes_the_unit_alone(series in measured(), kind in kinds(), rules in rules()) {
        let one = chart(&series, &settings(kind, rules));
        let other = chart(&series, &Settings { multiplier: 1000.0, ..settings(kind, rules) });
        assert_alike(&one, &other, |line| line * 1000.0);
    }

    #[test]
    fn s7_phases_know_nothing_of_each_other(series in measured(), kind in kinds(), rules in rules(), cut in 1..59_i32) {
        let set = Settings { phases: vec![cut], ..settings(kind, rules) };
        let both = chart(&series, &set);
        let (before, after): (Vec<Point>, Vec<Point>) = series.points.into_iter().partition(|point| point.day < cut);
        let alone = |points: &[Point]| chart(&Series { points: points.to_vec() }, &settings(kind, rules)).points;
        let apart = [alone(&before), alone(&after)].concat();
        for (one, other) in both.points.iter().zip(&apart) {
            prop_assert_eq!(numbers(one), numbers(other));
        }
    }

    #[test]
    fn s7_the_order_in_which_points_came_says_nothing(series in measured(), kind in kinds(), rules in rules(), seed in any::<u64>()) {
        let mut mixed = series.clone();
        mixed.points.sort_by_key(|point| (point.day as u64 + 1).wrapping_mul(seed | 1));
        let (one, other) = (chart(&series, &settings(kind, rules)), chart(&mixed, &settings(kind, rules)));
        assert_alike(&one, &other, |line| line);
    }

    #[test]
    fn s8_ghosts_change_no_line(series in measured(), kind in kinds(), rules in rules()) {
        let with = chart(&series, &settings(kind, rules));
        let is_there = |point: &&Point| !point.ghost;
        let without = Series { points: series.points.iter().filter(is_there).cloned().collect() };
        let without = chart(&without, &settings(kind, rules));
        let mut rest = with.clone();
        rest.points.retain(|point| !point.ghost);
        rest.patterns = without.patterns.clone();
        assert_alike(&rest, &without, |line| line);
        prop_assert_eq!(with.patterns.len(), without.patterns.len());
    }

    #[test]
    fn s8_screening_never_widens_limits(series in measured()) {
        for kind in [ChartKind::Xmr, ChartKind::T] {
            let set = settings(kind, RuleSet::Shewhart);
            let (one, other) = (chart(&series, &set), chart(&series, &Settings { screen: true, ..set.clone() }));
            for (one, other) in one.points.iter().zip(&other.points) {
                let Some((one, other)) = one.limits.zip(other.limits) else { continue };
                prop_assert!(other.upper[2] <= one.upper[2] + 1e-9 && other.lower[2] >= one.lower[2] - 1e-9);
            }
        }
    }
}

#[test]
fn s8_a_gap_stays_a_gap() {
    let missing = |at: usize| (0..20).map(move |place| (place != at).then_some([5.0, 9.0][place % 2]));
    let xmr = chart(&Series::of_values(missing(7)), &settings(ChartKind::Xmr, RuleSet::Shewhart));
    assert_eq!((xmr.points[7].value, xmr.points[7].centre.is_some()), (None, true));
    // Both ranges at the gap are missing, all others are 4.
    assert!((xmr.phases[0].mean_range.unwrap() - 4.0).abs() < 1e-12);
    let nobody =
        |place: usize| Observed::Ratio { numerator: 0.0, denominator: if place == 3 { 0.0 } else { 10.0 } };
    let p = chart(&Series::of((0..14).map(nobody)), &settings(ChartKind::P, RuleSet::Shewhart));
    assert_eq!((p.points[3].value, p.points[3].limits, p.faults.len()), (None, None, 0));
    assert!(p.points[4].limits.is_some());
}

#[test]
fn s1_lines_are_on_trial_below_twelve() {
    for (points, expected) in [
        (1, Standing::None),
        (7, Standing::None),
        (8, Standing::Trial),
        (11, Standing::Trial),
        (12, Standing::Full),
    ] {
        let series = Series::of_values((0..points).map(|place| Some(f64::from(place))));
        let run = chart(&series, &settings(ChartKind::Run, RuleSet::Anhoej));
        assert_eq!(run.phases[0].standing(), expected, "{points}");
    }
}

#[test]
fn s1_nothing_varies_and_nothing_is_found() {
    for kind in [ChartKind::Run, ChartKind::Xmr, ChartKind::MovingRange, ChartKind::T] {
        for rules in RuleSet::ALL {
            let chart = chart(&Series::of_values(vec![Some(0.1); 30]), &settings(kind, rules));
            let found: Vec<_> = chart.patterns.iter().map(|pattern| pattern.rule).collect();
            assert!(
                !found.contains(&statistics::Rule::OutsideLimits)
                    && !found.contains(&statistics::Rule::Shift),
                "{kind:?} {found:?}"
            );
        }
    }
    assert_eq!(chance::outside(0, 1), 0.0);
}

#[test]
fn s1_what_few_observations_cannot_carry_is_not_shown() {
    // A point far outside, at the seventh place of so many; then the same in a phase of its own behind 20 others.
    let outside_of = |chart: &statistics::Chart| {
        chart.patterns.iter().filter(|pattern| pattern.rule == statistics::Rule::OutsideLimits).count()
    };
    let steady = |place: usize| Some(if place == 6 { 900.0 } else { 5.0 + (place % 2) as f64 });
    for (points, limits, outside, said) in
        [(7, false, false, false), (11, false, false, false), (12, true, true, true)]
    {
        let shown = chart(
            &Series::of_values((0..points).map(steady)),
            &settings(ChartKind::Xmr, RuleSet::MakingDataCount),
        );
        assert_eq!(outside_of(&shown), 1, "{points}: they are computed all the same");
        let shown = shown.shown();
        assert_eq!(shown.points.iter().any(|point| point.limits.is_some()), limits, "{points}");
        assert_eq!(outside_of(&shown), usize::from(outside), "{points}");
        assert_eq!(shown.variation.is_some(), said, "{points}");
        assert_eq!(shown.phases[0].centre.is_some(), points >= 8, "{points}");
    }
    let begun = Settings { phases: vec![20], ..settings(ChartKind::Xmr, RuleSet::MakingDataCount) };
    let shown = chart(&Series::of_values((0..23).map(steady)), &begun).shown();
    assert_eq!(
        (outside_of(&shown), shown.variation, shown.assurance),
        (1, None, None),
        "an earlier phase keeps its own"
    );
}
