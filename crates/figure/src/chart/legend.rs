//! What the shapes of points mean: those that are there, in one line below the chart.

use super::{
    Draft,
    canvas::{Canvas, LINE, SMALL},
    points::{self, Shape},
};
use crate::{diagram::Point, text::measure, theme::Colour};

/// Between a shape and its word, and between these and the next shape, in pixels.
const GAPS: (f64, f64) = (20.0, 24.0);
/// Where the middle of a shape lies from its left, in pixels.
const MIDDLE: f64 = 8.0;

/// The legend of a chart, in as many rows as its width asks for.
pub(super) struct Legend {
    entries: Vec<(Point, Shape, &'static str)>,
    rows: usize,
}

impl Legend {
    pub(super) fn of(draft: Draft<'_>, width: f64) -> Self {
        let mut legend = Self { entries: Vec::new(), rows: 0 };
        if draft.is_small {
            return legend;
        }
        let words = draft.look.words;
        let has = |is: &dyn Fn(Shape) -> bool| {
            (0..draft.chart.points.len())
                .filter(|&point| draft.chart.points[point].value.is_some())
                .map(|point| Shape::of_point(draft, point))
                .find(|shape| is(*shape))
        };
        let marked = [
            (has(&|shape| matches!(shape, Shape::Better(_))), words.chart_improvement()),
            (has(&|shape| matches!(shape, Shape::Worse(_))), words.chart_concern()),
            (has(&|shape| shape == Shape::Neutral), words.chart_neutral()),
            (has(&|shape| shape == Shape::Ghost), words.chart_ghost()),
        ];
        let mut marked: Vec<(Shape, &str)> =
            marked.into_iter().filter_map(|(shape, text)| shape.map(|shape| (shape, text))).collect();
        if marked.is_empty() {
            return legend;
        }
        if has(&|shape| shape == Shape::Common).is_some() {
            marked.insert(0, (Shape::Common, words.chart_common_cause()));
        }
        let mut x = f64::INFINITY;
        for (shape, text) in marked {
            let end = GAPS.0 + measure(text, SMALL);
            if x + end > width {
                (x, legend.rows) = (0.0, legend.rows + 1);
            }
            legend.entries.push((Point { x, y: (legend.rows - 1) as f64 * LINE }, shape, text));
            x += end + GAPS.1;
        }
        legend
    }

    /// Its height in pixels; 0 where there is nothing to explain.
    pub(super) fn height(&self) -> f64 {
        self.rows as f64 * LINE
    }

    /// Paints it with its upper left corner there.
    pub(super) fn paint(&self, canvas: &mut Canvas, corner: Point) {
        for (at, shape, text) in &self.entries {
            let (x, y) = (corner.x + at.x, corner.y + at.y);
            points::shape(canvas, Point { x: x + MIDDLE, y: y + LINE / 2.0 }, (*shape, 4.0));
            canvas.words(Point { x: x + GAPS.0, y }, text, (SMALL, Colour::Ink2));
        }
    }
}
