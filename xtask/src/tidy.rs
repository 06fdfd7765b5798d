//! `cargo xtask tidy`: the habits of this repository, each a function over the table of its files.

mod files;

mod arrows;

mod rules;

mod paths;

mod length;

mod colours;

mod cases;

mod machine;

mod words;

use std::fmt;

use anyhow::{Result, bail};

use crate::{place, say};
use files::Files;

/// A habit that is broken: where, and what to do.
#[derive(Debug, PartialEq)]
struct Fault {
    path: String,
    line: usize,
    advice: String,
}

/// What is looked at, by name.
type Habit = (&'static str, fn(&Files) -> Vec<Fault>);

const HABITS: &[Habit] = &[
    ("crates know only whom they may know", arrows::faults),
    ("every rule has a test, and every test its rule", rules::faults),
    ("the one page on architecture names what exists", paths::faults),
    ("files are short enough to read", length::faults),
    ("colours have names", colours::faults),
    ("old documents are kept", cases::faults),
    ("nothing belongs to one machine", machine::faults),
    ("every message is said", words::unsaid),
    ("what is said stands in the catalogue", words::loose),
];

/// Looks at everything and fails with every fault found.
pub(crate) fn run() -> Result<()> {
    let files = Files::read(place::root())?;
    let mut count = 0;
    for (name, habit) in HABITS {
        let faults = habit(&files);
        say::line(&format!("{name}: {}", if faults.is_empty() { "yes" } else { "no" }));
        faults.iter().for_each(|fault| println!("{fault}"));
        count += faults.len();
    }
    match count {
        0 => Ok(()),
        _ => bail!("{count} habits are broken, see above"),
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.advice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Calls a habit with files given as `(path, text)` and compares what it says as `path:line: advice`, of which
    /// `expected` need only be the beginning.
    pub(super) fn check(habit: fn(&Files) -> Vec<Fault>, files: &[(&str, &str)], expected: &[&str]) {
        let faults: Vec<String> = habit(&Files::of(files)).iter().map(Fault::to_string).collect();
        let same =
            faults.len() == expected.len() && faults.iter().zip(expected).all(|(a, b)| a.starts_with(b));
        assert!(same, "found {faults:#?}, expected {expected:#?}");
    }
}
