//! Makes the app's WebAssembly smaller.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::short_hash;
use crate::{command, say};

/// Runs wasm-opt over the app and gives the result a name of its own, which page and scripts then use.
pub(super) fn optimise(stage: &Path, wasm_opt: &Path) -> Result<()> {
    say::line("making its WebAssembly smaller: about half a minute");
    let old = find(stage)?;
    let made = stage.join("optimised.wasm");
    let mut command = Command::new(wasm_opt);
    command::run(command.arg("-Oz").arg(&old).arg("-o").arg(&made))?;
    let name = format!("app-{}.wasm", short_hash(&fs::read(&made)?));
    fs::rename(&made, stage.join(&name))?;
    fs::remove_file(&old)?;
    let old = old.file_name().context("the app's WebAssembly has a name")?.to_string_lossy().into_owned();
    rename_in_texts(stage, &Rename { old, new: name })
}

struct Rename {
    old: String,
    new: String,
}

fn find(stage: &Path) -> Result<PathBuf> {
    let paths = fs::read_dir(stage)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let is_app = |path: &PathBuf| path.to_string_lossy().ends_with("_bg.wasm");
    paths.into_iter().find(is_app).context("trunk built no WebAssembly")
}

fn rename_in_texts(stage: &Path, rename: &Rename) -> Result<()> {
    for entry in fs::read_dir(stage)? {
        let path = entry?.path();
        let is_text = path.extension().is_some_and(|extension| extension == "html" || extension == "js");
        if !is_text {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        if text.contains(&rename.old) {
            fs::write(&path, text.replace(&rename.old, &rename.new))?;
        }
    }
    Ok(())
}
