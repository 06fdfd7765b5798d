//! `tributary chart`: a run chart or a control chart of data, as a picture or as numbers.

mod cases;
mod said;

use std::path::PathBuf;

use super::{plain, say};

/// What `tributary chart` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Print what each case of a file says, as JSON
    #[arg(long, value_name = "CASES.json")]
    cases: PathBuf,
}

/// Draws, or says the numbers.
pub(crate) fn run(Arguments { cases }: Arguments) -> anyhow::Result<()> {
    cases::run(&cases)
}
