//! Reading what people said about the project: comments, contributions, votes, findings put aside; and what a file held besides.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    contribution::{Comment, Contribution, Votes},
    id::EntryId,
};
use yrs::{Any, ReadTxn};

use super::{
    Reading, Which,
    value::{Nested, Record, Scalars, number, word},
};
use crate::schema::{Root, field, part, with_part};

impl<T: ReadTxn> Reading<'_, T> {
    /// Comments, oldest first.
    pub(crate) fn comments(&self) -> Vec<Comment> {
        let comment = |(id, value): (&str, Any)| Some(self.comment(id, &Record::of(&value)?));
        let mut comments: Vec<_> = self.rows(Root::Comments).filter_map(comment).collect();
        model::sort::by(&mut comments, |one, other| {
            one.at.total_cmp(&other.at).then_with(|| one.id.cmp(&other.id))
        });
        comments
    }

    /// Contributions, oldest first.
    pub(crate) fn contributions(&self) -> Vec<Contribution> {
        let contribution = |(id, value): (&str, Any)| Some(self.contribution(id, &Record::of(&value)?));
        let mut contributions: Vec<_> = self.rows(Root::Contributions).filter_map(contribution).collect();
        model::sort::by(&mut contributions, |one, other| {
            one.at.total_cmp(&other.at).then_with(|| one.id.cmp(&other.id))
        });
        contributions
    }

    /// The tallies of closed rounds.
    pub(crate) fn votes(&self) -> Votes {
        let tallies = self.scalars(Root::Votes, Which::All);
        model::sort::map(tallies.filter_map(|(key, value)| Some((key.to_owned(), number(&value)?))))
    }

    /// Findings that are "not for us".
    pub(crate) fn dismissed(&self) -> BTreeSet<String> {
        let rows = self.scalars(Root::Dismissed, Which::All);
        rows.filter(|(_, value)| *value == Any::Bool(true)).map(|(key, _)| key.to_owned()).collect()
    }

    /// What a file said that we do not know, by its JSON path.
    pub(crate) fn extra(&self) -> BTreeMap<String, String> {
        let rows = self.scalars(Root::Extra, Which::All);
        model::sort::map(rows.filter_map(|(path, json)| Some((path.to_owned(), word(&json)?))))
    }

    /// The scalars of a root that stand under an id. What editors wrote beside them is under `<id>#…`.
    fn rows(&self, root: Root) -> impl Iterator<Item = (&str, Any)> {
        self.scalars(root, Which::All).filter(|(key, _)| EntryId::parse(key).is_ok())
    }

    fn comment(&self, id: &str, record: &Record<'_>) -> Comment {
        Comment {
            id: id.to_owned(),
            on: record.word(field::ON),
            by: record.word(field::BY),
            at: record.number(field::AT).unwrap_or_default(),
            text: record.word(field::TEXT),
            reply_to: record.word(field::REPLY_TO),
            resolved: self.beside(Root::Comments).flag(&with_part(id, part::RESOLVED)),
        }
    }

    fn contribution(&self, id: &str, record: &Record<'_>) -> Contribution {
        let beside = self.beside(Root::Contributions);
        Contribution {
            id: id.to_owned(),
            kind: record.word(field::KIND),
            text: record.word(field::TEXT),
            on: record.word(field::ON),
            by: record.word(field::BY),
            author: record.word(field::AUTHOR),
            at: record.number(field::AT).unwrap_or_default(),
            status: beside.word(&with_part(id, part::STATUS)),
            reply: beside.word(&with_part(id, part::REPLY)),
        }
    }

    fn beside(&self, root: Root) -> Nested<'_, T> {
        Nested { transaction: self.transaction, map: self.roots.map(root).clone() }
    }
}
