//! The badges that say how much is measured, tested and said about a card: a glyph, drawn because fonts lack it, and a
//! number.

use std::ops::Range;

use model::about::Counts;

use super::Painter;
use crate::{
    card::FOOTER_HEIGHT,
    diagram::Point,
    scene::{Block, Mark, Paint, Stroke},
    text::measure,
    theme::Colour,
};

/// Between a chip and a badge, and between two badges, in pixels.
pub(super) const GAP: f64 = 6.0;
/// From the badge's edge to its glyph, and from its number to its other edge, in pixels.
const PADDING: f64 = 7.0;
/// The width and height of a glyph in pixels.
const GLYPH: f64 = 12.0;
/// Between glyph and number, in pixels.
const BESIDE: f64 = 4.0;
/// The width of a glyph's lines in pixels.
const LINE: f64 = 1.25;

/// A glyph as a path around a centre.
type Glyph = fn(Point) -> String;

/// Paints the numbers above 0 from left to right, with their upper edge there. As on the screen, what the card has no
/// room for is cut.
pub(super) fn paint(painter: &mut Painter<'_>, (mut room, y): (Range<f64>, f64), counts: Counts) {
    let Counts { measures, tests, comments } = counts;
    let all: [(usize, Glyph); 3] = [(measures, chart), (tests, flask), (comments, bubble)];
    let small = painter.look.small;
    for (count, glyph) in all.into_iter().filter(|(count, _)| *count > 0) {
        let number = count.to_string();
        let width = 2.0 * PADDING + GLYPH + BESIDE + measure(&number, small);
        if room.start + width > room.end {
            return;
        }
        let (x, height) = (room.start, FOOTER_HEIGHT);
        let (fill, border) = (Colour::Surface, Some(Colour::Border));
        painter.paint(Mark::Block(Block { x, y, width, height, radius: height / 2.0, fill, border }));
        let path = glyph(Point { x: x + PADDING + GLYPH / 2.0, y: y + height / 2.0 });
        painter.paint(Mark::Stroke(Stroke { path, paint: Paint::Solid(Colour::Ink2, LINE) }));
        let number_at = Point { x: x + PADDING + GLYPH + BESIDE, y: y + small.baseline(height) };
        painter.words(number_at, &number, (small, Colour::Ink2));
        room.start += width + GAP;
    }
}

/// The edges of a glyph: left, top, right, bottom.
fn edges(Point { x, y }: Point) -> [f64; 4] {
    let half = (GLYPH - LINE) / 2.0;
    [x - half, y - half, x + half, y + half]
}

/// What is measured: a line over two axes.
fn chart(centre: Point) -> String {
    let [left, top, right, bottom] = edges(centre);
    let Point { x, y } = centre;
    let axes = format!("M{left} {top}V{bottom}H{right}");
    format!("{axes}M{} {}L{} {y}L{} {}L{right} {}", left + 2.5, y + 2.0, x - 0.5, x + 2.0, y + 2.0, top + 1.5)
}

/// What is tested: a flask.
fn flask(centre: Point) -> String {
    let [left, top, right, bottom] = edges(centre);
    let (neck, shoulder) = (1.5, centre.y - 1.0);
    let (from, to) = (centre.x - neck, centre.x + neck);
    let lip = format!("M{} {top}H{}", from - 1.0, to + 1.0);
    format!("{lip}M{from} {top}V{shoulder}L{left} {bottom}H{right}L{to} {shoulder}V{top}")
}

/// What is said: a speech bubble.
fn bubble(centre: Point) -> String {
    let [left, top, right, bottom] = edges(centre);
    let below = bottom - 3.0;
    format!("M{left} {top}H{right}V{below}H{}L{} {bottom}V{below}H{left}Z", centre.x - 0.5, left + 2.0)
}
