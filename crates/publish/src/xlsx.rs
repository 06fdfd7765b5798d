//! Excel workbooks: the measures of a project as one, and any as tables that
//! [`Table::read`](exchange::observations::Table::read) understands.

mod cell;
mod names;
mod package;
mod plan;
mod read;
mod refusal;
mod rows;
mod write;

pub use package::is_workbook;
pub use read::{Sheet, read};
pub use refusal::Refusal;
pub use write::{Unwritable, write};

/// The most bytes that a workbook may have once it is unpacked: ten times what of it may be text.
pub const LARGEST: u64 = 100_000_000;
/// The most sheets of a workbook.
pub const MOST_SHEETS: usize = 256;
