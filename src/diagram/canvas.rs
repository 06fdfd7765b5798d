//! The canvas: what it shows of the diagram, and what hands do on it.

use leptos::{html, prelude::*};
use model::CardId;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::card::CardView;
use super::commands;
use super::drag::{DragState, DropView};
use super::hands::{self, in_field};
use super::headings::Headings;
use super::keys::{self, Command, Mode, Press};
use super::link::Links;
use super::map::{Legend, Map};
use super::next::Next;
use super::pointer::{Gesture, Input};
use super::viewport::{Area, Point};
use super::writer::{self, Writer};
use crate::state::session::view::Hand;
use crate::{language::say, state::ProjectState};

/// The height of the headings above the ground, in screen pixels; `--heading` in the style sheet.
pub(super) const HEADINGS: f64 = 56.0;
/// Cards are added to and taken from the page by cells of this many diagram pixels, so that a small pan adds none.
const CELL: f64 = 400.0;

/// The picture of the diagram.
#[component]
pub fn Canvas() -> impl IntoView {
    let state = ProjectState::expect();
    let canvas = NodeRef::<html::Div>::new();
    let drag = DragState::new();
    let gesture = StoredValue::new(Gesture::default());
    let take = move |input| hands::take(&state, drag, gesture, input);
    watch_size(state, canvas);
    keep_focus(state, canvas);

    let seen = Memo::new(move |_| state.picture.viewport.read().area().in_cells(CELL));
    let ready = RwSignal::new(false);
    Effect::new(move |_| {
        if state.document.loaded.get() && !ready.get_untracked() {
            commands::after_paint(move || {
                begin_on_the_aim(&state);
                ready.try_set(true);
            });
        }
    });
    view! {
        <div
            class="canvas"
            data-cards
            node_ref=canvas
            data-diagram
            data-ready=move || ready.get().to_string()
            data-moving=move || drag.moving.get().then_some("")
            data-near=move || state.picture.viewport.read().shows_badges().then_some("")
            on:mousedown=move |event| hands::keep_native_focus_away(canvas, &event)
            on:pointerdown=move |event| {
                if event.button() == 0 && !in_field(&event) {
                    hands::capture(canvas, &event);
                    match hands::handle(&event) {
                        Some(card) => drag.draw_link(&state, card, hands::place(canvas, &event)),
                        None => take(hands::down(&state, canvas, &event)),
                    }
                }
            }
            on:pointermove=move |event| match drag.linking.get_untracked() {
                Some((card, _)) => drag.draw_link(&state, card, hands::place(canvas, &event)),
                None => take(Input::Move { pointer: event.pointer_id(), at: hands::place(canvas, &event) }),
            }
            on:pointerup=move |event| match drag.linking.get_untracked() {
                Some(_) => drag.drop_link(&state),
                None => take(Input::Up { pointer: event.pointer_id() }),
            }
            on:pointercancel=move |_| take(Input::Cancel)
            on:dblclick=move |event| hands::double_click(&state, canvas, &event)
            on:contextmenu=move |event| hands::open_menu(&state, canvas, &event)
            on:wheel=move |event| hands::wheel(&state, canvas, &event)
            on:focusin=move |_| state.session.view.hand.set(Hand::Picture)
            on:keydown=move |event| key(&state, (drag, &take), &event)
            on:scroll=move |_| unscroll(canvas)
        >
            <Headings />
            <div class="ground" style:transform=move || ground(&state)>
                <Links seen />
                <Cards seen />
                <DropView drag />
                <Next />
                {
                    let writing = state.session.written_in(Hand::Picture);
                    move || writing.get().map(|card| {
                        let place = place_of(&state, &card);
                        view! { <Writer card place /> }
                    })
                }
            </div>
            <DragMarquee drag />
            <Legend />
            <Map />
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
        if let Some(canvas) = canvas.try_get_untracked().flatten() {
            let size =
                Point::new(f64::from(canvas.client_width()), f64::from(canvas.client_height()) - HEADINGS);
            state.picture.resize(size);
            // The keyboard of a phone takes half of the screen when it comes.
            if let Some(writing) = state.session.writing.get_untracked() {
                state.picture.show(&writing.card);
            }
        }
    };
    crate::ui::on_size(canvas, measure);
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
        let busy = state.session.is_busy();
        state.picture.placed.track();
        state.session.panel.track();
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
    let Some(canvas) = canvas.try_get_untracked().flatten().filter(|_| current.as_ref() == Some(card)) else {
        return;
    };
    // Nor is it taken from a text, or from a dialog, that was opened meanwhile.
    if state.session.is_busy() {
        return;
    }
    let mine = state.session.view.hand.get_untracked() == Hand::Picture && crate::ui::is_free_for(&canvas);
    let element = canvas.query_selector(&format!("[data-card=\"{card}\"]")).ok().flatten();
    if let Some(element) =
        element.filter(|_| mine).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        crate::ui::focus_still(&element);
    }
}

/// Browsers scroll what they focus; the ground moves only by the viewport.
fn unscroll(canvas: NodeRef<html::Div>) {
    if let Some(canvas) = canvas.try_get_untracked().flatten() {
        canvas.set_scroll_top(0);
        canvas.set_scroll_left(0);
    }
}

fn key(state: &ProjectState, (drag, take): (DragState, &impl Fn(Input)), event: &KeyboardEvent) {
    if event.is_composing() || event.key_code() == 229 || in_field(event) {
        return;
    }
    let Some(command) = keys::command(&press(event), Mode::OnCard) else { return };
    match command {
        // The browser's own events bring the clipboard.
        Command::Copy | Command::Cut | Command::Paste => return,
        Command::Cancel if drag.is_busy() => {
            event.prevent_default();
            return take(Input::Cancel);
        }
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

/// A key as the table knows it; ⌘ counts as Ctrl.
pub fn press(event: &KeyboardEvent) -> Press {
    Press {
        key: event.key(),
        ctrl: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
        cap: event.code().strip_prefix("Key").and_then(|letter| letter.chars().next()),
        mac: event.meta_key() || keys::is_mac(),
    }
}
