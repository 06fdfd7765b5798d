//! Widgets that know nothing of projects: each has a name, a key and a visible focus.

pub mod icon;

pub mod button;

pub mod field;

pub mod copy;

pub mod dialog;

pub mod menu;

pub mod notice;

pub mod live;

pub mod progress;

pub mod mark;

pub mod starting;

pub mod update;

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

pub use button::{Button, IconButton, Kind, Size};
pub use copy::{ByHand, copied};
pub use dialog::Dialog;
pub use field::{Check, Field, Labelling, Lines};
pub use icon::{Icon, IconSize, IconView};
pub use live::{Live, LiveRegion};
pub use menu::{Anchor, Choice, Item, Menu, MenuButton};
pub use notice::{Action, NoticeArea, Notices};
pub use progress::Progress;

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
