//! The sheet with the plan: a row a measure, and a column for every field in the words of the app.

use figure::{measured, said};
use model::measure::{Measure, PlanField, PlanNumber};
use rust_xlsxwriter::XlsxError;
use words::Words;

use super::write::{Column, Content, Page};

/// A field of the plan.
#[derive(Clone, Copy)]
enum Field {
    Name,
    Kind,
    Direction,
    Definition,
    Text(PlanField),
    Number(PlanNumber),
    GoalDate,
    Screen,
    DefinitionNotes,
}

/// How wide a column is, in letters.
#[derive(Clone, Copy)]
enum Width {
    Short = 14,
    Line = 24,
    Prose = 44,
}

/// The fields in their order, which is that of the app: what is sought first stands first.
const FIELDS: [(Field, Width); 35] = {
    use Field::{Number, Text};
    [
        (Field::Name, Width::Prose),
        (Field::Kind, Width::Short),
        (Field::Definition, Width::Prose),
        (Field::Direction, Width::Short),
        (Number(PlanNumber::GoalValue), Width::Short),
        (Field::GoalDate, Width::Short),
        (Number(PlanNumber::BaselineValue), Width::Short),
        (Text(PlanField::Baseline), Width::Line),
        (Text(PlanField::Frequency), Width::Short),
        (Text(PlanField::Calculation), Width::Line),
        (Text(PlanField::Numerator), Width::Line),
        (Text(PlanField::Denominator), Width::Line),
        (Text(PlanField::Unit), Width::Short),
        (Number(PlanNumber::Multiplier), Width::Short),
        (Text(PlanField::Population), Width::Line),
        (Text(PlanField::Stratification), Width::Line),
        (Text(PlanField::Source), Width::Line),
        (Text(PlanField::Collector), Width::Line),
        (Text(PlanField::Reviewer), Width::Line),
        (Text(PlanField::Method), Width::Line),
        (Text(PlanField::Sampling), Width::Line),
        (Text(PlanField::Electronic), Width::Line),
        (Text(PlanField::Start), Width::Short),
        (Text(PlanField::Purpose), Width::Prose),
        (Text(PlanField::Action), Width::Prose),
        (Text(PlanField::Reporting), Width::Line),
        (Text(PlanField::Display), Width::Line),
        (Text(PlanField::Chart), Width::Short),
        (Text(PlanField::Rules), Width::Line),
        (Number(PlanNumber::Shift), Width::Short),
        (Number(PlanNumber::Trend), Width::Short),
        (Number(PlanNumber::Freeze), Width::Short),
        (Field::Screen, Width::Short),
        (Text(PlanField::Phases), Width::Line),
        (Field::DefinitionNotes, Width::Line),
    ]
};

/// Writes the plan of these measures.
pub(super) fn fill(page: &mut Page<'_>, measures: &[&Measure], words: Words) -> Result<(), XlsxError> {
    let column = |(field, width): &(Field, Width)| Column {
        heading: heading(*field, words).to_owned(),
        width: f64::from(*width as u8),
    };
    page.headings(&FIELDS.iter().map(column).collect::<Vec<_>>(), 1)?;
    for (place, measure) in measures.iter().enumerate() {
        page.row(place, FIELDS.iter().map(|(field, _)| content(measure, *field, words)))?;
    }
    Ok(())
}

fn heading(field: Field, words: Words) -> &'static str {
    match field {
        Field::Name => words.measures_column_name(),
        Field::Kind => words.measures_kind(),
        Field::Direction => words.measures_better(),
        Field::Definition => words.measures_definition(),
        Field::Text(field) => words.plan_field(field),
        Field::Number(number) => words.plan_number(number),
        Field::GoalDate => words.plan_goal_date(),
        Field::Screen => words.settings_screen(),
        Field::DefinitionNotes => words.workbook_definition_notes(),
    }
}

fn content(measure: &Measure, field: Field, words: Words) -> Content {
    let said = |text: Option<&str>| Content::Text(text.unwrap_or_default().to_owned());
    match field {
        Field::Name => said(Some(&measure.name)),
        Field::Kind => said(measure.kind.map(|kind| words.kind(kind))),
        Field::Direction => said(measure.direction.map(|direction| words.direction(direction))),
        Field::Definition => said(Some(&measure.definition)),
        Field::Text(field) => text(measure, field, words),
        Field::Number(number) => match measure.numbers.get(&number) {
            Some(number) => Content::Number(*number),
            None => Content::Nothing,
        },
        Field::GoalDate => Content::Date(measure.goal_date.clone()),
        Field::Screen => said(measure.screen.then(|| words.matters_yes())),
        Field::DefinitionNotes => {
            let notes = measure.definition_notes.iter();
            Content::Text(lines(notes.map(|note| (note.date.as_str(), note.text.as_str()))))
        }
    }
}

/// A text of the plan; of the chart and its rules also what holds where nothing was said.
fn text(measure: &Measure, field: PlanField, words: Words) -> Content {
    let own = measure.plan.get(&field).map_or("", String::as_str);
    let phases = || exchange::phases::read(measure);
    let text = match field {
        PlanField::Start => return Content::Date(own.to_owned()),
        PlanField::Frequency => words.frequency(own).to_owned(),
        PlanField::Calculation => words.calculation(own).to_owned(),
        PlanField::Chart => said::kind(measured::settings(measure, &[]).kind, words).to_owned(),
        PlanField::Rules => said::rules(measured::settings(measure, &[]).rules, words).to_owned(),
        PlanField::Phases if phases().is_empty() => own.to_owned(),
        PlanField::Phases => lines(phases().iter().map(|phase| (phase.date.as_str(), phase.reason.as_str()))),
        _ => own.to_owned(),
    };
    Content::Text(text)
}

/// Dated remarks below each other: `2026-03-02: A new rota`.
fn lines<'a>(remarks: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    remarks.map(|(date, text)| format!("{date}: {text}")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x41_the_plan_has_a_column_for_every_field() {
        let is_there =
            |wanted: &dyn Fn(&Field) -> bool| FIELDS.iter().filter(|(field, _)| wanted(field)).count() == 1;
        for text in PlanField::ALL {
            assert!(is_there(&|field| matches!(field, Field::Text(own) if *own == text)), "{text:?}");
        }
        for number in PlanNumber::ALL {
            assert!(is_there(&|field| matches!(field, Field::Number(own) if *own == number)), "{number:?}");
        }
    }
}
