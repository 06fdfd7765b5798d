//! `tributary serve`: the app, the rooms, the log.

use std::sync::Arc;

use anyhow::Context;
use relay::{Config, Creation, LogLevel, Relay, Settings};
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

use super::{demo, print_addresses, say};

/// Serves until the process is asked to end.
pub(crate) fn run(settings: Settings) -> anyhow::Result<()> {
    let config = settings_to_config(settings)?;
    log(config.log);
    // each connection is an open file, and many systems give a program only a thousand
    rlimit::increase_nofile_limit(u64::MAX).ok();
    tokio::runtime::Runtime::new()?.block_on(serve(config))
}

fn settings_to_config(settings: Settings) -> anyhow::Result<Config> {
    let program = std::env::current_exe().context("this program does not find itself")?;
    Ok(Config::new(settings, program)?)
}

/// Only what this program says of itself: libraries would write down what passes through them.
fn log(level: LogLevel) {
    let level = level.as_str();
    let filter = EnvFilter::new(format!("warn,relay={level},tributary={level}"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
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
    relay.serve(listener).await;
    Ok(())
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
