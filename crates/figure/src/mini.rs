//! A diagram as small as a thumb: rectangles only, for a canvas in a corner of the screen.

use model::Level;

use crate::{
    colouring::Colouring,
    diagram::{Layout, Placed, Point},
    theme::Colour,
};

/// The least height of a card on the map, in its pixels: thinner ones would fade away.
const THINNEST: f64 = 1.0;
/// The least width and height of the window on the map, in its pixels: a smaller one would not be seen.
const WINDOW: f64 = 2.0;

/// A rectangle on the map or in the diagram, in pixels of the one or the other.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// A map of a whole diagram.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mini {
    /// How large the map is within the room that it was given.
    pub width: f64,
    /// The same from top to bottom.
    pub height: f64,
    /// The cards, in the order of the layout.
    pub tiles: Vec<(Area, Colour)>,
    /// Pixels of the map for one of the diagram, from left to right and from top to bottom: a long diagram is pressed
    /// together, so that its columns can still be told.
    scales: (f64, f64),
}

/// The map of a diagram in a room of that width and height, in those colours, else in those of its branches.
pub fn mini(layout: &Layout, colouring: Option<&Colouring>, room: (f64, f64)) -> Mini {
    if layout.width <= 0.0 || layout.height <= 0.0 {
        return Mini::default();
    }
    let whole = (room.0 / layout.width).min(room.1 / layout.height);
    // A map is never narrower than half of its room.
    let scales = (whole.max(room.0 / 2.0 / layout.width), whole);
    let colour = |card: &Placed| match card.level {
        Level::Aim => Colour::Aim,
        _ => match colouring {
            Some(colouring) => colouring.card(&card.id),
            None => Colour::of_branch(card.branch),
        },
    };
    let tile = |card: &Placed| {
        let (width, height) = (card.width * scales.0, (card.height * scales.1).max(THINNEST));
        let area = Area { x: card.x * scales.0, y: card.y * scales.1, width, height };
        (area, colour(card))
    };
    let tiles = layout.cards.iter().map(tile).collect();
    let (width, height) = (layout.width * scales.0, layout.height * scales.1);
    Mini { width, height, tiles, scales }
}

impl Mini {
    /// The point of the diagram that is drawn at a point of the map.
    pub fn diagram_from_mini(&self, point: Point) -> Point {
        let (across, down) = self.scales;
        if across <= 0.0 || down <= 0.0 {
            return Point::default();
        }
        Point { x: point.x / across, y: point.y / down }
    }
    /// Where a part of the diagram, as the one that is on the screen, lies on the map; cut at the map's edges.
    pub fn mini_from_diagram(&self, part: Area) -> Area {
        let (across, down) = self.scales;
        let (left, right) = (part.x * across, (part.x + part.width) * across);
        let (top, bottom) = (part.y * down, (part.y + part.height) * down);
        let (x, y) = (left.clamp(0.0, self.width), top.clamp(0.0, self.height));
        let width = (right.clamp(0.0, self.width) - x).max(WINDOW);
        let height = (bottom.clamp(0.0, self.height) - y).max(WINDOW);
        Area { x, y, width, height }
    }
}
