//! The charter of a project file: why, scope, team, messages, readiness, milestones.

use model::{
    Charter, Id, Order,
    charter::{Member, Messages, Milestone, Readiness},
};

use super::{
    Fault,
    node::{Node, place_key},
    read::Place,
};

pub(super) fn read(charter: &Place<'_>) -> Result<Charter, Fault> {
    let messages = charter.object("messages")?;
    Ok(Charter {
        why: charter.text("why")?,
        scope: charter.text("scope")?,
        protected_time: charter.text("protected_time")?,
        messages: Messages {
            why: messages.text("why")?,
            what: messages.text("what")?,
            benefits: messages.text("benefits")?,
        },
        team: in_order(charter.each("team", read_member)?, |member, order| member.order = order),
        milestones: in_order(charter.each("milestones", read_milestone)?, |entry, order| entry.order = order),
        readiness: in_order(charter.each("readiness", read_readiness)?, |entry, order| entry.order = order),
    })
}

/// Gives the things of a list keys that keep their order.
pub(super) fn in_order<T>(mut list: Vec<T>, set: impl Fn(&mut T, Order)) -> Vec<T> {
    let orders = Order::run(None, None, list.len(), 0);
    list.iter_mut().zip(orders).for_each(|(thing, order)| set(thing, order));
    list
}

/// The id of a thing that has none in the file: its place, so that the same file gives the same ids.
pub(super) fn id_of_place<Kind>(index: usize) -> Id<Kind> {
    Id::parse(&place_key(index)).expect("a place is written in letters and digits")
}

fn read_member(index: usize, member: &Place<'_>) -> Result<Member, Fault> {
    Ok(Member {
        id: id_of_place(index),
        order: Order::default(),
        name: member.text("name")?,
        role: member.text("role")?,
        level: member.text("level")?,
    })
}

fn read_milestone(index: usize, milestone: &Place<'_>) -> Result<Milestone, Fault> {
    Ok(Milestone {
        id: id_of_place(index),
        order: Order::default(),
        date: milestone.text("date")?,
        text: milestone.text("text")?,
    })
}

fn read_readiness(index: usize, readiness: &Place<'_>) -> Result<Readiness, Fault> {
    let score = readiness.number("score")?;
    if score.is_some_and(|score| !is_score(score)) {
        return Err(readiness.field("score").fault("must be from 1 to 7, or null"));
    }
    let statement = readiness.text("statement")?;
    Ok(Readiness { id: id_of_place(index), order: Order::default(), statement, score })
}

fn is_score(score: f64) -> bool {
    (1.0..=7.0).contains(&score)
}

pub(super) fn node(charter: &Charter) -> Node {
    let messages = Node::object()
        .text("why", &charter.messages.why)
        .text("what", &charter.messages.what)
        .text("benefits", &charter.messages.benefits);
    Node::object()
        .text("why", &charter.why)
        .text("scope", &charter.scope)
        .said("protected_time", &charter.protected_time)
        .with("team", entries(&charter.team, |member| (member.id.to_string(), member_node(member))))
        .with("messages", messages)
        .some("readiness", entries(&charter.readiness, |entry| (entry.id.to_string(), readiness_node(entry))))
        .with(
            "milestones",
            entries(&charter.milestones, |entry| (entry.id.to_string(), milestone_node(entry))),
        )
}

fn entries<T>(list: &[T], item: impl Fn(&T) -> (String, Node)) -> Node {
    Node::list(super::node::Key::Place, list.iter().map(item))
}

fn member_node(member: &Member) -> Node {
    Node::object().text("name", &member.name).text("role", &member.role).said("level", &member.level)
}

fn milestone_node(milestone: &Milestone) -> Node {
    Node::object().text("date", &milestone.date).text("text", &milestone.text)
}

fn readiness_node(readiness: &Readiness) -> Node {
    let score = readiness.score.filter(|score| is_score(*score));
    Node::object().text("statement", &readiness.statement).with("score", Node::number_or_null(score))
}
