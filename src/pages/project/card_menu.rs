//! A card's menu: everything a drag or a key can do with it, in words.

use leptos::prelude::*;
use model::action;
use model::role::Action;
use model::{CardId, Level};

use crate::diagram::commands;
use crate::diagram::keys::Command;
use crate::state::ProjectState;
use crate::state::session::level_name;
use crate::ui::menu::State;
use crate::ui::{Anchor, Choice, Icon, Item, Menu};

/// The menu beside a card.
#[component]
pub fn CardMenu(
    /// The card.
    card: CardId,
) -> impl IntoView {
    let state = ProjectState::expect();
    let element = document().query_selector(&format!("[data-card=\"{card}\"]")).ok().flatten();
    let at = element.as_ref().map_or(Anchor::point(0.0, 0.0), Anchor::of);
    let name = state.document.card_now(&card).map(|card| card.text).unwrap_or_default();
    let items = items(state, &card);
    let close = move |()| {
        if matches!(state.session.dialog.get_untracked(), Some(crate::state::session::Dialog::Menu(_))) {
            state.session.dialog.set(None);
        }
    };
    view! { <Menu label=name items at on_close=close /> }
}

fn items(state: ProjectState, card: &CardId) -> Vec<Item> {
    let run = |label: &str, keys: &str, icon: Icon, command: Command| -> Item {
        Choice::new(label, move || commands::run(&state, command)).keys(keys).icon(icon).into()
    };
    if !state.role.get_untracked().may(Action::Edit) {
        return vec![run("Details", "Alt+Shift+D", Icon::Details, Command::Details)];
    }
    let structure = state.document.structure.get_untracked();
    let level = structure.level(card).unwrap_or(Level::Idea);
    let mut items = vec![
        run("Write", "Enter", Icon::Write, Command::Write),
        run("Add below", "Enter", Icon::Plus, Command::Below),
        run("Add inside", "Tab", Icon::Inside, Command::Inside),
        Item::Rule,
        run("Move up", "Alt+Shift+↑", Icon::ArrowUp, Command::MoveUp),
        run("Move down", "Alt+Shift+↓", Icon::ArrowDown, Command::MoveDown),
        run("Promote", "Alt+Shift+←", Icon::ArrowLeft, Command::Promote),
        run("Demote", "Alt+Shift+→", Icon::ArrowRight, Command::Demote),
        run("Move to…", "", Icon::Move, Command::MoveTo),
        Item::Rule,
        run("Link to…", "Alt+Shift+L", Icon::Link, Command::LinkTo),
        run("Also under…", "", Icon::Link, Command::AlsoUnder),
    ];
    for parent in structure.parents(card) {
        items.push(unlink(state, card, parent));
    }
    items.push(Item::Rule);
    if structure.aim() != Some(card) {
        items.push(Item::Heading("Level".into()));
        items.extend(Level::ALL[1..].iter().map(|other| level_choice(state, card, (level, *other))));
        items.push(Item::Rule);
    }
    items.push(run("Details", "Alt+Shift+D", Icon::Details, Command::Details));
    let delete = Choice::new("Delete", move || commands::run(&state, Command::Delete));
    items.push(delete.keys("Delete").icon(Icon::Delete).state(State::Danger).into());
    items
}

fn unlink(state: ProjectState, card: &CardId, parent: &CardId) -> Item {
    let (card, parent) = (card.clone(), parent.clone());
    let name = state.document.card_now(&parent).map(|card| card.text).unwrap_or_default();
    let name: String = name.chars().take(40).collect();
    let run = move || {
        state.act(|_, _| Ok(action::unlink(&card, &parent)));
    };
    Choice::new(format!("Unlink from “{name}”"), run).icon(Icon::Unlink).into()
}

fn level_choice(state: ProjectState, card: &CardId, (now, level): (Level, Level)) -> Item {
    let card = card.clone();
    let run = move || {
        state.act(|board, _| action::set_level(board, &card, level));
    };
    Choice::new(level_name(level), run)
        .state(if now == level { State::Chosen } else { State::NotChosen })
        .into()
}
