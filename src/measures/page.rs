//! One measure: what it is first, then its numbers beside what they say, then the rest of its plan.

use leptos::prelude::*;
use model::check::About;
use model::measure::Direction;
use model::{MeasureId, TextField};

use super::chart::ChartOf;
use super::edit::{self, Subject, named};
use super::fields::More;
use super::lines;
use super::observations::Data;
use super::plan::kind_options;
use super::watches::Watches;
use crate::diagram::live_field::{LiveField, Rows};
use crate::language::say;
use crate::pages::project::details::segments::Segments;
use crate::state::ProjectState;
use crate::ui::{Button, Icon, IconButton, Kind as Tone, after_paint, focus_at, unique_id};

/// The page.
#[component]
pub fn Page(
    /// The measure.
    id: MeasureId,
) -> impl IntoView {
    let state = ProjectState::expect();
    let Some(subject) = Subject::new(state, id.clone()) else { return ().into_any() };
    let reading = lines::reading(state, id.clone());
    let reader = Memo::new(move |_| subject.reader());
    let name = subject.part(|measure| measure.name.clone());
    let said = move || named(&name.get());
    let first = if subject.now(|measure| measure.name.is_empty()) {
        "[data-measure-name]"
    } else {
        "[data-measures-title]"
    };
    after_paint(move || {
        focus_at(first);
    });
    view! {
        <article class="measure" data-measure=id.to_string() aria-label=said>
            <header class="measure__head">
                <IconButton label=say().measures_all() icon=Icon::ArrowLeft on_press=move |()| state.session.view.show_measure(None) />
                <h1 class="unseen" tabindex="-1" data-measures-title>{said}</h1>
                <LiveField field=TextField::MeasureName(id.clone()) text=name rows=Rows::One
                    attr:class="measure__name" attr:aria-label=say().measures_name() attr:placeholder=say().measures_unnamed()
                    attr:maxlength="300" attr:data-measure-name="" />
            </header>
            <div class="measure__body">
                <div class="measure__what">
                    <Definition subject />
                    <fieldset class="measure__choices" disabled=move || reader.get()>
                        <KindOf subject />
                        <DirectionOf subject />
                    </fieldset>
                    <div class="measure__choices">
                        <Watches subject reader />
                        <Advised id=id.clone() />
                    </div>
                </div>
                <ChartOf subject reading reader />
                <Data subject reader />
                <More subject reader />
                <Show when=move || !reader.get()>
                    <p class="measure__end"><Button label=say().measures_delete() icon=Icon::Delete kind=Tone::Quiet on_press=move |()| edit::delete(subject) /></p>
                </Show>
            </div>
        </article>
    }
    .into_any()
}

#[component]
fn Definition(subject: Subject) -> impl IntoView {
    let text = subject.part(|measure| measure.definition.clone());
    let (id, hint) = (unique_id("definition"), unique_id("definition-hint"));
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{say().measures_definition()}</label>
            <p class="field__hint" id=hint.clone()>{say().measures_definition_hint()}</p>
            <LiveField field=TextField::MeasureDefinition(subject.id()) text rows=Rows::Prose(3)
                attr:id=id attr:class="field__input" attr:aria-describedby=hint />
        </div>
    }
}

#[component]
fn KindOf(subject: Subject) -> impl IntoView {
    let now = subject.part(|measure| measure.kind.map_or("", |kind| kind.as_str()));
    view! {
        <Segments label=say().measures_kind() now options=kind_options()
            on_choose=move |name: &'static str| subject.set(model::edit::MeasureField::Kind(name.parse().ok())) />
    }
}

#[component]
fn DirectionOf(subject: Subject) -> impl IntoView {
    let now = subject.part(|measure| measure.direction.map_or("", |direction| direction.as_str()));
    let options = vec![
        (Direction::Up.as_str(), say().measures_up()),
        (Direction::Down.as_str(), say().measures_down()),
        (Direction::Neither.as_str(), say().measures_neither()),
    ];
    view! {
        <Segments label=say().measures_better() now options
            on_choose=move |name: &'static str| subject.set(model::edit::MeasureField::Direction(name.parse().ok())) />
    }
}

/// What guides would advise on this measure.
#[component]
fn Advised(id: MeasureId) -> impl IntoView {
    let state = ProjectState::expect();
    let about = About::Measure(id);
    let found = Memo::new(move |_| {
        let advice = state.advice.now.read();
        let of_it = advice.open.iter().filter(|told| told.fact.about == about);
        of_it
            .map(|told| (told.title.clone(), told.advice.map_or("", |advice| advice.why)))
            .collect::<Vec<_>>()
    });
    let row = |(title, why): (String, &'static str)| view! { <li>{title}<span class="measures__hint">{why}</span></li> };
    view! {
        <Show when=move || !found.read().is_empty()>
            <section class="measure__advice">
                <h2 class="field__label">{say().measures_advice()}</h2>
                <ul>{move || found.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}
