//! The sheet of keys, drawn from the table they are pressed from.

use leptos::prelude::*;

use crate::device;
use crate::diagram::keys::{Mode, Row, TABLE};
use crate::language::say;
use crate::state::ProjectState;
use crate::ui::Check;

/// Two tables: on a card, and while writing.
#[component]
pub fn KeysSheet() -> impl IntoView {
    let leaves = ProjectState::expect().session.tab_leaves;
    let change = move |on: bool| {
        leaves.set(on);
        device::set_tab_leaves(on);
    };
    view! {
        <Check label="Tab always leaves the card, also while writing" checked=leaves on_change=change />
        <p>"Anything can also be done with the mouse, by touch, or from a card's menu."</p>
        {[("On a card", Mode::OnCard), ("While writing", Mode::Writing)].map(|(title, mode)| table(title, mode)).collect_view()}
    }
}

fn table(title: &'static str, mode: Mode) -> impl IntoView {
    let rows = TABLE.iter().filter(move |row| row.modes.contains(&mode));
    let row = |row: &'static Row| {
        let words = (row.words)(say());
        let keys = row.keys.split("  ").map(|keys| view! { <kbd>{shown(keys)}</kbd> " " }).collect_view();
        view! { <tr><th scope="row">{keys}</th><td>{words}</td></tr> }
    };
    view! {
        <table class="keys">
            <caption class="keys__title">{title}</caption>
            <tbody>{rows.map(row).collect_view()}</tbody>
        </table>
    }
}

/// Keys as people read them.
fn shown(keys: &str) -> String {
    const SIGNS: [(&str, &str); 8] = [
        ("ArrowUp", "↑"),
        ("ArrowDown", "↓"),
        ("ArrowLeft", "←"),
        ("ArrowRight", "→"),
        ("ContextMenu", "Menu"),
        ("Escape", "Esc"),
        (" ", "Space"),
        ("+/", "+/"),
    ];
    let mut text = SIGNS.iter().fold(keys.to_owned(), |text, (name, sign)| text.replace(name, sign));
    let letter = text.rfind('+').map(|plus| plus + 1).filter(|at| text[*at..].chars().count() == 1);
    if let Some(at) = letter {
        let upper = text.split_off(at).to_uppercase();
        text.push_str(&upper);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k2_the_sheet_names_keys_as_people_read_them() {
        for (keys, expected) in [
            ("Ctrl+a", "Ctrl+A"),
            ("Ctrl+Home", "Ctrl+Home"),
            ("Shift+Tab", "Shift+Tab"),
            ("Alt+Shift+ArrowUp", "Alt+Shift+↑"),
            (" ", "Space"),
            ("Tab", "Tab"),
            ("Ctrl+/", "Ctrl+/"),
        ] {
            assert_eq!(shown(keys), expected);
        }
    }
}
