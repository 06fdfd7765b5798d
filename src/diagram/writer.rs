//! The one text field, laid over the card one writes in (rule D9).

use document::Anchor;
use leptos::{html, prelude::*};
use model::action::{self, NewCard};
use model::{CardId, Change, Edit, TextField};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlTextAreaElement, KeyboardEvent};

use super::canvas::press;
use super::clipboard;
use super::commands::{self, is_draft};
use super::keys::{self, Command, Mode};
use super::picture::CardPicture;
use crate::state::ProjectState;
use crate::state::session::{Dialog, Notice, level_name};

/// What the field knew last: its text, where its caret was, and whether an input method is composing.
#[derive(Default)]
struct Known {
    text: String,
    caret: Option<(Anchor, Anchor)>,
    composing: bool,
}

/// The text field over a card.
#[component]
pub fn Writer(
    /// The card.
    card: CardId,
) -> impl IntoView {
    let state = ProjectState::expect();
    let Some(picture) = state.picture.card(&card) else { return ().into_any() };
    let area = NodeRef::<html::Textarea>::new();
    let known = StoredValue::new(Known::default());
    let card = StoredValue::new(card);
    open(state, area, (card, known));
    follow(&picture, state, area, (card, known));
    offer_restore(state, card);
    on_cleanup(move || state.release());

    let pixels = {
        let place = picture.place.clone();
        move |side: fn(&figure::diagram::Placed) -> f64| {
            let place = place.clone();
            move || format!("{}px", side(&place.read()))
        }
    };
    let level = {
        let face = picture.face.clone();
        move || face.read().card.level
    };
    let label = format!("Text of {}", label(&state, &card.get_value()));
    let input = move |_| {
        if !known.with_value(|known| known.composing) {
            typed(&state, area, (card, known));
        }
    };
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
            style:left=pixels.clone()(|card| card.x)
            style:top=pixels.clone()(|card| card.y)
            style:width=pixels.clone()(|card| card.width)
            style:height=pixels.clone()(|card| card.height)
            on:input=input
            on:beforeinput=move |event: web_sys::InputEvent| history(&state, &event)
            on:compositionstart=move |_| {
                known.update_value(|known| known.composing = true);
                state.hold();
            }
            on:compositionend=move |_| {
                // Where the field is gone, so is what was composed.
                if known.try_update_value(|known| known.composing = false).is_some() {
                    typed(&state, area, (card, known));
                    state.release();
                }
            }
            on:keydown=move |event| key(&state, area, (card, known), &event)
            on:keyup=move |_| remember_caret(&state, area, (card, known))
            on:pointerup=move |_| remember_caret(&state, area, (card, known))
            on:paste=move |event| paste(&state, &card.get_value(), &event)
            on:blur=move |_| {
                // A field that is taken from the page loses the focus after everything of it is gone.
                if let Some(card) = card.try_get_value() {
                    left(&state, &card);
                }
            }
        ></textarea>
        <p class="hint" id="writing-hint"
            style:left=pixels.clone()(|card| card.x)
            style:top=pixels(|card| card.y + card.height + 6.0)>
            "Enter: next · Tab: below · Esc: done"
        </p>
    }
    .into_any()
}

fn label(state: &ProjectState, card: &CardId) -> String {
    let structure = state.picture.structure.get_untracked();
    let level = structure.level(card).map_or("card", level_name).to_lowercase();
    let home = structure.home(card).and_then(|home| state.document.card_now(home));
    home.map_or_else(|| level.clone(), |home| format!("{level}, under {}", home.text))
}

fn field(card: &CardId) -> TextField {
    TextField::CardText(card.clone())
}

/// Fills the field with the card's text, the caret at its end.
fn open(
    state: ProjectState,
    area: NodeRef<html::Textarea>,
    (card, known): (StoredValue<CardId>, StoredValue<Known>),
) {
    Effect::new(move |_| {
        let Some(area) = area.get() else { return };
        let text = text_now(&state, &card.get_value());
        area.set_value(&text);
        known.update_value(|known| known.text.clone_from(&text));
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // The page may be in the background; the field then takes the focus when it comes back.
        area.focus_with_options(&options).ok();
        put_caret(&area, units(&text), units(&text));
        remember_caret_of(&state, &area, (card, known));
    });
}

