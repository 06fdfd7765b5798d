//! A table of data as a measure: what the columns are taken for, and what is said of rows that cannot be read.

use std::path::Path;

use anyhow::{anyhow, bail};
use exchange::observations::{self, Choice, DateOrder, Decimal, Outcome, Question, Ratios, Role, Suggestion};
use model::period::Frequency;
use model::{
    Id,
    measure::{Measure, PlanField, PlanNumber},
};
use statistics::{ChartKind, Reads};
use words::Words;

use super::{plain, subject::Subject};

/// How a table is read where it could be read in several ways.
#[derive(clap::Args)]
pub(super) struct Reading {
    /// What comes first in dates such as 4/5/2026: day or month
    #[arg(long, value_name = "FIRST", value_parser = date_order)]
    dates: Option<DateOrder>,
    /// What stands before decimals: point or comma
    #[arg(long, value_name = "SIGN", value_parser = decimal)]
    decimal: Option<Decimal>,
    /// The year of the first row, where months stand without one
    #[arg(long, value_parser = clap::value_parser!(i32).range(1..=9999))]
    year: Option<i32>,
}

fn date_order(name: &str) -> Result<DateOrder, String> {
    match name {
        "day" => Ok(DateOrder::DayMonth),
        "month" => Ok(DateOrder::MonthDay),
        _ => Err("this is not day or month".to_owned()),
    }
}

fn decimal(name: &str) -> Result<Decimal, String> {
    match name {
        "point" => Ok(Decimal::Point),
        "comma" => Ok(Decimal::Comma),
        _ => Err("this is not point or comma".to_owned()),
    }
}

/// A text that holds a table.
pub(super) struct Table<'a> {
    pub(super) file: &'a Path,
    pub(super) text: &'a str,
    pub(super) chart: ChartKind,
    /// Which measure, where several stand side by side.
    pub(super) named: Option<&'a str>,
    pub(super) words: Words,
}

/// The measure of a table. Rows that cannot be read are told on standard error.
pub(super) fn subject(table: &Table<'_>, reading: &Reading) -> anyhow::Result<Subject> {
    let Table { file, words, .. } = *table;
    let refused = |refusal: observations::Refusal| {
        anyhow!("{}: {}", file.display(), words.observations_refusal(refusal.name()))
    };
    let cells = observations::Table::read(table.text).map_err(refused)?;
    let Suggestion { name, mut choice } = table.suggestion(fitting(cells.suggestions(), table.chart))?;
    table.settle(&mut choice, reading);
    let outcome = table.read(&cells, choice);
    for fault in &outcome.faults {
        let sentence = words.observations_fault(fault.fault.name(), &fault.cell);
        table.tell(&words.observations_at(fault.row, fault.column, &sentence));
    }
    if outcome.observations.is_empty() {
        let question = outcome.questions.first().map(|question| words.observations_question(question.name()));
        bail!("{}: no row can be read. {}", file.display(), question.unwrap_or_default());
    }
    Ok(measured(name, outcome))
}

fn measured(name: String, outcome: Outcome) -> Subject {
    let mut measure = Measure::new(Id::parse("data").expect("an id of letters"), name);
    if outcome.percents > 0 {
        measure.plan.insert(PlanField::Unit, "%".to_owned());
    } else {
        // The numbers of a table are those of its chart, unless it is said what they are multiplied by.
        measure.numbers.insert(PlanNumber::Multiplier, 1.0);
    }
    measure.observations = outcome.observations;
    Subject { measure, phases: Vec::new(), cycles: Vec::new(), gaps: outcome.gaps }
}

/// Columns whose names say nothing are what the chart needs: single measurements, or a numerator and a denominator.
fn fitting(mut suggestions: Vec<Suggestion>, chart: ChartKind) -> Vec<Suggestion> {
    let roles: &[Role] = match (chart.reads(), suggestions.len()) {
        (Reads::Subgroup, _) => &[Role::Subgroup],
        (Reads::Proportion | Reads::Rate, 2) => &[Role::Numerator, Role::Denominator],
        _ => return suggestions,
    };
    let is_single = |suggestion: &Suggestion| {
        let mut values = suggestion.choice.of(Role::Value);
        values.next().is_some() && values.next().is_none()
    };
    if suggestions.len() < 2 || !suggestions.iter().all(is_single) {
        return suggestions;
    }
    let values = suggestions.iter().flat_map(|suggestion| suggestion.choice.of(Role::Value));
    let values: Vec<usize> = values.collect();
    let mut first = suggestions.swap_remove(0);
    for (place, column) in values.into_iter().enumerate() {
        first.choice.columns[column] = roles[place.min(roles.len() - 1)];
    }
    vec![Suggestion { name: String::new(), ..first }]
}

impl Table<'_> {
    fn tell(&self, line: &str) {
        eprintln!("{}: {}", self.file.display(), plain(line));
    }

    fn suggestion(&self, suggestions: Vec<Suggestion>) -> anyhow::Result<Suggestion> {
        let names = || plain(&suggestions.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("; "));
        let found = match self.named {
            Some(named) => suggestions.iter().find(|one| one.name.trim() == named.trim()),
            None => suggestions.first(),
        };
        let Some(found) = found else {
            bail!("{}: there is no such measure; there are {}", self.file.display(), names());
        };
        if self.named.is_none() && suggestions.len() > 1 {
            self.tell(&format!("several measures stand side by side ({}); this is the first", names()));
        }
        Ok(found.clone())
    }

    /// What was said, and what the chart needs.
    fn settle(&self, choice: &mut Choice, reading: &Reading) {
        choice.date_order = reading.dates;
        choice.decimal = reading.decimal;
        choice.year = reading.year;
        choice.ratios = match self.chart.reads() {
            Reads::Proportion => Ratios::Proportion,
            _ => Ratios::Rate,
        };
        if matches!(self.chart.reads(), Reads::Gap | Reads::Time) {
            choice.frequency = Frequency::Events;
        }
    }

    /// Reads the rows. Nobody can be asked here: what is unclear is read as most do in Britain, and told.
    fn read(&self, cells: &observations::Table, mut choice: Choice) -> Outcome {
        let outcome = observations::observations(cells, &choice);
        let asks = |question| outcome.questions.contains(&question);
        if asks(Question::DayOrMonth) {
            choice.date_order = Some(DateOrder::DayMonth);
            self.tell(
                "dates such as 4/5/2026 are read with the day first; --dates month reads the month first",
            );
        }
        if asks(Question::Decimal) {
            choice.decimal = Some(Decimal::Point);
            self.tell(
                "the comma of 1,234 is read as standing before thousands; --decimal comma reads decimals",
            );
        }
        if asks(Question::Year) {
            self.tell("months stand without their year; --year says the year of the first row");
        }
        observations::observations(cells, &choice)
    }
}
