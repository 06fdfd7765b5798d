//! Builds the app into `dist/`: trunk first, then what trunk leaves to us.

mod inputs;

mod scripts;

mod chunks;

mod names;

mod wasm;

mod offline;

mod compress;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::tools::Tools;
use crate::{command, lock, place, say};

/// For whom the app is built.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// As small as can be, for everyone
    Release,
    /// As quickly as can be, for the one who works on it
    Draft,
}

/// The app's wasm is optimised for size; the profile in Cargo.toml is the relay's.
const SMALL: &[(&str, &str)] = &[
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z"),
    ("CARGO_PROFILE_RELEASE_LTO", "fat"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "1"),
    ("CARGO_PROFILE_RELEASE_PANIC", "abort"),
];

/// The linker keeps what names what, without which the app cannot be split. By environment, because nothing else that
/// is built for the browser needs it.
const SPLITTABLE: (&str, &str) =
    ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Clink-args=--emit-relocs");

/// Builds the app, unless what stands in `dist/` was built from the same files.
pub(crate) fn build(kind: Kind) -> Result<()> {
    say::heading("the app");
    let _lock = lock::wait(&place::target().join("app.lock"), "is building the app")?;
    let inputs = inputs::digest(kind)?;
    if is_fresh(&inputs) {
        say::line("nothing has changed since it was built");
        return Ok(());
    }
    let started = Instant::now();
    let stage = place::target().join("app");
    trunk(kind, &stage)?;
    finish(kind, &stage)?;
    replace(&stage, &place::dist())?;
    fs::write(stamp(), mark(&inputs)?)?;
    say::line(&format!("the app is in dist/ ({})", say::duration(started.elapsed())));
    Ok(())
}

/// Makes `dist/` exist, because the relay is compiled with what is in it.
pub(crate) fn make_folder() -> Result<()> {
    fs::create_dir_all(place::dist()).context("cannot make dist/")
}

fn trunk(kind: Kind, stage: &Path) -> Result<()> {
    let tools = Tools::open()?;
    tools.wasm_target()?;
    let (trunk, bindgen) = (tools.trunk()?, tools.wasm_bindgen()?);
    say::line("fetching what the app is made of");
    // trunk works without network below, and so does the cargo that it calls.
    command::read(&mut command::cargo(["fetch"]))?;
    let mut command = std::process::Command::new(&trunk);
    command.arg("build").arg("--dist").arg(stage).current_dir(place::root());
    command.env("PATH", command::path_with(&[folder(&bindgen), folder(&trunk)])?);
    command.envs([("TRUNK_OFFLINE", "true"), ("TRUNK_SKIP_VERSION_CHECK", "true"), SPLITTABLE]);
    // trunk reads NO_COLOR as true or false and stops at the usual "1".
    command.env_remove("NO_COLOR");
    match kind {
        Kind::Release => {
            say::line("compiling it for the browser, as small as can be: a few minutes the first time");
            // Its own --release would also run wasm-opt, which we do ourselves where there is one.
            command.args(["--cargo-profile", "release", "--minify"]).envs(SMALL.iter().copied());
        }
        Kind::Draft => say::line("compiling it for the browser"),
    }
    command::run(&mut command).context("trunk could not build the app")
}

fn finish(kind: Kind, stage: &Path) -> Result<()> {
    // Names follow contents, so each step comes after those that change what it names.
    chunks::split(kind, stage)?;
    scripts::move_out(stage)?;
    if kind == Kind::Draft {
        return Ok(());
    }
    offline::write_list(stage)?;
    compress::everything(stage)
}

fn replace(stage: &Path, dist: &Path) -> Result<()> {
    if dist.exists() {
        fs::remove_dir_all(dist).context("cannot remove the old dist/")?;
    }
    fs::rename(stage, dist).context("cannot move the new app to dist/")
}

fn is_fresh(inputs: &str) -> bool {
    let kept = fs::read_to_string(stamp()).unwrap_or_default();
    mark(inputs).is_ok_and(|mark| mark == kept)
}

/// What was built, and its page: somebody may have built into `dist/` in another way since.
fn mark(inputs: &str) -> Result<String> {
    let page = fs::read(place::dist().join("index.html"))?;
    Ok(format!("{inputs} {}", short_hash(&page)))
}

fn stamp() -> PathBuf {
    place::target().join("app.stamp")
}

fn folder(program: &Path) -> PathBuf {
    program.parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Sixteen letters that stand for these bytes, for the names of files.
fn short_hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}
