//! What a chart is of: a measure, from a table or a project, with what stands beside it.

use std::collections::BTreeSet;

use anyhow::bail;
use model::{
    Project, Structure,
    about::tests_of,
    cycle::Cycle,
    measure::{Measure, PhaseStart},
};
use relay::export::{is_named, measures};

/// A measure as it is drawn.
pub(in crate::command) struct Subject {
    pub(in crate::command) measure: Measure,
    pub(super) phases: Vec<PhaseStart>,
    /// Tests of what it watches.
    pub(super) cycles: Vec<Cycle>,
    /// Dates without a value.
    pub(super) gaps: BTreeSet<String>,
}

impl Subject {
    /// The measures of a project, in the plan's order.
    pub(in crate::command) fn all(project: &Project) -> Vec<Self> {
        measures(project).into_iter().map(|measure| Self::of(project, measure)).collect()
    }

    /// A measure of a project: the one of that name or id, or the only one.
    pub(in crate::command) fn of_project(project: &Project, named: Option<&str>) -> anyhow::Result<Self> {
        let all = measures(project);
        let names = || {
            let name = |measure: &&Measure| format!("{} ({})", measure.name.trim(), measure.id.as_str());
            super::plain(&all.iter().map(name).collect::<Vec<_>>().join("; "))
        };
        let is_named = |measure: &&Measure| named.is_none_or(|named| is_named(measure, named));
        let found: Vec<&Measure> = all.iter().copied().filter(is_named).collect();
        match found[..] {
            [measure] => Ok(Self::of(project, measure)),
            _ if all.is_empty() => bail!("this project has no measures"),
            [] => bail!("there is no such measure; there are {}", names()),
            _ => bail!("say --measure; there are {}", names()),
        }
    }

    fn of(project: &Project, measure: &Measure) -> Self {
        let cycles = tests_of(measure, project, &Structure::of(project)).cloned().collect();
        let phases = exchange::phases::read(measure);
        Self { phases, cycles, gaps: BTreeSet::new(), measure: measure.clone() }
    }
}
