//! Sizes that change: an element's, because the window changed, a panel came or a banner went; and the page's, under a
//! keyboard.

use leptos::prelude::*;
use leptos::tachys::html::element::ElementType;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};

/// A keyboard is higher than this; a bar of the browser that comes and goes is not. In pixels.
const KEYBOARD: f64 = 120.0;

/// Calls once the element stands in the page, and whenever its size is another; before the next paint.
pub fn on_size<E>(element: NodeRef<E>, changed: impl Fn() + Copy + 'static)
where
    E: ElementType,
    E::Output: JsCast + AsRef<Element> + Clone + 'static,
{
    let watch = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn FnMut()>)>);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        changed();
        let heard = Closure::<dyn FnMut()>::new(changed);
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

/// The width of an element, in pixels; until it stands in the page and has one, what is said first.
pub fn width_of<E>(element: NodeRef<E>, first: f64) -> RwSignal<f64>
where
    E: ElementType + 'static,
    E::Output: JsCast + AsRef<Element> + Clone + 'static,
{
    let width = RwSignal::new(first);
    on_size(element, move || {
        // What has left the page has no width.
        let Some(element) = element.try_get_untracked().flatten() else { return };
        let now = f64::from(AsRef::<Element>::as_ref(&element).client_width());
        if now > 0.0 && now != width.get_untracked() {
            width.set(now);
        }
    });
    width
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
