//! What hands do in the grid: keys, mouse and clipboard, as in a spreadsheet.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent};

use super::grid::{Grid, Place};
use super::rows::NEW;
use super::shape::Column;
use crate::diagram::canvas::press;
use crate::diagram::clipboard::pasted;
use crate::diagram::keys::{self, Command, Mode};
use crate::ui::{after_paint, is_nowhere};

/// The field that an event came to.
pub fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// Keeps what is being written in a cell when the page is left.
pub fn keep_on_leaving(grid: Grid) {
    let leaving = window_event_listener(leptos::ev::beforeunload, move |_| {
        let active =
            document().active_element().and_then(|active| active.dyn_into::<HtmlInputElement>().ok());
        let Some((input, place)) = active.and_then(|input| Some((input.clone(), place_of(&input)?))) else {
            return;
        };
        let shape = grid.shape.get_untracked();
        let is_text = input.type_() != "checkbox";
        if is_text && input.value() != untrack(|| grid.shown(&place.0, shape.column(place.1))) {
            grid.write(&place, &input.value());
        }
    });
    on_cleanup(move || leaving.remove());
}

/// The cell an input stands in.
fn place_of(input: &HtmlInputElement) -> Option<Place> {
    let row = input.closest("[data-row]").ok().flatten()?.get_attribute("data-row")?;
    Some((row, input.get_attribute("data-column")?.parse().ok()?))
}

/// The cell that the pointer is over.
fn under(event: &Event) -> Option<Place> {
    let cell = event.target()?.dyn_into::<Element>().ok()?.closest(".grid__cell").ok().flatten()?;
    let input = cell.query_selector("input").ok().flatten()?.dyn_into().ok()?;
    place_of(&input)
}

/// With Shift, everything up to the pressed cell is selected; without it nothing but that.
pub fn pressed(grid: Grid, event: &MouseEvent) {
    let before = grid.at.get_untracked();
    match under(event) {
        Some(place) if event.shift_key() && before.is_some() && before.as_ref() != Some(&place) => {
            event.prevent_default();
            grid.corner.set(Some(place));
        }
        _ => grid.corner.set(None),
    }
    grid.begun.set_value(None);
}

/// What a mouse is drawn over with its button held is selected.
pub fn dragged(grid: Grid, event: &PointerEvent) {
    let is_held = event.buttons() & 1 == 1 && event.pointer_type() == "mouse";
    let (Some(place), Some(at)) = (under(event).filter(|_| is_held), grid.at.get_untracked()) else { return };
    let corner = Some(place).filter(|place| *place != at);
    if grid.corner.get_untracked() != corner {
        grid.corner.set(corner);
    }
}

/// Gives the keyboard to a cell.
fn go((row, column): &Place) {
    crate::ui::focus_at(&format!("[data-row=\"{row}\"] [data-column=\"{column}\"]"));
}

/// Whether a cell can have the keyboard.
fn can_take(place: &Place) -> bool {
    element(place).is_some_and(|cell| !cell.has_attribute("disabled"))
}

fn element((row, column): &Place) -> Option<Element> {
    let cell = format!("[data-row=\"{row}\"] [data-column=\"{column}\"]");
    document().query_selector(&cell).ok().flatten()
}

/// Of all cells one is reached by Tab: the one that had the keyboard last, else the one that is written next.
pub fn stop_at(grid: Grid, before: Option<Place>) -> Option<Place> {
    let next = || {
        let key = untrack(|| grid.keys.with(|keys| keys.get(grid.next()).cloned()))?;
        let column = if key == NEW { Column::Date } else { Column::Part(0) };
        Some((key, grid.shape.get_untracked().place(column)))
    };
    let at = grid.at.get_untracked().filter(|at| element(at).is_some()).or_else(next);
    for (place, stop) in [(&before, "-1"), (&at, "0")] {
        if let Some(cell) = place.as_ref().and_then(element) {
            cell.set_attribute("tabindex", stop).expect("every element takes this attribute");
        }
    }
    at
}

