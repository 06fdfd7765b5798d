//! Other ways to begin: blank, from an example, from an outline, from a file.

pub mod examples;

pub mod file;

pub mod outline;

use leptos::prelude::*;

use super::beginning;
use super::creation::Creation;
use crate::language::say;
use crate::ui::{Icon, IconView, unique_id};
use examples::Examples;
use file::OpenFile;
use outline::PasteOutline;

/// Four tiles, and the dialogs that some of them open.
#[component]
pub fn Ways() -> impl IntoView {
    let creation = Creation::expect();
    let (examples, outline) = (RwSignal::new(false), RwSignal::new(false));
    let file = NodeRef::new();
    let blank = move |()| creation.make(beginning::blank(say()));
    let open_file = move |()| file::choose(file);
    let words = [
        (say().home_blank(), say().home_blank_more()),
        (say().home_example(), say().home_example_more()),
        (say().home_outline_title(), say().home_outline_more()),
        (say().home_file(), say().home_file_more()),
    ];
    view! {
        <section class="ways" aria-labelledby="ways">
            <h2 id="ways">{say().home_ways()}</h2>
            <ul class="ways__list">
                <Way words=words[0] icon=Icon::Plus on_press=blank />
                <Way words=words[1] icon=Icon::Examples on_press=move |()| examples.set(true) />
                <Way words=words[2] icon=Icon::Paste on_press=move |()| outline.set(true) />
                <Way words=words[3] icon=Icon::Upload on_press=open_file />
            </ul>
            <OpenFile input=file />
            <Examples open=examples />
            <PasteOutline open=outline />
        </section>
    }
}

#[component]
fn Way(
    words: (&'static str, &'static str),
    icon: Icon,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    let creation = Creation::expect();
    let more = unique_id("way");
    let described_by = more.clone();
    let press = move |_| {
        if !creation.is_working() {
            on_press.run(());
        }
    };
    view! {
        <li class="way">
            <span class="way__icon">
                <IconView icon=icon />
            </span>
            <button type="button" class="way__name" aria-describedby=described_by on:click=press>
                {words.0}
            </button>
            <p class="way__more" id=more>
                {words.1}
            </p>
        </li>
    }
}
