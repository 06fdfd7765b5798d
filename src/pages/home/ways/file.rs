//! Opening a project file: read whole, and sent to the relay, which checks it whole before anything is made.

use exchange::project;
use leptos::{html, prelude::*, task::spawn_local};
use serde::Deserialize;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::language::say;
use crate::pages::home::creation::{Creation, Wanted};

/// Opens the browser's own chooser.
pub fn choose(input: NodeRef<html::Input>) {
    if let Some(input) = input.get_untracked() {
        input.click();
    }
}

/// The input behind the tile; it is never seen.
#[component]
pub fn OpenFile(
    /// For `choose`
    input: NodeRef<html::Input>,
) -> impl IntoView {
    let creation = Creation::expect();
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let file = input.files().and_then(|files| files.get(0));
        // The same file may be chosen again after it was put right.
        input.set_value("");
        if let Some(file) = file {
            creation.begin(say().home_reading());
            spawn_local(async move {
                match read(&file).await {
                    Ok(wanted) => creation.make(wanted),
                    Err(sentence) => creation.fail(sentence),
                }
            });
        }
    };
    view! {
        <input node_ref=input type="file" accept=".json,application/json" hidden aria-label=say().home_file() on:change=chosen />
    }
}

/// The relay judges what is in a file: it must, whoever sends it, and one judge never disagrees with itself.
async fn read(file: &File) -> Result<Wanted, String> {
    if file.size() > project::LONGEST as f64 {
        return Err(say().home_file_too_large().to_owned());
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    let text = text.filter(|text| !text.trim().is_empty()).ok_or(say().home_file_unreadable())?;
    Ok(wanted(file.name(), text))
}

fn wanted(file: String, text: String) -> Wanted {
    let title = serde_json::from_str::<Titled>(&text).unwrap_or_default().title;
    Wanted { title, json: Some(text), file: Some(file) }
}

/// What this device's list needs to know of a file.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Titled {
    title: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn h10_a_file_is_sent_as_it_is() {
        let text = r#"{"format":"tributary/project","version":1,"title":"T","mine":1}"#;
        for (text, title) in [(text, "T"), ("{", ""), (r#"{"title":7}"#, "")] {
            let wanted = wanted("mine.json".to_owned(), text.to_owned());
            assert_eq!((wanted.title.as_str(), wanted.json.as_deref()), (title, Some(text)));
        }
    }
}
