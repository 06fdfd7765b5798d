//! The details of the card one is on, beside the picture.

use std::collections::HashMap;

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use model::edit::CardField;
use model::role::Action;
use model::{Card, CardId, Change, Edit};

use crate::days;
use crate::diagram::canvas::press;
use crate::diagram::commands;
use crate::diagram::keys::{self, Command, Mode};
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::Panel;
use crate::ui::later::{self, Chunk, Fetched};
use crate::ui::{Icon, IconButton, Later};

pub mod address;
pub mod comments;
pub mod evidence;
pub mod fields;
pub mod linked;
pub mod links;
pub mod said;
pub mod segments;
pub mod tags;
pub mod whole;

/// Comments that were begun and not sent, by card: whoever looks elsewhere finds them again.
pub type Unsent = StoredValue<HashMap<CardId, String>>;

/// The panel; it is there while it is open and one is on a card.
#[component]
pub fn Details() -> impl IntoView {
    let state = ProjectState::expect();
    let unsent = Unsent::new(HashMap::new());
    let card = Memo::new(move |_| {
        let current =
            state.session.current.get().filter(|_| state.session.panel.get() == Some(Panel::Details))?;
        state.document.structure.with(|structure| structure.seat(&current).is_some().then_some(current))
    });
    move || {
        let subject = card.get().and_then(|card| Subject::new(state, card));
        subject.map(|subject| {
            let fetch = move || -> Fetched { Box::pin(later(subject, unsent)) };
            view! { <Later fetch=Box::new(fetch) on_close=move |()| leave(&state) /> }
        })
    }
}

/// The panel, fetched when it is first opened.
#[wasm_split(beside, wasm_split_path = leptos::wasm_split, fallible)]
fn later(subject: Subject, unsent: Unsent) -> Chunk {
    later::here(move || view! { <Panel subject unsent /> })
}

/// The card whose details are shown.
#[derive(Clone, Copy)]
pub struct Subject {
    state: ProjectState,
    id: StoredValue<CardId>,
    card: RwSignal<Card>,
}

impl Subject {
    fn new(state: ProjectState, id: CardId) -> Option<Self> {
        let card = RwSignal::from(state.document.card(&id)?);
        Some(Self { state, id: StoredValue::new(id), card })
    }

    /// A part of the card, told only when it changes.
    fn part<Part: PartialEq + Send + Sync + 'static>(self, part: fn(&Card) -> Part) -> Memo<Part> {
        Memo::new(move |_| self.card.with(part))
    }

    fn id(self) -> CardId {
        self.id.get_value()
    }

    /// Sets a field of the card, as a step of its own.
    fn set(self, field: CardField) {
        // What is said as the panel goes has no card any more.
        if let Some(id) = self.id.try_get_value() {
            self.state.seal();
            self.state.dispatch(&Edit::one(Change::Card(id, field)));
            self.state.seal();
        }
    }

    /// Whether one may only read.
    fn reader(self) -> bool {
        !self.state.role.get().may(Action::Edit)
    }
}

#[component]
fn Panel(subject: Subject, unsent: Unsent) -> impl IntoView {
    let Subject { state, .. } = subject;
    let close = move |()| leave(&state);
    let title = subject.part(|card| card.text.clone());
    let level = subject.part(|card| card.level);
    let reader = Memo::new(move |_| subject.reader());
    let title = move || {
        title.with(|title| if title.is_empty() { say().card_empty().to_owned() } else { title.clone() })
    };
    view! {
        <aside class="details" aria-label=say().details_title() on:keydown=move |event| key(&state, &event)>
            <div class="details__head">
                <div class="details__title">
                    <p class="details__level">{move || say().level(level.get())}</p>
                    <h2 tabindex="-1" data-details-title>{title}</h2>
                    <p class="details__by">{move || subject.card.with(written_by)}</p>
                </div>
                <IconButton label=say().details_close() icon=Icon::Close on_press=close />
            </div>
            <div class="details__body">
                <Show when=move || reader.get() fallback=move || view! { <fields::Fields subject /> }>
                    <said::Said subject />
                </Show>
                <links::Links subject reader />
                <evidence::OfCard subject reader />
                <linked::Measures subject />
                <linked::Tests subject />
                <comments::Comments subject reader unsent />
            </div>
        </aside>
    }
}

/// From the details back to the picture.
fn key(state: &ProjectState, event: &web_sys::KeyboardEvent) {
    let back =
        event.key() == "Escape" || keys::command(&press(event), Mode::OnCard) == Some(Command::Details);
    if back && !event.is_composing() {
        event.prevent_default();
        event.stop_propagation();
        leave(state);
    }
}

/// Closes the panel, and goes back to the card. The field one is in is left first, so that what stands in it is kept.
fn leave(state: &ProjectState) {
    if let Some(field) = crate::ui::focused() {
        // What cannot let go of the focus never had it.
        field.blur().ok();
    }
    state.session.panel.set(None);
    commands::back(state);
}

/// Who wrote it, and when, as far as it is known.
fn written_by(card: &Card) -> Option<String> {
    match (card.by.as_str(), days::day(card.at)) {
        ("", None) => None,
        ("", Some(date)) => Some(say().details_written_on(&date)),
        (by, None) => Some(say().details_written_by(by)),
        (by, Some(date)) => Some(say().details_written_by_on(by, &date)),
    }
}
