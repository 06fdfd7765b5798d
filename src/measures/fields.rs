//! The rest of a measure's plan, behind "More fields": one table says what is asked, in which order, and how.

use std::collections::BTreeSet;

use figure::measured::CALCULATIONS;
use leptos::{ev, prelude::*};
use model::Project;
use model::edit::MeasureField;
use model::measure::{PlanField, PlanNumber};
use model::period::Frequency;
use words::Words;

use super::edit::Subject;
use crate::language::say;
use crate::pages::project::details::whole::{Kind, WholeField};
use crate::ui::{Icon, IconSize, IconView, unique_id};

type Said = fn(Words) -> &'static str;

/// How a field is asked for.
#[derive(Clone, Copy)]
enum Asked {
    Line(PlanField),
    Prose(PlanField),
    Frequency,
    Calculation,
    Number(PlanNumber),
    Day(PlanField),
    GoalDay,
}

/// A group of fields: its heading, and each with its words.
struct Group {
    heading: Said,
    fields: &'static [(Said, Asked)],
}

/// The fields that are sought first stand first.
const GROUPS: [Group; 4] = [
    Group {
        heading: Words::plan_group_how,
        fields: &[
            (Words::plan_frequency, Asked::Frequency),
            (Words::plan_source, Asked::Line(PlanField::Source)),
            (Words::plan_collector, Asked::Line(PlanField::Collector)),
            (Words::plan_reviewer, Asked::Line(PlanField::Reviewer)),
            (Words::plan_method, Asked::Line(PlanField::Method)),
            (Words::plan_sampling, Asked::Line(PlanField::Sampling)),
            (Words::plan_electronic, Asked::Line(PlanField::Electronic)),
            (Words::plan_start, Asked::Day(PlanField::Start)),
        ],
    },
    Group {
        heading: Words::plan_group_what,
        fields: &[
            (Words::plan_calculation, Asked::Calculation),
            (Words::plan_numerator, Asked::Line(PlanField::Numerator)),
            (Words::plan_denominator, Asked::Line(PlanField::Denominator)),
            (Words::plan_unit, Asked::Line(PlanField::Unit)),
            (Words::plan_multiplier, Asked::Number(PlanNumber::Multiplier)),
            (Words::plan_population, Asked::Line(PlanField::Population)),
            (Words::plan_stratification, Asked::Line(PlanField::Stratification)),
        ],
    },
    Group {
        heading: Words::plan_group_goal,
        fields: &[
            (Words::plan_goal, Asked::Number(PlanNumber::GoalValue)),
            (Words::plan_goal_date, Asked::GoalDay),
            (Words::plan_baseline_value, Asked::Number(PlanNumber::BaselineValue)),
            (Words::plan_baseline, Asked::Line(PlanField::Baseline)),
        ],
    },
    Group {
        heading: Words::plan_group_why,
        fields: &[
            (Words::plan_purpose, Asked::Prose(PlanField::Purpose)),
            (Words::plan_action, Asked::Prose(PlanField::Action)),
            (Words::plan_reporting, Asked::Line(PlanField::Reporting)),
            (Words::plan_display, Asked::Line(PlanField::Display)),
        ],
    },
];

/// All other fields of the plan.
#[component]
pub fn More(
    /// The measure.
    subject: Subject,
    /// Whether one may only read.
    reader: Memo<bool>,
) -> impl IntoView {
    let group = move |group: &'static Group| {
        let field = |(words, asked): &'static (Said, Asked)| one(subject, words(say()), *asked);
        view! {
            <fieldset class="more__group" disabled=move || reader.get()>
                <legend class="details__heading">{(group.heading)(say())}</legend>
                {group.fields.iter().map(field).collect_view()}
            </fieldset>
        }
    };
    view! {
        <details class="more">
            <summary class="more__summary">{say().measures_more()}</summary>
            <div class="more__groups">{GROUPS.iter().map(group).collect_view()}</div>
        </details>
    }
}

fn one(subject: Subject, label: &'static str, asked: Asked) -> AnyView {
    match asked {
        Asked::Line(field) => whole(subject, field, label, Kind::Line(used(field))),
        Asked::Prose(field) => whole(subject, field, label, Kind::Prose),
        Asked::Number(number) => view! { <NumberField subject number label /> }.into_any(),
        Asked::Day(field) => {
            let set = move |date| MeasureField::Plan(field, date);
            view! { <DateField subject now=subject.plan(field) set label /> }.into_any()
        }
        Asked::GoalDay => {
            let now = subject.part(|measure| measure.goal_date.clone());
            view! { <DateField subject now set=MeasureField::GoalDate label /> }.into_any()
        }
        Asked::Frequency => {
            let options = Frequency::NAMED.map(|(name, _)| (name, say().frequency(name))).to_vec();
            view! { <Choice subject field=PlanField::Frequency label options /> }.into_any()
        }
        Asked::Calculation => {
            let options = CALCULATIONS.map(|(name, _)| (name, say().calculation(name))).to_vec();
            view! { <Choice subject field=PlanField::Calculation label options /> }.into_any()
        }
    }
}

