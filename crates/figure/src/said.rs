//! What a chart says in words: its patterns with how often chance makes them, its points, why it is proposed.

use statistics::{
    Chart, ChartKind, Direction, Disagreement, Pattern, Phase, Plotted, Proposal, Reason, Rule, RuleSet,
    Side, Standing, chance::Chance,
};
use words::{Day, Words};

use crate::{chart::header, measured};

/// What the patterns of a chart, as it is shown, say phase by phase; whether its latest values are too few; and one
/// sentence that there is no pattern, where there is none.
pub fn patterns(chart: &Chart, words: Words) -> Vec<String> {
    if chart.points.iter().all(|point| point.value.is_none()) {
        let said =
            if chart.points.is_empty() { words.said_no_values() } else { unfit(chart.settings.kind, words) };
        return vec![said.to_owned()];
    }
    let mut said: Vec<String> =
        together(&chart.patterns).iter().map(|pattern| sentence(chart, pattern, words)).collect();
    match chart.phases.last() {
        Some(latest) if latest.standing() == Standing::None => said.push(too_few(chart, latest, words)),
        Some(latest) if said.is_empty() => said.push(none(chart, latest.standing(), words)),
        _ => {}
    }
    let dropped = dropped(chart);
    if dropped > 0 {
        said.push(words.said_dropped(dropped));
    }
    said
}

/// What a kind of chart is drawn of, where there are other values.
fn unfit(kind: ChartKind, words: Words) -> &'static str {
    match kind {
        ChartKind::P | ChartKind::PPrime | ChartKind::U | ChartKind::UPrime => words.said_needs_ratio(),
        ChartKind::Xbar | ChartKind::S => words.said_needs_subgroups(),
        _ => words.said_needs_others(),
    }
}

/// Values that cannot stand on this chart.
fn dropped(chart: &Chart) -> usize {
    let is_counted = |place: usize| chart.points.iter().any(|point| point.place == place && !point.ghost);
    chart.faults.iter().filter(|(place, _)| is_counted(*place)).count()
}

/// Why the latest values have no lines yet.
fn too_few(chart: &Chart, latest: &Phase, words: Words) -> String {
    let is_frozen = latest.baseline.end < latest.points.end;
    match chart.points[latest.points.clone()].first() {
        _ if is_frozen => words.said_too_few_frozen(latest.counted),
        Some(first) if latest.points.start > 0 => {
            words.said_too_few_since(latest.counted, &date(first.day, words))
        }
        _ => words.said_too_few(latest.counted),
    }
}

/// That nothing is to be seen, as far as that can be said.
fn none(chart: &Chart, standing: Standing, words: Words) -> String {
    let mut values = chart.points.iter().filter_map(Plotted::counted);
    let counted = values.clone().count();
    let first = values.next();
    match standing {
        _ if counted > 1 && values.all(|value| Some(value) == first) => words.said_all_same(counted),
        Standing::Full => words.said_no_pattern(counted),
        _ => words.said_no_pattern_yet(counted),
    }
}

/// Points outside the limits that follow each other on one side are said in one sentence.
fn together(patterns: &[Pattern]) -> Vec<Pattern> {
    let mut said: Vec<Pattern> = Vec::new();
    for pattern in patterns {
        let follows = |before: &Pattern| {
            let next = before.points.last().map(|last| last + 1);
            let kind = (Rule::OutsideLimits, pattern.side, pattern.phase);
            pattern.rule == Rule::OutsideLimits
                && (before.rule, before.side, before.phase) == kind
                && next == pattern.points.first().copied()
        };
        match said.iter_mut().find(|before| follows(before)) {
            Some(before) => {
                before.points.extend(&pattern.points);
                before.length += pattern.length;
            }
            None => said.push(pattern.clone()),
        }
    }
    said
}

