//! Widgets that know nothing of projects: each has a name, a key and a visible focus.

pub mod icon;

pub mod button;

pub mod field;

pub mod finder;

pub mod copy;

pub mod dialog;

pub mod menu;

pub mod notice;

pub mod live;

pub mod progress;

pub mod size;

pub mod mark;

pub mod starting;

pub mod later;

pub mod update;

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

pub use button::{Button, IconButton, Kind, Size};
pub use copy::{ByHand, copied};
pub use dialog::Dialog;
pub use field::{Check, Field, Labelling, Lines};
pub use finder::{Finder, Found, seeks};
pub use icon::{Icon, IconSize, IconView};
pub use later::Later;
pub use live::{Heard, Live, LiveRegion};
pub use menu::{Anchor, Choice, Item, Menu, MenuButton};
pub use notice::{Action, NoticeArea, Notices};
pub use progress::Progress;
pub use size::{follow_keyboard, on_size, width_of};

/// An id for an element that others point at, different at every call.
pub fn unique_id(stem: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{stem}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The element that has the focus, if it is one that can be focused again.
pub fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// Gives the focus to an element, if it is still in the page.
pub fn focus(element: &HtmlElement) {
    if element.is_connected() {
        // A browser refuses only for elements that are hidden, and then nothing is lost.
        element.focus().ok();
    }
}

/// The same, without scrolling to it.
pub fn focus_still(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that cannot take the focus keeps the page as it is.
    element.focus_with_options(&options).ok();
}

/// Gives the focus to the first element that this selector finds, of those in the page now. True when there is one.
pub fn focus_at(selector: &str) -> bool {
    document().document_element().is_some_and(|page| focus_in(&page, selector))
}

/// The same in a part of the page.
pub fn focus_in(part: &Element, selector: &str) -> bool {
    // Only a selector that is none is refused.
    let found = part.query_selector(selector).ok().flatten().and_then(|found| found.dyn_into().ok());
    if let Some(found) = &found {
        focus(found);
    }
    found.is_some()
}

/// After what has just been asked for stands on the page, and what gives the focus back has run.
pub fn after_paint(work: impl FnOnce() + 'static) {
    request_animation_frame(move || request_animation_frame(work));
}

/// Whether nothing has the focus.
pub fn is_nowhere() -> bool {
    let body = document().body();
    document()
        .active_element()
        .is_none_or(|active| body.as_ref().is_some_and(|body| body.is_same_node(Some(&active))))
}

/// Whether something in there may take the focus: it is in there already, or nowhere.
pub fn is_free_for(part: &Element) -> bool {
    is_nowhere() || document().active_element().is_some_and(|active| part.contains(Some(&active)))
}

/// Scrolls no further than is needed to see an element.
pub fn into_sight(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
