//! The rows and cells of a measure's data, and what a row of texts is as an observation. Pure: no page, no signals.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use model::measure::{Measure, Observation, PlanField, Value};

use super::shape::{Column, Shape};
use exchange::observations::{Fault, day_of as read_day, number_of};
use model::period::{MOST_GAPS, date_of, next_period, period_start};

/// Cells that were written and are no observation yet, by row.
pub type Drafts = BTreeMap<String, BTreeMap<Column, String>>;

/// The key of the row in which something new begins, where no calendar says its day.
pub const NEW: &str = "new";

/// The keys of all rows, in the order of their days: what was observed, what is being written, and the periods in
/// which nothing is yet, up to this one.
pub fn keys(measure: &Measure, drafts: &Drafts, today: NaiveDate) -> Vec<String> {
    let mut keys: BTreeSet<String> = measure.observations.iter().map(|one| one.key.clone()).collect();
    keys.extend(drafts.keys().filter(|key| *key != NEW).cloned());
    let Some(period) = measure.calendar() else {
        return keys.into_iter().chain([NEW.to_owned()]).collect();
    };
    let days: Vec<NaiveDate> = keys.iter().filter_map(|key| day_of(key)).collect();
    let regular = days.iter().all(|day| period_start(*day, period) == *day);
    let plan_start = measure.plan.get(&PlanField::Start).and_then(|start| read_day(start).ok());
    let current = period_start(today, period);
    let first = match (days.first(), days.last()) {
        (Some(first), Some(_)) if regular => *first,
        (_, Some(last)) => next_period(*last, period),
        _ => period_start(plan_start.unwrap_or(today), period),
    };
    let end = days.last().map_or(current, |last| next_period(*last, period).max(current));
    let mut day = first;
    for _ in 0..MOST_GAPS.max(days.len() + 1) {
        keys.insert(iso(day));
        day = next_period(day, period);
        if day > end {
            break;
        }
    }
    // Also where a slip in a date makes more gaps than are shown.
    keys.extend([iso(end)]);
    keys.into_iter().collect()
}

/// The key of the row after the last, for a paste that is longer than the rows.
pub fn next_key(measure: &Measure, last: &str) -> Option<String> {
    Some(iso(next_period(day_of(last)?, measure.calendar()?)))
}

/// A day as it is kept.
pub fn iso(day: NaiveDate) -> String {
    day.to_string()
}

