//! Writing the lists of the charter.

use model::{
    charter::{Member, Milestone, Readiness},
    diagram::Deleted,
    edit::CharterList,
    id::EntryId,
};
use yrs::Any;

use super::{
    Pen, Thing,
    diagram::place,
    value::{deleted, number, word},
};
use crate::schema::{Root, field};

impl Pen<'_, '_> {
    /// Sets all fields of an entry, and brings it back if it was taken away.
    pub(super) fn set_entry(&mut self, entry: Thing<'_>) {
        for (key, value) in entry.scalars {
            self.set_field(entry.root, &entry.key, (key, value));
        }
        self.set_field(entry.root, &entry.key, (field::DELETED, None));
    }

    /// Takes an entry away: softly, so that what somebody writes into it meanwhile is kept (rule D3).
    pub(super) fn remove_entry(&mut self, list: CharterList, id: &EntryId) {
        let by_nobody: Any = deleted(&Deleted { by: String::new(), at: self.now });
        self.set_field(root(list), id.as_str(), (field::DELETED, Some(by_nobody)));
    }
}

fn root(list: CharterList) -> Root {
    match list {
        CharterList::Team => Root::Team,
        CharterList::Milestones => Root::Milestones,
        CharterList::Readiness => Root::Readiness,
    }
}

pub(super) fn member(member: &Member) -> Thing<'_> {
    let scalars = vec![
        place(&member.order),
        (field::NAME, word(&member.name)),
        (field::ROLE, word(&member.role)),
        (field::LEVEL, word(&member.level)),
    ];
    Thing { root: Root::Team, key: member.id.to_string(), texts: Vec::new(), scalars }
}

pub(super) fn milestone(milestone: &Milestone) -> Thing<'_> {
    let scalars = vec![
        place(&milestone.order),
        (field::DATE, word(&milestone.date)),
        (field::TEXT, word(&milestone.text)),
    ];
    Thing { root: Root::Milestones, key: milestone.id.to_string(), texts: Vec::new(), scalars }
}

pub(super) fn readiness(readiness: &Readiness) -> Thing<'_> {
    let scalars = vec![
        place(&readiness.order),
        (field::STATEMENT, word(&readiness.statement)),
        (field::SCORE, number(readiness.score)),
    ];
    Thing { root: Root::Readiness, key: readiness.id.to_string(), texts: Vec::new(), scalars }
}
