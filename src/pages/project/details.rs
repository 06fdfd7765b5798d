//! The details of the card one is on, beside the picture.

use leptos::{html, prelude::*};
use model::edit::{CardField, LinkField};
use model::role::Action;
use model::{Card, CardId, Change, Edit, LinkKey, Status, Strength, TextField};

use crate::diagram::canvas::press;
use crate::diagram::keys::{self, Command, Mode};
use crate::diagram::live_text::LiveText;
use crate::language::say;
use crate::state::ProjectState;
use crate::ui::{Button, Icon, IconButton};

/// The panel; it is there while it is open and one is on a card.
#[component]
pub fn Details() -> impl IntoView {
    let state = ProjectState::expect();
    let card = Memo::new(move |_| {
        let current = state.session.current.get().filter(|_| state.session.details.get())?;
        state.document.structure.with(|structure| structure.seat(&current).is_some().then_some(current))
    });
    move || card.get().map(|card| view! { <Panel card /> })
}

#[component]
fn Panel(card: CardId) -> impl IntoView {
    let state = ProjectState::expect();
    let Some(signal) = state.document.card(&card) else { return ().into_any() };
    let close = move |()| state.session.details.set(false);
    let reader = move || !state.role.get().may(Action::Edit);
    let face = signal.clone();
    let title = move || face.read().text.clone();
    let written = {
        let signal = signal.clone();
        move || written_by(&signal.read())
    };
    view! {
        <aside class="details" aria-label=say().details_title() on:keydown=move |event| key(&state, &event)>
            <div class="details__head">
                <h2>{title}</h2>
                <IconButton label=say().details_close() icon=Icon::Close on_press=close />
            </div>
            <p class="list__more">{written}</p>
            <div class="details__body">
                <Note card=card.clone() reader=Signal::derive(reader) />
                <StatusField card=card.clone() reader=Signal::derive(reader) />
                <OwnerField card=card.clone() reader=Signal::derive(reader) />
                <WorksOn card reader=Signal::derive(reader) />
            </div>
        </aside>
    }
    .into_any()
}

/// From the details back to the picture.
fn key(state: &ProjectState, event: &web_sys::KeyboardEvent) {
    let back =
        event.key() == "Escape" || keys::command(&press(event), Mode::OnCard) == Some(Command::Details);
    if back && !event.is_composing() {
        event.prevent_default();
        event.stop_propagation();
        state.session.details.set(false);
    }
}

/// What it is, and who wrote it.
fn written_by(card: &Card) -> String {
    let level = say().level(card.level);
    if card.by.is_empty() { level.to_owned() } else { say().details_written_by(level, &card.by) }
}

fn set(state: &ProjectState, card: &CardId, field: CardField) {
    state.dispatch(&Edit::one(Change::Card(card.clone(), field)));
}

#[component]
fn Note(card: CardId, reader: Signal<bool>) -> impl IntoView {
    let state = ProjectState::expect();
    let signal = state.document.card(&card);
    let note = move || signal.as_ref().map(|card| card.read().note.clone()).unwrap_or_default();
    let live = LiveText::new(state, TextField::CardNote(card));
    let area = NodeRef::<html::Textarea>::new();
    area.on_load({
        let note = note.clone();
        move |area| live.attach(area, &untrack(note))
    });
    live.follow(note);
    view! {
        <label class="field">
            <span class="field__label">{say().details_note()}</span>
            <textarea class="field__input" rows="4" data-card-note readonly=reader node_ref=area
                on:input=move |_| live.typed() on:beforeinput=move |event: web_sys::InputEvent| live.history(&event)
                on:compositionstart=move |_| live.compose() on:compositionend=move |_| live.settle()
                on:keyup=move |_| live.remember_caret() on:pointerup=move |_| live.remember_caret()
                on:blur=move |_| { live.leave(); state.seal(); }></textarea>
        </label>
    }
}

#[component]
fn StatusField(card: CardId, reader: Signal<bool>) -> impl IntoView {
    const ALL: [Status; 6] = [
        Status::Suggested,
        Status::Planned,
        Status::Testing,
        Status::Adopted,
        Status::Parked,
        Status::Stopped,
    ];
    let state = ProjectState::expect();
    let signal = state.document.card(&card);
    let now = Memo::new(move |_| signal.as_ref().and_then(|card| card.read().status));
    let chosen = move |event| {
        let status = event_target_value(&event).parse().ok();
        set(&state, &card, CardField::Status(status));
    };
    let option = move |status: Status| {
        view! { <option value=status.as_str() selected=move || now.get() == Some(status)>{say().status(status)}</option> }
    };
    view! {
        <label class="field">
            <span class="field__label">{say().details_status()}</span>
            <select class="field__input" disabled=reader on:change=chosen>
                <option value="" selected=move || now.get().is_none()>{say().details_status_none()}</option>
                {ALL.map(option).collect_view()}
            </select>
        </label>
    }
}

#[component]
fn OwnerField(card: CardId, reader: Signal<bool>) -> impl IntoView {
    let state = ProjectState::expect();
    let signal = state.document.card(&card);
    let value = move || signal.as_ref().map(|card| card.read().owner.clone()).unwrap_or_default();
    let changed =
        move |event| set(&state, &card, CardField::Owner(event_target_value(&event).trim().to_owned()));
    view! {
        <label class="field">
            <span class="field__label">{say().details_owner()}</span>
            <input class="field__input" type="text" maxlength="200" readonly=reader prop:value=value on:change=changed />
        </label>
    }
}

/// What the card works on: each link solid or dotted, and a way to take it away.
#[component]
fn WorksOn(card: CardId, reader: Signal<bool>) -> impl IntoView {
    let state = ProjectState::expect();
    let card = StoredValue::new(card);
    let links = move || {
        state.document.links.track();
        state.document.structure.with(|structure| {
            let key = |parent: &CardId| LinkKey { from: card.get_value(), to: parent.clone() };
            structure.parents(&card.get_value()).iter().map(key).collect::<Vec<_>>()
        })
    };
    view! {
        <section class="field">
            <h3 class="field__label">{say().details_works_on()}</h3>
            <ul class="list">
                <For each=links key=LinkKey::clone let:link>
                    <LinkRow link reader />
                </For>
            </ul>
        </section>
    }
}

#[component]
fn LinkRow(link: LinkKey, reader: Signal<bool>) -> impl IntoView {
    let state = ProjectState::expect();
    let parent = state.document.card(&link.to);
    let name = move || parent.as_ref().map(|card| card.read().text.clone()).unwrap_or_default();
    let link = StoredValue::new(link);
    let weak = Memo::new(move |_| {
        state.document.links.track();
        let strength = state.document.with_project(|project| {
            project.links.get(&link.get_value()).map_or(Strength::Strong, |link| link.strength)
        });
        strength == Strength::Weak
    });
    let turn = move |()| {
        let strength = if weak.get_untracked() { Strength::Strong } else { Strength::Weak };
        state.dispatch(&Edit::one(Change::SetLink(link.get_value(), LinkField::Strength(strength))));
    };
    let unlink = move |()| {
        state.act(|_, _| Ok(Edit::one(Change::Unlink(link.get_value()))));
    };
    let words = Signal::derive(move || {
        let strength = if weak.get() { Strength::Weak } else { Strength::Strong };
        say().strength(strength).to_owned()
    });
    view! {
        <li class="list__row">
            <span class="list__text">{name}</span>
            <Button label=words attr:title=say().details_press() blocked=reader on_press=turn />
            <IconButton label=say().details_unlink() icon=Icon::Unlink blocked=reader on_press=unlink />
        </li>
    }
}
