//! A card's menu: everything a drag or a key can do with it, in words.

use leptos::prelude::*;
use model::action;
use model::edit::LinkField;
use model::role::Action;
use model::{CardId, Change, Edit, Level, LinkKey, Strength};

use crate::diagram::commands;
use crate::diagram::keys::Command;
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::view::Hand;
use crate::state::session::{Dialog, Dropped, LAST, Notice};
use crate::ui::menu::State;
use crate::ui::{Anchor, Choice, Icon, Item, Menu};

/// Sets a level, and says when links cannot be drawn any more.
pub fn set_level(state: ProjectState, card: &CardId, level: Level) {
    let drawn = || {
        let structure = state.document.structure.get_untracked();
        structure.parents(card).len() + structure.children(card).len()
    };
    let before = drawn();
    if !state.act(|board, _| action::set_level(board, card, level)) {
        return;
    }
    commands::go_to(&state, card);
    let hidden = before.saturating_sub(drawn());
    if hidden > 0 {
        let words = say().card_links_hidden(hidden);
        state
            .session
            .notify(Notice::text(words).about(LAST).with(say().project_undo(), move || state.undo()));
    }
}

/// The menu beside a card that works on several others and was dropped under one more.
#[component]
pub fn DroppedMenu(
    /// Where it was dropped.
    dropped: Dropped,
) -> impl IntoView {
    let state = ProjectState::expect();
    let at = anchor(&state, &dropped.card);
    let label = say().card_dropped(&name(state, &dropped.parent));
    let here = {
        let Dropped { card, parent, after } = dropped.clone();
        move || {
            let home = state.document.structure.with_untracked(|structure| structure.home(&card).cloned());
            let way = (home.as_ref(), &parent, after.as_ref());
            if state.act(|board, pen| action::move_under(board, &card, way, pen)) {
                commands::go_to(&state, &card);
            }
        }
    };
    let also = move || {
        state.act(|board, pen| action::also_under(board, &dropped.card, &dropped.parent, pen));
    };
    let items = vec![
        Item::Heading(label.clone()),
        Choice::new(say().card_move_here(), here).icon(Icon::Move).into(),
        Choice::new(say().card_also_here(), also).icon(Icon::Link).into(),
        Choice::new(say().card_leave(), || ()).icon(Icon::Close).into(),
    ];
    view! { <Menu label=label items at on_close=move |()| shut(state) /> }
}

/// Beside the card's row where the keyboard is in the outline, else beside the card.
fn anchor(state: &ProjectState, card: &CardId) -> Anchor {
    let picture = format!("[data-card=\"{card}\"]");
    let selector = if in_outline(state) { ".row[data-current]" } else { &picture };
    let element = document().query_selector(selector).ok().flatten();
    element.as_ref().map_or(Anchor::point(0.0, 0.0), Anchor::of)
}

fn in_outline(state: &ProjectState) -> bool {
    state.session.view.hand.get_untracked() == Hand::Outline
}

/// Closes the menu, unless what was chosen has opened something else.
fn shut(state: ProjectState) {
    if matches!(state.session.dialog.get_untracked(), Some(Dialog::Menu(_) | Dialog::Dropped(_))) {
        state.session.dialog.set(None);
    }
}

/// The menu beside a card.
#[component]
pub fn CardMenu(
    /// The card.
    card: CardId,
) -> impl IntoView {
    let state = ProjectState::expect();
    let at = anchor(&state, &card);
    let name = state.document.card_now(&card).map(|card| card.text).unwrap_or_default();
    let items = items(state, &card);
    view! { <Menu label=name items at on_close=move |()| shut(state) /> }
}

