//! Writing a whole project into an empty document.

use model::{Charter, Project, TextField, edit::MetaField};
use yrs::Text;

use super::{
    Pen, charter,
    value::{number, word},
};
use crate::schema::{Root, SCHEMA, field};

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

    fn root_text(&mut self, field: &TextField, text: &str) {
        let target = self.roots.text(field).expect("the field lies in a root");
        target.insert(self.transaction, 0, text);
    }
}
