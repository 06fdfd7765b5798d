//! Opening a project file: read whole, checked whole, and only then made.

use exchange::project;
use leptos::{html, prelude::*, task::spawn_local};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::pages::home::creation::{Creation, Wanted};
use crate::pages::home::words::{making as words, ways};

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
            creation.begin(words::READING);
            spawn_local(async move {
                match read(&file).await {
                    Ok(wanted) => creation.make(wanted),
                    Err(sentence) => creation.fail(sentence),
                }
            });
        }
    };
    view! {
        <input node_ref=input type="file" accept=".json,application/json" hidden aria-label=ways::FILE.0 on:change=chosen />
    }
}

async fn read(file: &File) -> Result<Wanted, String> {
    if file.size() > project::LONGEST as f64 {
        return Err(words::FILE_TOO_LARGE.to_owned());
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    let text = text.ok_or(words::FILE_UNREADABLE)?;
    checked(&file.name(), text)
}

fn checked(name: &str, text: String) -> Result<Wanted, String> {
    match project::from_json(&text) {
        Ok(project) => Ok(Wanted { title: project.title, json: Some(text) }),
        Err(fault) => Err(words::file_fault(name, &fault.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn h10_a_fault_in_a_file_is_one_line_with_its_path() {
        let text = r#"{"format":"tributary/project","version":1,"title":"T","cards":[{"id":"a","level":"goal","text":""}]}"#;
        let sentence = checked("mine.json", text.to_owned()).unwrap_err();
        assert!(
            sentence.starts_with("“mine.json” cannot be opened. In this file, cards[0].level"),
            "{sentence}"
        );
        assert!(!sentence.contains('\n'));
    }

    #[test]
    fn h10_a_good_file_is_sent_as_it_is() {
        let text = r#"{"format":"tributary/project","version":1,"title":"T","mine":1}"#;
        let wanted = checked("mine.json", text.to_owned()).unwrap();
        assert_eq!((wanted.title.as_str(), wanted.json.as_deref()), ("T", Some(text)));
    }
}
