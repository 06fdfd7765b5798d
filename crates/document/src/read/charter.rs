//! Reading the charter.

use model::{
    Charter, TextField,
    charter::{Member, Messages, Milestone, Readiness},
    id::{EntryId, kind},
};
use yrs::ReadTxn;

use super::{
    Reading, Which,
    value::{Nested, Scalars},
};
use crate::schema::{Root, field};

impl<'a, T: ReadTxn> Reading<'a, T> {
    /// Why, who, when.
    pub(crate) fn charter(&self) -> Charter {
        let text = |field| self.text(&field).unwrap_or_default();
        Charter {
            why: text(TextField::Why),
            scope: text(TextField::Scope),
            protected_time: text(TextField::ProtectedTime),
            messages: Messages {
                why: text(TextField::MessageWhy),
                what: text(TextField::MessageWhat),
                benefits: text(TextField::MessageBenefits),
            },
            team: self.entries(Root::Team).map(member).collect(),
            milestones: self.entries(Root::Milestones).map(milestone).collect(),
            readiness: self.entries(Root::Readiness).map(readiness).collect(),
        }
    }

    /// The entries of a list that are not taken away, in their order.
    fn entries(&self, root: Root) -> impl Iterator<Item = (EntryId, Nested<'a, T>)> {
        let mut things = self.things::<kind::Entry>(root, Which::All);
        things.retain(|(_, map)| map.deleted().is_none());
        // The sort is stable and the things come in the order of their ids, which break the tie.
        model::sort::by_key(&mut things, |(_, map)| map.order());
        things.into_iter()
    }
}

fn member<T: ReadTxn>((id, map): (EntryId, Nested<'_, T>)) -> Member {
    Member {
        id,
        order: map.order(),
        name: map.word(field::NAME),
        role: map.word(field::ROLE),
        level: map.word(field::LEVEL),
    }
}

fn milestone<T: ReadTxn>((id, map): (EntryId, Nested<'_, T>)) -> Milestone {
    Milestone { id, order: map.order(), date: map.word(field::DATE), text: map.word(field::TEXT) }
}

fn readiness<T: ReadTxn>((id, map): (EntryId, Nested<'_, T>)) -> Readiness {
    let statement = map.word(field::STATEMENT);
    Readiness { id, order: map.order(), statement, score: map.number(field::SCORE) }
}