fn whole(subject: Subject, field: PlanField, label: &'static str, kind: Kind) -> AnyView {
    let finish = move |written: String| {
        subject.set(MeasureField::Plan(field, written.trim().to_owned()));
        None
    };
    view! { <WholeField label value=subject.plan(field) kind finish /> }.into_any()
}

/// The words that other measures of the project have in such a field: people, sources and units come again.
fn used(field: PlanField) -> fn(&Project) -> BTreeSet<String> {
    fn of<const FIELD: usize>(project: &Project) -> BTreeSet<String> {
        let there = project.measures.values().filter(|measure| measure.deleted.is_none());
        there.filter_map(|measure| measure.plan.get(&PlanField::ALL[FIELD]).cloned()).collect()
    }
    match field {
        PlanField::Source => of::<{ PlanField::Source as usize }>,
        PlanField::Collector => of::<{ PlanField::Collector as usize }>,
        PlanField::Reviewer => of::<{ PlanField::Reviewer as usize }>,
        PlanField::Unit => of::<{ PlanField::Unit as usize }>,
        PlanField::Method => of::<{ PlanField::Method as usize }>,
        _ => |_| BTreeSet::new(),
    }
}

/// One of a few words; what a plan says in other words stays among them.
#[component]
fn Choice(
    subject: Subject,
    field: PlanField,
    label: &'static str,
    options: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let now = subject.plan(field);
    let id = unique_id("choice");
    let named: Vec<&'static str> = options.iter().map(|(name, _)| *name).collect();
    let other = move || Some(now.get()).filter(|now| !now.is_empty() && !named.contains(&now.as_str()));
    let option = move |(name, words): (&'static str, &'static str)| {
        view! { <option value=name prop:selected=move || now.get() == name>{words}</option> }
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <select id=id class="field__input"
                on:change=move |event| subject.set(MeasureField::Plan(field, event_target_value(&event)))>
                <option value="" prop:selected=move || now.read().is_empty()>{say().details_not_said()}</option>
                {move || other().map(|other| view! { <option value=other.clone() selected>{other.clone()}</option> })}
                {options.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}

/// A number of the plan; letters are told at once and stay in the field.
#[component]
pub fn NumberField(
    /// The measure.
    subject: Subject,
    /// Which number.
    number: PlanNumber,
    /// What is asked.
    label: &'static str,
) -> impl IntoView {
    let now = subject.number(number);
    let value = Memo::new(move |_| now.get().map(|number| number.to_string()).unwrap_or_default());
    let finish = move |written: String| {
        let written = written.trim();
        let read = if written.is_empty() {
            Some(None)
        } else {
            exchange::observations::number_of(written).ok().map(Some)
        };
        let is_count = matches!(number, PlanNumber::Shift | PlanNumber::Trend | PlanNumber::Freeze);
        match read {
            Some(Some(read)) if is_count && (read.fract() != 0.0 || read < 2.0) => {
                Some(say().measures_not_whole())
            }
            Some(read) => {
                subject.set(MeasureField::Number(number, read));
                None
            }
            None => Some(say().measures_not_a_number()),
        }
    };
    view! { <WholeField label value kind=Kind::Line(|_| BTreeSet::new()) finish /> }
}

#[component]
fn DateField(
    subject: Subject,
    now: Memo<String>,
    #[prop(into)] set: Callback<String, MeasureField>,
    label: &'static str,
) -> impl IntoView {
    let (id, wrong) = (unique_id("date"), unique_id("date-wrong"));
    // What a file says of a date in words is shown, and can be replaced by a date.
    let words =
        move || Some(now.get()).filter(|now| !now.is_empty() && figure::measured::day_of(now).is_none());
    let set = ev::on(ev::change, move |event| subject.set(set.run(event_target_value(&event))));
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <input {..set} id=id class="field__input" type="date" prop:value=move || now.get() />
            {move || words().map(|words| view! {
                <p class="field__hint" id=wrong.clone()><IconView icon=Icon::Warning size=IconSize::Small />{words}</p>
            })}
        </div>
    }
}
