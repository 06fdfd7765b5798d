//! Which part of the diagram is on the page: the fields of the filter, and, whenever not everything is shown, how much.

use std::collections::BTreeSet;

use leptos::prelude::*;
use model::Status;
use model::shown::{Choices, Filter, choices};

use crate::language::say;
use crate::state::ProjectState;
use crate::ui::menu::State;
use crate::ui::{Button, Choice, Icon, IconButton, Item, Kind, MenuButton};

/// The filter while it is open, and what is shown while that is not everything.
#[component]
pub fn PartBar() -> impl IntoView {
    let view = ProjectState::expect().session.view;
    view! {
        <Show when=move || view.filtering.get()><Fields /></Show>
        <Shown />
    }
}

#[component]
fn Fields() -> impl IntoView {
    let state = ProjectState::expect();
    let view = state.session.view;
    let leave = move || {
        shut(&state);
        crate::diagram::commands::back(&state);
    };
    let key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            leave();
        }
    };
    let text = move || view.filter.with(|filter| filter.text.clone());
    let typed = move |event| view.filter.update(|filter| filter.text = event_target_value(&event));
    view! {
        <div class="filter" role="search" aria-label=say().view_filter() on:keydown=key>
            <input class="field__input filter__text" type="search" data-filter-text maxlength="200" autocomplete="off"
                aria-label=say().filter_text() placeholder=say().filter_text() prop:value=text on:input=typed />
            <MenuButton label=Signal::derive(move || named(say().filter_tag(), view.filter.with(|filter| filter.tags.len()))) items=Callback::new(move |()| tags(state)) />
            <MenuButton label=Signal::derive(move || named(say().filter_owner(), view.filter.with(|filter| filter.owners.len()))) items=Callback::new(move |()| owners(state)) />
            <MenuButton label=Signal::derive(move || named(say().filter_status(), view.filter.with(|filter| filter.statuses.len()))) items=Callback::new(move |()| statuses(state)) />
            <IconButton label=say().filter_close() icon=Icon::Close on_press=move |()| leave() />
        </div>
    }
}

/// Shuts the filter; everything is shown again but what is closed or stands alone.
pub fn shut(state: &ProjectState) {
    state.session.view.filter.set(Filter::default());
    state.session.view.filtering.set(false);
}

/// A part of the filter, with how many of it are chosen.
fn named(name: &str, chosen: usize) -> String {
    if chosen == 0 { name.to_owned() } else { say().filter_chosen(name, chosen) }
}

fn in_use(state: ProjectState) -> Choices {
    let structure = state.document.structure.get_untracked();
    state.document.with_project(|project| choices(project, &structure))
}

fn tags(state: ProjectState) -> Vec<Item> {
    let row =
        |(tag, count): (String, usize)| toggle(state, |filter| &mut filter.tags, (tag.clone(), tag, count));
    or_none(in_use(state).tags.into_iter().map(row).collect(), say().filter_no_tags())
}

fn owners(state: ProjectState) -> Vec<Item> {
    let row = |(owner, count): (String, usize)| {
        let name = if owner.is_empty() { say().picture_nobody().to_owned() } else { owner.clone() };
        toggle(state, |filter| &mut filter.owners, (owner, name, count))
    };
    or_none(in_use(state).owners.into_iter().map(row).collect(), say().filter_no_owners())
}

fn statuses(state: ProjectState) -> Vec<Item> {
    let row = |(status, count): (Status, usize)| {
        toggle(state, |filter| &mut filter.statuses, (status, say().status(status).to_owned(), count))
    };
    or_none(in_use(state).statuses.into_iter().map(row).collect(), say().filter_no_statuses())
}

fn or_none(items: Vec<Item>, none: &str) -> Vec<Item> {
    // A menu without anything to be on would not get the keyboard.
    let nothing = || Choice::new(none, || ()).state(State::Blocked(String::new()));
    if items.is_empty() { vec![nothing().into()] } else { items }
}

/// A line that takes a value into the filter, or out of it.
fn toggle<T: Ord + Clone + Send + Sync + 'static>(
    state: ProjectState,
    set: fn(&mut Filter) -> &mut BTreeSet<T>,
    (value, name, count): (T, String, usize),
) -> Item {
    let mut now = state.session.view.filter.get_untracked();
    let chosen = set(&mut now).contains(&value);
    let turn = move || {
        state.session.view.filter.update(|filter| {
            let values = set(filter);
            if !values.remove(&value) {
                values.insert(value.clone());
            }
        });
    };
    Choice::new(say().filter_count(&name, count), turn)
        .state(if chosen { State::Ticked } else { State::NotTicked })
        .into()
}

/// "12 of 60 shown – clear", and which branch stands alone.
#[component]
fn Shown() -> impl IntoView {
    let state = ProjectState::expect();
    let view = state.session.view;
    let focus = Memo::new(move |_| {
        let card = view.focus.get()?;
        state.document.card(&card).map(|card| card.read().text.clone())
    });
    let shown =
        Memo::new(move |_| state.picture.part.with(|part| part.shown().map(|shown| (shown, part.of))));
    let words = move || {
        let (count, of) = shown.get()?;
        Some(match focus.get() {
            Some(name) => say().part_branch(&name, count, of),
            None => say().part_shown(count, of),
        })
    };
    let nothing = move || shown.get().is_some_and(|(count, _)| count == 0);
    view! {
        <div class="part" data-shown=move || shown.get().map(|(count, _)| count.to_string()) hidden=move || shown.get().is_none()>
            <p role="status" class="part__words">{words}{move || nothing().then(|| format!(". {}", say().part_nothing()))}</p>
            <Show when=move || shown.get().is_some()>
                <Button label=say().part_clear() kind=Kind::Link on_press=move |()| view.show_all() />
            </Show>
        </div>
    }
}
