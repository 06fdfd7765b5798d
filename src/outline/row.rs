//! One row of the outline: its band, its text, its status, who is in it, and its name for those who listen.

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use model::structure::Place;
use model::{Card, CardId, Status};

use super::commands;
use super::rows::{OutlineRow, RowKey};
use crate::diagram::badges::Badges;
use crate::diagram::called::{StatusChip, short};
use crate::diagram::card::{hue, spoken, token};
use crate::diagram::commands as cards;
use crate::diagram::keys::Command;
use crate::diagram::{part, select};
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::view::Hand;
use crate::ui::{Icon, IconSize, IconView};

/// A row.
#[component]
pub fn RowView(
    /// Which row.
    key: RowKey,
) -> impl IntoView {
    let state = ProjectState::expect();
    let Some(picture) = state.picture.card(&key.card) else { return ().into_any() };
    let card = key.card.clone();
    let seat = {
        let key = key.clone();
        Memo::new(move |_| state.outline.rows.read().row(&key).cloned())
    };
    let of_seat = move |number: fn(&OutlineRow) -> usize| {
        move || seat.read().as_ref().map(|row| number(row).to_string())
    };
    let places = (
        custom_attribute("aria-level", of_seat(|row| row.depth)),
        custom_attribute("aria-posinset", of_seat(|row| row.position)),
        custom_attribute("aria-setsize", of_seat(|row| row.of)),
    );
    let also = Memo::new(move |_| seat.read().as_ref().is_some_and(|row| row.place == Place::Also));
    let open = Memo::new(move |_| seat.read().as_ref().and_then(|row| row.open));
    let current = {
        let key = key.clone();
        Memo::new(move |_| state.outline.current.read().as_ref() == Some(&key))
    };
    let chosen = state.session.is_subject(&card);
    let stop = {
        let key = key.clone();
        Memo::new(move |_| tab_stop(&state).as_ref() == Some(&key))
    };
    let here = {
        let card = card.clone();
        Memo::new(move |_| state.presence.in_card(&card))
    };
    let branch = {
        let card = card.clone();
        Memo::new(move |_| {
            state.picture.placed.with(|placed| hue(placed.card(&card).and_then(|card| card.branch)))
        })
    };
    let colour = {
        let card = card.clone();
        Memo::new(move |_| {
            let colouring = state.picture.colouring.read();
            colouring.as_ref().map(|colouring| token(colouring.card(&card)))
        })
    };
    let face = picture.face;
    let (level, text, status) = (
        of_card(face.clone(), |card| card.level.as_str()),
        of_card(face.clone(), |card| card.text.clone()),
        of_card(face.clone(), |card| card.status),
    );
    let counts = {
        let face = face.clone();
        Memo::new(move |_| face.read().counts)
    };
    let badged = card.clone();
    let in_full = {
        let card = card.clone();
        move || also.get().then(|| home_name(&state, &card))
    };
    let name = {
        let (spoken, in_full) = (spoken(state, card.clone(), (face, here)), in_full.clone());
        move || match in_full() {
            Some(home) => say().outline_pointer(&text.get(), &home),
            None => spoken(),
        }
    };
    // Where the keyboard was before the press brought it here.
    let was_on = StoredValue::new(None);
    let pressed = move |_| {
        let here = state.session.view.hand.get_untracked() == Hand::Outline;
        was_on.set_value(state.outline.current.get_untracked().filter(|_| here));
    };
    let tapped = {
        let key = key.clone();
        move |event: web_sys::MouseEvent| tap(&state, &key, was_on.get_value(), &event)
    };
    let menu = {
        let key = key.clone();
        move |event: web_sys::MouseEvent| {
            event.prevent_default();
            select::take_up(&state, &key.card);
            commands::go_to(&state, &key);
            cards::run(&state, Command::Menu);
        }
    };
    let enter = {
        let key = key.clone();
        move |_| {
            if state.outline.current.get_untracked().as_ref() != Some(&key) {
                commands::go_to(&state, &key);
            }
        }
    };
    let turn = {
        let card = card.clone();
        move |event: web_sys::MouseEvent| {
            event.stop_propagation();
            part::turn(&state, &card);
        }
    };
    let mine = {
        let card = card.clone();
        Memo::new(move |_| {
            let writing = state
                .session
                .writing
                .with(|writing| writing.as_ref().is_some_and(|writing| writing.card == card));
            writing && current.get()
        })
    };
    let alone = move || !state.session.view.shows.get().picture();
    view! {
        <div
            class="row"
            role="treeitem"
            {..places}
            data-row=card.to_string()
            data-under=key.under.as_ref().map(ToString::to_string).unwrap_or_default()
            data-card=move || alone().then(|| card.to_string())
            data-level=move || level.get()
            data-hue=move || branch.get()
            style=("--hue", move || colour.get())
            data-reference=move || also.get().then_some("")
            data-current=move || current.get().then_some("")
            data-selected=move || chosen.get().then_some("")
            data-mine=move || mine.get().then_some("")
            data-writing=move || (!here.read().is_empty()).then_some("")
            aria-label=name
            aria-expanded=move || open.get().map(|open| open.to_string())
            aria-selected=move || chosen.get().to_string()
            tabindex=move || if stop.get() { "0" } else { "-1" }
            on:focus=enter
            on:pointerdown=pressed
            on:click=tapped
            on:contextmenu=menu
        >
            <span class="row__turn" aria-hidden="true" data-open=move || open.get().map(|open| open.to_string()) on:click=turn>
                {move || open.get().map(|open| {
                    let icon = if open { Icon::ChevronDown } else { Icon::ChevronRight };
                    view! { <IconView icon size=IconSize::Small /> }
                })}
            </span>
            <span class="row__band" aria-hidden="true"></span>
            <span class="row__line">
                <span class="row__text" aria-hidden="true">{move || also.get().then_some("↪ ")}{move || text.get()}</span>
                {move || in_full().map(|home| view! { <span class="row__more" aria-hidden="true">" "{say().outline_in_full(&home)}</span> })}
                {move || (!also.get()).then(|| status.get().map(chip))}
                {move || (!also.get()).then(|| view! { <Badges card=badged.clone() counts=counts.get() /> })}
                {who(here)}
            </span>
        </div>
    }
    .into_any()
}

