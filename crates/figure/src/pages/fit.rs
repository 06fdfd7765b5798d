//! Whether cards fit on a page, and how large everything is there.

use std::rc::Rc;

use model::Level;

use super::{Page, deck::Deck, paint::Frame};
use crate::{
    card::{CardBox, CardStyle},
    diagram::{Input, Layout, MARGIN, Room, SizedCard, layout_in},
    picture::Boxes,
    text::measure,
};

/// How much wider or narrower than on the screen a column may be.
const STRETCH: (f64, f64) = (0.62, 1.45);
/// Between two columns, in pixels: the least (the number of folded cards stands there), the usual, the most.
const GAPS: [f64; 3] = [56.0, 64.0, 120.0];
/// What is left free for the numbers of folded cards beside the last column, on both sides together, in pixels.
const BADGES: f64 = 56.0;
/// How much looser than usual cards may stand where there is room.
const LOOSE: [f64; 5] = [2.2, 1.8, 1.5, 1.25, 1.0];
/// Between two scales that are tried.
const STEP: f64 = 0.04;
/// The share of a page's height that one card may take; the rest of a longer text stands on a page of its own.
const TALLEST: f64 = 0.45;

/// A page's cards as they stand on it.
pub(super) struct Placed {
    pub(super) scale: f64,
    pub(super) layout: Layout,
    pub(super) boxes: Boxes,
}

impl Deck<'_> {
    /// Whether cards fit on one page in the smallest letters, filling so much of its height.
    pub(super) fn fits(&self, cards: &[usize], fill: f64) -> bool {
        let scale = self.sheet.scales.0;
        let layout = self.layout(cards, scale, 1.0);
        layout.width <= self.sheet.width / scale + 0.5
            && diagram_height(&layout) <= fill * Frame::of(self, &layout, scale).height
    }

    /// The largest that a page's cards can be.
    pub(super) fn scale(&self, page: &Page) -> f64 {
        let (least, most) = self.sheet.scales;
        let steps = ((most - least) / STEP) as usize;
        let mut scales = (0..=steps).rev().map(|step| least + step as f64 * STEP);
        let unavoidable = self.cut(page, least).len();
        let whole = |scale: f64| self.cut(page, scale).len() <= unavoidable;
        scales.find(|scale| self.fits_at(&page.cards, *scale, 1.0) && whole(*scale)).unwrap_or(least)
    }

    /// A page's cards at a scale at which they fit, as loose as there is room.
    pub(super) fn placed(&self, page: &Page, scale: f64) -> Placed {
        let gaps = LOOSE.into_iter().find(|gaps| self.fits_at(&page.cards, scale, *gaps)).unwrap_or(1.0);
        let layout = self.layout(&page.cards, scale, gaps);
        let room = self.room(&page.cards, scale, gaps);
        let named = |card: &usize| (self.cards[*card].id.clone(), self.card_box(*card, &room));
        Placed { scale, layout, boxes: page.cards.iter().map(named).collect() }
    }

    fn fits_at(&self, cards: &[usize], scale: f64, gaps: f64) -> bool {
        let layout = self.layout(cards, scale, gaps);
        layout.width <= self.sheet.width / scale + 0.5
            && diagram_height(&layout) <= Frame::of(self, &layout, scale).height
    }

    fn layout(&self, cards: &[usize], scale: f64, gaps: f64) -> Layout {
        let room = self.room(cards, scale, gaps);
        let mut links: Vec<usize> = Vec::new();
        for card in cards {
            // The cards of a page are in the order of their numbers.
            let here = self.effects[*card].iter().filter(|(effect, _)| cards.binary_search(effect).is_ok());
            links.extend(here.map(|(_, place)| *place));
        }
        model::sort::by_key(&mut links, |place| *place);
        let sized = |card: &usize| SizedCard {
            id: self.cards[*card].id.clone(),
            level: self.level(*card),
            height: self.card_box(*card, &room).height,
        };
        let cards = cards.iter().map(sized).collect();
        let links = links.into_iter().map(|place| self.links[place].clone()).collect();
        layout_in(&Input { cards, links }, &room)
    }

    /// Columns that fill the page's width: wider cards first, then wider gaps.
    fn room(&self, cards: &[usize], scale: f64, gaps: f64) -> Room {
        let empty_columns = cards.is_empty();
        let has = |level: Level| cards.iter().any(|card| self.level(*card) == level);
        let used = |level: &Level| has(*level) || (empty_columns && *level != Level::Tertiary);
        let usual: Vec<f64> =
            Level::ALL.into_iter().filter(used).map(|level| CardStyle::of(level).width).collect();
        let (sum, between) = (usual.iter().sum::<f64>(), usual.len().saturating_sub(1) as f64);
        // Right of an idea nothing is said; right of a driver, how many cards are elsewhere.
        let badges = if has(Level::Idea) || empty_columns { 0.0 } else { BADGES };
        let width = self.sheet.inner_width(scale) - badges;
        let stretch = ((width - between * GAPS[1]) / sum).clamp(STRETCH.0, STRETCH.1);
        let widths = Level::ALL.map(|level| (CardStyle::of(level).width * stretch).floor());
        let column_gap = ((width - sum * stretch) / between.max(1.0)).clamp(GAPS[0], GAPS[2]).floor();
        Room { widths, column_gap, gaps, empty_columns }
    }

    fn card_box(&self, card: usize, room: &Room) -> Rc<CardBox> {
        let width = room.widths[self.level(card) as usize];
        let key = (card, width as u32);
        if let Some(known) = self.boxes.borrow().get(&key) {
            return known.clone();
        }
        let made = Rc::new(self.broken(card, width));
        self.boxes.borrow_mut().insert(key, made.clone());
        made
    }

    /// A card's text, cut where it is longer than a page can bear.
    fn broken(&self, card: usize, width: f64) -> CardBox {
        let card = self.cards[card];
        let style = CardStyle { width, ..*CardStyle::of(card.level) };
        let whole = CardBox::of(&style, &card.text, self.look.footer(card));
        let tallest = TALLEST * self.sheet.height / self.sheet.scales.0 * 0.75;
        if whole.height <= tallest {
            return whole;
        }
        let bare = CardBox::of_lines(&style, Vec::new(), self.look.footer(card)).height;
        let count = (((tallest - bare) / style.line_height) as usize).max(1);
        let mut lines = whole.lines;
        lines.truncate(count);
        if let Some(last) = lines.last_mut() {
            let room = style.text_width() - measure("…", style.font);
            let mut text = &card.text[last.range.clone()];
            while measure(text, style.font) > room {
                let end = text.char_indices().next_back().map_or(0, |(at, _)| at);
                text = text[..end].trim_end();
            }
            last.range.end = last.range.start + text.len();
            last.width = measure(text, style.font);
        }
        CardBox::of_lines(&style, lines, self.look.footer(card))
    }

    /// Those cards of a page whose text is cut at a scale.
    pub(super) fn cut(&self, page: &Page, scale: f64) -> Vec<usize> {
        let room = self.room(&page.cards, scale, 1.0);
        let is_cut = |card: &usize| {
            let end = self.card_box(*card, &room).lines.last().map_or(0, |line| line.range.end);
            end < self.cards[*card].text.trim_end().len()
        };
        page.cards.iter().copied().filter(is_cut).collect()
    }
}

/// The height of a layout without its margins.
pub(super) fn diagram_height(layout: &Layout) -> f64 {
    layout.height - 2.0 * MARGIN
}
