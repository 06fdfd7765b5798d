//! Reading cards and links.

use std::collections::BTreeMap;

use model::{
    Card, CardId, Level, Link, LinkKey, Order, Strength,
    diagram::{Evidence, Support},
    id::EntryId,
};
use yrs::{Any, Map, Out, ReadTxn};

use super::{
    Reading, Which,
    value::{Nested, Record, Scalars, word},
};
use crate::schema::{self, Root, field, part};

impl<T: ReadTxn> Reading<'_, T> {
    /// Cards with their tags and evidence.
    pub(crate) fn cards(&self, which: Which<'_>) -> BTreeMap<CardId, Card> {
        let things = self.things(Root::Cards, which);
        let mut cards: BTreeMap<CardId, Card> =
            model::sort::map(things.into_iter().map(|(id, map)| (id.clone(), card(id, &map))));
        for (key, value) in self.scalars(Root::CardTags, which) {
            if let (Some((id, tag)), Any::Bool(true)) = (key.split_once('#'), value)
                && let Some(card) = CardId::parse(id).ok().and_then(|id| cards.get_mut(&id))
            {
                card.tags.insert(tag.to_owned());
            }
        }
        let mut evidence = self.evidence(which);
        for card in cards.values_mut() {
            card.evidence = evidence.remove(card.id.as_str()).unwrap_or_default();
        }
        cards
    }

    /// All links.
    pub(crate) fn links(&self) -> BTreeMap<LinkKey, Link> {
        let mut evidence = self.evidence(Which::All);
        let stored = self.scalars(Root::Links, Which::All);
        let links = stored.filter_map(|(key, value)| Some((schema::split_link(key)?, word(&value)?)));
        let with_parts = |(key, order): (LinkKey, String)| {
            let link = self.bare_link(&key, &order);
            let evidence = evidence.remove(&schema::link(&key)).unwrap_or_default();
            (key, Link { evidence, ..link })
        };
        model::sort::map(links.map(with_parts))
    }

    /// One link.
    pub(crate) fn link(&self, key: &LinkKey) -> Option<Link> {
        let stored = schema::link(key);
        let Some(Out::Any(Any::String(order))) = self.roots.map(Root::Links).get(self.transaction, &stored)
        else {
            return None;
        };
        let evidence = self.evidence(Which::One(&stored)).remove(&stored).unwrap_or_default();
        Some(Link { evidence, ..self.bare_link(key, &order) })
    }

    fn bare_link(&self, key: &LinkKey, order: &str) -> Link {
        let links = Nested { transaction: self.transaction, map: self.roots.map(Root::Links).clone() };
        let stored = schema::link(key);
        Link {
            strength: links.name(&schema::with_part(&stored, part::STRENGTH)).unwrap_or(Strength::Strong),
            rationale: links.word(&schema::with_part(&stored, part::WHY)),
            ..Link::new(key.from.clone(), key.to.clone(), Order::read(order))
        }
    }

    /// Evidence by what it is about, as the keys say it; oldest first.
    fn evidence(&self, which: Which<'_>) -> BTreeMap<String, Vec<Evidence>> {
        let mut found: BTreeMap<String, Vec<(EntryId, Evidence)>> = BTreeMap::new();
        for (key, value) in self.scalars(Root::Evidence, which) {
            if let Some((subject, id)) = key.split_once('/')
                && let (Ok(id), Some(piece)) = (EntryId::parse(id), Record::of(&value).and_then(evidence))
            {
                found.entry(subject.to_owned()).or_default().push((id, piece));
            }
        }
        let sorted = |mut pieces: Vec<(EntryId, Evidence)>| {
            model::sort::by(&mut pieces, |(one, left), (other, right)| {
                (&left.at, one).cmp(&(&right.at, other))
            });
            pieces.into_iter().map(|(_, piece)| piece).collect()
        };
        model::sort::map(found.into_iter().map(|(subject, pieces)| (subject, sorted(pieces))))
    }
}

fn card<T: ReadTxn>(id: CardId, map: &Nested<'_, T>) -> Card {
    Card {
        note: map.text(field::NOTE),
        status: map.name(field::STATUS),
        owner: map.word(field::OWNER),
        impact: map.name(field::IMPACT),
        effort: map.name(field::EFFORT),
        matters: map.name(field::MATTERS),
        address: map.word(field::ADDRESS),
        order: map.order(),
        by: map.word(field::BY),
        at: map.number(field::AT).unwrap_or_default(),
        from: map.word(field::FROM),
        deleted: map.deleted(),
        // A card of a level we do not know is still shown: nothing disappears (rule D3).
        ..Card::new(id, map.name(field::LEVEL).unwrap_or(Level::Idea), map.text(field::TEXT))
    }
}

fn evidence(record: Record<'_>) -> Option<Evidence> {
    Some(Evidence {
        state: record.name::<Support>(field::STATE)?,
        reason: record.word(field::REASON),
        at: record.word(field::AT),
        by: record.word(field::BY),
    })
}
