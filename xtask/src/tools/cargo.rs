//! Tools from crates.io: compiled in a folder of their own, with a word now and then on how far it is.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::CargoTool;
use crate::{command, say};

const BETWEEN_WORDS: Duration = Duration::from_secs(20);

/// How much of what the compiler said is shown when it fails, in lines.
const LAST_WORDS: usize = 30;

/// Compiles a tool into `folder/bin`.
pub(super) fn install(tool: &CargoTool, version: &str, folder: &Path) -> Result<()> {
    let CargoTool { name, minutes, .. } = tool;
    say::line(&format!("setting up {name} {version}: compiled once, about {minutes} minutes on two cores"));
    let target = folder.join("target");
    let mut command = command::cargo(["install", name, "--version", version, "--root"]);
    // The flags of this checkout and its builds are not those of the tool.
    command.arg(folder).args(tool.locked).env("CARGO_TARGET_DIR", &target).env_remove("RUSTFLAGS");
    let started = Instant::now();
    watch(&mut command, Watch { tool, log: &folder.join("log"), started })?;
    std::fs::remove_dir_all(&target).context("cannot remove what the compiler left")?;
    say::line(&format!("{name} is ready ({})", say::duration(started.elapsed())));
    Ok(())
}

struct Watch<'a> {
    tool: &'a CargoTool,
    log: &'a Path,
    started: Instant,
}

fn watch(command: &mut Command, watch: Watch) -> Result<()> {
    let mut child = command.stderr(Stdio::piped()).spawn().context("cannot start cargo")?;
    let lines = BufReader::new(child.stderr.take().expect("standard error is piped")).lines();
    let (line_out, line_in) = mpsc::channel();
    // A thread reads, so that there is a word on progress also while one large package says nothing for minutes.
    let reader = std::thread::spawn(move || {
        let _: Result<(), _> = lines.map_while(Result::ok).try_for_each(|line| line_out.send(line));
    });
    follow(&line_in, &watch)?;
    reader.join().expect("reading lines does not panic");
    match child.wait()?.success() {
        true => Ok(()),
        false => bail!("{} could not be compiled:\n{}", watch.tool.name, last_words(watch.log)?),
    }
}

/// Writes down what the compiler says until it has ended.
fn follow(lines: &mpsc::Receiver<String>, watch: &Watch) -> Result<()> {
    let mut log = File::create(watch.log)?;
    let (mut compiled, mut last_word) = (0, Instant::now());
    loop {
        match lines.recv_timeout(BETWEEN_WORDS) {
            Ok(line) => {
                writeln!(log, "{line}")?;
                compiled += usize::from(line.trim_start().starts_with("Compiling "));
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        if last_word.elapsed() >= BETWEEN_WORDS {
            last_word = Instant::now();
            say::line(&progress(watch, compiled));
        }
    }
}

fn progress(watch: &Watch, compiled: usize) -> String {
    let CargoTool { name, packages, .. } = watch.tool;
    let elapsed = say::duration(watch.started.elapsed());
    format!("{name}: {compiled} of about {packages} packages compiled after {elapsed}")
}

fn last_words(log: &Path) -> Result<String> {
    let text = std::fs::read_to_string(log)?;
    let lines: Vec<&str> = text.lines().collect();
    Ok(lines[lines.len().saturating_sub(LAST_WORDS)..].join("\n"))
}