fn items(state: ProjectState, card: &CardId) -> Vec<Item> {
    let run = |label: &str, keys: &str, icon: Icon, command: Command| -> Item {
        Choice::new(label, move || commands::run(&state, command)).keys(keys).icon(icon).into()
    };
    if !state.role.get_untracked().may(Action::Edit) {
        return vec![run(say().details_title(), "Alt+Shift+D", Icon::Details, Command::Details)];
    }
    let structure = state.document.structure.get_untracked();
    let level = structure.level(card).unwrap_or(Level::Idea);
    let mut items = vec![
        run(say().card_write(), "Enter", Icon::Write, Command::Write),
        run(say().card_add_below(), "", Icon::Plus, Command::Below),
        run(say().card_add_inside(), "", Icon::Inside, Command::Inside),
        Item::Rule,
        run(say().card_move_up(), "Alt+Shift+↑", Icon::ArrowUp, Command::MoveUp),
        run(say().card_move_down(), "Alt+Shift+↓", Icon::ArrowDown, Command::MoveDown),
        run(say().card_promote(), "Alt+Shift+←", Icon::ArrowLeft, Command::Promote),
        run(say().card_demote(), "Alt+Shift+→", Icon::ArrowRight, Command::Demote),
        run(say().card_move_to(), "", Icon::Move, Command::MoveTo),
        Item::Rule,
        run(say().card_link_to(), "Alt+Shift+L", Icon::Link, Command::LinkTo),
        run(say().card_stand_under(), "", Icon::Link, Command::AlsoUnder),
    ];
    let under = state.outline.current.get_untracked().is_some_and(|row| row.under.is_some());
    if under && in_outline(&state) {
        items.push(run(say().card_remove_here(), "", Icon::Unlink, Command::RemoveFromHere));
    }
    for parent in structure.parents(card) {
        items.push(strength(state, card, parent));
        items.push(unlink(state, card, parent));
    }
    items.push(Item::Rule);
    if structure.aim() != Some(card) {
        items.push(Item::Heading(say().card_level().into()));
        items.extend(Level::ALL[1..].iter().map(|other| level_choice(state, card, (level, *other))));
        items.push(Item::Rule);
    }
    items.push(run(say().card_duplicate(), "", Icon::Copy, Command::Duplicate));
    if !structure.children(card).is_empty() {
        let closed = state.session.view.closed.with_untracked(|closed| closed.contains(card));
        items.push(match closed {
            true => run(say().card_expand(), "Ctrl+↓", Icon::ChevronDown, Command::Expand),
            false => run(say().card_collapse(), "Ctrl+↑", Icon::ChevronRight, Command::Collapse),
        });
    }
    items.push(run(say().view_focus(), "", Icon::FitAll, Command::FocusBranch));
    items.push(run(say().details_title(), "Alt+Shift+D", Icon::Details, Command::Details));
    let delete = Choice::new(say().card_delete(), move || commands::run(&state, Command::Delete));
    items.push(delete.keys("Delete").icon(Icon::Delete).state(State::Danger).into());
    items
}

/// Makes a solid link dotted, and a dotted one solid.
fn strength(state: ProjectState, card: &CardId, parent: &CardId) -> Item {
    let key = LinkKey { from: card.clone(), to: parent.clone() };
    let now = state.document.with_project(|project| project.links.get(&key).map(|link| link.strength));
    let name = name(state, parent);
    let (words, next) = match now.unwrap_or_default() {
        Strength::Strong => (say().card_link_dotted(&name), Strength::Weak),
        Strength::Weak => (say().card_link_solid(&name), Strength::Strong),
    };
    let run = move || {
        let change = Change::SetLink(key.clone(), LinkField::Strength(next));
        state.act(|_, _| Ok(Edit::one(change)));
    };
    Choice::new(words, run).icon(Icon::Link).into()
}

/// What a card is called where there is little room.
fn name(state: ProjectState, card: &CardId) -> String {
    state.document.card_now(card).map(|card| card.text.chars().take(40).collect()).unwrap_or_default()
}

fn unlink(state: ProjectState, card: &CardId, parent: &CardId) -> Item {
    let (card, parent) = (card.clone(), parent.clone());
    let name = name(state, &parent);
    let run = move || {
        state.act(|_, _| Ok(action::unlink(&card, &parent)));
    };
    Choice::new(say().card_unlink(&name), run).icon(Icon::Unlink).into()
}

fn level_choice(state: ProjectState, card: &CardId, (now, level): (Level, Level)) -> Item {
    let card = card.clone();
    let run = move || set_level(state, &card, level);
    Choice::new(say().level(level), run)
        .state(if now == level { State::Chosen } else { State::NotChosen })
        .into()
}
