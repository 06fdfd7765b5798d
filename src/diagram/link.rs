//! The links: one SVG behind the cards.

use std::sync::Arc;

use leptos::prelude::*;
use model::{LinkKey, Strength};

use super::card::{hue, token};
use super::viewport::Area;
use crate::state::ProjectState;

/// All links that may be seen in an area.
#[component]
pub fn Links(
    /// What is seen, in diagram pixels.
    seen: Memo<Area>,
) -> impl IntoView {
    let state = ProjectState::expect();
    let keys = Memo::new(move |_| {
        let seen = seen.get();
        state.picture.placed.with(|placed| {
            let near = |curve: &&figure::diagram::Curve| seen.touches(&bounds(curve));
            placed.layout.links.iter().filter(near).map(|curve| curve.key.clone()).collect::<Vec<_>>()
        })
    });
    let width = move || state.picture.placed.with(|placed| placed.layout.width.to_string());
    let height = move || state.picture.placed.with(|placed| placed.layout.height.to_string());
    view! {
        <svg class="links" aria-hidden="true" width=width height=height>
            <For each=move || keys.get() key=LinkKey::clone let:key>
                <LinkView key_=key />
            </For>
        </svg>
    }
}

fn bounds(curve: &figure::diagram::Curve) -> Area {
    let mut area =
        Area { left: curve.start.x, right: curve.start.x, top: curve.start.y, bottom: curve.start.y };
    for point in curve.pieces.iter().flatten() {
        area.left = area.left.min(point.x);
        area.right = area.right.max(point.x);
        area.top = area.top.min(point.y);
        area.bottom = area.bottom.max(point.y);
    }
    area
}

#[component]
fn LinkView(key_: LinkKey) -> impl IntoView {
    let state = ProjectState::expect();
    let key = Arc::new(key_);
    let curve = {
        let key = key.clone();
        Memo::new(move |_| {
            let placed = state.picture.placed.read();
            placed.curve(&key).map(|curve| (curve.path(), hue(curve.branch)))
        })
    };
    let colour = {
        let key = key.clone();
        Memo::new(move |_| {
            let colouring = state.picture.colouring.read();
            colouring.as_ref().map(|colouring| token(colouring.link(&key)))
        })
    };
    let strength = {
        let key = key.clone();
        Memo::new(move |_| {
            state.document.links.track();
            state.document.with_project(|project| {
                project.links.get(&*key).map_or(Strength::Strong, |link| link.strength)
            })
        })
    };
    let near = Memo::new(move |_| {
        state
            .session
            .current
            .with(|current| current.as_ref().is_some_and(|id| *id == key.from || *id == key.to))
    });
    view! {
        <path
            class="link"
            d=move || curve.with(|curve| curve.as_ref().map(|(path, _)| path.clone()))
            data-hue=move || curve.with(|curve| curve.as_ref().and_then(|(_, hue)| hue.clone()))
            style=("--hue", move || colour.get())
            data-strength=move || strength.get().as_str()
            data-near=move || near.get().then_some("")
        ></path>
    }
}
