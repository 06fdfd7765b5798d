//! A table of an analyst becomes observations: what each column means is seen and can be changed, what is unclear is
//! asked, what is wrong is named by row, and nothing is taken before one says so.

use exchange::observations::{
    Choice, DateOrder, Decimal, Fault, Outcome, Question, Ratios, Repeats, Role, Table, observations,
};
use leptos::prelude::*;
use model::measure::{Measure, PlanField};
use model::period::Frequency;
use words::Words;

use super::grid::Grid;
use super::shape::Shape;
use crate::language::say;
use crate::measures::edit::Subject;
use crate::pages::project::details::segments::Segments;
use crate::ui::{Button, Dialog, Field, Kind as Tone, Lines, Size, unique_id};
use file::FromFile;
use take::Take;

pub mod file;
pub mod take;

/// Rows that are shown of a table, and faults that are named.
const SHOWN: usize = 8;

type Said = fn(Words) -> &'static str;

const ROLES: [(Role, &str, Said); 8] = [
    (Role::Ignored, "ignored", Words::import_ignored),
    (Role::Date, "date", Words::measures_date),
    (Role::Value, "value", Words::measures_value),
    (Role::Numerator, "numerator", Words::plan_numerator),
    (Role::Denominator, "denominator", Words::plan_denominator),
    (Role::Subgroup, "subgroup", Words::import_subgroup),
    (Role::Note, "note", Words::measures_note),
    (Role::Ghost, "ghost", Words::measures_left_out),
];

/// What is being imported.
#[derive(Clone, Copy)]
pub struct Import {
    subject: Subject,
    open: RwSignal<bool>,
    text: RwSignal<String>,
    table: Memo<Option<Result<Table, String>>>,
    choice: RwSignal<Choice>,
    outcome: Memo<Outcome>,
}

/// The button, and the dialog that it opens.
#[component]
pub fn ImportButton(
    /// The grid that the observations go to.
    grid: Grid,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let text = RwSignal::new(String::new());
    let subject = grid.subject;
    let table = Memo::new(move |_| {
        text.with(|text| {
            (!text.trim().is_empty())
                .then(|| Table::read(text).map_err(|refusal| say().observations_refusal(refusal.name())))
        })
    });
    let choice = RwSignal::new(Choice::default());
    let frequency = subject.plan(PlanField::Frequency);
    Effect::new(move |_| {
        if let Some(Ok(table)) = table.get() {
            choice.set(suggested(subject, grid, &table, 0));
        }
    });
    // The plan may change meanwhile; what was answered stays.
    Effect::new(move |_| {
        frequency.track();
        choice.update(|choice| choice.frequency = frequency_of(subject));
    });
    let outcome = Memo::new(move |_| match table.get() {
        Some(Ok(table)) => choice.with(|choice| observations(&table, choice)),
        _ => Outcome::default(),
    });
    let import = Import { subject, open, text, table, choice, outcome };
    view! {
        <Button label=say().import_title() kind=Tone::Quiet on_press=move |()| open.set(true) />
        <Dialog title=Signal::derive(|| say().import_heading().to_owned()) open size=Size::Large><Inside import grid /></Dialog>
    }
}

/// How a table would be read for this measure.
fn suggested(subject: Subject, grid: Grid, table: &Table, place: usize) -> Choice {
    let mut suggestions = table.suggestions();
    let place = place.min(suggestions.len().saturating_sub(1));
    let mut choice =
        if suggestions.is_empty() { Choice::default() } else { suggestions.swap_remove(place).choice };
    choice.frequency = frequency_of(subject);
    choice.ratios = match grid.shape.get_untracked() {
        Shape::Ratio => Ratios::Rate,
        Shape::Share => Ratios::Proportion,
        Shape::Number | Shape::Subgroup(_) => choice.ratios,
    };
    choice.repeats = Repeats::Fault;
    choice
}

fn frequency_of(subject: Subject) -> Frequency {
    subject.now(Measure::calendar).unwrap_or(Frequency::Events)
}

