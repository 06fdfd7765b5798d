//! Days and times in a text: “by 30 June 2027”, “by March 2027”, “within 12 months”, “Easter 2027”.

use std::ops::Range;

use super::{Date, lexicon::Language, text::Text};
use crate::period::date_of;

/// Where a text says when.
pub(super) struct When {
    /// Its words.
    pub words: Range<usize>,
    /// The last day it could mean, where it names a year.
    pub end: Option<Date>,
    is_period: bool,
}

/// All that a text says of when, in order. Beside a day of the calendar, “within 6 weeks” says how long something takes.
pub(super) fn all(text: &Text<'_>, language: &Language) -> Vec<When> {
    let mut found = in_order(text, language);
    if found.iter().any(|when| !when.is_period) {
        found.retain(|when| !when.is_period);
    }
    found
}

fn in_order(text: &Text<'_>, language: &Language) -> Vec<When> {
    let (mut at, mut found) = (0, Vec::new());
    while at < text.len() {
        let here = [numeric(text, at), month(text, language, at), season(text, language, at), year(text, at)];
        let period = || language.periods.at(text, at).map(|words| When { words, end: None, is_period: true });
        match here.into_iter().flatten().next().or_else(period) {
            Some(when) => {
                at = when.words.end;
                found.push(when);
            }
            None => at += 1,
        }
    }
    found
}

/// `2027-06-30`, `30/06/2027`, `30.6.27`.
fn numeric(text: &Text<'_>, at: usize) -> Option<When> {
    let [first, second, third] = [0, 1, 2].map(|more| text.number(at + more));
    let joined = |at: usize| matches!(text.gap(at), "-" | "/" | ".");
    let (first, second, third) = (first?, second?, third?);
    if !joined(at) || !joined(at + 1) {
        return None;
    }
    let (year, month, day) = match text.word(at).len() {
        4 => (first, second, third),
        _ => (if text.word(at + 2).len() == 2 { 2000 + third } else { third }, second, first),
    };
    Some(When { words: at..at + 3, end: Some(date(year, month, day)?), is_period: false })
}

/// `30 June 2027`, `June 30th, 2027`, `June 2027`, `by June`.
fn month(text: &Text<'_>, language: &Language, at: usize) -> Option<When> {
    let begins_with_day = day(text.word(at)).filter(|_| number_of(text.word(at + 1), language).is_some());
    let place = if begins_with_day.is_some() { at + 1 } else { at };
    let month = number_of(text.word(place), language)?;
    let mut end = place + 1;
    let mut day_of_month = begins_with_day;
    let is_day = begins_with_day.is_none() && !text.gap(end).starts_with('%');
    if let Some(day) = day(text.word(end)).filter(|_| is_day) {
        day_of_month = Some(day);
        end += 1;
    }
    let year = full_year(text, end);
    end += usize::from(year.is_some());
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    let sure = day_of_month.is_some() || year.is_some() || language.before_dates.contains(before);
    if language.doubtful_months.contains(text.word(place)) && !sure {
        return None;
    }
    let last = year.and_then(|year| match day_of_month {
        Some(day) => date(year, month, day),
        None => last_of(year, month),
    });
    Some(When { words: at..end, end: last, is_period: false })
}

/// `Easter 2027`, `by Christmas`.
fn season(text: &Text<'_>, language: &Language, at: usize) -> Option<When> {
    let is = |name: &str| language.lexicon.forms(name).iter().any(|form| form == text.word(at));
    let (_, month) = language.lexicon.seasons.iter().find(|(name, _)| is(name))?;
    let year = full_year(text, at + 1);
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    if year.is_none() && !language.before_dates.contains(before) {
        return None;
    }
    // A winter ends in the year after the one it is named by.
    let ends = |year: u32| last_of(year + u32::from(*month < 3), *month);
    Some(When { words: at..at + 1 + usize::from(year.is_some()), end: year.and_then(ends), is_period: false })
}

/// `2027`, `2026/27`.
fn year(text: &Text<'_>, at: usize) -> Option<When> {
    let year = full_year(text, at)?;
    let financial =
        text.gap(at) == "/" && text.word(at + 1).len() == 2 && text.number(at + 1) == Some((year + 1) % 100);
    let (end, month) = if financial { (at + 2, 3) } else { (at + 1, 12) };
    Some(When { words: at..end, end: last_of(year + u32::from(financial), month), is_period: false })
}

/// A year that an aim could mean: earlier and later ones are numbers of something else.
fn full_year(text: &Text<'_>, at: usize) -> Option<u32> {
    text.number(at).filter(|year| text.word(at).len() == 4 && (2010..=2060).contains(year))
}

fn number_of(word: &str, language: &Language) -> Option<u32> {
    (1..).zip(&language.months).find(|(_, names)| names.contains(word)).map(|(month, _)| month)
}

/// `30`, `1st`, `1af`.
fn day(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(char::is_alphabetic);
    let ending = &word[digits.len()..];
    let known =
        matches!(ending, "" | "st" | "nd" | "rd" | "th" | "af" | "ail" | "ydd" | "fed" | "eg" | "ain");
    digits.parse().ok().filter(|day| known && digits.len() <= 2 && (1..=31).contains(day))
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn last_of(year: u32, month: u32) -> Option<Date> {
    let (next_year, next) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    date(next_year, next, 1)?.pred_opt()
}

/// A day as files write it: `2027-06-30`.
pub(super) fn iso(text: &str) -> Option<Date> {
    date_of(text.trim().get(..10)?)
}
