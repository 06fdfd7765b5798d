//! The chart as it is drawn, and its points for mouse, finger and keyboard.

use chrono::NaiveDate;
use figure::{ChartLook, Fonts, Theme, chart, measured, said, svg};
use leptos::{html, prelude::*};
use statistics::ChartKind;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::language::say;
use crate::measures::edit::Subject;
use crate::measures::lines::Reading;
use crate::measures::observations::rows::iso;
use crate::pages::project::pictures::drawing::Faces;
use crate::pages::project::pictures::names::file_name;
use crate::pages::project::pictures::png::{SVG, png};
use crate::pages::project::pictures::size::Pixels;
use crate::pages::project::save;
use crate::state::ProjectState;
use crate::ui::{Button, Icon, Kind as Tone, focus_in, width_of};

/// Its height, in pixels; on narrow screens it has room below.
const HEIGHT: f64 = 420.0;
/// The size of what is saved, in pixels.
const SAVED: (f64, f64) = (1200.0, 640.0);
/// The same as PNG: twice as many.
const PIXELS: Pixels = Pixels { width: 2400, height: 1280 };

/// The drawing, over it its points, and below it what the one says that one is on.
#[component]
pub fn Picture(
    /// What is drawn.
    reading: Memo<Reading>,
) -> impl IntoView {
    let holder = NodeRef::<html::Div>::new();
    let width = width_of(holder);
    let drawn = Memo::new(move |_| {
        let width = width.get()?;
        Some(reading.with(|reading| chart(&reading.chart, &reading.look, (width, HEIGHT))))
    });
    let places = Memo::new(move |_| {
        drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.points.clone()).unwrap_or_default())
    });
    let at = RwSignal::new(None::<usize>);
    let last = move || places.with(|places| places.iter().rposition(Option::is_some));
    let on = Memo::new(move |_| at.get().filter(|at| *at < places.with(Vec::len)).or_else(last));
    let words = move |place: usize| {
        reading.with(|reading| said::point(&reading.chart, place, &reading.look.unit, say()))
    };
    let points = move || {
        let days =
            reading.with(|reading| reading.chart.points.iter().map(|point| point.day).collect::<Vec<_>>());
        let point = |(place, point): (usize, Option<figure::diagram::Point>)| {
            let figure::diagram::Point { x, y } = point?;
            let date = days.get(place).copied().and_then(NaiveDate::from_num_days_from_ce_opt).map(iso);
            Some(view! {
                <button type="button" class="chart__point" data-point=date data-place=place.to_string()
                    tabindex="-1" style:left=format!("{x}px") style:top=format!("{y}px") aria-label=words(place)></button>
            })
        };
        places.get().into_iter().enumerate().filter_map(point).collect_view()
    };
    // One point is reached by Tab, the others by arrows. Hundreds that each listen for themselves would be slow.
    Effect::new(move |before: Option<Option<usize>>| {
        places.track();
        let now = on.get();
        if let Some(holder) = holder.get() {
            for (place, stop) in [(before.flatten(), "-1"), (now, "0")] {
                let point = place.and_then(|place| holder.query_selector(&point_at(place)).ok().flatten());
                // What is not drawn any more needs no stop.
                point.map(|point| point.set_attribute("tabindex", stop));
            }
        }
        now
    });
    let reached = move |event: web_sys::Event| {
        let point = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let place = point.and_then(|point| point.get_attribute("data-place")?.parse().ok());
        if let Some(place) = place.filter(|place| Some(*place) != at.get_untracked()) {
            at.set(Some(place));
        }
    };
    let key = move |event: KeyboardEvent| {
        let Some(holder) = holder.get_untracked() else { return };
        let there = places.with_untracked(|places| {
            let drawn = places.iter().enumerate().filter(|(_, point)| point.is_some());
            drawn.map(|(place, _)| place).collect::<Vec<_>>()
        });
        let now = there.iter().position(|place| Some(*place) == on.get_untracked()).unwrap_or(0);
        let next = match event.key().as_str() {
            "ArrowLeft" => now.saturating_sub(1),
            "ArrowRight" => (now + 1).min(there.len().saturating_sub(1)),
            "Home" => 0,
            "End" => there.len().saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        if let Some(place) = there.get(next) {
            focus_in(&holder, &point_at(*place));
        }
    };
    let picture = move || {
        drawn.with(|drawn| {
            drawn.as_ref().map(|drawn| svg(&drawn.scene, Theme::Page, Fonts::Named)).unwrap_or_default()
        })
    };
    let told = move || on.get().map(words).unwrap_or_default();
    view! {
        <div class="chart__frame" node_ref=holder role="group" aria-label=say().measures_points() on:keydown=key
            on:focusin=move |event| reached(event.into()) on:pointerover=move |event| reached(event.into())>
            <div class="chart__svg" inner_html=picture></div>
            {points}
        </div>
        <p class="chart__told" aria-hidden="true">{told}</p>
    }
}

/// Beside a chart of means, that of their spread: limits of means hold only while the spread does.
#[component]
pub fn Spread(
    /// The measure.
    subject: Subject,
    /// What is drawn of it.
    reading: Memo<Reading>,
) -> impl IntoView {
    let holder = NodeRef::<html::Div>::new();
    let width = width_of(holder);
    let is_of_means =
        Memo::new(move |_| reading.with(|reading| reading.chart.settings.kind == ChartKind::Xbar));
    let picture = move || {
        let width = width.get().filter(|_| is_of_means.get())?;
        let (mut settings, look) =
            reading.with(|reading| (reading.chart.settings.clone(), (*reading.look).clone()));
        settings.kind = ChartKind::S;
        settings.target = None;
        let look = ChartLook { title: String::new(), baseline: None, annotations: Vec::new(), ..look };
        let spread = subject.with(measured::series);
        let drawn = chart(&statistics::chart(&spread, &settings).shown(), &look, (width, HEIGHT / 2.0));
        Some(svg(&drawn.scene, Theme::Page, Fonts::Named))
    };
    view! { <div class="chart__frame" node_ref=holder hidden=move || !is_of_means.get() inner_html=move || picture().unwrap_or_default()></div> }
}

fn point_at(place: usize) -> String {
    format!("[data-place=\"{place}\"]")
}

/// The chart as files that stand alone, with their letters.
#[component]
pub fn Save(
    /// What is saved.
    reading: Memo<Reading>,
) -> impl IntoView {
    let state = ProjectState::expect();
    let save = move |is_png: bool| {
        let (scene, title) = reading.with_untracked(|reading| {
            let dated = Some(crate::days::today_in_words());
            let look = ChartLook { dated, ..(*reading.look).clone() };
            (chart(&reading.chart, &look, SAVED).scene, look.title)
        });
        leptos::task::spawn_local(async move {
            let svg = svg(&scene, Theme::Light, Faces::load().await.fonts());
            let (ending, bytes) = match is_png {
                true => ("png", png(&svg, PIXELS).await),
                false => ("svg", save::blob(&svg, SVG)),
            };
            let name = file_name(say(), (&title, &crate::days::today_in_words()), None);
            save::file(&state, bytes, &format!("{name}.{ending}"));
        });
    };
    view! {
        <div class="chart__foot">
            <Button label=say().pictures_save_svg() icon=Icon::Download kind=Tone::Quiet on_press=move |()| save(false) />
            <Button label=say().pictures_save_png() icon=Icon::Download kind=Tone::Quiet on_press=move |()| save(true) />
        </div>
    }
}
