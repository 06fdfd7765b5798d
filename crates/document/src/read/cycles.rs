//! Reading PDSA cycles with their questions and tasks.

use std::collections::BTreeMap;

use model::{
    CardId, CycleId,
    cycle::{Cycle, CycleText, Question, Task},
    id::EntryId,
};
use yrs::{Map, Out, ReadTxn};

use super::{
    Reading, Which,
    value::{Nested, Record, Scalars},
};
use crate::schema::{self, QUESTION_TEXTS, Root, field};

impl<T: ReadTxn> Reading<'_, T> {
    /// Cycles with their questions and tasks.
    pub(crate) fn cycles(&self, which: Which<'_>) -> BTreeMap<CycleId, Cycle> {
        let things = self.things(Root::Cycles, which);
        let mut cycles = model::sort::map(things.into_iter().map(|(id, map)| (id.clone(), cycle(id, &map))));
        self.add_questions(which, &mut cycles);
        self.add_tasks(which, &mut cycles);
        cycles
    }

    fn add_questions(&self, which: Which<'_>, cycles: &mut BTreeMap<CycleId, Cycle>) {
        for (key, value) in self.roots.map(Root::Questions).iter(self.transaction) {
            if which.begins(key)
                && let (Some((id, question_id)), Out::YMap(map)) = (schema::split_listed(key), value)
                && let Some(cycle) = cycles.get_mut(&id)
            {
                let map = Nested { transaction: self.transaction, map };
                cycle.questions.extend(question(question_id, &map));
            }
        }
        for cycle in cycles.values_mut() {
            model::sort::by(&mut cycle.questions, |one, other| {
                (&one.order, &one.id).cmp(&(&other.order, &other.id))
            });
        }
    }

    fn add_tasks(&self, which: Which<'_>, cycles: &mut BTreeMap<CycleId, Cycle>) {
        for (key, value) in self.scalars(Root::Tasks, which) {
            if let Some((id, task_id)) = schema::split_listed(key)
                && let (Some(cycle), Some(record)) = (cycles.get_mut(&id), Record::of(&value))
            {
                cycle.tasks.push(task(task_id, &record));
            }
        }
        cycles
            .values_mut()
            .for_each(|cycle| model::sort::by(&mut cycle.tasks, |one, other| one.id.cmp(&other.id)));
    }
}

fn cycle<T: ReadTxn>(id: CycleId, map: &Nested<'_, T>) -> Cycle {
    let texts = CycleText::ALL.into_iter().map(|text| (text, map.text(text.as_str())));
    Cycle {
        idea: CardId::parse(&map.word(field::IDEA)).ok(),
        number: map.number(field::NUMBER),
        texts: model::sort::map(texts.filter(|(_, text)| !text.is_empty())),
        kind: map.word(field::KIND),
        carried_out: map.word(field::CARRIED_OUT),
        act: map.name(field::ACT),
        start: map.word(field::START),
        end: map.word(field::END),
        scale: map.word(field::SCALE),
        owner: map.word(field::OWNER),
        order: map.order(),
        deleted: map.deleted(),
        ..Cycle::new(id)
    }
}

/// A question; none while its creation is taken back.
fn question<T: ReadTxn>(id: EntryId, map: &Nested<'_, T>) -> Option<Question> {
    let [question, prediction, result] = QUESTION_TEXTS.map(|(_, key)| map.text(key));
    let question =
        Question { id, order: map.order(), question, prediction, result, matched: map.said(field::MATCHED) };
    map.deleted().is_none().then_some(question)
}

fn task(id: EntryId, record: &Record<'_>) -> Task {
    Task {
        id,
        who: record.word(field::WHO),
        what: record.word(field::WHAT),
        when: record.word(field::WHEN),
        place: record.word(field::WHERE),
        done: record.flag(field::DONE),
    }
}
