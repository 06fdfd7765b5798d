//! What stands in a cell as text: as people see it where that can be known, and never otherwise than it is.

use std::borrow::Cow;

use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType};

/// The text of a cell whose numbers have this format; tabs and ends of lines, which separate cells and rows there, are spaces.
pub(super) fn text(value: &DataRef<'_>, format: &str) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => plain(text),
        DataRef::SharedString(text) => plain(text),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if is_percent(format) => percent(*number),
        DataRef::Float(number) => decimal(*number),
        DataRef::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(time) => moment(time),
        DataRef::DateTimeIso(text) => plain(text.strip_suffix("T00:00:00").unwrap_or(text)),
        DataRef::DurationIso(text) => plain(text),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A text on one line. One that begins with a quote is quoted, so that the quote is read as part of it.
fn plain(text: &str) -> String {
    let is_gap = |letter: char| {
        matches!(letter, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
    };
    // the guard of a tab or an end of line, which become spaces, goes with them
    let text = text.strip_prefix('\'').filter(|rest| rest.starts_with(is_gap)).unwrap_or(text);
    let text: Cow<'_, str> = if text.contains(is_gap) {
        text.replace("\r\n", " ").replace(is_gap, " ").into()
    } else {
        text.into()
    };
    let text = text.trim();
    if text.starts_with('"') { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

/// A number in as few digits as say it; nothing where it is none.
fn decimal(number: f64) -> String {
    if number.is_finite() { number.to_string() } else { String::new() }
}

/// Hundred times a number, with the digits that it has: 0.07 is 7%, which multiplying does not give.
fn percent(number: f64) -> String {
    let digits = format!("{number:e}");
    let moved = digits.split_once('e').and_then(|(digits, place)| {
        let place: i32 = place.parse().ok()?;
        format!("{digits}e{}", place + 2).parse().ok()
    });
    match moved {
        Some(number) if f64::is_finite(number) => format!("{}%", decimal(number)),
        _ => decimal(number),
    }
}

/// Whether numbers are shown as percents: a percent sign in the format that is no quoted word.
fn is_percent(format: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    format.chars().any(|sign| {
        if std::mem::take(&mut escaped) {
            return false;
        }
        match sign {
            '"' => quoted = !quoted,
            '\\' | '_' | '*' if !quoted => escaped = true,
            '%' => return !quoted,
            _ => {}
        }
        false
    })
}

/// The last second that Excel counts, in days; before 1 there is only a time of day.
const DAYS: std::ops::Range<f64> = 1.0..2_958_466.0;
/// Those of the system of 1904 begin with its first day.
const DAYS_OF_1904: std::ops::Range<f64> = 0.0..2_957_004.0;
/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// A day, with its time where it has one; or how long something took.
fn moment(time: &ExcelDateTime) -> String {
    let days = time.as_f64();
    let is_1904 = time.to_ymd_hms_milli() != of_1900(days);
    let known = if is_1904 { DAYS_OF_1904 } else { DAYS };
    if time.is_datetime() && known.contains(&days) {
        let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
        let date = format!("{year:04}-{month:02}-{day:02}");
        return match (hour, minute, second) {
            (0, 0, 0) => date,
            _ => format!("{date} {hour:02}:{minute:02}:{second:02}"),
        };
    }
    let seconds = (days * DAY).round();
    if !(0.0..DAYS.end * DAY).contains(&seconds) {
        return decimal(days);
    }
    let seconds = seconds as u64;
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// What the same number is where days are counted from 1900.
fn of_1900(days: f64) -> (u16, u8, u8, u8, u8, u8, u16) {
    ExcelDateTime::new(days, ExcelDateTimeType::DateTime, false).to_ymd_hms_milli()
}

#[cfg(test)]
mod tests {
    use calamine::CellErrorType;

    use super::*;

    #[test]
    fn x42_cells_are_read_as_people_see_them() {
        let time = |days, kind, is_1904| DataRef::DateTime(ExcelDateTime::new(days, kind, is_1904));
        let day = |days| time(days, ExcelDateTimeType::DateTime, false);
        let day_of_1904 = |days| time(days, ExcelDateTimeType::DateTime, true);
        for (value, expected) in [
            (DataRef::Empty, ""),
            (DataRef::Float(0.1), "0.1"),
            (DataRef::Float(45_000.0), "45000"),
            (DataRef::Float(1e-7), "0.0000001"),
            (DataRef::Float(-12.5), "-12.5"),
            (DataRef::Float(f64::NAN), ""),
            (DataRef::Int(7), "7"),
            (DataRef::Bool(true), "TRUE"),
            (DataRef::Error(CellErrorType::NA), "#N/A"),
            (DataRef::Error(CellErrorType::Div0), "#DIV/0!"),
            (DataRef::String(" a\tb\r\nc\u{2028}".to_owned()), "a b c"),
            (DataRef::SharedString("\"so\" said"), "\"\"\"so\"\" said\""),
            (day(46_146.0), "2026-05-04"),
            (day(46_146.5), "2026-05-04 12:00:00"),
            (day(1.0), "1900-01-01"),
            (day(61.0), "1900-03-01"),
            (day(0.25), "06:00:00"),
            (day(2_958_465.0), "9999-12-31"),
            (day(2_958_466.0), "2958466"),
            (day(-1.0), "-1"),
            (day(f64::INFINITY), ""),
            (day_of_1904(44_684.0), "2026-05-04"),
            (day_of_1904(0.0), "1904-01-01"),
            (time(1.5, ExcelDateTimeType::TimeDelta, false), "36:00:00"),
            (DataRef::DateTimeIso("2026-05-04T00:00:00".to_owned()), "2026-05-04"),
        ] {
            assert_eq!(text(&value, "General"), expected, "{value:?}");
        }
    }

    #[test]
    fn x42_percents_are_read_with_their_sign_and_their_digits() {
        for (format, number, expected) in [
            ("0%", 0.07, "7%"),
            ("0.0%", 0.125, "12.5%"),
            ("0.00%", 1.1, "110%"),
            ("0%;[Red]-0%", -0.5, "-50%"),
            ("0%", 0.0, "0%"),
            ("0%", f64::MAX, &f64::MAX.to_string()),
            ("0.0\"%\"", 12.5, "12.5"),
            ("0.0\\%", 12.5, "12.5"),
            ("General", 0.07, "0.07"),
        ] {
            assert_eq!(text(&DataRef::Float(number), format), expected, "{format}");
        }
    }
}
