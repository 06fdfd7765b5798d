//! What the numbers of a measure say: computed when it changes, and only then.

use std::sync::Arc;

use figure::{ChartLook, measured, said};
use leptos::prelude::*;
use model::MeasureId;
use model::about::tests_of;
use model::measure::Measure;
use statistics::Chart;

use super::plan;
use crate::language::say;
use crate::state::ProjectState;

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
}

/// Reads a measure now, and again whenever it changes.
pub fn reading(state: ProjectState, id: MeasureId) -> Memo<Reading> {
    let measure = state.document.measure(&id).map(RwSignal::from);
    Memo::new(move |_| {
        state.document.cycles.track();
        state.document.structure.track();
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
