//! The aim as it grows, where it will stand: left of drivers and ideas that are still to come.

use leptos::prelude::*;

use super::draft::Draft;
use crate::language::say;
use crate::pages::home::aim::Part;

/// A box of the picture: x, y, height, and how long its lines are; in units of the drawing.
type Box = (f64, f64, f64, &'static [f64]);

/// The width of each box.
const WIDTH: f64 = 136.0;

/// One branch each: a driver, its hue, and its ideas.
const BRANCHES: &[(Box, u8, &[Box])] = &[
    ((56.0, 52.0, 52.0, &[88.0, 60.0]), 4, &[(256.0, 36.0, 40.0, &[96.0]), (256.0, 86.0, 40.0, &[72.0])]),
    ((56.0, 152.0, 40.0, &[72.0]), 2, &[(256.0, 136.0, 40.0, &[84.0])]),
    (
        (56.0, 236.0, 52.0, &[92.0, 48.0]),
        6,
        &[(256.0, 206.0, 52.0, &[92.0, 64.0]), (256.0, 268.0, 40.0, &[56.0])],
    ),
];

/// Where the branches leave the aim.
const SOURCE: (f64, f64) = (0.0, 172.0);

/// The aim card with its growing text, and the rest of a diagram, faint.
#[component]
pub fn Sketch(
    /// Where the aim comes from
    draft: Draft,
) -> impl IntoView {
    let text = move || match draft.aim() {
        parts if parts.is_empty() => {
            view! { <span class="sketch__empty">{say().home_sketch_empty()}</span> }.into_any()
        }
        parts => parts.into_iter().map(part).collect_view().into_any(),
    };
    view! {
        <figure class="sketch" aria-label=say().home_sketch()>
            <div class="sketch__aim">
                <p class="sketch__name">{say().level_aim()}</p>
                <p class="sketch__text">{text}</p>
            </div>
            <Tree />
        </figure>
    }
}

fn part(part: Part) -> AnyView {
    match part {
        Part::Known(words) => words.into_any(),
        Part::Unknown(words) => view! { <em class="sketch__unknown">{words}</em> }.into_any(),
    }
}

#[component]
fn Tree() -> impl IntoView {
    let branches = BRANCHES.iter().map(branch).collect_view();
    view! {
        <svg class="sketch__tree" viewBox="0 0 394 344" preserveAspectRatio="xMinYMid slice" aria-hidden="true" focusable="false">
            <text class="sketch__label" x="56" y="16">
                {say().home_sketch_drivers()}
            </text>
            <text class="sketch__label" x="256" y="16">
                {say().home_sketch_ideas()}
            </text>
            {branches}
        </svg>
    }
}

fn branch((driver, hue, ideas): &(Box, u8, &[Box])) -> impl IntoView + use<> {
    let (x, y, height, _) = *driver;
    let right = (x + WIDTH, y + height / 2.0);
    let links: Vec<_> = ideas.iter().map(|idea| curve(right, left_of(idea))).collect();
    let ideas: Vec<_> = ideas.iter().map(|idea| drawn(idea, 14.0)).collect();
    view! {
        <g data-hue=*hue>
            {curve(SOURCE, left_of(driver))} {links} {drawn(driver, 6.0)}
            <path class="sketch__band" d=format!("M{} {y}h-1a5 5 0 0 0-5 5v{}a5 5 0 0 0 5 5h1z", x + 6.0, height - 10.0) />
            {ideas}
        </g>
    }
}

fn left_of((x, y, height, _): &Box) -> (f64, f64) {
    (*x, y + height / 2.0)
}

fn curve((from_x, from_y): (f64, f64), (to_x, to_y): (f64, f64)) -> impl IntoView {
    let middle = (from_x + to_x) / 2.0;
    let path = format!("M{from_x} {from_y}C{middle} {from_y} {middle} {to_y} {to_x} {to_y}");
    view! { <path class="sketch__link" d=path /> }
}

fn drawn((x, y, height, lines): &Box, radius: f64) -> impl IntoView + use<> {
    let (left, top) = (x + 20.0, y + height / 2.0 - 4.0 - 9.0 * (lines.len() - 1) as f64);
    let bars = lines.iter().enumerate().map(|(place, width)| {
        view! { <rect class="sketch__line" x=left y=top + 18.0 * place as f64 width=*width height="8" rx="4" /> }
    });
    view! {
        <rect class="sketch__box" x=*x y=*y width=WIDTH height=*height rx=radius />
        {bars.collect_view()}
    }
}
