//! The data of a measure: a table of fields that behaves as a spreadsheet does.

use exchange::observations::Fault;
use leptos::{html, prelude::*};

use super::edit::Subject;
use super::save::SaveMeasures;
use crate::language::say;
use crate::pages::project::details::segments::Segments;
use crate::state::session::{LAST, Notice};
use crate::ui::{Button, Kind as Tone, after_paint, unique_id};
use faults::fault_words;
use grid::{Grid, LATEST, Place};
use hands::{copied, dragged, input_of, keep_on_leaving, key, paste, pressed, stop_at};
use rows::NEW;
use shape::{Column, Shape};

pub mod events;
pub mod faults;
pub mod grid;
pub mod hands;
pub mod import;
mod paste;
pub mod rows;
pub mod shape;

/// What can be entered for a period, by names of our own.
const SHAPES: [(&str, Shape); 3] =
    [("number", Shape::Number), ("ratio", Shape::Ratio), ("subgroup", Shape::Subgroup(5))];

/// The data.
#[component]
pub fn Data(
    /// The measure.
    subject: Subject,
    /// Whether one may only read.
    reader: Memo<bool>,
) -> impl IntoView {
    let grid = Grid::new(subject);
    let is_empty = subject.part(|measure| measure.observations.is_empty());
    let count = subject.part(|measure| measure.observations.len());
    view! {
        <section class="data" aria-label=say().measures_data()>
            <header class="data__head">
                <h2>{say().measures_data()}</h2>
                <p class="measures__hint">{move || say().measures_data_count(count.get())}</p>
                <div class="measures__begin">
                    <Show when=move || !reader.get()><import::ImportButton grid /></Show>
                    <Show when=move || !is_empty.get()>
                        <SaveMeasures subject />
                    </Show>
                </div>
            </header>
            <Show when=move || is_empty.get() && !reader.get()><ShapeOf grid /></Show>
            <Show when=move || !reader.get()><p class="measures__hint">{say().measures_data_hint()}</p></Show>
            <Table grid reader />
        </section>
    }
}

/// What is entered for a period, asked while nothing is there.
#[component]
fn ShapeOf(grid: Grid) -> impl IntoView {
    let name = move |shape: Shape| {
        SHAPES.iter().find(|(_, one)| one.parts() == shape.parts()).map_or("subgroup", |(name, _)| *name)
    };
    let now = Signal::derive(move || name(grid.shape.get()));
    let options = vec![
        ("number", say().measures_shape_number()),
        ("ratio", say().measures_shape_ratio()),
        ("subgroup", say().measures_shape_subgroup()),
    ];
    let choose = move |name: &'static str| {
        grid.chosen.set(SHAPES.iter().find(|(one, _)| *one == name).map(|(_, shape)| *shape));
    };
    view! { <Segments label=say().measures_shape() now options on_choose=choose /> }
}

