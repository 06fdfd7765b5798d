//! What a chart is of: a measure, from a table or a project, with what stands beside it.

use std::collections::BTreeSet;

use anyhow::bail;
use model::{
    Project,
    cycle::Cycle,
    measure::{Measure, PhaseStart},
};

/// A measure as it is drawn.
pub(super) struct Subject {
    pub(super) measure: Measure,
    pub(super) phases: Vec<PhaseStart>,
    /// Tests of what it watches.
    pub(super) cycles: Vec<Cycle>,
    /// Dates without a value.
    pub(super) gaps: BTreeSet<String>,
}

impl Subject {
    /// A measure of a project: the one of that name or id, or the only one.
    pub(super) fn of_project(project: &Project, named: Option<&str>) -> anyhow::Result<Self> {
        let all: Vec<&Measure> =
            project.measures.values().filter(|measure| measure.deleted.is_none()).collect();
        let names = || {
            let name = |measure: &&Measure| format!("{} ({})", measure.name.trim(), measure.id.as_str());
            super::plain(&all.iter().map(name).collect::<Vec<_>>().join("; "))
        };
        let is_named = |measure: &&&Measure| {
            named.is_none_or(|named| measure.id.as_str() == named || measure.name.trim() == named.trim())
        };
        let found: Vec<&&Measure> = all.iter().filter(is_named).collect();
        let measure = match &found[..] {
            [measure] => (**measure).clone(),
            _ if all.is_empty() => bail!("this project has no measures"),
            [] => bail!("there is no such measure; there are {}", names()),
            _ => bail!("say --measure; there are {}", names()),
        };
        let is_test = |cycle: &&Cycle| cycle.idea.as_ref().is_some_and(|idea| measure.cards.contains(idea));
        let cycles = project.cycles.values().filter(is_test).cloned().collect();
        Ok(Self { phases: exchange::phases::read(&measure), cycles, gaps: BTreeSet::new(), measure })
    }
}
