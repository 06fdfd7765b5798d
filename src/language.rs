//! The language of this page: the one its person chose here, else the first of the browser's that we speak.

use std::cell::Cell;

use leptos::prelude::{document, window};
use words::{Language, Words};

use crate::device;

thread_local! {
    static WORDS: Cell<Words> = const { Cell::new(Words::new(Language::English)) };
}

/// Everything that is said, in the language of this page.
pub fn say() -> Words {
    WORDS.get()
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
