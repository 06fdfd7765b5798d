//! `tributary new`: a project, blank or from a file.

use std::path::PathBuf;

use relay::{Config, Relay, Settings, project};

use super::{print_addresses, read_project, say};

/// What `tributary new` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A project JSON; without one the project is blank
    file: Option<PathBuf>,
    #[command(flatten)]
    settings: Settings,
}

/// Makes the project and prints its addresses.
pub(crate) fn run(Arguments { file, settings }: Arguments) -> anyhow::Result<()> {
    let content = file.map(|file| read_project(&file)).transpose()?;
    let config = Config::new(settings, PathBuf::new())?;
    let relay = Relay::open(config)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let created = runtime.block_on(project::create(&relay, content))?;
    say!("Project {}", created.id);
    print_addresses(&relay, &created);
    Ok(())
}
