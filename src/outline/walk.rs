//! Where keys lead in the outline (the tree pattern of the ARIA authoring guide).

use std::collections::BTreeSet;

use model::CardId;
use model::search::folded;

use super::rows::{OutlineRow, RowKey, Rows};
use crate::diagram::walk::Way;

/// What a key asks of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The keyboard goes to a row.
    Go(RowKey),
    /// A card is opened: what hangs from it is shown.
    Open(CardId),
    /// A card is closed.
    Close(CardId),
}

/// What an arrow, Home or End asks for; none where it leads nowhere.
pub fn step(rows: &Rows, from: &RowKey, way: Way) -> Option<Step> {
    let at = rows.position(from)?;
    let row = &rows.list[at];
    let go = |row: &OutlineRow| Step::Go(row.key.clone());
    match way {
        Way::Up => rows.list.get(at.checked_sub(1)?).map(go),
        Way::Down => rows.list.get(at + 1).map(go),
        Way::First | Way::Aim => rows.list.first().map(go),
        Way::Last => rows.list.last().map(go),
        Way::Right => match row.open {
            Some(false) => Some(Step::Open(row.key.card.clone())),
            Some(true) => rows.list.get(at + 1).map(go),
            None => None,
        },
        Way::Left if row.open == Some(true) => Some(Step::Close(row.key.card.clone())),
        Way::Left => rows.list[..at].iter().rev().find(|above| above.depth < row.depth).map(go),
    }
}

/// The cards beside a row, itself included, from which something hangs: `*` opens them all.
pub fn siblings(rows: &Rows, from: &RowKey) -> BTreeSet<CardId> {
    let has_children = |row: &&OutlineRow| row.key.under == from.under && row.open.is_some();
    rows.list.iter().filter(has_children).map(|row| row.key.card.clone()).collect()
}

/// The next row whose text begins as was typed; with one letter, behind the row one is on.
pub fn begins_with<'a>(
    rows: &'a Rows,
    from: &RowKey,
    typed: &str,
    text: impl Fn(&CardId) -> String,
) -> Option<&'a RowKey> {
    let typed = plain(typed);
    let at = rows.position(from)?;
    let first = if typed.chars().count() > 1 { at } else { at + 1 };
    let count = rows.list.len();
    let turn = (0..count).map(|step| &rows.list[(first + step) % count].key);
    turn.into_iter().find(|key| plain(&text(&key.card)).starts_with(&typed))
}

/// Without capitals, marks and what people put around words.
fn plain(text: &str) -> String {
    folded(text.trim_start_matches(|letter: char| !letter.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::cases::{self, id};
    use model::Level;

    fn rows(closed: &[&str]) -> Rows {
        let structure = cases::structure(&[
            ("aim", "", Level::Aim),
            ("p1", "aim", Level::Primary),
            ("s1", "p1", Level::Secondary),
            ("p2", "aim", Level::Primary),
            ("s2", "p2", Level::Secondary),
        ]);
        Rows::of(&structure, &closed.iter().map(|card| id(card)).collect())
    }

    fn key(rows: &Rows, card: &str) -> RowKey {
        rows.of_card(&id(card), None).unwrap().key.clone()
    }

    #[test]
    fn k8_arrows_open_close_and_walk_the_rows_as_in_any_tree() {
        let open = rows(&[]);
        let closed = rows(&["p1"]);
        let table = [
            (&open, "aim", Way::Down, "go p1"),
            (&open, "s1", Way::Down, "go p2"),
            (&open, "p2", Way::Up, "go s1"),
            (&open, "aim", Way::Up, ""),
            (&open, "s2", Way::Down, ""),
            (&open, "p1", Way::Right, "go s1"),
            (&open, "s1", Way::Right, ""),
            (&open, "p1", Way::Left, "close p1"),
            (&open, "s1", Way::Left, "go p1"),
            (&closed, "p1", Way::Right, "open p1"),
            (&closed, "p1", Way::Left, "go aim"),
            (&closed, "p1", Way::Down, "go p2"),
            (&open, "s2", Way::First, "go aim"),
            (&open, "aim", Way::Last, "go s2"),
        ];
        for (rows, from, way, expected) in table {
            let step = match step(rows, &key(rows, from), way) {
                None => String::new(),
                Some(Step::Go(row)) => format!("go {}", row.card),
                Some(Step::Open(card)) => format!("open {card}"),
                Some(Step::Close(card)) => format!("close {card}"),
            };
            assert_eq!(step, expected, "{from} {way:?}");
        }
    }

    #[test]
    fn k8_letters_lead_to_the_next_row_that_begins_so() {
        let rows = rows(&[]);
        let text = |card: &CardId| match card.as_str() {
            "aim" => "‘Sleep’ well".to_owned(),
            "p1" => "Staffing".to_owned(),
            "s1" => "Skill mix".to_owned(),
            "p2" => "Llŷn flow".to_owned(),
            _ => "staff rota".to_owned(),
        };
        for (from, typed, to) in [
            ("aim", "s", "p1"),
            ("p1", "s", "s1"),
            ("s2", "s", "aim"),
            ("p1", "st", "p1"),
            ("s1", "St", "s2"),
            ("aim", "lly", "p2"),
            ("aim", "LLŶ", "p2"),
            ("aim", "x", ""),
        ] {
            let found = begins_with(&rows, &key(&rows, from), typed, text);
            assert_eq!(found.map(|key| key.card.to_string()).unwrap_or_default(), to, "{from} {typed}");
        }
    }

    #[test]
    fn k8_a_star_opens_all_beside() {
        let rows = rows(&["p1"]);
        assert_eq!(siblings(&rows, &key(&rows, "p2")), BTreeSet::from([id("p1"), id("p2")]));
    }
}
