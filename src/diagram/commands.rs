//! What each command does to the project and to where I am in it.

use std::collections::BTreeSet;

use leptos::prelude::*;
use model::action::{self, Spot, Step};
use model::{CardId, Level};

use super::delete::delete;
use super::keys::Command;
use super::picture::Draft;
use super::walk::Way;
use super::{panels, part, select};
use crate::outline::commands as outline;
use crate::random::random;
use crate::state::ProjectState;
use crate::state::session::view::Hand;
use crate::state::session::{Choose, Dialog, Notice, Writing};
pub use crate::ui::after_paint;

/// Does a command, with the card the keyboard is on as its subject.
pub fn run(state: &ProjectState, command: Command) {
    if !command.only_looks() && !state.may_edit() {
        return;
    }
    match command {
        Command::Undo => state.undo(),
        Command::Redo => state.redo(),
        Command::Keys => state.session.dialog.set(Some(Dialog::Keys)),
        Command::Palette => palette(state),
        Command::Fit => state.picture.fit(),
        Command::ZoomIn => state.picture.zoom(1.25),
        Command::ZoomOut => state.picture.zoom(0.8),
        Command::Finish => finish(state),
        Command::Cancel => cancel(state),
        Command::Walk(Way::Aim) => walk(state, Way::Aim),
        Command::Walk(way) if in_outline(state) => outline::walk(state, way),
        Command::Walk(way) => walk(state, way),
        Command::SelectColumn => select::select_column(state),
        Command::SelectAll => select::select_all(state),
        Command::ExpandSiblings => outline::open_siblings(state),
        Command::ExpandAll => part::open_all(state),
        Command::ShowAll => state.session.view.show_all(),
        Command::Find => panels::find(state),
        command => {
            if let Some(card) = state.session.current.get_untracked() {
                run_on_card(state, command, card);
            }
        }
    }
}

fn run_on_card(state: &ProjectState, command: Command, card: CardId) {
    match command {
        Command::Write | Command::WriteLetter => {
            write(state, card);
        }
        Command::RemoveEmpty => finish(state),
        Command::FinishAndBelow => finish_and_below(state, card),
        Command::Below => add_at(state, |board| action::sibling_spot(board, &card)),
        Command::Inside => inside(state, card),
        Command::ToParent => to_parent(state, card),
        Command::Select => select::toggle(state, card),
        Command::ExtendUp if in_outline(state) => outline::extend(state, Way::Up),
        Command::ExtendDown if in_outline(state) => outline::extend(state, Way::Down),
        Command::ExtendUp => select::extend(state, card, Way::Up),
        Command::ExtendDown => select::extend(state, card, Way::Down),
        Command::Collapse => part::close(state, &card),
        Command::Expand => part::open(state, &BTreeSet::from([card])),
        Command::FocusBranch => part::focus(state, &card),
        Command::RemoveFromHere => outline::remove_from_here(state),
        Command::MoveUp => {
            state.act(|board, pen| action::reorder(board, &card, Step::Up, pen));
        }
        Command::MoveDown => {
            state.act(|board, pen| action::reorder(board, &card, Step::Down, pen));
        }
        Command::Promote => shift_level(state, card, Shift::Left),
        Command::Demote => shift_level(state, card, Shift::Right),
        Command::LinkTo => choose(state, Choose::LinkTo, card),
        Command::MoveTo => choose(state, Choose::MoveTo, card),
        Command::AlsoUnder => choose(state, Choose::AlsoUnder, card),
        Command::Unlink => unlink(state, &card),
        Command::Details => panels::details(state),
        Command::ToNote => panels::note(state),
        Command::Menu => open_menu(state, card),
        Command::Delete => delete(state),
        Command::Duplicate => super::clipboard::duplicate(state),
        _ => {}
    }
}

/// Whether the keyboard is in the outline rather than on the picture.
pub fn in_outline(state: &ProjectState) -> bool {
    state.session.view.hand.get_untracked() == Hand::Outline
}

/// Puts the keyboard on a card and brings it into sight.
pub fn go_to(state: &ProjectState, card: &CardId) {
    if state.session.current.get_untracked().as_ref() != Some(card) {
        state.session.current.set(Some(card.clone()));
    }
    state.session.view.show_diagram();
    part::reveal(state, card);
    state.picture.show(card);
}

/// Gives the keyboard back to the picture or the outline, on the card it was on.
pub fn back(state: &ProjectState) {
    let state = *state;
    after_paint(move || {
        // Who asked for something else meanwhile is there.
        if state.session.is_busy() {
            return;
        }
        if let Some(active) = document()
            .active_element()
            .and_then(|active| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(active).ok())
        {
            // What cannot let go of the focus never had it.
            active.blur().ok();
        }
        state.session.current.notify();
        go_in(&state);
    });
}

/// Puts the keyboard on the picture: on the card it was on, else on the aim.
pub fn go_in(state: &ProjectState) {
    let structure = state.picture.structure.get_untracked();
    let current = state.session.current.get_untracked().filter(|card| structure.seat(card).is_some());
    if let Some(card) = current.or_else(|| structure.roots().first().cloned()) {
        go_to(state, &card);
    }
}

fn walk(state: &ProjectState, way: Way) {
    let structure = state.picture.structure.get_untracked();
    let from = state.session.current.get_untracked().or_else(|| structure.roots().first().cloned());
    let Some(from) = from else { return };
    let closed = state.session.view.closed.with_untracked(|closed| closed.contains(&from));
    if way == Way::Right && closed {
        return part::open(state, &BTreeSet::from([from]));
    }
    let to = state.session.trail.try_update_value(|trail| trail.step(&structure, &from, way)).flatten();
    go_to(state, &to.unwrap_or(from));
}

