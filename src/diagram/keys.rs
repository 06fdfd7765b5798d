//! Every key of the diagram, in one table: it is pressed from it and the sheet is drawn from it.

use words::Words;

use super::walk::Way;

mod shown;

pub use shown::{hint_for, is_mac, shown, shown_for};

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
    Collapse,
    Expand,
    ExpandSiblings,
    SelectAll,
    TypeAhead,
    RemoveFromHere,
    Palette,
    Duplicate,
    ExpandAll,
    FocusBranch,
    ShowAll,
    Find,
}

/// Where the keyboard is: on a card of the picture, on a row of the outline, or in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Mode {
    OnCard,
    OnRow,
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
    /// Whether this is a Mac.
    pub mac: bool,
}

/// One row: keys, in which state, what they do, and in which words the sheet says it.
pub struct Row {
    /// Keys, several separated by two spaces: `Ctrl+Y  Ctrl+Shift+Z`.
    pub keys: &'static str,
    /// Where they work.
    pub modes: &'static [Mode],
    /// What they do.
    pub command: Command,
    /// What the sheet says.
    pub words: fn(Words) -> &'static str,
}

const fn row(
    keys: &'static str,
    modes: &'static [Mode],
    command: Command,
    words: fn(Words) -> &'static str,
) -> Row {
    Row { keys, modes, command, words }
}

use Command::*;
use Mode::{OnCard, OnRow};

/// In the picture alone.
const PICTURE: &[Mode] = &[OnCard];
/// In the outline alone.
const OUTLINE: &[Mode] = &[OnRow];
/// On a card, in the picture and in the outline.
const CARD: &[Mode] = &[OnCard, OnRow];
/// While one writes.
const WRITING: &[Mode] = &[Mode::Writing];
/// Everywhere.
const ALWAYS: &[Mode] = &[OnCard, OnRow, Mode::Writing];

/// The table (keys.md).
pub const TABLE: &[Row] = &[
    row("Enter  F2", CARD, Write, Words::keys_write),
    row("ArrowUp", PICTURE, Walk(Way::Up), Words::keys_above),
    row("ArrowDown", PICTURE, Walk(Way::Down), Words::keys_below),
    row("ArrowLeft", PICTURE, Walk(Way::Left), Words::keys_left),
    row("ArrowRight", PICTURE, Walk(Way::Right), Words::keys_right),
    row("Home", PICTURE, Walk(Way::First), Words::keys_first),
    row("End", PICTURE, Walk(Way::Last), Words::keys_last),
    row("Ctrl+Home", CARD, Walk(Way::Aim), Words::keys_aim),
    row("ArrowUp", OUTLINE, Walk(Way::Up), Words::keys_row_above),
    row("ArrowDown", OUTLINE, Walk(Way::Down), Words::keys_row_below),
    row("ArrowLeft", OUTLINE, Walk(Way::Left), Words::keys_row_left),
    row("ArrowRight", OUTLINE, Walk(Way::Right), Words::keys_row_right),
    row("Home", OUTLINE, Walk(Way::First), Words::keys_row_first),
    row("End", OUTLINE, Walk(Way::Last), Words::keys_row_last),
    row("Ctrl+ArrowUp", CARD, Collapse, Words::keys_collapse),
    row("Ctrl+ArrowDown", CARD, Expand, Words::keys_expand),
    row("*", CARD, ExpandSiblings, Words::keys_expand_siblings),
    row(" ", CARD, Select, Words::keys_select),
    row("Shift+ArrowUp", CARD, ExtendUp, Words::keys_select_up),
    row("Shift+ArrowDown", CARD, ExtendDown, Words::keys_select_down),
    row("Ctrl+a", PICTURE, SelectColumn, Words::keys_select_column),
    row("Ctrl+a", OUTLINE, SelectAll, Words::keys_select_all),
    row("Delete  Backspace", CARD, Delete, Words::keys_delete),
    row("Escape  Ctrl+Enter", CARD, Cancel, Words::keys_cancel),
    row("Shift+F10  ContextMenu", CARD, Menu, Words::keys_menu),
    row("Alt+Shift+F", PICTURE, Fit, Words::keys_fit),
    row("Ctrl+c", CARD, Copy, Words::keys_copy),
    row("Ctrl+x", CARD, Cut, Words::keys_cut),
    row("Ctrl+v", CARD, Paste, Words::keys_paste),
    row("Enter", WRITING, FinishAndBelow, Words::keys_finish_below),
    row("Tab", WRITING, Inside, Words::keys_inside),
    row("Shift+Tab", WRITING, ToParent, Words::keys_to_parent),
    row("Escape  Ctrl+Enter  F2", WRITING, Finish, Words::keys_finish),
    row("Backspace  Delete", WRITING, RemoveEmpty, Words::keys_remove_empty),
    row("Shift+Enter", WRITING, ToNote, Words::keys_to_note),
    row("Alt+Shift+ArrowUp", ALWAYS, MoveUp, Words::keys_move_up),
    row("Alt+Shift+ArrowDown", ALWAYS, MoveDown, Words::keys_move_down),
    row("Alt+Shift+ArrowLeft", ALWAYS, Promote, Words::keys_promote),
    row("Alt+Shift+ArrowRight", ALWAYS, Demote, Words::keys_demote),
    row("Alt+Shift+L", ALWAYS, LinkTo, Words::keys_link),
    row("Alt+Shift+D", ALWAYS, Details, Words::keys_details),
    row("Ctrl+z", ALWAYS, Undo, Words::keys_undo),
    row("Ctrl+y  Ctrl+Shift+Z", ALWAYS, Redo, Words::keys_redo),
    row("Ctrl+k", ALWAYS, Palette, Words::keys_palette),
    row("Ctrl+/", ALWAYS, Keys, Words::keys_sheet),
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
                | SelectAll
                | Collapse
                | Expand
                | ExpandSiblings
                | ExpandAll
                | FocusBranch
                | ShowAll
                | Find
                | TypeAhead
                | Palette
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
    // On a Mac, Option with a letter is another letter of the text.
    if mode == Mode::Writing && press.mac && press.alt && press.cap.is_some() {
        return None;
    }
    let row = TABLE
        .iter()
        .find(|row| row.modes.contains(&mode) && row.keys.split("  ").any(|keys| meets(press, keys)));
    row.map(|row| row.command).or_else(|| letter(press, mode))
}

