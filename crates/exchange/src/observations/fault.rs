//! What can be wrong or unclear: plain values with names, by which `words` says them.

macro_rules! named {
    ($(#[$about:meta])* $type:ident: $($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type {
            $($(#[$doc])* $variant),+
        }

        impl $type {
            /// All of them.
            pub const ALL: &[$type] = &[$($type::$variant),+];

            /// Its name in the catalogue of words.
            pub const fn name(self) -> &'static str {
                match self {
                    $($type::$variant => $name),+
                }
            }
        }
    };
}

named! {
    /// Why a text is no table that can be read.
    Refusal:
    /// There is nothing in it.
    Empty = "empty",
    /// It has more than [`LONGEST`](super::LONGEST) bytes, or more than [`MOST_CELLS`](super::MOST_CELLS) cells.
    TooLong = "too-long",
    /// It has more than [`MOST_COLUMNS`](super::MOST_COLUMNS) columns.
    TooWide = "too-wide",
}

named! {
    /// What is wrong with a cell.
    Fault:
    /// There is a value, but no date.
    NoDate = "no-date",
    /// This is no date in any way we know.
    NotADate = "not-a-date",
    /// A date that no calendar has.
    ImpossibleDate = "impossible-date",
    /// Day and month could be changed round, and nothing says which is meant.
    UnclearDate = "unclear-date",
    /// A month without its year.
    NoYear = "no-year",
    /// The period has a value already.
    RepeatedDate = "repeated-date",
    /// This is no number.
    NotANumber = "not-a-number",
    /// The comma could stand before thousands or before decimals, and nothing says which is meant.
    UnclearNumber = "unclear-number",
    /// A numerator without its denominator.
    NoDenominator = "no-denominator",
    /// There was nothing to count in.
    DenominatorZero = "denominator-zero",
    /// There cannot be less than nothing to count in.
    DenominatorNegative = "denominator-negative",
    /// There cannot be less than nothing of what is counted.
    NumeratorNegative = "numerator-negative",
    /// More than all.
    NumeratorAbove = "numerator-above",
    /// A note belongs to a value, and there is none.
    NoteWithoutValue = "note-without-value",
    /// This says neither yes nor no.
    NotYesOrNo = "not-yes-or-no",
}

named! {
    /// What only the person who knows the data can say.
    Question:
    /// Which column holds the dates.
    Dates = "dates",
    /// Which column holds the values.
    Values = "values",
    /// Whether `4/5/2026` is in May or in April.
    DayOrMonth = "day-or-month",
    /// Whether the comma of `1,234` stands before decimals.
    Decimal = "decimal",
    /// The year of the first month.
    Year = "year",
}

/// What is wrong with one cell, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The row in the text as it was given, counted from 1 as spreadsheets do.
    pub row: usize,
    /// The column in the text as it was given, counted from 1.
    pub column: usize,
    /// What stands there, cut to 40 letters.
    pub cell: String,
    /// What is wrong.
    pub fault: Fault,
}
