//! The cards and links of a project file.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Card, CardId, Link, LinkKey, Project,
    diagram::{Evidence, Support},
};

use super::{
    Fault,
    charter::in_order,
    node::{Key, Node},
    read::Place,
};

pub(super) fn read_cards(file: &Place<'_>) -> Result<BTreeMap<CardId, Card>, Fault> {
    let mut seen = BTreeSet::new();
    let cards = file.each("cards", |_, card| read_card(card.fresh_id(&mut seen)?, card))?;
    let cards = in_order(cards, |card, order| card.order = order);
    Ok(cards.into_iter().map(|card| (card.id.clone(), card)).collect())
}

fn read_card(id: CardId, card: &Place<'_>) -> Result<Card, Fault> {
    let level = card.choice("level")?.ok_or_else(|| card.field("level").fault("is missing"))?;
    Ok(Card {
        text: one_line(&card.needed("text")?),
        note: card.text("note")?,
        status: card.choice("status")?,
        owner: card.text("owner")?,
        impact: card.choice("impact")?,
        effort: card.choice("effort")?,
        matters: card.choice("matters")?,
        tags: card.every("tags", |_, tag| Ok(tag.own_text()?.to_owned()))?.into_iter().collect(),
        address: card.text("address")?,
        by: card.text("by")?,
        at: card.number("at")?.unwrap_or_default(),
        from: card.text("from")?,
        evidence: read_evidence(card)?,
        ..Card::new(id, level, "")
    })
}

/// A card's text has no line breaks.
fn one_line(text: &str) -> String {
    if text.contains(['\n', '\r']) {
        text.replace("\r\n", " ").replace(['\n', '\r'], " ")
    } else {
        text.to_owned()
    }
}

fn read_evidence(subject: &Place<'_>) -> Result<Vec<Evidence>, Fault> {
    subject.each("evidence", |_, evidence| {
        Ok(Evidence {
            state: evidence.choice("state")?.unwrap_or(Support::Unknown),
            reason: evidence.text("reason")?,
            at: evidence.text("at")?,
            by: evidence.text("by")?,
        })
    })
}

/// Reads the links as they stand; one whose ends are missing or whose levels do not fall is kept, not drawn (rule D2).
pub(super) fn read_links(file: &Place<'_>) -> Result<BTreeMap<LinkKey, Link>, Fault> {
    let mut seen = BTreeSet::new();
    let links = file.each("links", |_, link| {
        let key = LinkKey { from: link.id("from")?, to: link.id("to")? };
        if !seen.insert(key.clone()) {
            return Err(link.fault(format!("joins “{}” and “{}” a second time", key.from, key.to)));
        }
        read_link(key, link)
    })?;
    let links = in_order(links, |link, order| link.order = order);
    Ok(links.into_iter().map(|link| (link.key.clone(), link)).collect())
}

fn read_link(key: LinkKey, link: &Place<'_>) -> Result<Link, Fault> {
    Ok(Link {
        strength: link.choice("strength")?.unwrap_or_default(),
        rationale: link.text("rationale")?,
        evidence: read_evidence(link)?,
        ..Link::new(key.from, key.to, Default::default())
    })
}

/// Whether a card is deleted. One that was never here is not: what points to it stays as it is.
pub(super) fn is_deleted(project: &Project, card: &CardId) -> bool {
    project.cards.get(card).is_some_and(|card| card.deleted.is_some())
}

pub(super) fn cards_node(project: &Project) -> Node {
    let mut cards: Vec<&Card> = project.cards.values().filter(|card| card.deleted.is_none()).collect();
    model::sort::by_key(&mut cards, |card| (&card.order, &card.id));
    Node::list(Key::Id, cards.into_iter().map(|card| (card.id.to_string(), card_node(card))))
}

fn card_node(card: &Card) -> Node {
    Node::object()
        .text("id", card.id.as_str())
        .text("level", card.level.as_str())
        .text("text", &card.text)
        .said("note", &card.note)
        .word("status", card.status.map(|status| status.as_str()))
        .said("owner", &card.owner)
        .word("impact", card.impact.map(|impact| impact.as_str()))
        .word("effort", card.effort.map(|effort| effort.as_str()))
        .word("matters", card.matters.map(|matters| matters.as_str()))
        .some("tags", Node::texts(&card.tags))
        .said("address", &card.address)
        .some("evidence", evidence_node(&card.evidence))
        .said("by", &card.by)
        .counted("at", Some(card.at).filter(|at| *at != 0.0))
        .said("from", &card.from)
}

fn evidence_node(evidence: &[Evidence]) -> Node {
    Node::places(evidence.iter().map(|evidence| {
        Node::object()
            .text("state", evidence.state.as_str())
            .text("reason", &evidence.reason)
            .text("at", &evidence.at)
            .text("by", &evidence.by)
    }))
}

pub(super) fn links_node(project: &Project) -> Node {
    let stands = |link: &&Link| [&link.key.from, &link.key.to].iter().all(|end| !is_deleted(project, end));
    let mut links: Vec<&Link> = project.links.values().filter(stands).collect();
    model::sort::by_key(&mut links, |link| (&link.order, &link.key));
    let item = |link: &Link| (format!("{}>{}", link.key.from, link.key.to), link_node(link));
    Node::list(Key::Ends, links.into_iter().map(item))
}

fn link_node(link: &Link) -> Node {
    Node::object()
        .text("from", link.key.from.as_str())
        .text("to", link.key.to.as_str())
        .text("strength", link.strength.as_str())
        .said("rationale", &link.rationale)
        .some("evidence", evidence_node(&link.evidence))
}
