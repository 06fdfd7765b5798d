//! A driver diagram as a scene: title, column headings, links, cards, and a legend.

mod badges;
mod card;
mod chip;
mod legend;
mod painter;

use std::collections::HashMap;

use model::{
    Card, CardId, Project, Structure,
    about::Counts,
    shown::{Shown, View, shown},
};
use words::Words;

use crate::{
    card::{Footer, card_box, footer},
    colouring::{ColourBy, Colouring},
    diagram::{Input, MARGIN, Point, layout},
    scene::Scene,
    text::{Font, Weight, wrap},
    theme::Colour,
};
pub(crate) use legend::{Legend, cut};
pub(crate) use painter::{Boxes, HEADING_HEIGHT, Painter};

pub(crate) const TITLE: Font = Font { weight: Weight::Semibold, size: 24.0 };
pub(crate) const TITLE_LINE: f64 = 32.0;
pub(crate) const HEADING: Font = Font { weight: Weight::Semibold, size: 16.0 };
const SMALL: Font = Font { weight: Weight::Regular, size: 14.0 };
/// The height of a line of small words, in pixels.
const SMALL_LINE: f64 = 20.0;

/// How a picture is made of a project.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PictureOptions {
    /// What it says beside what people wrote, in their language.
    pub words: Words,
    /// The part that is shown.
    pub view: View,
    /// What its colours say.
    pub colour_by: ColourBy,
    /// The day it is of, as people write it; nothing where it is not to be said.
    pub dated: Option<String>,
}

/// What a picture needs to know of a project beside where the cards stand.
pub(crate) struct Look<'a> {
    pub(crate) project: &'a Project,
    pub(crate) words: Words,
    pub(crate) colouring: Colouring,
    pub(crate) shown: Shown,
    /// How much is measured, tested and said about the cards.
    counts: HashMap<CardId, Counts>,
    /// The day, and how much is shown where it is not all: `12 of 60 shown`.
    pub(crate) notes: Vec<String>,
    /// How small words are set.
    pub(crate) small: Font,
}

impl<'a> Look<'a> {
    pub(crate) fn new(project: &'a Project, options: &PictureOptions, small: Font) -> Self {
        let structure = Structure::of(project);
        let colouring = Colouring::of(project, &structure, options.colour_by);
        let shown = shown(project, &structure, &options.view);
        let words = options.words;
        let part = (!shown.is_whole()).then(|| words.picture_shown(shown.matches.len(), shown.of));
        let notes = part.into_iter().chain(options.dated.clone()).collect();
        let counts = Counts::by_card(project);
        Self { project, words, colouring, shown, counts, notes, small }
    }

    /// How much is measured, tested and said about a card.
    pub(crate) fn counts(&self, card: &CardId) -> Counts {
        self.counts.get(card).copied().unwrap_or_default()
    }

    /// Whether a card has a footer.
    pub(crate) fn footer(&self, card: &Card) -> Footer {
        footer(card, self.counts(&card.id))
    }
}

/// The diagram of a project, or the shown part of it, as it stands alone on a page.
pub fn picture(project: &Project, options: &PictureOptions) -> Scene {
    let look = Look::new(project, options, SMALL);
    let structure = &look.shown.structure;
    let cards = structure.cards().filter_map(|(id, _)| project.cards.get(id));
    let boxes: Boxes = cards
        .map(|card| (card.id.clone(), card_box(card.level, &card.text, look.footer(card)).into()))
        .collect::<HashMap<_, _>>();
    let layout = layout(&Input::of(structure, |id| boxes.get(id).map_or(0.0, |card| card.height)));
    let mut painter = Painter::new(&look, layout.width);
    painter.scene.title = project.title.clone();
    painter.top = MARGIN;
    title(&mut painter);
    painter.headings(&layout.columns);
    // The margin above the layout's first card would stand between headings and cards.
    painter.top -= MARGIN;
    painter.diagram(&layout, &boxes);
    painter.top += layout.height;
    let legend = Legend::of(&look, &layout, layout.width - 2.0 * MARGIN);
    if legend.height() > 0.0 {
        let corner = Point { x: MARGIN, y: painter.top };
        legend.paint(&mut painter, corner);
        painter.top += legend.height() + MARGIN;
    }
    let height = painter.top;
    painter.finish(height)
}

impl Scene {
    /// The diagram of a project, in English.
    pub fn of(project: &Project) -> Self {
        picture(project, &PictureOptions::default())
    }
}

fn title(painter: &mut Painter<'_>) {
    let look = painter.look;
    let title = &look.project.title;
    if !title.is_empty() {
        for line in wrap(title, TITLE, painter.scene.width - 2.0 * MARGIN) {
            let at = Point { x: MARGIN, y: painter.top + TITLE.baseline(TITLE_LINE) };
            painter.words(at, &title[line.range], (TITLE, Colour::Ink));
            painter.top += TITLE_LINE;
        }
    }
    if !look.notes.is_empty() {
        let at = Point { x: MARGIN, y: painter.top + look.small.baseline(SMALL_LINE) };
        painter.words(at, &look.notes.join(" · "), (look.small, Colour::Ink2));
        painter.top += SMALL_LINE;
    }
    if painter.top > MARGIN {
        painter.top += 16.0;
    }
}
