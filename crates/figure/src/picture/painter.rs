//! A scene being painted: headings, links and cards, at the place that comes next.

use std::{collections::HashMap, rc::Rc};

use model::{CardId, Level, Strength};

use super::{HEADING, Look, SMALL_LINE, card};
use crate::{
    card::CardBox,
    diagram::{Column, Curve, Layout, Point},
    scene::{Block, Mark, Paint, Scene, Stroke, Words},
    text::{Font, measure},
    theme::Colour,
};

/// The height of the column headings in pixels: a name and a question.
pub(crate) const HEADING_HEIGHT: f64 = 56.0;
const HEADING_LINE: f64 = 22.0;
/// The width of a link's line, in pixels.
const LINK_WIDTH: f64 = 1.75;
/// Between a heading and the next column's at least, in pixels.
const HEADING_GAP: f64 = 12.0;
/// The height of the badge that says how many cards are folded away, and the space beside its words, in pixels.
const BADGE: (f64, f64) = (24.0, 7.0);

/// The cards' texts as they are broken.
pub(crate) type Boxes = HashMap<CardId, Rc<CardBox>>;

/// A scene being painted.
pub(crate) struct Painter<'a> {
    pub(crate) look: &'a Look<'a>,
    pub(crate) scene: Scene,
    /// What is left free to the left of the diagram, beside its own margin.
    pub(crate) left: f64,
    /// The upper edge of what comes next; while cards are painted, that of the diagram.
    pub(crate) top: f64,
}

impl<'a> Painter<'a> {
    pub(crate) fn new(look: &'a Look<'a>, width: f64) -> Self {
        Self { look, scene: Scene { width, ..Scene::default() }, left: 0.0, top: 0.0 }
    }

    pub(super) fn paint(&mut self, mark: Mark) {
        self.scene.marks.push(mark);
    }

    pub(crate) fn words(&mut self, at: Point, text: &str, (font, colour): (Font, Colour)) {
        if !text.is_empty() {
            self.paint(Mark::Words(Words { x: at.x, y: at.y, text: text.to_owned(), font, colour }));
        }
    }

    /// The columns' names, and their questions where there is room for all of them.
    pub(crate) fn headings(&mut self, columns: &[Column]) {
        let (words, small) = (self.look.words, self.look.small);
        let ends = columns.iter().skip(1).map(|next| self.left + next.x - HEADING_GAP);
        let ends = ends.chain([self.scene.width - HEADING_GAP]);
        let asks = columns
            .iter()
            .zip(ends)
            .all(|(column, end)| self.left + column.x + measure(words.question(column.level), small) <= end);
        for Column { level, x, .. } in columns {
            let x = self.left + x;
            // A name alone stands nearer to its cards.
            let top = if asks { self.top } else { self.top + SMALL_LINE / 2.0 };
            let name_at = Point { x, y: top + HEADING.baseline(HEADING_LINE) };
            self.words(name_at, words.levels(*level), (HEADING, Colour::Ink));
            if asks {
                let question_at = Point { x, y: top + HEADING_LINE + small.baseline(SMALL_LINE) };
                self.words(question_at, words.question(*level), (small, Colour::Ink2));
            }
        }
        self.top += HEADING_HEIGHT;
    }

    /// Links and cards, and what the scene shows, in one sentence.
    pub(crate) fn diagram(&mut self, layout: &Layout, boxes: &Boxes) {
        self.scene.description = self.description(layout);
        self.links(layout);
        for placed in &layout.cards {
            if let Some(card_box) = boxes.get(&placed.id) {
                card::paint(self, placed, card_box);
            }
        }
        for placed in &layout.cards {
            let hidden = self.look.shown.hidden_below.get(&placed.id).copied().unwrap_or_default();
            self.badge(placed.x + placed.width, placed.centre_y(), hidden);
        }
    }

    /// How many cards are folded away below a card, on its right edge.
    pub(crate) fn badge(&mut self, edge: f64, middle: f64, hidden: usize) {
        if hidden == 0 {
            return;
        }
        let (height, padding) = BADGE;
        let (text, font) = (format!("+{hidden}"), self.look.small);
        let width = measure(&text, font) + 2.0 * padding;
        let (x, y) = (self.left + edge + 4.0, self.top + middle - height / 2.0);
        let (fill, border) = (Colour::Surface, Some(Colour::Border));
        self.paint(Mark::Block(Block { x, y, width, height, radius: height / 2.0, fill, border }));
        let at = Point { x: x + padding, y: y + font.baseline(height) };
        self.words(at, &text, (font, Colour::Ink2));
    }

    fn description(&self, layout: &Layout) -> String {
        let words = self.look.words;
        let count = |level: Level| layout.cards.iter().filter(|card| card.level == level).count();
        let part = |level| format!("{}: {}", words.levels(level), count(level));
        let parts: Vec<String> = layout.columns.iter().map(|column| part(column.level)).collect();
        format!("{}. {}.", words.picture_diagram(), parts.join(", "))
    }

    fn links(&mut self, layout: &Layout) {
        let look = self.look;
        // Dotted links lie over solid ones, so that they can still be told from them where they run together.
        for strength in [Strength::Strong, Strength::Weak] {
            for curve in layout.links.iter().filter(|curve| look.strength(curve) == strength) {
                let path = curve.moved(Point { x: self.left, y: self.top }).path();
                let paint = paint_of(strength, look.colouring.link(&curve.key));
                self.paint(Mark::Stroke(Stroke { path, paint }));
            }
        }
    }

    /// Puts the ground under everything.
    pub(crate) fn finish(mut self, height: f64) -> Scene {
        self.scene.height = height;
        let width = self.scene.width;
        let ground = Block { x: 0.0, y: 0.0, width, height, radius: 0.0, fill: Colour::Page, border: None };
        self.scene.marks.insert(0, Mark::Block(ground));
        self.scene
    }
}

impl Look<'_> {
    pub(super) fn strength(&self, curve: &Curve) -> Strength {
        self.project.links.get(&curve.key).map(|link| link.strength).unwrap_or_default()
    }
}

pub(super) fn paint_of(strength: Strength, hue: Colour) -> Paint {
    match strength {
        Strength::Strong => Paint::Solid(hue, LINK_WIDTH),
        Strength::Weak => Paint::Dotted(hue, LINK_WIDTH),
    }
}
