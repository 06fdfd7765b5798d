//! The sheet of keys, drawn from the table they are pressed from.

use leptos::prelude::*;
use words::Words;

use crate::device;
use crate::diagram::keys::{Mode, Row, TABLE, shown};
use crate::language::say;
use crate::state::ProjectState;
use crate::ui::Check;

/// Which rows of the table stand under which title.
struct Part {
    title: fn(Words) -> &'static str,
    belongs: fn(&[Mode]) -> bool,
}

/// What works everywhere stands under the first.
const PARTS: [Part; 3] = [
    Part { title: Words::keys_on_card, belongs: |modes| modes.contains(&Mode::OnCard) },
    Part { title: Words::keys_on_row, belongs: |modes| modes == [Mode::OnRow] },
    Part { title: Words::keys_while_writing, belongs: |modes| modes == [Mode::Writing] },
];

/// Three tables: on a card of the picture, on a row of the outline where that differs, and while writing.
#[component]
pub fn KeysSheet() -> impl IntoView {
    let leaves = ProjectState::expect().session.tab_leaves;
    let change = move |on: bool| {
        leaves.set(on);
        device::set_tab_leaves(on);
    };
    view! {
        <Check label=say().keys_tab_leaves() checked=leaves on_change=change />
        <p>{say().keys_other_ways()}</p>
        {PARTS.map(table).collect_view()}
    }
}

fn table(Part { title, belongs }: Part) -> impl IntoView {
    let rows = TABLE.iter().filter(move |row| belongs(row.modes));
    let row = |row: &'static Row| {
        let words = (row.words)(say());
        let keys = row.keys.split("  ").map(|keys| view! { <kbd>{shown(keys)}</kbd> " " }).collect_view();
        view! { <tr><th scope="row">{keys}</th><td>{words}</td></tr> }
    };
    view! {
        <table class="keys">
            <caption class="keys__title">{title(say())}</caption>
            <tbody>{rows.map(row).collect_view()}</tbody>
        </table>
    }
}
