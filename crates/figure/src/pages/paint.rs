//! Pages as scenes: a heading, the columns' headings above the diagram, a legend and the page's number below it.

use std::collections::{BTreeSet, HashSet};

use super::{
    Kind, Page,
    deck::Deck,
    fit::{Placed, diagram_height},
    full,
};
use crate::{
    diagram::{Layout, MARGIN, Point},
    picture::{HEADING_HEIGHT, Legend, Painter, TITLE, TITLE_LINE, cut},
    scene::Scene,
    text::measure,
    theme::Colour,
};

/// Above the heading, and below the last line, in pixels.
const EDGE: f64 = 24.0;
/// Between heading and columns, and between diagram and legend, in pixels.
const GAP: f64 = 12.0;
/// The height of the last line, in pixels.
const LAST_LINE: f64 = 24.0;
/// The share of the width that title, date and page number may take.
const CORNER: f64 = 0.5;
/// How much larger than the smallest page of a deck another may be.
const UNEVEN: f64 = 1.2;

/// What surrounds the diagram of a page.
pub(super) struct Frame {
    legend: Legend,
    /// The height that is left for the diagram, in pixels.
    pub(super) height: f64,
}

impl Frame {
    pub(super) fn of(deck: &Deck<'_>, layout: &Layout, scale: f64) -> Self {
        let legend = Legend::of(deck.look, layout, deck.sheet.inner_width(scale) * (1.0 - CORNER) - MARGIN);
        let below = GAP + legend.height().max(LAST_LINE) + EDGE;
        let height = deck.sheet.height / scale - EDGE - TITLE_LINE - GAP - HEADING_HEIGHT - below;
        Self { legend, height }
    }
}

/// Paints pages, and behind them those with the texts that were too long.
pub(super) fn scenes(deck: &Deck<'_>, pages: Vec<Page>) -> Vec<Scene> {
    let scales: Vec<f64> = pages.iter().map(|page| deck.scale(page)).collect();
    let least = scales.iter().copied().fold(f64::INFINITY, f64::min);
    let mut placed: Vec<(Page, Placed)> = Vec::new();
    for (page, scale) in pages.into_iter().zip(scales) {
        let even = if page.kind == Kind::Part { scale.min(least * UNEVEN) } else { scale };
        let cards = deck.placed(&page, even);
        placed.push((page, cards));
    }
    let cut = never_whole(deck, &placed);
    let heading = deck.look.words.picture_in_full().to_owned();
    let rest = full::pages(deck, &cut)
        .into_iter()
        .map(|placed| (Page { heading: heading.clone(), cards: Vec::new(), kind: Kind::Part }, placed));
    placed.extend(rest);
    let count = placed.len();
    let scene = |(place, (page, placed)): (usize, &(Page, Placed))| {
        let number = (count > 1).then(|| deck.look.words.picture_page(place + 1, count));
        scene(deck, page, placed, number)
    };
    placed.iter().enumerate().map(scene).collect()
}

/// The cards whose text stands in full on no page.
fn never_whole(deck: &Deck<'_>, placed: &[(Page, Placed)]) -> Vec<usize> {
    let (mut cut, mut whole) = (BTreeSet::new(), BTreeSet::new());
    for (page, placed) in placed {
        let here: BTreeSet<usize> = deck.cut(page, placed.scale).into_iter().collect();
        whole.extend(page.cards.iter().filter(|card| !here.contains(card)));
        cut.extend(here);
    }
    cut.difference(&whole).copied().collect()
}

fn scene(deck: &Deck<'_>, page: &Page, placed: &Placed, number: Option<String>) -> Scene {
    let Placed { scale, layout, boxes } = placed;
    let (width, height) = (deck.sheet.width / scale, deck.sheet.height / scale);
    let frame = Frame::of(deck, layout, *scale);
    let mut painter = Painter::new(deck.look, width);
    painter.scene.title = page.heading.clone();
    painter.left = ((width - layout.width) / 2.0).max(0.0);
    let heading_left = painter.left + MARGIN;
    let heading = cut(&page.heading, TITLE, width - heading_left - MARGIN);
    let at = Point { x: heading_left, y: EDGE + TITLE.baseline(TITLE_LINE) };
    painter.words(at, &heading, (TITLE, Colour::Ink));
    painter.top = EDGE + TITLE_LINE + GAP;
    if layout.columns.is_empty() {
        painter.top += HEADING_HEIGHT;
    } else {
        painter.headings(&layout.columns);
    }
    let free = (frame.height - diagram_height(layout)).max(0.0);
    // A little above the middle looks like the middle.
    let share = if layout.columns.is_empty() { 0.0 } else { 0.4 };
    painter.top += free * share - MARGIN;
    painter.diagram(layout, boxes);
    if page.kind == Kind::Overview {
        badges(deck, page, layout, &mut painter);
    }
    let top = height - EDGE - frame.legend.height().max(LAST_LINE);
    frame.legend.paint(&mut painter, Point { x: MARGIN, y: top });
    corner(deck, page, number, &mut painter, Point { x: width - MARGIN, y: height - EDGE - LAST_LINE });
    let mut scene = painter.finish(height).scaled(*scale);
    (scene.width, scene.height) = (deck.sheet.width, deck.sheet.height);
    scene
}

/// How many cards stand below each card on other pages.
fn badges(deck: &Deck<'_>, page: &Page, layout: &Layout, painter: &mut Painter<'_>) {
    let shown: HashSet<usize> = page.cards.iter().copied().collect();
    if shown.len() == deck.len() {
        return;
    }
    let last = |id| deck.structure().children(id).iter().all(|child| !deck.holds(child, &shown));
    for placed in layout.cards.iter().filter(|placed| last(&placed.id)) {
        let hidden = deck.below_without(&placed.id, &shown);
        painter.badge(placed.x + placed.width, placed.centre_y(), hidden);
    }
}

/// Title, day and page number, in the lower right corner. The title is left out where it is the heading.
fn corner(deck: &Deck<'_>, page: &Page, number: Option<String>, painter: &mut Painter<'_>, right: Point) {
    let look = deck.look;
    let rest: Vec<String> = look.notes.iter().cloned().chain(number).collect();
    let mut text = rest.join(" · ");
    let title = deck.title();
    if !page.heading.starts_with(&title) {
        let after = if text.is_empty() { text } else { format!(" · {text}") };
        let room = deck.sheet.width * CORNER - MARGIN;
        let room = room * painter.scene.width / deck.sheet.width - measure(&after, look.small);
        text = cut(&title, look.small, room) + &after;
    }
    let x = right.x - measure(&text, look.small);
    let at = Point { x, y: right.y + look.small.baseline(LAST_LINE) };
    painter.words(at, &text, (look.small, Colour::Ink2));
}
