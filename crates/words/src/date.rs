//! Days as people write them.

use crate::Words;

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Words {
    /// A number with the language's separators: `1,234.5`.
    pub fn number(self, number: f64) -> String {
        crate::fill::number_in_words(number)
    }

    /// `22 November 2026`.
    pub fn date(self, day: Day) -> String {
        let year = day.year.to_string();
        self.date_long(usize::from(day.day), self.month(day.month), year.as_str())
    }

    /// `22 Nov`, for what is of this year.
    pub fn date_short(self, day: Day) -> String {
        let month: String = self.month_short(day.month).to_owned();
        self.date_day_month(usize::from(day.day), month.as_str())
    }

    /// The name of a month, 1 to 12.
    pub fn month(self, month: u8) -> &'static str {
        self.month_names().split(' ').nth(usize::from(month.clamp(1, 12)) - 1).unwrap_or_default()
    }

    /// The short name of a month, 1 to 12.
    pub fn month_short(self, month: u8) -> &'static str {
        self.month_names_short().split(' ').nth(usize::from(month.clamp(1, 12)) - 1).unwrap_or_default()
    }
}
