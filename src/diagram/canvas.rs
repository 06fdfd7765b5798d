//! The canvas: what it shows of the diagram, and what hands do on it.

use std::time::Duration;

use leptos::{html, prelude::*};
use model::CardId;
use model::role::Action;
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, PointerEvent, WheelEvent};

use super::card::CardView;
use super::drag::{DragState, DropView};
use super::headings::Headings;
use super::keys::{self, Command, Mode, Press};
use super::link::Links;
use super::next::Next;
use super::pointer::{Gesture, Input, Meaning, Tool};
use super::viewport::{Area, Point};
use super::writer::{self, Writer};
use super::{clipboard, commands};
use crate::state::session::view::Hand;
use crate::{language::say, state::ProjectState};

/// The height of the headings above the ground, in screen pixels; `--heading` in the style sheet.
const HEADINGS: f64 = 56.0;
/// Cards are added to and taken from the page by cells of this many diagram pixels, so that a small pan adds none.
const CELL: f64 = 400.0;
/// How long a finger holds to lift a card.
const HOLD: Duration = Duration::from_millis(400);
/// How much a wheel's pixel zooms.
const WHEEL_ZOOM: f64 = 0.0025;
/// A wheel that counts in lines: how many pixels one is.
const WHEEL_LINE: f64 = 18.0;

/// The picture of the diagram.
#[component]
pub fn Canvas() -> impl IntoView {
    let state = ProjectState::expect();
    let canvas = NodeRef::<html::Div>::new();
    let drag = DragState::new();
    let gesture = StoredValue::new(Gesture::default());
    let take = move |input| take(&state, drag, gesture, input);
    watch_size(state, canvas);
    keep_focus(state, canvas);

    let seen = Memo::new(move |_| state.picture.viewport.read().area().in_cells(CELL));
    let ready = RwSignal::new(false);
    Effect::new(move |_| {
        if state.document.loaded.get() && !ready.get_untracked() {
            commands::after_paint(move || {
                begin_on_the_aim(&state);
                ready.set(true);
            });
        }
    });
    view! {
        <div
            class="canvas"
            node_ref=canvas
            data-diagram
            data-ready=move || ready.get().to_string()
            data-moving=move || drag.moving.get().then_some("")
            on:mousedown=move |event| keep_native_focus_away(canvas, &event)
            on:pointerdown=move |event| {
                if event.button() == 0 && !in_field(&event) {
                    capture(canvas, &event);
                    take(down(&state, canvas, &event));
                }
            }
            on:pointermove=move |event| take(Input::Move { pointer: event.pointer_id(), at: place(canvas, &event) })
            on:pointerup=move |event| take(Input::Up { pointer: event.pointer_id() })
            on:pointercancel=move |_| take(Input::Cancel)
            on:dblclick=move |event| double_click(&state, canvas, &event)
            on:contextmenu=move |event| open_menu(&state, canvas, &event)
            on:wheel=move |event| wheel(&state, canvas, &event)
            on:focusin=move |_| state.session.view.hand.set(Hand::Picture)
            on:keydown=move |event| key(&state, take, &event)
            on:copy=move |event| clipboard::copy(&state, &event)
            on:cut=move |event| clipboard::cut(&state, &event)
            on:paste=move |event| clipboard::paste(&state, &event)
            on:scroll=move |_| unscroll(canvas)
        >
            <Headings />
            <div class="ground" style:transform=move || ground(&state)>
                <Links seen />
                <Cards seen />
                <DropView drag />
                <Next />
                {
                    let writing = Memo::new(move |_| {
                        let here = state.session.view.hand.get() == Hand::Picture;
                        state.session.writing.with(|writing| writing.as_ref().filter(|_| here).map(|writing| writing.card.clone()))
                    });
                    move || writing.get().map(|card| {
                        let place = place_of(&state, &card);
                        view! { <Writer card place /> }
                    })
                }
            </div>
            <DragMarquee drag />
        </div>
    }
}