/// A single letter on a card begins to write at its end, and on a row looks for one that begins so. Never with Ctrl or
/// Alt: AltGr makes both.
fn letter(press: &Press, mode: Mode) -> Option<Command> {
    let mut characters = press.key.chars();
    let single =
        characters.next().is_some_and(|character| !character.is_control()) && characters.next().is_none();
    let found = match mode {
        OnCard => WriteLetter,
        OnRow => TypeAhead,
        Mode::Writing => return None,
    };
    (single && !press.ctrl && !press.alt).then_some(found)
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
    use Mode::Writing;

    fn press(keys: &str) -> Press {
        let (ctrl, rest) = modifier(keys, "Ctrl+");
        let (alt, rest) = modifier(rest, "Alt+");
        let (shift, key) = modifier(rest, "Shift+");
        Press { key: key.into(), ctrl, shift, alt, ..Press::default() }
    }

    #[test]
    fn k2_every_row_is_reached_by_its_keys() {
        for row in TABLE {
            for keys in row.keys.split("  ") {
                for mode in row.modes {
                    assert_eq!(command(&press(keys), *mode), Some(row.command), "{keys} {mode:?}");
                }
            }
        }
    }

    #[test]
    fn k2_a_letter_with_alt_is_the_one_on_the_key() {
        let mut press =
            Press { key: "Ò".into(), shift: true, alt: true, cap: Some('L'), ..Press::default() };
        assert_eq!(command(&press, OnCard), Some(LinkTo));
        assert_eq!(command(&press, Writing), Some(LinkTo));
        press.mac = true;
        assert_eq!(command(&press, OnCard), Some(LinkTo));
        assert_eq!(command(&press, Writing), None, "there it is a letter of the text");
    }

    #[test]
    fn k2_letters_write_and_the_browser_keeps_its_own() {
        let table = [
            ("a", OnCard, Some(WriteLetter)),
            ("ŵ", OnCard, Some(WriteLetter)),
            ("a", Writing, None),
            ("Shift+A", OnCard, Some(WriteLetter)),
            ("a", OnRow, Some(TypeAhead)),
            ("*", OnRow, Some(ExpandSiblings)),
            ("Ctrl+k", OnRow, Some(Palette)),
            ("Ctrl+K", Writing, Some(Palette)),
            ("Tab", OnCard, None),
            ("Tab", OnRow, None),
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
