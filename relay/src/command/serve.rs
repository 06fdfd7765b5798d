//! `tributary serve`: the app, the rooms, the log.

use std::sync::Arc;

use anyhow::Context;
use relay::{Config, Creation, Relay, Settings};
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

use super::{demo, print_addresses, say};

/// Serves until the process is asked to end.
pub(crate) fn run(settings: Settings) -> anyhow::Result<()> {
    let filter = EnvFilter::try_from_env("TRIBUTARY_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let program = std::env::current_exe().context("this program does not find itself")?;
    let config = Config::new(settings, program)?;
    tokio::runtime::Runtime::new()?.block_on(serve(config))
}

async fn serve(config: Config) -> anyhow::Result<()> {
    let (relay, listener) = Relay::bind(config).await?;
    say!("Tributary serves on {}", relay.public_address());
    say!("Everything is kept in {}", relay.config.data.display());
    match &relay.config.creation {
        Creation::Anyone => {}
        Creation::Key(Some(_)) => say!("Making a project needs the creation key"),
        Creation::Key(None) => {
            say!("Making a project needs the key in {}", relay.config.data.join("creation-key").display());
        }
    }
    if relay.config.demo {
        say!("An example to look at:");
        print_addresses(&relay, &demo::project(&relay).await?);
    }
    tokio::spawn(stop_when_asked(relay.clone()));
    relay.serve(listener).await.context("serving")
}

async fn stop_when_asked(relay: Arc<Relay>) {
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    say!("Stopping: what was begun is finished");
    relay.stopping.cancel();
}
