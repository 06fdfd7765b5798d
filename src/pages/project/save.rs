//! Saving what is here as files.

use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::Notice;
use crate::ui::later::now_or_soon;

/// After that, the browser has read what it saves.
const LONG_ENOUGH_TO_SAVE: Duration = Duration::from_secs(60);

/// Saves the project as JSON, which any Tributary opens.
pub fn project(state: &ProjectState) {
    let state = *state;
    let failed = move |done: Result<(), SplitLoaderError>| {
        if done.is_err() {
            state.session.notify(Notice::text(say().saved_no_file()));
        }
    };
    now_or_soon(project_saved(state), failed);
}

/// The same; how a project is written as JSON is fetched when it is first needed.
#[wasm_split(beside, wasm_split_path = leptos::wasm_split, fallible)]
fn project_saved(state: ProjectState) -> Result<(), SplitLoaderError> {
    let state = &state;
    let text = exchange::project::to_json(&state.with_document(|document| document.project()));
    let name = format!("{}.json", file_name(&state.document.title.get_untracked()));
    file(state, blob(&text, "application/json"), &name);
    Ok(())
}

/// Saves a file, and says that it did or that it could not.
pub fn file(state: &ProjectState, bytes: Result<Blob, JsValue>, name: &str) {
    match bytes.and_then(|bytes| offer(&bytes, name)) {
        Ok(()) => state.session.notify(Notice::text(say().saved_as_file(name))),
        Err(_) => state.session.notify(Notice::text(say().saved_no_file())),
    }
}

/// A text as the bytes of a file of some kind.
pub fn blob(text: &str, kind: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options)
}

/// Bytes as those of a file of some kind.
pub fn bytes(bytes: &[u8], kind: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let bytes = js_sys::Uint8Array::from(bytes);
    Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(&bytes), &options)
}

/// Hands a file to the browser, which saves it or asks where.
pub fn offer(bytes: &Blob, name: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(bytes)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some browsers begin to read only after this turn.
    let release = move || drop(Url::revoke_object_url(&address));
    set_timeout(release, LONG_ENOUGH_TO_SAVE);
    Ok(())
}

/// A title as a file name that every system takes.
fn file_name(title: &str) -> String {
    let name = plain_words(title).replace(' ', "-");
    if name.is_empty() { "project".to_owned() } else { name }
}

/// The words of a title that every system takes in a file name, and not too many of them.
pub fn plain_words(title: &str) -> String {
    let kept: String =
        title.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let words = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(60).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w3_a_title_becomes_a_file_name() {
        let table = [
            ("Crisis care: 1/2", "Crisis-care-1-2"),
            ("", "project"),
            ("../..", "project"),
            ("Gofal ŵyn", "Gofal-ŵyn"),
        ];
        for (title, name) in table {
            assert_eq!(file_name(title), name);
        }
    }
}
