//! What a date is made of: numbers, the name of a month, and letters that say what a number counts.

/// The parts of a date, in their order.
#[derive(Debug, Default)]
pub(super) struct Items {
    /// `N` a number of one or two digits, `Y` one of four, `L` the name of a month, `M`, `Q` and `W` the letter before
    /// the number of a month, a quarter or a week.
    pub(super) shape: String,
    /// The numbers.
    pub(super) numbers: Vec<u32>,
    /// What stands between the parts: one sign for each gap, a space where there is nothing else.
    pub(super) signs: String,
    /// The month that is named, from 1; 0 where none is.
    pub(super) month: u32,
    /// Whether the last number has two digits, as a short year has.
    pub(super) two_digits: bool,
}

/// The longest text that is looked at: nobody writes a longer date.
const LONGEST: usize = 60;

/// Words in a date that say nothing: `Mon 4th of May`, `week commencing 4/5/2026`.
const EMPTY: &[&str] = &[
    "st",
    "nd",
    "rd",
    "th",
    "af",
    "ail",
    "il",
    "ydd",
    "fed",
    "eg",
    "of",
    "mon",
    "monday",
    "tue",
    "tues",
    "tuesday",
    "wed",
    "weds",
    "wednesday",
    "thu",
    "thur",
    "thurs",
    "thursday",
    "fri",
    "friday",
    "sat",
    "saturday",
    "sun",
    "sunday",
    "wc",
    "commencing",
    "beginning",
    "starting",
    "yn",
    "dechrau",
    "dydd",
    "llun",
    "mercher",
    "iau",
    "gwener",
    "sadwrn",
    "sul",
    "fy",
    "mis",
];

/// Letters before the number of a part of a year.
const PARTS: &[(&str, char)] = &[
    ("m", 'M'),
    ("month", 'M'),
    ("p", 'M'),
    ("period", 'M'),
    ("q", 'Q'),
    ("qtr", 'Q'),
    ("quarter", 'Q'),
    ("ch", 'Q'),
    ("chwarter", 'Q'),
    ("w", 'W'),
    ("wk", 'W'),
    ("week", 'W'),
    ("wythnos", 'W'),
];

/// Each month in English and in Welsh, in full; three letters are enough to tell all of them apart.
const MONTHS: [[&str; 2]; 12] = [
    ["january", "ionawr"],
    ["february", "chwefror"],
    ["march", "mawrth"],
    ["april", "ebrill"],
    ["may", "mai"],
    ["june", "mehefin"],
    ["july", "gorffennaf"],
    ["august", "awst"],
    ["september", "medi"],
    ["october", "hydref"],
    ["november", "tachwedd"],
    ["december", "rhagfyr"],
];

/// The month of a name, or of its first letters.
fn month(word: &str) -> Option<u32> {
    let begins = |names: &[&str; 2]| word.len() >= 3 && names.iter().any(|name| name.starts_with(word));
    (1..).zip(&MONTHS).find(|(_, names)| begins(names)).map(|(month, _)| month)
}

/// The parts of a text; none where something else stands in it.
pub(super) fn items(text: &str) -> Option<Items> {
    if text.len() > LONGEST {
        return None;
    }
    let text = without_time(text).to_lowercase().replace("w/c", "wc");
    let mut items = Items::default();
    let mut rest = text.trim_matches(|letter: char| letter.is_whitespace() || letter == ',');
    let mut sign = None;
    while let Some(first) = rest.chars().next() {
        let same = |letter: char| match first {
            '0'..='9' => letter.is_ascii_digit(),
            _ => letter.is_alphabetic(),
        };
        if !first.is_ascii_digit() && !first.is_alphabetic() {
            sign = Some(stronger(sign, plain_sign(first)?));
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let (part, after) = rest.split_at(rest.find(|letter| !same(letter)).unwrap_or(rest.len()));
        rest = after;
        if items.add(part)? {
            items.between(sign.take())?;
        }
    }
    // and so does one that trails: `5/2026-`
    sign.is_none_or(|sign| sign == ' ').then_some(items)
}

/// Spreadsheets write the time of day behind a date: `2026-05-04T00:00:00Z`, `4/5/2026 00:00`.
fn without_time(text: &str) -> &str {
    let Some((before, _)) = text.split_once(':') else { return text };
    let date = before.trim_end_matches(|letter: char| letter.is_ascii_digit());
    date.strip_suffix(['T', 't']).unwrap_or(date)
}

fn plain_sign(sign: char) -> Option<char> {
    match sign {
        '-' | '‐' | '‑' | '–' | '—' | '−' => Some('-'),
        '/' | '.' => Some(sign),
        ',' | '\'' | '’' => Some(' '),
        _ if sign.is_whitespace() => Some(' '),
        _ => None,
    }
}

/// A space beside another sign says nothing; two signs in one gap are none that we know.
fn stronger(before: Option<char>, sign: char) -> char {
    match before {
        None | Some(' ') => sign,
        Some(before) if sign == ' ' => before,
        Some(_) => '?',
    }
}

impl Items {
    /// Adds a part, and says whether it counts as one.
    fn add(&mut self, part: &str) -> Option<bool> {
        if part.starts_with(|letter: char| letter.is_ascii_digit()) {
            self.shape.push(match part.len() {
                1 | 2 => 'N',
                4 => 'Y',
                _ => return None,
            });
            self.two_digits = part.len() == 2;
            self.numbers.push(part.parse().ok()?);
        } else if let Some((_, letter)) = PARTS.iter().find(|(word, _)| *word == part) {
            self.shape.push(*letter);
        } else if let Some(month) = month(part) {
            self.shape.push('L');
            self.month = month;
        } else if EMPTY.contains(&part) {
            return Some(false);
        } else {
            return None;
        }
        Some(true)
    }

    /// Notes what stood before the part that was added last. A sign before the first makes it something else.
    fn between(&mut self, sign: Option<char>) -> Option<()> {
        let sign = sign.unwrap_or(' ');
        if self.shape.len() > 1 {
            self.signs.push(sign);
            return Some(());
        }
        (sign == ' ').then_some(())
    }
}