/// The day of a key.
pub fn day_of(key: &str) -> Option<NaiveDate> {
    date_of(key.split('~').next()?)
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

/// Reads a row of a grid. `written` says which cells were written, `text` what stands in them. The value of a row in
/// which only something else was written stays as it is, and one of another shape keeps it while what is written fits.
pub fn row_of(
    (key, known): (&str, Option<&Observation>),
    shape: Shape,
    written: impl Fn(Column) -> bool,
    text: impl Fn(Column) -> String,
) -> Row {
    let parts = || (0..shape.parts()).map(Column::Part);
    if let Some(known) = known.filter(|_| !parts().any(&written)) {
        let (note, ghost) = (text(Column::Note).trim().to_owned(), is_marked(&text(Column::Ghost)));
        return Row::Observed(Observation { note, ghost, ..known.clone() });
    }
    let filled: Vec<Column> = parts().filter(|part| !text(*part).trim().is_empty()).collect();
    let shape = match (known.map(|known| &known.value), filled.as_slice()) {
        (Some(Value::Ratio(..)), [Column::Part(0), Column::Part(1)]) if shape.is_subgroup() => Shape::Ratio,
        (Some(Value::Number(_)), [Column::Part(0)]) => Shape::Number,
        _ => shape,
    };
    row(key, shape, text)
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
        match (part.is_empty(), number_of(part)) {
            (true, _) if matches!(shape, Shape::Subgroup(_)) => {}
            (true, _) => faults.push((Column::Part(place), Fault::NoDenominator)),
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
            return Row::Faulty(vec![(Column::Part(1), Fault::DenominatorZero)]);
        }
        (Shape::Ratio | Shape::Share, [numerator, denominator]) if *numerator < 0.0 || *denominator < 0.0 => {
            let (place, fault) = match *numerator < 0.0 {
                true => (0, Fault::NumeratorNegative),
                false => (1, Fault::DenominatorNegative),
            };
            return Row::Faulty(vec![(Column::Part(place), fault)]);
        }
        (Shape::Share, [numerator, denominator]) if numerator > denominator => {
            return Row::Faulty(vec![(Column::Part(0), Fault::NumeratorAbove)]);
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

#[cfg(test)]
mod tests {
    use model::MeasureId;

    use super::*;

    fn measure(frequency: &str, keys: &[&str]) -> Measure {
        let mut measure = Measure::new(MeasureId::parse("m").unwrap(), "Waits");
        measure.plan.insert(PlanField::Frequency, frequency.to_owned());
        measure.observations = keys.iter().map(|key| Observation::new(*key, Value::Number(1.0))).collect();
        measure
    }

    fn day(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
    }

    #[test]
    fn m3_the_calendar_fills_in_the_days_up_to_now() {
        for (frequency, there, expected) in [
            (
                "monthly",
                vec!["2026-01-01", "2026-03-01"],
                "2026-01-01 2026-02-01 2026-03-01 2026-04-01 2026-05-01",
            ),
            // Beyond today there is one more.
            ("monthly", vec!["2026-05-01", "2026-06-01"], "2026-05-01 2026-06-01 2026-07-01"),
            ("monthly", vec![], "2026-05-01"),
            ("weekly", vec!["2026-05-04"], "2026-05-04 2026-05-11 2026-05-18"),
            // Days that begin no period are not taken for gaps.
            (
                "monthly",
                vec!["2026-01-01", "2026-01-31", "2026-03-02"],
                "2026-01-01 2026-01-31 2026-03-02 2026-04-01 2026-05-01",
            ),
            ("each event", vec!["2026-01-05", "2026-01-05~x"], "2026-01-05 2026-01-05~x new"),
            ("when there is time", vec![], "new"),
        ] {
            let found = keys(&measure(frequency, &there), &Drafts::new(), day("2026-05-20"));
            assert_eq!(found.join(" "), expected, "{frequency} {there:?}");
        }
    }

    #[test]
    fn m3_a_slip_in_one_date_does_not_fill_the_page() {
        let found = keys(&measure("daily", &["1926-05-20", "2026-05-19"]), &Drafts::new(), day("2026-05-20"));
        assert!(found.len() <= MOST_GAPS + 3, "{}", found.len());
        assert_eq!(found.last().map(String::as_str), Some("2026-05-20"));
    }

    #[test]
    fn m2_a_row_is_an_observation_or_says_what_is_wrong_with_which_cell() {
        use Column::Part;
        let number = |value| Ok(Value::Number(value));
        for (shape, cells, expected) in [
            (Shape::Number, vec!["12,5"], number(12.5)),
            (Shape::Number, vec!["x"], Err((Part(0), Fault::NotANumber))),
            (Shape::Ratio, vec!["3", "8"], Ok(Value::Ratio(3.0, 8.0))),
            (Shape::Ratio, vec!["9", "8"], Ok(Value::Ratio(9.0, 8.0))),
            (Shape::Share, vec!["9", "8"], Err((Part(0), Fault::NumeratorAbove))),
            (Shape::Share, vec!["9", ""], Err((Part(1), Fault::NoDenominator))),
            (Shape::Share, vec!["0", "0"], Err((Part(1), Fault::DenominatorZero))),
            (Shape::Ratio, vec!["-1", "8"], Err((Part(0), Fault::NumeratorNegative))),
            (Shape::Ratio, vec!["1", "-8"], Err((Part(1), Fault::DenominatorNegative))),
            (Shape::Subgroup(3), vec!["1", "", "3"], Ok(Value::Subgroup(vec![1.0, 3.0]))),
        ] {
            let text = |column| match column {
                Part(part) => cells.get(part).copied().unwrap_or_default().to_owned(),
                _ => String::new(),
            };
            let found = match row("2026-05-01", shape, text) {
                Row::Observed(observation) => Ok(observation.value),
                Row::Faulty(faults) => Err(faults[0]),
                Row::Empty => panic!("{cells:?} is not empty"),
            };
            assert_eq!(found, expected, "{cells:?}");
        }
        assert_eq!(row("2026-05-01", Shape::Share, |_| " ".to_owned()), Row::Empty);
    }

    #[test]
    fn m2_a_row_of_another_shape_keeps_its_value_while_something_else_is_written() {
        use Column::{Note, Part};
        let known = |value| Observation::new("2026-05-01", value);
        for (value, shape, written, expected) in [
            (Value::Ratio(3.0, 8.0), Shape::Subgroup(3), vec![(Note, "snow")], Value::Ratio(3.0, 8.0)),
            (Value::Ratio(3.0, 8.0), Shape::Subgroup(3), vec![(Part(0), "4")], Value::Ratio(4.0, 8.0)),
            (
                Value::Ratio(3.0, 8.0),
                Shape::Subgroup(3),
                vec![(Part(2), "4")],
                Value::Subgroup(vec![3.0, 8.0, 4.0]),
            ),
            (Value::Number(3.0), Shape::Share, vec![(Note, "snow")], Value::Number(3.0)),
            (Value::Number(3.0), Shape::Share, vec![(Part(0), "4")], Value::Number(4.0)),
            (Value::Number(3.0), Shape::Share, vec![(Part(1), "4")], Value::Ratio(3.0, 4.0)),
        ] {
            let known = known(value);
            let written: BTreeMap<Column, &str> = written.into_iter().collect();
            let text = |column| {
                let there = || cell(&known.key, Some(&known), column);
                written.get(&column).map_or_else(there, |text| (*text).to_owned())
            };
            let is_written = |column| written.contains_key(&column);
            let found = match row_of((&known.key, Some(&known)), shape, is_written, text) {
                Row::Observed(found) => found,
                other => panic!("{other:?}"),
            };
            assert_eq!(found.value, expected, "{written:?}");
            assert_eq!(found.note, written.get(&Note).copied().unwrap_or_default());
        }
    }

    #[test]
    fn m3_a_block_has_the_cells_of_its_lines() {
        assert_eq!(block("1\t2\r\n3\t4\r\n"), [["1", "2"], ["3", "4"]]);
        assert_eq!(block("1\r2"), [["1"], ["2"]]);
        assert_eq!(block("1\n\n2"), [["1"], [""], ["2"]]);
    }
}
