//! The one text field, laid over the card one writes in (rule D9).

use leptos::{html, prelude::*};
use model::action::{self, NewCard};
use model::{CardId, Change, Edit, Level, TextField};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, KeyboardEvent};

use super::canvas::press;
use super::clipboard;
use super::commands::{self, is_draft};
use super::keys::{self, Command, Mode};
use super::live_text::{LiveText, units};
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::{Dialog, GONE};

/// Where the field stands, in pixels from the upper left of what it is laid over.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub struct Place {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// How long after a tap a browser tells it as one of a mouse, in milliseconds.
const TAP: f64 = 400.0;

/// The text field over a card or a row.
#[component]
pub fn Writer(
    /// The card.
    card: CardId,
    /// Where it is.
    place: Signal<Place>,
) -> impl IntoView {
    let state = ProjectState::expect();
    let Some(picture) = state.picture.card(&card) else { return ().into_any() };
    let area = NodeRef::<html::Textarea>::new();
    let live = LiveText::new(state, field(&card));
    let card = StoredValue::new(card);
    open(state, area, (card, live));
    let face = picture.face.clone();
    live.follow(move || face.read().card.text.clone());
    watch_for_deletion(state, card);
    on_cleanup(move || {
        live.leave();
        state.release();
    });

    let opened_at = js_sys::Date::now();
    let pixels = move |side: fn(&Place) -> f64| move || format!("{}px", side(&place.get()));
    let level = {
        let face = picture.face.clone();
        Memo::new(move |_| face.read().card.level)
    };
    let level = move || level.get();
    let label = label(&state, &card.get_value());
    let typed = move || typed(&state, card, live);
    // What keys do while one writes (keys.md); nothing goes under an idea.
    let hint = move || if level() == Level::Idea { say().card_hint_idea() } else { say().card_hint() };
    view! {
        <textarea
            class="writer"
            node_ref=area
            data-card-text
            data-level=move || level().as_str()
            aria-label=label
            aria-describedby="writing-hint"
            rows="1"
            spellcheck="true"
            style:left=pixels(|place| place.left)
            style:top=pixels(|place| place.top)
            style:width=pixels(|place| place.width)
            style:height=pixels(|place| place.height)
            on:input=move |_| typed()
            on:beforeinput=move |event: web_sys::InputEvent| live.history(&event)
            on:compositionstart=move |_| live.compose()
            on:compositionend=move |_| {
                if live.composed() {
                    typed();
                    state.release();
                }
            }
            on:keydown=move |event| key(&state, (card, live), &event)
            on:keyup=move |_| live.remember_caret()
            on:mousedown=move |event| {
                // The tap that opened the field comes once more as that of a mouse, and would select a word.
                if js_sys::Date::now() - opened_at < TAP {
                    event.prevent_default();
                }
            }
            on:pointerup=move |_| live.remember_caret()
            on:paste=move |event| paste(&state, &card.get_value(), &event)
            on:blur=move |_| {
                // A field that is taken from the page loses the focus after everything of it is gone.
                if let Some(card) = card.try_get_value() {
                    left(&state, &card);
                }
            }
        ></textarea>
        <p class="hint" id="writing-hint"
            style:left=pixels(|place| place.left)
            style:top=pixels(|place| place.top + place.height + 6.0)>
            {hint}
        </p>
    }
    .into_any()
}

fn label(state: &ProjectState, card: &CardId) -> String {
    let structure = state.picture.structure.get_untracked();
    let level = structure.level(card).map_or("card", Level::as_str);
    let home = structure.home(card).and_then(|home| state.document.card_now(home));
    home.map_or_else(|| say().card_text(level), |home| say().card_text_under(level, &home.text))
}

fn field(card: &CardId) -> TextField {
    TextField::CardText(card.clone())
}

/// Fills the field with the card's text, the caret at its end.
fn open(state: ProjectState, area: NodeRef<html::Textarea>, (card, live): (StoredValue<CardId>, LiveText)) {
    Effect::new(move |_| {
        let Some(area) = area.get() else { return };
        live.attach(area.clone(), &text_now(&state, &card.get_value()));
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // The page may be in the background; the field then takes the focus when it comes back.
        area.focus_with_options(&options).ok();
        live.caret_to_end();
    });
}

