//! Writing a whole project into an empty document.

use model::{
    Charter, Project, TextField,
    contribution::{Comment, Contribution},
    edit::MetaField,
    id::EntryId,
};
use yrs::{Any, Text};

use super::{
    Pen, charter,
    value::{flag, number, record, word},
};
use crate::schema::{Root, SCHEMA, field, part, with_part};

/// Writes all of a project, in a fixed order. What has no legal key is left out.
pub(crate) fn whole(pen: &mut Pen<'_, '_>, project: &Project) {
    pen.stamp(project);
    pen.root_text(&TextField::Title, &project.title);
    pen.whole_charter(&project.charter);
    for card in project.cards.values() {
        pen.add_card(card);
    }
    for link in project.links.values() {
        pen.link(link);
    }
    for measure in project.measures.values() {
        pen.add_measure(measure);
    }
    for cycle in project.cycles.values() {
        pen.add_cycle(cycle);
    }
    pen.remarks(project);
    for (path, json) in &project.extra {
        pen.set_root(Root::Extra, path, word(json));
    }
}

impl Pen<'_, '_> {
    /// Says what the project is, and which schema may write it.
    fn stamp(&mut self, project: &Project) {
        let schema = number(Some(f64::from(SCHEMA)));
        self.set_root(Root::Meta, field::SCHEMA, schema.clone());
        self.set_root(Root::Meta, field::MIN_WRITER, schema);
        self.meta(&MetaField::Language(project.language.clone()));
        self.meta(&MetaField::CreatedAt(project.created_at));
        self.meta(&MetaField::From(project.from.clone()));
    }

    fn whole_charter(&mut self, charter: &Charter) {
        let texts = [
            (TextField::Why, &charter.why),
            (TextField::Scope, &charter.scope),
            (TextField::ProtectedTime, &charter.protected_time),
            (TextField::MessageWhy, &charter.messages.why),
            (TextField::MessageWhat, &charter.messages.what),
            (TextField::MessageBenefits, &charter.messages.benefits),
        ];
        texts.iter().for_each(|(field, text)| self.root_text(field, text));
        let team = charter.team.iter().map(charter::member);
        let milestones = charter.milestones.iter().map(charter::milestone);
        let readiness = charter.readiness.iter().map(charter::readiness);
        for entry in team.chain(milestones).chain(readiness) {
            self.make(entry);
        }
    }

    fn remarks(&mut self, project: &Project) {
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

    fn contribution(&mut self, contribution: &Contribution) {
        let value = record([
            (field::KIND, word(&contribution.kind)),
            (field::TEXT, word(&contribution.text)),
            (field::ON, word(&contribution.on)),
            (field::BY, word(&contribution.by)),
            (field::AUTHOR, word(&contribution.author)),
            (field::AT, number(Some(contribution.at))),
        ]);
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

    fn root_text(&mut self, field: &TextField, text: &str) {
        let target = self.roots.text(field).expect("the field lies in a root");
        target.insert(self.transaction, 0, text);
    }
}