#[component]
fn Table(grid: Grid, reader: Memo<bool>) -> impl IntoView {
    let table = NodeRef::<html::Div>::new();
    // What is written next is in sight, below what was written last.
    table.on_load(move |table| {
        request_animation_frame(move || {
            let key = untrack(|| grid.keys.with(|keys| keys.get(grid.next()).cloned()));
            let row =
                key.and_then(|key| table.query_selector(&format!("[data-row=\"{key}\"]")).ok().flatten());
            if let Some(row) = row {
                let (row, view) = (row.get_bounding_client_rect(), table.get_bounding_client_rect());
                let below = row.bottom() + row.height() - view.bottom();
                table.set_scroll_top(table.scroll_top() + below.max(0.0) as i32);
            }
        });
    });
    let hidden = Memo::new(move |_| {
        let earlier = grid.keys.with(Vec::len).saturating_sub(LATEST);
        if grid.all.get() { 0 } else { earlier.min(grid.next().saturating_sub(LATEST / 2)) }
    });
    keep_on_leaving(grid);
    let stop = StoredValue::new(None::<Place>);
    Effect::new(move |_| {
        grid.keys.track();
        grid.at.track();
        grid.shape.track();
        hidden.track();
        after_paint(move || {
            // The page may have been left meanwhile.
            if let Some(before) = stop.try_get_value() {
                stop.set_value(stop_at(grid, before));
            }
        });
    });
    let rows = move || grid.keys.with(|keys| keys[hidden.get().min(keys.len())..].to_vec());
    let heads = move || {
        let shape = grid.shape.get();
        (0..shape.columns())
            .map(|place| {
                let words = head(grid, shape.column(place));
                let title = words.clone();
                view! { <th scope="col" title=title><span class="grid__head">{words}</span></th> }
            })
            .collect_view()
    };
    view! {
        <Show when=move || hidden.get() != 0>
            <Button label=Signal::derive(move || say().measures_earlier(hidden.get())) kind=Tone::Link on_press=move |()| grid.all.set(true) />
        </Show>
        <div class="grid" node_ref=table
            on:keydown=move |event| key(grid, &event)
            on:mousedown=move |event| pressed(grid, &event)
            on:pointerover=move |event| dragged(grid, &event)
            // What is in a cell is not drawn out of it: cells are drawn over.
            on:dragstart=move |event| event.prevent_default()
            on:copy=move |event| { copied(grid, &event); }
            on:cut=move |event| if copied(grid, &event) && !reader.get_untracked() { grid.clear() }
            on:paste=move |event| paste(grid, &event)
        >
            <table class="grid__table" role="grid" aria-multiselectable="true" aria-label=say().measures_data()>
                <thead><tr>{heads}</tr></thead>
                <tbody><For each=rows key=String::clone let:key><RowView grid key reader /></For></tbody>
            </table>
        </div>
    }
}

/// What a column is called: numerator and denominator by what the plan says they are.
fn head(grid: Grid, column: Column) -> String {
    use model::measure::PlanField::{Denominator, Numerator, Unit};
    let shape = grid.shape.get();
    let is_ratio = matches!(shape, Shape::Ratio | Shape::Share);
    let plan = |field| grid.subject.plan(field).get();
    let or = |said: String, otherwise: &str| if said.is_empty() { otherwise.to_owned() } else { said };
    match column {
        Column::Date => say().measures_date().to_owned(),
        Column::Part(0) if is_ratio => or(plan(Numerator), say().plan_numerator()),
        Column::Part(1) if is_ratio => or(plan(Denominator), say().plan_denominator()),
        Column::Part(_) if shape == Shape::Number => or(plan(Unit), say().measures_value()),
        Column::Part(part) => (part + 1).to_string(),
        Column::Note => say().measures_note().to_owned(),
        Column::Ghost => say().measures_left_out().to_owned(),
    }
}

#[component]
fn RowView(grid: Grid, key: String, reader: Memo<bool>) -> impl IntoView {
    let faults = {
        let key = key.clone();
        Memo::new(move |_| grid.faults(&key))
    };
    // Cells look at their row, and only rows at the data: of many that listen to one, each that stops listening is sought
    // among all.
    let shown = {
        let key = key.clone();
        Memo::new(move |_| grid.row_shown(&key))
    };
    let selected = {
        let key = key.clone();
        Memo::new(move |_| grid.row_selected(&key))
    };
    let fault_id = unique_id("fault");
    let cells = {
        let (key, fault_id) = (key.clone(), fault_id.clone());
        move || {
            let columns = grid.shape.get().columns();
            (0..columns)
                .map(|column| view! { <Cell grid key=key.clone() column shown selected faults fault_id=fault_id.clone() reader /> })
                .collect_view()
        }
    };
    let said = {
        let id = fault_id.clone();
        move || {
            let faults = faults.get();
            faults.first().map(|(_, fault)| {
                view! {
                    <tr class="grid__fault"><td colspan=grid.shape.get().columns().to_string()>
                        <span id=id.clone() role="alert">{fault_words(*fault)}</span>
                    </td></tr>
                }
            })
        }
    };
    view! {
        <tr data-row=key.clone()>{cells}</tr>
        {said}
    }
}