/// Keys, as in a spreadsheet.
pub fn key(grid: Grid, event: &KeyboardEvent) {
    let Some(input) = input_of(event).filter(|_| !event.is_composing()) else { return };
    let Some(place) = place_of(&input) else { return };
    let shape = grid.shape.get_untracked();
    let (command, shift) = (event.ctrl_key() || event.meta_key(), event.shift_key());
    let is_clean = input.value() == untrack(|| grid.shown(&place.0, shape.column(place.1)));
    let length = input.value().encode_utf16().count() as u32;
    let (from, to) = (
        input.selection_start().ok().flatten().unwrap_or(0),
        input.selection_end().ok().flatten().unwrap_or(0),
    );
    let whole = is_clean && from == 0 && to == length;
    let side = |column: usize| (column < shape.columns()).then(|| (place.0.clone(), column));
    // Enter goes back to where Tab began.
    let begun = grid.begun.get_value().filter(|_| matches!(event.key().as_str(), "Enter" | "Tab"));
    let home = (place.0.clone(), begun.unwrap_or(place.1));
    let target = match event.key().as_str() {
        "ArrowUp" => grid.beside(&place, -1),
        "ArrowDown" => grid.beside(&place, 1),
        "Enter" if !command => grid.beside(&home, if shift { -1 } else { 1 }),
        "ArrowLeft" if whole || (to == 0 && from == 0) => place.1.checked_sub(1).and_then(side),
        "ArrowRight" if whole || (from == length && to == length) => side(place.1 + 1),
        // Through the row; from its end on to what stands behind the grid.
        "Tab" if !command => match if shift { place.1.checked_sub(1) } else { Some(place.1 + 1) } {
            Some(column) if can_take(&(place.0.clone(), column)) => Some((place.0.clone(), column)),
            _ => return,
        },
        "Home" if command => grid.keys.with_untracked(|keys| keys.first().map(|key| (key.clone(), place.1))),
        "End" if command => grid.keys.with_untracked(|keys| keys.last().map(|key| (key.clone(), place.1))),
        "Escape" => {
            let shown = untrack(|| grid.shown(&place.0, shape.column(place.1)));
            input.set_value(&shown);
            input.select();
            grid.corner.set(None);
            event.prevent_default();
            event.stop_propagation();
            return;
        }
        "F2" => {
            input.set_selection_range(length, length).ok();
            event.prevent_default();
            return;
        }
        "Delete" | "Backspace" if grid.corner.with_untracked(Option::is_some) => {
            event.prevent_default();
            grid.clear();
            return stay(grid, place);
        }
        "Delete" if whole && place.1 > 0 => {
            event.prevent_default();
            return grid.write(&place, "");
        }
        "d" if command && !shift => {
            event.prevent_default();
            return grid.fill();
        }
        // What is being written is taken back by the browser, what is written by the project.
        _ if is_clean => {
            let state = grid.subject.state;
            match keys::command(&press(event), Mode::OnCard) {
                Some(Command::Undo) => state.undo(),
                Some(Command::Redo) => state.redo(),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
            return;
        }
        _ => return,
    };
    event.prevent_default();
    if shift && event.key().starts_with("Arrow") {
        return extend(grid, place, event.key().as_str());
    }
    grid.corner.set(None);
    grid.begun.set_value(Some(home.1).filter(|_| event.key() == "Tab"));
    match target {
        Some(target) => go(&target),
        // What was written makes the next row, once it is kept.
        None => {
            input.blur().unwrap_or_default();
            after_paint(move || go(&grid.beside(&home, 1).unwrap_or(home)));
        }
    }
}

/// Keeps the keyboard in the grid where its row has gone or moved; in the first row where it is no more.
fn stay(grid: Grid, place: Place) {
    after_paint(move || {
        let first = || grid.keys.with_untracked(|keys| keys.first().map(|key| (key.clone(), place.1)));
        let is_there = grid.keys.with_untracked(|keys| keys.contains(&place.0));
        if let Some(place) = if is_there { Some(place.clone()) } else { first() }.filter(|_| is_nowhere()) {
            go(&place);
        }
    });
}

/// Selects one row or column more, or less; the keyboard stays where it is.
fn extend(grid: Grid, place: Place, arrow: &str) {
    let (key, column) = grid.corner.get_untracked().unwrap_or(place);
    let columns = grid.shape.get_untracked().columns();
    let next = match arrow {
        "ArrowUp" => grid.beside(&(key, column), -1),
        "ArrowDown" => grid.beside(&(key, column), 1),
        "ArrowLeft" => column.checked_sub(1).map(|column| (key, column)),
        _ => (column + 1 < columns).then_some((key, column + 1)),
    };
    if let Some(next) = next {
        grid.corner.set(Some(next));
    }
}

/// Several cells go to the clipboard as a spreadsheet takes them; within one cell the browser sees to it.
pub fn copied(grid: Grid, event: &ClipboardEvent) -> bool {
    if grid.corner.with_untracked(Option::is_none) {
        return false;
    }
    let Some(data) = event.clipboard_data() else { return false };
    event.prevent_default();
    data.set_data("text/plain", &grid.copied()).is_ok()
}

/// A block of cells, or what would be more than one line, becomes cells.
pub fn paste(grid: Grid, event: &ClipboardEvent) {
    let text = pasted(event);
    let Some(place) = input_of(event).as_ref().and_then(place_of) else { return };
    if text.trim_end_matches(['\r', '\n']).contains(['\t', '\r', '\n']) {
        event.prevent_default();
        grid.paste(&place, &text);
        stay(grid, place);
    }
}
