//! Pages with the texts that are too long for the diagram, each in a card as wide as the page.

use std::rc::Rc;

use super::{deck::Deck, fit::Placed, paint::Frame};
use crate::{
    card::{CardBox, CardStyle, Footer},
    diagram::{self, Layout, MARGIN},
    picture::Boxes,
    text::{measure, wrap},
};

/// Between two cards, in pixels.
const GAP: f64 = 16.0;

/// The pages of some cards at the smallest scale; a text that is longer than a page goes on on the next.
pub(super) fn pages(deck: &Deck<'_>, cards: &[usize]) -> Vec<Placed> {
    let scale = deck.sheet.scales.0;
    let width = deck.sheet.inner_width(scale).floor();
    let room = Frame::of(deck, &Layout::default(), scale).height;
    let mut pages: Vec<Placed> = Vec::new();
    let mut y = f64::INFINITY;
    for card in cards.iter().map(|card| deck.cards[*card]) {
        let style = CardStyle { width, ..*CardStyle::of(card.level) };
        // Room for the mark that says that a text goes on.
        let room_for_text = style.text_width() - measure("…", style.font);
        let lines = wrap(&card.text, style.font, room_for_text);
        let bare = CardBox::of_lines(&style, Vec::new(), Footer::Absent).height;
        let count = (((room - bare) / style.line_height) as usize).max(1);
        for part in lines.chunks(count) {
            let card_box = CardBox::of_lines(&style, part.to_vec(), Footer::Absent);
            let taken = pages.last().is_some_and(|page| page.boxes.contains_key(&card.id));
            if y + card_box.height > room || taken {
                pages.push(Placed { scale, layout: Layout::default(), boxes: Boxes::new() });
                y = 0.0;
            }
            let Some(page) = pages.last_mut() else { continue };
            page.layout.cards.push(diagram::Placed {
                id: card.id.clone(),
                level: card.level,
                x: MARGIN,
                y: MARGIN + y,
                width,
                height: card_box.height,
                branch: None,
            });
            y += card_box.height + GAP;
            (page.layout.width, page.layout.height) = (width + 2.0 * MARGIN, y - GAP + 2.0 * MARGIN);
            page.boxes.insert(card.id.clone(), Rc::new(card_box));
        }
    }
    pages
}
