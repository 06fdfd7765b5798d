//! On paper: the whole diagram, whatever part of it the screen shows just now.

use figure::{Fonts, Scene, Theme, diagram::MARGIN, svg};
use js_sys::Date;
use leptos::{ev, prelude::*};
use model::Project;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, HtmlElement, MediaQueryList};
use words::Day;

use crate::language::say;
use crate::state::ProjectState;

/// How small the picture may become so that it fits on one page: its letters of 16 pixels are 7 points high then.
const SMALLEST: f64 = 7.0 / 12.0;
/// How high a picture may be, as a share of its width, whose letters are larger on a page that lies on its side.
const LYING: f64 = 0.85;
/// The mark on the page while it is printed.
const PRINTED: &str = "data-print";

/// Puts the whole diagram in the place of the page whenever it is printed.
pub fn offer(state: ProjectState) {
    let before = window_event_listener(ev::beforeprint, move |_| put(&state));
    let after = window_event_listener(ev::afterprint, move |_| remove());
    let media = Media::follow(move |on_paper| if on_paper { put(&state) } else { remove() });
    let media = StoredValue::new_local(media);
    on_cleanup(move || {
        before.remove();
        after.remove();
        if let Some(Some(media)) = media.try_update_value(Option::take) {
            media.leave();
        }
    });
}

/// Hears when the page is shown as on paper without being printed, as programs do that make a PDF of it.
struct Media {
    query: MediaQueryList,
    changed: Closure<dyn Fn()>,
}

impl Media {
    fn follow(told: impl Fn(bool) + 'static) -> Option<Self> {
        let query = window().match_media("print").ok().flatten()?;
        let asked = query.clone();
        let changed = Closure::<dyn Fn()>::new(move || told(asked.matches()));
        query.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref()).ok()?;
        Some(Self { query, changed })
    }

    fn leave(self) {
        let changed = self.changed.as_ref().unchecked_ref();
        // Refused only for a listener that is none.
        self.query.remove_event_listener_with_callback("change", changed).ok();
    }
}

fn put(state: &ProjectState) {
    let project = state.with_document(|document| document.project());
    if project.cards.values().all(|card| card.deleted.is_some()) {
        return;
    }
    remove();
    // Without what is refused here the page is printed as it stands.
    build(project).ok();
}

fn remove() {
    let Some(body) = document().body() else { return };
    body.remove_attribute(PRINTED).ok();
    if let Some(paper) = document().query_selector(".print").ok().flatten() {
        paper.remove();
    }
}

fn build(mut project: Project) -> Result<(), JsValue> {
    let paper: HtmlElement = document().create_element("div")?.unchecked_into();
    paper.set_class_name("print");
    // The title stands above the picture, and not in it again.
    let title = std::mem::take(&mut project.title);
    for (tag, class, words) in [("h1", "print__title", title), ("p", "print__date", today())] {
        let line = document().create_element(tag)?;
        line.set_class_name(class);
        line.set_text_content(Some(&words));
        paper.append_child(&line)?;
    }
    let scene = Scene::of(&project);
    let (width, height) = (width(&scene), scene.height - MARGIN);
    if height < width * LYING {
        paper.set_attribute("data-shape", "wide")?;
    }
    let style = web_sys::HtmlElement::style(&paper);
    style.set_property("--print-least", &format!("{}px", width * SMALLEST))?;
    style.set_property("--print-shape", &(width / height).to_string())?;
    for part in parts(&scene)? {
        paper.append_child(&part)?;
    }
    let body = document().body().ok_or(JsValue::NULL)?;
    body.append_child(&paper)?;
    body.set_attribute(PRINTED, "")
}

/// How wide it is without its margins, for a page has its own.
fn width(scene: &Scene) -> f64 {
    scene.width - 2.0 * (MARGIN - 1.0)
}

/// The picture in parts that a page may end after: cut between cards.
fn parts(scene: &Scene) -> Result<Vec<Element>, JsValue> {
    let holder = document().create_element("div")?;
    // Everything that people wrote is escaped in it.
    holder.set_inner_html(&svg(scene, Theme::Light, Fonts::Named));
    let whole = holder.first_element_child().ok_or(JsValue::NULL)?;
    let cuts = scene.cuts();
    let tops = std::iter::once(MARGIN).chain(cuts.iter().copied());
    let bottoms = cuts.iter().copied().chain([scene.height]);
    tops.zip(bottoms)
        .map(|(top, bottom)| {
            let part: Element = whole.clone_node_with_deep(true)?.unchecked_into();
            part.set_attribute("class", "print__part")?;
            let (left, width, height) = (MARGIN - 1.0, width(scene), bottom - top);
            part.set_attribute("viewBox", &format!("{left} {top} {width} {height}"))?;
            part.set_attribute("width", &width.to_string())?;
            part.set_attribute("height", &height.to_string())?;
            Ok(part)
        })
        .collect()
}

/// "22 November 2026": paper does not say by itself how old it is.
fn today() -> String {
    let now = Date::new_0();
    // A browser counts months from 0; both fit.
    let (month, day) = (now.get_month() as u8 + 1, now.get_date() as u8);
    say().date(Day { year: now.get_full_year() as i32, month, day })
}
