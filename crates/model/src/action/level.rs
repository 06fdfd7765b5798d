//! Promoting, demoting and choosing a level.

use super::{Board, Pen, Refusal, cut, draw, place::relink};
use crate::{
    diagram::Level,
    edit::{CardField, Change, Edit},
    id::CardId,
};

/// Sets a card's level; its links stay, drawn or not (rule D5).
pub fn set_level(board: Board<'_>, card: &CardId, level: Level) -> Result<Edit, Refusal> {
    board.level(card)?;
    Ok(Edit::one(Change::Card(card.clone(), CardField::Level(level))))
}

/// Makes an aim that stands beside the first one a primary driver of that; its driver children move down with it.
pub fn join_aim(board: Board<'_>, card: &CardId, pen: &Pen) -> Result<Edit, Refusal> {
    let aim = board.structure.aim().filter(|aim| *aim != card).ok_or(Refusal::Aim)?;
    let mut edit = Edit::default();
    sink(board, card, &mut edit)?;
    edit.changes.push(draw(card, aim, board.behind_last(aim, pen)));
    Ok(edit)
}

/// Makes a card the last child of the card above it; its driver children move down with it.
pub fn demote(board: Board<'_>, card: &CardId, pen: &Pen) -> Result<Edit, Refusal> {
    if board.level(card)? == Level::Aim {
        return Err(Refusal::Aim);
    }
    let home = board.structure.home(card);
    let siblings = board.structure.siblings(card, home);
    let place = siblings.iter().position(|sibling| sibling == card).ok_or(Refusal::Gone)?;
    let mut edit = Edit::default();
    sink(board, card, &mut edit)?;
    let above = siblings[..place].last().ok_or(Refusal::NothingAbove)?;
    let level = board.level(card)?.lower().ok_or(Refusal::NoLowerLevel)?;
    if !level.can_drive(board.level(above)?) {
        return Err(Refusal::NothingAbove);
    }
    edit.changes.extend(relink(board, card, (home, above), board.behind_last(above, pen)));
    Ok(edit)
}

/// Makes a card the next sibling of its home parent; its driver children move up with it.
pub fn promote(board: Board<'_>, card: &CardId, pen: &Pen) -> Result<Edit, Refusal> {
    let level = board.level(card)?;
    if level <= Level::Primary {
        return Err(if level == Level::Aim { Refusal::Aim } else { Refusal::NoHigherLevel });
    }
    let Some(home) = board.structure.home(card) else {
        let higher = level.higher().ok_or(Refusal::NoHigherLevel)?;
        return set_level(board, card, higher);
    };
    let target = board.level(home)?;
    if target == Level::Aim {
        return set_level(board, card, level.higher().ok_or(Refusal::NoHigherLevel)?);
    }
    let mut edit = Edit::default();
    raise(board, card, target, &mut edit);
    match board.structure.home(home) {
        Some(grandparent) => {
            let order = board.behind(Some(home), grandparent, card, pen);
            edit.changes.extend(relink(board, card, (Some(home), grandparent), order));
        }
        // Beside a parent that hangs from nothing there is no link that could say it.
        None => edit.changes.push(cut(card, home)),
    }
    Ok(edit)
}

/// Moves a card and the drivers written out under it down by one column. A driver never turns into an idea by this,
/// but for the card itself when nothing hangs from it.
fn sink(board: Board<'_>, card: &CardId, edit: &mut Edit) -> Result<(), Refusal> {
    let lower = board.level(card)?.lower().ok_or(Refusal::NoLowerLevel)?;
    if lower == Level::Idea && !(edit.is_empty() && board.structure.children(card).is_empty()) {
        return Err(Refusal::NoLowerLevel);
    }
    edit.changes.push(Change::Card(card.clone(), CardField::Level(lower)));
    for child in board.structure.children(card) {
        if board.level(child)?.is_driver() && board.structure.home(child) == Some(card) {
            sink(board, child, edit)?;
        }
    }
    Ok(())
}

