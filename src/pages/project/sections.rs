//! The sections of a project: its diagram, its measures.

use leptos::prelude::*;

use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::view::Section;
use crate::ui::{Icon, IconView};

/// The way from one section to another; on a narrow screen it is within reach of a thumb.
#[component]
pub fn Sections() -> impl IntoView {
    let state = ProjectState::expect();
    let section = state.session.view.section;
    let measures = Memo::new(move |_| section.read().measures());
    let count = Memo::new(move |_| state.document.measures.with(Vec::len));
    let of_measures = move || match count.get() {
        0 => say().measures_title().to_owned(),
        count => say().measures_count(count),
    };
    let current = move |is: bool| move || (measures.get() == is).then_some("page");
    let go = move |to: Section| {
        crate::diagram::commands::finish(&state);
        section.set(to);
    };
    view! {
        <nav class="sections" aria-label=say().sections_name()>
            <button type="button" class="sections__to" aria-current=current(false) on:click=move |_| go(Section::Diagram)>
                <IconView icon=Icon::Picture /><span>{say().project_diagram()}</span>
            </button>
            <button type="button" class="sections__to" aria-current=current(true) on:click=move |_| go(Section::Measures)>
                <IconView icon=Icon::Measures /><span>{of_measures}</span>
            </button>
        </nav>
    }
}
