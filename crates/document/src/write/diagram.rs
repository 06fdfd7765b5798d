//! Writing cards and links.

use model::{
    Card, CardId, Link, LinkKey, Order,
    diagram::Evidence,
    edit::{CardField, LinkField, Presence, Subject},
    id::EntryId,
};
use yrs::{Any, Map};

use super::{
    Pen, Thing, present,
    value::{deleted, number, record, word},
};
use crate::schema::{self, Root, field, part};

impl Pen<'_, '_> {
    /// Makes a card with its tags and evidence.
    pub(super) fn add_card(&mut self, card: &Card) -> Option<(Root, String)> {
        let made = self.make(thing(card))?;
        for tag in &card.tags {
            self.tag(&card.id, tag, Presence::Present);
        }
        self.add_evidence(&Subject::Card(card.id.clone()), &card.evidence);
        Some(made)
    }

    pub(super) fn tag(&mut self, card: &CardId, tag: &str, presence: Presence) {
        if self.nested(Root::Cards, card.as_str()).is_some() && !tag.is_empty() {
            self.set_root(Root::CardTags, &schema::with_part(card.as_str(), tag), present(presence));
        }
    }

    /// Draws a link. Its order is written even if it is the same: who links while another unlinks wins.
    pub(super) fn link(&mut self, link: &Link) {
        let key = schema::link(&link.key);
        let links = self.roots.map(Root::Links).clone();
        let drawn = links.contains_key(self.transaction, &key);
        links.insert(self.transaction, key, link.order.as_str());
        if !drawn {
            self.set_link(&link.key, &LinkField::Strength(link.strength));
            self.set_link(&link.key, &LinkField::Rationale(link.rationale.clone()));
            self.add_evidence(&Subject::Link(link.key.clone()), &link.evidence);
        }
    }

    pub(super) fn set_link(&mut self, link: &LinkKey, change: &LinkField) {
        let (part, value) = match change {
            LinkField::Strength(strength) => {
                let said = *strength != Default::default();
                (part::STRENGTH, said.then(|| Any::from(strength.as_str())))
            }
            LinkField::Rationale(rationale) => (part::WHY, word(rationale)),
        };
        let key = schema::link(link);
        if self.roots.map(Root::Links).contains_key(self.transaction, &key) {
            self.set_root(Root::Links, &schema::with_part(&key, part), value);
        }
    }

    /// Takes a link away with all that is said of it, but for the evidence.
    pub(super) fn unlink(&mut self, link: &LinkKey) {
        let key = schema::link(link);
        for part in [part::STRENGTH, part::WHY] {
            self.set_root(Root::Links, &schema::with_part(&key, part), None);
        }
        self.set_root(Root::Links, &key, None);
    }

    pub(super) fn evidence(&mut self, subject: &Subject, id: &EntryId, evidence: &Evidence) {
        let key = format!("{}/{id}", schema::subject(subject));
        let value = record([
            (field::STATE, Some(Any::from(evidence.state.as_str()))),
            (field::REASON, word(&evidence.reason)),
            (field::AT, word(&evidence.at)),
            (field::BY, word(&evidence.by)),
        ]);
        self.set_root(Root::Evidence, &key, Some(value));
    }

    /// Evidence that comes with a new card or link, under ids that keep its order.
    fn add_evidence(&mut self, subject: &Subject, pieces: &[Evidence]) {
        for (place, evidence) in pieces.iter().enumerate() {
            let id = EntryId::parse(&format!("{place:04}")).expect("digits are an id");
            self.evidence(subject, &id, evidence);
        }
    }
}

/// A field of a card as it is stored.
pub(super) fn card_field(field: &CardField) -> (&'static str, Option<Any>) {
    match field {
        CardField::Level(level) => (field::LEVEL, Some(Any::from(level.as_str()))),
        CardField::Status(status) => (field::STATUS, status.map(|status| Any::from(status.as_str()))),
        CardField::Owner(owner) => (field::OWNER, word(owner)),
        CardField::Impact(impact) => (field::IMPACT, impact.map(|impact| Any::from(impact.as_str()))),
        CardField::Effort(effort) => (field::EFFORT, effort.map(|effort| Any::from(effort.as_str()))),
        CardField::Matters(matters) => (field::MATTERS, matters.map(|matters| Any::from(matters.as_str()))),
        CardField::Address(address) => (field::ADDRESS, word(address)),
        CardField::Order(order) => place(order),
        CardField::Deleted(by) => (field::DELETED, by.as_ref().map(deleted)),
    }
}

/// A place among siblings as it is stored.
pub(super) fn place(order: &Order) -> (&'static str, Option<Any>) {
    (field::ORDER, word(order.as_str()))
}

fn thing(card: &Card) -> Thing<'_> {
    let fields = [
        CardField::Level(card.level),
        CardField::Status(card.status),
        CardField::Owner(card.owner.clone()),
        CardField::Impact(card.impact),
        CardField::Effort(card.effort),
        CardField::Matters(card.matters),
        CardField::Address(card.address.clone()),
        CardField::Order(card.order.clone()),
        CardField::Deleted(card.deleted.clone()),
    ];
    let mut scalars: Vec<_> = fields.iter().map(card_field).collect();
    scalars.push((field::BY, word(&card.by)));
    scalars.push((field::AT, number(Some(card.at).filter(|at| *at != 0.0))));
    scalars.push((field::FROM, word(&card.from)));
    let texts = vec![(field::TEXT, card.text.as_str()), (field::NOTE, card.note.as_str())];
    Thing { root: Root::Cards, key: card.id.to_string(), texts, scalars }
}
