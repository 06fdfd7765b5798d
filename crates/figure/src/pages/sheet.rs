//! The sizes of slides and paper, and how small letters may be on them.

use crate::diagram::MARGIN;

/// A page's size, and the letters that it allows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    /// From left to right, in pixels.
    pub width: f64,
    /// From top to bottom, in pixels.
    pub height: f64,
    /// The least and the most that everything is enlarged: letters of cards are 16 pixels high at 1.
    pub scales: (f64, f64),
    /// The size of chips, legends and page numbers before that, in pixels.
    pub small: f64,
}

/// The ratio of a slide's sides. A pixel stands for 0.6 points: a wide slide is 13.333 inches and 1,600 pixels wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ratio {
    /// 16:9.
    #[default]
    Wide,
    /// 4:3, 10 inches wide.
    Classic,
    /// The side ratio and size of A4, lying.
    A4,
}

/// Paper, lying. A pixel is 1/96 of an inch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Paper {
    #[default]
    A4,
    A3,
    Letter,
}

/// The least letters on a slide: 11 points, in pixels of 0.6 points.
const LEAST_ON_SLIDE: f64 = 11.0 / 0.6;
/// The least letters on paper: 8.5 points, in pixels of 0.75 points.
const LEAST_ON_PAPER: f64 = 8.5 / 0.75;

impl Ratio {
    /// The sheet of a slide.
    pub fn sheet(self) -> Sheet {
        let (width, height) = match self {
            Ratio::Wide => (1600.0, 900.0),
            Ratio::Classic => (1200.0, 900.0),
            Ratio::A4 => (1404.0, 992.0),
        };
        // Everything is at least as large as a card's letters, so that one least scale serves all.
        let small = 16.0;
        Sheet { width, height, scales: (LEAST_ON_SLIDE / small + 0.001, 1.75), small }
    }
}

impl Paper {
    /// The sheet of paper.
    pub fn sheet(self) -> Sheet {
        let (width, height) = match self {
            Paper::A4 => (1122.0, 793.0),
            Paper::A3 => (1587.0, 1122.0),
            Paper::Letter => (1056.0, 816.0),
        };
        let small = 14.0;
        Sheet { width, height, scales: (LEAST_ON_PAPER / small + 0.001, 1.15), small }
    }
}

impl Sheet {
    /// The width between the margins before everything is enlarged so many times.
    pub(super) fn inner_width(&self, scale: f64) -> f64 {
        self.width / scale - 2.0 * MARGIN
    }
}
