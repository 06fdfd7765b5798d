//! The table of files that the habits look at.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Folders that hold nothing of ours, by name.
const NOT_OURS: &[&str] = &[".git", "data", "dist", "node_modules", "target"];

/// Every file of the repository, ordered by path.
pub(super) struct Files {
    pub(super) all: Vec<TextFile>,
}

/// One file: its path from the root, with `/`, and its text; what is not UTF-8 has none.
pub(super) struct TextFile {
    pub(super) path: String,
    pub(super) text: String,
}

impl Files {
    /// Reads the files under a root.
    pub(super) fn read(root: &Path) -> Result<Files> {
        let mut all = Vec::new();
        collect(root, "", &mut all)?;
        all.sort_by(|a: &TextFile, b| a.path.cmp(&b.path));
        Ok(Files { all })
    }

    /// The text of one file.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.all.iter().find(|file| file.path == path).map(|file| file.text.as_str())
    }

    /// Files whose name ends so.
    pub(super) fn ending(&self, ending: &'static str) -> impl Iterator<Item = &TextFile> {
        self.all.iter().filter(move |file| file.path.ends_with(ending))
    }

    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Files {
        let text_file = |(path, text): &(&str, &str)| TextFile { path: (*path).into(), text: (*text).into() };
        Files { all: files.iter().map(text_file).collect() }
    }
}

impl TextFile {
    /// Whether it only tests: a folder of tests, or the member that holds the stories.
    pub(super) fn is_test(&self) -> bool {
        self.path.starts_with("tests/") || self.path.contains("/tests/") || self.path.ends_with("/tests.rs")
    }

    /// Its lines, numbered from 1, up to the unit tests.
    pub(super) fn lines_before_tests(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
    }

    /// Its lines, numbered from 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }
}

fn collect(folder: &Path, above: &str, all: &mut Vec<TextFile>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if above.is_empty() { name.clone() } else { format!("{above}/{name}") };
        let kind = entry.file_type()?;
        if kind.is_dir() && !NOT_OURS.contains(&name.as_str()) {
            collect(&entry.path(), &path, all)?;
        }
        if kind.is_file() {
            let text = String::from_utf8(fs::read(entry.path())?).unwrap_or_default();
            all.push(TextFile { path, text });
        }
    }
    Ok(())
}