/// What one pattern says: which rule at which points, on which side, how long, and how often chance alone makes one.
pub fn sentence(chart: &Chart, pattern: &Pattern, words: Words) -> String {
    let high = pattern.side != Side::Low;
    let (from, to) = (day(chart, pattern.points.first(), words), day(chart, pattern.points.last(), words));
    let (length, needed) = (pattern.length, pattern.needed);
    let line = line(chart.settings.kind, words);
    let side = if high { words.said_above() } else { words.said_below() };
    let found = match pattern.rule {
        Rule::Shift => words.said_shift(length, side, line, &from, &to, needed),
        Rule::LongRun => words.said_long_run(length, side, line, &from, &to, needed),
        Rule::Trend if high => words.said_rising(length, &from, &to, needed),
        Rule::Trend => words.said_falling(length, &from, &to, needed),
        Rule::OutsideLimits if pattern.points.len() == 1 => words.said_outside(side, &from),
        Rule::OutsideLimits => words.said_outside_many(length, side, &from, &to),
        Rule::TwoOfThree if length == 2 => words.said_two_of_three(side, line, &from, &to),
        Rule::TwoOfThree => words.said_two_of_three_many(length, side, line, &from, &to),
        Rule::FewCrossings => words.said_few_crossings(line, length, needed + 1),
        Rule::FewRuns => words.said_few_runs(length, line, needed + 1),
        Rule::ManyRuns => words.said_many_runs(length, line, needed - 1),
    };
    // A pattern of a whole phase says that something moved, not which way.
    let found = match (pattern.side, chart.settings.direction) {
        (Side::High, Direction::Up) | (Side::Low, Direction::Down) => words.said_better(&found),
        (Side::High, Direction::Down) | (Side::Low, Direction::Up) => words.said_worse(&found),
        _ => found,
    };
    let Some(Chance { share, points, sides }) = chart.chance(pattern) else { return found };
    let share = percent(share, words);
    // Half on each side is what everybody expects.
    let uneven = sides.filter(|(above, below)| above.abs_diff(*below) > 1);
    let chance = match (pattern.rule, pattern.side, uneven) {
        (.., Some((above, below))) => words.said_chance_uneven(&share, points, above, line, below),
        (Rule::TwoOfThree, ..) => words.said_chance_two_of_three(&share, points),
        (_, Side::Both, _) => words.said_chance(&share, points),
        _ => words.said_chance_either(&share, points),
    };
    format!("{found} {chance}")
}

/// What a point says: its day, its value, and the rule whose pattern speaks for it.
pub fn point(chart: &Chart, place: usize, unit: &str, words: Words) -> String {
    let Some(point) = chart.points.get(place) else { return String::new() };
    let date = date(point.day, words);
    let Some(value) = point.value else { return words.said_point_missing(&date) };
    let value = format!("{}{unit}", number(value, words));
    let mut said = words.said_point(&date, &value);
    if point.ghost {
        return format!("{said} {}", words.said_point_left_out());
    }
    let rule = rule_at(chart, place, words);
    if !rule.is_empty() {
        said = format!("{said} {rule}");
    }
    said
}

/// What the rule says whose pattern speaks for a point; empty where none does.
pub fn rule_at(chart: &Chart, place: usize, words: Words) -> &'static str {
    match chart.pattern_at(place).map(|pattern| pattern.rule) {
        Some(Rule::OutsideLimits) => words.said_point_outside(),
        Some(Rule::Trend) => words.said_point_trend(),
        Some(Rule::TwoOfThree) => words.said_point_two_of_three(),
        Some(Rule::Shift | Rule::LongRun) => words.said_point_shift(),
        Some(Rule::FewCrossings | Rule::FewRuns | Rule::ManyRuns) | None => "",
    }
}

