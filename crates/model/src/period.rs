//! Periods of time, and the day that stands for each: its first.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::measure::{Measure, PlanField};

/// Empty periods that are told of at most, so that a slip in one date does not fill a page.
pub const MOST_GAPS: usize = 400;

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
    /// The frequencies that our own pages offer, by the names that a plan keeps.
    pub const NAMED: [(&str, Frequency); 6] = [
        ("daily", Frequency::Daily),
        ("weekly", Frequency::Weekly),
        ("monthly", Frequency::Monthly),
        ("quarterly", Frequency::Quarterly),
        ("yearly", Frequency::Yearly),
        ("each event", Frequency::Events),
    ];

    /// The frequency of a plan, where it is said by one of these names.
    pub fn named(said: &str) -> Option<Self> {
        let said = said.trim().to_lowercase();
        Frequency::NAMED.into_iter().find(|(name, _)| *name == said).map(|(_, frequency)| frequency)
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

/// The day of a `yyyy-mm-dd`; none where a text is none.
pub fn date_of(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    let mut part = || parts.next().filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let (year, month, day) = (part()?, part()?, part()?);
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

impl Measure {
    /// The frequency of a measure that is collected by the calendar, and not at events.
    pub fn calendar(&self) -> Option<Frequency> {
        let said = self.plan.get(&PlanField::Frequency).map_or("", String::as_str);
        Frequency::named(said).filter(|frequency| *frequency != Frequency::Events)
    }

    /// The first days of the periods between the first and the last observation in which nothing was observed. None
    /// where days are collected, of which many are nobody's working day, and none where dates are no first days of
    /// periods or lie further apart than anybody collects.
    pub fn gaps(&self) -> Vec<NaiveDate> {
        let Some(frequency) = self.calendar().filter(|frequency| *frequency != Frequency::Daily) else {
            return Vec::new();
        };
        let mut days: Vec<NaiveDate> =
            self.observations.iter().filter_map(|one| date_of(one.date())).collect();
        days.sort_unstable();
        if days.iter().any(|day| period_start(*day, frequency) != *day) {
            return Vec::new();
        }
        let mut gaps = Vec::new();
        for pair in days.windows(2) {
            let mut day = next_period(pair[0], frequency);
            while day < pair[1] {
                if gaps.len() == MOST_GAPS {
                    return Vec::new();
                }
                gaps.push(day);
                day = next_period(day, frequency);
            }
        }
        gaps
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        id::MeasureId,
        measure::{Observation, Value},
    };

    #[test]
    fn s8_empty_periods_between_observations_are_gaps() {
        for (frequency, days, expected) in [
            ("monthly", vec!["2026-01-01", "2026-04-01"], "2026-02-01 2026-03-01"),
            ("Weekly", vec!["2026-05-18", "2026-05-04"], "2026-05-11"),
            ("quarterly", vec!["2026-01-01", "2026-04-01", "2026-10-01"], "2026-07-01"),
            ("monthly", vec!["2026-01-01"], ""),
            // Nobody collects on a Sunday, and nobody was asked.
            ("daily", vec!["2026-05-01", "2026-05-04"], ""),
            ("each event", vec!["2026-01-05", "2026-03-05~x"], ""),
            ("when there is time", vec!["2026-01-01", "2026-04-01"], ""),
            ("monthly", vec!["2026-01-31", "2026-04-01"], ""),
            // A slip in one date
            ("weekly", vec!["1926-05-03", "2026-05-04"], ""),
        ] {
            let mut measure = Measure::new(MeasureId::parse("m").unwrap(), "Waits");
            measure.plan.insert(PlanField::Frequency, frequency.to_owned());
            let observed = |key: &str| Observation::new(key, Value::Number(1.0));
            measure.observations = days.iter().map(|day| observed(day)).collect();
            let found: Vec<String> = measure.gaps().iter().map(NaiveDate::to_string).collect();
            assert_eq!(found.join(" "), expected, "{frequency} {days:?}");
        }
    }
}
