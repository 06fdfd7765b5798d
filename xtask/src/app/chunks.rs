//! Splits the app's WebAssembly: what every first look needs, and chunks that are fetched when they are needed.
//!
//! trunk knows nothing of chunks. It has built the page and the whole app; here what cargo linked is split, and takes
//! the place of what trunk made of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};

use super::names::{self, Texts};
use super::{Kind, short_hash, wasm};
use crate::tools::Tools;
use crate::{command, place, say};

/// What cargo calls the app, and trunk its files.
const APP: &str = "tributary-app";

/// Puts the split app in the place of the whole one in a folder that trunk has filled.
pub(super) fn split(kind: Kind, stage: &Path) -> Result<()> {
    say::line("splitting it into what a first look needs and what can wait");
    let folder = place::target().join("chunks");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("cannot remove the chunks of before")?;
    }
    let parts = cut(kind, &folder)?;
    bind(&folder)?;
    if kind == Kind::Release {
        match Tools::open()?.wasm_opt()? {
            Some(wasm_opt) => wasm::optimise(&parts, &wasm_opt)?,
            None => say::line(
                "npm is missing, so wasm-opt is left out: the app works, but is about a tenth larger",
            ),
        }
    }
    put(&parts, &folder, stage)
}

/// The linked app, cut by its relocations. Gives the files of WebAssembly as they will be, what a first look needs first.
fn cut(kind: Kind, folder: &Path) -> Result<Vec<PathBuf>> {
    let profile = if kind == Kind::Release { "release" } else { "debug" };
    let linked = place::target().join("wasm32-unknown-unknown").join(profile).join(format!("{APP}.wasm"));
    let linked = fs::read(&linked).with_context(|| format!("cannot read {}", linked.display()))?;
    let (first, script) = (folder.join(format!("{APP}.wasm")), format!("./{APP}.js"));
    let mut options = wasm_split_cli_support::Options::new(&linked);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.main_module = &script;
    options.link_name = names::LOADER;
    let made = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("the app's WebAssembly cannot be split: {error:#}"))?;
    Ok(std::iter::once(folder.join(format!("{APP}_bg.wasm"))).chain(made.split_modules).collect())
}

/// What a first look needs gets its script. The chunks reach it by exports that would be dropped without being told.
fn bind(folder: &Path) -> Result<()> {
    let mut command = Command::new(Tools::open()?.wasm_bindgen()?);
    command.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", APP]);
    command.arg("--out-dir").arg(folder).arg(folder.join(format!("{APP}.wasm")));
    command::run(&mut command).context("wasm-bindgen refuses the split app")
}

fn put(parts: &[PathBuf], folder: &Path, stage: &Path) -> Result<()> {
    let script = fs::read_to_string(folder.join(format!("{APP}.js")))?;
    let loader = fs::read_to_string(folder.join(names::LOADER))?;
    let mut texts = Texts { script, loader };
    let mut first = None;
    for part in parts {
        let bytes = fs::read(part)?;
        let old = part.file_name().context("a chunk has a name")?.to_string_lossy().into_owned();
        let new = format!("app-{}.wasm", short_hash(&bytes));
        texts.rename(&old, &new);
        fs::write(stage.join(&new), bytes)?;
        first.get_or_insert(new);
    }
    let named = texts.named(&format!("{APP}.js"));
    for (name, text) in &named.files {
        fs::write(stage.join(name), text)?;
    }
    let old = names::Whole::find(stage)?;
    old.remove(stage)?;
    let page = stage.join("index.html");
    let text = fs::read_to_string(&page).context("trunk wrote no index.html")?;
    let wasm = first.context("the split app has a first part")?;
    Ok(fs::write(&page, old.replaced(&text, &named, &wasm))?)
}
