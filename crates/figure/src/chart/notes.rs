//! Notes, cycles and reasons of phases: a mark above the plot, a line down to the axis, and as many words as fit.

use super::{
    Annotation, AnnotationKind, Draft,
    canvas::{Canvas, LINE, SMALL, number},
    frame::Frame,
    labels::fitting,
    points::circle,
};
use crate::{diagram::Point, mini::Area, scene::Paint, text::measure, theme::Colour};

/// The most rows of words above a plot; what has no room keeps its mark.
const ROWS: usize = 3;
/// What stays to the plot at least, in pixels: before that, words go.
const PLOT: f64 = 120.0;
/// From a mark to its words, and from words to the next mark, in pixels.
const GAPS: (f64, f64) = (8.0, 12.0);
/// Fewer pixels of words say nothing.
const LEAST: f64 = 36.0;

/// The annotations of a chart, each in its row.
pub(super) struct Notes<'a> {
    placed: Vec<Placed<'a>>,
    rows: usize,
}

struct Placed<'a> {
    annotation: &'a Annotation,
    row: Option<usize>,
    /// Where its words begin, and what they are.
    start: f64,
    text: String,
}

impl<'a> Notes<'a> {
    /// Puts annotations into rows: one whose line would cross the words of another stands below them.
    pub(super) fn of(draft: Draft<'a>, plot: Area) -> Self {
        let mut notes = Self { placed: Vec::new(), rows: 0 };
        if draft.is_small || draft.chart.points.is_empty() {
            return notes;
        }
        // Where days lie does not depend on the values, nor on how high the plot is.
        let days = Frame::of(draft, plot, &super::Values::of(draft, 100.0));
        // What lies before or after all values is not put beside the wrong ones.
        let points = &draft.chart.points;
        let (first, last) = (points.first().map(|point| point.day), points.last().map(|point| point.day));
        let is_shown =
            |annotation: &&Annotation| Some(annotation.day) >= first && Some(annotation.day) <= last;
        let mut annotations: Vec<&Annotation> = draft.look.annotations.iter().filter(is_shown).collect();
        model::sort::by(&mut annotations, |one, other| one.day.cmp(&other.day));
        let marks: Vec<f64> = annotations.iter().map(|annotation| days.x_of_day(annotation.day)).collect();
        let rows = ((plot.height - PLOT) / LINE).clamp(0.0, ROWS as f64) as usize;
        let mut ends = vec![f64::NEG_INFINITY; rows];
        let (_, right) = days.ends();
        for (place, annotation) in annotations.into_iter().enumerate() {
            let x = marks[place];
            let row = ends.iter().rposition(|&end| end + GAPS.1 > x).map_or(0, |row| row + 1);
            let start = x + GAPS.0;
            // In the lowest row the next mark ends the room; above it, the next one stands below.
            let next = marks.get(place + 1).copied().filter(|_| row + 1 >= rows);
            let room = next.map_or(right, |next| next - GAPS.1).min(right) - start;
            let text = fitting(&annotation.text, room);
            let width = measure(&text, SMALL);
            let is_short = width < LEAST && text != annotation.text;
            if row >= rows || text.is_empty() || is_short {
                notes.placed.push(Placed { annotation, row: None, start, text: String::new() });
                continue;
            }
            ends[row] = start + width;
            notes.rows = notes.rows.max(row + 1);
            notes.placed.push(Placed { annotation, row: Some(row), start, text });
        }
        notes
    }

    /// The height of its rows, in pixels.
    pub(super) fn height(&self) -> f64 {
        if self.placed.is_empty() { 0.0 } else { self.rows as f64 * LINE + 10.0 }
    }

    pub(super) fn paint(&self, canvas: &mut Canvas, frame: &Frame) {
        let (top, bottom) = frame.heights();
        let first = top - self.height();
        for Placed { annotation, row, start, text } in &self.placed {
            let x = frame.x_of_day(annotation.day);
            let Some(row) = row else {
                mark(canvas, Point { x, y: top - 5.0 }, annotation.kind);
                continue;
            };
            let y = first + *row as f64 * LINE;
            canvas.upright(x, (y + LINE / 2.0, bottom), Paint::Dotted(Colour::Border, 1.0));
            mark(canvas, Point { x, y: y + LINE / 2.0 }, annotation.kind);
            canvas.words(Point { x: *start, y }, text, (SMALL, Colour::Ink2));
        }
    }
}

/// A flag, a ring or a bar.
fn mark(canvas: &mut Canvas, at: Point, kind: AnnotationKind) {
    let corner = |left: f64, up: f64| format!("M{} {}", number(at.x - left), number(at.y - up));
    match kind {
        AnnotationKind::Note => {
            canvas.stroke(corner(4.0, 3.5) + "h8l-4 7Z", Paint::Filled(Colour::Ink2));
        }
        AnnotationKind::Cycle => {
            canvas.stroke(circle(at, 4.0), Paint::Filled(Colour::Surface));
            canvas.stroke(circle(at, 4.0), Paint::Solid(Colour::Primary, 2.0));
        }
        AnnotationKind::Phase => {
            canvas.stroke(corner(2.0, 5.0) + "h4v10h-4Z", Paint::Filled(Colour::Ink));
        }
    }
}
