//! The chip that says what became of an idea: a glyph, drawn because fonts lack it, and a word.

use model::Status;

use super::Painter;
use crate::{
    diagram::Point,
    scene::{Block, Mark, Paint, Stroke},
    text::measure,
    theme::Colour,
};

/// The height of a chip in pixels.
const HEIGHT: f64 = 24.0;
/// From the chip's edge to its glyph, and from its word to its other edge, in pixels.
const PADDING: f64 = 9.0;
/// The width and height of a glyph in pixels.
const GLYPH: f64 = 11.0;
/// Between glyph and word, in pixels.
const GAP: f64 = 6.0;

/// The fill and the text of each status.
const COLOURS: [(Colour, Colour); 6] = [
    (Colour::Suggested, Colour::OnSuggested),
    (Colour::Planned, Colour::OnPlanned),
    (Colour::Testing, Colour::OnTesting),
    (Colour::Adopted, Colour::OnAdopted),
    (Colour::Parked, Colour::OnParked),
    (Colour::Stopped, Colour::OnStopped),
];

/// Paints a chip whose upper left corner stands there, and says where it ends to the right.
pub(super) fn paint(painter: &mut Painter<'_>, at: Point, status: Status) -> f64 {
    let (fill, ink) = COLOURS[status as usize];
    let (word, small) = (painter.look.words.status(status), painter.look.small);
    let width = 2.0 * PADDING + GLYPH + GAP + measure(word, small);
    // On a white card a white chip needs an edge; the others stand out by their fill.
    let border = (status == Status::Suggested).then_some(Colour::Border);
    let Point { x, y } = at;
    painter.paint(Mark::Block(Block { x, y, width, height: HEIGHT, radius: HEIGHT / 2.0, fill, border }));
    let centre = Point { x: x + PADDING + GLYPH / 2.0, y: y + HEIGHT / 2.0 };
    for stroke in glyph(status, centre, ink) {
        painter.paint(Mark::Stroke(stroke));
    }
    let word_at = Point { x: x + PADDING + GLYPH + GAP, y: y + small.baseline(HEIGHT) };
    painter.words(word_at, word, (small, ink));
    x + width
}

/// ○ ◔ ◑ ● ‖ ✕ as paths around a centre.
fn glyph(status: Status, Point { x, y }: Point, ink: Colour) -> Vec<Stroke> {
    let radius = GLYPH / 2.0 - 0.75;
    let (left, top, bottom) = (x - radius, y - radius, y + radius);
    let line = |path| Stroke { path, paint: Paint::Solid(ink, 1.5) };
    let full = |path| Stroke { path, paint: Paint::Filled(ink) };
    let arc = |sweep: &str, end: Point| format!("A{radius} {radius} 0 {sweep} {} {}", end.x, end.y);
    let upper = Point { x, y: top };
    let round = format!("M{x} {top}{}{}Z", arc("0 1", Point { x, y: bottom }), arc("0 1", upper));
    match status {
        Status::Suggested => vec![line(round)],
        Status::Planned => {
            let quarter = format!("M{x} {y}V{top}{}Z", arc("0 1", Point { x: x + radius, y }));
            vec![line(round), full(quarter)]
        }
        Status::Testing => {
            let half = format!("M{x} {top}{}Z", arc("0 1", Point { x, y: bottom }));
            vec![line(round), full(half)]
        }
        Status::Adopted => vec![line(round.clone()), full(round)],
        Status::Parked => vec![line(format!("M{} {top}V{bottom}M{} {top}V{bottom}", x - 2.0, x + 2.0))],
        Status::Stopped => {
            let right = x + radius;
            vec![line(format!("M{left} {top}L{right} {bottom}M{right} {top}L{left} {bottom}"))]
        }
    }
}
