//! Writing PDSA cycles with their questions and tasks.

use model::{
    CycleId,
    cycle::{Cycle, CycleText, Question, Task},
    edit::CycleField,
    id::EntryId,
};
use yrs::Any;

use super::{
    Pen, Thing,
    diagram::place,
    value::{deleted, flag, number, record, word},
};
use crate::schema::{self, QUESTION_TEXTS, Root, field};

impl Pen<'_, '_> {
    /// Makes a cycle with its questions and tasks.
    pub(super) fn add_cycle(&mut self, cycle: &Cycle) -> Option<(Root, String)> {
        let made = self.make(thing(cycle))?;
        for each in &cycle.questions {
            self.make(question(&cycle.id, each));
        }
        for task in &cycle.tasks {
            self.task(&cycle.id, &task.id, Some(task));
        }
        Some(made)
    }

    pub(super) fn matched(&mut self, cycle: &CycleId, id: &EntryId, matched: Option<bool>) {
        let value = matched.map(Any::Bool);
        self.set_field(Root::Questions, &schema::listed(cycle, id), (field::MATCHED, value));
    }

    pub(super) fn task(&mut self, cycle: &CycleId, id: &EntryId, task: Option<&Task>) {
        if self.nested(Root::Cycles, cycle.as_str()).is_some() {
            self.set_root(Root::Tasks, &schema::listed(cycle, id), task.map(stored));
        }
    }
}

/// A question as it is made.
pub(super) fn question<'a>(cycle: &CycleId, question: &'a Question) -> Thing<'a> {
    let values = [&question.question, &question.prediction, &question.result];
    let texts = QUESTION_TEXTS.iter().zip(values).map(|((_, key), text)| (*key, text.as_str())).collect();
    let scalars = vec![place(&question.order), (field::MATCHED, question.matched.map(Any::Bool))];
    Thing { root: Root::Questions, key: schema::listed(cycle, &question.id), texts, scalars }
}

/// A field of a cycle as it is stored.
pub(super) fn cycle_field(field: &CycleField) -> (&'static str, Option<Any>) {
    match field {
        CycleField::Idea(idea) => (field::IDEA, idea.as_ref().and_then(|idea| word(idea.as_str()))),
        CycleField::Number(value) => (field::NUMBER, number(*value)),
        CycleField::Kind(kind) => (field::KIND, word(kind)),
        CycleField::CarriedOut(said) => (field::CARRIED_OUT, word(said)),
        CycleField::Act(act) => (field::ACT, act.map(|act| Any::from(act.as_str()))),
        CycleField::Start(date) => (field::START, word(date)),
        CycleField::End(date) => (field::END, word(date)),
        CycleField::Scale(scale) => (field::SCALE, word(scale)),
        CycleField::Owner(owner) => (field::OWNER, word(owner)),
        CycleField::Order(order) => place(order),
        CycleField::Deleted(by) => (field::DELETED, by.as_ref().map(deleted)),
    }
}

fn thing(cycle: &Cycle) -> Thing<'_> {
    let fields = [
        CycleField::Idea(cycle.idea.clone()),
        CycleField::Number(cycle.number),
        CycleField::Kind(cycle.kind.clone()),
        CycleField::CarriedOut(cycle.carried_out.clone()),
        CycleField::Act(cycle.act),
        CycleField::Start(cycle.start.clone()),
        CycleField::End(cycle.end.clone()),
        CycleField::Scale(cycle.scale.clone()),
        CycleField::Owner(cycle.owner.clone()),
        CycleField::Order(cycle.order.clone()),
        CycleField::Deleted(cycle.deleted.clone()),
    ];
    let texts = CycleText::ALL.map(|text| (text.as_str(), cycle.text(text))).into();
    let scalars = fields.iter().map(cycle_field).collect();
    Thing { root: Root::Cycles, key: cycle.id.to_string(), texts, scalars }
}

fn stored(task: &Task) -> Any {
    record([
        (field::WHO, word(&task.who)),
        (field::WHAT, word(&task.what)),
        (field::WHEN, word(&task.when)),
        (field::WHERE, word(&task.place)),
        (field::DONE, flag(task.done)),
    ])
}
