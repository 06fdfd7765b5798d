//! Every key of the diagram, in one table: it is pressed from it and the sheet is drawn from it.

use words::Words;

use super::walk::Way;

/// What a person can ask for by a key, a menu or a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sheet's words explain them")]
pub enum Command {
    Walk(Way),
    Write,
    WriteLetter,
    Finish,
    FinishAndBelow,
    RemoveEmpty,
    Inside,
    ToParent,
    ToNote,
    Cancel,
    Select,
    ExtendUp,
    ExtendDown,
    SelectColumn,
    MoveUp,
    MoveDown,
    Promote,
    Demote,
    LinkTo,
    Details,
    Fit,
    Menu,
    Delete,
    Copy,
    Cut,
    Paste,
    Undo,
    Redo,
    Keys,
    Below,
    MoveTo,
    AlsoUnder,
    Unlink,
    ZoomIn,
    ZoomOut,
}

/// Which of the two states the diagram is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Mode {
    OnCard,
    Writing,
}

/// A key as it was pressed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Press {
    /// The key's value, as `KeyboardEvent.key` says it.
    pub key: String,
    /// Ctrl, or ⌘ on a Mac.
    pub ctrl: bool,
    /// Shift.
    pub shift: bool,
    /// Alt.
    pub alt: bool,
    /// The letter on the key itself: with Alt, a Mac types another one.
    pub cap: Option<char>,
}

/// One row: keys, in which state, what they do, and in which words the sheet says it.
pub struct Row {
    /// Keys, several separated by two spaces: `Ctrl+Y  Ctrl+Shift+Z`.
    pub keys: &'static str,
    /// Where they work.
    pub mode: Mode,
    /// What they do.
    pub command: Command,
    /// What the sheet says; none for second names, which it leaves out.
    pub words: Option<fn(Words) -> &'static str>,
}

const fn row(keys: &'static str, mode: Mode, command: Command, words: fn(Words) -> &'static str) -> Row {
    Row { keys, mode, command, words: Some(words) }
}

const fn also(keys: &'static str, mode: Mode, command: Command) -> Row {
    Row { keys, mode, command, words: None }
}

use Command::*;
use Mode::{OnCard, Writing};

/// The table (keys.md).
pub const TABLE: &[Row] = &[
    row("Enter  F2", OnCard, Write, Words::keys_write),
    row("ArrowUp", OnCard, Walk(Way::Up), Words::keys_above),
    row("ArrowDown", OnCard, Walk(Way::Down), Words::keys_below),
    row("ArrowLeft", OnCard, Walk(Way::Left), Words::keys_left),
    row("ArrowRight", OnCard, Walk(Way::Right), Words::keys_right),
    row("Home", OnCard, Walk(Way::First), Words::keys_first),
    row("End", OnCard, Walk(Way::Last), Words::keys_last),
    row("Ctrl+Home", OnCard, Walk(Way::Aim), Words::keys_aim),
    row(" ", OnCard, Select, Words::keys_select),
    row("Shift+ArrowUp", OnCard, ExtendUp, Words::keys_select_up),
    row("Shift+ArrowDown", OnCard, ExtendDown, Words::keys_select_down),
    row("Ctrl+a", OnCard, SelectColumn, Words::keys_select_column),
    row("Delete  Backspace", OnCard, Delete, Words::keys_delete),
    row("Escape  Ctrl+Enter", OnCard, Cancel, Words::keys_cancel),
    row("Shift+F10  ContextMenu", OnCard, Menu, Words::keys_menu),
    row("Alt+Shift+F", OnCard, Fit, Words::keys_fit),
    row("Ctrl+c", OnCard, Copy, Words::keys_copy),
    row("Ctrl+x", OnCard, Cut, Words::keys_cut),
    row("Ctrl+v", OnCard, Paste, Words::keys_paste),
    row("Enter", Writing, FinishAndBelow, Words::keys_finish_below),
    row("Tab", Writing, Inside, Words::keys_inside),
    row("Shift+Tab", Writing, ToParent, Words::keys_to_parent),
    row("Escape  Ctrl+Enter  F2", Writing, Finish, Words::keys_finish),
    row("Backspace  Delete", Writing, RemoveEmpty, Words::keys_remove_empty),
    row("Alt+Shift+ArrowUp", OnCard, MoveUp, Words::keys_move_up),
    row("Alt+Shift+ArrowDown", OnCard, MoveDown, Words::keys_move_down),
    row("Alt+Shift+ArrowLeft", OnCard, Promote, Words::keys_promote),
    row("Alt+Shift+ArrowRight", OnCard, Demote, Words::keys_demote),
    row("Alt+Shift+L", OnCard, LinkTo, Words::keys_link),
    row("Alt+Shift+D", OnCard, Details, Words::keys_details),
    row("Ctrl+z", OnCard, Undo, Words::keys_undo),
    row("Ctrl+y  Ctrl+Shift+Z", OnCard, Redo, Words::keys_redo),
    row("Ctrl+/", OnCard, Keys, Words::keys_sheet),
    also("Alt+Shift+ArrowUp", Writing, MoveUp),
    also("Alt+Shift+ArrowDown", Writing, MoveDown),
    also("Alt+Shift+ArrowLeft", Writing, Promote),
    also("Alt+Shift+ArrowRight", Writing, Demote),
    also("Alt+Shift+L", Writing, LinkTo),
    also("Alt+Shift+D", Writing, Details),
    row("Shift+Enter", Writing, ToNote, Words::keys_to_note),
    also("Ctrl+z", Writing, Undo),
    also("Ctrl+y  Ctrl+Shift+Z", Writing, Redo),
    also("Ctrl+/", Writing, Keys),
];

