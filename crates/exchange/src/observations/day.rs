//! Dates as people and spreadsheets write them, in English and in Welsh.

mod shape;

use chrono::{Datelike, Days, NaiveDate};

use self::shape::{Items, items};
use super::{Fault, choice::DateOrder};
use model::period::{Frequency, period_start};

/// A date as far as its own text says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// All is said; the frequency is that of the period it names.
    On(NaiveDate, Frequency),
    /// `4/5/2026`: day and month, or month and day.
    Numbers { first: u32, second: u32, year: i32 },
    /// A month, or a day of it, without its year.
    Yearless { month: u32, day: Option<u32> },
}

/// A date of a text. A plain number may be one: see [`is_plain_number`].
pub(super) fn written(text: &str) -> Result<Written, Fault> {
    let text = text.trim();
    if is_plain_number(text) {
        return of_plain_number(text);
    }
    let items = items(text).ok_or(Fault::NotADate)?;
    of_numbers(&items).or_else(|| of_names(&items)).unwrap_or(Err(Fault::NotADate))
}

/// Whether it looks like a date that is surely no number, also where no calendar has it.
pub(super) fn is_surely_date(text: &str) -> bool {
    !is_plain_number(text.trim()) && !matches!(written(text), Err(Fault::NotADate))
}

/// A year, a date without signs, or the days that a spreadsheet counts: all could be values too.
pub(super) fn is_plain_number(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && text.bytes().filter(|byte| *byte == b'.').count() <= 1
}

/// Years that a number alone may stand for.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2200;
/// Days that a spreadsheet counts: from 1927 to 2173, so that no small number is taken for one.
const SERIALS: std::ops::Range<f64> = 10_000.0..100_000.0;

fn of_plain_number(text: &str) -> Result<Written, Fault> {
    if let Some(year) = text.parse().ok().filter(|year| YEARS.contains(year)) {
        return date(year as i32, 1, 1, Frequency::Yearly);
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let part = |range: std::ops::Range<usize>| text[range].parse::<u32>().unwrap_or_default();
        return date(part(0..4) as i32, part(4..6), part(6..8), Frequency::Daily);
    }
    let serial = text.parse().ok().filter(|serial| SERIALS.contains(serial)).ok_or(Fault::NotADate)?;
    // The day before the first, and one more for the 29 February 1900 that spreadsheets believe in.
    let start = NaiveDate::from_ymd_opt(1899, 12, 30).ok_or(Fault::NotADate)?;
    let day = start.checked_add_days(Days::new(serial as u64)).ok_or(Fault::NotADate)?;
    Ok(Written::On(day, Frequency::Daily))
}

fn date(year: i32, month: u32, day: u32, frequency: Frequency) -> Result<Written, Fault> {
    let day = (0..=9999).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten();
    day.map(|day| Written::On(day, frequency)).ok_or(Fault::ImpossibleDate)
}

/// The year of two digits: from 1970 to 2069.
fn whole_year(year: u32) -> i32 {
    match year {
        0..70 => 2000 + year as i32,
        70..100 => 1900 + year as i32,
        _ => year as i32,
    }
}

/// Dates of numbers alone.
fn of_numbers(items: &Items) -> Option<Result<Written, Fault>> {
    let Items { shape, numbers, signs, .. } = items;
    let one_sign = |allowed: &str| {
        let first = signs.chars().next().filter(|sign| allowed.contains(*sign))?;
        signs.chars().all(|sign| sign == first).then_some(first)
    };
    match (shape.as_str(), &numbers[..]) {
        ("YNN", &[year, month, day]) => {
            one_sign("-/.").map(|_| date(year as i32, month, day, Frequency::Daily))
        }
        ("NNY", &[first, second, year]) => {
            one_sign("-/.").map(|sign| ordered(sign, (first, second, year as i32)))
        }
        ("NNN", &[first, second, year]) if items.two_digits => {
            one_sign("-/.").map(|sign| ordered(sign, (first, second, whole_year(year))))
        }
        ("YN", &[year, next]) if (year + 1) % 100 == next => match one_sign("-/")? {
            // `2011-12` is December; `2011/12` is a year, and so is `2023-24`
            '-' if next <= 12 => Some(date(year as i32, next, 1, Frequency::Monthly)),
            _ => Some(date(year as i32, 4, 1, Frequency::FinancialYearly)),
        },
        ("YY", &[year, next]) if year + 1 == next => {
            one_sign("-/").map(|_| date(year as i32, 4, 1, Frequency::FinancialYearly))
        }
        ("YN", &[year, month]) | ("NY", &[month, year]) => {
            one_sign("-/").map(|_| date(year as i32, month, 1, Frequency::Monthly))
        }
        _ => None,
    }
}

/// A date with its year last. Who writes points begins with the day, wherever that can be.
fn ordered(sign: char, (first, second, year): (u32, u32, i32)) -> Result<Written, Fault> {
    match (first, second) {
        (1..=31, 1..=12) if sign == '.' => date(year, second, first, Frequency::Daily),
        (1..=12, 1..=31) | (1..=31, 1..=12) => Ok(Written::Numbers { first, second, year }),
        _ => Err(Fault::ImpossibleDate),
    }
}

