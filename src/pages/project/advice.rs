//! Advice on the project beside the picture: what needs attention, findings under six headings, and what was put aside.

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use model::check::Heading;
use model::edit::Presence;
use model::role::Action;
use model::{CardId, Change, Edit};
use wasm_bindgen::JsCast;
use words::Words;

use crate::diagram::commands;
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::view::is_narrow;
use crate::state::session::{ADVICE, Notice, Panel};
use crate::ui::later::{self, Chunk, Fetched};
use crate::ui::{Button, Icon, IconButton, Kind, Later, after_paint, focus_at};

pub mod found;
pub mod matters;

/// A heading and what it asks.
type Asks = (Heading, fn(Words) -> &'static str);

/// What each heading asks, for whoever has nothing to look at yet.
const ASKS: [Asks; 6] = [
    (Heading::Aim, Words::advice_looks_aim),
    (Heading::Overview, Words::advice_looks_overview),
    (Heading::Clarity, Words::advice_looks_clarity),
    (Heading::Causes, Words::advice_looks_causes),
    (Heading::Evidence, Words::advice_looks_evidence),
    (Heading::Measurement, Words::advice_looks_measurement),
];

/// The name of the button, with how much there is to look at.
pub fn name(state: &ProjectState) -> String {
    match state.advice.now.read().count() {
        0 => say().advice_title().to_owned(),
        count => say().advice_count(count),
    }
}

/// Whether the panel is open.
pub fn is_open(state: &ProjectState) -> bool {
    state.session.panel.get() == Some(Panel::Check)
}

/// Opens the panel with the keyboard in it.
pub fn open(state: &ProjectState) {
    commands::finish(state);
    state.session.view.show_diagram();
    state.advice.look(state);
    state.session.panel.set(Some(Panel::Check));
    after_paint(|| later::focus_first(vec!["[data-advice-title]".into()]));
}

/// Opens the panel, or shuts it.
pub fn turn(state: &ProjectState) {
    if state.session.panel.get_untracked() == Some(Panel::Check) {
        state.session.panel.set(None);
    } else {
        open(state);
    }
}

/// The panel; it is there while it is open.
#[component]
pub fn Advice() -> impl IntoView {
    let state = ProjectState::expect();
    let fetch = || -> Fetched { Box::pin(later()) };
    view! {
        <Show when=move || is_open(&state)>
            <Later fetch=Box::new(fetch) on_close=move |()| leave(&state) />
        </Show>
    }
}

/// The panel, fetched when it is first opened.
#[wasm_split(beside, wasm_split_path = leptos::wasm_split, fallible)]
fn later() -> Chunk {
    later::here(|| view! { <Sheet /> })
}

#[component]
fn Sheet() -> impl IntoView {
    let state = ProjectState::expect();
    let count = Memo::new(move |_| state.advice.now.read().count());
    let looked = Memo::new(move |_| state.advice.now.read().looked);
    let aside = Memo::new(move |_| state.advice.now.read().dismissed.len());
    let said = move || match (looked.get(), count.get()) {
        (false, _) => String::new(),
        (true, 0) => say().advice_fine().to_owned(),
        (true, count) => say().advice_found(count),
    };
    view! {
        <aside class="details advice" aria-label=say().advice_title() on:keydown=move |event| key(&state, &event)>
            <div class="details__head">
                <div class="details__title">
                    <h2 tabindex="-1" data-advice-title>{say().advice_title()}</h2>
                    <p class="details__by" role="status" data-advice-count>{said}</p>
                </div>
                <IconButton label=say().advice_close() icon=Icon::Close on_press=move |()| leave(&state) />
            </div>
            <div class="details__body">
                <Show when=move || !looked.get()><Teaching /></Show>
                <Show when=move || looked.get() && count.get() == 0>
                    <p>{say().advice_fine_looked()}</p>
                </Show>
                <matters::Matters />
                {Heading::ALL.map(|heading| view! { <found::Under heading /> }).collect_view()}
                <Show when=move || aside.get() != 0><found::Aside /></Show>
            </div>
        </aside>
    }
}

/// What will be looked at.
#[component]
fn Teaching() -> impl IntoView {
    let row = |(heading, asks): Asks| {
        view! { <li><strong>{say().heading(heading)}</strong>": "{asks(say())}</li> }
    };
    view! {
        <p>{say().advice_empty()}</p>
        <ul class="advice__list">{ASKS.map(row).collect_view()}</ul>
    }
}

/// From the panel back to the picture.
fn key(state: &ProjectState, event: &web_sys::KeyboardEvent) {
    if event.key() == "Escape" {
        event.prevent_default();
        event.stop_propagation();
        leave(state);
    }
}

fn leave(state: &ProjectState) {
    state.session.panel.set(None);
    commands::back(state);
}

/// Whether this page may mend what it lists.
fn may_edit(state: ProjectState) -> impl Fn() -> bool + Copy + Send + Sync {
    move || state.role.get().may(Action::Edit)
}

/// Puts the keyboard on a card. Where the panel covers the picture, it makes way.
fn go(state: &ProjectState, card: &CardId) {
    if is_narrow() {
        state.session.panel.set(None);
    }
    commands::go_to(state, card);
    commands::back(state);
}

/// What a card is called, as it is now.
fn card_name(state: &ProjectState, card: &CardId) -> String {
    let text = state.document.card(card).map(|card| card.read().text.trim().to_owned()).unwrap_or_default();
    if text.is_empty() { say().attention_no_text().to_owned() } else { text }
}

/// Says "not for us" for the whole team.
fn put_aside(state: &ProjectState, key: String) {
    if !state.may_edit() {
        return;
    }
    set_aside(state, &key, Presence::Present);
    let state = *state;
    let take_up = move || set_aside(&state, &key, Presence::Absent);
    let notice = Notice::text(say().advice_put_aside()).about(ADVICE);
    state.session.notify(notice.with(say().project_undo(), take_up));
}

/// Takes up again what the team had put aside.
fn take_up(state: &ProjectState, key: &str) {
    state.session.notices.withdraw(ADVICE);
    set_aside(state, key, Presence::Absent);
}

fn set_aside(state: &ProjectState, key: &str, presence: Presence) {
    state.seal();
    state.dispatch(&Edit::one(Change::Dismiss(key.to_owned(), presence)));
    state.seal();
    settle(state);
}

/// Looks again after something was done here. A button that went with what it mended must not take the keyboard along.
fn settle(state: &ProjectState) {
    state.advice.look(state);
    after_paint(|| {
        let active = document().active_element();
        if active.is_none_or(|active| active.dyn_ref::<web_sys::HtmlBodyElement>().is_some()) {
            focus_at("[data-advice-title]");
        }
    });
}

/// A button that leads to a card, named by it.
#[component]
fn Go(
    /// The card.
    card: CardId,
) -> impl IntoView {
    let state = ProjectState::expect();
    let label = say().advice_go_name(&card_name(&state, &card));
    view! {
        <Button attr:aria-label=label label=say().advice_go() kind=Kind::Link on_press=move |()| go(&state, &card) />
    }
}
