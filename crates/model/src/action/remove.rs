//! Deleting cards with what hangs only from them, keeping the rest, restoring.

use super::{Board, Pen, Refusal};
use crate::{
    diagram::{Deleted, Level},
    edit::{CardField, Change, Edit},
    id::CardId,
};

/// Deletes a card and all that hangs *only* from it, as one edit (rule D4). The aim stays.
pub fn delete(board: Board<'_>, card: &CardId, pen: &Pen) -> Result<Edit, Refusal> {
    if board.level(card)? == Level::Aim && board.structure.aim() == Some(card) {
        return Err(Refusal::Aim);
    }
    let deleted = |_: &CardId| Some(Deleted { by: pen.by.clone(), at: pen.at });
    Ok(mark(&board.structure.hanging_from(card), deleted))
}

/// Brings back what went with a deleted card, but not the card itself: "Keep the 7".
pub fn keep(deleted: &[CardId]) -> Edit {
    mark(deleted.get(1..).unwrap_or_default(), |_| None)
}

/// Brings cards back.
pub fn restore(cards: &[CardId]) -> Edit {
    mark(cards, |_| None)
}

fn mark(cards: &[CardId], deleted: impl Fn(&CardId) -> Option<Deleted>) -> Edit {
    cards.iter().map(|card| Change::Card(card.clone(), CardField::Deleted(deleted(card)))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, id, pen};
    use super::*;

    #[test]
    fn e2_deleting_takes_what_hangs_only_from_the_card() {
        let words = "aim p1>aim p2>aim s1>p1 s2>p1 s2>p2";
        check(words, |board| delete(board, &id("p1"), &pen()), Ok("0aim:a 1p2:p 2s2:s"));
        check(words, |board| delete(board, &id("aim"), &pen()), Err(Refusal::Aim));
        check(words, |board| delete(board, &id("gone"), &pen()), Err(Refusal::Gone));
    }

    #[test]
    fn e2_the_rest_can_be_kept_and_all_of_it_restored() {
        let words = "aim p1>aim s1>p1";
        let kept = |board: Board<'_>| {
            let mut edit = delete(board, &id("p1"), &pen())?;
            edit.changes.extend(keep(&[id("p1"), id("s1")]).changes);
            Ok(edit)
        };
        check(words, kept, Ok("0aim:a 0s1:s"));
        let back = |board: Board<'_>| {
            let mut edit = delete(board, &id("p1"), &pen())?;
            edit.changes.extend(restore(&[id("p1"), id("s1")]).changes);
            Ok(edit)
        };
        check(words, back, Ok("0aim:a 1p1:p 2s1:s"));
    }
}
