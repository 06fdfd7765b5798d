//! Observations as CSV: for a measure its own columns, for several one long table.

use std::fmt::Write;

use model::measure::{Measure, Observation, Value};

use super::cells::{guarded, quoted};

/// The observations of a measure as CSV with a heading, which [`Table::read`](super::Table::read) reads back. It has the
/// columns that the observations need, and an empty row for an empty period; texts that a spreadsheet would take for
/// formulas get an apostrophe.
pub fn write(measure: &Measure) -> String {
    let observations = &measure.observations;
    let mut columns = Columns::of(observations);
    let is_bare = !columns.ratio && columns.subgroup == 0;
    columns.value |= is_bare;
    let mut text = String::new();
    line(&mut text, columns.names().collect());
    for row in rows(measure) {
        line(&mut text, columns.row(&row));
    }
    text
}

/// The observations of several measures below each other, each row with the name of its measure and, where one of them
/// has subgroups, a column for each of their values.
pub fn write_all<'a>(measures: impl IntoIterator<Item = &'a Measure>) -> String {
    let measures: Vec<&Measure> = measures.into_iter().collect();
    let all = measures.iter().flat_map(|measure| &measure.observations);
    let columns = Columns { value: true, ratio: true, note: true, ghost: true, ..Columns::of(all) };
    let mut text = String::new();
    line(&mut text, std::iter::once("measure".to_owned()).chain(columns.names()).collect());
    for measure in measures {
        for row in rows(measure) {
            let name = std::iter::once(guarded(&measure.name));
            line(&mut text, name.chain(columns.row(&row)).collect());
        }
    }
    text
}

/// A period: its day, and what was observed, if anything was.
type Row<'a> = (String, Option<&'a Observation>);

/// The observations and the empty periods between them, by day.
fn rows(measure: &Measure) -> Vec<Row<'_>> {
    let observed = measure.observations.iter().map(|one| (one.date().to_owned(), Some(one)));
    let mut rows: Vec<Row<'_>> = observed.collect();
    rows.extend(measure.gaps().into_iter().map(|day| (day.to_string(), None)));
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    rows
}

/// Which columns there are beside the date.
struct Columns {
    value: bool,
    ratio: bool,
    subgroup: usize,
    note: bool,
    ghost: bool,
}

impl Columns {
    fn of<'a>(observations: impl IntoIterator<Item = &'a Observation>) -> Self {
        let mut columns = Columns { value: false, ratio: false, subgroup: 0, note: false, ghost: false };
        for observation in observations {
            match &observation.value {
                Value::Number(_) => columns.value = true,
                Value::Ratio(..) => columns.ratio = true,
                Value::Subgroup(values) => columns.subgroup = columns.subgroup.max(values.len()),
            }
            columns.note |= !observation.note.is_empty();
            columns.ghost |= observation.ghost;
        }
        columns
    }

    fn names(&self) -> impl Iterator<Item = String> {
        let fixed = |is_there: bool, names: &'static [&str]| if is_there { names } else { &[] };
        let before =
            [&["date"][..], fixed(self.value, &["value"]), fixed(self.ratio, &["numerator", "denominator"])];
        let behind = [fixed(self.note, &["note"]), fixed(self.ghost, &["ghost"])];
        let numbered = (1..=self.subgroup).map(|place| format!("value{place}"));
        let before = before.into_iter().flatten().map(|name| (*name).to_owned());
        before.chain(numbered).chain(behind.into_iter().flatten().map(|name| (*name).to_owned()))
    }

    fn row(&self, (day, observation): &Row<'_>) -> Vec<String> {
        let day = guarded(day);
        match observation {
            Some(observation) => std::iter::once(day).chain(self.cells(observation)).collect(),
            None => std::iter::once(day).chain(self.names().skip(1).map(|_| String::new())).collect(),
        }
    }

    fn cells(&self, observation: &Observation) -> Vec<String> {
        let mut cells = Vec::new();
        let number = |value: Option<f64>| {
            value.filter(|value| value.is_finite()).map_or(String::new(), |value| value.to_string())
        };
        let (single, ratio, several) = match &observation.value {
            Value::Number(value) => (Some(*value), None, &[][..]),
            Value::Ratio(numerator, denominator) => (None, Some((*numerator, *denominator)), &[][..]),
            Value::Subgroup(values) => (None, None, &values[..]),
        };
        if self.value {
            cells.push(number(single));
        }
        if self.ratio {
            cells.extend([number(ratio.map(|ratio| ratio.0)), number(ratio.map(|ratio| ratio.1))]);
        }
        cells.extend((0..self.subgroup).map(|place| number(several.get(place).copied())));
        if self.note {
            cells.push(guarded(&observation.note));
        }
        if self.ghost {
            cells.push(if observation.ghost { "yes".to_owned() } else { String::new() });
        }
        cells
    }
}

fn line(text: &mut String, cells: Vec<String>) {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    writeln!(text, "{}", cells.join(",")).expect("writing to a string succeeds");
}
