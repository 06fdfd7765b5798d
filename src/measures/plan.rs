//! The plan as a table: every measure by kind, its last value, and what is missing.

use figure::said;
use leptos::prelude::*;
use model::MeasureId;
use model::check::{About, Says};
use model::measure::{Kind, Measure, PlanField};
use model::role::Action;
use statistics::{Assurance, Side, Variation};

use super::add::Add;
use super::edit::named;
use super::lines::{self, Reading};
use super::save::SaveMeasures;
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::view::Section;
use crate::ui::{Button, Icon, Kind as Tone};

/// The kinds in the order of the plan.
pub const KINDS: [Kind; 3] = [Kind::Outcome, Kind::Process, Kind::Balancing];

/// The plan.
#[component]
pub fn Plan() -> impl IntoView {
    let state = ProjectState::expect();
    let empty = Memo::new(move |_| state.document.measures.with(Vec::is_empty));
    let writer = move || state.role.get().may(Action::Edit);
    view! {
        <div class="measures">
            <Head />
            <Show when=move || empty.get() fallback=|| view! { <Table /> }>
                <div class="measures__empty">
                    <h2>{say().measures_empty_title()}</h2>
                    <p>{say().measures_empty()}</p>
                </div>
            </Show>
            <Show when=move || !empty.get()><div class="measures__save"><SaveMeasures /></div></Show>
            <Show when=writer><Add /></Show>
        </div>
    }
}

/// Title, the family in numbers, and the way to the wall and back.
#[component]
pub fn Head() -> impl IntoView {
    let state = ProjectState::expect();
    let family = Memo::new(move |_| {
        state.document.measures.with(|measures| {
            let kinds: Vec<Option<Kind>> = measures
                .iter()
                .filter_map(|id| state.document.measure(id))
                .map(|measure| measure.read().kind)
                .collect();
            let count = |kind| kinds.iter().filter(|of| **of == Some(kind)).count();
            [count(Kind::Outcome), count(Kind::Process), count(Kind::Balancing), kinds.len()]
        })
    });
    let said = move || {
        let [outcome, process, balancing, all] = family.get();
        if all == 0 { String::new() } else { say().measures_family(outcome, process, balancing) }
    };
    let section = state.session.view.section;
    let pressed = move |which: Section| move || (section.get() == which).to_string();
    view! {
        <header class="measures__head">
            <div class="measures__title">
                <h1 tabindex="-1" data-measures-title>{say().measures_title()}</h1>
                <p class="measures__family">{said}</p>
            </div>
            <div class="measures__ways" role="group" aria-label=say().measures_ways()>
                <Button label=say().measures_plan() icon=Icon::Outline kind=Tone::Quiet
                    attr:aria-pressed=pressed(Section::Measures) on_press=move |()| section.set(Section::Measures) />
                <Button label=say().measures_wall() icon=Icon::Measures kind=Tone::Quiet
                    attr:aria-pressed=pressed(Section::Wall) on_press=move |()| section.set(Section::Wall) />
            </div>
        </header>
    }
}

