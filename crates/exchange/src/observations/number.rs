//! Numbers as people and spreadsheets write them.

use super::{Fault, choice::Decimal};

/// What a cell of numbers holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Figure {
    pub(super) value: f64,
    /// Whether a percent sign stood there; the number is that of percents.
    pub(super) percent: bool,
}

/// What one number says of the sign before decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Nothing,
    Point,
    Comma,
    /// `1,234`
    Either,
    /// `1.234`, which few mean as a thousand
    EitherDotted,
}

/// What is written where there is no value.
const NOTHING: &[&str] = &[
    "n/a", "na", "n.a.", "#n/a", "-", "–", "—", "−", ".", "..", "…", "*", "null", "nan", "none", "missing",
    "?",
];

/// Whether a cell has no value.
pub(super) fn is_nothing(cell: &str) -> bool {
    let cell = cell.trim();
    cell.chars().all(is_unseen) || NOTHING.iter().any(|nothing| nothing.eq_ignore_ascii_case(cell))
}

/// Whether a letter takes no ink.
pub(super) fn is_unseen(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Sign, digits and percent of a cell.
struct Parts {
    negative: bool,
    digits: String,
    percent: bool,
}

fn parts(cell: &str) -> Parts {
    let cell: String = cell.chars().filter(|letter| !is_unseen(*letter) || letter.is_whitespace()).collect();
    let mut rest = cell.trim();
    let (mut negative, mut percent) = (false, false);
    loop {
        let before = rest;
        if let Some(after) = rest.strip_prefix(['-', '−', '–', '﹣', '－']).filter(|_| !negative) {
            (negative, rest) = (true, after);
        }
        if let Some(after) =
            rest.strip_suffix(['%', '٪', '％']).or(rest.strip_prefix('%')).filter(|_| !percent)
        {
            (percent, rest) = (true, after);
        }
        rest = rest.trim().trim_start_matches(['£', '€', '$']).trim();
        if rest == before {
            break;
        }
    }
    let rest = if negative { rest } else { rest.strip_prefix('+').unwrap_or(rest) };
    Parts { negative, digits: rest.to_owned(), percent }
}

/// What a cell says of the sign before decimals.
pub(super) fn says(cell: &str) -> Says {
    let digits = parts(cell).digits;
    let count = |sign| digits.matches(sign).count();
    match (count('.'), count(',')) {
        (0, 0) => Says::Nothing,
        (0, 1) if is_either(&digits, ',') => Says::Either,
        (1, 0) if is_either(&digits, '.') => Says::EitherDotted,
        (1, 0) => Says::Point,
        (0, 1) => Says::Comma,
        (0, _) => Says::Point,
        (_, 0) => Says::Comma,
        _ if digits.rfind('.') > digits.rfind(',') => Says::Point,
        _ => Says::Comma,
    }
}

/// One to three digits and not just nought, the sign, and three more: it stands before thousands, or before decimals.
fn is_either(digits: &str, sign: char) -> bool {
    let Some((before, after)) = digits.split_once(sign) else { return false };
    let all = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&before.len())
        && !before.starts_with('0')
        && after.len() == 3
        && all(before)
        && all(after)
}

/// Whether a number stands in a cell, by whatever sign before decimals.
pub(super) fn is_number(cell: &str) -> bool {
    [Decimal::Point, Decimal::Comma].into_iter().any(|decimal| matches!(number(cell, decimal), Ok(Some(_))))
}

/// The number of a cell.
pub(super) fn number(cell: &str, decimal: Decimal) -> Result<Option<Figure>, Fault> {
    if is_nothing(cell) {
        return Ok(None);
    }
    let Parts { negative, digits, percent } = parts(cell);
    let sign = match decimal {
        Decimal::Point => '.',
        Decimal::Comma => ',',
    };
    let (mantissa, power) = match digits.split_once(['e', 'E']) {
        Some((mantissa, power)) => (mantissa, format!("e{power}")),
        None => (digits.as_str(), String::new()),
    };
    let (whole, decimals) = mantissa.split_once(sign).unwrap_or((mantissa, ""));
    let is_plain = !decimals.contains(|letter: char| !letter.is_ascii_digit());
    let whole = ungrouped(whole, sign).filter(|whole| is_plain && whole.len() + decimals.len() > 0);
    let value = whole.and_then(|whole| format!("0{whole}.{decimals}0{power}").parse::<f64>().ok());
    let value = value.filter(|value| value.is_finite()).ok_or(Fault::NotANumber)?;
    Ok(Some(Figure { value: if negative { -value } else { value }, percent }))
}

/// Digits without what stands between thousands: one sign, and three digits behind each.
fn ungrouped(whole: &str, decimal: char) -> Option<String> {
    let between = whole.chars().find(|letter| !letter.is_ascii_digit());
    let Some(between) = between else { return Some(whole.to_owned()) };
    let other = if decimal == '.' { ',' } else { '.' };
    if between != other && !between.is_whitespace() && !matches!(between, '\'' | '’') {
        return None;
    }
    let groups: Vec<&str> = whole.split(between).collect();
    let is_digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3);
    (fits && groups.iter().all(is_digits)).then(|| groups.concat())
}
