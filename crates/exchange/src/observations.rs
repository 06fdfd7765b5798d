//! Observations: numbers over time as text, read from anywhere and written back.
//!
//! ```text
//! date,numerator,denominator,note         our own; any order of columns, tabs or semicolons too
//! 2026-05-04,12,96,new form
//! Measure  Apr-23  May-23                 months across, several measures
//! Falls    12      9
//! ```
//! Reading goes in steps that a dialog can show: [`Table::read`] splits the text and finds heading, dates and direction;
//! [`Table::suggestions`] says what each column could mean, one [`Choice`] a measure; [`observations`] reads by a choice.
//! What is unclear is asked, what is wrong is said with its cell, and who calls decides: nothing is half imported.

mod cells;
mod choice;
mod day;
mod fault;
mod gather;
mod guess;
mod headings;
mod number;
mod one;
mod table;
mod write;

pub use cells::{Separator, decode, guarded};
pub use choice::{Choice, DateOrder, Decimal, Ratios, Repeats, Role, Suggestion};
pub use fault::{Fault, Question, Refusal, RowFault};
pub use gather::{Outcome, observations};
pub use one::{day_of, number_of};
pub use table::Table;
pub use write::{write, write_all};

/// The longest text that is read, in bytes.
pub const LONGEST: usize = 10_000_000;
/// The most cells a table may have: far more than a measure has observations.
pub const MOST_CELLS: usize = 1_000_000;
/// The most columns a table may have once its dates stand below each other.
pub const MOST_COLUMNS: usize = 256;
