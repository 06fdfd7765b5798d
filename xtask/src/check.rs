//! `cargo xtask check`: what can be judged without running anything.

use anyhow::Result;

use crate::tools::Tools;
use crate::{app, command, say, tidy};

/// What is checked, by name.
type Check = (&'static str, fn() -> Result<()>);

const CHECKS: &[Check] = &[
    ("format", format),
    ("lints", lints),
    ("lints of the app, for the browser", app_lints),
    ("habits", tidy::run),
    ("dependencies", dependencies),
];

/// Everything in turn; ends at the first that fails.
pub(crate) fn run() -> Result<()> {
    for (name, check) in CHECKS {
        say::heading(name);
        check()?;
    }
    Ok(())
}

/// The format of every file.
pub(crate) fn format() -> Result<()> {
    command::run(&mut command::cargo(["fmt", "--all", "--check"]))
}

/// The compiler's and clippy's lints, tests included.
pub(crate) fn lints() -> Result<()> {
    app::make_folder()?;
    let arguments = ["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    command::run(&mut command::cargo(arguments))
}

/// The same for the app as the browser runs it.
pub(crate) fn app_lints() -> Result<()> {
    Tools::open()?.wasm_target()?;
    let target = ["--target", "wasm32-unknown-unknown"];
    let arguments = ["clippy", "--package", "tributary-app"].into_iter().chain(target);
    command::run(command::cargo(arguments).args(["--", "--deny", "warnings"]))
}

/// Licences, sources and who may use what, by `deny.toml`.
pub(crate) fn dependencies() -> Result<()> {
    let deny = Tools::open()?.cargo_deny()?;
    say::line(
        "advisories are left out here, because their database must be fetched: cargo deny check advisories",
    );
    let mut command = std::process::Command::new(deny);
    command.args(["--workspace", "check", "bans", "licenses", "sources"]).current_dir(crate::place::root());
    command::run(&mut command)
}
