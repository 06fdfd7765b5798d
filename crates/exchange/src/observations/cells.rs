//! Text as cells: encodings, separators, quotes, and the guard against cells that a spreadsheet would take for formulas.

use super::{LONGEST, MOST_CELLS, fault::Refusal, number::is_unseen};

/// What stands between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Separator {
    Tab,
    Semicolon,
    Comma,
}

impl Separator {
    /// All of them, the surest first.
    pub const ALL: [Separator; 3] = [Separator::Tab, Separator::Semicolon, Separator::Comma];

    /// The sign itself.
    pub const fn sign(self) -> char {
        match self {
            Separator::Tab => '\t',
            Separator::Semicolon => ';',
            Separator::Comma => ',',
        }
    }
}

/// What Windows put between 0x80 and 0x9f; � where it put nothing.
const WINDOWS: &str = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ";

/// The text of a file: UTF-8, UTF-16 with or without its mark, or what old spreadsheets wrote (Windows-1252).
pub fn decode(bytes: &[u8]) -> String {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    // of the letters of most languages, every second byte is nought in most places
    let is_nought = |at: usize| {
        let every_second = || bytes.iter().skip(at).step_by(2).take(200);
        2 * every_second().filter(|byte| **byte == 0).count() > every_second().count()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ if is_nought(1) => wide(bytes, u16::from_le_bytes),
        _ if is_nought(0) => wide(bytes, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| of_windows(*byte)).collect(),
        },
    }
}

fn of_windows(byte: u8) -> char {
    let place = usize::from(byte).checked_sub(0x80);
    place.and_then(|place| WINDOWS.chars().nth(place)).unwrap_or(char::from(byte))
}

/// The text without what stands in it unseen: its mark, and the noughts of UTF-16 that was taken for something else.
pub(super) fn seen(text: &str) -> Result<String, Refusal> {
    if text.len() > LONGEST {
        return Err(Refusal::TooLong);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text: String = text.chars().filter(|letter| *letter != '\0').collect();
    if text.chars().all(is_unseen) { Err(Refusal::Empty) } else { Ok(text) }
}

/// Rows of cells, blank ones too, so that they can be counted.
pub(super) fn split(text: &str, separator: char) -> Result<Vec<Vec<String>>, Refusal> {
    let mut split = Split { rest: text, separator, closes: true };
    let (mut rows, mut row, mut count) = (Vec::new(), Vec::new(), 0);
    while !split.rest.is_empty() || !row.is_empty() {
        count += 1;
        if count > MOST_CELLS {
            return Err(Refusal::TooLong);
        }
        row.push(unguarded(split.cell()));
        if !split.step_over_separator() {
            split.step_over_line();
            rows.push(std::mem::take(&mut row));
        }
    }
    Ok(rows)
}

struct Split<'a> {
    rest: &'a str,
    separator: char,
    /// Whether a quote that is opened may still be closed further on.
    closes: bool,
}

fn is_end_of_line(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

impl Split<'_> {
    fn cell(&mut self) -> String {
        let separator = self.separator;
        let is_gap = |letter: char| letter.is_whitespace() && letter != separator && !is_end_of_line(letter);
        if let Some(quoted) = self.rest.trim_start_matches(is_gap).strip_prefix('"').filter(|_| self.closes) {
            if let Some((inside, rest)) = unquoted(quoted) {
                self.rest = rest;
                return inside + self.plain().trim_end();
            }
            self.closes = false;
        }
        self.plain().trim().to_owned()
    }

    /// What stands before the next separator or end of line.
    fn plain(&mut self) -> &str {
        let separator = self.separator;
        let end = self.rest.find(|letter| letter == separator || is_end_of_line(letter));
        let (plain, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        plain
    }

    fn step_over_separator(&mut self) -> bool {
        let rest = self.rest.strip_prefix(self.separator);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn step_over_line(&mut self) {
        let rest = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(is_end_of_line));
        self.rest = rest.unwrap_or(self.rest);
    }
}

/// What stands up to the closing quote, and what follows it.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let (mut inside, mut rest) = (String::new(), text);
    loop {
        let (before, after) = rest.split_once('"')?;
        inside.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                inside.push('"');
                rest = after;
            }
            None => return Some((inside, after)),
        }
    }
}

/// Whether a spreadsheet would take a text for a formula, were it not for the apostrophes before it.
fn is_formula(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The text with an apostrophe before it where a spreadsheet would take it for a formula.
pub fn guarded(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

fn unguarded(text: String) -> String {
    match text.strip_prefix('\'').filter(|_| is_formula(&text)) {
        Some(plain) => plain.to_owned(),
        None => text,
    }
}

/// A cell as it stands between separators.
pub(super) fn quoted(text: &str) -> String {
    let is_plain = |letter: char| !matches!(letter, '"' | ',' | ';' | '\t') && !is_end_of_line(letter);
    if text.chars().all(is_plain) && text.trim() == text {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('"', "\"\""))
}
