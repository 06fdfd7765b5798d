//! The language of this page: the one its person chose here, else the first of the browser's that we speak.

use std::cell::Cell;

use js_sys::Date;
use leptos::prelude::{document, window};
use words::{Day, Language, Words};

use crate::device;

thread_local! {
    static WORDS: Cell<Words> = const { Cell::new(Words::new(Language::English)) };
}

/// Everything that is said, in the language of this page.
pub fn say() -> Words {
    WORDS.get()
}

/// "22 November 2026": a picture does not say by itself how old it is.
pub fn today() -> String {
    let now = Date::new_0();
    // A browser counts months from 0; both fit.
    let (month, day) = (now.get_month() as u8 + 1, now.get_date() as u8);
    say().date(Day { year: now.get_full_year() as i32, month, day })
}

/// Finds the language, once, before anything is said.
pub fn begin() {
    let chosen = Language::of_tag(&device::language());
    let of_browser = || {
        let tags = window().navigator().languages();
        tags.iter().find_map(|tag| Language::of_tag(&tag.as_string()?))
    };
    let language = chosen.or_else(of_browser).unwrap_or_default();
    WORDS.set(Words::new(language));
    if let Some(root) = document().document_element() {
        // a page whose language cannot be told is read out in another, and is read out
        root.set_attribute("lang", language.tag()).ok();
    }
}

/// Opens the page again in another language, which this device keeps. Edits are kept by then.
pub fn change(language: Language) {
    device::set_language(language.tag());
    drop(window().location().reload());
}
