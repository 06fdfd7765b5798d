//! Periods of time, and the day that stands for each: its first.

use chrono::{Datelike, Days, Months, NaiveDate};

/// How often a measure is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Frequency {
    /// At events, of which one day may have several; days stand as they are.
    Events,
    /// Days stand as they are, and each has one value.
    #[default]
    Daily,
    /// Weeks begin on Monday.
    Weekly,
    /// Calendar months.
    Monthly,
    /// Quarters begin in January, April, July and October, those of the calendar and those of financial years alike.
    Quarterly,
    /// Calendar years.
    Yearly,
    /// Financial years begin on 1 April.
    FinancialYearly,
}

impl Frequency {
    /// The frequency of a plan, where it is said in one word that our own pages offer.
    pub fn named(said: &str) -> Option<Self> {
        Some(match said.trim().to_lowercase().as_str() {
            "each event" => Frequency::Events,
            "daily" => Frequency::Daily,
            "weekly" => Frequency::Weekly,
            "monthly" => Frequency::Monthly,
            "quarterly" => Frequency::Quarterly,
            "yearly" => Frequency::Yearly,
            _ => return None,
        })
    }

    /// How many months a period has, and in which month of the calendar one begins.
    fn months(self) -> Option<(u32, u32)> {
        match self {
            Frequency::Events | Frequency::Daily | Frequency::Weekly => None,
            Frequency::Monthly => Some((1, 1)),
            Frequency::Quarterly => Some((3, 1)),
            Frequency::Yearly => Some((12, 1)),
            Frequency::FinancialYearly => Some((12, 4)),
        }
    }
}

/// The first day of the period that a day is in.
pub fn period_start(day: NaiveDate, frequency: Frequency) -> NaiveDate {
    let start = match (frequency, frequency.months()) {
        (_, Some((length, begin))) => {
            let into = (day.month0() + 12 - (begin - 1)) % length;
            day.with_day(1).and_then(|first| first.checked_sub_months(Months::new(into)))
        }
        (Frequency::Weekly, None) => {
            day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))
        }
        (_, None) => Some(day),
    };
    // before the first day that chrono counts there is none
    start.unwrap_or(day)
}

/// The first day of the period after the one that a day is in; a day later for days and events.
pub fn next_period(day: NaiveDate, frequency: Frequency) -> NaiveDate {
    let start = period_start(day, frequency);
    let next = match (frequency, frequency.months()) {
        (_, Some((length, _))) => start.checked_add_months(Months::new(length)),
        (Frequency::Weekly, None) => start.checked_add_days(Days::new(7)),
        (_, None) => start.succ_opt(),
    };
    next.unwrap_or(start)
}
