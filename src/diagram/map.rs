//! Beside a picture that is larger than the screen: what its colours say, and all of it as small as a thumb.

use figure::mini::{Area as MiniArea, Mini, mini};
use leptos::{html, prelude::*};
use web_sys::PointerEvent;

use super::card::token;
use super::viewport::Point;
use crate::language::say;
use crate::state::ProjectState;

/// The room of the map, in screen pixels.
const ROOM: (f64, f64) = (168.0, 132.0);
/// The diagram must be so much larger than the screen before a map is of use.
const LARGER: f64 = 2.0;

/// What the colours say, where they do not say the branch.
#[component]
pub fn Legend() -> impl IntoView {
    let state = ProjectState::expect();
    let row = |(colour, words): (figure::Colour, String)| {
        let sample = token(colour);
        view! { <li class="legend__row"><span class="legend__sample" style=("--hue", sample)></span>{words}</li> }
    };
    move || {
        let rows = state.picture.colouring.with(|colouring| {
            colouring.as_ref().map(|colouring| colouring.legend(say())).unwrap_or_default()
        });
        (!rows.is_empty()).then(|| view! { <ul class="legend" aria-label=say().view_colours()>{rows.into_iter().map(row).collect_view()}</ul> })
    }
}

/// The map; a press on it leads there. The keyboard has its own ways, so it is not read out.
#[component]
pub fn Map() -> impl IntoView {
    let state = ProjectState::expect();
    let map = NodeRef::<html::Div>::new();
    let needed = Memo::new(move |_| {
        let view = state.picture.viewport.read();
        let (width, height) = (view.diagram.x * view.zoom, view.diagram.y * view.zoom);
        width > view.screen.x * LARGER || height > view.screen.y * LARGER
    });
    let drawn = Memo::new(move |_| {
        if !needed.get() {
            return Mini::default();
        }
        let colouring = state.picture.colouring.get();
        state.picture.placed.with(|placed| mini(&placed.layout, colouring.as_deref(), ROOM))
    });
    let paths = move || drawn.with(paths);
    let window = move || {
        let seen = state.picture.viewport.get().area();
        let (width, height) = (seen.right - seen.left, seen.bottom - seen.top);
        let seen = MiniArea { x: seen.left, y: seen.top, width, height };
        let MiniArea { x, y, width, height } = drawn.with(|drawn| drawn.mini_from_diagram(seen));
        view! { <rect class="map__window" x=x y=y width=width height=height /> }
    };
    let go = move |event: PointerEvent| {
        event.stop_propagation();
        if event.buttons() & 1 == 0 {
            return;
        }
        let Some(corner) = map.get_untracked().map(|map| map.get_bounding_client_rect()) else { return };
        let at = figure::diagram::Point {
            x: f64::from(event.client_x()) - corner.left(),
            y: f64::from(event.client_y()) - corner.top(),
        };
        let there = drawn.with_untracked(|drawn| drawn.diagram_from_mini(at));
        state.picture.viewport.update(|view| *view = view.centred_on(Point::new(there.x, there.y)));
    };
    view! {
        <Show when=move || needed.get()>
            <div class="map" aria-hidden="true" node_ref=map on:pointerdown=go on:pointermove=go>
                <svg width=move || drawn.with(|drawn| drawn.width.to_string()) height=move || drawn.with(|drawn| drawn.height.to_string())>
                    {paths}
                    {window}
                </svg>
            </div>
        </Show>
    }
}

/// One path a colour: thousands of cards are a few elements.
fn paths(drawn: &Mini) -> impl IntoView + use<> {
    let mut colours: Vec<(figure::Colour, String)> = Vec::new();
    for (tile, colour) in &drawn.tiles {
        let path =
            format!("M{:.1} {:.1}h{:.1}v{:.1}h{:.1}z", tile.x, tile.y, tile.width, tile.height, -tile.width);
        match colours.iter_mut().find(|(other, _)| other == colour) {
            Some((_, all)) => all.push_str(&path),
            None => colours.push((*colour, path)),
        }
    }
    let path = |(colour, path): (figure::Colour, String)| {
        view! { <path class="map__tiles" style=("--hue", token(colour)) d=path></path> }
    };
    colours.into_iter().map(path).collect_view()
}
