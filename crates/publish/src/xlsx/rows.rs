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
    let plotted = Plotted::of(measure);
    page.headings(&parts.columns(words, plotted.percent), 1)?;
    for (place, observation) in measure.observations.iter().enumerate() {
        let value = plotted.values.get(place).copied().flatten();
        page.row(place, parts.cells(observation, value, words))?;
    }
    Ok(())
}

/// What a chart draws of each observation.
struct Plotted {
    values: Vec<Option<f64>>,
    /// Whether those are percents.
    percent: bool,
}

impl Plotted {
    fn of(measure: &Measure) -> Self {
        let chart = measured::chart(measure, &exchange::phases::read(measure));
        // the chart counts only observations that have a day
        let dated = measure.observations.iter().enumerate();
        let dated = dated.filter(|(_, observation)| measured::day_of(observation.date()).is_some());
        let places: Vec<usize> = dated.map(|(place, _)| place).collect();
        let mut values = vec![None; measure.observations.len()];
        for point in &chart.points {
            values[places[point.place]] = point.value;
        }
        Self { values, percent: chart.settings.multiplier == 100.0 }
    }
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
            let plotted = if percent { words.workbook_percent() } else { words.workbook_rate() };
            columns.extend([words.plan_numerator(), words.plan_denominator(), plotted].map(number));
        }
        let several = (1..=self.subgroup).map(|place| number(&format!("{} {place}", words.measures_value())));
        columns.extend(several);
        columns.push(Column { heading: words.measures_note().to_owned(), width: NOTE });
        columns.push(number(words.measures_left_out()));
        columns
    }

    fn cells(&self, observation: &Observation, plotted: Option<f64>, words: Words) -> Vec<Content> {
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
            cells.push(number(ratio.and(plotted)));
        }
        cells.extend((0..self.subgroup).map(|place| number(several.get(place).copied())));
        cells.push(Content::Text(observation.note.clone()));
        let left_out = if observation.ghost { words.matters_yes() } else { "" };
        cells.push(Content::Text(left_out.to_owned()));
        cells
    }
}
