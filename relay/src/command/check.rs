//! `tributary check`: what there is to say about a project file (rules V).

use std::path::PathBuf;

use model::{
    Project,
    check::{self, Date, Finding, Heading},
};
use serde_json::json;
use words::{Language, Words, finding};

use super::{language, plain, read_project, say};

/// What `tributary check` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A project JSON
    file: PathBuf,
    /// Print the findings as JSON
    #[arg(long)]
    json: bool,
    /// The language of the findings
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
}

/// Prints the findings; that there are some is no failure.
pub(crate) fn run(Arguments { file, json, language }: Arguments) -> anyhow::Result<()> {
    let project = read_project(&file)?;
    let findings = check::check(&project, today());
    let said = Said { words: Words::new(language), project: &project };
    if json {
        said.print_json(&findings)
    } else {
        said.print(findings)
    };
    Ok(())
}

/// The day at Greenwich, as the relay knows no other.
fn today() -> Date {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    let days = i32::try_from(relay::clock::now() / DAY).unwrap_or_default();
    Date::from_epoch_days(days).unwrap_or_default()
}

struct Said<'a> {
    words: Words,
    project: &'a Project,
}

impl Said<'_> {
    fn print_json(&self, findings: &[Finding]) {
        let findings: Vec<_> = findings.iter().map(|finding| self.json(finding)).collect();
        say!("{:#}", json!({ "findings": findings }));
    }

    fn json(&self, finding: &Finding) -> serde_json::Value {
        let sentences = finding::sentences(self.words, finding, self.project);
        let cards: Vec<&str> = finding.cards.iter().map(|card| card.as_str()).collect();
        json!({
            "rule": finding.rule.id(),
            "heading": finding.heading().as_str(),
            "about": {
                "kind": finding.about.kind(),
                "id": finding.about.id(),
                "text": finding.about.text(self.project),
            },
            "cards": cards,
            "title": sentences.title,
            "why": sentences.why,
            "source": sentences.source,
            "dismissed": finding.is_dismissed(self.project),
        })
    }

    fn print(&self, findings: Vec<Finding>) {
        let (open, dismissed) = check::split(self.project, findings);
        for heading in Heading::ALL {
            let under = open.iter().filter(|finding| finding.heading() == heading);
            let texts: Vec<String> = under.map(|finding| self.text(finding)).collect();
            if !texts.is_empty() {
                say!("{}\n\n{}\n", self.words.heading(heading), texts.join("\n\n"));
            }
        }
        match open.len() {
            0 => say!("{}", self.words.check_nothing()),
            count => say!("{}", self.words.check_summary(count)),
        }
        if !dismissed.is_empty() {
            say!("{}", self.words.check_summary_dismissed(dismissed.len()));
        }
    }

    /// Four lines: what, about what, why, and who says so.
    fn text(&self, finding: &Finding) -> String {
        let words = self.words;
        let sentences = finding::sentences(words, finding, self.project);
        let about = plain(&finding.about.text(self.project));
        format!(
            "  {:<4} {}\n       {}: {about}\n       {}: {}\n       {}: {}",
            finding.rule.id(),
            plain(&sentences.title),
            words.check_about(),
            words.check_why(),
            sentences.why,
            words.check_source(),
            sentences.source,
        )
    }
}
