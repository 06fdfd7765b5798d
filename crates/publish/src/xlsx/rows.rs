//! The sheet of one measure: a row an observation, in columns that
//! [`Table::suggestions`](exchange::observations::Table::suggestions) knows by their names.

use figure::measured;
use model::measure::{Measure, Observation, Value};
use rust_xlsxwriter::XlsxError;
use words::Words;

use super::write::{Column, Content, Page};

/// How wide a column of numbers is, and one of notes, in letters.
const NUMBER: f64 = 13.0;
const NOTE: f64 = 60.0;

/// Writes the observations of a measure.
pub(super) fn fill(page: &mut Page<'_>, measure: &Measure, words: Words) -> Result<(), XlsxError> {
    let parts = Parts::of(&measure.observations);
    let multiplier = measured::multiplier(measure);
    page.headings(&parts.columns(words, multiplier == 100.0), 1)?;
    for (place, observation) in measure.observations.iter().enumerate() {
        page.row(place, parts.cells(observation, multiplier, words))?;
    }
    Ok(())
}

/// Which columns there are beside the date, the note and the mark of what is left out.
struct Parts {
    value: bool,
    ratio: bool,
    subgroup: usize,
}

impl Parts {
    fn of(observations: &[Observation]) -> Self {
        let mut parts = Parts { value: false, ratio: false, subgroup: 0 };
        for observation in observations {
            match &observation.value {
                Value::Number(_) => parts.value = true,
                Value::Ratio(..) => parts.ratio = true,
                Value::Subgroup(values) => parts.subgroup = parts.subgroup.max(values.len()),
            }
        }
        parts.value |= !parts.ratio && parts.subgroup == 0;
        parts
    }

    fn columns(&self, words: Words, percent: bool) -> Vec<Column> {
        let number = |heading: &str| Column { heading: heading.to_owned(), width: NUMBER };
        let mut columns = vec![number(words.measures_date())];
        if self.value {
            columns.push(number(words.measures_value()));
        }
        if self.ratio {
            let share = if percent { words.workbook_percent() } else { words.workbook_rate() };
            columns.extend([words.plan_numerator(), words.plan_denominator(), share].map(number));
        }
        let several = (1..=self.subgroup).map(|place| number(&format!("{} {place}", words.measures_value())));
        columns.extend(several);
        columns.push(Column { heading: words.measures_note().to_owned(), width: NOTE });
        columns.push(number(words.measures_left_out()));
        columns
    }

    fn cells(&self, observation: &Observation, multiplier: f64, words: Words) -> Vec<Content> {
        let number = |value: Option<f64>| value.map_or(Content::Nothing, Content::Number);
        let (single, ratio, several) = match &observation.value {
            Value::Number(value) => (Some(*value), None, &[][..]),
            Value::Ratio(numerator, denominator) => (None, Some((*numerator, *denominator)), &[][..]),
            Value::Subgroup(values) => (None, None, &values[..]),
        };
        let mut cells = vec![Content::Date(observation.date().to_owned())];
        if self.value {
            cells.push(number(single));
        }
        if self.ratio {
            cells.extend([ratio.map(|ratio| ratio.0), ratio.map(|ratio| ratio.1)].map(number));
            let share = ratio.filter(|ratio| ratio.1 > 0.0).map(|ratio| ratio.0 / ratio.1 * multiplier);
            cells.push(number(share));
        }
        cells.extend((0..self.subgroup).map(|place| number(several.get(place).copied())));
        cells.push(Content::Text(observation.note.clone()));
        let left_out = if observation.ghost { words.matters_yes() } else { "" };
        cells.push(Content::Text(left_out.to_owned()));
        cells
    }
}
