//! Tools from npm, in exact versions.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use super::NodeTool;
use crate::{command, say};

/// Whether npm can be used.
pub(super) fn is_there() -> bool {
    command::find("npm").is_some() && command::find("node").is_some()
}

/// Puts the packages of a tool into `folder/node_modules`.
pub(super) fn install(tool: &NodeTool, folder: &Path) -> Result<()> {
    let packages: Vec<String> =
        tool.packages.iter().map(|(name, version)| format!("{name}@{version}")).collect();
    let minutes = tool.minutes;
    say::line(&format!("setting up {} from npm: about {minutes} minute", packages.join(", ")));
    let started = Instant::now();
    let mut command = Command::new("npm");
    command.args([
        "install",
        "--save-exact",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
        "--prefix",
    ]);
    command.arg(folder).args(&packages).current_dir(folder);
    command::read(&mut command).context("npm could not set up what is needed")?;
    say::line(&format!("{} is ready ({})", tool.name, say::duration(started.elapsed())));
    Ok(())
}
