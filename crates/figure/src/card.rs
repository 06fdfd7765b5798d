//! How large a card is: a table of styles, one per level, and the height that a wrapped text needs.

use model::{Card, Level, about::Counts};

use crate::text::{Font, Line, Weight, wrap};

/// The height of a card's footer, which is there only when it has content, in pixels.
pub const FOOTER_HEIGHT: f64 = 24.0;
/// The space between the last line and the footer, in pixels.
pub const FOOTER_GAP: f64 = 4.0;

/// How the cards of one level look; all lengths in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CardStyle {
    /// The width of a card and of its column.
    pub width: f64,
    /// From the left edge (right of the band, where there is one) to the text, and from the text to the right edge.
    pub padding_x: f64,
    /// Above and below the text.
    pub padding_y: f64,
    /// The width of the band at the left; 0 for a level without one.
    pub band: f64,
    /// The radius of the corners.
    pub radius: f64,
    /// The font of the text.
    pub font: Font,
    /// The height of one line.
    pub line_height: f64,
}

const DRIVER: CardStyle = CardStyle {
    width: 232.0,
    padding_x: 12.0,
    padding_y: 10.0,
    band: 6.0,
    radius: 6.0,
    font: Font { weight: Weight::Regular, size: 16.0 },
    line_height: 22.0,
};

/// One style per level, in the order of the levels.
const STYLES: [CardStyle; 5] = [
    CardStyle {
        width: 240.0,
        band: 0.0,
        font: Font { weight: Weight::Semibold, size: 18.0 },
        line_height: 26.0,
        ..DRIVER
    },
    CardStyle { width: 220.0, font: Font { weight: Weight::Semibold, size: 16.0 }, ..DRIVER },
    DRIVER,
    DRIVER,
    CardStyle { width: 264.0, band: 0.0, radius: 14.0, ..DRIVER },
];

impl CardStyle {
    /// The style of a level.
    pub fn of(level: Level) -> &'static CardStyle {
        &STYLES[level as usize]
    }

    /// From the card's left edge to its text.
    pub fn text_left(&self) -> f64 {
        self.band + self.padding_x
    }

    /// The widest a line may be.
    pub fn text_width(&self) -> f64 {
        self.width - self.text_left() - self.padding_x
    }
}

/// Whether a card has something to say below its text: a status, a number of measures, tests or comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Footer {
    #[default]
    Absent,
    Present,
}

/// Whether a card says something below its text: the same on the screen and in every picture.
pub fn footer(card: &Card, counts: Counts) -> Footer {
    if card.status.is_some() || !counts.is_empty() { Footer::Present } else { Footer::Absent }
}

/// A card's text as it is broken, and the height that follows.
#[derive(Debug, Clone, PartialEq)]
pub struct CardBox {
    /// The lines, at least one.
    pub lines: Vec<Line>,
    /// The height of the whole card in pixels.
    pub height: f64,
}

/// Breaks a card's text and says how high the card is. Costs some microseconds: keep the result as long as the text.
pub fn card_box(level: Level, text: &str, footer: Footer) -> CardBox {
    CardBox::of(CardStyle::of(level), text, footer)
}

impl CardBox {
    /// A card of that style, which may be wider or narrower than its level's.
    pub fn of(style: &CardStyle, text: &str, footer: Footer) -> Self {
        Self::of_lines(style, wrap(text, style.font, style.text_width()), footer)
    }

    pub(crate) fn of_lines(style: &CardStyle, lines: Vec<Line>, footer: Footer) -> Self {
        let text_height = lines.len() as f64 * style.line_height;
        let footer_height = match footer {
            Footer::Absent => 0.0,
            Footer::Present => FOOTER_GAP + FOOTER_HEIGHT,
        };
        CardBox { lines, height: 2.0 * style.padding_y + text_height + footer_height }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l3_a_card_is_as_high_as_its_lines_and_its_footer() {
        let two = "Both teams know who is waiting and why";
        let table = [
            (Level::Secondary, "Short", Footer::Absent, 42.0),
            (Level::Secondary, two, Footer::Absent, 64.0),
            (Level::Idea, two, Footer::Present, 92.0),
            (Level::Aim, "Short", Footer::Absent, 46.0),
            (Level::Idea, "", Footer::Absent, 42.0),
        ];
        for (level, text, footer, height) in table {
            assert_eq!(card_box(level, text, footer).height, height, "{level} {text}");
        }
    }
}
