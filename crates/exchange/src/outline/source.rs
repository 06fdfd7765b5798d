//! From pasted text to rows: line ends, quoting, spreadsheets, indentation.

use model::Level;

use super::{Fault, LONGEST, MOST, line::Line, names};

/// A cell of a spreadsheet has at most so many lines; a quotation mark that is open for longer is none.
const LINES_IN_CELL: usize = 100;

/// A row: one card, before it is known what it stands under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// The line, counted from 1.
    pub(super) number: usize,
    /// How far it is indented.
    pub(super) indent: Indent,
    pub(super) line: Line,
    /// The column that a spreadsheet's heading gives it.
    pub(super) level: Option<Level>,
}

/// Indentation as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Indent {
    pub(super) tabs: usize,
    pub(super) spaces: usize,
}

/// What a text consists of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Rows {
    pub(super) rows: Vec<Row>,
    /// Whether a `>` said which cards are ideas.
    pub(super) marked: bool,
}

/// Splits a text into rows.
pub(super) fn rows(text: &str) -> Result<Rows, Fault> {
    if text.len() > LONGEST {
        return Err(Fault {
            line: 1,
            message: format!(
                "begins more than {} MB of text, and no diagram has so much",
                LONGEST / 1_000_000
            ),
        });
    }
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let sheet = text.lines().any(|line| line.trim().contains('\t') && cells(line).count() > 1);
    let lines = if sheet { joined(&text) } else { numbered(&text) };
    let lines = unquoted(lines);
    let mut found = Rows::default();
    if sheet {
        read_sheet(&lines, &mut found)
    } else {
        read_lines(&lines, &mut found)
    }
    match found.rows.get(MOST) {
        Some(row) => Err(Fault {
            line: row.number,
            message: format!("is one card too many: an outline may have {MOST}"),
        }),
        None if found.rows.is_empty() => {
            Err(Fault { line: 1, message: "says nothing that could become a card".into() })
        }
        None => Ok(found),
    }
}

type Numbered = (usize, String);

fn numbered(text: &str) -> Vec<Numbered> {
    text.lines().enumerate().map(|(index, line)| (index + 1, line.to_owned())).collect()
}

/// The cells of a line with their columns, bullets not counted.
fn cells(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let cell = |(_, cell): &(usize, &str)| !Line::read(cell).is_blank();
    line.split('\t').enumerate().filter(cell)
}

/// Joins the lines of a cell that a spreadsheet put in quotes because it holds line breaks. A quotation mark that never
/// closes is none.
fn joined(text: &str) -> Vec<Numbered> {
    let mut joined: Vec<Numbered> = Vec::new();
    let mut lines = numbered(text);
    lines.reverse();
    while let Some((number, mut line)) = lines.pop() {
        for _ in 0..lines_in_cell(&line, &lines) {
            line.push(' ');
            line.extend(lines.pop().map(|(_, more)| more));
        }
        joined.push((number, line));
    }
    joined
}

/// How many of the lines to come, the next one last, belong to the last cell of this line.
fn lines_in_cell(line: &str, to_come: &[Numbered]) -> usize {
    let last = line.rsplit('\t').next().unwrap_or_default();
    if !last.starts_with('"') || last.matches('"').count().is_multiple_of(2) {
        return 0;
    }
    for (place, (_, line)) in to_come.iter().rev().take(LINES_IN_CELL).enumerate() {
        let cell = line.split('\t').next().unwrap_or_default();
        if cell.ends_with('"') && cell.matches('"').count() % 2 == 1 {
            return place + 1;
        }
        if line.contains('\t') {
            return 0;
        }
    }
    0
}

/// A cell without the quotes that a spreadsheet puts around line breaks and quotes.
fn uncelled(cell: &str) -> String {
    let inner = cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"'));
    match inner {
        Some(inner) if inner.replace("\"\"", "").contains('"') => cell.to_owned(),
        Some(inner) => inner.replace("\"\"", "\""),
        None => cell.to_owned(),
    }
}

