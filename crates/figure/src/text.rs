//! Text as the browser sets it without kerning: its width, and where its lines break.

mod advances;

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

/// The font's family name, as in `style/fonts.css`.
pub const FAMILY: &str = "Atkinson Hyperlegible Next";
/// How far the font rises above its baseline, as a share of its size.
const ASCENT: f64 = 0.984;
/// How far the font falls below its baseline, as a share of its size.
const DESCENT: f64 = 0.316;

/// How heavy the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    Semibold,
}

impl Weight {
    /// The weight as CSS and SVG count it.
    pub fn number(self) -> u16 {
        match self {
            Weight::Regular => 400,
            Weight::Semibold => 600,
        }
    }
}

/// A weight and a size of the one family.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    /// How heavy.
    pub weight: Weight,
    /// The size in pixels.
    pub size: f64,
}

impl Font {
    /// Where the baseline lies below the top of a line of that height, in pixels.
    pub fn baseline(self, line_height: f64) -> f64 {
        (line_height - (ASCENT + DESCENT) * self.size) / 2.0 + ASCENT * self.size
    }

    fn pixels(self, units: u32) -> f64 {
        f64::from(units) * self.size / 1000.0
    }
}

/// One line of a wrapped text.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The bytes of the text that stand on this line; spaces at which it was broken stand on none.
    pub range: Range<usize>,
    /// Its width in pixels.
    pub width: f64,
}

/// The width of a text set on one line, in pixels. What the font lacks counts with a width that is wide enough.
pub fn measure(text: &str, font: Font) -> f64 {
    font.pixels(advances::of(text, font.weight))
}

/// The width of those of its characters that the font has, in pixels.
pub(crate) fn measure_known(text: &str, font: Font) -> f64 {
    font.pixels(advances::of_known(text, font.weight))
}

/// Breaks a text into lines no wider than `width` pixels, by the rules of Unicode line breaking; a word that is too
/// long for a line is broken between graphemes. There is always at least one line.
pub fn wrap(text: &str, font: Font, width: f64) -> Vec<Line> {
    let limit = (width * 1000.0 / font.size + 1e-6) as u32;
    let mut fill = Fill { text, font, limit, lines: Vec::new(), range: 0..0, units: 0, end: 0 };
    for (end, opportunity) in linebreaks(text) {
        fill.add(end);
        if opportunity == BreakOpportunity::Mandatory {
            fill.finish_line();
        }
    }
    if fill.lines.is_empty() {
        fill.finish_line();
    }
    fill.lines
}

/// Lines being filled, one piece between two break opportunities after the other.
struct Fill<'a> {
    text: &'a str,
    font: Font,
    /// The widest a line may be, in thousandths of the font size.
    limit: u32,
    lines: Vec<Line>,
    /// What stands on the current line.
    range: Range<usize>,
    units: u32,
    /// Where the next piece begins: behind the spaces that end the current line.
    end: usize,
}

impl Fill<'_> {
    /// Puts the piece that reaches to `end` on this line, or on the next.
    fn add(&mut self, end: usize) {
        let start = self.end;
        let word_end = start + self.text[start..end].trim_end_matches(breaking_space).len();
        let spaces = advances::of(&self.text[self.range.end..start], self.font.weight);
        let word = advances::of(&self.text[start..word_end], self.font.weight);
        self.end = end;
        if self.units + spaces + word <= self.limit {
            self.range.end = word_end;
            self.units += spaces + word;
            return;
        }
        if !self.range.is_empty() {
            self.push_line(start);
        }
        self.add_in_parts(start..word_end);
    }

    /// Fills lines with a word grapheme by grapheme; the current line is empty.
    fn add_in_parts(&mut self, word: Range<usize>) {
        self.range = word.start..word.start;
        for (at, grapheme) in self.text[word.clone()].grapheme_indices(true) {
            let units = advances::of(grapheme, self.font.weight);
            if self.units + units > self.limit && !self.range.is_empty() {
                self.push_line(word.start + at);
            }
            self.range.end = word.start + at + grapheme.len();
            self.units += units;
        }
    }

    fn push_line(&mut self, next_start: usize) {
        self.lines.push(Line { range: self.range.clone(), width: self.font.pixels(self.units) });
        self.range = next_start..next_start;
        self.units = 0;
    }

    fn finish_line(&mut self) {
        self.push_line(self.end);
    }
}

/// Whether a character may be left out where a line ends.
fn breaking_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests;
