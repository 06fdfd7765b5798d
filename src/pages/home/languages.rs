//! The languages that the app speaks, each in its own words: one press opens the page in another.

use leptos::prelude::*;
use words::Language;

use crate::language::{change, say};
use crate::ui::{Button, Kind};

/// One button a language; the one that is spoken is marked.
#[component]
pub fn Languages() -> impl IntoView {
    let one = |language: Language| {
        let is_spoken = language == say().language();
        let press = move |()| {
            if !is_spoken {
                change(language);
            }
        };
        view! {
            <Button
                label=language.own_name()
                kind=Kind::Quiet
                attr:lang=language.tag()
                attr:aria-current=is_spoken.then_some("true")
                on_press=press
            />
        }
    };
    view! {
        <nav class="languages" aria-label=say().ui_language()>
            {Language::ALL.map(one)}
        </nav>
    }
}
