//! What a chart is painted on: words, lines and areas, one call each.

use crate::{
    diagram::Point,
    mini::Area,
    number::Number,
    scene::{Block, Mark, Paint, Scene, Stroke, Words},
    text::{Font, Weight},
    theme::Colour,
};

/// How the words on a chart are set.
pub(super) const SMALL: Font = Font { weight: Weight::Regular, size: 14.0 };
/// How letters on badges are set.
pub(super) const LETTER: Font = Font { weight: Weight::Semibold, size: 14.0 };
/// The height of a line of small words, in pixels.
pub(super) const LINE: f64 = 20.0;

/// A scene being painted.
pub(super) struct Canvas {
    pub(super) scene: Scene,
}

impl Canvas {
    pub(super) fn new(width: f64, height: f64) -> Self {
        let mut canvas = Self { scene: Scene { width, height, ..Scene::default() } };
        canvas.block(Area { x: 0.0, y: 0.0, width, height }, Colour::Surface);
        canvas
    }

    pub(super) fn block(&mut self, area: Area, fill: Colour) {
        let Area { x, y, width, height } = area;
        self.scene.marks.push(Mark::Block(Block { x, y, width, height, radius: 0.0, fill, border: None }));
    }

    /// Words whose line has its upper left corner there.
    pub(super) fn words(&mut self, corner: Point, text: &str, (font, colour): (Font, Colour)) {
        self.words_in(LINE, corner, text, (font, colour));
    }

    pub(super) fn words_in(&mut self, line: f64, corner: Point, text: &str, (font, colour): (Font, Colour)) {
        if text.is_empty() {
            return;
        }
        let (x, y) = (corner.x, corner.y + font.baseline(line));
        self.scene.marks.push(Mark::Words(Words { x, y, text: text.to_owned(), font, colour }));
    }

    pub(super) fn stroke(&mut self, path: String, paint: Paint) {
        if !path.is_empty() {
            self.scene.marks.push(Mark::Stroke(Stroke { path, paint }));
        }
    }

    /// A level line.
    pub(super) fn level(&mut self, (from, to): (f64, f64), y: f64, paint: Paint) {
        self.stroke(format!("M{} {}H{}", number(from), number(y), number(to)), paint);
    }

    /// An upright line.
    pub(super) fn upright(&mut self, x: f64, (from, to): (f64, f64), paint: Paint) {
        self.stroke(format!("M{} {}V{}", number(x), number(from), number(to)), paint);
    }
}

/// A coordinate with at most two places after the point.
pub(super) fn number(value: f64) -> Number {
    Number(value)
}
