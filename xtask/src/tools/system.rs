//! What the system itself must bring: by its package manager where that is allowed, else by a clear request.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::{command, say};

/// One of these programs must be in `PATH`; the package brings it on Debian and Ubuntu.
pub(super) struct Need {
    pub(super) programs: &'static [&'static str],
    package: &'static str,
}

pub(super) const NODE: &[Need] =
    &[Need { programs: &["node"], package: "nodejs" }, Need { programs: &["npm"], package: "npm" }];

/// The driver first.
pub(super) const CHROMIUM: &[Need] = &[
    Need { programs: &["chromedriver"], package: "chromium-driver" },
    Need { programs: &["chromium", "chromium-browser", "google-chrome"], package: "chromium" },
];

/// Its driver comes from crates.io.
pub(super) const FIREFOX: &[Need] = &[Need { programs: &["firefox-esr", "firefox"], package: "firefox-esr" }];

/// The driver brings the browser; its window is drawn on a display that nobody sees.
pub(super) const WEBKIT: &[Need] = &[
    Need { programs: &["WebKitWebDriver"], package: "webkit2gtk-driver" },
    Need { programs: &["Xvfb"], package: "xvfb" },
];

impl Need {
    /// Where the first of the programs is.
    pub(super) fn find(&self) -> Option<PathBuf> {
        self.programs.iter().find_map(|program| command::find(program))
    }
}

/// Installs what is missing of some needs.
///
/// # Errors
/// Says what to install where this program may not do it.
pub(super) fn provide(needs: &[Need]) -> Result<()> {
    let missing: Vec<&str> =
        needs.iter().filter(|need| need.find().is_none()).map(|need| need.package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages = missing.join(" ");
    if command::find("apt-get").is_none() {
        bail!("please install what brings these Debian packages: {packages}");
    }
    if !is_root()? {
        bail!("please run: sudo apt-get install {packages}");
    }
    say::line(&format!("installing {packages} by apt-get: about 2 minutes"));
    command::read(&mut apt_get(&["update"]))?;
    command::read(apt_get(&["install", "--yes", "--no-install-recommends"]).args(missing))?;
    Ok(())
}

/// Adds the standard library for the browser to the toolchain of this checkout.
pub(super) fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let library = command::read(&mut rustc(&["--print", "target-libdir", "--target", TARGET]))?;
    if PathBuf::from(library.trim()).is_dir() {
        return Ok(());
    }
    if command::find("rustup").is_none() {
        bail!("the Rust toolchain lacks {TARGET}, and there is no rustup to add it");
    }
    say::line(&format!("adding {TARGET} to the Rust toolchain: a few seconds"));
    command::run(Command::new("rustup").args(["target", "add", TARGET]).current_dir(crate::place::root()))
}

fn rustc(arguments: &[&str]) -> Command {
    let mut command = Command::new("rustc");
    command.args(arguments).current_dir(crate::place::root());
    command
}

fn is_root() -> Result<bool> {
    Ok(command::read(Command::new("id").arg("-u"))?.trim() == "0")
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}