#[component]
fn Table() -> impl IntoView {
    let heads = [
        say().measures_column_name(),
        say().measures_column_latest(),
        say().measures_column_collected(),
        say().measures_column_missing(),
    ];
    view! {
        <table class="plan">
            <caption class="unseen">{say().measures_title()}</caption>
            <thead>
                <tr>{heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr>
            </thead>
            {KINDS.map(|kind| view! { <Group kind=Some(kind) /> }).collect_view()}
            <Group kind=None />
        </table>
    }
}

/// The measures of one kind; nothing where there is none.
#[component]
fn Group(kind: Option<Kind>) -> impl IntoView {
    let state = ProjectState::expect();
    let of_kind = Memo::new(move |_| {
        state.document.measures.with(|measures| {
            let is = |id: &&MeasureId| {
                state.document.measure(id).is_some_and(|measure| measure.read().kind == kind)
            };
            measures.iter().filter(is).cloned().collect::<Vec<_>>()
        })
    });
    let heading = kind.map_or(say().measures_kind_none(), |kind| say().kind(kind));
    view! {
        <tbody hidden=move || of_kind.read().is_empty()>
            <tr class="plan__kind"><th colspan="4" scope="rowgroup">{heading}</th></tr>
            <For each=move || of_kind.get() key=MeasureId::clone let:id><Row id /></For>
        </tbody>
    }
}

/// The kinds to choose from: their names and their words.
pub fn kind_options() -> Vec<(&'static str, &'static str)> {
    KINDS.map(|kind| (kind.as_str(), say().kind(kind))).to_vec()
}

#[component]
fn Row(id: MeasureId) -> impl IntoView {
    let state = ProjectState::expect();
    let Some(measure) = state.document.measure(&id).map(RwSignal::from) else { return ().into_any() };
    let reading = lines::reading(state, id.clone());
    let name = move || measure.with(|measure| named(&measure.name));
    let watched = move || measure.with(|measure| watches(&state, measure));
    let collected = move || measure.with(|measure| collected(measure));
    let lacking = {
        let id = id.clone();
        Memo::new(move |_| lacking(&state, &id))
    };
    let open = {
        let id = id.clone();
        move |_| state.session.view.show_measure(Some(id.clone()))
    };
    let chips = move || {
        let lacking = lacking.get();
        match lacking.is_empty() {
            true => view! { <span class="plan__fine">{say().measures_complete()}</span> }.into_any(),
            false => lacking
                .into_iter()
                .map(|lack| view! { <span class="plan__lack">{lack}</span> })
                .collect_view()
                .into_any(),
        }
    };
    view! {
        <tr data-measure=id.to_string()>
            <th scope="row">
                <button type="button" class="plan__name" on:click=open>{name}</button>
                <span class="plan__watched">{watched}</span>
            </th>
            <td data-label=say().measures_column_latest()>{move || reading.with(latest)}</td>
            <td data-label=say().measures_column_collected()>{collected}</td>
            <td data-label=say().measures_column_missing()>{chips}</td>
        </tr>
    }
    .into_any()
}

/// The last value with its day, and what it says of change and of the goal.
pub fn latest(reading: &Reading) -> AnyView {
    let Some((date, value)) = reading.last() else {
        return view! { <span class="plan__none">{say().measures_no_values()}</span> }.into_any();
    };
    let said = reading.chart.variation.map(variation_words);
    let goal = reading.chart.assurance.map(assurance_words);
    let sign = reading.chart.variation.map(sign);
    view! {
        <span class="plan__value">{value}</span>
        <span class="plan__date">{date}</span>
        {said.map(|said| view! { <span class="plan__said" data-sign=sign>{said}</span> })}
        {goal.map(|goal| view! { <span class="plan__said">{goal}</span> })}
    }
    .into_any()
}

/// What the latest point says, in words.
fn variation_words(variation: Variation) -> &'static str {
    match variation {
        Variation::CommonCause => say().chart_common_cause(),
        Variation::Improvement(_) => say().chart_improvement(),
        Variation::Concern(_) => say().chart_concern(),
        Variation::Neutral(_) => say().chart_neutral(),
    }
}

/// The name of its sign in the style sheet: shapes point the way the numbers go, as on charts.
fn sign(variation: Variation) -> &'static str {
    match variation {
        Variation::CommonCause => "common",
        Variation::Improvement(Side::Low) => "improvement-low",
        Variation::Improvement(_) => "improvement-high",
        Variation::Concern(Side::Low) => "concern-low",
        Variation::Concern(_) => "concern-high",
        Variation::Neutral(_) => "neutral",
    }
}

/// What the latest limits say of the goal, in words.
fn assurance_words(assurance: Assurance) -> &'static str {
    match assurance {
        Assurance::Pass => say().chart_pass(),
        Assurance::Fail => say().chart_fail(),
        Assurance::HitAndMiss => say().chart_hit_and_miss(),
    }
}

/// The cards it watches, by their texts.
fn watches(state: &ProjectState, measure: &Measure) -> String {
    let texts = measure.cards.iter().filter_map(|card| state.document.card(card)).filter_map(|card| {
        let card = card.read();
        (card.deleted.is_none() && !card.text.trim().is_empty()).then(|| card.text.trim().to_owned())
    });
    match texts.collect::<Vec<_>>() {
        none if none.is_empty() => say().measures_watches_nothing().to_owned(),
        texts => say().measures_watches(&texts.join(" · ")),
    }
}

fn collected(measure: &Measure) -> String {
    let field = |field| measure.plan.get(&field).map_or("", |text| text.trim());
    let parts =
        [say().frequency(field(PlanField::Frequency)).to_owned(), field(PlanField::Collector).to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What the open findings say is missing of a measure, in short words.
fn lacking(state: &ProjectState, id: &MeasureId) -> Vec<String> {
    let advice = state.advice.now.read();
    let about = About::Measure(id.clone());
    let findings = advice.open.iter().filter(|told| told.fact.about == about);
    let words = findings.flat_map(|told| match &told.fact.says {
        Says::PlanLacks(lacks) | Says::RatioLacks(lacks) | Says::GoalLacks(lacks) => {
            lacks.iter().map(|lack| say().lack(*lack).to_owned()).collect()
        }
        _ => vec![told.title.clone()],
    });
    words.collect()
}

/// A value with its unit.
pub fn value(value: f64, unit: &str) -> String {
    format!("{}{unit}", said::number(value, say()))
}
