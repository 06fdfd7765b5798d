//! What was read is taken, as one step.

use std::collections::BTreeMap;

use exchange::observations::Role;
use leptos::prelude::*;
use model::Change;
use model::measure::{Measure, Observation, Value};

use super::Import;
use crate::days;
use crate::language::say;
use crate::measures::observations::events::Events;
use crate::random::random;
use crate::state::session::{LAST, Notice};
use crate::ui::{Button, Kind as Tone};

/// Takes the good rows, as one step.
#[component]
pub fn Take(
    /// What is being imported.
    import: Import,
) -> impl IntoView {
    let Import { subject, open, text, outcome, choice, .. } = import;
    let count = Memo::new(move |_| outcome.with(|outcome| outcome.observations.len()));
    let placed = move |measure: &Measure| {
        outcome.with(|outcome| {
            let has = |role: Role| choice.with(|choice| choice.columns.contains(&role));
            placed(
                measure,
                &outcome.observations,
                Speaks { notes: has(Role::Note), ghosts: has(Role::Ghost) },
            )
        })
    };
    let replaced = Memo::new(move |_| {
        subject.with(|measure| {
            let there: BTreeMap<&str, &Value> =
                measure.observations.iter().map(|one| (one.key.as_str(), &one.value)).collect();
            let is_other =
                |one: &&Observation| there.get(one.key.as_str()).is_some_and(|value| **value != one.value);
            placed(measure).iter().filter(is_other).count()
        })
    });
    let take = move |()| {
        let edit = untrack(|| {
            let all = subject.with(placed).into_iter();
            all.map(|one| Change::Observe(subject.id(), one)).collect()
        });
        if subject.state.may_edit() {
            subject.write(edit);
            let state = subject.state;
            let words = say().import_done(count.get_untracked());
            open.set(false);
            text.set(String::new());
            state
                .session
                .notify(Notice::text(words).about(LAST).with(say().project_undo(), move || state.undo()));
        }
    };
    // How days were read is seen before they are taken.
    let span = move || {
        let days = outcome.with(|outcome| {
            let mut days: Vec<String> =
                outcome.observations.iter().map(|one| one.date().to_owned()).collect();
            days.sort_unstable();
            days.first().cloned().zip(days.last().cloned())
        });
        days.map_or_else(String::new, |(from, to)| {
            say().import_span(&days::written(&from), &days::written(&to))
        })
    };
    view! {
        <p class="measures__hint">{span}</p>
        <p class="measures__hint" hidden=move || replaced.get() == 0>{move || say().import_replaces(replaced.get())}</p>
        <p class="dialog__foot">
            <Button label=say().paste_cancel() on_press=move |()| open.set(false) />
            <Button label=Signal::derive(move || say().import_take(count.get())) kind=Tone::Filled
                blocked=Signal::derive(move || count.get() == 0) on_press=take />
        </p>
    }
}

/// What a table speaks of beside days and values.
struct Speaks {
    notes: bool,
    ghosts: bool,
}

/// What came in, under the keys it is kept by; what the table does not speak of stays as it is.
fn placed(measure: &Measure, came: &[Observation], speaks: Speaks) -> Vec<Observation> {
    let there: BTreeMap<&str, &Observation> =
        measure.observations.iter().map(|one| (one.key.as_str(), one)).collect();
    let mut events = Events::beside(&measure.observations);
    let is_of_events = measure.calendar().is_none();
    let place = |one: &Observation| {
        let key = if is_of_events {
            events.key(one.date(), Some(&one.value), || random() as u32)
        } else {
            one.key.clone()
        };
        let old = there.get(key.as_str());
        let note = old.filter(|_| !speaks.notes).map_or_else(|| one.note.clone(), |old| old.note.clone());
        let ghost = old.filter(|_| !speaks.ghosts).map_or(one.ghost, |old| old.ghost);
        Observation { key, note, ghost, value: one.value.clone() }
    };
    came.iter().map(place).collect()
}
