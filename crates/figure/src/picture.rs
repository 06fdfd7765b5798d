//! A driver diagram as a scene: title, column headings, links, cards, and what a dotted line means.

mod card;
mod chip;
mod wording;

use std::collections::BTreeMap;

use model::{Card, CardId, Project, Strength, structure::Structure};

use crate::{
    card::{CardBox, Footer, card_box},
    diagram::{Column, Curve, Input, Layout, MARGIN, Point, layout},
    scene::{Block, Mark, Paint, Scene, Stroke, Words},
    text::{Font, Weight, wrap},
    theme::Colour,
};
pub use wording::{Heading, Wording};

const TITLE: Font = Font { weight: Weight::Semibold, size: 24.0 };
const TITLE_LINE: f64 = 32.0;
const HEADING: Font = Font { weight: Weight::Semibold, size: 16.0 };
const SMALL: Font = Font { weight: Weight::Regular, size: 14.0 };
/// The height of the column headings in pixels: a name and a question.
const HEADING_HEIGHT: f64 = 56.0;
/// The height of the line that explains dotted links, in pixels.
const LEGEND_HEIGHT: f64 = 24.0;
/// The width of a link's line, in pixels.
const LINK_WIDTH: f64 = 1.75;

/// The whole diagram of a project, as it stands alone on a page or a slide.
pub fn picture(project: &Project, wording: &Wording) -> Scene {
    let structure = Structure::of(project);
    let shown = || structure.cards().filter_map(|(id, _)| project.cards.get(id));
    let boxes: BTreeMap<&CardId, CardBox> =
        model::sort::map(shown().map(|card| (&card.id, card_box(card.level, &card.text, footer(card)))));
    let layout = layout(&Input::of(&structure, |id| boxes[id].height));
    let mut painter = Painter::new(project, wording, &layout);
    painter.title();
    painter.headings();
    painter.links();
    for placed in &layout.cards {
        card::paint(&mut painter, placed, &boxes[&placed.id]);
    }
    painter.legend();
    painter.finish()
}

impl Scene {
    /// The diagram of a project, in English.
    pub fn of(project: &Project) -> Self {
        picture(project, &Wording::default())
    }
}

/// Whether a card shows a chip with its status.
fn footer(card: &Card) -> Footer {
    if card.status.is_some() { Footer::Present } else { Footer::Absent }
}

/// A scene being painted.
struct Painter<'a> {
    project: &'a Project,
    wording: &'a Wording,
    layout: &'a Layout,
    scene: Scene,
    /// The upper edge of what comes next; while cards are painted, that of the diagram.
    top: f64,
}

impl<'a> Painter<'a> {
    fn new(project: &'a Project, wording: &'a Wording, layout: &'a Layout) -> Self {
        let scene = Scene {
            width: layout.width,
            title: project.title.clone(),
            description: wording.description(layout),
            ..Scene::default()
        };
        Self { project, wording, layout, scene, top: MARGIN }
    }

    fn paint(&mut self, mark: Mark) {
        self.scene.marks.push(mark);
    }

    fn words(&mut self, at: Point, text: &str, (font, colour): (Font, Colour)) {
        if !text.is_empty() {
            self.paint(Mark::Words(Words { x: at.x, y: at.y, text: text.to_owned(), font, colour }));
        }
    }

    fn title(&mut self) {
        let title = &self.project.title;
        if title.is_empty() {
            return;
        }
        for line in wrap(title, TITLE, self.layout.width - 2.0 * MARGIN) {
            let at = Point { x: MARGIN, y: self.top + TITLE.baseline(TITLE_LINE) };
            self.words(at, &title[line.range], (TITLE, Colour::Ink));
            self.top += TITLE_LINE;
        }
        self.top += 16.0;
    }

    fn headings(&mut self) {
        let wording = self.wording;
        for Column { level, x, .. } in &self.layout.columns {
            let Heading { name, question } = wording.heading(*level);
            let name_at = Point { x: *x, y: self.top + HEADING.baseline(22.0) };
            self.words(name_at, name, (HEADING, Colour::Ink));
            let question_at = Point { x: *x, y: self.top + 22.0 + SMALL.baseline(20.0) };
            self.words(question_at, question, (SMALL, Colour::Ink2));
        }
        // The margin above the layout's first card would stand between headings and cards.
        self.top += HEADING_HEIGHT - MARGIN;
    }

    fn links(&mut self) {
        // Dotted links lie over solid ones, so that they can still be told from them where they run together.
        for strength in [Strength::Strong, Strength::Weak] {
            let layout = self.layout;
            for curve in layout.links.iter().filter(|curve| strength_of(self.project, curve) == strength) {
                let path = curve.moved(Point { x: 0.0, y: self.top }).path();
                let hue = Colour::of_branch(curve.branch);
                self.paint(Mark::Stroke(Stroke { path, paint: paint_of(strength, hue) }));
            }
        }
    }

    /// Explains dotted lines where there are any.
    fn legend(&mut self) {
        self.top += self.layout.height;
        let weak = |curve| strength_of(self.project, curve) == Strength::Weak;
        if !self.layout.links.iter().any(weak) {
            return;
        }
        let y = self.top + LEGEND_HEIGHT / 2.0;
        let path = format!("M{MARGIN} {y}H{}", MARGIN + 40.0);
        self.paint(Mark::Stroke(Stroke { path, paint: paint_of(Strength::Weak, Colour::LinkLine) }));
        let at = Point { x: MARGIN + 48.0, y: self.top + SMALL.baseline(LEGEND_HEIGHT) };
        let wording = self.wording;
        self.words(at, &wording.weak, (SMALL, Colour::Ink2));
        self.top += LEGEND_HEIGHT + MARGIN;
    }

    /// Puts the ground under everything.
    fn finish(mut self) -> Scene {
        self.scene.height = self.top;
        let (width, height) = (self.scene.width, self.scene.height);
        let ground = Block { x: 0.0, y: 0.0, width, height, radius: 0.0, fill: Colour::Page, border: None };
        self.scene.marks.insert(0, Mark::Block(ground));
        self.scene
    }

    /// What is known of a card.
    fn card(&self, id: &CardId) -> Option<&'a Card> {
        self.project.cards.get(id)
    }
}

fn strength_of(project: &Project, curve: &Curve) -> Strength {
    project.links.get(&curve.key).map(|link| link.strength).unwrap_or_default()
}

fn paint_of(strength: Strength, hue: Colour) -> Paint {
    match strength {
        Strength::Strong => Paint::Solid(hue, LINK_WIDTH),
        Strength::Weak => Paint::Dotted(hue, LINK_WIDTH),
    }
}
