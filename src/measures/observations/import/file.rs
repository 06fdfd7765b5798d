//! A table from a file. Workbooks are read by the relay: what reads them would be a third of the app.

use exchange::observations::{LONGEST, decode};
use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::api::{self, Failure, Sheet};
use crate::language::say;
use crate::pages::project::Address;
use crate::ui::unique_id;

/// A table from a file: text as it is, a workbook by the relay, which gives its sheets as text.
#[component]
pub fn FromFile(
    /// Where the table goes.
    text: RwSignal<String>,
) -> impl IntoView {
    let address = StoredValue::new(Address::expect());
    let (id, said_id, sheet_id) = (unique_id("file"), unique_id("file-said"), unique_id("sheet"));
    let said = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let sheets = RwSignal::new(Vec::<Sheet>::new());
    let show = move |(words, is_wrong): (String, bool)| {
        said.set(words);
        wrong.set(is_wrong);
    };
    let take = move |bytes: Vec<u8>| async move {
        sheets.set(Vec::new());
        if !is_workbook(&bytes) {
            let read = decode(&bytes);
            let said = if read.trim().is_empty() { say().import_empty() } else { "" };
            text.set(read);
            return show((said.to_owned(), !said.is_empty()));
        }
        show((say().import_reading().to_owned(), false));
        let Address { id, key } = address.get_value();
        let read = api::sheets((&id, &key), &bytes).await;
        // The dialog may have been closed meanwhile.
        if said.try_get_untracked().is_none() {
            return;
        }
        match read {
            Ok(read) if read.is_empty() => show((say().import_empty().to_owned(), true)),
            Ok(read) => {
                text.set(read[0].text.clone());
                show((String::new(), false));
                sheets.set(read);
            }
            Err(failure) => show((words_of(failure), true)),
        }
    };
    let read = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        if file.size() > LONGEST as f64 {
            return show((say().import_too_large().to_owned(), true));
        }
        spawn_local(async move {
            match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => take(js_sys::Uint8Array::new(&buffer).to_vec()).await,
                Err(_) => show((say().import_unreadable().to_owned(), true)),
            }
            // The same file can be chosen again, once it was mended.
            input.set_value("");
        });
    };
    let listener = ev::on(ev::change, read);
    let choose = move |event: web_sys::Event| {
        let place = event_target_value(&event).parse::<usize>().unwrap_or_default();
        if let Some(chosen) =
            sheets.with_untracked(|sheets| sheets.get(place).map(|sheet| sheet.text.clone()))
        {
            text.set(chosen);
        }
    };
    let options = move || {
        let option =
            |(place, sheet): (usize, Sheet)| view! { <option value=place.to_string()>{sheet.name}</option> };
        sheets.get().into_iter().enumerate().map(option).collect_view()
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{say().import_file()}</label>
            <input {..listener} id=id type="file" aria-describedby=said_id.clone()
                accept=".csv,.tsv,.txt,.xlsx,.xlsm,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" />
            <p id=said_id role="status" class=move || if wrong.get() { "field__error" } else { "field__hint" }>{said}</p>
        </div>
        <Show when=move || sheets.with(|sheets| sheets.len() > 1)>
            <div class="field">
                <label class="field__label" for=sheet_id.clone()>{say().import_sheet()}</label>
                <select id=sheet_id.clone() class="field__input" on:change=choose>{options}</select>
            </div>
        </Show>
    }
}

/// Whether a file is of a program for tables, new (a zip) or old, and no text.
fn is_workbook(bytes: &[u8]) -> bool {
    [&b"PK\x03\x04"[..], b"\xd0\xcf\x11\xe0"].iter().any(|begin| bytes.starts_with(begin))
}

/// Why a workbook was not read, in this page's language where the relay names the reason.
fn words_of(failure: Failure) -> String {
    let code = match &failure {
        Failure::Refused { code, .. } => code.as_str(),
        _ => "",
    };
    let reason = match code {
        "not_a_workbook" => "not-a-workbook",
        "old_workbook" => "old",
        "encrypted_workbook" => "encrypted",
        "workbook_too_large" => "unpacks-too-large",
        "too_many_sheets" => "too-many-sheets",
        "sheets_too_long" => "too-long",
        "empty_workbook" => "empty",
        "damaged_workbook" => "damaged",
        _ => return failure.to_string(),
    };
    say().workbook_refusal(reason)
}
