//! The home page: one sentence starts a project; below it other ways to begin, and the projects of this device.

pub mod aim;

pub mod start;

pub mod ways;

pub mod known;

pub mod beginning;

pub mod creation;

pub mod languages;

use leptos::wasm_split::wasm_split;
use leptos::{ev, prelude::*};

use crate::language::say;
use crate::ui::later::{self, Chunk};
use crate::ui::mark::Mark;
use crate::ui::starting;
use creation::{AskKey, Creation, Progress};
use known::Projects;
use languages::Languages;
use start::Start;
use ways::Ways;

/// The home page, fetched when it is needed.
#[wasm_split(home, wasm_split_path = leptos::wasm_split, fallible)]
pub fn later() -> Chunk {
    later::here(|| view! { <Home /> })
}

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    starting::end();
    let creation = Creation::provide();
    document().set_title(say().ui_name());
    // A page that was left for a project, and is shown again as it was, has nothing to wait for any more.
    let shown = window_event_listener(ev::Custom::new("pageshow"), move |_: web_sys::Event| creation.rest());
    on_cleanup(move || shown.remove());
    // Without the fragment in the bar: one that changes there starts the app anew.
    let skip = |event: ev::MouseEvent| {
        event.prevent_default();
        known::focus_heading();
    };
    view! {
        <a class="skip" href="#known" on:click=skip>
            {say().home_skip()}
        </a>
        <div class="home">
            <header class="home__bar">
                <Mark />
                <span class="home__name">{say().ui_name()}</span>
                <Languages />
            </header>
            <main class="home__main">
                <Start />
                <Progress />
                <Ways />
                <Projects />
            </main>
            <footer class="home__foot">
                <p>{say().home_promise()}</p>
            </footer>
            <AskKey />
        </div>
    }
}