/// The cards that may be seen, and the one the keyboard is on.
#[component]
fn Cards(seen: Memo<Area>) -> impl IntoView {
    let state = ProjectState::expect();
    let visible = Memo::new(move |_| {
        let (seen, current) = (seen.get(), state.session.current.get());
        state.picture.placed.with(|placed| {
            let inside = |card: &&figure::diagram::Placed| {
                let area = Area {
                    left: card.x,
                    top: card.y,
                    right: card.x + card.width,
                    bottom: card.y + card.height,
                };
                seen.touches(&area) || current.as_ref() == Some(&card.id)
            };
            placed.layout.cards.iter().filter(inside).map(|card| card.id.clone()).collect::<Vec<_>>()
        })
    });
    view! {
        <div role="tree" aria-label=say().diagram_name() aria-multiselectable="true" class="cards">
            <For each=move || visible.get() key=CardId::clone let:id>
                {state.picture.card(&id).map(|picture| view! { <CardView id picture /> })}
            </For>
        </div>
    }
}

/// Where a card stands on the ground, for the field that is laid over it.
fn place_of(state: &ProjectState, card: &CardId) -> Signal<writer::Place> {
    let place = state.picture.card(card).map(|picture| picture.place);
    Signal::derive(move || {
        place.as_ref().map_or_else(writer::Place::default, |place| {
            let figure::diagram::Placed { x: left, y: top, width, height, .. } = *place.read();
            writer::Place { left, top, width, height }
        })
    })
}

#[component]
fn DragMarquee(drag: DragState) -> impl IntoView {
    move || {
        drag.marquee.get().map(|(start, end)| {
            let pixels = |value: f64| format!("{value}px");
            view! {
                <div class="marquee"
                    style:left=pixels(start.x.min(end.x))
                    style:top=pixels(start.y.min(end.y) + HEADINGS)
                    style:width=pixels((start.x - end.x).abs())
                    style:height=pixels((start.y - end.y).abs())></div>
            }
        })
    }
}

fn ground(state: &ProjectState) -> String {
    let view = state.picture.viewport.read();
    format!("translate({}px, {}px) scale({})", view.offset.x, view.offset.y + HEADINGS, view.zoom)
}

/// Keeps the viewport's size that of the canvas.
fn watch_size(state: ProjectState, canvas: NodeRef<html::Div>) {
    let measure = move || {
        if let Some(canvas) = canvas.get_untracked() {
            let size =
                Point::new(f64::from(canvas.client_width()), f64::from(canvas.client_height()) - HEADINGS);
            state.picture.resize(size);
        }
    };
    Effect::new(move |_| {
        canvas.track();
        measure();
    });
    let listener = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || listener.remove());
    Effect::new(move |_| {
        // The details beside the canvas take room from it.
        state.session.details.track();
        state.session.view.shows.track();
        request_animation_frame(measure);
    });
}

/// Whoever has not gone anywhere yet is on the aim, so that the keyboard works at once.
fn begin_on_the_aim(state: &ProjectState) {
    let active = document().active_element();
    let nowhere = active.is_none_or(|active| active.dyn_ref::<web_sys::HtmlBodyElement>().is_some());
    if nowhere && state.session.current.with_untracked(Option::is_none) {
        commands::go_in(state);
    }
}

/// The keyboard's card has the focus, unless one writes or is somewhere else on the page.
fn keep_focus(state: ProjectState, canvas: NodeRef<html::Div>) {
    Effect::new(move |_| {
        let current = state.session.current.get();
        let busy = state.session.writing.with(Option::is_some) || state.session.dialog.with(Option::is_some);
        state.picture.placed.track();
        state.session.details.track();
        if let Some(current) = current.filter(|_| !busy) {
            // At once, because a key that is pressed before the next frame is for the card too; and again, because what
            // had the focus may be on its way out of the page.
            focus_card(&state, canvas, &current);
            commands::after_paint(move || focus_card(&state, canvas, &current));
        }
    });
}

