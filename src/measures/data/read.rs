//! A number or a date as people type it into a cell.

use chrono::{Datelike, NaiveDate};

/// Why a cell cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is no number
    NotANumber,
    /// It may be a thousand, or a number with three places
    Ambiguous,
    /// It is no date, or none of the calendar
    NotADate,
    /// Only a part of a value is there: the other cell is empty
    Missing,
    /// More of them than there are
    AboveDenominator,
    /// Nothing to count in
    ZeroDenominator,
    /// Less than nothing
    Negative,
}

/// A number with a point or a comma before its places, a sign, spaces between thousands, a percent sign behind it.
pub fn number(text: &str) -> Result<f64, Fault> {
    let text: String = text
        .trim()
        .trim_end_matches('%')
        .chars()
        .filter(|letter| !matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\''))
        .map(|letter| if matches!(letter, '−' | '–') { '-' } else { letter })
        .collect();
    let (commas, points) = (text.matches(',').count(), text.matches('.').count());
    let plain = match (commas, points) {
        (0, 0 | 1) => text,
        (1, 0) if is_thousand(&text, ',') => return Err(Fault::Ambiguous),
        (1, 0) => text.replace(',', "."),
        // The one that stands last is the one before the places.
        _ if text.rfind(',') > text.rfind('.') && commas == 1 => text.replace('.', "").replace(',', "."),
        _ if points <= 1 => text.replace(',', ""),
        _ if commas == 0 => text.replace('.', ""),
        _ => return Err(Fault::NotANumber),
    };
    let digits =
        plain.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '-' | '+' | 'e' | 'E'));
    let read = plain.parse::<f64>().ok().filter(|number| number.is_finite() && digits);
    read.ok_or(Fault::NotANumber)
}

/// `1,234`: a thousand and more, or one and places.
fn is_thousand(text: &str, mark: char) -> bool {
    text.split_once(mark).is_some_and(|(before, after)| {
        after.len() == 3 && (1..=3).contains(&before.trim_start_matches(['-', '+']).len()) && before != "0"
    })
}

/// Months by their first three letters, English and Welsh.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ion"],
    &["feb", "chw"],
    &["mar", "maw"],
    &["apr", "ebr"],
    &["may", "mai"],
    &["jun", "meh"],
    &["jul", "gor"],
    &["aug", "aws"],
    &["sep", "med"],
    &["oct", "hyd"],
    &["nov", "tac"],
    &["dec", "rha"],
];

/// A day: `2026-05-04`, `4/5/2026` with the day first, `4 May 2026`, `May 2026` and `2026-05` (its first day), and the
/// number that Excel has for it.
pub fn date(text: &str) -> Result<NaiveDate, Fault> {
    let lower = text.trim().to_lowercase();
    if let Ok(serial) = lower.parse::<i64>()
        && (20_000..80_000).contains(&serial)
    {
        // Excel's first day is 1 January 1900, and it believes that 1900 was a leap year.
        let first = NaiveDate::from_ymd_opt(1899, 12, 30).ok_or(Fault::NotADate)?;
        return first.checked_add_signed(chrono::TimeDelta::days(serial)).ok_or(Fault::NotADate);
    }
    let parts: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let month = |part: &str| {
        let named = MONTHS.iter().position(|names| names.iter().any(|name| part.starts_with(name)));
        named.map(|place| place as u32 + 1).or_else(|| part.parse().ok().filter(|_| part.len() <= 2))
    };
    let year = |part: &str| match (part.len(), part.parse::<i32>().ok()?) {
        (4, year) => Some(year),
        (2, year) => Some(2000 + year),
        _ => None,
    };
    let day = |part: &str| part.trim_end_matches(char::is_alphabetic).parse::<u32>().ok();
    let found = match parts.as_slice() {
        [first, second, third] if first.len() == 4 => (year(first), month(second), day(third)),
        [first, second, third] => (year(third), month(second), day(first)),
        [first, second] if first.len() == 4 => (year(first), month(second), Some(1)),
        [first, second] => (year(second), month(first), Some(1)),
        _ => return Err(Fault::NotADate),
    };
    let (Some(year), Some(month), Some(day)) = found else { return Err(Fault::NotADate) };
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Fault::NotADate)
}

/// A day as it is kept.
pub fn iso(date: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m2_numbers_are_read_as_people_type_them() {
        for (text, expected) in [
            ("12", Ok(12.0)),
            (" 12.5 ", Ok(12.5)),
            ("12,5", Ok(12.5)),
            ("87%", Ok(87.0)),
            ("87 %", Ok(87.0)),
            ("−3", Ok(-3.0)),
            ("1 234", Ok(1234.0)),
            ("1,234.5", Ok(1234.5)),
            ("1.234,5", Ok(1234.5)),
            ("1,234,567", Ok(1_234_567.0)),
            ("0,125", Ok(0.125)),
            ("1,234", Err(Fault::Ambiguous)),
            ("", Err(Fault::NotANumber)),
            ("twelve", Err(Fault::NotANumber)),
            ("inf", Err(Fault::NotANumber)),
            ("NaN", Err(Fault::NotANumber)),
            ("1.2.3,4,5", Err(Fault::NotANumber)),
            ("12 May", Err(Fault::NotANumber)),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }

    #[test]
    fn m2_days_are_read_as_people_type_them() {
        for (text, expected) in [
            ("2026-05-04", Some("2026-05-04")),
            ("4/5/2026", Some("2026-05-04")),
            ("04.05.26", Some("2026-05-04")),
            ("4 May 2026", Some("2026-05-04")),
            ("4th May 2026", Some("2026-05-04")),
            ("May 2026", Some("2026-05-01")),
            ("Apr-23", Some("2023-04-01")),
            ("Ebrill 2023", Some("2023-04-01")),
            ("2026-05", Some("2026-05-01")),
            ("46146", Some("2026-05-04")),
            ("31/02/2026", None),
            ("13/13/2026", None),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(date(text).ok().map(iso).as_deref(), expected, "{text}");
        }
    }
}
