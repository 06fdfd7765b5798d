//! Deleting cards with what hangs only from them, keeping the rest, restoring.

use super::{Board, Pen, Refusal};
use crate::{
    diagram::Deleted,
    edit::{CardField, Change, Edit},
    id::CardId,
};

/// Deletes cards and all that hangs *only* from them, as one edit (rule D4), and says which went. The aim stays.
pub fn delete(board: Board<'_>, cards: &[CardId], pen: &Pen) -> Result<(Edit, Vec<CardId>), Refusal> {
    let is_aim = |card: &CardId| board.structure.aim() == Some(card);
    let there = |card: &&CardId| board.structure.seat(card).is_some();
    let gone: Vec<CardId> = cards.iter().filter(there).filter(|card| !is_aim(card)).cloned().collect();
    if gone.is_empty() {
        return Err(if cards.iter().any(is_aim) { Refusal::Aim } else { Refusal::Gone });
    }
    let gone = board.structure.hanging_from(&gone);
    let deleted = |_: &CardId| Some(Deleted { by: pen.by.clone(), at: pen.at });
    Ok((mark(&gone, deleted), gone))
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
    use super::super::tests::{check, id, pen, project};
    use super::*;
    use crate::structure::Structure;

    #[test]
    fn e2_deleting_takes_what_hangs_only_from_the_card() {
        let words = "aim p1>aim p2>aim s1>p1 s2>p1 s2>p2";
        check(words, |board| deleted(board, &["p1"]), Ok("0aim:a 1p2:p 2s2:s"));
        check(words, |board| deleted(board, &["aim"]), Err(Refusal::Aim));
        check(words, |board| deleted(board, &["gone"]), Err(Refusal::Gone));
    }

    #[test]
    fn e2_several_take_what_hangs_only_from_them_together() {
        let words = "aim p1>aim p2>aim s1>p1 s2>p1 s2>p2 i1>s1";
        check(words, |board| deleted(board, &["p1", "p2"]), Ok("0aim:a"));
        check(words, |board| deleted(board, &["p1", "s1", "i1"]), Ok("0aim:a 1p2:p 2s2:s"));
        check(words, |board| deleted(board, &["aim", "p1"]), Ok("0aim:a 1p2:p 2s2:s"));
        let structure = Structure::of(&project(words));
        let project = project(words);
        let (_, gone) = delete(Board::of(&project, &structure), &[id("p1"), id("s1")], &pen()).unwrap();
        assert_eq!(gone, [id("p1"), id("s1"), id("i1")]);
    }

    fn deleted(board: Board<'_>, cards: &[&str]) -> Result<Edit, Refusal> {
        let cards: Vec<CardId> = cards.iter().map(|card| id(card)).collect();
        delete(board, &cards, &pen()).map(|(edit, _)| edit)
    }

    #[test]
    fn e2_the_rest_can_be_kept_and_all_of_it_restored() {
        let words = "aim p1>aim s1>p1";
        let kept = |board: Board<'_>| {
            let mut edit = deleted(board, &["p1"])?;
            edit.changes.extend(keep(&[id("p1"), id("s1")]).changes);
            Ok(edit)
        };
        check(words, kept, Ok("0aim:a 0s1:s"));
        let back = |board: Board<'_>| {
            let mut edit = deleted(board, &["p1"])?;
            edit.changes.extend(restore(&[id("p1"), id("s1")]).changes);
            Ok(edit)
        };
        check(words, back, Ok("0aim:a 1p1:p 2s1:s"));
    }
}
