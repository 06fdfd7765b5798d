//! The programs that measure: an example named `bench` in the crate that has a budget.

use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::Figure;
use crate::tools::Browser;
use crate::{command, place, say, surroundings};

/// A program that measures, the file that it is built from, and what it needs.
struct Program {
    name: &'static str,
    file: &'static str,
    package: &'static str,
    needs: Needs,
}

#[derive(PartialEq)]
enum Needs {
    Nothing,
    /// The relay's program in release
    Relay,
    /// The same, and a browser
    Browser,
}

const PROGRAMS: &[Program] = &[
    Program {
        name: "checking",
        file: "crates/model/examples/bench.rs",
        package: "model",
        needs: Needs::Nothing,
    },
    Program {
        name: "statistics",
        file: "crates/statistics/examples/bench.rs",
        package: "statistics",
        needs: Needs::Nothing,
    },
    Program {
        name: "layout",
        file: "crates/figure/examples/bench.rs",
        package: "figure",
        needs: Needs::Nothing,
    },
    Program {
        name: "merging",
        file: "crates/document/examples/bench.rs",
        package: "document",
        needs: Needs::Nothing,
    },
    Program { name: "relay", file: "relay/examples/bench.rs", package: "relay", needs: Needs::Relay },
    Program {
        name: "browser",
        file: "tests/examples/bench/main.rs",
        package: "stories",
        needs: Needs::Browser,
    },
];

/// Runs the programs that exist and collects their figures; one that fails is reported and does not stop the others.
pub(super) fn run_all() -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for program in PROGRAMS {
        say::heading(&format!("measuring: {}", program.name));
        if !place::root().join(program.file).exists() {
            say::line(&format!("left out, because {} does not exist", program.file));
            continue;
        }
        match run(program) {
            Ok(more) => figures.extend(more),
            Err(error) => say::line(&format!("FAILED: {error:#}")),
        }
    }
    Ok(figures)
}

fn run(program: &Program) -> Result<Vec<Figure>> {
    if program.needs != Needs::Nothing {
        command::run(&mut command::cargo(["build", "--release", "--package", "relay"]))?;
    }
    let mut command =
        command::cargo(["run", "--release", "--package", program.package, "--example", "bench"]);
    if program.needs == Needs::Browser {
        surroundings::tell_browser(&mut command, Browser::Chromium)?;
    }
    surroundings::tell_places(&mut command, "release");
    Ok(figures(program.name, &output(&mut command)?))
}

/// What a program prints; its complaints go to the reader as they come.
fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().context("cannot start cargo")?;
    anyhow::ensure!(output.status.success(), "the program ended with {}", output.status);
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Lines that are no figures are what the program says to its reader.
fn figures(of: &str, output: &str) -> Vec<Figure> {
    let mut figures = Vec::new();
    for line in output.lines() {
        match serde_json::from_str::<Figure>(line) {
            Ok(figure) => figures.push(Figure { of: of.to_owned(), ..figure }),
            Err(_) => say::line(line),
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_from_lines_of_json() {
        let output = "a word\n{\"name\": \"1,000 cards\", \"value\": 4.2, \"unit\": \"ms\"}\n";
        let expected = Figure {
            of: "layout".to_owned(),
            name: "1,000 cards".to_owned(),
            value: 4.2,
            unit: "ms".to_owned(),
        };
        assert_eq!(figures("layout", output), [expected]);
    }
}
