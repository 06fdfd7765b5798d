//! Observations as text: read from anywhere, and written back (rules X30 to X39).
#![allow(clippy::unwrap_used)]

mod cells;
mod dates;
mod numbers;
mod random;
mod rows;
mod written;

use exchange::observations::{Choice, Outcome, Suggestion, Table, observations};
use model::measure::{Observation, Value};

/// An observation in short: `2026-05-04=12/96 “new form” ghost`.
fn shown_observation(observation: &Observation) -> String {
    let value = match &observation.value {
        Value::Number(value) => value.to_string(),
        Value::Ratio(numerator, denominator) => format!("{numerator}/{denominator}"),
        Value::Subgroup(values) => format!("{values:?}"),
    };
    let note =
        if observation.note.is_empty() { String::new() } else { format!(" “{}”", observation.note) };
    let ghost = if observation.ghost { " ghost" } else { "" };
    format!("{}={value}{note}{ghost}", observation.key)
}

/// An outcome in short: observations, then faults as `row:column fault`, then questions.
fn shown(outcome: &Outcome) -> String {
    let mut parts: Vec<String> = outcome.observations.iter().map(shown_observation).collect();
    let faults = outcome.faults.iter();
    parts.extend(faults.map(|fault| format!("{}:{} {}", fault.row, fault.column, fault.fault.name())));
    parts.extend(outcome.questions.iter().map(|question| format!("{}?", question.name())));
    parts.join(", ")
}

fn suggestions(text: &str) -> (Table, Vec<Suggestion>) {
    let table = Table::read(text).unwrap();
    let suggestions = table.suggestions();
    (table, suggestions)
}

/// Each measure of a text, by its name where there are several.
fn read(text: &str) -> String {
    let (table, suggestions) = suggestions(text);
    let several = suggestions.len() > 1;
    let measure = |suggestion: &Suggestion| {
        let outcome = shown(&observations(&table, &suggestion.choice));
        if several { format!("{}: {outcome}", suggestion.name) } else { outcome }
    };
    suggestions.iter().map(measure).collect::<Vec<_>>().join(" | ")
}

fn check(text: &str, expected: &str) {
    assert_eq!(read(text), expected, "{text:?}");
}

/// The first measure of a text, read by a choice that was changed.
fn check_with(text: &str, change: impl FnOnce(&mut Choice), expected: &str) {
    let (table, mut suggestions) = suggestions(text);
    change(&mut suggestions[0].choice);
    assert_eq!(shown(&observations(&table, &suggestions[0].choice)), expected, "{text:?}");
}
