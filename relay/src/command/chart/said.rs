//! A chart as JSON: every line, run and pattern, in the words of the programs that cases come from.

use serde_json::{Value, json};
use statistics::{
    Assurance, Chart, ChartKind, Direction, Limits, Observed, Pattern, Phase, Plotted, RuleSet, Series, Side,
    Standing, Variation, rules,
    rules::{Ties, Zone},
};

/// Everything that one of the programs says. Dates are those of the series, in its order.
pub(super) fn chart(chart: &Chart, series: &Series, dates: Option<&[String]>) -> Value {
    let points = |of: &dyn Fn(&Plotted) -> Value| Value::Array(chart.points.iter().map(of).collect());
    let limit = |of: fn(Limits) -> f64| points(&|point| number(point.limits.map(of)));
    let mut said = json!({
        "values": points(&|point| number(point.value)),
        "phase": points(&|point| point.phase.into()),
        "centre_line": points(&|point| number(point.centre)),
        "ucl": limit(|limits| limits.upper[2]),
        "lcl": limit(|limits| limits.lower[2]),
        "ucl_2sigma": limit(|limits| limits.upper[1]),
        "lcl_2sigma": limit(|limits| limits.lower[1]),
        "ucl_1sigma": limit(|limits| limits.upper[0]),
        "lcl_1sigma": limit(|limits| limits.lower[0]),
        "average_moving_range_used": points(&|point| number(chart.phases[point.phase].mean_range)),
        "relative_to_centre": points(&relative),
        "subgroup_n": points(&|point| size(series, point).into()),
        "subgroup_sd": points(&|point| number(spread(series, point))),
        "short_phase_warning": points(&|point| (chart.phases[point.phase].standing() < Standing::Full).into()),
        "runs": Value::Array(chart.phases.iter().enumerate().map(|phase| runs(chart, phase)).collect()),
        "signals": signals(chart),
        "assurance_type": assurance(chart, ["consistent_pass", "consistent_fail", "inconsistent", "none"]),
    });
    if let Some(dates) = dates {
        said["dates"] = points(&|point| dates[point.place].as_str().into());
    }
    if is_nhs(chart) {
        said["special_cause_type"] = each(chart, |place| cause(chart, place).into());
        said["point_type"] = each(chart, |place| variation(chart.variation_at(place), POINT).into());
        said["variation_icon"] = chart.variation.map_or(Value::Null, |icon| variation(icon, ICON).into());
        said["assurance_icon"] = assurance(chart, ["pass", "fail", "inconsistent", "none"]);
    } else {
        let by_nhs_rules = Chart { patterns: patterns(chart).concat(), ..chart.clone() };
        let icon = chart.latest().map(|latest| variation(by_nhs_rules.variation_at(latest), CAMEL));
        said["variation_icons"] = json!([icon]);
        said["assurance_icon"] =
            assurance(chart, ["consistentPass", "consistentFail", "inconsistent", "none"]);
    }
    said
}

fn is_nhs(chart: &Chart) -> bool {
    chart.settings.rules == RuleSet::MakingDataCount
}

fn number(number: Option<f64>) -> Value {
    number.map_or(Value::Null, Value::from)
}

fn each(chart: &Chart, of: impl Fn(usize) -> Value) -> Value {
    Value::Array((0..chart.points.len()).map(of).collect())
}

fn relative(point: &Plotted) -> Value {
    let (Some(value), Some(centre)) = (point.value, point.centre) else { return Value::Null };
    let near = (value - centre).abs() <= 1e-12 * centre.abs();
    if near { 0.into() } else { (value - centre).signum().into() }
}

fn group<'a>(series: &'a Series, point: &Plotted) -> &'a [f64] {
    match &series.points[point.place].observed {
        Observed::Subgroup(values) => values,
        _ => &[],
    }
}

fn size(series: &Series, point: &Plotted) -> usize {
    group(series, point).len()
}

fn spread(series: &Series, point: &Plotted) -> Option<f64> {
    let values = group(series, point);
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (count > 1.0).then(|| (squares / (count - 1.0)).sqrt())
}

fn runs(chart: &Chart, (place, phase): (usize, &Phase)) -> Value {
    let runs = phase.runs;
    // Ranges are not independent of their neighbours: no run rule is for them.
    let ruled = chart.settings.kind != ChartKind::MovingRange;
    json!({
        "phase": place,
        "n_obs": runs.observations,
        "n_useful": runs.useful,
        "longest_run": runs.longest,
        "longest_run_max": runs.longest_usual,
        "n_crossings": runs.crossings,
        "n_crossings_min": runs.crossings_usual,
        "runs_signal": ruled && (runs.is_long() || runs.is_stuck()),
        "shift_signal": ruled && runs.is_long(),
        "crossings_signal": ruled && runs.is_stuck(),
    })
}