/// Takes in what others write into the same card, with the caret kept between the same letters.
fn follow(
    picture: &CardPicture,
    state: ProjectState,
    area: NodeRef<html::Textarea>,
    (card, known): (StoredValue<CardId>, StoredValue<Known>),
) {
    let face = picture.face.clone();
    Effect::new(move |_| {
        let text = face.read().card.text.clone();
        let Some(area) = area.get() else { return };
        let stale = known.with_value(|known| known.text != text && !known.composing);
        if !stale {
            return;
        }
        let caret = known.with_value(|known| known.caret.clone());
        area.set_value(&text);
        known.update_value(|known| known.text = text);
        let places = caret.and_then(|(start, end)| {
            state.with_document(|document| Some((document.place(&start)?, document.place(&end)?)))
        });
        if let Some((start, end)) = places {
            put_caret(&area, start, end);
        }
        remember_caret_of(&state, &area, (card, known));
    });
}

/// Somebody deletes the card while one writes in it: what is written is kept, and the card can be brought back.
fn offer_restore(state: ProjectState, card: StoredValue<CardId>) {
    Effect::new(move |was_there: Option<bool>| {
        let card = card.get_value();
        let there = state.picture.structure.with(|structure| structure.seat(&card).is_some());
        if was_there == Some(true) && !there {
            let restore = move || state.dispatch(&action::restore(std::slice::from_ref(&card)));
            let words = "Somebody deleted this card while you were writing in it. Your words are kept.";
            state.session.notify(Notice::text(words).with("Restore the card", restore));
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

/// What was typed becomes one delete and one insert around the caret.
fn typed(
    state: &ProjectState,
    area: NodeRef<html::Textarea>,
    (card, known): (StoredValue<CardId>, StoredValue<Known>),
) {
    let Some(area) = area.get_untracked() else { return };
    let card_id = card.get_value();
    let raw = area.value();
    let text = raw.replace(['\r', '\n'], " ");
    let caret = area.selection_end().ok().flatten().unwrap_or(units(&text));
    if text != raw {
        area.set_value(&text);
        put_caret(&area, caret, caret);
    }
    let before = known.with_value(|known| known.text.clone());
    if let Some(change) = document::text::change(&before, &text, caret) {
        known.update_value(|known| known.text.clone_from(&text));
        write(state, &card_id, change, &text);
    }
    remember_caret_of(state, &area, (card, known));
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

/// The browser's own undo would take back what others wrote; ours takes its place.
fn history(state: &ProjectState, event: &web_sys::InputEvent) {
    match event.input_type().as_str() {
        "historyUndo" => {
            event.prevent_default();
            state.undo();
        }
        "historyRedo" => {
            event.prevent_default();
            state.redo();
        }
        _ => {}
    }
}

fn key(
    state: &ProjectState,
    area: NodeRef<html::Textarea>,
    (card, known): (StoredValue<CardId>, StoredValue<Known>),
    event: &KeyboardEvent,
) {
    event.stop_propagation();
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    let empty_draft = is_draft(state) && area.get_untracked().is_some_and(|area| area.value().is_empty());
    let command = keys::command(&press(event), Mode::Writing);
    if let Some(command) = command.filter(|command| *command != Command::RemoveEmpty || empty_draft) {
        event.prevent_default();
        typed(state, area, (card, known));
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

fn remember_caret(
    state: &ProjectState,
    area: NodeRef<html::Textarea>,
    known: (StoredValue<CardId>, StoredValue<Known>),
) {
    if let Some(area) = area.get_untracked() {
        remember_caret_of(state, &area, known);
    }
}

/// Sticky places of the caret, taken before a remote change moves the letters around it.
fn remember_caret_of(
    state: &ProjectState,
    area: &HtmlTextAreaElement,
    (card, known): (StoredValue<CardId>, StoredValue<Known>),
) {
    let selection = |place: Result<Option<u32>, _>| place.ok().flatten().unwrap_or(0);
    let (start, end) = (selection(area.selection_start()), selection(area.selection_end()));
    let field = field(&card.get_value());
    let caret = state
        .with_document(|document| Some((document.anchor(&field, start)?, document.anchor(&field, end)?)));
    known.update_value(|known| known.caret = caret);
}

fn put_caret(area: &HtmlTextAreaElement, start: u32, end: u32) {
    // Places beyond the text are clamped by the browser.
    area.set_selection_range(start, end).ok();
}

/// The length of a text as browsers count, in UTF-16 units.
fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}
