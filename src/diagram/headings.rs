//! The columns' headings: a name, a question, and a button that adds a card. They stay while the ground moves.

use figure::diagram::Column;
use leptos::prelude::*;
use model::Level;
use model::role::Action;

use super::commands;
use super::viewport::Point;
use crate::language::say;
use crate::state::ProjectState;
use crate::ui::{Icon, IconButton};

/// Below this width on the screen a heading is only its name.
const ROOM_FOR_A_QUESTION: f64 = 150.0;

/// Below this width it has no button: the column's cards have.
const ROOM_FOR_A_BUTTON: f64 = 90.0;

/// The row of headings.
#[component]
pub fn Headings() -> impl IntoView {
    let state = ProjectState::expect();
    let columns = Memo::new(move |_| state.picture.placed.with(|placed| placed.layout.columns.clone()));
    view! {
        <div class="headings">
            <For each=move || columns.get() key=|column| (column.level, column.x as i64) let:column>
                <Heading column />
            </For>
        </div>
    }
}

#[component]
fn Heading(column: Column) -> impl IntoView {
    let state = ProjectState::expect();
    let level = column.level;
    let left = move || state.picture.viewport.read().screen_from_diagram(Point::new(column.x, 0.0)).x;
    let width = move || column.width * state.picture.viewport.read().zoom;
    let has_aim = move || state.picture.structure.read().aim().is_some();
    let may_add = move || state.role.get().may(Action::Edit) && (level != Level::Aim || !has_aim());
    view! {
        <div class="heading" data-heading=level.as_str() style:left=move || format!("{}px", left()) style:width=move || format!("{}px", width())>
            <h2 class="heading__name">{say().levels(level)}</h2>
            <Show when=move || { width() > ROOM_FOR_A_QUESTION }>
                <p class="heading__question">{say().question(level)}</p>
            </Show>
            <Show when=move || { may_add() && width() > ROOM_FOR_A_BUTTON }>
                <IconButton attr:class="button heading__add" label=say().level_add(level.as_str()) icon=Icon::Plus
                    on_press=move |()| commands::add_in_column(&state, level) />
            </Show>
        </div>
    }
}
