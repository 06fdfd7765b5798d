//! Adding cards: below, inside, in a column, or many at once.

use super::{Board, Pen, Refusal, draw};
use crate::{
    diagram::{Card, Level},
    edit::{Change, Edit},
    id::CardId,
    order::Order,
};

/// Where a new card would stand, before it has a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Its column.
    pub level: Level,
    /// What it hangs from; none for a card that is not linked yet.
    pub parent: Option<CardId>,
    /// The sibling it stands behind; none for the end of the list.
    pub after: Option<CardId>,
}

/// A card to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewCard {
    /// A fresh id.
    pub id: CardId,
    /// Its first text.
    pub text: String,
}

/// The spot of a new child: behind the last one, at the level of `Structure::child_level`.
pub fn child_spot(board: Board<'_>, parent: &CardId) -> Result<Spot, Refusal> {
    board.level(parent)?;
    let level = board.structure.child_level(parent).ok_or(Refusal::UnderIdea)?;
    Ok(Spot { level, parent: Some(parent.clone()), after: None })
}

/// The spot of a new sibling: directly below the card, under the same home parent. Enter on the aim makes a primary driver.
pub fn sibling_spot(board: Board<'_>, card: &CardId) -> Result<Spot, Refusal> {
    let level = board.level(card)?;
    if level == Level::Aim {
        return child_spot(board, card);
    }
    Ok(Spot { level, parent: board.structure.home(card).cloned(), after: Some(card.clone()) })
}

/// The spot of a card added from a column's heading: primary drivers hang from the aim, others are not linked yet.
pub fn column_spot(board: Board<'_>, level: Level) -> Spot {
    let parent = board.structure.aim().filter(|_| level == Level::Primary).cloned();
    Spot { level, parent, after: None }
}

/// Makes a card at a spot. Where its parent has gone meanwhile, the card is made without a link (rule D3).
pub fn add(board: Board<'_>, spot: &Spot, card: NewCard, pen: &Pen) -> Edit {
    paste(board, spot, vec![card], pen)
}

/// Makes several cards at one spot, in their order, with keys of one shared prefix (rule D6).
pub fn paste(board: Board<'_>, spot: &Spot, cards: Vec<NewCard>, pen: &Pen) -> Edit {
    let parent = spot.parent.as_ref().filter(|parent| board.structure.seat(parent).is_some());
    let orders = match parent {
        Some(parent) => orders_under(board, parent, spot, (cards.len(), pen)),
        None => orders_unlinked(board, spot, (cards.len(), pen)),
    };
    let mut edit = Edit::default();
    for (new, order) in cards.into_iter().zip(orders) {
        let mut card = Card::new(new.id, spot.level, new.text);
        (card.order, card.by, card.at) = (order.clone(), pen.by.clone(), pen.at);
        let link = parent.map(|parent| draw(&card.id, parent, order));
        edit.changes.push(Change::AddCard(Box::new(card)));
        edit.changes.extend(link);
    }
    edit
}

fn orders_under(board: Board<'_>, parent: &CardId, spot: &Spot, (count, pen): (usize, &Pen)) -> Vec<Order> {
    let children = board.structure.children(parent);
    let order = |at: usize| children.get(at).and_then(|child| board.structure.link_order(child, parent));
    let after = spot.after.as_ref().and_then(|after| children.iter().position(|child| child == after));
    match after {
        Some(place) => Order::run(order(place), order(place + 1), count, pen.jitter),
        None => Order::run(children.len().checked_sub(1).and_then(order), None, count, pen.jitter),
    }
}

fn orders_unlinked(board: Board<'_>, spot: &Spot, (count, pen): (usize, &Pen)) -> Vec<Order> {
    let seats: Vec<_> =
        board.structure.roots().iter().filter_map(|root| Some((root, board.structure.seat(root)?))).collect();
    let column: Vec<_> = seats.into_iter().filter(|(_, seat)| seat.level == spot.level).collect();
    let order = |at: usize| column.get(at).map(|(_, seat)| &seat.order);
    let after = spot.after.as_ref().and_then(|after| column.iter().position(|(id, _)| *id == after));
    match after {
        Some(place) => Order::run(order(place), order(place + 1), count, pen.jitter),
        None => Order::run(column.len().checked_sub(1).and_then(order), None, count, pen.jitter),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, id, pen};
    use super::*;

    fn new(text: &str) -> NewCard {
        NewCard { id: id(text), text: text.into() }
    }

    #[test]
    fn e1_a_child_is_added_behind_the_last_one() {
        let words = "aim p1>aim p2>aim s1>p1";
        let inside = |card: &'static str| {
            move |board: Board<'_>| Ok(add(board, &child_spot(board, &id(card))?, new("new"), &pen()))
        };
        check(words, inside("p1"), Ok("0aim:a 1p1:p 2s1:s 2new:s 1p2:p"));
        check(words, inside("aim"), Ok("0aim:a 1p1:p 2s1:s 1p2:p 1new:p"));
        check(words, inside("s1"), Ok("0aim:a 1p1:p 2s1:s 3new:i 1p2:p"));
        check("i1", inside("i1"), Err(Refusal::UnderIdea));
        check("i1", inside("gone"), Err(Refusal::Gone));
    }

    #[test]
    fn e1_a_sibling_is_added_directly_below() {
        let below = |card: &'static str| {
            move |board: Board<'_>| Ok(add(board, &sibling_spot(board, &id(card))?, new("new"), &pen()))
        };
        check("aim p1>aim p2>aim", below("p1"), Ok("0aim:a 1p1:p 1new:p 1p2:p"));
        check("aim p1>aim p2>aim", below("aim"), Ok("0aim:a 1p1:p 1p2:p 1new:p"));
        check("aim i1 i2", below("i1"), Ok("0aim:a 0i1:i 0new:i 0i2:i"));
    }

    #[test]
    fn e1_a_column_takes_a_card_and_pasted_lines_keep_their_order() {
        let column =
            |level| move |board: Board<'_>| Ok(add(board, &column_spot(board, level), new("new"), &pen()));
        check("aim p1>aim", column(Level::Primary), Ok("0aim:a 1p1:p 1new:p"));
        check("aim i1", column(Level::Idea), Ok("0aim:a 0i1:i 0new:i"));
        let lines = |board: Board<'_>| {
            let spot = sibling_spot(board, &id("p1"))?;
            Ok(paste(board, &spot, ["n3", "n2", "n1"].map(new).into(), &pen()))
        };
        check("aim p1>aim p2>aim", lines, Ok("0aim:a 1p1:p 1n3:p 1n2:p 1n1:p 1p2:p"));
    }
}