/// Outside, trend, two of three, shift: the four rules of Making Data Count, whatever rules the chart has.
fn patterns(chart: &Chart) -> [Vec<Pattern>; 4] {
    let lengths = chart.settings.lengths;
    let zone = if is_nhs(chart) { Zone::Between } else { Zone::Beyond };
    [
        rules::outside(chart),
        rules::trend(chart, lengths.trend, Ties::Break),
        rules::two_of_three(chart, zone),
        rules::shift(chart, lengths.shift, Ties::Break),
    ]
}

fn signals(chart: &Chart) -> Value {
    let [outside, trend, two_of_three, shift] = patterns(chart);
    let directed = !is_nhs(chart) && chart.settings.direction != Direction::Neither;
    let says = |patterns: &[Pattern]| {
        let only = Chart { patterns: patterns.to_vec(), ..chart.clone() };
        each(chart, |place| match directed {
            true => variation(only.variation_at(place), FLAG).into(),
            false => only.pattern_at(place).is_some().into(),
        })
    };
    // qcc tells of a run from its seventh point on.
    let late: Vec<usize> = shift.iter().flat_map(|run| run.points.iter().skip(6).copied()).collect();
    let [trends, shifts] = [chart.settings.lengths.trend, chart.settings.lengths.shift];
    json!({
        "outside_limits": says(&outside),
        "two_of_three": says(&two_of_three),
        (format!("trend_{trends}")): says(&trend),
        (format!("shift_{shifts}")): says(&shift),
        "run_7": each(chart, |place| late.contains(&place).into()),
        "close_to_limits": each(chart, |place| is_close(&chart.points[place]).into()),
        "any": each(chart, |place| chart.pattern_at(place).is_some().into()),
    })
}

fn is_close(point: &Plotted) -> bool {
    let (Some(value), Some(Limits { lower, upper })) = (point.counted(), point.limits) else { return false };
    (value > upper[1] && value <= upper[2]) || (value < lower[1] && value >= lower[2])
}

/// Common cause, then improvement, concern and neutral, each high and low.
type Names = [&'static str; 7];
const ICON: Names = [
    "common_cause",
    "improvement_high",
    "improvement_low",
    "concern_high",
    "concern_low",
    "neutral_high",
    "neutral_low",
];
const CAMEL: Names = [
    "commonCause",
    "improvementHigh",
    "improvementLow",
    "concernHigh",
    "concernLow",
    "neutralHigh",
    "neutralLow",
];
const POINT: Names = [
    "common_cause",
    "special_cause_improvement",
    "special_cause_improvement",
    "special_cause_concern",
    "special_cause_concern",
    "special_cause_neutral_high",
    "special_cause_neutral_low",
];
const FLAG: Names =
    ["none", "improvement", "improvement", "deterioration", "deterioration", "neutral_high", "neutral_low"];

fn variation(variation: Variation, names: Names) -> &'static str {
    let (kind, side) = match variation {
        Variation::CommonCause => return names[0],
        Variation::Improvement(side) => (1, side),
        Variation::Concern(side) => (3, side),
        Variation::Neutral(side) => (5, side),
    };
    names[kind + usize::from(side == Side::Low)]
}

fn assurance(chart: &Chart, [pass, fail, mixed, none]: [&'static str; 4]) -> Value {
    match chart.assurance {
        Some(Assurance::Pass) => pass,
        Some(Assurance::Fail) => fail,
        Some(Assurance::HitAndMiss) => mixed,
        None => none,
    }
    .into()
}

/// The name of a rule.
pub(super) fn rule(rule: rules::Rule) -> &'static str {
    match rule {
        rules::Rule::OutsideLimits => "outside_limits",
        rules::Rule::Trend => "trend",
        rules::Rule::TwoOfThree => "two_of_three",
        rules::Rule::Shift => "shift",
        rules::Rule::LongRun => "long_run",
        rules::Rule::FewCrossings => "few_crossings",
        rules::Rule::FewRuns => "few_runs",
        rules::Rule::ManyRuns => "many_runs",
    }
}

/// Where a pattern lies.
pub(super) fn side(side: Side) -> &'static str {
    match side {
        Side::High => "high",
        Side::Low => "low",
        Side::Both => "both",
    }
}

/// The words of NHSRplotthedots.
fn cause(chart: &Chart, place: usize) -> String {
    let Some(pattern) = chart.pattern_at(place) else { return "Common Cause".to_owned() };
    let is_high = pattern.side == Side::High;
    let side = if is_high { "Above" } else { "Below" };
    match pattern.rule {
        rules::Rule::OutsideLimits => format!("{side} {}", if is_high { "UCL" } else { "LCL" }),
        rules::Rule::Trend => {
            let way = if is_high { "Increasing" } else { "Decreasing" };
            format!("{} Point Trend ({way})", pattern.needed)
        }
        rules::Rule::TwoOfThree => format!("2 in 3 {side} CL"),
        _ => format!("{} Points {side} CL", pattern.needed),
    }
}
