//! Sizes that change: an element's, because the window changed, a panel came or a banner went; and the page's, under a
//! keyboard.

use leptos::prelude::*;
use leptos::tachys::html::element::ElementType;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver, ResizeObserverEntry};

/// A keyboard is higher than this; a bar of the browser that comes and goes is not. In pixels.
const KEYBOARD: f64 = 120.0;

/// Calls once the element stands in the page, and whenever its size is another; before the next paint.
pub fn on_size<E>(element: NodeRef<E>, changed: impl Fn() + Copy + 'static)
where
    E: ElementType,
    E::Output: JsCast + AsRef<Element> + Clone + 'static,
{
    Effect::new(move |_| {
        if element.get().is_some() {
            changed();
        }
    });
    watch_size(element, move |_| changed());
}

/// The width of an element, in pixels; none until the browser has laid it out, before the first paint of it. Asking a
/// browser sooner makes it lay out the page once for each that asks.
pub fn width_of<E>(element: NodeRef<E>) -> RwSignal<Option<f64>>
where
    E: ElementType + 'static,
    E::Output: JsCast + AsRef<Element> + Clone + 'static,
{
    let width = RwSignal::new(None);
    watch_size(element, move |now| {
        if now > 0.0 && width.try_get_untracked().is_some_and(|before| before != Some(now)) {
            width.set(Some(now));
        }
    });
    width
}

/// Hears the width of an element, in pixels, before the first paint of it and of every other one.
fn watch_size<E>(element: NodeRef<E>, heard: impl Fn(f64) + Copy + 'static)
where
    E: ElementType + 'static,
    E::Output: JsCast + AsRef<Element> + Clone + 'static,
{
    let watch = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn FnMut(js_sys::Array)>)>);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let heard = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            if let Ok(entry) = entries.get(0).dyn_into::<ResizeObserverEntry>() {
                heard(entry.content_rect().width());
            }
        });
        // Every browser that can run the app has one.
        if let Ok(observer) = ResizeObserver::new(heard.as_ref().unchecked_ref()) {
            observer.observe(element.as_ref());
            watch.set_value(Some((observer, heard)));
        }
    });
    on_cleanup(move || {
        if let Some((observer, _)) = watch.try_update_value(Option::take).flatten() {
            observer.disconnect();
        }
    });
}

/// Keeps the page as high as what is seen of it. Where a phone's keyboard lies over the page instead of taking room from
/// it (Safari), `--seen` is what is left, for the style sheet; elsewhere it is not set.
pub fn follow_keyboard() {
    let Some(viewport) = window().visual_viewport() else { return };
    let seen = viewport.clone();
    let heard = Closure::<dyn FnMut()>::new(move || {
        let Some(root) = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok())
        else {
            return;
        };
        let whole = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        // Who zooms in with two fingers sees less too, and wants to.
        let covered = (seen.scale() - 1.0).abs() < 0.01 && whole - seen.height() > KEYBOARD;
        // A page that has no style to set is not shown.
        if covered {
            root.style().set_property("--seen", &format!("{}px", seen.height())).ok();
            window().scroll_to_with_x_and_y(0.0, 0.0);
        } else {
            root.style().remove_property("--seen").ok();
        }
    });
    // Without it, the page is as high as the window.
    viewport.add_event_listener_with_callback("resize", heard.as_ref().unchecked_ref()).ok();
    // It listens as long as the page is there.
    heard.forget();
}