/// Where two charts of the same numbers disagree, and why: one of both allows for more variation than the other.
pub fn disagreement(first: &Chart, second: &Chart, found: &Disagreement, words: Words) -> String {
    let days = |chart: &Chart, places: &[usize]| {
        let days = places.iter().map(|place| day(chart, Some(place), words));
        days.collect::<Vec<_>>().join(", ")
    };
    let (one, other) = (header::kind(words, first.settings.kind), header::kind(words, second.settings.kind));
    let mut said = Vec::new();
    if !found.only_first.is_empty() {
        said.push(words.said_only_one(one, other, &days(first, &found.only_first)));
    }
    if !found.only_second.is_empty() {
        said.push(words.said_only_one(other, one, &days(second, &found.only_second)));
    }
    let counts = |chart: &Chart| matches!(chart.settings.kind, ChartKind::P | ChartKind::U | ChartKind::C);
    // How wide the limits are of the chart that expects what counting alone makes, against those of the one that takes
    // what it finds.
    let comparable = first.settings.multiplier == second.settings.multiplier;
    let counting = match (counts(first), counts(second)) {
        _ if !comparable => None,
        (true, false) => found.width.map(|width| (width, one, other)),
        (false, true) => found.width.map(|width| (1.0 / width, other, one)),
        _ => None,
    };
    match counting {
        Some((width, counting, other)) if width < 1.0 => said.push(words.said_narrower(counting, other)),
        Some((width, counting, other)) if width > 1.0 => said.push(words.said_wider(counting, other)),
        _ => {}
    }
    said.join(" ")
}

/// Why a chart is proposed.
pub fn reason(proposal: &Proposal, words: Words) -> &'static str {
    match proposal.reason {
        Reason::NoData => words.reason_no_data(),
        Reason::Proportion => words.reason_proportion(),
        Reason::ProportionOverdispersed => words.reason_proportion_overdispersed(),
        Reason::ProportionOfVeryMany => words.reason_proportion_of_very_many(),
        Reason::PercentWithoutDenominator => words.reason_percent_without_denominator(),
        Reason::Rate => words.reason_rate(),
        Reason::RateOverdispersed => words.reason_rate_overdispersed(),
        Reason::Count => words.reason_count(),
        Reason::Measurement => words.reason_measurement(),
        Reason::Subgroups => words.reason_subgroups(),
        Reason::SubgroupsOfOne => words.reason_subgroups_of_one(),
        Reason::TimeBetween => words.reason_time_between(),
        Reason::OpportunitiesBetween => words.reason_opportunities_between(),
        Reason::MostlyZero => words.reason_mostly_zero(),
    }
}

/// A number with as many digits as anybody reads on a chart: three at least, and all of a whole number.
pub fn number(value: f64, words: Words) -> String {
    let places = match value.abs() {
        large if large >= 100.0 => 1.0,
        middle if middle >= 10.0 => 10.0,
        small if small >= 1.0 => 100.0,
        _ => 1_000.0,
    };
    words.number((value * places).round() / places)
}

/// A day of the chart in words.
pub fn date(day: i32, words: Words) -> String {
    measured::calendar(day).map_or_else(String::new, |day: Day| words.date(day))
}

fn day(chart: &Chart, place: Option<&usize>, words: Words) -> String {
    place.and_then(|place| chart.points.get(*place)).map(|point| date(point.day, words)).unwrap_or_default()
}

/// What the centre of a kind of chart is called.
pub(crate) fn line(kind: ChartKind, words: Words) -> &'static str {
    if kind.is_around_median() { words.said_median() } else { words.said_mean() }
}

/// The name of a kind of chart.
pub fn kind(kind: ChartKind, words: Words) -> &'static str {
    header::kind(words, kind)
}

/// The name of a set of rules.
pub fn rules(rules: RuleSet, words: Words) -> &'static str {
    match rules {
        RuleSet::Anhoej => words.rules_anhoej(),
        RuleSet::Perla => words.rules_perla(),
        RuleSet::MakingDataCount => words.rules_making_data_count(),
        RuleSet::Shewhart => words.rules_shewhart(),
    }
}

/// A share as percent: one place below ten, none above, and never none at all.
fn percent(share: f64, words: Words) -> String {
    let percent = share * 100.0;
    match percent {
        small if small < 0.1 => words.said_percent_below(words.number(0.1).as_str()),
        small if small < 10.0 => words.said_percent(words.number((small * 10.0).round() / 10.0).as_str()),
        large => words.said_percent(words.number(large.round()).as_str()),
    }
}
