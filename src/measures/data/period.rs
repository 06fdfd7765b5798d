//! The periods in which a measure is collected: each is known by its first day.

use chrono::{Datelike, Months, NaiveDate, TimeDelta};

/// How often a measure is collected, where it is by the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Period {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Period {
    /// The period of a frequency, by the name that a plan keeps.
    pub fn named(frequency: &str) -> Option<Period> {
        Some(match frequency.trim().to_lowercase().as_str() {
            "daily" => Period::Day,
            "weekly" => Period::Week,
            "monthly" => Period::Month,
            "quarterly" => Period::Quarter,
            "yearly" | "annually" => Period::Year,
            _ => return None,
        })
    }

    /// The first day of the period in which a day lies. Weeks begin on Monday.
    pub fn start(self, day: NaiveDate) -> NaiveDate {
        let back = |days: u32| day - TimeDelta::days(i64::from(days));
        let of_month = |month: u32| NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day);
        match self {
            Period::Day => day,
            Period::Week => back(day.weekday().num_days_from_monday()),
            Period::Month => of_month(day.month()),
            Period::Quarter => of_month((day.month() - 1) / 3 * 3 + 1),
            Period::Year => of_month(1),
        }
    }

    /// The first day of the period after one that begins on a day.
    pub fn next(self, start: NaiveDate) -> NaiveDate {
        let months = |count| start.checked_add_months(Months::new(count)).unwrap_or(start);
        match self {
            Period::Day => start + TimeDelta::days(1),
            Period::Week => start + TimeDelta::days(7),
            Period::Month => months(1),
            Period::Quarter => months(3),
            Period::Year => months(12),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m3_a_period_is_known_by_its_first_day() {
        let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap();
        for (frequency, inside, start, next) in [
            ("daily", "2026-02-28", "2026-02-28", "2026-03-01"),
            ("weekly", "2026-05-10", "2026-05-04", "2026-05-11"),
            ("Monthly", "2024-02-29", "2024-02-01", "2024-03-01"),
            ("quarterly", "2026-12-31", "2026-10-01", "2027-01-01"),
            ("yearly", "2026-06-01", "2026-01-01", "2027-01-01"),
        ] {
            let period = Period::named(frequency).unwrap();
            assert_eq!(period.start(day(inside)), day(start), "{frequency}");
            assert_eq!(period.next(day(start)), day(next), "{frequency}");
        }
        assert_eq!(Period::named("each event"), None);
    }
}
