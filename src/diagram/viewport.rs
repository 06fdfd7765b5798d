//! The part of the diagram that is on the screen: where, and how large.

/// The smallest and the largest zoom.
const ZOOM: std::ops::RangeInclusive<f64> = 0.1..=3.0;
/// The diagram is drawn larger than life at most so far when it is fitted, so that two cards do not fill a wall.
const LARGEST_FIT: f64 = 1.0;
/// Cards’ letters of 16 pixels are 14 on the screen then: no text that people are to read is smaller.
const READABLE: f64 = 14.0 / 16.0;
/// How much of the diagram always stays in sight, in screen pixels: nobody loses the picture by panning.
const KEPT_IN_SIGHT: f64 = 120.0;
/// Badges are shown above this zoom.
const BADGES_ABOVE: f64 = 0.7;

/// A place or a size, in pixels of the screen or of the diagram as the name says.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    /// A point of two numbers.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// From `other` to here.
    pub fn minus(self, other: Point) -> Point {
        Point::new(self.x - other.x, self.y - other.y)
    }

    /// How far it is from the origin.
    pub fn length(self) -> f64 {
        self.x.hypot(self.y)
    }
}

/// A rectangle in diagram pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    /// Whether two rectangles touch.
    pub fn touches(&self, other: &Area) -> bool {
        self.left <= other.right
            && other.left <= self.right
            && self.top <= other.bottom
            && other.top <= self.bottom
    }

    /// The rectangle grown to whole cells with one cell of margin: it changes seldom while the view moves a little.
    pub fn in_cells(&self, cell: f64) -> Area {
        Area {
            left: ((self.left / cell).floor() - 1.0) * cell,
            top: ((self.top / cell).floor() - 1.0) * cell,
            right: ((self.right / cell).ceil() + 1.0) * cell,
            bottom: ((self.bottom / cell).ceil() + 1.0) * cell,
        }
    }
}

/// What of the diagram is seen: `screen = diagram · zoom + offset`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// Where the diagram's origin is on the screen, within the canvas.
    pub offset: Point,
    /// Screen pixels per diagram pixel.
    pub zoom: f64,
    /// The size of the canvas on the screen.
    pub screen: Point,
    /// The size of the diagram.
    pub diagram: Point,
}

impl Default for Viewport {
    fn default() -> Self {
        Self {
            offset: Point::default(),
            zoom: 1.0,
            screen: Point::new(1.0, 1.0),
            diagram: Point::new(1.0, 1.0),
        }
    }
}

impl Viewport {
    /// Whether the small numbers on cards are large enough to be read and to be hit.
    pub fn shows_badges(&self) -> bool {
        self.zoom > BADGES_ABOVE
    }

    /// Where a point of the diagram is on the screen.
    pub fn screen_from_diagram(&self, point: Point) -> Point {
        Point::new(point.x * self.zoom + self.offset.x, point.y * self.zoom + self.offset.y)
    }

    /// Which point of the diagram is at a place of the screen.
    pub fn diagram_from_screen(&self, point: Point) -> Point {
        Point::new((point.x - self.offset.x) / self.zoom, (point.y - self.offset.y) / self.zoom)
    }

    /// What is seen, in diagram pixels.
    pub fn area(&self) -> Area {
        let start = self.diagram_from_screen(Point::default());
        let end = self.diagram_from_screen(self.screen);
        Area { left: start.x, top: start.y, right: end.x, bottom: end.y }
    }

    /// Moved by so many screen pixels.
    #[must_use]
    pub fn panned(mut self, by: Point) -> Self {
        self.offset = Point::new(self.offset.x + by.x, self.offset.y + by.y);
        self.kept_in_sight()
    }

    /// Zoomed by a factor, with what is at `at` on the screen staying there.
    #[must_use]
    pub fn zoomed(mut self, factor: f64, at: Point) -> Self {
        let anchor = self.diagram_from_screen(at);
        self.zoom = (self.zoom * factor).clamp(*ZOOM.start(), *ZOOM.end());
        self.offset = Point::new(at.x - anchor.x * self.zoom, at.y - anchor.y * self.zoom);
        self.kept_in_sight()
    }

    /// The picture as wide as the canvas, from its top.
    #[must_use]
    pub fn fitted_to_width(self) -> Self {
        self.fitted(self.screen.x / self.diagram.x)
    }

    /// The whole picture in the canvas.
    #[must_use]
    pub fn fitted_to_all(self) -> Self {
        self.fitted((self.screen.x / self.diagram.x).min(self.screen.y / self.diagram.y))
    }

    /// The same, with that point of the diagram in the middle of the screen.
    #[must_use]
    pub fn centred_on(self, point: Point) -> Self {
        let offset =
            Point::new(self.screen.x / 2.0 - point.x * self.zoom, self.screen.y / 2.0 - point.y * self.zoom);
        Self { offset, ..self }.kept_in_sight()
    }

    /// As wide as the canvas, but never so small that the cards cannot be read: then from the aim on.
    #[must_use]
    pub fn opened(self) -> Self {
        self.fitted((self.screen.x / self.diagram.x).max(READABLE))
    }

    /// On a screen of another size. What was as wide as the screen is so again, with what was in its middle there.
    #[must_use]
    pub fn resized(self, screen: Point) -> Self {
        let across = |other: Viewport| (self.zoom, self.offset.x) == (other.zoom, other.offset.x);
        let other = Self { screen, ..self };
        let fitted = match (across(self.opened()), across(self.fitted_to_width())) {
            (true, _) => other.opened(),
            (_, true) => other.fitted_to_width(),
            _ => return other.kept_in_sight(),
        };
        if self.offset.y == 0.0 {
            return fitted;
        }
        let middle = self.diagram_from_screen(Point::new(0.0, self.screen.y / 2.0)).y;
        let offset = Point::new(fitted.offset.x, screen.y / 2.0 - middle * fitted.zoom);
        Self { offset, ..fitted }.kept_in_sight()
    }

