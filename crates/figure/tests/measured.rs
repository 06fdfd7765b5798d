//! Measures as charts: rules M5 and S8.
#![allow(clippy::unwrap_used)]

use figure::measured;
use model::MeasureId;
use model::measure::{Measure, Observation, PlanField, Value};

fn measure(plan: &[(PlanField, &str)], observations: &[(&str, Value)]) -> Measure {
    let mut measure = Measure::new(MeasureId::parse("m").unwrap(), "Seen within an hour");
    measure.plan = plan.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
    let observation = |(key, value): &(&str, Value)| Observation::new(*key, value.clone());
    measure.observations = observations.iter().map(observation).collect();
    measure
}

fn values(measure: &Measure) -> Vec<Option<f64>> {
    measured::chart(measure, &[]).points.iter().map(|point| point.value).collect()
}

#[test]
fn m5_a_percentage_that_is_typed_among_shares_is_drawn_as_it_is_typed() {
    let observations = [
        ("2026-01-01", Value::Ratio(3.0, 4.0)),
        ("2026-02-01", Value::Number(50.0)),
        ("2026-03-01", Value::Ratio(1.0, 4.0)),
    ];
    for plan in [(PlanField::Unit, "%"), (PlanField::Calculation, "percent")] {
        assert_eq!(
            values(&measure(&[plan], &observations)),
            [Some(75.0), Some(50.0), Some(25.0)],
            "{plan:?}"
        );
    }
    let rate = measure(&[(PlanField::Unit, "per day")], &observations[..2]);
    assert_eq!(values(&rate), [Some(0.75), Some(50.0)]);
}

#[test]
fn s8_an_empty_month_is_a_gap_in_the_chart() {
    let observations = [("2026-01-01", Value::Number(1.0)), ("2026-03-01", Value::Number(2.0))];
    let monthly = measure(&[(PlanField::Frequency, "monthly")], &observations);
    assert_eq!(values(&monthly), [Some(1.0), None, Some(2.0)]);
    assert_eq!(values(&measure(&[], &observations)), [Some(1.0), Some(2.0)]);
}
