//! The rows and cells of a measure's data, and what a row of texts is as an observation. Pure: no page, no signals.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use model::measure::{Measure, Observation, PlanField, Value};

use super::period::Period;
use super::read::{Fault, date, iso, number};

/// Empty periods that are shown at most, so that a slip in one date does not fill the page.
const MOST_GAPS: usize = 400;

/// What is entered for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One number
    Number,
    /// How often in how much
    Ratio,
    /// How many of how many: never more than there are
    Share,
    /// So many single measurements
    Subgroup(usize),
}

impl Shape {
    /// What the observations are, or the plan speaks of; a person may have chosen otherwise while there are none.
    pub fn of(measure: &Measure, chosen: Option<Shape>) -> Self {
        let longest = measure.observations.iter().filter_map(|one| match &one.value {
            Value::Subgroup(values) => Some(values.len()),
            _ => None,
        });
        if let Some(longest) = longest.max() {
            return Shape::Subgroup(longest.max(2));
        }
        let has_ratio = measure.observations.iter().any(|one| matches!(one.value, Value::Ratio(..)));
        let plan = |field| measure.plan.get(&field).map_or("", |text| text.trim());
        let says_ratio = matches!(plan(PlanField::Calculation), "percent" | "rate")
            || !plan(PlanField::Denominator).is_empty()
            || matches!(plan(PlanField::Chart), "p" | "p_prime" | "u" | "u_prime");
        let is_share = plan(PlanField::Calculation) == "percent"
            || plan(PlanField::Unit) == "%"
            || matches!(plan(PlanField::Chart), "p" | "p_prime");
        let ratio = if is_share { Shape::Share } else { Shape::Ratio };
        match (has_ratio, measure.observations.is_empty(), chosen) {
            (true, ..) | (_, true, Some(Shape::Ratio | Shape::Share)) => ratio,
            (_, true, Some(chosen)) => chosen,
            (_, true, None) if says_ratio => ratio,
            (_, true, None) if matches!(plan(PlanField::Chart), "xbar" | "s") => Shape::Subgroup(5),
            _ => Shape::Number,
        }
    }

    /// How many cells a value has.
    pub fn parts(self) -> usize {
        match self {
            Shape::Number => 1,
            Shape::Ratio | Shape::Share => 2,
            Shape::Subgroup(count) => count,
        }
    }

    /// How many columns there are: the day, the value, the note, and whether it is left out.
    pub fn columns(self) -> usize {
        self.parts() + 3
    }

    /// What a column holds.
    pub fn column(self, place: usize) -> Column {
        match place {
            0 => Column::Date,
            part if part <= self.parts() => Column::Part(part - 1),
            note if note == self.parts() + 1 => Column::Note,
            _ => Column::Ghost,
        }
    }
}

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The day
    Date,
    /// The number, the numerator and denominator, or one of the measurements
    Part(usize),
    /// A note on the point
    Note,
    /// Whether the point is left out of the lines
    Ghost,
}

/// Cells that were written and are no observation yet, by row.
pub type Drafts = BTreeMap<String, BTreeMap<Column, String>>;

/// The key of the row in which something new begins, where no calendar says its day.
pub const NEW: &str = "new";

/// The keys of all rows, in the order of their days: what was observed, what is being written, and the periods in
/// which nothing is yet, up to this one.
pub fn keys(measure: &Measure, drafts: &Drafts, today: NaiveDate) -> Vec<String> {
    let mut keys: BTreeSet<String> = measure.observations.iter().map(|one| one.key.clone()).collect();
    keys.extend(drafts.keys().filter(|key| *key != NEW).cloned());
    let frequency = measure.plan.get(&PlanField::Frequency).map_or("", String::as_str);
    let Some(period) = Period::named(frequency) else {
        return keys.into_iter().chain([NEW.to_owned()]).collect();
    };
    let days: Vec<NaiveDate> = keys.iter().filter_map(|key| day_of(key)).collect();
    let regular = days.iter().all(|day| period.start(*day) == *day);
    let plan_start = measure.plan.get(&PlanField::Start).and_then(|start| date(start).ok());
    let current = period.start(today);
    let first = match (days.first(), days.last()) {
        (Some(first), Some(_)) if regular => *first,
        (_, Some(last)) => period.next(period.start(*last)),
        _ => period.start(plan_start.unwrap_or(today)),
    };
    let end = days.last().map_or(current, |last| period.next(period.start(*last)).max(current));
    let mut day = first;
    for _ in 0..MOST_GAPS.max(days.len() + 1) {
        keys.insert(iso(day));
        day = period.next(day);
        if day > end {
            break;
        }
    }
    keys.into_iter().collect()
}

