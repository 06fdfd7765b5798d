//! Taking a text along: by the clipboard, or by hand where the browser does not let it.

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{FocusEvent, HtmlInputElement};

/// Puts a text on the clipboard, which browsers have only on https and loopback. False where it is not there then.
pub async fn copied(text: &str) -> bool {
    let navigator = window().navigator();
    let there = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|part| part.is_object());
    there && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// A text to be copied by hand: all of it is selected as soon as it has the focus.
#[component]
pub fn ByHand(
    /// Its name
    #[prop(into)]
    label: String,
    /// The text
    text: String,
) -> impl IntoView {
    let select = |event: FocusEvent| event_target::<HtmlInputElement>(&event).select();
    view! { <input class="field__input" type="text" readonly aria-label=label prop:value=text on:focus=select /> }
}
