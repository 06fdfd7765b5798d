//! `cargo xtask test`: sets up what is missing, runs everything, and ends in one summary.

mod steps;

mod stories;

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::say;
use steps::{STEPS, Scope, Step};

/// What became of a step.
#[derive(Debug, PartialEq)]
enum Outcome {
    Passed,
    Failed(String),
    /// A step that it needs did not pass.
    NotRun(&'static str),
}

struct Report {
    step: &'static Step,
    outcome: Outcome,
    took: Duration,
}

/// Every step, browsers included.
pub(crate) fn everything() -> Result<()> {
    finish(&run(STEPS.iter()))
}

/// The steps that need no browser.
pub(crate) fn without_browsers() -> Result<()> {
    finish(&run(STEPS.iter().filter(|step| step.scope == Scope::Always)))
}

fn run(steps: impl Iterator<Item = &'static Step>) -> Vec<Report> {
    let mut reports = Vec::new();
    for step in steps {
        say::heading(&format!("{} ({})", step.name, step.usually));
        let report = report(step, &reports);
        say::line(&line(&report));
        reports.push(report);
    }
    reports
}

fn report(step: &'static Step, earlier: &[Report]) -> Report {
    let started = Instant::now();
    let outcome = match missing(step, earlier) {
        Some(needed) => Outcome::NotRun(needed),
        None => match (step.run)() {
            Ok(()) => Outcome::Passed,
            Err(error) => Outcome::Failed(format!("{error:#}")),
        },
    };
    Report { step, outcome, took: started.elapsed() }
}

fn missing(step: &Step, earlier: &[Report]) -> Option<&'static str> {
    let passed = |name: &str| {
        earlier.iter().any(|report| report.step.name == name && report.outcome == Outcome::Passed)
    };
    step.needs.iter().copied().find(|needed| !passed(needed))
}

fn finish(reports: &[Report]) -> Result<()> {
    say::heading("summary");
    for report in reports {
        say::line(&line(report));
    }
    let failed: Vec<&Report> = reports.iter().filter(|report| report.outcome != Outcome::Passed).collect();
    println!("\n{} passed, {} failed", reports.len() - failed.len(), failed.len());
    match failed.as_slice() {
        [] => Ok(()),
        failed => {
            bail!("failed: {}", failed.iter().map(|report| report.step.name).collect::<Vec<_>>().join(", "))
        }
    }
}

fn line(report: &Report) -> String {
    let took = say::duration(report.took);
    let name = report.step.name;
    match &report.outcome {
        Outcome::Passed => format!("passed  {name} ({took})"),
        Outcome::Failed(why) => format!("FAILED  {name} ({took}): {why}"),
        Outcome::NotRun(needed) => format!("NOT RUN {name}: it needs the step “{needed}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Step = Step { name: "good", usually: "", scope: Scope::Always, needs: &[], run: || Ok(()) };
    const BAD: Step = Step { name: "bad", run: || bail!("no"), ..GOOD };

    static STEPS: [Step; 4] = [
        BAD,
        Step { name: "after bad", needs: &["bad"], ..GOOD },
        GOOD,
        Step { name: "after good", needs: &["good"], ..GOOD },
    ];

    #[test]
    fn a_failed_step_ends_only_what_needs_it() {
        let reports = run(STEPS.iter());
        let outcomes: Vec<&Outcome> = reports.iter().map(|report| &report.outcome).collect();
        let failed = Outcome::Failed("no".to_owned());
        assert_eq!(outcomes, [&failed, &Outcome::NotRun("bad"), &Outcome::Passed, &Outcome::Passed]);
        let error = finish(&reports).unwrap_err();
        assert_eq!(error.to_string(), "failed: bad, after bad");
    }

    #[test]
    fn every_needed_step_comes_before() {
        let mut seen = Vec::new();
        for step in steps::STEPS {
            assert!(step.needs.iter().all(|needed| seen.contains(needed)), "{}", step.name);
            seen.push(step.name);
        }
    }
}
