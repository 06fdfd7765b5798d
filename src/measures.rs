//! The measure plan: what is counted and how, the numbers, and what they say.

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use model::MeasureId;

use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::view::Section;
use crate::ui::Later;
use crate::ui::later::{self, Chunk, Fetched};

pub mod add;
pub mod chart;
pub mod edit;
pub mod fields;
pub mod lines;
pub mod observations;
pub mod page;
pub mod plan;
pub mod wall;
pub mod watches;

/// The section; its code is fetched when it is first opened.
#[component]
pub fn Measures() -> impl IntoView {
    let state = ProjectState::expect();
    let fetch = || -> Fetched { Box::pin(later()) };
    view! { <Later fetch=Box::new(fetch) on_close=move |()| state.session.view.show_diagram() /> }
}

#[wasm_split(measures, wasm_split_path = leptos::wasm_split, fallible, preload(fetch))]
pub(crate) fn later() -> Chunk {
    later::here(|| view! { <Sections /> })
}

#[component]
fn Sections() -> impl IntoView {
    let state = ProjectState::expect();
    state.advice.look(&state);
    let section = Memo::new(move |_| state.session.view.section.get());
    let there = move |id: &MeasureId| state.document.measures.with(|measures| measures.contains(id));
    move || match section.get() {
        Section::Measure(id) if there(&id) => view! { <page::Page id /> }.into_any(),
        Section::Measure(_) => view! { <Gone /> }.into_any(),
        Section::Wall => view! { <wall::Wall /> }.into_any(),
        Section::Measures | Section::Diagram => view! { <plan::Plan /> }.into_any(),
    }
}

/// A measure that somebody deleted while its page was open.
#[component]
fn Gone() -> impl IntoView {
    let state = ProjectState::expect();
    view! {
        <div class="measures__empty">
            <p>{say().measures_gone()}</p>
            <crate::ui::Button label=say().measures_all() on_press=move |()| state.session.view.show_measure(None) />
        </div>
    }
}
