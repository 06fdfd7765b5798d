//! What people said and sent: the comments, contributions, votes and dismissed findings of a project file.

use std::collections::BTreeSet;

use model::{
    Project,
    contribution::{Comment, Contribution},
    id::EntryId,
};

use super::{
    Fault,
    node::{Key, Node},
    read::Place,
};

pub(super) fn read(file: &Place<'_>, project: &mut Project) -> Result<(), Fault> {
    let mut seen = BTreeSet::new();
    project.comments = file.each("comments", |_, comment| {
        let id: EntryId = comment.fresh_id(&mut seen)?;
        read_comment(id, comment)
    })?;
    let mut seen = BTreeSet::new();
    project.contributions = file.each("contributions", |_, contribution| {
        let id: EntryId = contribution.fresh_id(&mut seen)?;
        read_contribution(id, contribution)
    })?;
    let votes = file.object("votes")?;
    for name in votes.names() {
        project.votes.extend(votes.number(name)?.map(|count| (name.to_owned(), count)));
    }
    let dismissed = file.every("dismissed", |_, finding| Ok(finding.own_text()?.to_owned()))?;
    project.dismissed = dismissed.into_iter().collect();
    Ok(())
}

fn read_comment(id: EntryId, comment: &Place<'_>) -> Result<Comment, Fault> {
    Ok(Comment {
        id: id.to_string(),
        on: comment.text("on")?,
        by: comment.text("by")?,
        at: comment.number("at")?.unwrap_or_default(),
        text: comment.text("text")?,
        reply_to: comment.text("reply_to")?,
        resolved: comment.flag("resolved")?.unwrap_or_default(),
    })
}

fn read_contribution(id: EntryId, contribution: &Place<'_>) -> Result<Contribution, Fault> {
    Ok(Contribution {
        id: id.to_string(),
        kind: contribution.text("kind")?,
        text: contribution.text("text")?,
        on: contribution.text("on")?,
        by: contribution.text("by")?,
        author: contribution.text("author")?,
        at: contribution.number("at")?.unwrap_or_default(),
        status: contribution.text("status")?,
        reply: contribution.text("reply")?,
    })
}

pub(super) fn comments_node(project: &Project) -> Node {
    let mut comments: Vec<&Comment> = project.comments.iter().collect();
    model::sort::by(&mut comments, |one, other| {
        one.at.total_cmp(&other.at).then_with(|| one.id.cmp(&other.id))
    });
    Node::list(Key::Id, comments.into_iter().map(|comment| (comment.id.clone(), comment_node(comment))))
}

fn comment_node(comment: &Comment) -> Node {
    Node::object()
        .text("id", &comment.id)
        .text("on", &comment.on)
        .text("by", &comment.by)
        .with("at", Node::number(comment.at))
        .text("text", &comment.text)
        .said("reply_to", &comment.reply_to)
        .mark("resolved", comment.resolved)
}

pub(super) fn contributions_node(project: &Project) -> Node {
    let mut list: Vec<&Contribution> = project.contributions.iter().collect();
    model::sort::by(&mut list, |one, other| one.at.total_cmp(&other.at).then_with(|| one.id.cmp(&other.id)));
    Node::list(Key::Id, list.into_iter().map(|sent| (sent.id.clone(), contribution_node(sent))))
}

fn contribution_node(contribution: &Contribution) -> Node {
    Node::object()
        .text("id", &contribution.id)
        .text("kind", &contribution.kind)
        .text("text", &contribution.text)
        .said("on", &contribution.on)
        .said("by", &contribution.by)
        .said("author", &contribution.author)
        .with("at", Node::number(contribution.at))
        .said("status", &contribution.status)
        .said("reply", &contribution.reply)
}

pub(super) fn votes_node(project: &Project) -> Node {
    let vote = |node: Node, (name, count): (&String, &f64)| node.with(name.clone(), Node::number(*count));
    project.votes.iter().fold(Node::object(), vote)
}

pub(super) fn dismissed_node(project: &Project) -> Node {
    Node::texts(&project.dismissed)
}
