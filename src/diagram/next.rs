//! What comes next, beside an aim that stands alone.

use leptos::prelude::*;
use model::Level;
use model::role::Action;

use super::commands;
use crate::language::say;
use crate::state::ProjectState;
use crate::ui::Button;

/// Between the aim and what comes next, in diagram pixels.
const GAP: f64 = 48.0;

/// The offer to write the first driver.
#[component]
pub fn Next() -> impl IntoView {
    let state = ProjectState::expect();
    let place = move || {
        // Of many that a filter hides, the aim does not stand alone.
        let alone = state.picture.structure.with(|structure| structure.len() == 1)
            && state.document.structure.with(|structure| structure.len() <= 1);
        let may = alone && state.role.get().may(Action::Edit);
        state.picture.placed.with(|placed| {
            placed.layout.cards.first().filter(|card| may && card.level == Level::Aim).cloned()
        })
    };
    let add = move |()| commands::add_in_column(&state, Level::Primary);
    let pixels = |value: f64| format!("{value}px");
    move || {
        place().map(|aim| {
            view! {
                <div class="next" style:left=pixels(aim.x + aim.width + GAP) style:top=pixels(aim.y)>
                    <p>{say().diagram_next()}</p>
                    <Button label=say().level_add(Level::Primary.as_str()) on_press=add />
                </div>
            }
        })
    }
}
