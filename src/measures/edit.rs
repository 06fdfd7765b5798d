//! What is done to a measure, each as one step of undo.

use std::sync::Arc;

use leptos::prelude::*;
use model::diagram::Deleted;
use model::edit::MeasureField;
use model::measure::{Kind, Measure, PlanField, PlanNumber};
use model::role::Action;
use model::{Change, Edit, MeasureId, Order};

use crate::language::say;
use crate::random::random;
use crate::state::ProjectState;
use crate::state::session::{LAST, Notice};

/// The measure whose page one is on.
#[derive(Clone, Copy)]
pub struct Subject {
    /// The state of the page.
    pub state: ProjectState,
    id: StoredValue<MeasureId>,
    measure: RwSignal<Arc<Measure>>,
}

impl Subject {
    /// A measure; none when it never was there.
    pub fn new(state: ProjectState, id: MeasureId) -> Option<Self> {
        let measure = RwSignal::from(state.document.measure(&id)?);
        Some(Self { state, id: StoredValue::new(id), measure })
    }

    /// Its id.
    pub fn id(self) -> MeasureId {
        self.id.get_value()
    }

    /// Looks at it, and listens.
    pub fn with<T>(self, look: impl FnOnce(&Measure) -> T) -> T {
        self.measure.with(|measure| look(measure))
    }

    /// Looks at it, without listening.
    pub fn now<T>(self, look: impl FnOnce(&Measure) -> T) -> T {
        self.measure.with_untracked(|measure| look(measure))
    }

    /// A part of it, told only when it changes.
    pub fn part<Part: PartialEq + Send + Sync + 'static>(self, part: fn(&Measure) -> Part) -> Memo<Part> {
        Memo::new(move |_| self.with(part))
    }

    /// A text of its plan.
    pub fn plan(self, field: PlanField) -> Memo<String> {
        Memo::new(move |_| self.with(|measure| measure.plan.get(&field).cloned().unwrap_or_default()))
    }

    /// A number of its plan.
    pub fn number(self, field: PlanNumber) -> Memo<Option<f64>> {
        Memo::new(move |_| self.with(|measure| measure.numbers.get(&field).copied()))
    }

    /// Whether one may only read.
    pub fn reader(self) -> bool {
        !self.state.role.get().may(Action::Edit)
    }

    /// Sets a field, as a step of its own; nothing where it says so already.
    pub fn set(self, field: MeasureField) {
        self.set_all([field]);
    }

    /// Sets fields together, as one step.
    pub fn set_all(self, fields: impl IntoIterator<Item = MeasureField>) {
        // What is said as the page goes has no measure any more.
        let Some(id) = self.id.try_get_value() else { return };
        let fields: Vec<_> =
            self.now(|measure| fields.into_iter().filter(|field| !says(measure, field)).collect());
        self.write(fields.into_iter().map(|field| Change::Measure(id.clone(), field)).collect());
    }

    /// Writes changes as one step.
    pub fn write(self, edit: Edit) {
        self.state.seal();
        self.state.dispatch(&edit);
        self.state.seal();
    }
}

/// Whether a measure says so already.
fn says(measure: &Measure, field: &MeasureField) -> bool {
    match field {
        MeasureField::Kind(kind) => measure.kind == *kind,
        MeasureField::Direction(direction) => measure.direction == *direction,
        MeasureField::Plan(field, text) => measure.plan.get(field).map_or("", String::as_str) == text,
        MeasureField::Number(field, number) => measure.numbers.get(field).copied() == *number,
        MeasureField::GoalDate(date) => measure.goal_date == *date,
        MeasureField::Screen(screen) => measure.screen == *screen,
        MeasureField::Order(order) => measure.order == *order,
        MeasureField::Deleted(deleted) => measure.deleted == *deleted,
    }
}

/// Adds a measure at the end of the plan, and opens its page.
pub fn add(state: &ProjectState, name: &str, kind: Option<Kind>) {
    if !state.may_edit() {
        return;
    }
    let id = MeasureId::from_random(random());
    let last = state
        .document
        .with_project(|project| project.measures.values().map(|measure| measure.order.clone()).max());
    let order = Order::between(last.as_ref(), None, random() as u64);
    let mut measure = Measure { kind, order, ..Measure::new(id.clone(), name.trim()) };
    for (begin, calculation, unit) in begins() {
        if name.trim().starts_with(begin.trim_end_matches('…').trim_end()) {
            measure.plan.insert(PlanField::Calculation, calculation.to_owned());
            measure.plan.extend((!unit.is_empty()).then(|| (PlanField::Unit, unit.to_owned())));
        }
    }
    state.seal();
    state.dispatch(&Edit::one(Change::AddMeasure(Box::new(measure))));
    state.seal();
    state.session.view.show_measure(Some(id));
}

/// How names of measures begin, and what that says is computed, in which unit.
pub fn begins() -> [(&'static str, &'static str, &'static str); 3] {
    [
        (say().measures_number_of(), "count", ""),
        (say().measures_percent_of(), "percent", "%"),
        (say().measures_rate_of(), "rate", ""),
    ]
}

/// Deletes a measure with its data, says so, and offers to take it back.
pub fn delete(subject: Subject) {
    let Subject { state, .. } = subject;
    if !state.may_edit() {
        return;
    }
    let name = subject.now(|measure| measure.name.clone());
    let by = state.session.pen().by;
    state.session.view.show_measure(None);
    subject.set(MeasureField::Deleted(Some(Deleted { by, at: js_sys::Date::now() })));
    let words = say().measures_deleted(&named(&name));
    state.session.notify(Notice::text(words).about(LAST).with(say().project_undo(), move || state.undo()));
}

/// A measure's name, or that it has none.
pub fn named(name: &str) -> String {
    let name = name.trim();
    if name.is_empty() { say().measures_unnamed().to_owned() } else { name.to_owned() }
}
