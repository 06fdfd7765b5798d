//! Keys as people read them: with ⌘, ⌥ and ⇧ on a Mac, in words elsewhere.

use super::{Command, Mode, Row, TABLE};
use crate::language::say;

/// The keys that lead to a command from a card or a row, the first of several; empty where none do.
pub fn shown_for(command: Command) -> String {
    row_of(command).map(|row| shown(first(row))).unwrap_or_default()
}

/// The same, or else those that lead there while one writes, with words that say so.
pub fn hint_for(command: Command) -> String {
    // While one writes, one key finishes the card and begins the next.
    let asked = if command == Command::Below { Command::FinishAndBelow } else { command };
    let writing = || TABLE.iter().find(|row| row.command == asked);
    match row_of(command) {
        Some(row) => shown(first(row)),
        None => writing().map(|row| say().keys_writing(&shown(first(row)))).unwrap_or_default(),
    }
}

/// Keys of the table as they are named on this device.
pub fn shown(keys: &str) -> String {
    shown_on(keys, is_mac())
}

fn row_of(command: Command) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.command == command && row.modes.iter().any(|mode| *mode != Mode::Writing))
}

fn first(row: &Row) -> &'static str {
    row.keys.split("  ").next().unwrap_or_default()
}

/// Whether this is a Mac, or an iPad, whose keyboards have the same keys.
#[cfg(target_arch = "wasm32")]
pub fn is_mac() -> bool {
    let platform = leptos::prelude::window().navigator().platform().unwrap_or_default();
    ["Mac", "iP"].iter().any(|name| platform.starts_with(name))
}

/// Never where tests run: there is no browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn is_mac() -> bool {
    false
}

fn shown_on(keys: &str, mac: bool) -> String {
    let (ctrl, rest) = super::modifier(keys, "Ctrl+");
    let (alt, rest) = super::modifier(rest, "Alt+");
    let (shift, key) = super::modifier(rest, "Shift+");
    let signs = match mac {
        // In this order, and without a plus: so do the menus of a Mac.
        true => [(alt, "⌥"), (shift, "⇧"), (ctrl, "⌘")],
        false => [(ctrl, "Ctrl+"), (alt, "Alt+"), (shift, "Shift+")],
    };
    let held: String = signs.into_iter().filter(|(held, _)| *held).map(|(_, sign)| sign).collect();
    held + &named(key)
}

/// One key by its sign, its name, or its capital letter.
fn named(key: &str) -> String {
    let name = match key {
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
        "ContextMenu" => "Menu",
        "Escape" => "Esc",
        " " => say().keys_space(),
        letter if letter.chars().count() == 1 => return letter.to_uppercase(),
        name => name,
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k2_keys_are_named_as_people_read_them() {
        for (keys, elsewhere, mac) in [
            ("Ctrl+a", "Ctrl+A", "⌘A"),
            ("Ctrl+Home", "Ctrl+Home", "⌘Home"),
            ("Ctrl+Shift+Z", "Ctrl+Shift+Z", "⇧⌘Z"),
            ("Shift+Tab", "Shift+Tab", "⇧Tab"),
            ("Alt+Shift+ArrowUp", "Alt+Shift+↑", "⌥⇧↑"),
            (" ", say().keys_space(), say().keys_space()),
            ("Tab", "Tab", "Tab"),
            ("Ctrl+/", "Ctrl+/", "⌘/"),
        ] {
            assert_eq!((shown_on(keys, false), shown_on(keys, true)), (elsewhere.into(), mac.into()));
        }
    }

    #[test]
    fn k2_what_stands_beside_a_command_comes_from_the_table() {
        for (command, keys, hint) in [
            (Command::Undo, "Ctrl+Z", "Ctrl+Z"),
            (Command::Write, "Enter", "Enter"),
            (Command::Menu, "Shift+F10", "Shift+F10"),
            (Command::Inside, "", "Tab while writing"),
            (Command::Below, "", "Enter while writing"),
            (Command::MoveTo, "", ""),
        ] {
            assert_eq!((shown_for(command), hint_for(command)), (keys.into(), hint.into()), "{command:?}");
        }
    }
}
