//! Random and damaged input: nothing panics, and what was written is read.

use chrono::NaiveDate;
use exchange::observations::{Choice, DateOrder, Decimal, Ratios, Table, decode, observations, write};
use model::{
    MeasureId,
    measure::{Measure, Observation, Value},
};
use proptest::prelude::*;

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>().prop_filter("numbers that can be drawn", |number| number.is_finite()),
        (-2_000_000..2_000_000_i32).prop_map(f64::from),
        (-2_000_000..2_000_000_i32).prop_map(|thousandths| f64::from(thousandths) / 1000.0),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let above = number().prop_map(f64::abs);
    let below = number().prop_map(f64::abs).prop_filter("something to count in", |number| *number > 0.0);
    prop_oneof![
        number().prop_map(Value::Number),
        (above, below).prop_map(|(numerator, denominator)| Value::Ratio(numerator, denominator)),
        proptest::collection::vec(number(), 1..5).prop_map(Value::Subgroup),
    ]
}

fn note() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[=+@;,\\t\\r\\n\"' a1ŷ-]{0,8}",
        "[^\\x00]{0,12}",
        "(2026-01-01|May|5|yes|sep=;|n/a)",
    ]
}

/// The observations of a measure: periods with one value each, or events.
fn measure() -> impl Strategy<Value = Measure> {
    let day = (0_i32..4000, 1_u32..13, 1_u32..32)
        .prop_filter_map("a day of the calendar", |(year, month, day)| {
            NaiveDate::from_ymd_opt(year, month, day)
        });
    let rows = proptest::collection::vec((day, value(), note(), any::<bool>()), 0..12);
    rows.prop_map(|rows| {
        let observation = |(place, (day, value, note, ghost)): (usize, (NaiveDate, Value, String, bool))| {
            Observation { key: format!("{day}~{place:06}"), value, note, ghost }
        };
        let mut observations: Vec<Observation> = rows.into_iter().enumerate().map(observation).collect();
        observations.sort_by(|one, other| one.key.cmp(&other.key));
        Measure { observations, ..Measure::new(MeasureId::from_random(1), "x") }
    })
}

proptest! {
    #[test]
    fn x38_what_was_written_is_read(measure in measure()) {
        let text = write(&measure);
        let table = Table::read(&text).unwrap();
        let suggestions = table.suggestions();
        prop_assert_eq!(suggestions.len(), 1, "{}", text);
        let choice = Choice { ratios: Ratios::Rate, ..suggestions[0].choice.clone() };
        let outcome = observations(&table, &choice);
        prop_assert_eq!(&outcome.faults, &[], "{}", text);
        if !measure.observations.is_empty() {
            prop_assert_eq!(&outcome.questions, &[]);
        }
        // what tells events of one day apart is drawn anew
        let plain = |observation: &Observation| (observation.date().to_owned(), Observation { key: String::new(), ..observation.clone() });
        let [before, after] = [&measure.observations, &outcome.observations].map(|all| all.iter().map(plain).collect::<Vec<_>>());
        prop_assert_eq!(before, after, "{}", text);
    }

    #[test]
    fn x39_any_text_is_read_or_refused(text in prop_oneof!["\\PC{0,200}", "[0-9/.,;\\t\\n\" 'aMyQ%-]{0,200}", "(?s).{0,100}"], turn: bool) {
        let Ok(mut table) = Table::read(&text) else { return Ok(()) };
        if turn {
            let Ok(turned) = table.turned() else { return Ok(()) };
            table = turned;
        }
        for suggestion in table.suggestions() {
            let choice = Choice { date_order: Some(DateOrder::DayMonth), decimal: Some(Decimal::Comma), year: Some(2026), ..suggestion.choice.clone() };
            for choice in [suggestion.choice, choice] {
                let outcome = observations(&table, &choice);
                prop_assert!(outcome.observations.windows(2).all(|pair| pair[0].key < pair[1].key));
                prop_assert!(outcome.faults.iter().all(|fault| fault.row > 0 && fault.column > 0));
            }
        }
    }

    #[test]
    fn x39_any_bytes_are_decoded(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        Table::read(&decode(&bytes)).ok();
    }
}
