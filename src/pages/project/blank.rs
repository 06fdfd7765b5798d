//! A diagram without cards says what to do.

use leptos::prelude::*;
use model::Level;
use model::role::Action;

use crate::diagram::commands;
use crate::language::say;
use crate::state::ProjectState;
use crate::ui::{Button, Kind, after_paint, focus_at, is_nowhere};

/// What stands on an empty ground: how to begin, or that there is nothing to see yet.
#[component]
pub fn Blank() -> impl IntoView {
    let state = ProjectState::expect();
    let empty = move || state.document.loaded.get() && state.picture.structure.read().is_empty();
    let begin = move || {
        if !state.document.caught_up.get() {
            return view! { <p class="blank__text">{say().blank_not_here_yet()}</p> }.into_any();
        }
        if state.role.get().may(Action::Edit) {
            let add = move |()| commands::add_in_column(&state, Level::Aim);
            view! {
                <h2>{say().blank_title()}</h2>
                <p class="blank__text">{say().blank_text()}</p>
                <Button attr:data-begin="" label=say().blank_begin() kind=Kind::Filled on_press=add />
            }
            .into_any()
        } else {
            view! { <p class="blank__text">{say().blank_nothing()}</p> }.into_any()
        }
    };
    Effect::new(move |_| {
        if empty() {
            after_paint(focus_begin);
        }
    });
    view! {
        <Show when=empty>
            <div class="blank">{begin}</div>
        </Show>
    }
}

/// The one thing to do on an empty ground has the focus, unless somebody has gone elsewhere.
fn focus_begin() {
    if is_nowhere() {
        focus_at("[data-begin]");
    }
}
