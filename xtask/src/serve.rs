//! `cargo xtask serve`: from a fresh clone to a running Tributary.

use std::process::Command;

use anyhow::Result;

use crate::{Serve, app, command, place, say};

/// Builds app and relay and becomes the relay, so that Ctrl-C and the exit status are the relay's own.
pub(crate) fn run(options: &Serve) -> Result<()> {
    app::build(app::Kind::Release)?;
    say::heading("the relay");
    say::line("compiling it: some minutes the first time");
    command::run(&mut command::cargo(["build", "--release", "--package", "relay"]))?;
    say::heading(&format!(
        "http://127.0.0.1:{} – projects are kept in {}",
        options.port,
        options.data.display()
    ));
    become_program(&mut relay("release", options)?)
}

/// The relay with these options, not yet started; a relative folder of data is that of whoever called.
pub(crate) fn relay(profile: &str, options: &Serve) -> Result<Command> {
    let mut relay = Command::new(place::relay(profile));
    relay.arg("serve").arg("--listen").arg(format!("127.0.0.1:{}", options.port));
    relay.arg("--data").arg(std::path::absolute(&options.data)?);
    if options.demo {
        relay.arg("--demo");
    }
    Ok(relay)
}

#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(anyhow::Error::new(command.exec()).context("cannot start the relay"))
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<()> {
    command::run(command)
}