/// Somebody may delete the card while one writes in it.
fn watch_for_deletion(state: ProjectState, card: StoredValue<CardId>) {
    Effect::new(move |was_there: Option<bool>| {
        let card = card.get_value();
        let there = state.picture.structure.with(|structure| structure.seat(&card).is_some());
        if was_there == Some(true) && !there {
            state.offer_restore(vec![card]);
        }
        if was_there == Some(false) && there {
            state.session.notices.withdraw(GONE);
        }
        there
    });
}

fn text_now(state: &ProjectState, card: &CardId) -> String {
    state
        .picture
        .card(card)
        .map(|picture| picture.face.read_untracked().card.text.clone())
        .unwrap_or_default()
}

fn typed(state: &ProjectState, card: StoredValue<CardId>, live: LiveText) {
    if let Some((change, text)) = live.change() {
        write(state, &card.get_value(), change, &text);
    }
    live.remember_caret();
}

/// Writes a change of text; the first letter of a new card makes the card.
fn write(state: &ProjectState, card: &CardId, change: model::TextChange, text: &str) {
    let draft = state.session.writing.get_untracked().and_then(|writing| writing.draft);
    let Some(spot) = draft else {
        return state.dispatch(&Edit::one(Change::Text(field(card), change)));
    };
    let new = NewCard { id: card.clone(), text: text.to_owned() };
    let pen = state.session.pen();
    let edit = state.document.with_board(|board| action::add(board, &spot, new, &pen));
    state.session.writing.update(|writing| {
        if let Some(writing) = writing {
            writing.draft = None;
        }
    });
    state.picture.draft.set(None);
    state.dispatch(&edit);
}

/// Types a letter at the end of a card that one was only on.
pub fn type_at_end(state: &ProjectState, card: &CardId, letter: &str) {
    let text = text_now(state, card);
    let change = model::TextChange { at: units(&text), delete: 0, insert: letter.to_owned() };
    state.dispatch(&Edit::one(Change::Text(field(card), change)));
}

fn key(state: &ProjectState, (card, live): (StoredValue<CardId>, LiveText), event: &KeyboardEvent) {
    event.stop_propagation();
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    if event.key() == "Tab" && state.session.tab_leaves.get_untracked() {
        return;
    }
    let empty_draft = is_draft(state) && live.is_empty();
    let command = keys::command(&press(event), Mode::Writing);
    if let Some(command) = command.filter(|command| *command != Command::RemoveEmpty || empty_draft) {
        event.prevent_default();
        typed(state, card, live);
        commands::run(state, command);
    }
}

/// One pasted line is text; several become cards after a preview.
fn paste(state: &ProjectState, card: &CardId, event: &ClipboardEvent) {
    event.stop_propagation();
    let text = clipboard::pasted(event);
    if !clipboard::has_lines(&text) {
        return;
    }
    event.prevent_default();
    let writing = state.session.writing.get_untracked();
    let spot = writing.and_then(|writing| writing.draft);
    let spot = spot.or_else(|| state.document.with_board(|board| action::sibling_spot(board, card).ok()));
    if let Some(spot) = spot {
        commands::finish(state);
        state.session.dialog.set(Some(Dialog::Paste(spot, text)));
    }
}

/// The focus went elsewhere on the page: the text stays, and the card is no longer written in.
fn left(state: &ProjectState, card: &CardId) {
    let (state, card) = (*state, card.clone());
    request_animation_frame(move || {
        let same = state
            .session
            .writing
            .with_untracked(|writing| writing.as_ref().is_some_and(|writing| writing.card == card));
        let active = document().active_element();
        let in_writer = active.as_ref().is_some_and(|active| active.class_list().contains("writer"));
        let away = active.is_some_and(|active| active.dyn_ref::<web_sys::HtmlBodyElement>().is_none());
        if same && away && !in_writer {
            commands::finish(&state);
        }
    });
}
