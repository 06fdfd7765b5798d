//! Writing measures with their notes and observations.

use model::{
    CardId, MeasureId,
    edit::{MeasureField, Presence},
    id::EntryId,
    measure::{DatedNote, Measure, Observation, Value},
};
use yrs::Any;

use super::{
    Pen, Thing,
    diagram::place,
    present,
    value::{deleted, flag, number, record, word},
};
use crate::schema::{self, Root, field};

impl Pen<'_, '_> {
    /// Makes a measure with the cards it watches, its notes and observations.
    pub(super) fn add_measure(&mut self, measure: &Measure) -> Option<(Root, String)> {
        let made = self.make(thing(measure))?;
        for card in &measure.cards {
            self.measure_card(&measure.id, card, Presence::Present);
        }
        for note in &measure.definition_notes {
            self.note(&measure.id, note);
        }
        for observation in &measure.observations {
            self.observe(&measure.id, observation);
        }
        Some(made)
    }

    pub(super) fn measure_card(&mut self, measure: &MeasureId, card: &CardId, presence: Presence) {
        if self.is_measure(measure) {
            self.set_root(Root::MeasureCards, &schema::measure_card(measure, card), present(presence));
        }
    }

    /// Sets an observation; nothing where its key is no date.
    pub(super) fn observe(&mut self, measure: &MeasureId, observation: &Observation) {
        if self.is_measure(measure) && schema::is_observation_key(&observation.key) {
            let key = schema::observation(measure, &observation.key);
            self.set_root(Root::Observations, &key, Some(stored(observation)));
        }
    }

    pub(super) fn forget(&mut self, measure: &MeasureId, key: &str) {
        self.set_root(Root::Observations, &schema::observation(measure, key), None);
    }

    fn note(&mut self, measure: &MeasureId, note: &DatedNote) {
        if let Ok(id) = EntryId::parse(&note.key) {
            let value = record([(field::DATE, word(&note.date)), (field::TEXT, word(&note.text))]);
            self.set_root(Root::DefinitionNotes, &schema::listed(measure, &id), Some(value));
        }
    }

    fn is_measure(&self, measure: &MeasureId) -> bool {
        self.nested(Root::Measures, measure.as_str()).is_some()
    }
}

/// A field of a measure as it is stored.
pub(super) fn measure_field(field: &MeasureField) -> (&'static str, Option<Any>) {
    match field {
        MeasureField::Kind(kind) => (field::KIND, kind.map(|kind| Any::from(kind.as_str()))),
        MeasureField::Direction(direction) => {
            (field::DIRECTION, direction.map(|direction| Any::from(direction.as_str())))
        }
        MeasureField::Plan(field, text) => (field.as_str(), word(text)),
        MeasureField::Number(field, value) => (field.as_str(), number(*value)),
        MeasureField::GoalDate(date) => (field::GOAL_DATE, word(date)),
        MeasureField::Screen(said) => (field::SCREEN, flag(*said)),
        MeasureField::Order(order) => place(order),
        MeasureField::Deleted(by) => (field::DELETED, by.as_ref().map(deleted)),
    }
}

fn thing(measure: &Measure) -> Thing<'_> {
    let fields = [
        MeasureField::Kind(measure.kind),
        MeasureField::Direction(measure.direction),
        MeasureField::GoalDate(measure.goal_date.clone()),
        MeasureField::Screen(measure.screen),
        MeasureField::Order(measure.order.clone()),
        MeasureField::Deleted(measure.deleted.clone()),
    ];
    let mut scalars: Vec<_> = fields.iter().map(measure_field).collect();
    scalars.extend(measure.plan.iter().map(|(field, text)| (field.as_str(), word(text))));
    scalars.extend(measure.numbers.iter().map(|(field, value)| (field.as_str(), number(Some(*value)))));
    let texts = vec![(field::NAME, measure.name.as_str()), (field::DEFINITION, measure.definition.as_str())];
    Thing { root: Root::Measures, key: measure.id.to_string(), texts, scalars }
}

fn stored(observation: &Observation) -> Any {
    let (number_of, ratio, values) = match &observation.value {
        Value::Number(value) => (Some(*value), None, None),
        Value::Ratio(numerator, denominator) => (None, Some((*numerator, *denominator)), None),
        Value::Subgroup(values) => (None, None, Some(values)),
    };
    let list =
        |values: &Vec<f64>| Any::from(values.iter().map(|value| Any::from(*value)).collect::<Vec<_>>());
    record([
        (field::VALUE, number(number_of)),
        (field::NUMERATOR, number(ratio.map(|(numerator, _)| numerator))),
        (field::DENOMINATOR, number(ratio.map(|(_, denominator)| denominator))),
        (field::VALUES, values.map(list)),
        (field::NOTE, word(&observation.note)),
        (field::GHOST, flag(observation.ghost)),
    ])
}
