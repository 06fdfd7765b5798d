//! The steps of `cargo xtask test`, in their order, and what each tells the tests by environment variables.

use std::process::Command;

use anyhow::Result;

use crate::tools::Tools;
use crate::{app, check, command, place, tidy};

/// Which runs a step belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Always,
    WithBrowsers,
}

/// One line of the summary.
pub(super) struct Step {
    pub(super) name: &'static str,
    /// How long it takes on two cores when little has changed.
    pub(super) usually: &'static str,
    pub(super) scope: Scope,
    /// Names of earlier steps without which this one says nothing.
    pub(super) needs: &'static [&'static str],
    pub(super) run: fn() -> Result<()>,
}

/// Everything, quickest to fail first.
pub(super) const STEPS: &[Step] = &[
    Step { name: "format", usually: "a second", scope: Scope::Always, needs: &[], run: check::format },
    Step { name: "habits", usually: "a second", scope: Scope::Always, needs: &[], run: tidy::run },
    Step {
        name: "dependencies",
        usually: "seconds, 5 minutes the first time",
        scope: Scope::Always,
        needs: &[],
        run: check::dependencies,
    },
    Step {
        name: "packages for tests",
        usually: "a second, a minute the first time",
        scope: Scope::WithBrowsers,
        needs: &[],
        run: packages,
    },
    Step { name: "browsers", usually: "a second", scope: Scope::WithBrowsers, needs: &[], run: browsers },
    Step { name: "lints", usually: "1 minute", scope: Scope::Always, needs: &[], run: check::lints },
    Step {
        name: "lints of the app",
        usually: "1 minute",
        scope: Scope::Always,
        needs: &[],
        run: check::app_lints,
    },
    Step { name: "app", usually: "3 minutes", scope: Scope::Always, needs: &[], run: build_app },
    Step { name: "native tests", usually: "5 minutes", scope: Scope::Always, needs: &[], run: native },
    Step {
        name: "stories",
        usually: "3 minutes",
        scope: Scope::WithBrowsers,
        needs: &["packages for tests", "browsers", "app"],
        run: stories,
    },
];

fn packages() -> Result<()> {
    Tools::open()?.node_modules().map(drop)
}

fn browsers() -> Result<()> {
    Tools::open()?.browser().map(drop)
}

fn build_app() -> Result<()> {
    app::build(app::Kind::Release)
}

fn native() -> Result<()> {
    app::make_folder()?;
    let arguments = ["test", "--workspace", "--exclude", "stories", "--no-fail-fast"];
    let mut command = command::cargo(arguments);
    // Without npm the tests with a client that is not ours are left to the run with browsers, which demands it.
    if let Some(modules) = Tools::open()?.node_modules_if_there()? {
        command.env("TRIBUTARY_NODE_MODULES", modules);
    }
    command::run(with_places(&mut command))
}

fn stories() -> Result<()> {
    command::run(&mut command::cargo(["build", "--package", "relay"]))?;
    let tools = Tools::open()?;
    let modules = tools.node_modules()?;
    let mut command = command::cargo(["test", "--package", "stories", "--no-fail-fast"]);
    command.env("TRIBUTARY_AXE", modules.join("axe-core").join("axe.min.js"));
    command.env("TRIBUTARY_NODE_MODULES", modules);
    command.env("TRIBUTARY_CHROMEDRIVER", tools.browser()?.driver);
    command::run(with_places(&mut command))
}

fn with_places(command: &mut Command) -> &mut Command {
    command.env("TRIBUTARY_BINARY", place::relay("debug")).env("TRIBUTARY_DIST", place::dist())
}
