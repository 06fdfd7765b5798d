//! One line of an outline: the marks before its text.

use model::Level;

use super::names;

/// The signs that lists are made with, in Markdown and in word processors.
const BULLETS: &str = "-*+•◦▪▫●○■□‣⁃·–—►➢✓§";
/// A list number has at most so many digits; a year has more.
const NUMBER: usize = 3;

/// The text of a line and what stood before it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Line {
    pub(super) text: String,
    /// Marked as an idea.
    pub(super) idea: bool,
    /// It repeats an earlier card: the nearest (1), the one before it (2), …
    pub(super) repeats: Option<usize>,
    /// Its list sign; `1` for any number.
    pub(super) bullet: Option<char>,
    /// How many `#` make it a heading; 0 for none.
    pub(super) heading: usize,
    /// A `\` said to take the text as it is.
    pub(super) literal: bool,
}

impl Line {
    /// Reads a line without its indentation.
    pub(super) fn read(text: &str) -> Self {
        let mut line = Line::default();
        let mut rest = text.trim();
        while let Some(after) = line.mark(rest) {
            rest = after.trim_start();
            if line.literal || line.repeats.is_some() {
                line.text = rest.to_owned();
                return line;
            }
        }
        line.text = unbold(rest).to_owned();
        line
    }

    /// Takes one mark off, if there is one.
    fn mark<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        let first = text.chars().next()?;
        let after = &text[first.len_utf8()..];
        match first {
            '\\' => self.literal = true,
            '>' => self.idea = true,
            '=' => return self.repeat(after),
            '#' if self.heading == 0 => return self.head(text),
            '[' if self.bullet.is_some() => return tick(text),
            _ if BULLETS.contains(first) && spaced(after) => self.bullet = Some(first),
            'o' if is_hollow_bullet(after) => self.bullet = Some(first),
            '0'..='9' => return self.number(text),
            _ => return None,
        }
        Some(after)
    }

    fn repeat<'a>(&mut self, after: &'a str) -> Option<&'a str> {
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = after.split_at(digits);
        if !spaced(rest) {
            return None;
        }
        self.repeats = Some(if number.is_empty() { 1 } else { number.parse().ok()? });
        Some(rest)
    }

    fn head<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        let rest = text.trim_start_matches('#');
        let depth = text.len() - rest.len();
        if depth > 6 || !rest.starts_with(char::is_whitespace) {
            return None;
        }
        self.heading = depth;
        Some(rest)
    }

    fn number<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let rest = text[digits..].strip_prefix(['.', ')'])?;
        if digits > NUMBER || !spaced(rest) || self.bullet.is_some() {
            return None;
        }
        self.bullet = Some('1');
        Some(rest)
    }

    /// Whether it says anything.
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty() && !self.literal && self.repeats.is_none()
    }

    /// Whether it starts the part of what is not linked.
    pub(super) fn is_unlinked_heading(&self) -> bool {
        !self.literal && self.repeats.is_none() && names::is_unlinked(&self.text)
    }
}

/// Whether a sign ends here: at a space or at the end of the line.
fn spaced(after: &str) -> bool {
    after.is_empty() || after.starts_with(char::is_whitespace)
}

/// Whether an `o` is what becomes of a word processor's hollow bullet: it stands alone, or far from the text.
fn is_hollow_bullet(after: &str) -> bool {
    after.is_empty() || ["\t", "  ", "\u{a0}"].iter().any(|space| after.starts_with(space))
}

/// The box of a task list.
fn tick(text: &str) -> Option<&str> {
    ["[ ]", "[x]", "[X]"].iter().find_map(|tick| text.strip_prefix(tick)).filter(|after| spaced(after))
}

/// A text that is bold as a whole, without its stars.
fn unbold(text: &str) -> &str {
    let inner = text.strip_prefix("**").and_then(|text| text.strip_suffix("**"));
    inner.filter(|inner| !inner.is_empty() && !inner.contains('*')).map_or(text, str::trim)
}

/// The level whose name leads a text, and the rest of it: "Primary driver 2: Staffing". None where that is all.
pub(super) fn named(text: &str) -> Option<(Level, &str)> {
    let (name, rest) = text.split_once(':')?;
    let name = name.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    let level = names::level(name)?;
    let rest = rest.trim();
    (!rest.is_empty()).then_some((level, rest))
}

/// A card's text as a line can carry it.
pub(super) fn on_one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ").trim().to_owned()
}

/// A text as it is written, so that reading it gives the same text: with a `\` where it looks like a mark.
pub(super) fn written(text: &str) -> String {
    let plain = Line { text: text.to_owned(), ..Line::default() };
    let read = Line::read(text);
    if read == plain && !read.is_blank() && !read.is_unlinked_heading() && named(text).is_none() {
        text.to_owned()
    } else {
        format!("\\{text}")
    }
}
