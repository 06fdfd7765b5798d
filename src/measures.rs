//! The measure plan: what is counted and how, the numbers, and what they say.

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use model::MeasureId;

use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::view::Section;
use crate::ui::later::{self, Chunk, Fetched};
use crate::ui::{Later, after_paint, focus_at, is_nowhere};

pub mod add;
pub mod chart;
pub mod edit;
pub mod fields;
pub mod lines;
pub mod observations;
pub mod page;
pub mod plan;
pub mod save;
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
    let section = state.session.view.section;
    let shown = Memo::new(move |_| match section.get() {
        Section::Measure(id) if state.document.measures.with(|measures| measures.contains(&id)) => {
            Shown::Page(id)
        }
        Section::Measure(_) if !state.document.caught_up.get() => Shown::NotYet,
        Section::Measure(_) => Shown::Gone,
        Section::Wall => Shown::Wall,
        Section::Measures | Section::Diagram => Shown::Plan,
    });
    // Another page begins at its top, and the keyboard with it where nothing else has it.
    Effect::new(move |before: Option<()>| {
        shown.track();
        if before.is_some() {
            after_paint(begin);
        }
    });
    move || match shown.get() {
        Shown::Plan => view! { <plan::Plan /> }.into_any(),
        Shown::Wall => view! { <wall::Wall /> }.into_any(),
        Shown::Page(id) => view! { <page::Page id /> }.into_any(),
        Shown::NotYet => view! { <p class="measures__empty">{say().blank_not_here_yet()}</p> }.into_any(),
        Shown::Gone => view! { <Gone /> }.into_any(),
    }
}

fn begin() {
    if let Some(view) = document().query_selector("[data-section=measures]").ok().flatten() {
        view.set_scroll_top(0);
    }
    if is_nowhere() {
        focus_at("[data-measures-title]");
    }
}

/// What of the section is on the page.
#[derive(Clone, PartialEq)]
enum Shown {
    Plan,
    Wall,
    Page(MeasureId),
    /// An address names a measure before the project is here.
    NotYet,
    Gone,
}

/// A measure that somebody deleted, perhaps while its page was open.
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
