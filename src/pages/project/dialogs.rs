//! What opens over the page: one dialog or menu at a time.

use document::presence::HUES;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use words::Words;

use super::{card_menu, choose, delete, deleted, keys_sheet, palette, paste, pictures, share};
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::Dialog as Open;
use crate::ui::later::{self, Chunk, Fetched, Keys};
use crate::ui::{Button, Dialog, Field, Kind, Later, Size};

/// The hues in words, in their order.
const HUE_WORDS: [fn(Words) -> &'static str; HUES as usize] = [
    Words::people_hue_red,
    Words::people_hue_brown,
    Words::people_hue_green,
    Words::people_hue_teal,
    Words::people_hue_blue,
    Words::people_hue_purple,
];

/// The dialog that is open, if one is.
#[component]
pub fn Dialogs() -> impl IntoView {
    let state = ProjectState::expect();
    let close = move |()| state.session.dialog.set(None);
    move || {
        state.session.dialog.get().map(|open| {
            let fetch = move || -> Fetched { Box::pin(later(open.clone())) };
            view! { <Later fetch=Box::new(fetch) keys=Keys::Its on_close=close /> }
        })
    }
}

/// What is shown of a dialog, fetched when the first is opened.
#[wasm_split(beside, wasm_split_path = leptos::wasm_split, fallible, preload(fetch))]
pub(super) fn later(open: Open) -> Chunk {
    later::here(move || dialog(open.clone()))
}

fn dialog(open: Open) -> AnyView {
    let state = ProjectState::expect();
    let close = move |()| state.session.dialog.set(None);
    match open {
            Open::Menu(card) => view! { <card_menu::CardMenu card /> }.into_any(),
            Open::Dropped(dropped) => view! { <card_menu::DroppedMenu dropped /> }.into_any(),
            Open::DeleteProject => {
                view! { <Modal title=say().project_delete_title()><delete::DeleteProject /></Modal> }.into_any()
            }
            Open::Keys => view! { <Modal title=say().keys_title() size=Size::Large><keys_sheet::KeysSheet /></Modal> }.into_any(),
            Open::Palette => view! { <palette::Palette /> }.into_any(),
            Open::Choose(what, card) => view! { <choose::Chooser what card /> }.into_any(),
            Open::Paste(spot, text) => {
                view! { <Modal title=say().paste_title()><paste::Preview spot=spot.clone() text=text.clone() /></Modal> }.into_any()
            }
            Open::Name => view! { <Modal title=say().people_name()><Name /></Modal> }.into_any(),
            Open::Share => view! { <Modal title=say().share_title() size=Size::Large><share::Share /></Modal> }.into_any(),
            Open::Pictures(what) => {
                let fetch = move || -> Fetched { Box::pin(pictures::later(what)) };
                view! { <Later fetch=Box::new(fetch) keys=Keys::Its on_close=close /> }.into_any()
            }
            Open::Deleted => view! { <Modal title=say().deleted_title()><deleted::Deleted /></Modal> }.into_any(),
    }
}

/// A dialog that closes the one that is open.
#[component]
pub fn Modal(
    /// Its title.
    #[prop(into)]
    title: String,
    /// How wide.
    #[prop(optional)]
    size: Size,
    /// Whether what was asked for in it has the focus next.
    #[prop(optional, into)]
    goes_on: Signal<bool>,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    let state = ProjectState::expect();
    let open = RwSignal::new(true);
    Effect::new(move |_| {
        if !open.get() {
            state.session.dialog.set(None);
        }
    });
    view! { <Dialog title open size goes_on children /> }
}

/// The name one goes by, and one's colour.
#[component]
fn Name() -> impl IntoView {
    let state = ProjectState::expect();
    let name = RwSignal::new(state.session.name.get_untracked());
    let hue = RwSignal::new(state.session.hue.get_untracked());
    let done = move || {
        super::here::rename(&state, &name.get_untracked(), hue.get_untracked());
        state.session.dialog.set(None);
    };
    // Browsers send a form with Enter from a field of text, not from a choice.
    let on_enter = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            done();
        }
    };
    let swatch = move |(number, words): (u8, fn(Words) -> &'static str)| {
        view! {
            <label class="swatch" data-hue=number.to_string()>
                <input type="radio" name="hue" class="swatch__input" prop:checked=move || hue.get() == number
                    on:change=move |_| hue.set(number) on:keydown=on_enter />
                <span class="swatch__face">{words(say())}</span>
            </label>
        }
    };
    view! {
        <form on:submit=move |event| {
            event.prevent_default();
            done();
        }>
            <Field label=say().people_name_field() hint=say().people_name_hint() value=name longest=60 focus=true />
            <fieldset class="swatches">
                <legend class="field__label">{say().people_hue()}</legend>
                {(1..).zip(HUE_WORDS).map(swatch).collect_view()}
            </fieldset>
            <p class="dialog__foot"><Button label=say().people_keep() kind=Kind::Filled on_press=move |()| done() /></p>
        </form>
    }
}
