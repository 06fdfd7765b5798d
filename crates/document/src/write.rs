//! Writing: an edit becomes the smallest values of one tracked transaction (rule D7).

use std::collections::BTreeSet;

use model::{
    Change,
    diagram::Deleted,
    edit::{MetaField, Presence},
};
use yrs::{Any, Map, MapPrelim, MapRef, Out, TextPrelim, TransactionMut};

use crate::{
    read::Reading,
    roots::Roots,
    schema::{Root, field},
};

use value::{deleted, number, word};

pub(crate) use whole::whole;

mod charter;
mod cycles;
mod diagram;
mod measures;
mod remarks;
mod text;
mod value;
mod whole;

/// What writes into a document, within one transaction.
pub(crate) struct Pen<'pen, 'doc> {
    pub(crate) transaction: &'pen mut TransactionMut<'doc>,
    pub(crate) roots: &'pen Roots,
    /// Milliseconds since 1970.
    pub(crate) now: f64,
}

/// Something that is made once, with all its texts: a nested Map under a fresh key.
pub(crate) struct Thing<'a> {
    root: Root,
    key: String,
    texts: Vec<(&'static str, &'a str)>,
    scalars: Vec<(&'static str, Option<Any>)>,
}

/// The nested Maps that an edit made and has yet to show.
pub(crate) type Made = BTreeSet<(Root, String)>;

/// Makes what the changes add, all of it marked as deleted, so that taking its creation back is a soft delete (rule D10).
pub(crate) fn make(pen: &mut Pen<'_, '_>, changes: &[Change]) -> Made {
    let mut made = Made::new();
    for change in changes {
        let thing = match change {
            Change::AddCard(card) => pen.add_card(card),
            Change::AddMeasure(measure) => pen.add_measure(measure),
            Change::AddCycle(cycle) => pen.add_cycle(cycle),
            Change::AddQuestion(cycle, question) => pen.make(cycles::question(cycle, question)),
            Change::Member(member) => pen.make(charter::member(member)),
            Change::Milestone(milestone) => pen.make(charter::milestone(milestone)),
            Change::Readiness(readiness) => pen.make(charter::readiness(readiness)),
            _ => None,
        };
        made.extend(thing.and_then(|(root, key)| pen.hide(root, key)));
    }
    made
}

/// Whether a change can make something.
pub(crate) fn makes(change: &Change) -> bool {
    matches!(
        change,
        Change::AddCard(_)
            | Change::AddMeasure(_)
            | Change::AddCycle(_)
            | Change::AddQuestion(..)
            | Change::Member(_)
            | Change::Milestone(_)
            | Change::Readiness(_)
    )
}

/// Shows what was made, and writes all other changes.
pub(crate) fn apply(pen: &mut Pen<'_, '_>, changes: &[Change], made: &Made) {
    for (root, key) in made {
        pen.set_field(*root, key, (field::DELETED, None));
    }
    for change in changes {
        pen.apply(change);
    }
}

impl Pen<'_, '_> {
    fn apply(&mut self, change: &Change) {
        match change {
            Change::AddCard(_) | Change::AddMeasure(_) | Change::AddCycle(_) | Change::AddQuestion(..) => {}
            Change::Text(field, change) => self.text(field, change),
            Change::Card(id, field) => self.set_field(Root::Cards, id.as_str(), diagram::card_field(field)),
            Change::Tag(id, tag, presence) => self.tag(id, tag, *presence),
            Change::Link(link) => self.link(link),
            Change::SetLink(key, field) => self.set_link(key, field),
            Change::Unlink(key) => self.unlink(key),
            Change::Evidence(subject, id, evidence) => self.evidence(subject, id, evidence),
            Change::Comment(comment) => self.add_comment(comment),
            Change::Resolve(id, presence) => self.resolve(id, *presence),
            Change::Measure(id, field) => {
                self.set_field(Root::Measures, id.as_str(), measures::measure_field(field));
            }
            Change::MeasureCard(measure, card, presence) => self.measure_card(measure, card, *presence),
            Change::Observe(measure, observation) => self.observe(measure, observation),
            Change::Forget(measure, key) => self.forget(measure, key),
            Change::Cycle(id, field) => self.set_field(Root::Cycles, id.as_str(), cycles::cycle_field(field)),
            Change::Matched(cycle, id, matched) => self.matched(cycle, id, *matched),
            Change::Task(cycle, id, task) => self.task(cycle, id, task.as_ref()),
            Change::Member(member) => self.set_entry(charter::member(member)),
            Change::Milestone(milestone) => self.set_entry(charter::milestone(milestone)),
            Change::Readiness(readiness) => self.set_entry(charter::readiness(readiness)),
            Change::RemoveEntry(list, id) => self.remove_entry(*list, id),
            Change::Dismiss(finding, presence) => self.set_root(Root::Dismissed, finding, present(*presence)),
            Change::Meta(field) => self.meta(field),
            Change::Extra(path, json) => self.set_root(Root::Extra, path, word(json)),
        }
    }

