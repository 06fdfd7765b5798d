//! The phases of a measure, which its plan keeps as JSON: `[{"date": "2026-03-02", "reason": "A new rota"}]`.

use model::measure::{Measure, PhaseStart, PlanField};
use serde_json::{Value, json};

/// The phases that a plan names, by date. What is no list, or has no date, is passed over: people may keep words there.
pub fn read(measure: &Measure) -> Vec<PhaseStart> {
    let text = measure.plan.get(&PlanField::Phases).map_or("", String::as_str);
    let Ok(Value::Array(list)) = serde_json::from_str(text) else { return Vec::new() };
    let word =
        |item: &Value, name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut phases: Vec<PhaseStart> = list
        .iter()
        .map(|item| PhaseStart { date: word(item, "date"), reason: word(item, "reason") })
        .filter(|phase| !phase.date.is_empty())
        .collect();
    model::sort::by(&mut phases, |one, other| one.date.cmp(&other.date));
    phases
}

/// The same as the plan keeps it; nothing for no phases.
pub fn write(phases: &[PhaseStart]) -> String {
    if phases.is_empty() {
        return String::new();
    }
    let list = phases.iter().map(|phase| json!({ "date": phase.date, "reason": phase.reason }));
    Value::Array(list.collect()).to_string()
}

#[cfg(test)]
mod tests {
    use model::Id;

    use super::*;

    fn measure(phases: &str) -> Measure {
        let mut measure = Measure::new(Id::parse("m").unwrap(), "Waits");
        measure.plan.insert(PlanField::Phases, phases.to_owned());
        measure
    }

    #[test]
    fn x1_phases_are_read_as_they_are_written_and_anything_else_is_none() {
        let phase = |date: &str, reason: &str| PhaseStart { date: date.into(), reason: reason.into() };
        let phases = [phase("2026-03-02", "A \"new\" rota"), phase("2026-09-07", "Ŵ")];
        assert_eq!(read(&measure(&write(&phases))), phases);
        let reversed = [phases[1].clone(), phases[0].clone()];
        assert_eq!(read(&measure(&write(&reversed))), phases);
        for odd in ["", "since the move", "{}", "[1, null, {\"reason\": \"no date\"}]"] {
            assert_eq!(read(&measure(odd)), [], "{odd}");
        }
        assert_eq!(write(&[]), "");
    }
}
