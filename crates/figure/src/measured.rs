//! What a measure's plan and observations are to statistics: a series, the settings of its chart, and what stands
//! beside the numbers.

use chrono::{Datelike, NaiveDate};
use model::cycle::{Cycle, CycleText};
use model::measure::{Direction, Measure, PhaseStart, PlanField, PlanNumber, Value};
use model::period::date_of;
use statistics::{
    Calculation, Chart, ChartKind, Observed, Point, Proposal, RuleSet, Series, Settings, propose,
};
use words::Words;

use crate::chart::{Annotation, AnnotationKind, ChartLook};

/// The two ways in which most teams read a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Preset {
    /// A run chart with the rules of Anhøj.
    Team,
    /// An XmR chart with the rules of Making Data Count.
    Board,
}

impl Preset {
    /// Both, in the order in which they are offered.
    pub const ALL: [Preset; 2] = [Preset::Team, Preset::Board];

    /// Its chart and its rules.
    pub fn chart(self) -> (ChartKind, RuleSet) {
        match self {
            Preset::Team => (ChartKind::Run, RuleSet::Anhoej),
            Preset::Board => (ChartKind::Xmr, RuleSet::MakingDataCount),
        }
    }

    /// The preset that a chart and its rules are; none where they are another choice.
    pub fn of(settings: &Settings) -> Option<Preset> {
        Preset::ALL.into_iter().find(|preset| preset.chart() == (settings.kind, settings.rules))
    }
}

/// The kinds of calculation that a plan names, as they are kept.
pub const CALCULATIONS: [(&str, Calculation); 6] = [
    ("count", Calculation::Count),
    ("percent", Calculation::Proportion),
    ("rate", Calculation::Rate),
    ("average", Calculation::Measurement),
    ("time_between", Calculation::TimeBetween),
    ("opportunities_between", Calculation::OpportunitiesBetween),
];

/// Days since 1 January of year 1, which is day 1; none where a text is no `yyyy-mm-dd`.
pub fn day_of(date: &str) -> Option<i32> {
    date_of(date).map(|date| date.num_days_from_ce())
}

/// The observations of a measure, with its empty periods as gaps. One whose date is none is left out.
pub fn series(measure: &Measure) -> Series {
    // Among shares that are shown as percent, a number that stands alone is typed as it is shown.
    let typed = if unit(measure) == "%" && has_ratios(measure) { multiplier(measure) } else { 1.0 };
    let points = measure.observations.iter().filter_map(|observation| {
        let observed = match &observation.value {
            Value::Number(value) => Observed::Value(value / typed),
            Value::Ratio(numerator, denominator) => {
                Observed::Ratio { numerator: *numerator, denominator: *denominator }
            }
            Value::Subgroup(values) => Observed::Subgroup(values.clone()),
        };
        Some(Point { day: day_of(observation.date())?, observed, ghost: observation.ghost })
    });
    let gap =
        |day: NaiveDate| Point { day: day.num_days_from_ce(), observed: Observed::Missing, ghost: false };
    Series { points: points.chain(measure.gaps().into_iter().map(gap)).collect() }
}

/// What the plan says is computed; nothing where it says it in other words.
pub fn calculation(measure: &Measure) -> Calculation {
    let said = plan(measure, PlanField::Calculation);
    let named = CALCULATIONS.iter().find(|(name, _)| *name == said);
    named.map_or(Calculation::Unknown, |(_, calculation)| *calculation)
}

/// The chart that fits the data, and why.
pub fn proposal(measure: &Measure) -> Proposal {
    propose(&series(measure), calculation(measure))
}

/// How the chart of a measure is made: what its plan says, a run chart where it names none, the rules of
/// Anhøj where it names none, and those of Shewhart too where there are limits.
pub fn settings(measure: &Measure, phases: &[PhaseStart]) -> Settings {
    let kind = ChartKind::named(plan(measure, PlanField::Chart)).unwrap_or_default();
    // Where there are limits, a point beyond them is not passed over in silence.
    let usual = if kind.has_limits() { RuleSet::Shewhart } else { RuleSet::Anhoej };
    let rules = RuleSet::named(plan(measure, PlanField::Rules)).unwrap_or(usual);
    let count = |field| number(measure, field).filter(|count| *count >= 1.0).map(|count| count as usize);
    let mut settings = Settings::new(kind, rules);
    settings.lengths.shift = count(PlanNumber::Shift).unwrap_or(settings.lengths.shift);
    settings.lengths.trend = count(PlanNumber::Trend).unwrap_or(settings.lengths.trend);
    settings.freeze = count(PlanNumber::Freeze);
    settings.phases = phases.iter().filter_map(|phase| day_of(&phase.date)).collect();
    settings.screen = measure.screen;
    settings.multiplier = multiplier_on(measure, kind);
    settings.target = number(measure, PlanNumber::GoalValue).filter(|_| is_on_scale(measure, kind));
    settings.direction = match measure.direction {
        Some(Direction::Up) => statistics::Direction::Up,
        Some(Direction::Down) => statistics::Direction::Down,
        Some(Direction::Neither) | None => statistics::Direction::Neither,
    };
    settings
}

