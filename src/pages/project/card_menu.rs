//! A card's menu: everything a drag or a key can do with it, in words.

use leptos::prelude::*;
use model::action;
use model::edit::LinkField;
use model::role::Action;
use model::{CardId, Change, Edit, Level, LinkKey, Strength, Structure};

use super::offers::{self, Offer};
use crate::diagram::called::short_name;
use crate::diagram::commands;
use crate::diagram::keys::{self, Command};
use crate::language::say;
use crate::state::ProjectState;
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
    let label = say().card_dropped(&short_name(&state, &dropped.parent));
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
    let selector = if commands::in_outline(state) { ".row[data-current]" } else { &picture };
    let element = document().query_selector(selector).ok().flatten();
    element.as_ref().map_or(Anchor::point(0.0, 0.0), Anchor::of)
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
    let may_edit = state.role.get_untracked().may(Action::Edit);
    let structure = state.document.structure.get_untracked();
    let mut items = if may_edit { to_edit(state, card, &structure) } else { Vec::new() };
    if !structure.children(card).is_empty() {
        let closed = state.session.view.closed.with_untracked(|closed| closed.contains(card));
        items.push(run(state, if closed { Command::Expand } else { Command::Collapse }));
    }
    items.extend([run(state, Command::FocusBranch), run(state, Command::Details)]);
    if may_edit {
        items.push(choice(state, Command::Delete).state(State::Danger).into());
    }
    items
}

/// What only those who may edit can do with a card, but for deleting it.
fn to_edit(state: ProjectState, card: &CardId, structure: &Structure) -> Vec<Item> {
    use Command::*;
    let run = |command| run(state, command);
    let mut items: Vec<Item> = [Write, Below, Inside].map(run).into();
    items.push(Item::Rule);
    items.extend([MoveUp, MoveDown, Promote, Demote, MoveTo].map(run));
    items.push(Item::Rule);
    items.extend([LinkTo, AlsoUnder].map(run));
    let under = state.outline.current.get_untracked().is_some_and(|row| row.under.is_some());
    if under && commands::in_outline(&state) {
        items.push(run(RemoveFromHere));
    }
    items.extend(links(state, card, structure).into_iter().map(Item::from));
    items.push(Item::Rule);
    if structure.aim() != Some(card) {
        let level = structure.level(card).unwrap_or(Level::Idea);
        items.push(Item::Heading(say().card_level().into()));
        items.extend(Level::ALL[1..].iter().map(|other| level_choice(state, card, (level, *other))));
        items.push(Item::Rule);
    }
    items.push(run(Duplicate));
    items
}

/// A command with its words, its drawing and its keys.
fn choice(state: ProjectState, command: Command) -> Choice {
    let offer = offers::of(command);
    let choice =
        Choice::new(offer.map(Offer::label).unwrap_or_default(), move || commands::run(&state, command));
    Choice { icon: offer.and_then(|offer| offer.icon), ..choice.keys(keys::shown_for(command)) }
}

fn run(state: ProjectState, command: Command) -> Item {
    choice(state, command).into()
}

/// What can be done with the links of the card one is on, by whoever may edit.
pub fn of_links(state: ProjectState) -> Vec<Choice> {
    let current = state.session.current.get_untracked();
    let structure = state.document.structure.get_untracked();
    let may_edit = state.role.get_untracked().may(Action::Edit);
    current.filter(|_| may_edit).map(|card| links(state, &card, &structure)).unwrap_or_default()
}

fn links(state: ProjectState, card: &CardId, structure: &Structure) -> Vec<Choice> {
    let of_link = |parent: &CardId| [strength(state, card, parent), unlink(state, card, parent)];
    structure.parents(card).iter().flat_map(of_link).collect()
}

/// Makes a solid link dotted, and a dotted one solid.
fn strength(state: ProjectState, card: &CardId, parent: &CardId) -> Choice {
    let key = LinkKey { from: card.clone(), to: parent.clone() };
    let now = state.document.with_project(|project| project.links.get(&key).map(|link| link.strength));
    let name = short_name(&state, parent);
    let (words, next) = match now.unwrap_or_default() {
        Strength::Strong => (say().card_link_dotted(&name), Strength::Weak),
        Strength::Weak => (say().card_link_solid(&name), Strength::Strong),
    };
    let run = move || {
        let change = Change::SetLink(key.clone(), LinkField::Strength(next));
        state.act(|_, _| Ok(Edit::one(change)));
    };
    Choice::new(words, run).icon(Icon::Link)
}

fn unlink(state: ProjectState, card: &CardId, parent: &CardId) -> Choice {
    let (card, parent) = (card.clone(), parent.clone());
    let name = short_name(&state, &parent);
    let run = move || {
        state.act(|_, _| Ok(action::unlink(&card, &parent)));
    };
    Choice::new(say().card_unlink(&name), run).icon(Icon::Unlink)
}

fn level_choice(state: ProjectState, card: &CardId, (now, level): (Level, Level)) -> Item {
    let card = card.clone();
    let run = move || set_level(state, &card, level);
    Choice::new(say().level(level), run)
        .state(if now == level { State::Chosen } else { State::NotChosen })
        .into()
}
