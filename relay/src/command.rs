//! One module a command.

pub(crate) mod chart;
pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod demo;
pub(crate) mod export;
pub(crate) mod serve;

use std::path::Path;

use anyhow::{Context, anyhow};
use relay::{Relay, project::Created, storage::LinkKind};
use words::Language;

/// What each address of a new project is for. That of the embed page is left out: nothing answers there yet.
const PURPOSES: [(LinkKind, &str); 4] = [
    (LinkKind::Owner, "Owner (keep it safe)"),
    (LinkKind::Editor, "Can edit"),
    (LinkKind::Contributor, "Can add ideas"),
    (LinkKind::Viewer, "Can read"),
];

/// Says a line to people. Whoever no longer listens does not stop what is being done.
macro_rules! say {
    ($($words:tt)*) => {
        std::io::Write::write_fmt(&mut std::io::stdout(), format_args!("{}\n", format_args!($($words)*))).unwrap_or(())
    };
}
use say;

fn print_addresses(relay: &Relay, created: &Created) {
    let public_address = relay.public_address();
    for (kind, purpose) in PURPOSES {
        say!("  {purpose:<22}{}", created.address(&public_address, kind));
    }
}

/// The project of a file, or in one line why it cannot be read.
fn read_project(file: &Path) -> anyhow::Result<model::Project> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    project_of(file, &text)
}

fn project_of(file: &Path, text: &str) -> anyhow::Result<model::Project> {
    exchange::project::from_json(text).map_err(|fault| anyhow!("{}: {fault}", file.display()))
}

fn read_file(file: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))
}

/// Writes a file as a whole or not at all: beside its place, and then into it.
fn write_file(file: &Path, content: &[u8]) -> anyhow::Result<()> {
    let name = file.file_name().with_context(|| format!("{} is no name of a file", file.display()))?;
    let beside = format!(".{}.{}.part", name.to_string_lossy(), std::process::id());
    let beside = file.with_file_name(beside);
    let written = std::fs::write(&beside, content).and_then(|()| std::fs::rename(&beside, file));
    if written.is_err() {
        // it may not be there: the fault that is told is the first one
        std::fs::remove_file(&beside).ok();
    }
    written.with_context(|| format!("{} cannot be written", file.display()))
}

/// A language, by its tag.
fn language(tag: &str) -> Result<Language, String> {
    Language::of_tag(tag).ok_or_else(|| "this is not en or cy".to_owned())
}

/// A text of a file that may be anybody's, for a terminal: what would steer it, or turn its lines round, is spelt out.
fn plain(text: &str) -> String {
    let steers = |letter: char| {
        letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let spell = |letter: char| match steers(letter) {
        true => letter.escape_unicode().to_string(),
        false => letter.to_string(),
    };
    text.chars().map(spell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v6_what_is_printed_does_not_steer_the_terminal() {
        assert_eq!(plain("Tŷ — “Flow” 👩‍⚕️"), "Tŷ — “Flow” 👩‍⚕️");
        assert_eq!(plain("\u{1b}]0;x\u{7} \u{202e}cba\n"), "\\u{1b}]0;x\\u{7} \\u{202e}cba\\u{a}");
    }
}
