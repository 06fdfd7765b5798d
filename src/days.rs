//! Days and times of this device, for what is written down and for what is shown.

use js_sys::Date;
use wasm_bindgen::JsValue;
use words::Day;

use crate::language::say;

/// The day on which a time lies here, in words; none where no time is known. Milliseconds since 1970.
pub fn day(at: f64) -> Option<String> {
    let date = known(at)?;
    Some(say().date(day_of(&date)))
}

/// The same with the time of day.
pub fn moment(at: f64) -> Option<String> {
    let date = known(at)?;
    let time = format!("{:02}:{:02}", date.get_hours(), date.get_minutes());
    Some(say().comments_when(&say().date(day_of(&date)), &time))
}

/// Today here.
pub fn today() -> Day {
    day_of(&Date::new_0())
}

/// The same as `yyyy-mm-dd`, for what is written down.
pub fn today_iso() -> String {
    let Day { year, month, day } = today();
    format!("{year:04}-{month:02}-{day:02}")
}

/// "22 November 2026": a picture does not say by itself how old it is.
pub fn today_in_words() -> String {
    say().date(today())
}

/// An ISO date or time in words; as it stands where it is something else.
pub fn written(iso: &str) -> String {
    parse(iso).map_or_else(|| iso.to_owned(), |day| say().date(day))
}

fn known(at: f64) -> Option<Date> {
    // Beyond this, dates of JavaScript are none.
    (at > 0.0 && at <= 8.64e15).then(|| Date::new(&JsValue::from_f64(at)))
}

fn day_of(date: &Date) -> Day {
    Day {
        year: i32::try_from(date.get_full_year()).unwrap_or_default(),
        month: date.get_month() as u8 + 1,
        day: date.get_date() as u8,
    }
}

/// The day that an ISO date or time begins with.
fn parse(iso: &str) -> Option<Day> {
    let (date, rest) = iso.split_at_checked(10)?;
    if !(rest.is_empty() || rest.starts_with(['T', ' ', '~'])) {
        return None;
    }
    let mut parts = date.split('-').map(|part| part.parse::<u16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let sound = parts.next().is_none() && (1..=12).contains(&month) && (1..=31).contains(&day);
    sound.then_some(Day { year: i32::from(year), month: month as u8, day: day as u8 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i5_the_day_of_an_iso_date_or_time_is_read_and_nothing_else() {
        let day = |year, month, day| Some(Day { year, month, day });
        for (iso, expected) in [
            ("2026-11-22", day(2026, 11, 22)),
            ("2026-11-22T09:30:00Z", day(2026, 11, 22)),
            ("2026-02-03~x1", day(2026, 2, 3)),
            ("", None),
            ("2026", None),
            ("2026-13-01", None),
            ("2026-00-01", None),
            ("2026-11-32", None),
            ("22 Nov 2026", None),
            ("2026-11-221", None),
            ("ééééé-11-22", None),
        ] {
            assert_eq!(parse(iso), expected, "{iso}");
        }
    }
}