#[component]
fn Cell(
    grid: Grid,
    key: String,
    column: usize,
    #[prop(name = "shown")] row: Memo<Vec<String>>,
    selected: Memo<Option<(usize, usize)>>,
    faults: Memo<Vec<(Column, Fault)>>,
    fault_id: String,
    reader: Memo<bool>,
) -> impl IntoView {
    let kind = grid.shape.get_untracked().column(column);
    let place: Place = (key.clone(), column);
    let cell = move |column: usize| row.with(|row| row.get(column).cloned().unwrap_or_default());
    let shown = Memo::new(move |_| cell(column));
    let is_selected = move || {
        selected.get().is_some_and(|(first, last)| (first..=last).contains(&column)).then_some("true")
    };
    let label = {
        let is_new = key == NEW;
        move || {
            let day = if is_new { say().measures_new_row().to_owned() } else { cell(0) };
            format!("{}, {day}", head(grid, kind))
        }
    };
    let field = NodeRef::<html::Input>::new();
    // What somebody else wrote here while this one was writing.
    let overtaken = StoredValue::new(None::<String>);
    Effect::new(move |before: Option<String>| {
        let now = shown.get();
        let Some(field) = field.get() else { return now };
        let is_here = document().active_element().is_some_and(|active| active.is_same_node(Some(&field)));
        if is_here && before.is_some_and(|before| field.value() != before) && field.value() != now {
            overtaken.set_value(Some(now.clone()));
        } else {
            field.set_value(&now);
        }
        now
    });
    let focused = {
        let place = place.clone();
        move |event: web_sys::FocusEvent| {
            overtaken.set_value(None);
            grid.at.set(Some(place.clone()));
            if let Some(input) = input_of(&event) {
                input.select();
            }
        }
    };
    if kind == Column::Ghost {
        let marked = move || rows::is_marked(&shown.get());
        let has_value = move || !cell(1).is_empty();
        let (place, at) = (place.clone(), place.clone());
        let focused = move |_| grid.at.set(Some(at.clone()));
        let mark = move |event| grid.write(&place, if event_target_checked(&event) { "x" } else { "" });
        return view! {
            <td class="grid__cell" data-kind="ghost">
                <input type="checkbox" class="check__box" data-column=column.to_string() tabindex="-1" aria-label=label prop:checked=marked
                    disabled=move || reader.get() || !has_value() on:change=mark on:focus=focused />
            </td>
        }
        .into_any();
    }
    let done = {
        let place = place.clone();
        move |event: web_sys::Event| {
            let Some(input) = input_of(&event) else { return };
            // A cell that leaves the page says so after its measure has gone.
            let (Some(before), Some(other)) = (shown.try_get_untracked(), overtaken.try_get_value()) else {
                return;
            };
            if input.value() != before {
                grid.write(&place, &input.value());
                if let Some(other) = other.filter(|other| !other.is_empty()) {
                    let words = say().measures_overtaken(&other);
                    grid.subject.state.session.notify(Notice::text(words).about(LAST));
                }
            }
            // What is read as the same number as before is shown as before.
            if let Some(shown) = shown.try_get_untracked() {
                input.set_value(&shown);
            }
        }
    };
    let wrong = move || faults.with(|faults| faults.iter().any(|(column, _)| *column == kind));
    let why = move || wrong().then(|| fault_id.clone());
    let mode = if matches!(kind, Column::Part(_)) { "decimal" } else { "text" };
    let name = match kind {
        Column::Date => "date",
        Column::Part(_) => "number",
        Column::Note => "note",
        Column::Ghost => "ghost",
    };
    view! {
        <td class="grid__cell" data-kind=name aria-selected=is_selected>
            <input type="text" class="grid__input" autocomplete="off" inputmode=mode maxlength="500" data-column=column.to_string()
                tabindex="-1" aria-label=label aria-invalid=move || wrong().then_some("true") aria-describedby=why readonly=move || reader.get() node_ref=field
                on:focus=focused on:change=done />
        </td>
    }
    .into_any()
}