/// Dates with the name of a month, or with the number of a month, a quarter or a week.
fn of_names(items: &Items) -> Option<Result<Written, Fault>> {
    let Items { shape, numbers, month, .. } = items;
    let named = |year: i32| date(year, *month, 1, Frequency::Monthly);
    let on = |year: i32, day: u32| date(year, *month, day, Frequency::Daily);
    Some(match (shape.as_str(), &numbers[..]) {
        ("L", []) => Ok(Written::Yearless { month: *month, day: None }),
        ("LY" | "YL", &[year]) => named(year as i32),
        ("LN", &[year]) if items.two_digits => named(whole_year(year)),
        ("NL", &[year]) if year > 31 => named(whole_year(year)),
        ("LN" | "NL", &[day]) => yearless(*month, day),
        ("NLY" | "LNY", &[day, year]) => on(year as i32, day),
        ("YLN", &[year, day]) => on(year as i32, day),
        ("NLN" | "LNN", &[day, year]) if items.two_digits => on(whole_year(year), day),
        ("YNMN" | "YYMN" | "NNMN", &[year, next, part]) => financial(year, next, (part, 12)),
        ("MNYN" | "MNYY" | "MNNN", &[part, year, next]) => financial(year, next, (part, 12)),
        ("YNQN" | "YYQN" | "NNQN", &[year, next, part]) => financial(year, next, (part, 4)),
        ("QNYN" | "QNYY" | "QNNN", &[part, year, next]) => financial(year, next, (part, 4)),
        ("YQN", &[year, part]) | ("QNY", &[part, year]) => match part {
            1..=4 => date(year as i32, 3 * part - 2, 1, Frequency::Quarterly),
            _ => Err(Fault::ImpossibleDate),
        },
        ("YWN", &[year, week]) => NaiveDate::from_isoywd_opt(year as i32, week, chrono::Weekday::Mon)
            .map(|day| Written::On(day, Frequency::Weekly))
            .ok_or(Fault::ImpossibleDate),
        _ => return None,
    })
}

fn yearless(month: u32, day: u32) -> Result<Written, Fault> {
    // 2000 is a leap year: whether this one is will be seen when it is known
    match NaiveDate::from_ymd_opt(2000, month, day) {
        Some(_) => Ok(Written::Yearless { month, day: Some(day) }),
        None => Err(Fault::ImpossibleDate),
    }
}

/// A part of a financial year, which begins in April: one of so many.
fn financial(year: u32, next: u32, (part, parts): (u32, u32)) -> Result<Written, Fault> {
    let year = whole_year(year);
    if next % 100 != (year as u32 + 1) % 100 || !(1..=parts).contains(&part) {
        return Err(Fault::ImpossibleDate);
    }
    let months = 3 + (part - 1) * (12 / parts);
    let frequency = if parts == 12 { Frequency::Monthly } else { Frequency::Quarterly };
    date(year + (months / 12) as i32, months % 12 + 1, 1, frequency)
}

impl Written {
    /// The order of day and month that this date shows by itself.
    pub(super) fn shows(self) -> Option<DateOrder> {
        match self {
            Written::Numbers { first: 13.., .. } => Some(DateOrder::DayMonth),
            Written::Numbers { second: 13.., .. } => Some(DateOrder::MonthDay),
            _ => None,
        }
    }

    /// What the period it names lasts; days where it names none.
    pub(super) fn frequency(self) -> Frequency {
        match self {
            Written::On(_, frequency) => frequency,
            Written::Yearless { day: None, .. } => Frequency::Monthly,
            Written::Numbers { .. } | Written::Yearless { .. } => Frequency::Daily,
        }
    }

    /// Whether the order of day and month makes a difference that the date does not show.
    pub(super) fn is_unclear(self) -> bool {
        matches!(self, Written::Numbers { first: 1..=12, second: 1..=12, .. } if !self.is_same_either_way())
    }

    fn is_same_either_way(self) -> bool {
        matches!(self, Written::Numbers { first, second, .. } if first == second)
    }

    /// The day it means, by the order of day and month, and by the year where it names none.
    pub(super) fn day(self, order: Option<DateOrder>, year: Option<i32>) -> Result<NaiveDate, Fault> {
        let on = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).ok_or(Fault::ImpossibleDate);
        match self {
            Written::On(day, _) => Ok(day),
            Written::Yearless { month, day } => on(year.ok_or(Fault::NoYear)?, month, day.unwrap_or(1)),
            Written::Numbers { first, second, year } => match order.or(self.shows()) {
                Some(DateOrder::DayMonth) => on(year, second, first),
                Some(DateOrder::MonthDay) => on(year, first, second),
                None if self.is_same_either_way() => on(year, first, second),
                None => Err(Fault::UnclearDate),
            },
        }
    }
}

/// The year of a month that is named without one: the year of the row before, or the next where months begin anew.
pub(super) fn following_year(before: NaiveDate, written: Written) -> Option<i32> {
    let Written::Yearless { month, day } = written else { return None };
    let begins_anew = (month, day.unwrap_or(31)) < (before.month(), before.day());
    Some(before.year() + i32::from(begins_anew))
}

/// What dates seem to stand for: the periods that they name, or whose first days they are; else days, and events where
/// one day has several.
pub(super) fn frequency(days: &[(NaiveDate, Frequency)]) -> Frequency {
    let mut sorted: Vec<NaiveDate> = days.iter().map(|(day, _)| *day).collect();
    sorted.sort_unstable();
    sorted.dedup();
    let named = days
        .first()
        .map(|(_, frequency)| *frequency)
        .filter(|named| *named != Frequency::Daily && days.iter().all(|(_, frequency)| frequency == named));
    if let Some(named) = named {
        return named;
    }
    use Frequency::*;
    // in this order: the first day of a year is that of a quarter and of a month too
    let fits = |frequency: &Frequency| sorted.iter().all(|day| period_start(*day, *frequency) == *day);
    let several = sorted.len() > 2;
    let period =
        [Yearly, FinancialYearly, Quarterly, Monthly, Weekly].into_iter().find(|one| several && fits(one));
    period.unwrap_or(if sorted.len() < days.len() { Events } else { Daily })
}
