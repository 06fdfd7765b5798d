//! Moving cards between parents and among siblings, linking and unlinking.

use super::{Board, Pen, Refusal, cut, draw, respace};
use crate::{
    diagram::{Link, LinkKey},
    edit::{CardField, Change, Edit},
    id::CardId,
    order::Order,
};

/// Which way among siblings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Step {
    Up,
    Down,
}

/// Moves a card under a parent, behind a sibling there (none: before all), away from `from` (none: it was not linked).
pub fn move_under(
    board: Board<'_>,
    card: &CardId,
    (from, to, after): (Option<&CardId>, &CardId, Option<&CardId>),
    pen: &Pen,
) -> Result<Edit, Refusal> {
    may_link(board, card, to)?;
    let order = board.behind(after, to, card, pen);
    Ok(relink(board, card, (from, to), order).collect())
}

/// Draws a card's link to one parent in place of that to another (none: it was not linked there). What was said of the
/// old link is meant of the new one: how strong it is, why, and what tests said of it.
pub(super) fn relink(
    board: Board<'_>,
    card: &CardId,
    (from, to): (Option<&CardId>, &CardId),
    order: Order,
) -> impl Iterator<Item = Change> + use<> {
    let said = from.and_then(|from| board.links.get(&LinkKey { from: card.clone(), to: from.clone() }));
    let drawn = Link::new(card.clone(), to.clone(), order);
    let link = match said {
        Some(old) => Link { key: drawn.key, order: drawn.order, ..old.clone() },
        None => drawn,
    };
    let old = from.filter(|from| *from != to).map(|from| cut(card, from));
    old.into_iter().chain([Change::Link(Box::new(link))])
}

/// Links a card to a second parent, as its last child there.
pub fn also_under(board: Board<'_>, card: &CardId, parent: &CardId, pen: &Pen) -> Result<Edit, Refusal> {
    may_link(board, card, parent)?;
    if board.structure.link_order(card, parent).is_some() {
        return Err(Refusal::Linked);
    }
    // Behind the card's other links too, so that its home parent stays where it is.
    let home = board.structure.home(card).and_then(|home| board.structure.link_order(card, home));
    let last =
        board.structure.children(parent).last().and_then(|last| board.structure.link_order(last, parent));
    Ok(Edit::one(draw(card, parent, Order::between(home.max(last), None, pen.jitter))))
}

/// Links two cards, whichever of them is the cause.
pub fn link(board: Board<'_>, one: &CardId, other: &CardId, pen: &Pen) -> Result<Edit, Refusal> {
    let (one_level, other_level) = (board.level(one)?, board.level(other)?);
    if one_level.can_drive(other_level) {
        also_under(board, one, other, pen)
    } else {
        also_under(board, other, one, pen)
    }
}

/// Takes a link away; the card stays.
pub fn unlink(card: &CardId, parent: &CardId) -> Edit {
    Edit::one(cut(card, parent))
}

/// Moves a card by one place among its siblings under its home parent, or among the unlinked cards of its column.
pub fn reorder(board: Board<'_>, card: &CardId, step: Step, pen: &Pen) -> Result<Edit, Refusal> {
    board.level(card)?;
    let home = board.structure.home(card);
    let mut siblings = board.structure.siblings(card, home);
    let place = siblings.iter().position(|sibling| sibling == card).ok_or(Refusal::Gone)?;
    let target = match step {
        Step::Up => place.checked_sub(1).ok_or(Refusal::AtEnd)?,
        Step::Down if place + 1 < siblings.len() => place + 1,
        Step::Down => return Err(Refusal::AtEnd),
    };
    siblings.swap(place, target);
    let order =
        |at: Option<usize>| at.and_then(|at| siblings.get(at)).and_then(|id| order_of(board, id, home));
    let (before, after) = (order(target.checked_sub(1)), order(Some(target + 1)));
    if before.is_some() && after.is_some() && before >= after {
        return Ok(home.map_or_else(Edit::default, |home| respace(&siblings, home, pen)));
    }
    let key = Order::between(before, after, pen.jitter);
    Ok(Edit::one(match home {
        Some(home) => draw(card, home, key),
        None => Change::Card(card.clone(), CardField::Order(key)),
    }))
}

fn order_of<'a>(board: Board<'a>, card: &CardId, parent: Option<&CardId>) -> Option<&'a Order> {
    match parent {
        Some(parent) => board.structure.link_order(card, parent),
        None => board.structure.seat(card).map(|seat| &seat.order),
    }
}

