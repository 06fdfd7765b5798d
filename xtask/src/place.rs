//! Where things are: the checkout, what is built in it, and the tools beside it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The root of the checkout that this program was built from.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the root of the checkout")
}

/// The app as the relay serves it.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// What cargo builds.
pub(crate) fn target() -> PathBuf {
    root().join("target")
}

/// The relay's program, in the profile's folder (`debug` or `release`).
pub(crate) fn relay(profile: &str) -> PathBuf {
    target().join(profile).join(format!("tributary{}", std::env::consts::EXE_SUFFIX))
}

/// The folder of tools, shared by all checkouts: `$TRIBUTARY_TOOLS`, else `~/.cache/tributary-tools`.
pub(crate) fn tools() -> Result<PathBuf> {
    if let Some(folder) = std::env::var_os("TRIBUTARY_TOOLS") {
        return std::path::absolute(folder).context("TRIBUTARY_TOOLS names no folder");
    }
    let home = std::env::home_dir().context("no home folder: set TRIBUTARY_TOOLS to a folder for tools")?;
    Ok(home.join(".cache").join("tributary-tools"))
}