    fn meta(&mut self, field: &MetaField) {
        let (key, value) = match field {
            MetaField::Language(language) => (field::LANGUAGE, word(language)),
            MetaField::CreatedAt(at) => (field::CREATED_AT, number(Some(*at).filter(|at| *at != 0.0))),
            MetaField::From(from) => (field::FROM, word(from)),
        };
        self.set_root(Root::Meta, key, value);
    }

    /// Makes a thing, unless there is one under its key: a nested type is created once.
    fn make(&mut self, thing: Thing<'_>) -> Option<(Root, String)> {
        let root = self.roots.map(thing.root).clone();
        if root.get(self.transaction, &thing.key).is_some() {
            return None;
        }
        let map = root.insert(self.transaction, thing.key.as_str(), MapPrelim::default());
        for (key, text) in thing.texts {
            map.insert(self.transaction, key, TextPrelim::new(text));
        }
        for (key, value) in thing.scalars {
            self.set(&map, key, value);
        }
        Some((thing.root, thing.key))
    }

    /// Marks a new thing as deleted by whoever made it; none if it came as deleted.
    fn hide(&mut self, root: Root, key: String) -> Option<(Root, String)> {
        let map = self.nested(root, &key)?;
        if map.contains_key(self.transaction, field::DELETED) {
            return None;
        }
        let by = match map.get(self.transaction, field::BY) {
            Some(Out::Any(Any::String(by))) => by.to_string(),
            _ => String::new(),
        };
        self.set(&map, field::DELETED, Some(deleted(&Deleted { by, at: self.now })));
        Some((root, key))
    }

    /// Sets or removes one field of a thing, where it exists.
    fn set_field(&mut self, root: Root, key: &str, (field, value): (&str, Option<Any>)) {
        if let Some(map) = self.nested(root, key) {
            self.set(&map, field, value);
        }
    }

    /// Sets or removes a scalar of a root.
    fn set_root(&mut self, root: Root, key: &str, value: Option<Any>) {
        let map = self.roots.map(root).clone();
        self.set(&map, key, value);
    }

    /// Sets or removes a scalar; writes nothing where it says so already, and never over a nested type.
    fn set(&mut self, map: &MapRef, key: &str, value: Option<Any>) {
        match (map.get(self.transaction, key), value) {
            (Some(Out::Any(old)), Some(new)) if old == new => {}
            (None | Some(Out::Any(_)), Some(new)) => {
                map.insert(self.transaction, key, new);
            }
            (Some(Out::Any(_)), None) => {
                map.remove(self.transaction, key);
            }
            _ => {}
        }
    }

    fn nested(&self, root: Root, key: &str) -> Option<MapRef> {
        self.reading().nested_map(root, key)
    }

    fn reading(&self) -> Reading<'_, yrs::TransactionMut<'_>> {
        Reading { transaction: self.transaction, roots: self.roots }
    }
}

fn present(presence: Presence) -> Option<Any> {
    (presence == Presence::Present).then_some(Any::Bool(true))
}
