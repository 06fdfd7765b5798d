//! The list of rows: one tab stop, a field over the row one writes in, and of many rows only those near the screen.

use leptos::{html, prelude::*};
use model::CardId;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::row::RowView;
use super::rows::{OutlineRow, RowKey};
use super::window::{ALL, Window};
use super::writing::RowWriter;
use crate::diagram::canvas::press;
use crate::diagram::commands;
use crate::diagram::hands::in_field;
use crate::diagram::keys::{self, Command, Mode};
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::view::Hand;

/// The height of a row of one line, and of each further line, in pixels.
const ROW: f64 = 44.0;
const LINE: f64 = 22.0;
/// What indentation, band and paddings take of a row's width, in pixels.
const FRAME: f64 = 120.0;
/// The room for letters where it is not known yet, in pixels.
const USUAL: f64 = 480.0;
/// The average width of a letter at 16 px, in pixels; the window only needs to be about right.
const LETTER: f64 = 8.0;

/// The outline of the project.
#[component]
pub fn Outline() -> impl IntoView {
    let state = ProjectState::expect();
    let list = NodeRef::<html::Div>::new();
    let seen = RwSignal::new(Seen::default());
    let look = move || {
        if let Some(list) = list.try_get_untracked().flatten() {
            let (top, height) = (f64::from(list.scroll_top()), f64::from(list.client_height()));
            seen.set(Seen { top, height, width: f64::from(list.client_width()) });
        }
    };
    crate::ui::on_size(list, look);
    let window = window(state, list, seen);
    let part = move |linked: bool| {
        let rows = state.outline.rows.get();
        let range = window.read().rows.clone();
        let range = match linked {
            true => range.start.min(rows.linked)..range.end.min(rows.linked),
            false => range.start.max(rows.linked)..range.end.max(rows.linked),
        };
        rows.list[range].iter().map(|row| row.key.clone()).collect::<Vec<RowKey>>()
    };
    let loose = move || state.outline.rows.with(|rows| rows.linked < rows.list.len());
    let room = move |side: fn(&Window) -> f64| move || format!("{}px", side(&window.read()));
    keep_focus(state, list);
    let ready = RwSignal::new(false);
    Effect::new(move |_| {
        if state.document.loaded.get() && !ready.get_untracked() {
            commands::after_paint(move || {
                ready.try_set(true);
            });
        }
    });
    let alone = move || !state.session.view.shows.get().picture();
    view! {
        <div
            class="outline"
            data-cards
            node_ref=list
            tabindex="-1"
            data-diagram=move || alone().then_some("")
            data-ready=move || alone().then(|| ready.get().to_string())
            on:scroll=move |_| look()
            on:focusin=move |_| state.session.view.hand.set(Hand::Outline)
            on:keydown=move |event| key(&state, &event)
        >
            <div class="outline__rows" role="tree" aria-label=say().outline_name() aria-multiselectable="true">
                <div role="none" style:height=room(|window| window.above)></div>
                <For each=move || part(true) key=RowKey::clone let:key><RowView key /></For>
                <Show when=loose>
                    <div role="group" aria-label=say().outline_not_linked()>
                        <p class="outline__heading" aria-hidden="true">{say().outline_not_linked()}</p>
                        <For each=move || part(false) key=RowKey::clone let:key><RowView key /></For>
                    </div>
                </Show>
                <div role="none" style:height=room(|window| window.below)></div>
            </div>
            <RowWriter list />
        </div>
    }
}

/// What of the list is seen, and how wide it is, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Seen {
    top: f64,
    height: f64,
    width: f64,
}

