//! The steps of `cargo xtask test`, in their order.

use anyhow::Result;

use super::stories;
use crate::tools::{Browser, Tools};
use crate::{app, check, command, surroundings, tidy};

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
    Step {
        name: "browsers",
        usually: "a second, 5 minutes the first time",
        scope: Scope::WithBrowsers,
        needs: &[],
        run: browsers,
    },
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
        name: "stories in Chromium",
        usually: "3 minutes",
        scope: Scope::WithBrowsers,
        needs: STORIES_NEED,
        run: || stories::told_in(Browser::Chromium),
    },
    Step {
        name: "stories in Firefox",
        usually: "4 minutes",
        scope: Scope::WithBrowsers,
        needs: STORIES_NEED,
        run: || stories::told_in(Browser::Firefox),
    },
    Step {
        name: "stories in WebKit",
        usually: "4 minutes",
        scope: Scope::WithBrowsers,
        needs: STORIES_NEED,
        run: || stories::told_in(Browser::WebKit),
    },
];

const STORIES_NEED: &[&str] = &["packages for tests", "browsers", "app"];

fn packages() -> Result<()> {
    Tools::open()?.node_modules().map(drop)
}

fn browsers() -> Result<()> {
    let tools = Tools::open()?;
    Browser::ALL.into_iter().try_for_each(|browser| tools.driver(browser).map(drop))
}

fn build_app() -> Result<()> {
    app::build(app::Kind::Release)
}

/// Everything but the stories.
pub(super) const NATIVE: &[&str] = &["test", "--workspace", "--exclude", "stories"];

fn native() -> Result<()> {
    app::make_folder()?;
    let mut command = command::cargo(NATIVE);
    command.arg("--no-fail-fast");
    surroundings::tell_packages_if_there(&mut command)?;
    command::run(surroundings::tell_places(&mut command, "debug"))
}
