//! The rest of a measure's plan, behind "More fields": one table says what is asked, in which order, and how.

use std::collections::BTreeSet;

use leptos::{ev, prelude::*};
use model::Project;
use model::edit::MeasureField;
use model::measure::{PlanField, PlanNumber};
use words::Words;

use super::edit::Subject;
use super::lines::{FREQUENCIES, frequency_words};
use crate::language::say;
use crate::pages::project::details::whole::{Kind, WholeField};
use crate::ui::{Icon, IconSize, IconView, unique_id};

type Said = fn(Words) -> &'static str;

/// How a field is asked for.
#[derive(Clone, Copy)]
enum Asked {
    Line,
    Prose,
    Frequency,
    Calculation,
    Number(PlanNumber),
    Date(DateOf),
}

#[derive(Clone, Copy)]
enum DateOf {
    Goal,
    Plan(PlanField),
}

/// A group of fields: its heading, and each with its words.
struct Group {
    heading: Said,
    fields: &'static [(PlanField, Said, Asked)],
}

/// The fields that are sought first stand first. A number or the date of a goal has no field of the plan of its own:
/// the one named beside it is not looked at.
const GROUPS: [Group; 4] = [
    Group {
        heading: Words::plan_group_how,
        fields: &[
            (PlanField::Frequency, Words::plan_frequency, Asked::Frequency),
            (PlanField::Source, Words::plan_source, Asked::Line),
            (PlanField::Collector, Words::plan_collector, Asked::Line),
            (PlanField::Reviewer, Words::plan_reviewer, Asked::Line),
            (PlanField::Method, Words::plan_method, Asked::Line),
            (PlanField::Sampling, Words::plan_sampling, Asked::Line),
            (PlanField::Electronic, Words::plan_electronic, Asked::Line),
            (PlanField::Start, Words::plan_start, Asked::Date(DateOf::Plan(PlanField::Start))),
        ],
    },
    Group {
        heading: Words::plan_group_what,
        fields: &[
            (PlanField::Calculation, Words::plan_calculation, Asked::Calculation),
            (PlanField::Numerator, Words::plan_numerator, Asked::Line),
            (PlanField::Denominator, Words::plan_denominator, Asked::Line),
            (PlanField::Unit, Words::plan_unit, Asked::Line),
            (PlanField::Unit, Words::plan_multiplier, Asked::Number(PlanNumber::Multiplier)),
            (PlanField::Population, Words::plan_population, Asked::Line),
            (PlanField::Stratification, Words::plan_stratification, Asked::Line),
        ],
    },
    Group {
        heading: Words::plan_group_goal,
        fields: &[
            (PlanField::Baseline, Words::plan_goal, Asked::Number(PlanNumber::GoalValue)),
            (PlanField::Baseline, Words::plan_goal_date, Asked::Date(DateOf::Goal)),
            (PlanField::Baseline, Words::plan_baseline_value, Asked::Number(PlanNumber::BaselineValue)),
            (PlanField::Baseline, Words::plan_baseline, Asked::Line),
        ],
    },
    Group {
        heading: Words::plan_group_why,
        fields: &[
            (PlanField::Purpose, Words::plan_purpose, Asked::Prose),
            (PlanField::Action, Words::plan_action, Asked::Prose),
            (PlanField::Reporting, Words::plan_reporting, Asked::Line),
            (PlanField::Display, Words::plan_display, Asked::Line),
        ],
    },
];

/// What a calculation is called.
const CALCULATIONS: [(&str, Said); 6] = [
    ("count", Words::calculation_count),
    ("percent", Words::calculation_percent),
    ("rate", Words::calculation_rate),
    ("average", Words::calculation_average),
    ("time_between", Words::calculation_time_between),
    ("opportunities_between", Words::calculation_opportunities_between),
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
        let field = |(field, words, asked): &'static (PlanField, Said, Asked)| {
            one(subject, *field, words(say()), *asked)
        };
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

fn one(subject: Subject, field: PlanField, label: &'static str, asked: Asked) -> AnyView {
    match asked {
        Asked::Line | Asked::Prose => {
            let kind = if matches!(asked, Asked::Prose) { Kind::Prose } else { Kind::Line(used(field)) };
            let finish = move |written: String| {
                subject.set(MeasureField::Plan(field, written.trim().to_owned()));
                None
            };
            view! { <WholeField label value=subject.plan(field) kind finish /> }.into_any()
        }
        Asked::Number(number) => view! { <NumberField subject number label /> }.into_any(),
        Asked::Date(of) => view! { <DateField subject of label /> }.into_any(),
        Asked::Frequency => {
            let options = FREQUENCIES.map(|name| (name, frequency_words(name))).to_vec();
            view! { <Choice subject field label options /> }.into_any()
        }
        Asked::Calculation => {
            let options = CALCULATIONS.map(|(name, words)| (name, words(say()).to_owned())).to_vec();
            view! { <Choice subject field label options /> }.into_any()
        }
    }
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
    options: Vec<(&'static str, String)>,
) -> impl IntoView {
    let now = subject.plan(field);
    let id = unique_id("choice");
    let named: Vec<&'static str> = options.iter().map(|(name, _)| *name).collect();
    let other = move || Some(now.get()).filter(|now| !now.is_empty() && !named.contains(&now.as_str()));
    let option = move |(name, words): (&'static str, String)| {
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
    let value = Memo::new(move |_| now.get().map(shown).unwrap_or_default());
    let finish = move |written: String| {
        let written = written.trim();
        let read = if written.is_empty() {
            Some(None)
        } else {
            exchange::observations::number_of(written).ok().map(Some)
        };
        match read {
            Some(read) => {
                subject.set(MeasureField::Number(number, read));
                None
            }
            None => Some(say().measures_not_a_number()),
        }
    };
    view! { <WholeField label value kind=Kind::Line(|_| BTreeSet::new()) finish /> }
}

/// A number as it is typed.
pub fn shown(number: f64) -> String {
    number.to_string()
}

#[component]
fn DateField(subject: Subject, of: DateOf, label: &'static str) -> impl IntoView {
    let (id, wrong) = (unique_id("date"), unique_id("date-wrong"));
    let now = Memo::new(move |_| match of {
        DateOf::Goal => subject.with(|measure| measure.goal_date.clone()),
        DateOf::Plan(field) => subject.plan(field).get(),
    });
    // What a file says of a date in words is shown, and can be replaced by a date.
    let words =
        move || Some(now.get()).filter(|now| !now.is_empty() && figure::measured::day_of(now).is_none());
    let set = ev::on(ev::change, move |event| {
        let date = event_target_value(&event);
        subject.set(match of {
            DateOf::Goal => MeasureField::GoalDate(date),
            DateOf::Plan(field) => MeasureField::Plan(field, date),
        });
    });
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
