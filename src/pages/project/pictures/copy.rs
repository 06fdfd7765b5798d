//! A picture on the clipboard.

use std::future::Future;

use js_sys::{Array, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Blob, ClipboardItem};

use super::png::PNG;

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// It is on the clipboard.
    Yes,
    /// This browser cannot do that, or not on a page without https.
    NotHere,
    /// The browser did not let it, or could not make the picture.
    Not,
}

/// Copies a picture that is still to be made. The clipboard is asked at once and not when this is awaited: Safari gives
/// it only to a press, and waits for the picture itself.
pub fn copied(
    picture: impl Future<Output = Result<Blob, JsValue>> + 'static,
) -> impl Future<Output = Copied> {
    let asked = is_here().then(|| ask(picture));
    async move {
        match asked {
            None => Copied::NotHere,
            Some(Ok(writing)) => match writing.await {
                Ok(_) => Copied::Yes,
                Err(_) => Copied::Not,
            },
            Some(Err(_)) => Copied::Not,
        }
    }
}

fn ask(picture: impl Future<Output = Result<Blob, JsValue>> + 'static) -> Result<JsFuture, JsValue> {
    let promise = future_to_promise(async move { picture.await.map(JsValue::from) });
    let kinds = Object::new();
    Reflect::set(&kinds, &PNG.into(), &promise)?;
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&kinds)?;
    Ok(JsFuture::from(window().navigator().clipboard().write(&Array::of1(&item))))
}

/// Whether pictures can be copied here: older versions of Firefox copy only text.
fn is_here() -> bool {
    let part = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    let clipboard = part(&window().navigator(), "clipboard");
    clipboard.is_object()
        && part(&clipboard, "write").is_function()
        && part(&window(), "ClipboardItem").is_function()
}
