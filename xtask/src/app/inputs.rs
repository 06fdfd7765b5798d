//! What the app is made from, as one hash, so that nothing is built twice.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::Kind;
use crate::place;
use crate::tools::Tools;

/// Files and folders that the app depends on, from the root.
const MADE_FROM: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "crates",
    "index.html",
    "public",
    "rust-toolchain.toml",
    "src",
    "style",
    "xtask/src/app",
    "xtask/src/app.rs",
    "xtask/src/tools.rs",
];

/// A hash of everything that the app is made from, and of how: with npm it becomes smaller.
pub(super) fn digest(kind: Kind) -> Result<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(format!("{kind:?} {}", Tools::has_npm()).as_bytes());
    for path in MADE_FROM.iter().map(|path| place::root().join(path)).filter(|path| path.exists()) {
        add(&mut hasher, &path)?;
    }
    Ok(hasher.finalize().to_hex().to_string())
}

fn add(hasher: &mut blake3::Hasher, path: &Path) -> Result<()> {
    let unreadable = || format!("cannot read {}", path.display());
    if path.is_dir() {
        let entries = fs::read_dir(path).with_context(unreadable)?;
        let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        paths.sort();
        return paths.iter().try_for_each(|path| add(hasher, path));
    }
    let bytes = fs::read(path).with_context(unreadable)?;
    hasher.update(path.to_string_lossy().as_bytes());
    hasher.update(&bytes.len().to_le_bytes());
    hasher.update(&bytes);
    Ok(())
}
