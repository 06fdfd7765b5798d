//! On paper: what the screen shows of the diagram, over as many pages as letters that can be read take.

use figure::{Fonts, Paper, Scene, Theme, pages, svg};
use futures_util::FutureExt;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, MediaQueryList};

use super::pictures::drawing::{on_screen, options};
use crate::state::ProjectState;
use crate::state::session::view::Section;
use crate::ui::later::now_or_soon;

/// The mark on the page while it is printed.
const PRINTED: &str = "data-print";
/// Where paper is Letter; everywhere else it is A4. As languages name their countries.
const LETTER: [&str; 13] = ["US", "CA", "MX", "PH", "CO", "VE", "CL", "CR", "GT", "NI", "PA", "PR", "SV"];

/// Prints, as the browser's own command does.
pub fn print() {
    spawn_local(async {
        // Without what draws the pages, the page itself is printed.
        fetch_pages().await.ok();
        // Refused only where nothing can be printed at all.
        window().print().ok();
    });
}

/// Puts the diagram in the place of the page whenever that is printed.
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

/// A browser that prints by itself waits for nothing: pages that are still being fetched are there the next time, or a
/// little later where the page only looks as on paper.
fn put(state: &ProjectState) {
    // Measures are printed as they stand on the page.
    if state.session.view.section.with_untracked(Section::measures) {
        return;
    }
    let state = *state;
    let mut fetched = Box::pin(fetch_pages());
    match fetched.as_mut().now_or_never() {
        Some(_) => now_or_soon(pages_put(state), drop),
        None => now_or_soon(fetched, move |_| {
            let on_paper = window().match_media("print").ok().flatten().is_some_and(|media| media.matches());
            if on_paper {
                now_or_soon(pages_put(state), drop);
            }
        }),
    }
}

/// Draws the pages and puts them in the place of the page.
#[wasm_split(pictures, wasm_split_path = leptos::wasm_split, fallible, preload(fetch_pages))]
pub(super) fn pages_put(state: ProjectState) -> Result<(), SplitLoaderError> {
    put_pages(&state);
    Ok(())
}

fn put_pages(state: &ProjectState) {
    let project = state.with_document(|document| document.project());
    if project.cards.values().all(|card| card.deleted.is_some()) {
        return;
    }
    remove();
    let sheets = pages(&project, &options(state, on_screen(state)), paper());
    // Without what is refused here the page is printed as it stands.
    build(&sheets).ok();
}

fn remove() {
    let Some(body) = document().body() else { return };
    body.remove_attribute(PRINTED).ok();
    if let Some(paper) = document().query_selector(".print").ok().flatten() {
        paper.remove();
    }
}

fn build(sheets: &[Scene]) -> Result<(), JsValue> {
    let paper = document().create_element("div")?;
    paper.set_class_name("print");
    for sheet in sheets {
        let picture = picture(sheet)?;
        paper.append_child(&picture)?;
    }
    let body = document().body().ok_or(JsValue::NULL)?;
    body.append_child(&paper)?;
    body.set_attribute(PRINTED, "")
}

fn picture(sheet: &Scene) -> Result<Element, JsValue> {
    let holder = document().create_element("div")?;
    // Everything that people wrote is escaped in it.
    holder.set_inner_html(&svg(sheet, Theme::Light, Fonts::Named));
    let picture = holder.first_element_child().ok_or(JsValue::NULL)?;
    picture.set_attribute("class", "print__sheet")?;
    Ok(picture)
}

/// The paper where this browser's language is spoken; a page cannot ask what lies in the printer.
fn paper() -> Paper {
    paper_of(&window().navigator().language().unwrap_or_default())
}

fn paper_of(tag: &str) -> Paper {
    let letter =
        tag.split('-').skip(1).any(|part| LETTER.iter().any(|country| part.eq_ignore_ascii_case(country)));
    if letter { Paper::Letter } else { Paper::A4 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w11_paper_is_that_of_the_country() {
        for (tag, expected) in [
            ("en-GB", Paper::A4),
            ("en-US", Paper::Letter),
            ("es-Latn-mx", Paper::Letter),
            ("cy", Paper::A4),
            ("ca-ES", Paper::A4),
            ("", Paper::A4),
        ] {
            assert_eq!(paper_of(tag), expected, "{tag}");
        }
    }
}
