//! One module a command.

pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod demo;
pub(crate) mod serve;

use std::path::Path;

use anyhow::{Context, anyhow};
use relay::{Relay, project::Created, storage::LinkKind};

/// What each address of a new project is for. That of the embed page is left out: nothing answers there yet.
const PURPOSES: [(LinkKind, &str); 4] = [
    (LinkKind::Owner, "Owner (keep it safe)"),
    (LinkKind::Editor, "Can edit"),
    (LinkKind::Contributor, "Can add ideas"),
    (LinkKind::Viewer, "Can read"),
];

/// Says a line to people. Whoever no longer listens does not stop what is being done.
macro_rules! say {
    ($($words:tt)*) => {
        std::io::Write::write_fmt(&mut std::io::stdout(), format_args!("{}\n", format_args!($($words)*))).unwrap_or(())
    };
}
use say;

fn print_addresses(relay: &Relay, created: &Created) {
    let public_address = relay.public_address();
    for (kind, purpose) in PURPOSES {
        say!("  {purpose:<22}{}", created.address(&public_address, kind));
    }
}

/// The project of a file, or in one line why it cannot be read.
fn read_project(file: &Path) -> anyhow::Result<model::Project> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    exchange::project::from_json(&text).map_err(|fault| anyhow!("{}: {fault}", file.display()))
}