/// Gives a card that level and lifts the drivers under it by as many columns.
fn raise(board: Board<'_>, card: &CardId, target: Level, edit: &mut Edit) {
    edit.changes.push(Change::Card(card.clone(), CardField::Level(target)));
    let next = target.lower().unwrap_or(Level::Idea);
    for child in board.structure.children(card) {
        let driver = board.structure.level(child).is_some_and(Level::is_driver);
        if driver && next.is_driver() && board.structure.home(child) == Some(card) {
            raise(board, child, next, edit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, id, pen};
    use super::*;

    fn down(card: &'static str) -> impl FnOnce(Board<'_>) -> Result<Edit, Refusal> {
        move |board| demote(board, &id(card), &pen())
    }

    fn up(card: &'static str) -> impl FnOnce(Board<'_>) -> Result<Edit, Refusal> {
        move |board| promote(board, &id(card), &pen())
    }

    #[test]
    fn n5_a_second_aim_becomes_a_primary_driver_with_the_drivers_under_it() {
        let join = |card: &'static str| move |board: Board<'_>| join_aim(board, &id(card), &pen());
        check("a1 p1>a1 a2 p2>a2 i1>p2", join("a2"), Ok("0a1:a 1p1:p 1a2:p 2p2:s 3i1:i"));
        check("a1 a2 i1>a2", join("a2"), Ok("0a1:a 1a2:p 2i1:i"));
        check("a1 a2 p2>a2 s2>p2 t2>s2", join("a2"), Err(Refusal::NoLowerLevel));
        check("a1 a2", join("a1"), Err(Refusal::Aim));
    }

    #[test]
    fn e3_demoting_makes_a_card_the_last_child_of_the_one_above() {
        let words = "aim p1>aim s1>p1 p2>aim s2>p2 i2>s2";
        check(words, down("p2"), Ok("0aim:a 1p1:p 2s1:s 2p2:s 3s2:t 4i2:i"));
        check("aim p1>aim s1>p1 s2>p1", down("s2"), Ok("0aim:a 1p1:p 2s1:s 3s2:t"));
        check("aim s1 s2", down("s2"), Ok("0aim:a 0s1:s 1s2:t"));
    }

    #[test]
    fn e3_demoting_is_refused_where_no_level_is_left() {
        check("aim p1>aim p2>aim s1>p2 t1>s1", down("p2"), Err(Refusal::NoLowerLevel));
        check("aim t1 t2 i1>t2", down("t2"), Err(Refusal::NoLowerLevel));
        check("aim s1>aim i1>s1 i2>s1", down("i2"), Err(Refusal::NoLowerLevel));
        check("aim p1>aim", down("p1"), Err(Refusal::NothingAbove));
        check("aim p1>aim", down("aim"), Err(Refusal::Aim));
    }

    #[test]
    fn e3_promoting_makes_a_card_the_next_sibling_of_its_parent() {
        check("aim p1>aim p2>aim s1>p1 t1>s1 i1>t1", up("s1"), Ok("0aim:a 1p1:p 1s1:p 2t1:s 3i1:i 1p2:p"));
        check("aim p1>aim s1>p1 i1>s1", up("i1"), Ok("0aim:a 1p1:p 2s1:s 2i1:s"));
        check("aim s1", up("s1"), Ok("0aim:a 0s1:p"));
        check("aim p1>aim", up("p1"), Err(Refusal::NoHigherLevel));
        check("aim p1>aim", up("aim"), Err(Refusal::Aim));
    }

    #[test]
    fn d5_a_level_changes_and_the_links_stay() {
        let choose = |board: Board<'_>| set_level(board, &id("s1"), Level::Primary);
        check("aim p1>aim s1>p1 i1>s1", choose, Ok("0aim:a 1p1:p 0s1:p 1i1:i"));
    }
}