fn focus_card(state: &ProjectState, canvas: NodeRef<html::Div>, card: &CardId) {
    // Who presses keys quickly is further on by now.
    let current = state.session.current.get_untracked();
    let Some(canvas) = canvas.get_untracked().filter(|_| current.as_ref() == Some(card)) else { return };
    let mine = state.session.view.hand.get_untracked() == Hand::Picture && crate::ui::is_free_for(&canvas);
    let element = canvas.query_selector(&format!("[data-card=\"{card}\"]")).ok().flatten();
    if let Some(element) =
        element.filter(|_| mine).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        crate::ui::focus_still(&element);
    }
}

/// A press means what the gesture turns out to be: the browser must not move the focus at once. A field elsewhere on
/// the page lets go of it.
fn keep_native_focus_away(canvas: NodeRef<html::Div>, event: &web_sys::MouseEvent) {
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

/// Browsers scroll what they focus; the ground moves only by the viewport.
fn unscroll(canvas: NodeRef<html::Div>) {
    if let Some(canvas) = canvas.get_untracked() {
        canvas.set_scroll_top(0);
        canvas.set_scroll_left(0);
    }
}

fn capture(canvas: NodeRef<html::Div>, event: &PointerEvent) {
    if let Some(canvas) = canvas.get_untracked() {
        // A pointer that is gone already needs no capture.
        canvas.set_pointer_capture(event.pointer_id()).ok();
    }
}

/// A place of the screen, within the canvas and below the headings.
fn place(canvas: NodeRef<html::Div>, event: &web_sys::MouseEvent) -> Point {
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

fn down(state: &ProjectState, canvas: NodeRef<html::Div>, event: &PointerEvent) -> Input {
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

fn take(state: &ProjectState, drag: DragState, gesture: StoredValue<Gesture>, input: Input) {
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
    let Some(card) = card else {
        state.session.selected.update(|selected| selected.clear());
        return state.session.current.set(None);
    };
    let again = state.session.current.get_untracked().as_ref() == Some(&card);
    match (shift, again) {
        (true, _) => commands::select_too(state, card),
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

fn double_click(state: &ProjectState, canvas: NodeRef<html::Div>, event: &web_sys::MouseEvent) {
    if let Some(card) = card_under(state, place(canvas, event)).filter(|_| !in_field(event)) {
        commands::write(state, card);
    }
}

fn open_menu(state: &ProjectState, canvas: NodeRef<html::Div>, event: &web_sys::MouseEvent) {
    if in_field(event) {
        return;
    }
    if let Some(card) = card_under(state, place(canvas, event)) {
        event.prevent_default();
        state.session.current.set(Some(card));
        commands::run(state, Command::Menu);
    }
}

fn wheel(state: &ProjectState, canvas: NodeRef<html::Div>, event: &WheelEvent) {
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

fn key(state: &ProjectState, take: impl Fn(Input), event: &KeyboardEvent) {
    if event.is_composing() || event.key_code() == 229 || in_field(event) {
        return;
    }
    let Some(command) = keys::command(&press(event), Mode::OnCard) else { return };
    match command {
        // The browser's own events bring the clipboard.
        Command::Copy | Command::Cut | Command::Paste => return,
        Command::Cancel => take(Input::Cancel),
        Command::WriteLetter => {
            // The letter itself goes into the text field, which has the focus before the browser types it.
            return write_letter(state, event);
        }
        _ => {}
    }
    event.prevent_default();
    commands::run(state, command);
}

fn write_letter(state: &ProjectState, event: &KeyboardEvent) {
    let Some(card) = state.session.current.get_untracked() else { return };
    event.prevent_default();
    if commands::write(state, card.clone()) {
        super::writer::type_at_end(state, &card, &event.key());
    }
}

fn is_mac() -> bool {
    window().navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"))
}

/// A key as the table knows it; ⌘ counts as Ctrl.
pub fn press(event: &KeyboardEvent) -> Press {
    Press {
        key: event.key(),
        ctrl: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
        cap: event.code().strip_prefix("Key").and_then(|letter| letter.chars().next()),
        mac: event.meta_key() || is_mac(),
    }
}
