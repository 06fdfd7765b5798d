//! Mouse and fingers on the canvas: from the browser's events to what they mean, and from that to what is done.

use std::time::Duration;

use leptos::{html, prelude::*};
use model::CardId;
use model::role::Action;
use wasm_bindgen::JsCast;
use web_sys::{PointerEvent, WheelEvent};

use super::canvas::HEADINGS;
use super::commands;
use super::drag::DragState;
use super::keys::Command;
use super::pointer::{Gesture, Input, Meaning, Tool};
use super::select;
use super::viewport::Point;
use crate::state::ProjectState;

/// How long a finger holds to lift a card.
const HOLD: Duration = Duration::from_millis(400);
/// How much a wheel's pixel zooms.
const WHEEL_ZOOM: f64 = 0.0025;
/// A wheel that counts in lines: how many pixels one is.
const WHEEL_LINE: f64 = 18.0;

/// A press means what the gesture turns out to be: the browser must not move the focus at once. A field elsewhere on
/// the page lets go of it.
pub(super) fn keep_native_focus_away(canvas: NodeRef<html::Div>, event: &web_sys::MouseEvent) {
    if in_field(event) {
        return;
    }
    event.prevent_default();
    let active =
        document().active_element().and_then(|active| active.dyn_into::<web_sys::HtmlElement>().ok());
    let outside = |active: &web_sys::HtmlElement| {
        !canvas.get_untracked().is_some_and(|canvas| canvas.contains(Some(active)))
    };
    if let Some(active) = active.filter(outside) {
        // What cannot let go of the focus never had it.
        active.blur().ok();
    }
}

pub(super) fn capture(canvas: NodeRef<html::Div>, event: &PointerEvent) {
    if let Some(canvas) = canvas.get_untracked() {
        // A pointer that is gone already needs no capture.
        canvas.set_pointer_capture(event.pointer_id()).ok();
    }
}

/// The card whose handle an event is on: from there a link is drawn.
pub(super) fn handle(event: &PointerEvent) -> Option<CardId> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let handle = target.closest(".card__handle").ok().flatten()?;
    CardId::parse(&handle.closest("[data-card]").ok().flatten()?.get_attribute("data-card")?).ok()
}

/// A place of the screen, within the canvas and below the headings.
pub(super) fn place(canvas: NodeRef<html::Div>, event: &web_sys::MouseEvent) -> Point {
    let corner = canvas.get_untracked().map(|canvas| canvas.get_bounding_client_rect());
    let (left, top) = corner.map_or((0.0, 0.0), |corner| (corner.left(), corner.top()));
    Point::new(f64::from(event.client_x()) - left, f64::from(event.client_y()) - top - HEADINGS)
}

/// Whether something happened in a field or on a button, which see to it themselves.
pub fn in_field(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.and_then(|target| target.closest("textarea, button, input, a").ok().flatten()).is_some()
}

fn card_under(state: &ProjectState, at: Point) -> Option<CardId> {
    if at.y < 0.0 {
        return None;
    }
    let point = state.picture.viewport.with_untracked(|view| view.diagram_from_screen(at));
    state.picture.card_at(point)
}

pub(super) fn down(state: &ProjectState, canvas: NodeRef<html::Div>, event: &PointerEvent) -> Input {
    let at = place(canvas, event);
    let tool = if event.pointer_type() == "touch" { Tool::Touch } else { Tool::Mouse };
    Input::Down {
        pointer: event.pointer_id(),
        tool,
        at,
        card: card_under(state, at),
        shift: event.shift_key(),
    }
}

pub(super) fn take(state: &ProjectState, drag: DragState, gesture: StoredValue<Gesture>, input: Input) {
    if input == Input::Cancel {
        drag.linking.set(None);
    }
    let meanings = gesture.try_update_value(|gesture| gesture.take(input)).unwrap_or_default();
    for meaning in meanings {
        match meaning {
            Meaning::Tap { card, shift } => tap(state, card, shift),
            Meaning::MayHold => hold_later(*state, drag, gesture),
            Meaning::Pan(by) => state.picture.viewport.update(|view| *view = view.panned(by)),
            Meaning::Pinch { factor, at, by } => {
                state.picture.viewport.update(|view| *view = view.panned(by).zoomed(factor, at));
            }
            Meaning::Lift(card) if state.role.get_untracked().may(Action::Edit) => drag.lift(state, card),
            Meaning::Lift(_) => {}
            Meaning::Drag(at) => drag.drag(state, at),
            Meaning::Drop(at) => drag.drop(state, at),
            Meaning::GoBack => drag.go_back(state),
            Meaning::Marquee(start, end) => drag.draw_marquee(state, start, end),
            Meaning::MarqueeDone => drag.marquee.set(None),
        }
    }
    drag.moving
        .set(gesture.with_value(|gesture| matches!(gesture, Gesture::Panning(..) | Gesture::Pinching(..))));
}

/// Lifts what is held, unless the finger went up meanwhile: another press waits for itself.
fn hold_later(state: ProjectState, drag: DragState, gesture: StoredValue<Gesture>) {
    let press = drag.presses.try_update_value(|presses| {
        *presses += 1;
        *presses
    });
    let held = move || {
        if drag.presses.try_get_value() == press {
            take(&state, drag, gesture, Input::Held);
        }
    };
    set_timeout(held, HOLD);
}

fn tap(state: &ProjectState, card: Option<CardId>, shift: bool) {
    commands::finish(state);
    // The keyboard stays on the card it was on.
    let Some(card) = card else {
        return state.session.selected.update(|selected| selected.clear());
    };
    let again = state.session.current.get_untracked().as_ref() == Some(&card);
    match (shift, again) {
        (true, _) => select::select_too(state, state.session.current.get_untracked(), card),
        // A second tap on a card writes, and so does a click on the card one is on.
        (false, true) => {
            commands::write(state, card);
        }
        (false, false) => {
            state.session.selected.update(|selected| selected.clear());
            state.session.current.set(Some(card));
        }
    }
}

pub(super) fn double_click(state: &ProjectState, canvas: NodeRef<html::Div>, event: &web_sys::MouseEvent) {
    if let Some(card) = card_under(state, place(canvas, event)).filter(|_| !in_field(event)) {
        commands::write(state, card);
    }
}

pub(super) fn open_menu(state: &ProjectState, canvas: NodeRef<html::Div>, event: &web_sys::MouseEvent) {
    if in_field(event) {
        return;
    }
    if let Some(card) = card_under(state, place(canvas, event)) {
        event.prevent_default();
        select::take_up(state, &card);
        state.session.current.set(Some(card));
        commands::run(state, Command::Menu);
    }
}

pub(super) fn wheel(state: &ProjectState, canvas: NodeRef<html::Div>, event: &WheelEvent) {
    event.prevent_default();
    let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { 1.0 } else { WHEEL_LINE };
    let by = Point::new(-event.delta_x() * unit, -event.delta_y() * unit);
    state.picture.viewport.update(|view| {
        *view = match (event.ctrl_key() || event.meta_key(), event.shift_key()) {
            (true, _) => view.zoomed((by.y * WHEEL_ZOOM).exp(), place(canvas, event)),
            (false, true) if by.x == 0.0 => view.panned(Point::new(by.y, 0.0)),
            _ => view.panned(by),
        };
    });
}
