//! Every key of the diagram, in one table: it is pressed from it and the sheet is drawn from it.

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
    /// What the sheet says.
    pub words: &'static str,
}

const fn row(keys: &'static str, mode: Mode, command: Command, words: &'static str) -> Row {
    Row { keys, mode, command, words }
}

use Command::*;
use Mode::{OnCard, Writing};

/// The table (keys.md); rows whose words are empty are second names that the sheet leaves out.
pub const TABLE: &[Row] = &[
    row("Enter  F2", OnCard, Write, "Write in the card"),
    row("ArrowUp", OnCard, Walk(Way::Up), "Card above"),
    row("ArrowDown", OnCard, Walk(Way::Down), "Card below"),
    row("ArrowLeft", OnCard, Walk(Way::Left), "What it works on"),
    row("ArrowRight", OnCard, Walk(Way::Right), "What works on it"),
    row("Home", OnCard, Walk(Way::First), "First of the column"),
    row("End", OnCard, Walk(Way::Last), "Last of the column"),
    row("Ctrl+Home", OnCard, Walk(Way::Aim), "The aim"),
    row(" ", OnCard, Select, "Select, or take out of the selection"),
    row("Shift+ArrowUp", OnCard, ExtendUp, "Select upwards"),
    row("Shift+ArrowDown", OnCard, ExtendDown, "Select downwards"),
    row("Ctrl+a", OnCard, SelectColumn, "Select the column; again: all"),
    row("Delete  Backspace", OnCard, Delete, "Delete the card and what hangs only from it"),
    row("Escape  Ctrl+Enter", OnCard, Cancel, "Let go: a drag, a link, a selection"),
    row("Shift+F10  ContextMenu", OnCard, Menu, "The card's menu"),
    row("Alt+Shift+F", OnCard, Fit, "Fit the width; again: all"),
    row("Ctrl+c", OnCard, Copy, "Copy as an outline"),
    row("Ctrl+x", OnCard, Cut, "Cut as an outline"),
    row("Ctrl+v", OnCard, Paste, "Paste lines as cards"),
    row("Enter", Writing, FinishAndBelow, "Finish, and a new card below"),
    row("Tab", Writing, Inside, "A new card inside; on an empty new card: demote"),
    row("Shift+Tab", Writing, ToParent, "To what it works on; on an empty new card: promote"),
    row("Escape  Ctrl+Enter  F2", Writing, Finish, "Finish; the text stays"),
    row("Backspace  Delete", Writing, RemoveEmpty, "In an empty new card: remove it"),
    row("Alt+Shift+ArrowUp", OnCard, MoveUp, "Move up among its siblings"),
    row("Alt+Shift+ArrowDown", OnCard, MoveDown, "Move down among its siblings"),
    row("Alt+Shift+ArrowLeft", OnCard, Promote, "Promote by one column"),
    row("Alt+Shift+ArrowRight", OnCard, Demote, "Demote under the card above"),
    row("Alt+Shift+L", OnCard, LinkTo, "Link to…"),
    row("Alt+Shift+D", OnCard, Details, "Details; again: back"),
    row("Ctrl+z", OnCard, Undo, "Undo what I did"),
    row("Ctrl+y  Ctrl+Shift+Z", OnCard, Redo, "Redo"),
    row("Ctrl+/", OnCard, Keys, "This sheet"),
    row("Alt+Shift+ArrowUp", Writing, MoveUp, ""),
    row("Alt+Shift+ArrowDown", Writing, MoveDown, ""),
    row("Alt+Shift+ArrowLeft", Writing, Promote, ""),
    row("Alt+Shift+ArrowRight", Writing, Demote, ""),
    row("Alt+Shift+L", Writing, LinkTo, ""),
    row("Alt+Shift+D", Writing, Details, ""),
    row("Shift+Enter", Writing, ToNote, "Go to the note"),
    row("Ctrl+z", Writing, Undo, ""),
    row("Ctrl+y  Ctrl+Shift+Z", Writing, Redo, ""),
    row("Ctrl+/", Writing, Keys, ""),
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