/// Writes in a card. False where there is none, or where one may only read.
pub fn write(state: &ProjectState, card: CardId) -> bool {
    if state.document.structure.with_untracked(|structure| structure.seat(&card).is_none()) {
        return false;
    }
    if !state.may_edit() {
        return false;
    }
    state.seal();
    state.picture.come_closer(&card);
    go_to(state, &card);
    state.session.selected.set(BTreeSet::new());
    state.session.writing.set(Some(Writing { card, draft: None }));
    true
}

/// Begins a new card at a spot: it enters the document at its first letter.
pub fn add_at(state: &ProjectState, spot: impl FnOnce(action::Board<'_>) -> Result<Spot, action::Refusal>) {
    match state.document.with_board(spot) {
        Ok(spot) => begin(state, spot),
        Err(refusal) => state.session.notify(Notice::refusal(refusal)),
    }
}

/// Begins a new card in a column.
pub fn add_in_column(state: &ProjectState, level: Level) {
    add_at(state, |board| Ok(action::column_spot(board, level)));
}

fn begin(state: &ProjectState, spot: Spot) {
    if !state.may_edit() {
        return;
    }
    let card = CardId::from_random(random());
    state.seal();
    part::make_way(state, spot.parent.as_ref());
    state.picture.set_draft(state, Some(Draft::new(state, card.clone(), spot.clone())));
    state.picture.come_closer(&card);
    go_to(state, &card);
    state.session.selected.set(BTreeSet::new());
    state.session.writing.set(Some(Writing { card, draft: Some(spot) }));
}

/// Stops writing; a card that never got a letter was never there.
pub fn finish(state: &ProjectState) {
    let Some(writing) = state.session.writing.get_untracked() else { return };
    state.seal();
    state.session.writing.set(None);
    if let Some(spot) = writing.draft {
        state.picture.set_draft(state, None);
        let back =
            spot.after.or(spot.parent).or_else(|| state.document.structure.get_untracked().aim().cloned());
        state.session.current.set(back);
    } else {
        // Somebody may have deleted it meanwhile.
        state.leave_what_is_gone();
    }
}

fn finish_and_below(state: &ProjectState, card: CardId) {
    let empty = is_draft(state);
    finish(state);
    if !empty {
        add_at(state, |board| action::sibling_spot(board, &card));
    }
}

/// Whether one writes in a card that has no letter yet.
pub fn is_draft(state: &ProjectState) -> bool {
    state
        .session
        .writing
        .with_untracked(|writing| writing.as_ref().is_some_and(|writing| writing.draft.is_some()))
}

fn inside(state: &ProjectState, card: CardId) {
    if is_draft(state) {
        return shift_draft(state, Shift::Right);
    }
    finish(state);
    add_at(state, |board| action::child_spot(board, &card));
}

fn to_parent(state: &ProjectState, card: CardId) {
    if is_draft(state) {
        return shift_draft(state, Shift::Left);
    }
    let home = state.document.structure.with_untracked(|structure| structure.home(&card).cloned());
    if let Some(home) = home {
        finish(state);
        write(state, home);
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Shift {
    Left,
    Right,
}

/// Promotes or demotes a card that has no letter yet: only its spot moves.
fn shift_draft(state: &ProjectState, shift: Shift) {
    let Some(spot) = state.session.writing.get_untracked().and_then(|writing| writing.draft) else { return };
    let moved = state.document.with_board(|board| match shift {
        Shift::Right => demoted_spot(board, &spot),
        Shift::Left => spot.parent.as_ref().and_then(|parent| action::sibling_spot(board, parent).ok()),
    });
    match moved.filter(|moved| moved.level != Level::Aim) {
        Some(moved) => {
            state.session.writing.set(None);
            begin(state, moved);
        }
        None => state.session.notify(Notice::refusal(match shift {
            Shift::Right => action::Refusal::NothingAbove,
            Shift::Left => action::Refusal::NoHigherLevel,
        })),
    }
}

fn demoted_spot(board: action::Board<'_>, spot: &Spot) -> Option<Spot> {
    let above = spot.after.clone().or_else(|| {
        let parent = spot.parent.as_ref()?;
        board.structure.children(parent).last().cloned()
    })?;
    action::child_spot(board, &above).ok()
}

fn shift_level(state: &ProjectState, card: CardId, shift: Shift) {
    if is_draft(state) {
        return shift_draft(state, shift);
    }
    let moved = match shift {
        Shift::Left => state.act(|board, pen| action::promote(board, &card, pen)),
        Shift::Right => state.act(|board, pen| action::demote(board, &card, pen)),
    };
    if moved {
        state.picture.show(&card);
    }
}

fn palette(state: &ProjectState) {
    finish(state);
    state.session.dialog.set(Some(Dialog::Palette));
}

fn cancel(state: &ProjectState) {
    state.session.selected.set(BTreeSet::new());
    state.session.dialog.set(None);
}

fn choose(state: &ProjectState, what: Choose, card: CardId) {
    finish(state);
    state.session.dialog.set(Some(Dialog::Choose(what, card)));
}

fn open_menu(state: &ProjectState, card: CardId) {
    finish(state);
    state.session.dialog.set(Some(Dialog::Menu(card)));
}

fn unlink(state: &ProjectState, card: &CardId) {
    let home = state.document.structure.with_untracked(|structure| structure.home(card).cloned());
    if let Some(home) = home {
        state.act(|_, _| Ok(action::unlink(card, &home)));
    }
}
