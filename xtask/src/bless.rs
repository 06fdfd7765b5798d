//! `cargo xtask bless`: accepts what snapshot tests now show; look at the difference before you commit it.

use anyhow::Result;

use crate::command;

/// Runs the native tests and renews their snapshots.
pub(crate) fn run() -> Result<()> {
    let arguments = ["test", "--workspace", "--exclude", "stories", "--no-fail-fast"];
    command::run(command::cargo(arguments).env("INSTA_UPDATE", "always"))
}
