//! A field bound to one text of the document: what others type comes in while one writes (rule D9).

use leptos::{either::Either, ev, html, prelude::*};
use model::TextField;
use model::role::Action;
use wasm_bindgen::JsCast;

use super::live_text::LiveText;
use crate::state::ProjectState;

/// How much of the text is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// One line.
    One,
    /// Prose, with at least so many lines in sight.
    Prose(u32),
}

/// The field. Attributes such as `attr:class` land on the input or textarea itself.
#[component]
pub fn LiveField(
    /// The text.
    field: TextField,
    /// What it says now.
    #[prop(into)]
    text: Signal<String>,
    /// One line or several.
    rows: Rows,
) -> impl IntoView {
    let state = ProjectState::expect();
    let live = LiveText::new(state, field);
    live.follow(move || text.get());
    on_cleanup(move || {
        live.leave();
        // An input method that was composing here ends with the field: what others write must not wait for it.
        state.release();
    });
    let reader = move || !state.role.get().may(Action::Edit);
    let listeners = (
        ev::on(ev::input, move |_| live.typed()),
        ev::on(ev::beforeinput, move |event| live.history(&event)),
        ev::on(ev::compositionstart, move |_| live.compose()),
        ev::on(ev::compositionend, move |_| live.settle()),
        ev::on(ev::keyup, move |_| live.remember_caret()),
        ev::on(ev::pointerup, move |_| live.remember_caret()),
        ev::on(ev::blur, move |_| {
            live.leave();
            state.seal();
        }),
    );
    match rows {
        Rows::One => {
            let input = NodeRef::<html::Input>::new();
            input.on_load(move |input| live.attach(input.unchecked_into(), &text.get_untracked()));
            Either::Left(
                view! { <input {..listeners} type="text" autocomplete="off" node_ref=input readonly=reader /> },
            )
        }
        Rows::Prose(rows) => {
            let area = NodeRef::<html::Textarea>::new();
            area.on_load(move |area| live.attach(area, &text.get_untracked()));
            Either::Right(
                view! { <textarea {..listeners} rows=rows node_ref=area readonly=reader></textarea> },
            )
        }
    }
}
