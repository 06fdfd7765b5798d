//! What the numbers of a measure say: computed when it changes, and only then.

use std::sync::Arc;

use figure::{ChartLook, measured, said};
use leptos::prelude::*;
use model::MeasureId;
use model::about::tests_of;
use model::measure::Measure;
use statistics::{Assurance, Chart, Phase, Standing, Variation};

use super::plan;
use crate::language::say;
use crate::state::ProjectState;

/// How often a measure is collected: the names that a plan keeps.
pub const FREQUENCIES: [&str; 6] = ["daily", "weekly", "monthly", "quarterly", "yearly", "each event"];

/// The chart of a measure with what stands beside its numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What the numbers say.
    pub chart: Arc<Chart>,
    /// What stands beside them.
    pub look: Arc<ChartLook>,
}

impl Reading {
    /// The latest point that counts: its day and its value, in words.
    pub fn last(&self) -> Option<(String, String)> {
        let point = self.chart.points.get(self.chart.latest()?)?;
        Some((said::date(point.day, say()), plan::value(point.value?, &self.look.unit)))
    }

    /// What the latest point says, where lines are shown.
    pub fn variation(&self) -> Option<Variation> {
        self.chart.variation.filter(|_| self.standing() > Standing::None)
    }

    /// What the latest limits say of the goal, where they can be trusted.
    pub fn assurance(&self) -> Option<Assurance> {
        self.chart.assurance.filter(|_| self.standing() == Standing::Full)
    }

    fn standing(&self) -> Standing {
        self.chart.phases.last().map_or(Standing::None, Phase::standing)
    }
}

/// Reads a measure now, and again whenever it changes.
pub fn reading(state: ProjectState, id: MeasureId) -> Memo<Reading> {
    let measure = state.document.measure(&id).map(RwSignal::from);
    Memo::new(move |_| {
        state.document.cycles.track();
        match measure {
            Some(measure) => measure.with(|measure| read(&state, measure)),
            None => read(&state, &Measure::new(id.clone(), "")),
        }
    })
}

fn read(state: &ProjectState, measure: &Measure) -> Reading {
    let phases = exchange::phases::read(measure);
    let chart = measured::chart(measure, &phases);
    let look = state.document.with_project(|project| {
        let structure = state.document.structure.get_untracked();
        measured::look(measure, &phases, tests_of(measure, project, &structure), say())
    });
    Reading { chart: Arc::new(chart), look: Arc::new(look) }
}