#[component]
fn Inside(import: Import, grid: Grid) -> impl IntoView {
    let Import { subject, text, table, outcome, .. } = import;
    let refused = move || match table.get() {
        Some(Err(words)) => words,
        _ => String::new(),
    };
    let several = Memo::new(move |_| match table.get() {
        Some(Ok(table)) => table.suggestions().into_iter().map(|one| one.name).collect::<Vec<_>>(),
        _ => Vec::new(),
    });
    let has_several = move || several.read().len() > 1;
    let choose_measure = move |event: web_sys::Event| {
        if let (Some(Ok(table)), Ok(place)) =
            (table.get_untracked(), event_target_value(&event).parse::<usize>())
        {
            import.choice.set(suggested(subject, grid, &table, place));
        }
    };
    let measure_id = unique_id("import-measure");
    view! {
        <div class="import">
            <Field label=Signal::derive(|| say().import_paste().to_owned()) value=text lines=Lines::Block(6) longest=10_000_000
                hint=Signal::derive(|| say().import_hint().to_owned()) error=Signal::derive(refused) />
            <FromFile text />
            <Show when=has_several>
                <div class="field">
                    <label class="field__label" for=measure_id.clone()>{say().import_which()}</label>
                    <select id=measure_id.clone() class="field__input" on:change=choose_measure>
                        {move || several.get().into_iter().enumerate().map(|(place, name)| view! { <option value=place.to_string()>{name}</option> }).collect_view()}
                    </select>
                </div>
            </Show>
            <Show when=move || matches!(table.get(), Some(Ok(_)))>
                <Columns import />
                <Questions import />
                <Faults outcome subject />
                <Take import />
            </Show>
        </div>
    }
}

/// The first rows, and over each column what it means.
#[component]
fn Columns(import: Import) -> impl IntoView {
    let Import { table, choice, .. } = import;
    let head = move |column: usize, name: String| {
        let now = move || choice.with(|choice| choice.columns.get(column).copied().unwrap_or_default());
        let set = move |event: web_sys::Event| {
            let said = event_target_value(&event);
            let role =
                ROLES.iter().find(|(_, name, _)| *name == said).map_or(Role::Ignored, |(role, ..)| *role);
            choice.update(|choice| {
                if choice.columns.len() <= column {
                    choice.columns.resize(column + 1, Role::Ignored);
                }
                // A day may stand in two columns, and so may measurements; there is one of everything else.
                if !matches!(role, Role::Ignored | Role::Subgroup | Role::Date) {
                    choice
                        .columns
                        .iter_mut()
                        .filter(|own| **own == role)
                        .for_each(|own| *own = Role::Ignored);
                }
                choice.columns[column] = role;
            });
        };
        let label =
            say().import_column(&if name.is_empty() { (column + 1).to_string() } else { name.clone() });
        view! {
            <th scope="col">
                <select class="field__input" aria-label=label on:change=set>
                    {ROLES.map(|(role, name, words)| view! { <option value=name prop:selected=move || now() == role>{words(say())}</option> }).collect_view()}
                </select>
                <span>{name}</span>
            </th>
        }
    };
    move || {
        let Some(Ok(table)) = table.get() else { return ().into_any() };
        let heads =
            (0..table.width()).map(|column| head(column, table.name(column).to_owned())).collect_view();
        let row = |row: usize| {
            let cells =
                (0..table.width()).map(|column| view! { <td>{table.cell(row, column).to_owned()}</td> });
            view! { <tr>{cells.collect_view()}</tr> }
        };
        let rows = table.rows().take(SHOWN).map(row).collect_view();
        view! {
            <div class="chart__scroll" tabindex="0" role="region" aria-label=say().import_preview()>
                <table class="plan"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
            </div>
        }
        .into_any()
    }
}

