//! The legend below a diagram: what its colours stand for, and what a dotted line means.

use model::Strength;

use super::{Look, Painter, painter::paint_of};
use crate::{
    diagram::{Layout, Point},
    scene::{Block, Mark, Stroke},
    text::{Font, measure, wrap},
    theme::Colour,
};

/// The height of one row, in pixels.
const ROW: f64 = 24.0;
/// The width of a sample of a colour, and of a dotted line, in pixels.
const SAMPLES: (f64, f64) = (14.0, 40.0);
/// Between a sample and its words, and between these and the next sample, in pixels.
const GAPS: (f64, f64) = (8.0, 24.0);

/// The rows of a legend, as broken for a width.
pub(crate) struct Legend {
    entries: Vec<Entry>,
    rows: usize,
}

struct Entry {
    at: Point,
    sample: Sample,
    text: String,
}

#[derive(Clone, Copy)]
enum Sample {
    Colour(Colour),
    Dotted,
}

impl Sample {
    fn width(self) -> f64 {
        match self {
            Sample::Colour(_) => SAMPLES.0,
            Sample::Dotted => SAMPLES.1,
        }
    }
}

impl Legend {
    /// What a diagram needs to have explained, in rows of a width in pixels.
    pub(crate) fn of(look: &Look<'_>, layout: &Layout, width: f64) -> Self {
        let colours = look.colouring.legend(look.words).into_iter();
        let weak = layout.links.iter().any(|curve| look.strength(curve) == Strength::Weak);
        let dotted = weak.then(|| (Sample::Dotted, look.words.picture_weak().to_owned()));
        let mut legend = Self { entries: Vec::new(), rows: 0 };
        let mut x = f64::INFINITY;
        for (sample, text) in colours.map(|(colour, text)| (Sample::Colour(colour), text)).chain(dotted) {
            let text = cut(&text, look.small, width - sample.width() - GAPS.0);
            let end = sample.width() + GAPS.0 + measure(&text, look.small);
            if x + end > width {
                (x, legend.rows) = (0.0, legend.rows + 1);
            }
            legend.entries.push(Entry { at: Point { x, y: (legend.rows - 1) as f64 * ROW }, sample, text });
            x += end + GAPS.1;
        }
        legend
    }

    /// Its height in pixels; 0 where there is nothing to explain.
    pub(crate) fn height(&self) -> f64 {
        self.rows as f64 * ROW
    }

    /// Paints it with its upper left corner there.
    pub(crate) fn paint(&self, painter: &mut Painter<'_>, corner: Point) {
        let small = painter.look.small;
        for Entry { at, sample, text } in &self.entries {
            let (x, y) = (corner.x + at.x, corner.y + at.y);
            painter.paint(sample_at(*sample, Point { x, y: y + ROW / 2.0 }));
            let words_at = Point { x: x + sample.width() + GAPS.0, y: y + small.baseline(ROW) };
            painter.words(words_at, text, (small, Colour::Ink2));
        }
    }
}

fn sample_at(sample: Sample, Point { x, y }: Point) -> Mark {
    match sample {
        Sample::Colour(fill) => {
            let size = SAMPLES.0;
            let y = y - size / 2.0;
            Mark::Block(Block { x, y, width: size, height: size, radius: 3.0, fill, border: None })
        }
        Sample::Dotted => {
            let path = format!("M{x} {y}H{}", x + SAMPLES.1);
            Mark::Stroke(Stroke { path, paint: paint_of(Strength::Weak, Colour::LinkLine) })
        }
    }
}

/// As much of a text as fits on one line, with an ellipsis where something is left out.
pub(crate) fn cut(text: &str, font: Font, width: f64) -> String {
    if measure(text, font) <= width {
        return text.to_owned();
    }
    let lines = wrap(text, font, width - measure("…", font));
    let first = lines.first().map_or("", |line| &text[line.range.clone()]);
    format!("{}…", first.trim_end())
}
