//! Where a menu stands: beside what it belongs to, and inside the window.

use leptos::prelude::window;
use web_sys::Element;

/// Between a menu and its anchor, and between a menu and the window's edge, in pixels.
const GAP: f64 = 4.0;

/// What a menu belongs to, in pixels from the window's top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "the names explain themselves")]
pub struct Anchor {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Anchor {
    /// Where an element is.
    pub fn of(element: &Element) -> Self {
        let place = element.get_bounding_client_rect();
        Self { left: place.left(), top: place.top(), right: place.right(), bottom: place.bottom() }
    }

    /// A point: where somebody pressed.
    pub fn point(x: f64, y: f64) -> Self {
        Self { left: x, top: y, right: x, bottom: y }
    }

    /// Left and top of a menu: below the anchor and from its left edge on, unless there is more room elsewhere.
    pub(super) fn beside(self, room: Room) -> (f64, f64) {
        let below = self.bottom + GAP;
        let above = self.top - GAP - room.height;
        let fits_below = below + room.height + GAP <= room.window_height;
        let top = if fits_below || above < GAP { below } else { above };
        let fits_right = self.left + room.width + GAP <= room.window_width;
        let left = if fits_right { self.left } else { self.right - room.width };
        (inside(left, room.width, room.window_width), inside(top, room.height, room.window_height))
    }
}

/// The size of a menu and that of the window, in pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    width: f64,
    height: f64,
    window_width: f64,
    window_height: f64,
}

impl Room {
    pub(super) fn of(menu: &Element) -> Self {
        let menu = menu.get_bounding_client_rect();
        let length = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64());
        Self {
            width: menu.width(),
            height: menu.height(),
            window_width: length(window().inner_width()).unwrap_or(menu.right()),
            window_height: length(window().inner_height()).unwrap_or(menu.bottom()),
        }
    }
}

fn inside(start: f64, length: f64, window: f64) -> f64 {
    start.min(window - length - GAP).max(GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { width: 200.0, height: 300.0, window_width: 1000.0, window_height: 800.0 };

    fn check(at: Anchor, expected: (f64, f64)) {
        assert_eq!(at.beside(ROOM), expected, "{at:?}");
    }

    #[test]
    fn u1_a_menu_opens_where_there_is_room() {
        let button = |left: f64, top: f64| Anchor { left, top, right: left + 40.0, bottom: top + 32.0 };
        check(button(100.0, 100.0), (100.0, 136.0));
        check(button(950.0, 100.0), (790.0, 136.0));
        check(button(100.0, 700.0), (100.0, 396.0));
        check(Anchor::point(10.0, 10.0), (10.0, 14.0));
        check(Anchor::point(999.0, 799.0), (796.0, 495.0));
    }

    #[test]
    fn u1_a_menu_stays_inside_a_small_window() {
        let small = Room { window_width: 150.0, window_height: 250.0, ..ROOM };
        assert_eq!(Anchor::point(140.0, 240.0).beside(small), (GAP, GAP));
    }
}