fn of_card<T: PartialEq + Send + Sync + 'static>(
    face: ArcRwSignal<std::sync::Arc<crate::diagram::picture::Face>>,
    part: fn(&Card) -> T,
) -> Memo<T> {
    Memo::new(move |_| part(&face.read().card))
}

fn chip(status: Status) -> impl IntoView {
    view! { " "<StatusChip status attr:aria-hidden="true" /> }
}

fn who(here: Memo<Vec<crate::state::presence::Participant>>) -> impl IntoView {
    move || {
        here.with(|here| {
            let person = |other: &crate::state::presence::Participant| {
                let name = other.presence.name.clone();
                view! { " "<span class="row__who" aria-hidden="true" data-who=name data-hue=other.presence.color.to_string()></span> }
            };
            here.iter().take(2).map(person).collect_view()
        })
    }
}

/// What the card is called under which a shared one is written out.
fn home_name(state: &ProjectState, card: &CardId) -> String {
    let home = state.picture.structure.with(|structure| structure.home(card).cloned());
    let home = home.and_then(|home| state.document.card(&home));
    home.map(|home| short(&home.read().text)).unwrap_or_default()
}

/// The row that Tab leads to: the one the keyboard is on, else the first that is in the page.
fn tab_stop(state: &ProjectState) -> Option<RowKey> {
    let (rows, drawn) = (state.outline.rows.read(), state.outline.drawn.get());
    let current = state.outline.current.get();
    current
        .filter(|key| rows.position(key).is_some_and(|at| drawn.contains(&at)))
        .or_else(|| rows.list.get(drawn.start).map(|row| row.key.clone()))
}

fn tap(state: &ProjectState, key: &RowKey, was_on: Option<RowKey>, event: &web_sys::MouseEvent) {
    // A second tap on a row writes.
    let again = was_on.as_ref() == Some(key);
    if event.shift_key() {
        return select::select_too(state, was_on.map(|row| row.card), key.card.clone());
    }
    let several = state.session.selected.with_untracked(|selected| !selected.is_empty());
    state.session.selected.update(|selected| selected.clear());
    if again && !several {
        commands::go_to(state, key);
        cards::write(state, key.card.clone());
    }
}
