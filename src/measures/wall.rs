//! All measures side by side, small, for a meeting and for one sheet of paper.

use figure::{Fonts, Theme, small_chart, svg};
use leptos::{html, prelude::*};
use model::MeasureId;

use super::edit::named;
use super::lines;
use super::plan::{Head, latest, value};
use crate::days;
use crate::language::say;
use crate::pages::project::print::print;
use crate::state::ProjectState;
use crate::ui::{Button, Icon, Kind as Tone, width_of};

/// The height of a small chart, in pixels.
const HEIGHT: f64 = 200.0;

/// The wall.
#[component]
pub fn Wall() -> impl IntoView {
    let state = ProjectState::expect();
    let empty = move || state.document.measures.with(Vec::is_empty);
    let of = move || format!("{} · {}", state.document.title.get(), days::today_in_words());
    view! {
        <div class="measures">
            <Head />
            <p class="wall__of">{of}</p>
            <Show when=empty><p class="measures__empty">{say().measures_empty()}</p></Show>
            <ul class="wall">
                <For each=move || state.document.measures.get() key=MeasureId::clone let:id><Tile id /></For>
            </ul>
            <Show when=move || !empty()>
                <div class="wall__foot"><Button label=say().wall_print() icon=Icon::Download kind=Tone::Quiet on_press=move |()| print() /></div>
            </Show>
        </div>
    }
}

#[component]
fn Tile(id: MeasureId) -> impl IntoView {
    let state = ProjectState::expect();
    let Some(measure) = state.document.measure(&id).map(RwSignal::from) else { return ().into_any() };
    let reading = lines::reading(state, id.clone());
    let name = move || measure.with(|measure| named(&measure.name));
    let holder = NodeRef::<html::Div>::new();
    let width = width_of(holder);
    let drawn = move || {
        let Some(width) = width.get() else { return String::new() };
        reading.with(|reading| {
            let look = figure::ChartLook { title: String::new(), ..(*reading.look).clone() };
            let mut drawn = small_chart(&reading.chart, &look, (width, HEIGHT));
            // Its name stands above it, and in it for who cannot see it.
            drawn.scene.title = name();
            svg(&drawn.scene, Theme::Page, Fonts::Named)
        })
    };
    let since = move || {
        reading.with(|reading| {
            let baseline = reading.look.baseline?;
            let last = reading.chart.points.get(reading.chart.latest()?)?.value?;
            let change = last - baseline;
            let sign = if change > 0.0 { "+" } else { "" };
            // From 60 % to 80 % is no rise of 20 %.
            Some(match reading.look.unit.as_str() {
                "%" => say().wall_since_points(&format!("{sign}{}", value(change, ""))),
                unit => say().wall_since(&format!("{sign}{}", value(change, unit))),
            })
        })
    };
    let open = {
        let id = id.clone();
        move |_| state.session.view.show_measure(Some(id.clone()))
    };
    view! {
        <li class="tile" data-measure=id.to_string()>
            <button type="button" class="tile__name" on:click=open>{name}</button>
            <div class="tile__chart" node_ref=holder inner_html=drawn></div>
            <p class="tile__latest">{move || reading.with(latest)}<span class="plan__said">{since}</span></p>
        </li>
    }
    .into_any()
}
