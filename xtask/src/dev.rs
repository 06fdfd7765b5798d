//! `cargo xtask dev`: builds anew whenever a file changes, beside a running relay; reload the page to see it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};

use crate::{Serve, app, command, place, say, serve, surroundings};

const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

/// What the app and the relay are made from.
const APP: &[&str] = &["Cargo.toml", "Trunk.toml", "crates", "index.html", "public", "src", "style"];
const RELAY: &[&str] = &["Cargo.toml", "crates", "relay"];

/// Ends with Ctrl-C, which reaches the relay as well.
pub(crate) fn run(options: &Serve) -> Result<()> {
    let (mut app_seen, mut relay_seen) = (newest(APP), newest(RELAY));
    report(app::build(app::Kind::Draft));
    let mut relay = Relay::start(options)?;
    loop {
        std::thread::sleep(BETWEEN_LOOKS);
        if changed(APP, &mut app_seen) {
            report(app::build(app::Kind::Draft));
        }
        if changed(RELAY, &mut relay_seen) {
            drop(relay);
            relay = Relay::start(options)?;
        }
    }
}

/// A running relay, or none while it does not compile; ends when dropped.
struct Relay {
    child: Option<Child>,
}

impl Relay {
    fn start(options: &Serve) -> Result<Relay> {
        say::heading("the relay");
        let built = command::run(&mut command::cargo(["build", "--package", "relay"]));
        if let Err(error) = built {
            report(Err(error));
            return Ok(Relay { child: None });
        }
        say::line(&format!("http://127.0.0.1:{} – Ctrl-C ends it", options.port));
        let mut command: Command = serve::relay("debug", options)?;
        let child =
            surroundings::tell_places(&mut command, "debug").spawn().context("cannot start the relay")?;
        Ok(Relay { child: Some(child) })
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            // It may have ended by itself, and then there is nothing left to end.
            child.kill().and_then(|()| child.wait()).ok();
        }
    }
}

/// Whoever works on the app mends what is broken and goes on.
fn report(result: Result<()>) {
    if let Err(error) = result {
        say::line(&format!("FAILED: {error:#}; waiting for the next change"));
    }
}

fn changed(paths: &[&str], seen: &mut Option<SystemTime>) -> bool {
    let newest = newest(paths);
    let changed = newest != *seen;
    *seen = newest;
    changed
}

fn newest(paths: &[&str]) -> Option<SystemTime> {
    paths.iter().filter_map(|path| newest_in(&place::root().join(path))).max()
}

/// When the newest file was written; a folder counts too, because a file may have gone.
fn newest_in(path: &Path) -> Option<SystemTime> {
    let own = path.metadata().and_then(|metadata| metadata.modified()).ok();
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
    let paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.iter().filter_map(|path| newest_in(path)).chain(own).max()
}