/// Takes off the `>` of a quoted mail: where every line starts with one, it says nothing about ideas.
fn unquoted(mut lines: Vec<Numbered>) -> Vec<Numbered> {
    lines.retain(|(_, line)| !line.trim().is_empty());
    let cited = |(_, line): &Numbered| line.starts_with('>');
    if lines.len() > 2 && says_who_wrote(&lines[0].1) && lines[1..].iter().all(cited) {
        lines.remove(0);
    }
    let mut quoted = false;
    while !lines.is_empty() && lines.iter().all(|(_, line)| line.starts_with('>')) {
        quoted = true;
        lines.iter_mut().for_each(|(_, line)| *line = line[1..].to_owned());
        lines.retain(|(_, line)| !line.trim().is_empty());
    }
    if quoted {
        for (_, line) in &mut lines {
            if let Some(after) = line.strip_prefix(' ') {
                *line = after.to_owned();
            }
        }
    }
    lines
}

/// Whether a line is what mail programs put above what they quote: "On 3 May 2026, Sam <sam@example.org> wrote:".
fn says_who_wrote(line: &str) -> bool {
    let line = line.trim();
    let verbs = ["wrote:", "ysgrifennodd:"];
    line.ends_with(':') && (line.contains('@') || verbs.iter().any(|verb| line.ends_with(verb)))
}

fn read_lines(lines: &[Numbered], found: &mut Rows) {
    for (number, text) in lines {
        let start = text.len() - text.trim_start().len();
        let (mut indent, mut line) = (Indent::of(&text[..start]), Line::read(text));
        found.marked |= line.idea;
        if line.idea && indent == Indent::default() {
            indent = behind_mark(text);
        }
        if line.is_blank() {
            continue;
        }
        line.text = super::line::on_one_line(&line.text);
        found.rows.push(Row { number: *number, indent, line, level: None });
    }
}

/// The indentation of a line whose `>` stands at the very left: what follows, if it is more than the usual space.
fn behind_mark(text: &str) -> Indent {
    let after = text.strip_prefix('>').unwrap_or_default();
    let blank = &after[..after.len() - after.trim_start().len()];
    let indent = Indent::of(blank.strip_prefix(' ').unwrap_or(blank));
    if indent.tabs + indent.spaces / 2 > 0 { indent } else { Indent::default() }
}

impl Indent {
    fn of(blank: &str) -> Self {
        let tabs = blank.matches('\t').count();
        let wide = blank.matches('\u{3000}').count();
        Indent { tabs, spaces: blank.chars().count() - tabs + wide }
    }
}

fn read_sheet(lines: &[Numbered], found: &mut Rows) {
    let mut headings: Vec<Option<Level>> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for (place, (number, text)) in lines.iter().enumerate() {
        if let Some(levels) = Some(text).filter(|_| place == 0).and_then(|text| sheet_headings(text)) {
            headings = levels;
            continue;
        }
        found.marked |= text.split('\t').any(|cell| Line::read(cell).idea);
        for (column, cell) in new_cells(text, &mut open) {
            let line = Line::read(&uncelled(&cell));
            let indent = Indent { tabs: column, spaces: 0 };
            let level = headings.get(column).copied().flatten();
            found.rows.push(Row { number: *number, indent, line, level });
        }
    }
}

/// The levels of a spreadsheet's columns, where its first row names them all.
fn sheet_headings(text: &str) -> Option<Vec<Option<Level>>> {
    let named: Option<Vec<(usize, Level)>> =
        cells(text).map(|(column, cell)| Some((column, names::heading(cell)?))).collect();
    let named = named?;
    let mut levels = vec![None; named.last()?.0 + 1];
    named.into_iter().for_each(|(column, level)| levels[column] = Some(level));
    Some(levels)
}

/// The cells of a row that are not those of the row above said again, with their columns.
fn new_cells(text: &str, open: &mut Vec<String>) -> Vec<(usize, String)> {
    let mut new = Vec::new();
    for (column, cell) in cells(text) {
        let cell = cell.trim();
        let again = new.is_empty() && open.get(column).is_some_and(|above| above == cell);
        if !again {
            open.resize(column, String::new());
            open.push(cell.to_owned());
            new.push((column, cell.to_owned()));
        }
    }
    new
}
