//! Faults that are gathered, so that one story names all of them.

use anyhow::{Result, ensure};

/// What was found so far.
#[derive(Default)]
pub struct Faults(Vec<String>);

impl Faults {
    /// Keeps what went wrong, and goes on.
    pub fn keep(&mut self, looked: Result<()>) {
        self.0.extend(looked.err().map(|fault| format!("{fault:#}")));
    }

    /// Fails with everything that was kept.
    pub fn none(self) -> Result<()> {
        ensure!(self.0.is_empty(), "{} faults:\n{}", self.0.len(), self.0.join("\n"));
        Ok(())
    }
}