/// What only the person who knows the data can say.
#[component]
fn Questions(import: Import) -> impl IntoView {
    let Import { choice, outcome, text, .. } = import;
    let version = Memo::new(move |before: Option<&u32>| {
        text.track();
        before.map_or(0, |before| before.wrapping_add(1))
    });
    // A question that was answered stays, so that it can be answered otherwise; one of another table does not.
    let asked = Memo::new(move |before: Option<&(u32, Vec<Question>)>| {
        let of = version.get();
        let mut asked =
            before.filter(|(before, _)| *before == of).map(|(_, asked)| asked.clone()).unwrap_or_default();
        for question in outcome.with(|outcome| outcome.questions.clone()) {
            if !asked.contains(&question) {
                asked.push(question);
            }
        }
        (of, asked)
    });
    let order = Signal::derive(move || match choice.with(|choice| choice.date_order) {
        Some(DateOrder::DayMonth) => "day",
        Some(DateOrder::MonthDay) => "month",
        None => "",
    });
    let decimal = Signal::derive(move || match choice.with(|choice| choice.decimal) {
        Some(Decimal::Point) => "point",
        Some(Decimal::Comma) => "comma",
        None => "",
    });
    let year = RwSignal::new(String::new());
    Effect::new(move |_| {
        let year = year.get().trim().parse().ok();
        if choice.with_untracked(|choice| choice.year != year) {
            choice.update(|choice| choice.year = year);
        }
    });
    let one = move |question: Question| {
        let label = say().observations_question(question.name());
        match question {
            Question::DayOrMonth => view! {
                <Segments label now=order options=vec![("day", say().import_day_first()), ("month", say().import_month_first())]
                    on_choose=move |name: &'static str| choice.update(|choice| {
                        choice.date_order = Some(if name == "day" { DateOrder::DayMonth } else { DateOrder::MonthDay });
                    }) />
            }.into_any(),
            Question::Decimal => view! {
                <Segments label now=decimal options=vec![("point", say().import_thousands()), ("comma", say().import_decimals())]
                    on_choose=move |name: &'static str| choice.update(|choice| {
                        choice.decimal = Some(if name == "point" { Decimal::Point } else { Decimal::Comma });
                    }) />
            }.into_any(),
            Question::Year => view! { <Field label=Signal::derive(move || label.clone()) value=year longest=4 /> }.into_any(),
            Question::Dates | Question::Values => view! { <p class="chart__proposal">{label}</p> }.into_any(),
        }
    };
    let open = move |question: &Question| match question {
        Question::Dates | Question::Values => outcome.with(|outcome| outcome.questions.contains(question)),
        _ => true,
    };
    move || {
        asked.with(|(_, asked)| asked.iter().filter(|one| open(one)).map(|asked| one(*asked)).collect_view())
    }
}

#[component]
fn Faults(outcome: Memo<Outcome>, subject: Subject) -> impl IntoView {
    let frequency = subject.plan(PlanField::Frequency);
    move || {
        // What is asked above is not told again of every row.
        let faults: Vec<_> = outcome.with(|outcome| {
            let is_asked = |fault: Fault| match fault {
                Fault::UnclearDate => outcome.questions.contains(&Question::DayOrMonth),
                Fault::UnclearNumber => outcome.questions.contains(&Question::Decimal),
                Fault::NoYear => outcome.questions.contains(&Question::Year),
                _ => false,
            };
            outcome.faults.iter().filter(|fault| !is_asked(fault.fault)).cloned().collect()
        });
        let more = faults.len().saturating_sub(SHOWN);
        let repeated = faults.iter().filter(|fault| fault.fault == Fault::RepeatedDate).count();
        let frequency = frequency.get();
        let finer = (repeated > 2 && subject.with(Measure::calendar).is_some())
            .then(|| view! { <p>{say().import_finer(say().frequency(&frequency))}</p> });
        let row = |fault: exchange::observations::RowFault| {
            let sentence = say().observations_fault(fault.fault.name(), &fault.cell);
            view! { <li>{say().observations_at(fault.row, fault.column, &sentence)}</li> }
        };
        (!faults.is_empty()).then(|| {
            view! {
                <div class="import__faults" role="status">
                    {finer}
                    <ul>{faults.into_iter().take(SHOWN).map(row).collect_view()}</ul>
                    {(more > 0).then(|| view! { <p>{say().import_more(more)}</p> })}
                </div>
            }
        })
    }
}
