//! One card: its box, the band and shape that say its level, its lines, its chip, its badges.

use model::Level;

use super::{Painter, badges, chip};
use crate::{
    card::{CardBox, CardStyle, FOOTER_GAP},
    diagram::{Placed, Point},
    scene::{Block, Mark, Paint, Stroke},
    theme::Colour,
};

/// The width of one stripe of a double band, in pixels.
const STRIPE: f64 = 2.0;
/// The width of the edge of an idea that has a colour of its own, in pixels.
const EDGE: f64 = 2.5;
/// The length of a dash of a dashed band and of the space after it, in pixels.
const DASH: (f64, f64) = (7.0, 4.0);

pub(crate) fn paint(painter: &mut Painter<'_>, placed: &Placed, card_box: &CardBox) {
    let look = painter.look;
    let Some(card) = look.project.cards.get(&placed.id) else { return };
    let style = CardStyle::of(placed.level);
    let corner = Point { x: placed.x + painter.left, y: placed.y + painter.top };
    let (fill, border, ink) = match placed.level {
        Level::Aim => (Colour::Aim, None, Colour::OnAim),
        // The band marks the edge of a driver; an idea has none.
        Level::Idea => (Colour::Surface, Some(Colour::Border), Colour::Ink),
        _ => (Colour::Surface, Some(Colour::Hairline), Colour::Ink),
    };
    let Placed { width, height, .. } = *placed;
    let block = Block { x: corner.x, y: corner.y, width, height, radius: style.radius, fill, border };
    paint_box(painter, block, look.colouring.edge(&card.id).filter(|_| placed.level == Level::Idea));
    paint_band(painter, placed, corner);
    let x = corner.x + style.text_left();
    let mut y = corner.y + style.padding_y;
    for (place, line) in card_box.lines.iter().enumerate() {
        let at = Point { x, y: y + style.font.baseline(style.line_height) };
        let text = &card.text[line.range.clone()];
        // What was cut says so.
        let ends = place + 1 < card_box.lines.len() || card.text[line.range.end..].trim().is_empty();
        let cut = if ends { String::new() } else { format!("{text}…") };
        painter.words(at, if ends { text } else { &cut }, (style.font, ink));
        y += style.line_height;
    }
    let foot = Point { x, y: y + FOOTER_GAP };
    let left = card.status.map_or(x, |status| chip::paint(painter, foot, status) + badges::GAP);
    let right = corner.x + width - style.padding_x;
    badges::paint(painter, (left..right, foot.y), look.counts(&card.id));
}

/// The box of a card. An edge is broader than the border that it stands for, so that its colour can be told.
fn paint_box(painter: &mut Painter<'_>, block: Block, edge: Option<Colour>) {
    let Some(edge) = edge else { return painter.paint(Mark::Block(block)) };
    let inside = Block {
        x: block.x + EDGE,
        y: block.y + EDGE,
        width: block.width - 2.0 * EDGE,
        height: block.height - 2.0 * EDGE,
        radius: block.radius - EDGE,
        border: None,
        ..block
    };
    painter.paint(Mark::Block(Block { fill: edge, border: None, ..block }));
    painter.paint(Mark::Block(inside));
}

/// A solid band for a primary driver, a double one for a secondary, a dashed one for a tertiary.
fn paint_band(painter: &mut Painter<'_>, placed: &Placed, corner: Point) {
    let hue = painter.look.colouring.card(&placed.id);
    let mut fill = |path, colour| painter.paint(Mark::Stroke(Stroke { path, paint: Paint::Filled(colour) }));
    match placed.level {
        Level::Aim | Level::Idea => {}
        Level::Primary => fill(band(placed, corner), hue),
        Level::Secondary => {
            fill(band(placed, corner), hue);
            let (x, y) = (corner.x + STRIPE, corner.y + STRIPE);
            let below = corner.y + placed.height - STRIPE;
            fill(format!("M{x} {y}H{}V{below}H{x}Z", x + STRIPE), Colour::Surface);
        }
        Level::Tertiary => {
            let style = CardStyle::of(placed.level);
            for (top, bottom) in dashes(corner.y + style.radius, corner.y + placed.height - style.radius) {
                let (left, right) = (corner.x, corner.x + style.band);
                fill(format!("M{left} {top}H{right}V{bottom}H{left}Z"), hue);
            }
        }
    }
}

/// The left edge of a card, as wide as its band, with the card's round corners.
fn band(placed: &Placed, Point { x, y }: Point) -> String {
    let CardStyle { band, radius, .. } = *CardStyle::of(placed.level);
    let (right, bottom) = (x + band, y + placed.height);
    let arc = format!("A{radius} {radius} 0 0 0");
    format!("M{right} {y}{arc} {x} {}V{}{arc} {right} {bottom}Z", y + radius, bottom - radius)
}

/// Upper and lower ends of dashes that fill a length evenly, beginning and ending with a whole dash.
fn dashes(top: f64, bottom: f64) -> impl Iterator<Item = (f64, f64)> {
    let (dash, space) = DASH;
    let count = ((bottom - top + space) / (dash + space)).round().max(1.0);
    let step = (bottom - top + space) / count;
    (0..count as usize).map(move |index| {
        let start = top + index as f64 * step;
        (start, start + step - space)
    })
}