    /// Zoomed in around a place of the screen until cards can be read.
    #[must_use]
    pub fn readable_at(self, at: Point) -> Self {
        if self.zoom < READABLE { self.zoomed(READABLE / self.zoom, at) } else { self }
    }

    fn fitted(mut self, zoom: f64) -> Self {
        self.zoom = zoom.clamp(*ZOOM.start(), LARGEST_FIT);
        let spare = |screen: f64, diagram: f64| ((screen - diagram * self.zoom) / 2.0).max(0.0);
        self.offset = Point::new(spare(self.screen.x, self.diagram.x), 0.0);
        self
    }

    /// Moved as little as needed for a rectangle of the diagram to be seen whole, or from its start.
    #[must_use]
    pub fn showing(self, area: Area, margin: f64) -> Self {
        let (start, end) = (
            self.screen_from_diagram(Point::new(area.left, area.top)),
            self.screen_from_diagram(Point::new(area.right, area.bottom)),
        );
        let by = Point::new(
            nudge(start.x, end.x, self.screen.x, margin),
            nudge(start.y, end.y, self.screen.y, margin),
        );
        if by == Point::default() { self } else { self.panned(by) }
    }

    fn kept_in_sight(mut self) -> Self {
        let keep = |offset: f64, diagram: f64, screen: f64| {
            let least = KEPT_IN_SIGHT.min(diagram * self.zoom);
            offset.clamp(least - diagram * self.zoom, (screen - least).max(least - diagram * self.zoom))
        };
        self.offset = Point::new(
            keep(self.offset.x, self.diagram.x, self.screen.x),
            keep(self.offset.y, self.diagram.y, self.screen.y),
        );
        self
    }
}

/// How far to move so that `start..end` lies within `0..size`, its start if not all of it fits.
fn nudge(start: f64, end: f64, size: f64, margin: f64) -> f64 {
    if start < margin || end - start > size - 2.0 * margin {
        margin - start
    } else if end > size - margin {
        size - margin - end
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view() -> Viewport {
        Viewport {
            screen: Point::new(1000.0, 600.0),
            diagram: Point::new(2000.0, 3000.0),
            ..Viewport::default()
        }
    }

    #[test]
    fn w4_zooming_keeps_what_is_under_the_pointer() {
        let at = Point::new(300.0, 200.0);
        let view = view().panned(Point::new(-200.0, -100.0));
        for factor in [0.5, 1.1, 2.0] {
            let zoomed = view.zoomed(factor, at);
            let moved = zoomed.diagram_from_screen(at).minus(view.diagram_from_screen(at));
            assert!(moved.length() < 1e-9, "{factor}");
        }
        assert_eq!(view.zoomed(1e9, at).zoom, *ZOOM.end());
    }

    #[test]
    fn w4_fitting_shows_the_width_or_all() {
        assert_eq!(view().fitted_to_width().zoom, 0.5);
        assert_eq!(view().fitted_to_all().zoom, 0.2);
        assert_eq!(view().fitted_to_all().offset.x, 300.0);
        let small = Viewport { diagram: Point::new(100.0, 100.0), ..view() };
        assert_eq!(small.fitted_to_all().zoom, LARGEST_FIT);
    }

    #[test]
    fn w4_at_first_the_cards_can_be_read() {
        assert_eq!(view().opened().zoom, READABLE);
        assert_eq!(view().opened().offset, Point::default());
        let wide = Viewport { screen: Point::new(1900.0, 600.0), ..view() };
        assert_eq!(wide.opened().zoom, 0.95);
        assert_eq!(view().fitted_to_all().readable_at(Point::default()).zoom, READABLE);
        assert_eq!(wide.opened().readable_at(Point::default()), wide.opened());
    }

    #[test]
    fn w4_what_was_as_wide_as_the_screen_stays_so() {
        let wide = Viewport { diagram: Point::new(1000.0, 3000.0), ..view() }.opened();
        let narrower = Point::new(900.0, 600.0);
        assert_eq!(wide.resized(narrower).zoom, 0.9);
        let lower = wide.panned(Point::new(0.0, -500.0));
        let middle = |view: Viewport| view.diagram_from_screen(Point::new(0.0, view.screen.y / 2.0)).y;
        assert!((middle(lower.resized(narrower)) - middle(lower)).abs() < 1e-9);
        let zoomed = lower.zoomed(2.0, Point::default());
        assert_eq!(zoomed.resized(narrower).zoom, zoomed.zoom);
    }

    #[test]
    fn w4_the_picture_cannot_be_lost_by_panning() {
        for by in [Point::new(1e9, 1e9), Point::new(-1e9, -1e9)] {
            let area = view().panned(by).area();
            assert!(area.touches(&Area { left: 0.0, top: 0.0, right: 2000.0, bottom: 3000.0 }), "{by:?}");
        }
    }

    #[test]
    fn w4_a_card_outside_is_brought_into_sight_and_one_inside_moves_nothing() {
        let inside = Area { left: 100.0, top: 100.0, right: 300.0, bottom: 200.0 };
        assert_eq!(view().showing(inside, 20.0), view());
        let below = Area { left: 100.0, top: 900.0, right: 300.0, bottom: 1000.0 };
        assert_eq!(view().showing(below, 20.0).area().bottom, 1020.0);
    }
}
