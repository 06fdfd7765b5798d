//! Saving what is here: the project as a file, the diagram as a picture.

use std::time::Duration;

use figure::{Fonts, Scene, Theme, svg};
use gloo_net::http::Request;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::Notice;

/// After that, the browser has read what it saves.
const LONG_ENOUGH_TO_SAVE: Duration = Duration::from_secs(60);

/// Saves the project as JSON, which any Tributary opens.
pub fn project(state: &ProjectState) {
    let text = exchange::project::to_json(&state.with_document(|document| document.project()));
    save(state, &text, ("json", "application/json"));
}

/// Saves the picture as SVG, with the fonts inside: most programs that open it do not have them.
pub fn picture(state: &ProjectState) {
    let project = state.with_document(|document| document.project());
    let state = *state;
    spawn_local(async move {
        let faces = (face("regular").await, face("semibold").await);
        let fonts = match &faces {
            (Some(regular), Some(semibold)) => Fonts::Embedded { regular, semibold },
            _ => Fonts::Named,
        };
        let text = svg(&Scene::of(&project), Theme::Light, fonts);
        save(&state, &text, ("svg", "image/svg+xml"));
    });
}

/// The file of a weight; none where there is no network and the browser has not kept it.
async fn face(weight: &str) -> Option<Vec<u8>> {
    let address = format!("/fonts/atkinson-hyperlegible-next-{weight}.woff2");
    let answer = Request::get(&address).send().await.ok()?;
    if answer.ok() { answer.binary().await.ok() } else { None }
}

fn save(state: &ProjectState, text: &str, (ending, kind): (&str, &str)) {
    let title = state.document.title.get_untracked();
    let name = format!("{}.{ending}", file_name(&title));
    match offer(text, kind, &name) {
        Ok(()) => state.session.notify(Notice::text(say().saved_as_file(&name))),
        Err(_) => state.session.notify(Notice::text(say().saved_no_file())),
    }
}

fn offer(text: &str, kind: &str, name: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
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
    let kept: String =
        title.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let name = kept.split_whitespace().collect::<Vec<_>>().join("-");
    let name: String = name.chars().take(60).collect();
    if name.is_empty() { "project".to_owned() } else { name }
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