fn may_link(board: Board<'_>, card: &CardId, parent: &CardId) -> Result<(), Refusal> {
    if board.level(card)?.can_drive(board.level(parent)?) { Ok(()) } else { Err(Refusal::WrongWay) }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{apply, check, id, pen, project};
    use super::super::{demote, promote};
    use super::*;
    use crate::{
        diagram::{Evidence, Strength, Support},
        project::Project,
        structure::Structure,
    };

    /// A project whose every link says something.
    fn said(words: &str) -> Project {
        let mut project = project(words);
        let (reason, at, by) = ("tested".to_owned(), "2026-11-22".to_owned(), "Sam".to_owned());
        let tested = Evidence { state: Support::Supported, reason, at, by };
        for link in project.links.values_mut() {
            (link.strength, link.rationale) = (Strength::Weak, format!("why {}", link.key.from));
            link.evidence = vec![tested.clone()];
        }
        project
    }

    #[test]
    fn e4_what_was_said_of_a_link_moves_with_its_card() {
        type Action = fn(Board<'_>) -> Result<Edit, Refusal>;
        let table: [(&str, Action, &str); 6] = [
            ("s1>p1", |board| move_under(board, &id("s1"), (Some(&id("p1")), &id("p2"), None), &pen()), "p2"),
            ("s1>p1", |board| move_under(board, &id("s1"), (Some(&id("p1")), &id("p1"), None), &pen()), "p1"),
            ("s1>p2", |board| demote(board, &id("p2"), &pen()), "p1"),
            ("s1>p1 s2>p1", |board| demote(board, &id("s2"), &pen()), "s1"),
            ("s1>p1 i1>s1", |board| promote(board, &id("s1"), &pen()), "aim"),
            ("s1>p1 i1>s1", |board| promote(board, &id("i1"), &pen()), "p1"),
        ];
        for (words, action, to) in table {
            let mut project = said(&format!("aim p1>aim p2>aim {words}"));
            let structure = Structure::of(&project);
            let edit = action(Board::of(&project, &structure)).unwrap();
            let moved = edit.changes.iter().find_map(|change| match change {
                Change::Link(link) => Some(link.key.clone()),
                _ => None,
            });
            let card = moved.unwrap().from;
            apply(&mut project, &edit);
            let link = &project.links[&LinkKey { from: card.clone(), to: id(to) }];
            assert_eq!(
                (link.strength, link.rationale.as_str()),
                (Strength::Weak, format!("why {card}").as_str()),
                "{words}"
            );
            assert_eq!(link.evidence.len(), 1, "{words}");
        }
    }

    #[test]
    fn e4_a_card_moves_to_another_parent_and_place() {
        let words = "aim p1>aim p2>aim s1>p1 s2>p2 s3>p2";
        let to = |after: Option<&'static str>| {
            move |board: Board<'_>| {
                let after = after.map(id);
                move_under(board, &id("s1"), (Some(&id("p1")), &id("p2"), after.as_ref()), &pen())
            }
        };
        check(words, to(None), Ok("0aim:a 1p1:p 1p2:p 2s1:s 2s2:s 2s3:s"));
        check(words, to(Some("s2")), Ok("0aim:a 1p1:p 1p2:p 2s2:s 2s1:s 2s3:s"));
        check(words, to(Some("s3")), Ok("0aim:a 1p1:p 1p2:p 2s2:s 2s3:s 2s1:s"));
        let wrong =
            |board: Board<'_>| move_under(board, &id("p1"), (Some(&id("aim")), &id("s2"), None), &pen());
        check(words, wrong, Err(Refusal::WrongWay));
    }

    #[test]
    fn d8_a_second_parent_keeps_the_home_parent() {
        let words = "aim p1>aim p2>aim s1>p2";
        let also = |board: Board<'_>| also_under(board, &id("s1"), &id("p1"), &pen());
        check(words, also, Ok("0aim:a 1p1:p 2s1~:s 1p2:p 2s1:s"));
        check(
            words,
            |board| link(board, &id("p1"), &id("s1"), &pen()),
            Ok("0aim:a 1p1:p 2s1~:s 1p2:p 2s1:s"),
        );
        check(words, |board| also_under(board, &id("s1"), &id("p2"), &pen()), Err(Refusal::Linked));
        check(words, |_| Ok(unlink(&id("s1"), &id("p2"))), Ok("0aim:a 1p1:p 1p2:p 0s1:s"));
    }

    #[test]
    fn e4_a_card_moves_among_its_siblings() {
        let words = "aim p1>aim p2>aim p3>aim i1 i2";
        let step = |card: &'static str, step| move |board: Board<'_>| reorder(board, &id(card), step, &pen());
        check(words, step("p3", Step::Up), Ok("0aim:a 1p1:p 1p3:p 1p2:p 0i1:i 0i2:i"));
        check(words, step("p1", Step::Down), Ok("0aim:a 1p2:p 1p1:p 1p3:p 0i1:i 0i2:i"));
        check(words, step("i2", Step::Up), Ok("0aim:a 1p1:p 1p2:p 1p3:p 0i2:i 0i1:i"));
        check(words, step("p1", Step::Up), Err(Refusal::AtEnd));
        check(words, step("p3", Step::Down), Err(Refusal::AtEnd));
    }
}
