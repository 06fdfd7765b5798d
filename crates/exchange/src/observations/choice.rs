//! What a person decides about a table, or what is taken for it until they do.

use model::period::Frequency;

/// What a column means for one measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Role {
    #[default]
    Ignored,
    /// The date, or a part of it: year and month may stand in two columns.
    Date,
    Value,
    Numerator,
    Denominator,
    /// One of the single measurements of a period.
    Subgroup,
    Note,
    /// Whether the point stands outside centre, limits and run analysis.
    Ghost,
}

/// Which of two numbers in a date comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum DateOrder {
    DayMonth,
    MonthDay,
}

/// What stands before decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Decimal {
    Point,
    Comma,
}

/// What a numerator over a denominator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ratios {
    /// How many of how many: a numerator above its denominator is a fault.
    #[default]
    Proportion,
    /// How often in how much: either may be larger.
    Rate,
}

/// What becomes of a second value of one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Repeats {
    /// It is a fault of the later row.
    #[default]
    Fault,
    /// It takes the place of the earlier one.
    LastWins,
}

/// How a table is read for one measure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// What each column means; columns beyond are ignored.
    pub columns: Vec<Role>,
    /// Of dates such as `4/5/2026`; none leaves it to the other dates, and asks where they do not say.
    pub date_order: Option<DateOrder>,
    /// Of numbers such as `1,234`; none leaves it to the other numbers, and asks where they do not say.
    pub decimal: Option<Decimal>,
    /// The year of the first row, where months stand without one. It rises where months begin anew.
    pub year: Option<i32>,
    /// What a date stands for.
    pub frequency: Frequency,
    /// What numerators over denominators are.
    pub ratios: Ratios,
    /// What becomes of a second value of one period.
    pub repeats: Repeats,
}

/// A measure that a table seems to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What its columns are called; empty where they have no name of their own.
    pub name: String,
    /// How it would be read.
    pub choice: Choice,
}

impl Choice {
    /// The columns of a role, from left to right.
    pub fn of(&self, role: Role) -> impl Iterator<Item = usize> {
        self.columns.iter().enumerate().filter(move |(_, own)| **own == role).map(|(column, _)| column)
    }

    /// The columns that hold numbers.
    pub(super) fn numbers(&self) -> impl Iterator<Item = usize> {
        let is_number =
            |role: &Role| matches!(role, Role::Value | Role::Numerator | Role::Denominator | Role::Subgroup);
        self.columns.iter().enumerate().filter(move |(_, role)| is_number(role)).map(|(column, _)| column)
    }
}
