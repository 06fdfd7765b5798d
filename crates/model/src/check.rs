//! Advice on a project: what a guide to driver diagrams would say of it (rules V). It never blocks anything.
//!
//! Every rule is advice with a source; what cannot be told from the data is not said. Rules that look for words know
//! English and Welsh, by the project's language, and are silent in any other.

mod aim;
mod alike;
mod cycles;
mod drivers;
mod ground;
mod ideas;
mod lexicon;
mod links;
mod measures;
mod pattern;
mod rule;
mod says;
mod team;
mod text;
mod when;

use std::collections::{BTreeMap, BTreeSet};

/// A day of the calendar.
pub use chrono::NaiveDate as Date;

use crate::{
    diagram::LinkKey,
    id::{CardId, CycleId, MeasureId},
    project::Project,
    structure::Structure,
};
use ground::Ground;
pub use rule::{Heading, Rule};
pub use says::{Lack, Says};

/// One piece of advice.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule it comes from.
    pub rule: Rule,
    /// What it is about: where "go there" leads.
    pub about: About,
    /// What it says, with the facts of its sentence.
    pub says: Says,
    /// The cards it speaks of, in the order of the diagram, where they are not the one it is about.
    pub cards: Vec<CardId>,
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The project as a whole.
    Project,
    /// A card.
    Card(CardId),
    /// A link.
    Link(LinkKey),
    /// A measure.
    Measure(MeasureId),
    /// A PDSA cycle.
    Cycle(CycleId),
}

impl About {
    /// Its kind, as in files: project, card, link, measure or cycle.
    pub fn kind(&self) -> &'static str {
        match self {
            About::Project => "project",
            About::Card(_) => "card",
            About::Link(_) => "link",
            About::Measure(_) => "measure",
            About::Cycle(_) => "cycle",
        }
    }

    /// Its id; `*`, which is no id (rule D1), for the project as a whole.
    pub fn id(&self) -> String {
        match self {
            About::Project => "*".to_owned(),
            About::Card(card) => card.to_string(),
            About::Link(LinkKey { from, to }) => format!("{from}>{to}"),
            About::Measure(measure) => measure.to_string(),
            About::Cycle(cycle) => cycle.to_string(),
        }
    }

    /// What is written there, to tell it from others: a card's text, a measure's name, a cycle's title.
    pub fn text(&self, project: &Project) -> String {
        let card = |id: &CardId| project.cards.get(id).map_or("", |card| &card.text);
        match self {
            About::Project => project.title.clone(),
            About::Card(id) => card(id).to_owned(),
            About::Link(LinkKey { from, to }) => format!("{} → {}", card(from), card(to)),
            About::Measure(id) => {
                project.measures.get(id).map_or(String::new(), |measure| measure.name.clone())
            }
            About::Cycle(id) => {
                let title =
                    |cycle: &crate::cycle::Cycle| cycle.text(crate::cycle::CycleText::Title).to_owned();
                project.cycles.get(id).map_or(String::new(), title)
            }
        }
    }
}

impl Finding {
    fn new(rule: Rule, about: About, says: Says) -> Self {
        Self { rule, about, says, cards: Vec::new() }
    }

    fn with(self, cards: Vec<CardId>) -> Self {
        Self { cards, ..self }
    }

    /// Its heading.
    pub fn heading(&self) -> Heading {
        self.rule.heading()
    }

    /// Its name among what was dismissed, [`Project::dismissed`]: `VD2/p1`, or `VI1/*` for the project as a whole.
    pub fn key(&self) -> String {
        self.rule.key(&self.about)
    }

    /// Whether the team said that this is not for them: this finding, or all that its rule would gather into one.
    pub fn is_dismissed(&self, project: &Project) -> bool {
        self.rule.is_dismissed(&self.about, project)
    }
}

impl Rule {
    /// The name of a finding of this rule among what was dismissed.
    pub fn key(self, about: &About) -> String {
        format!("{}/{}", self.id(), about.id())
    }

    /// Whether the team said of a finding of this rule, or of all that the rule would gather, that it is not for them.
    pub fn is_dismissed(self, about: &About, project: &Project) -> bool {
        // most projects dismissed nothing
        !project.dismissed.is_empty()
            && (project.dismissed.contains(&self.key(about))
                || (self.gathers() && project.dismissed.contains(&self.key(&About::Project))))
    }
}

/// Above so many findings of a rule, they are one finding about the project: sixty lines are no advice.
const MOST_ALIKE: usize = 5;

/// Everything there is to say about a project on a day, by heading, then by rule, then in the order of the diagram.
/// What the team dismissed is among it: [`split`] tells them apart.
pub fn check(project: &Project, today: Date) -> Vec<Finding> {
    check_with(project, &Structure::of(project), today)
}

/// The same for whoever has the project's own structure at hand.
pub fn check_with(project: &Project, structure: &Structure, today: Date) -> Vec<Finding> {
    let ground = Ground::of(project, structure, today);
    let mut findings = Vec::new();
    for look in [
        aim::look,
        drivers::look,
        ideas::look,
        alike::look,
        links::look,
        measures::look,
        cycles::look,
        team::look,
    ] {
        look(&ground, &mut findings);
    }
    let mut findings = gathered(project, findings);
    crate::sort::by_key(&mut findings, |finding| {
        (finding.heading(), finding.rule, ground.place(&finding.about))
    });
    findings
}

/// The findings that are open, and those that were dismissed, both in their order.
pub fn split(project: &Project, findings: Vec<Finding>) -> (Vec<Finding>, Vec<Finding>) {
    findings.into_iter().partition(|finding| !finding.is_dismissed(project))
}

/// Many findings of one rule become one. What was dismissed by itself stays by itself, so that it can be brought back.
fn gathered(project: &Project, findings: Vec<Finding>) -> Vec<Finding> {
    let mut counts: BTreeMap<Rule, usize> = BTreeMap::new();
    let gathers = |finding: &Finding| {
        finding.rule.gathers()
            && finding.about != About::Project
            && !project.dismissed.contains(&finding.key())
    };
    for finding in findings.iter().filter(|finding| gathers(finding)) {
        *counts.entry(finding.rule).or_default() += 1;
    }
    let many: BTreeSet<Rule> =
        counts.iter().filter(|(_, count)| **count > MOST_ALIKE).map(|(rule, _)| *rule).collect();
    let (alike, mut findings): (Vec<_>, Vec<_>) =
        findings.into_iter().partition(|finding| gathers(finding) && many.contains(&finding.rule));
    for rule in many {
        let cards =
            alike.iter().filter(|finding| finding.rule == rule).filter_map(|finding| match &finding.about {
                About::Card(card) => Some(card.clone()),
                _ => None,
            });
        let one = Finding::new(rule, About::Project, Says::Many(counts[&rule]));
        findings.push(one.with(cards.collect()));
    }
    findings
}