/// What the values of a measure are multiplied by on a kind of chart: counts are counts.
pub fn multiplier_on(measure: &Measure, kind: ChartKind) -> f64 {
    if is_counted(kind) { 1.0 } else { multiplier(measure) }
}

/// Whether a chart shows counts, whatever they are shares of.
fn is_counted(kind: ChartKind) -> bool {
    matches!(kind, ChartKind::C | ChartKind::G | ChartKind::T)
}

/// Whether a chart shows only the counts of what the measure tells as a share or a rate.
fn is_count_of_share(measure: &Measure, kind: ChartKind) -> bool {
    is_counted(kind) && (has_ratios(measure) || unit(measure) == "%")
}

/// Whether a chart shows what the goal and the baseline of a measure are numbers of: neither how much values differ,
/// nor counts where the measure is a share.
fn is_on_scale(measure: &Measure, kind: ChartKind) -> bool {
    let spread = matches!(kind, ChartKind::MovingRange | ChartKind::S);
    !(spread || is_count_of_share(measure, kind))
}

/// What a measure's values are multiplied by: its own number, or 100 where shares are to be read as percent.
pub fn multiplier(measure: &Measure) -> f64 {
    let percent = || unit(measure) == "%" && has_ratios(measure);
    let said = number(measure, PlanNumber::Multiplier).filter(|number| number.is_finite() && *number > 0.0);
    said.unwrap_or_else(|| if percent() { 100.0 } else { 1.0 })
}

/// The chart of a measure, as it is shown.
pub fn chart(measure: &Measure, phases: &[PhaseStart]) -> Chart {
    statistics::chart(&series(measure), &settings(measure, phases)).shown()
}

/// What stands beside the numbers: name, unit, baseline, and on the axis of time notes, phases with their reasons, and
/// the cycles that test what the measure watches.
pub fn look<'a>(
    measure: &Measure,
    phases: &[PhaseStart],
    cycles: impl IntoIterator<Item = &'a Cycle>,
    words: Words,
) -> ChartLook {
    let (kind, unit) = (settings(measure, phases).kind, unit(measure));
    let mark = |date: &str, text: &str, kind| {
        Some(Annotation { day: day_of(date)?, text: text.trim().to_owned(), kind })
    };
    let noted = measure.observations.iter().filter(|observation| !observation.note.trim().is_empty());
    let notes = noted.filter_map(|one| mark(one.date(), &one.note, AnnotationKind::Note));
    let starts = phases.iter().filter_map(|phase| mark(&phase.date, &phase.reason, AnnotationKind::Phase));
    let tests = cycles.into_iter();
    let tests =
        tests.filter_map(|cycle| mark(&cycle.start, cycle.text(CycleText::Title), AnnotationKind::Cycle));
    ChartLook {
        words,
        title: measure.name.clone(),
        unit: if is_count_of_share(measure, kind) { String::new() } else { unit },
        baseline: number(measure, PlanNumber::BaselineValue).filter(|_| is_on_scale(measure, kind)),
        annotations: notes.chain(starts).chain(tests).collect(),
        dated: None,
    }
}

fn has_ratios(measure: &Measure) -> bool {
    measure.observations.iter().any(|observation| matches!(observation.value, Value::Ratio(..)))
}

/// What stands behind a number: `%` at once, words after a space. How many of how many is told in percent where the plan
/// says so in either way.
pub fn unit(measure: &Measure) -> String {
    let kind = ChartKind::named(plan(measure, PlanField::Chart));
    let is_share = calculation(measure) == Calculation::Proportion
        || matches!(kind, Some(ChartKind::P | ChartKind::PPrime));
    let is_plain = number(measure, PlanNumber::Multiplier).is_none_or(|number| number == 100.0);
    match plan(measure, PlanField::Unit).trim() {
        "" if is_share && is_plain && has_ratios(measure) => "%".to_owned(),
        "" => String::new(),
        unit if unit.starts_with(['%', '‰', '°']) => unit.to_owned(),
        unit => format!(" {unit}"),
    }
}

fn plan(measure: &Measure, field: PlanField) -> &str {
    measure.plan.get(&field).map_or("", String::as_str)
}

fn number(measure: &Measure, field: PlanNumber) -> Option<f64> {
    measure.numbers.get(&field).copied()
}

/// A day of the calendar, from a day of a chart; none beyond what a calendar holds.
pub fn calendar(day: i32) -> Option<words::Day> {
    let date = NaiveDate::from_num_days_from_ce_opt(day)?;
    Some(words::Day { year: date.year(), month: date.month() as u8, day: date.day() as u8 })
}