impl Command {
    /// Whether it is of use to one who may only read.
    pub fn only_looks(self) -> bool {
        matches!(
            self,
            Walk(_)
                | Finish
                | Cancel
                | Select
                | ExtendUp
                | ExtendDown
                | SelectColumn
                | Details
                | Fit
                | Menu
                | Copy
                | Keys
                | ZoomIn
                | ZoomOut
        )
    }
}

/// What a press means in a state; none where the browser should do what it does.
pub fn command(press: &Press, mode: Mode) -> Option<Command> {
    let row =
        TABLE.iter().find(|row| row.mode == mode && row.keys.split("  ").any(|keys| meets(press, keys)));
    row.map(|row| row.command).or_else(|| letter(press, mode))
}

/// A single letter on a card begins to write at its end. Never with Ctrl or Alt: AltGr makes both.
fn letter(press: &Press, mode: Mode) -> Option<Command> {
    let mut characters = press.key.chars();
    let single =
        characters.next().is_some_and(|character| !character.is_control()) && characters.next().is_none();
    (single && mode == OnCard && !press.ctrl && !press.alt).then_some(WriteLetter)
}

fn meets(press: &Press, keys: &str) -> bool {
    let (ctrl, rest) = modifier(keys, "Ctrl+");
    let (alt, rest) = modifier(rest, "Alt+");
    let (shift, key) = modifier(rest, "Shift+");
    let by_cap =
        || alt && press.cap.is_some_and(|cap| key.eq_ignore_ascii_case(cap.encode_utf8(&mut [0; 4])));
    let same = match key.chars().count() {
        1 => press.key.eq_ignore_ascii_case(key) || by_cap(),
        _ => press.key == key,
    };
    // A sign such as `/` may need Shift on some keyboards.
    let sign = key.chars().all(|character| !character.is_alphanumeric()) && key != " ";
    same && press.ctrl == ctrl && press.alt == alt && (press.shift == shift || sign)
}

fn modifier<'a>(keys: &'a str, name: &str) -> (bool, &'a str) {
    keys.strip_prefix(name).map_or((false, keys), |rest| (true, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(keys: &str) -> Press {
        let (ctrl, rest) = modifier(keys, "Ctrl+");
        let (alt, rest) = modifier(rest, "Alt+");
        let (shift, key) = modifier(rest, "Shift+");
        Press { key: key.into(), ctrl, shift, alt, cap: None }
    }

    #[test]
    fn k2_every_row_is_reached_by_its_keys() {
        for row in TABLE {
            for keys in row.keys.split("  ") {
                assert_eq!(command(&press(keys), row.mode), Some(row.command), "{keys} {:?}", row.mode);
            }
        }
    }

    #[test]
    fn k2_a_letter_with_alt_is_the_one_on_the_key() {
        let press = Press { key: "Ò".into(), shift: true, alt: true, cap: Some('L'), ctrl: false };
        assert_eq!(command(&press, OnCard), Some(LinkTo));
    }

    #[test]
    fn k2_letters_write_and_the_browser_keeps_its_own() {
        let table = [
            ("a", OnCard, Some(WriteLetter)),
            ("ŵ", OnCard, Some(WriteLetter)),
            ("a", Writing, None),
            ("Shift+A", OnCard, Some(WriteLetter)),
            ("Tab", OnCard, None),
            ("Shift+Tab", OnCard, None),
            ("Ctrl+Z", Writing, Some(Undo)),
            ("Ctrl+Shift+Z", OnCard, Some(Redo)),
            ("F6", OnCard, None),
            ("Insert", OnCard, None),
            ("ArrowLeft", Writing, None),
            ("Alt+ArrowLeft", OnCard, None),
        ];
        for (keys, mode, expected) in table {
            assert_eq!(command(&press(keys), mode), expected, "{keys} {mode:?}");
        }
        for taken in "lfpsdtwnr+-0".chars() {
            assert_eq!(command(&press(&format!("Ctrl+{taken}")), OnCard), None, "Ctrl+{taken}");
        }
    }
}
