//! `cargo xtask bench`: the figures that have a budget, as a table and as `target/bench.json`.

mod sizes;

mod programs;

use std::fs;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use crate::{app, place, say};

/// One measured figure. A program that measures prints each as a line of JSON with `name`, `value` and `unit`.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Figure {
    /// What was measured, or the program that measured it
    #[serde(default)]
    of: String,
    name: String,
    value: f64,
    unit: String,
}

/// Measures the app's files and runs every program that measures.
pub(crate) fn run() -> Result<()> {
    app::build(app::Kind::Release)?;
    let mut figures = sizes::measure(&place::dist())?;
    figures.extend(programs::run_all()?);
    say::heading("figures");
    say::table(&rows(&figures));
    let path = place::target().join("bench.json");
    fs::write(&path, serde_json::to_string_pretty(&figures)?)?;
    say::line("also in target/bench.json");
    Ok(())
}

fn rows(figures: &[Figure]) -> Vec<Vec<String>> {
    let row = |figure: &Figure| {
        let Figure { of, name, value, unit } = figure;
        vec![format!("{of}: {name}"), rounded(*value), unit.clone()]
    };
    figures.iter().map(row).collect()
}

/// As many digits as a person reads.
fn rounded(value: f64) -> String {
    match value.abs() {
        0.0..10.0 => format!("{value:.2}"),
        10.0..100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rounded_for_reading() {
        for (value, expected) in [(1.2345, "1.23"), (12.345, "12.3"), (1234.5, "1234"), (-5.0, "-5.00")] {
            assert_eq!(rounded(value), expected);
        }
    }
}
