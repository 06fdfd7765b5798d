//! Reading measures with their notes and observations.

use std::collections::BTreeMap;

use model::{
    MeasureId,
    measure::{DatedNote, Measure, Observation, PlanField, PlanNumber, Value},
};
use yrs::{Any, ReadTxn};

use super::{
    Reading, Which,
    value::{Nested, Record, Scalars},
};
use crate::schema::{self, Root, field};

impl<T: ReadTxn> Reading<'_, T> {
    /// Measures with the cards they watch, their notes and observations.
    pub(crate) fn measures(&self, which: Which<'_>) -> BTreeMap<MeasureId, Measure> {
        let things = self.things(Root::Measures, which);
        let mut measures =
            model::sort::map(things.into_iter().map(|(id, map)| (id.clone(), measure(id, &map))));
        self.add_cards(which, &mut measures);
        self.add_notes(which, &mut measures);
        self.add_observations(which, &mut measures);
        measures
    }

    fn add_cards(&self, which: Which<'_>, measures: &mut BTreeMap<MeasureId, Measure>) {
        for (key, value) in self.scalars(Root::MeasureCards, which) {
            if let (Some((id, card)), Any::Bool(true)) = (schema::split_measure_card(key), value)
                && let Some(measure) = measures.get_mut(&id)
            {
                measure.cards.push(card);
            }
        }
        measures.values_mut().for_each(|measure| model::sort::by(&mut measure.cards, Ord::cmp));
    }

    fn add_notes(&self, which: Which<'_>, measures: &mut BTreeMap<MeasureId, Measure>) {
        for (key, value) in self.scalars(Root::DefinitionNotes, which) {
            if let Some((id, note)) = schema::split_listed(key)
                && let (Some(measure), Some(record)) = (measures.get_mut(&id), Record::of(&value))
            {
                let (date, text) = (record.word(field::DATE), record.word(field::TEXT));
                measure.definition_notes.push(DatedNote { key: note.to_string(), date, text });
            }
        }
        for measure in measures.values_mut() {
            model::sort::by(&mut measure.definition_notes, |one, other| {
                (&one.date, &one.key).cmp(&(&other.date, &other.key))
            });
        }
    }

    fn add_observations(&self, which: Which<'_>, measures: &mut BTreeMap<MeasureId, Measure>) {
        for (key, value) in self.scalars(Root::Observations, which) {
            if let Some((id, key)) = schema::split_observation(key)
                && let Some(measure) = measures.get_mut(&id)
                && let Some(observation) = Record::of(&value).and_then(|record| observation(key, &record))
            {
                measure.observations.push(observation);
            }
        }
        // All dates are equally long, so the order of the keys is that of date and then key.
        measures.values_mut().for_each(|measure| {
            model::sort::by(&mut measure.observations, |one, other| one.key.cmp(&other.key))
        });
    }
}

fn measure<T: ReadTxn>(id: MeasureId, map: &Nested<'_, T>) -> Measure {
    let words = PlanField::ALL.into_iter().map(|field| (field, map.word(field.as_str())));
    let numbers = PlanNumber::ALL.into_iter().map(|number| (number, map.number(number.as_str())));
    Measure {
        definition: map.text(field::DEFINITION),
        kind: map.name(field::KIND),
        direction: map.name(field::DIRECTION),
        plan: model::sort::map(words.filter(|(_, word)| !word.is_empty())),
        numbers: model::sort::map(numbers.filter_map(|(name, number)| Some((name, number?)))),
        goal_date: map.word(field::GOAL_DATE),
        screen: map.flag(field::SCREEN),
        order: map.order(),
        deleted: map.deleted(),
        ..Measure::new(id, map.text(field::NAME))
    }
}

fn observation(key: &str, record: &Record<'_>) -> Option<Observation> {
    let ratio = || Some((record.number(field::NUMERATOR)?, record.number(field::DENOMINATOR)?));
    let value = match (record.number(field::VALUE), ratio(), record.numbers(field::VALUES)) {
        (Some(number), ..) => Value::Number(number),
        (_, Some((numerator, denominator)), _) => Value::Ratio(numerator, denominator),
        (_, _, Some(values)) => Value::Subgroup(values),
        _ => return None,
    };
    Some(Observation {
        key: key.to_owned(),
        value,
        note: record.word(field::NOTE),
        ghost: record.flag(field::GHOST),
    })
}
