//! The points and the line between them: each point's shape says what it is.

use statistics::{Side, Variation};

use super::{
    Draft,
    canvas::{Canvas, number},
    frame::Frame,
};
use crate::{diagram::Point, scene::Paint, theme::Colour};

/// The radius of a point, in pixels.
const RADIUS: (f64, f64) = (1.5, 4.0);
/// Patterns are seen among many points too: their radius at least, also where points are closer than that.
const MARKED: (f64, f64) = (2.4, 3.5);

/// What a point looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Common,
    Better(Side),
    Worse(Side),
    Neutral,
    Ghost,
}

impl Shape {
    pub(super) fn of(variation: Variation) -> Self {
        match variation {
            Variation::CommonCause => Shape::Common,
            Variation::Improvement(side) => Shape::Better(side),
            Variation::Concern(side) => Shape::Worse(side),
            Variation::Neutral(_) => Shape::Neutral,
        }
    }

    /// What a point of the chart looks like.
    pub(super) fn of_point(draft: Draft<'_>, point: usize) -> Self {
        let Draft { chart, .. } = draft;
        if chart.points[point].ghost {
            return Shape::Ghost;
        }
        Shape::of(chart.variation_at(point))
    }

    pub(super) fn colour(self) -> Colour {
        match self {
            Shape::Common | Shape::Ghost => Colour::Common,
            Shape::Better(_) => Colour::Improvement,
            Shape::Worse(_) => Colour::Concern,
            Shape::Neutral => Colour::Neutral,
        }
    }
}

/// Paints line and points; where each point is.
pub(super) fn paint(canvas: &mut Canvas, draft: Draft<'_>, frame: &Frame) -> Vec<Option<Point>> {
    let points = &draft.chart.points;
    let places: Vec<Option<Point>> =
        (0..points.len()).map(|place| points[place].value.map(|value| frame.at(place, value))).collect();
    canvas.stroke(line(draft, &places), Paint::Solid(Colour::LinkLine, 1.5));
    let radius = (frame.spacing() * 0.4).clamp(RADIUS.0, RADIUS.1);
    let marked = radius.max(frame.spacing()).clamp(MARKED.0, MARKED.1).max(radius);
    let shapes: Vec<Shape> = (0..points.len()).map(|place| Shape::of_point(draft, place)).collect();
    let drawn = places.iter().zip(&shapes).filter_map(|(at, kind)| Some(((*at)?, *kind)));
    let (common, patterns): (Vec<_>, Vec<_>) = drawn.partition(|(_, kind)| *kind == Shape::Common);
    // What chance does is one path, however many points there are: a browser takes long over thousands of shapes.
    let circles: String = common.iter().map(|(at, _)| circle(*at, radius)).collect();
    canvas.stroke(circles, Paint::Filled(Colour::Common));
    // Patterns lie over it.
    for (at, kind) in patterns {
        shape(canvas, at, (kind, marked));
    }
    places
}

/// The line from point to point: broken at gaps and between phases, past ghosts.
fn line(draft: Draft<'_>, places: &[Option<Point>]) -> String {
    let mut path = String::new();
    let mut phase = None;
    for (point, at) in draft.chart.points.iter().zip(places) {
        if point.ghost {
            continue;
        }
        let Some(at) = at else {
            phase = None;
            continue;
        };
        let letter = if phase.replace(point.phase) == Some(point.phase) { 'L' } else { 'M' };
        path.push_str(&format!("{letter}{} {}", number(at.x), number(at.y)));
    }
    path
}

/// A point as a path around its middle, with an outline in the colour of the ground so that it stands off the line.
pub(super) fn shape(canvas: &mut Canvas, at: Point, (shape, radius): (Shape, f64)) {
    let colour = shape.colour();
    let full = Paint::Filled(colour);
    match shape {
        Shape::Common => canvas.stroke(circle(at, radius), full),
        Shape::Ghost => {
            canvas.stroke(circle(at, radius), Paint::Filled(Colour::Surface));
            canvas.stroke(circle(at, radius), Paint::Solid(colour, 1.5));
            let (x, y, reach) = (at.x, at.y, radius * 0.7);
            canvas.stroke(
                format!(
                    "M{} {}L{} {}",
                    number(x - reach),
                    number(y + reach),
                    number(x + reach),
                    number(y - reach)
                ),
                Paint::Solid(colour, 1.5),
            );
        }
        Shape::Better(side) => {
            canvas.stroke(triangle(at, radius * 1.5, side), Paint::Solid(Colour::Surface, 2.0));
            canvas.stroke(triangle(at, radius * 1.5, side), full);
        }
        Shape::Worse(side) => {
            canvas.stroke(circle(at, radius * 1.9), Paint::Filled(Colour::Surface));
            canvas.stroke(circle(at, radius * 1.9), Paint::Solid(colour, 1.5));
            canvas.stroke(triangle(at, radius * 1.25, side), full);
        }
        Shape::Neutral => {
            canvas.stroke(diamond(at, radius * 1.5), Paint::Solid(Colour::Surface, 2.0));
            canvas.stroke(diamond(at, radius * 1.5), full);
        }
    }
}

pub(super) fn circle(Point { x, y }: Point, radius: f64) -> String {
    let (left, right, radius) = (number(x - radius), number(x + radius), number(radius));
    let y = number(y);
    format!("M{left} {y}A{radius} {radius} 0 1 1 {right} {y}A{radius} {radius} 0 1 1 {left} {y}Z")
}

/// Pointing up for high, down for low.
fn triangle(Point { x, y }: Point, radius: f64, side: Side) -> String {
    let up = if side == Side::Low { -1.0 } else { 1.0 };
    let (half, tip, base) = (radius * 0.9, y - up * radius, y + up * radius * 0.65);
    format!(
        "M{} {}L{} {}L{} {}Z",
        number(x),
        number(tip),
        number(x + half),
        number(base),
        number(x - half),
        number(base)
    )
}

fn diamond(Point { x, y }: Point, radius: f64) -> String {
    let (left, right) = (number(x - radius), number(x + radius));
    let (top, bottom) = (number(y - radius), number(y + radius));
    format!("M{} {top}L{right} {}L{} {bottom}L{left} {}Z", number(x), number(y), number(x), number(y))
}
