//! How a chart is made, as the command line says it: what it says goes before what a measure's plan says.

use chrono::NaiveDate;
use model::measure::{Direction, PhaseStart, PlanField, PlanNumber};
use statistics::{ChartKind, RuleSet};

use super::{chart_kind, subject::Subject};

/// How the chart is made.
#[derive(clap::Args)]
pub(super) struct Plan {
    /// run, xmr, mr, p, p_prime, u, u_prime, c, xbar, s, g or t; in a project, the measure's own without it
    #[arg(long, value_name = "CHART", value_parser = chart_kind)]
    pub(super) chart: Option<ChartKind>,
    /// anhoej, perla, making-data-count or shewhart; without it anhoej, and shewhart where the chart has limits
    #[arg(long, value_name = "RULES", value_parser = rules)]
    rules: Option<RuleSet>,
    /// What stands above the chart
    #[arg(long)]
    title: Option<String>,
    /// What stands behind its numbers
    #[arg(long)]
    unit: Option<String>,
    /// Which way is better: up, down or neither
    #[arg(long, value_parser = direction)]
    direction: Option<Direction>,
    /// What is to be reached, in the units of the chart
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = number)]
    goal: Option<f64>,
    /// The lines come from the first so many points
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    freeze: Option<u32>,
    /// The first day of a further phase, as 2026-05-04; may stand several times
    #[arg(long, value_name = "DATE")]
    phase: Vec<NaiveDate>,
    /// What values are multiplied by: 100 for percent, 1000 for “per 1,000”
    #[arg(long, value_name = "N", value_parser = above_0)]
    multiplier: Option<f64>,
    /// How many points on one side are a shift
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..))]
    shift: Option<u32>,
    /// How many points that rise or fall are a trend
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..))]
    trend: Option<u32>,
    /// Leave out moving ranges that are not below 3.267 times their mean, once
    #[arg(long)]
    screen: bool,
}

fn rules(name: &str) -> Result<RuleSet, String> {
    let names = || RuleSet::ALL.map(RuleSet::name).join(", ");
    RuleSet::named(name).ok_or_else(|| format!("the rules are {}", names()))
}

fn direction(name: &str) -> Result<Direction, String> {
    name.parse().map_err(|_| "this is not up, down or neither".to_owned())
}

fn number(text: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| "this is not a number".to_owned())
}

fn above_0(text: &str) -> Result<f64, String> {
    number(text).ok().filter(|number| *number > 0.0).ok_or_else(|| "this is not a number above 0".to_owned())
}

impl Plan {
    /// Puts what was said in the place of what the measure says.
    pub(super) fn apply(&self, subject: &mut Subject) {
        let measure = &mut subject.measure;
        measure.name = self.title.clone().unwrap_or_else(|| std::mem::take(&mut measure.name));
        measure.direction = self.direction.or(measure.direction);
        measure.screen |= self.screen;
        let texts = [
            (PlanField::Chart, self.chart.map(|chart| chart.name().to_owned())),
            (PlanField::Rules, self.rules.map(|rules| rules.name().to_owned())),
            (PlanField::Unit, self.unit.clone()),
        ];
        measure.plan.extend(texts.into_iter().filter_map(|(field, text)| Some((field, text?))));
        let numbers = [
            (PlanNumber::GoalValue, self.goal),
            (PlanNumber::Freeze, self.freeze.map(f64::from)),
            (PlanNumber::Multiplier, self.multiplier),
            (PlanNumber::Shift, self.shift.map(f64::from)),
            (PlanNumber::Trend, self.trend.map(f64::from)),
        ];
        measure.numbers.extend(numbers.into_iter().filter_map(|(field, number)| Some((field, number?))));
        if !self.phase.is_empty() {
            let start = |date: &NaiveDate| PhaseStart { date: date.to_string(), reason: String::new() };
            subject.phases = self.phase.iter().map(start).collect();
        }
    }
}
