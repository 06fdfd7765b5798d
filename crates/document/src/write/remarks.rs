//! Writing what people said about the project: comments, contributions, votes, findings put aside.

use model::{
    Project,
    contribution::{Comment, Contribution},
    edit::Presence,
    id::EntryId,
};
use yrs::{Any, Map};

use super::{
    Pen, present,
    value::{flag, number, record, word},
};
use crate::schema::{Root, field, part, with_part};

impl Pen<'_, '_> {
    /// All that was said about a project.
    pub(super) fn remarks(&mut self, project: &Project) {
        for comment in &project.comments {
            self.comment(comment);
        }
        for contribution in &project.contributions {
            self.contribution(contribution);
        }
        for (key, tally) in &project.votes {
            self.set_root(Root::Votes, key, number(Some(*tally)));
        }
        for finding in &project.dismissed {
            self.set_root(Root::Dismissed, finding, flag(true));
        }
    }

    /// Adds a comment; one that was said is never said otherwise (rule D14).
    pub(super) fn add_comment(&mut self, comment: &Comment) {
        let said = self.roots.map(Root::Comments).contains_key(self.transaction, &comment.id);
        if !said && !comment.text.is_empty() {
            self.comment(comment);
        }
    }

    /// Settles a comment that is there, or opens it again.
    pub(super) fn resolve(&mut self, id: &EntryId, presence: Presence) {
        if self.roots.map(Root::Comments).contains_key(self.transaction, id.as_str()) {
            let key = with_part(id.as_str(), part::RESOLVED);
            self.set_root(Root::Comments, &key, present(presence));
        }
    }

    fn comment(&mut self, comment: &Comment) {
        let value = record([
            (field::ON, word(&comment.on)),
            (field::BY, word(&comment.by)),
            (field::AT, number(Some(comment.at))),
            (field::TEXT, word(&comment.text)),
            (field::REPLY_TO, word(&comment.reply_to)),
        ]);
        let resolved = (part::RESOLVED, flag(comment.resolved));
        self.row((Root::Comments, &comment.id), value, [resolved]);
    }

    /// Adds what somebody sent, without any answer.
    pub(crate) fn contribute(&mut self, contribution: &Contribution) {
        self.set_root(Root::Contributions, &contribution.id, Some(sent(contribution)));
    }

    fn contribution(&mut self, contribution: &Contribution) {
        let value = sent(contribution);
        let status = (part::STATUS, word(&contribution.status));
        let reply = (part::REPLY, word(&contribution.reply));
        self.row((Root::Contributions, &contribution.id), value, [status, reply]);
    }

    /// A record under an id, with what is said beside it.
    fn row<const PARTS: usize>(
        &mut self,
        (root, id): (Root, &str),
        value: Any,
        parts: [(&str, Option<Any>); PARTS],
    ) {
        if EntryId::parse(id).is_ok() {
            self.set_root(root, id, Some(value));
            parts.into_iter().for_each(|(part, said)| self.set_root(root, &with_part(id, part), said));
        }
    }
}

/// What somebody sent, as it is kept.
fn sent(contribution: &Contribution) -> Any {
    record([
        (field::KIND, word(&contribution.kind)),
        (field::TEXT, word(&contribution.text)),
        (field::ON, word(&contribution.on)),
        (field::BY, word(&contribution.by)),
        (field::AUTHOR, word(&contribution.author)),
        (field::AT, number(Some(contribution.at))),
    ])
}