/// The key of the row after the last, for a paste that is longer than the rows.
pub fn next_key(measure: &Measure, last: &str) -> Option<String> {
    let frequency = measure.plan.get(&PlanField::Frequency).map_or("", String::as_str);
    Some(iso(Period::named(frequency)?.next(day_of(last)?)))
}

/// The day of a key.
pub fn day_of(key: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(key.split('~').next()?, "%Y-%m-%d").ok()
}

/// What a cell shows, as one would type it.
pub fn cell(key: &str, observation: Option<&Observation>, column: Column) -> String {
    let of_value = |part: usize| match observation.map(|one| &one.value) {
        Some(Value::Number(value)) if part == 0 => value.to_string(),
        Some(Value::Ratio(numerator, _)) if part == 0 => numerator.to_string(),
        Some(Value::Ratio(_, denominator)) if part == 1 => denominator.to_string(),
        Some(Value::Subgroup(values)) => values.get(part).map(f64::to_string).unwrap_or_default(),
        _ => String::new(),
    };
    match column {
        Column::Date if key == NEW => String::new(),
        Column::Date => key.split('~').next().unwrap_or_default().to_owned(),
        Column::Part(part) => of_value(part),
        Column::Note => observation.map(|one| one.note.clone()).unwrap_or_default(),
        Column::Ghost => observation.filter(|one| one.ghost).map(|_| "x".to_owned()).unwrap_or_default(),
    }
}

/// What a row of texts is.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// No value yet
    Empty,
    /// An observation
    Observed(Observation),
    /// Some cells cannot be read, or are missing
    Faulty(Vec<(Column, Fault)>),
}

/// Reads a row. `text` gives what stands in a cell.
pub fn row(key: &str, shape: Shape, text: impl Fn(Column) -> String) -> Row {
    let parts: Vec<String> =
        (0..shape.parts()).map(|part| text(Column::Part(part)).trim().to_owned()).collect();
    if parts.iter().all(String::is_empty) {
        return Row::Empty;
    }
    let mut faults = Vec::new();
    let mut numbers = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        match (part.is_empty(), number(part)) {
            (true, _) if matches!(shape, Shape::Subgroup(_)) => {}
            (true, _) => faults.push((Column::Part(place), Fault::Missing)),
            (false, Ok(read)) => numbers.push(read),
            (false, Err(fault)) => faults.push((Column::Part(place), fault)),
        }
    }
    if !faults.is_empty() {
        return Row::Faulty(faults);
    }
    let value = match (shape, numbers.as_slice()) {
        (Shape::Number, [value]) => Value::Number(*value),
        (Shape::Ratio | Shape::Share, [_, denominator]) if *denominator == 0.0 => {
            return Row::Faulty(vec![(Column::Part(1), Fault::ZeroDenominator)]);
        }
        (Shape::Ratio | Shape::Share, [numerator, denominator]) if *numerator < 0.0 || *denominator < 0.0 => {
            let place = usize::from(*numerator >= 0.0);
            return Row::Faulty(vec![(Column::Part(place), Fault::Negative)]);
        }
        (Shape::Share, [numerator, denominator]) if numerator > denominator => {
            return Row::Faulty(vec![(Column::Part(0), Fault::AboveDenominator)]);
        }
        (Shape::Ratio | Shape::Share, [numerator, denominator]) => Value::Ratio(*numerator, *denominator),
        _ => Value::Subgroup(numbers),
    };
    Row::Observed(Observation {
        key: key.to_owned(),
        value,
        note: text(Column::Note).trim().to_owned(),
        ghost: is_marked(&text(Column::Ghost)),
    })
}

/// Whether a mark is set: anything but nothing, no and 0.
pub fn is_marked(text: &str) -> bool {
    !matches!(text.trim().to_lowercase().as_str(), "" | "0" | "no" | "false" | "na" | "nage")
}

/// A block of cells as a spreadsheet gives it.
pub fn block(text: &str) -> Vec<Vec<String>> {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    lines
        .trim_end_matches('\n')
        .split('\n')
        .map(|line| line.split('\t').map(|cell| cell.trim().to_owned()).collect())
        .collect()
}