/// Which rows are in the page; the one the keyboard is on is brought into sight.
fn window(state: ProjectState, list: NodeRef<html::Div>, seen: RwSignal<Seen>) -> Memo<Window> {
    let width = Memo::new(move |_| seen.read().width);
    let heights = Memo::new(move |_| {
        let (rows, width) = (state.outline.rows.get(), width.get());
        let many = rows.list.len() > ALL;
        rows.list.iter().map(|row| if many { height(&state, row, width) } else { ROW }).collect::<Vec<f64>>()
    });
    Effect::new(move |_| {
        let Some(at) =
            state.outline.current.get().and_then(|key| state.outline.rows.read_untracked().position(&key))
        else {
            return;
        };
        let Some(list) = list.try_get_untracked().flatten() else { return };
        if heights.with_untracked(Vec::len) > ALL {
            let Seen { top, height, .. } = seen.get_untracked();
            let row: f64 = heights.with_untracked(|heights| heights[..at].iter().sum());
            if row < top || row > top + height {
                list.set_scroll_top((row - height / 2.0) as i32);
            }
        }
    });
    let window = Memo::new(move |_| {
        let Seen { top, height, .. } = seen.get();
        heights.with(|heights| Window::near(heights, top, height))
    });
    Effect::new(move |_| {
        state.outline.drawn.set(window.read().rows.clone());
        keep_keys(&state, list);
    });
    window
}

/// The row the keyboard is on may be scrolled out of the page: then the list hears the keys for it.
fn keep_keys(state: &ProjectState, list: NodeRef<html::Div>) {
    let mine = state.session.view.hand.get_untracked() == Hand::Outline && !state.session.is_busy();
    let Some(list) = list.try_get_untracked().flatten().filter(|_| mine) else { return };
    let drawn = state.outline.drawn.get_untracked();
    let current = state.outline.current.get_untracked();
    let at = current.and_then(|key| state.outline.rows.read_untracked().position(&key));
    if at.is_some_and(|at| !drawn.contains(&at)) && crate::ui::is_free_for(&list) {
        crate::ui::focus_still(&list);
    }
}

fn height(state: &ProjectState, row: &OutlineRow, width: f64) -> f64 {
    let letters = |card: &CardId| {
        state.picture.card(card).map_or(0, |picture| picture.face.read_untracked().card.text.chars().count())
    };
    // Before it stands in the page, the list has no width.
    let room = if width > FRAME { width - FRAME } else { USUAL };
    let lines = (letters(&row.key.card) as f64 * LETTER / room.max(LETTER)).ceil().max(1.0);
    ROW + (lines - 1.0) * LINE
}

/// The keyboard's row has the focus, unless one writes or is somewhere else on the page.
fn keep_focus(state: ProjectState, list: NodeRef<html::Div>) {
    Effect::new(move |_| {
        let current = state.outline.current.get();
        let busy = state.session.is_busy();
        state.outline.rows.track();
        // Who comes back from a panel comes back to the row they were on.
        state.session.current.track();
        state.session.panel.track();
        if let Some(current) = current.filter(|_| !busy) {
            // At once, because a key that is pressed before the next frame is for the row too; and again, because it may
            // have to be drawn first, and what had the focus may be on its way out of the page.
            focus_row(&state, list, &current);
            commands::after_paint(move || focus_row(&state, list, &current));
        }
    });
}

fn focus_row(state: &ProjectState, list: NodeRef<html::Div>, row: &RowKey) {
    let still = state.outline.current.get_untracked().as_ref() == Some(row);
    // Nor is it taken from a text, or from a dialog, that was opened meanwhile.
    if state.session.is_busy() {
        return;
    }
    let mine = state.session.view.hand.get_untracked() == Hand::Outline;
    let Some(list) = list.try_get_untracked().flatten().filter(|_| still) else { return };
    let under = row.under.as_ref().map(ToString::to_string).unwrap_or_default();
    let selector = format!(".row[data-row=\"{}\"][data-under=\"{under}\"]", row.card);
    let element = list.query_selector(&selector).ok().flatten();
    let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    crate::ui::into_sight(&element);
    if mine && crate::ui::is_free_for(&list) {
        crate::ui::focus_still(&element);
    }
}

fn key(state: &ProjectState, event: &KeyboardEvent) {
    if event.is_composing() || event.key_code() == 229 || in_field(event) {
        return;
    }
    let Some(command) = keys::command(&press(event), Mode::OnRow) else { return };
    match command {
        // The browser's own events bring the clipboard.
        Command::Copy | Command::Cut | Command::Paste => return,
        Command::TypeAhead => super::commands::find(state, &event.key()),
        command => commands::run(state, command),
    }
    event.prevent_default();
}
