//! The measures that watch a card and the tests of it, as they stand elsewhere in the project.

use figure::said;
use leptos::prelude::*;
use model::cycle::{Cycle, CycleText};
use model::measure::{Measure, Observation, PlanField, PlanNumber, Value};

use super::Subject;
use crate::days;
use crate::diagram::badges::Part;
use crate::language::say;
use crate::state::ProjectState;

/// The width and height of the small line, in units of its own.
const LINE: (f64, f64) = (260.0, 44.0);
/// Above and below the line, so that its ends are not cut, in the same units.
const LINE_MARGIN: f64 = 3.0;

/// The measures, where there are any.
#[component]
pub fn Measures(
    /// The card.
    subject: Subject,
) -> impl IntoView {
    let state = subject.state;
    let about = state.document.about(&subject.id());
    let measures = Memo::new(move |_| about.read().measures.clone());
    view! {
        <Show when=move || !measures.read().is_empty()>
            <section class="details__section">
                <h3 class="details__heading" tabindex="-1" data-part=Part::Measures.name()>{say().details_measures()}</h3>
                <ul class="measured">{move || measures.get().iter().map(|measure| measured(state, measure)).collect_view()}</ul>
            </section>
        </Show>
    }
}

/// A measure: its name, its last value, and the line of all of them.
fn measured(state: ProjectState, measure: &Measure) -> impl IntoView + use<> {
    let name = or_else(&measure.name, say().details_measure_unnamed());
    let id = measure.id.clone();
    let unit = measure.plan.get(&PlanField::Unit).map_or("", String::as_str);
    let in_words = |value: f64| format!("{} {unit}", said::number(value, say())).trim_end().to_owned();
    let values = values(measure);
    let last = values
        .last()
        .map(|(date, value)| say().details_measure_last(&in_words(*value), &days::written(date)));
    let line = path(&values).map(|path| {
        let ends = (values.first(), values.last());
        let (first, last) = (ends.0.map_or(0.0, |end| end.1), ends.1.map_or(0.0, |end| end.1));
        let label = say().details_measure_line(values.len(), &in_words(first), &in_words(last));
        view! {
            <svg class="measured__line" viewBox=format!("0 0 {} {}", LINE.0, LINE.1) preserveAspectRatio="none" role="img" aria-label=label>
                <path d=path />
            </svg>
        }
    });
    view! {
        <li class="measured__measure">
            <button type="button" class="linked__name" on:click=move |_| state.session.view.show_measure(Some(id.clone()))>{name}</button>
            {line}
            {last.map(|last| view! { <p class="list__more">{last}</p> })}
        </li>
    }
}

/// The values that count, by date; a ratio without a denominator has none.
fn values(measure: &Measure) -> Vec<(String, f64)> {
    let factor = measure.numbers.get(&PlanNumber::Multiplier).copied().unwrap_or(1.0);
    let value = |observation: &Observation| match &observation.value {
        Value::Number(number) => Some(*number),
        Value::Ratio(numerator, denominator) => {
            (*denominator != 0.0).then(|| numerator / denominator * factor)
        }
        Value::Subgroup(values) => {
            (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
        }
    };
    let shown = measure.observations.iter().filter(|observation| !observation.ghost);
    let dated = shown.filter_map(|observation| Some((observation.date().to_owned(), value(observation)?)));
    dated.filter(|(_, value)| value.is_finite()).collect()
}

/// The line through the values, evenly spaced; none for fewer than two.
fn path(values: &[(String, f64)]) -> Option<String> {
    let last = values.len().checked_sub(1).filter(|last| *last > 0)?;
    let all = || values.iter().map(|(_, value)| *value);
    let (low, high) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
    let (width, height) = (LINE.0, LINE.1 - 2.0 * LINE_MARGIN);
    let place = |(at, value): (usize, f64)| {
        // A line whose values are all the same runs through the middle.
        let share = if high > low { (value - low) / (high - low) } else { 0.5 };
        let (x, y) = (width * at as f64 / last as f64, LINE_MARGIN + height * (1.0 - share));
        format!("{:.1} {:.1}", x, y)
    };
    Some(format!("M{}", all().enumerate().map(place).collect::<Vec<_>>().join("L")))
}

/// The tests, where there are any.
#[component]
pub fn Tests(
    /// The card.
    subject: Subject,
) -> impl IntoView {
    let about = subject.state.document.about(&subject.id());
    let tests = Memo::new(move |_| about.read().tests.clone());
    view! {
        <Show when=move || !tests.read().is_empty()>
            <section class="details__section">
                <h3 class="details__heading" tabindex="-1" data-part=Part::Tests.name()>{say().details_tests()}</h3>
                <ul class="tested">{move || tests.get().iter().map(tested).collect_view()}</ul>
            </section>
        </Show>
    }
}

/// A test: its number, its title, and what became of it.
fn tested(cycle: &Cycle) -> impl IntoView + use<> {
    let number = cycle.number.map(|number| format!("{} · ", say().number(number)));
    let title = or_else(cycle.text(CycleText::Title), say().details_test_unnamed());
    let act = cycle.act.map(|act| format!(" – {}", say().act(act)));
    view! { <li class="tested__test">{number}{title}<span class="tested__act">{act}</span></li> }
}

fn or_else(text: &str, otherwise: &str) -> String {
    if text.is_empty() { otherwise.to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use model::MeasureId;

    use super::*;

    fn observation(key: &str, value: Value) -> Observation {
        Observation { key: key.to_owned(), value, note: String::new(), ghost: key.ends_with("ghost") }
    }

    #[test]
    fn i5_every_kind_of_observation_has_a_value_or_is_left_out() {
        let mut measure = Measure::new(MeasureId::parse("m").unwrap(), "Waits");
        measure.numbers.insert(PlanNumber::Multiplier, 100.0);
        measure.observations = vec![
            observation("2026-01-01", Value::Number(4.0)),
            observation("2026-02-01", Value::Ratio(1.0, 4.0)),
            observation("2026-03-01", Value::Ratio(1.0, 0.0)),
            observation("2026-04-01~ghost", Value::Number(9.0)),
            observation("2026-05-01", Value::Subgroup(vec![1.0, 2.0])),
            observation("2026-06-01", Value::Subgroup(vec![])),
        ];
        let found = values(&measure);
        let found: Vec<_> = found.iter().map(|(date, value)| (date.as_str(), *value)).collect();
        assert_eq!(found, [("2026-01-01", 4.0), ("2026-02-01", 25.0), ("2026-05-01", 1.5)]);
    }

    #[test]
    fn i5_the_line_runs_from_edge_to_edge_and_stays_within() {
        for (values, expected) in [
            (vec![], None),
            (vec![1.0], None),
            (vec![1.0, 2.0], Some("M0.0 41.0L260.0 3.0")),
            (vec![5.0, 5.0, 5.0], Some("M0.0 22.0L130.0 22.0L260.0 22.0")),
            (vec![-1.0, 1.0, -1.0], Some("M0.0 41.0L130.0 3.0L260.0 41.0")),
        ] {
            let dated: Vec<_> = values.iter().map(|value| (String::new(), *value)).collect();
            assert_eq!(path(&dated).as_deref(), expected, "{values:?}");
        }
    }
}
