//! A text as a table whose dates stand below each other, whatever way round it came.

use std::{borrow::Cow, ops::Range};

use super::{
    MOST_CELLS, MOST_COLUMNS,
    cells::{self, Separator},
    choice::Role,
    day::{is_plain_number, is_surely_date, written},
    fault::Refusal,
    headings::heading,
    number::is_number,
};

/// A table of cells. Rows and columns are counted from 0 and as they are read: months across have become months down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What stood between the cells.
    pub separator: Separator,
    /// Whether months stood across, so that rows of the text are columns here.
    pub across: bool,
    /// The row of the headings; none where there is none.
    pub heading: Option<usize>,
    /// The first row of observations.
    pub first: usize,
    /// The column of the dates; none where none was found.
    pub dates: Option<usize>,
    lines: Vec<Vec<String>>,
    width: usize,
    height: usize,
}

impl Table {
    /// The table of a text, with separator, direction, dates and heading as they seem to be.
    pub fn read(text: &str) -> Result<Table, Refusal> {
        let text = cells::seen(text)?;
        let separator = separator(&text)?;
        let mut lines = cells::split(&text, separator.sign())?;
        if named_separator(&text).is_some() {
            // the line stays, so that rows have the numbers that people see
            lines[0].clear();
        }
        let across = is_across(&lines);
        Table::of(lines, separator, across)
    }

    /// The same text with rows for columns.
    pub fn turned(self) -> Result<Table, Refusal> {
        Table::of(self.lines, self.separator, !self.across)
    }

    fn of(lines: Vec<Vec<String>>, separator: Separator, across: bool) -> Result<Table, Refusal> {
        let longest = lines.iter().map(Vec::len).max().unwrap_or_default();
        let (width, height) = if across { (lines.len(), longest) } else { (longest, lines.len()) };
        if width > MOST_COLUMNS {
            return Err(Refusal::TooWide);
        }
        if width * height > MOST_CELLS {
            return Err(Refusal::TooLong);
        }
        let mut table =
            Table { separator, across, heading: None, first: 0, dates: None, lines, width, height };
        table.dates = table.find_dates();
        table.find_heading();
        Ok(table)
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The rows of observations, blank ones among them.
    pub fn rows(&self) -> Range<usize> {
        self.first..self.height
    }

    /// What stands in a cell; nothing outside.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let (line, place) = if self.across { (column, row) } else { (row, column) };
        self.lines.get(line).and_then(|line| line.get(place)).map_or("", String::as_str)
    }

    /// The date of some cells together: `2025` and `Nov`, `2023/24` and `M1`, `2025` and `11`.
    pub(super) fn joined<'a>(&'a self, row: usize, columns: &[usize]) -> Cow<'a, str> {
        if let [column] = columns {
            return self.cell(row, *column).into();
        }
        let cells: Vec<&str> =
            columns.iter().map(|column| self.cell(row, *column)).filter(|cell| !cell.is_empty()).collect();
        let sign = if cells.iter().all(|cell| is_plain_number(cell)) { "-" } else { " " };
        cells.join(sign).into()
    }

    /// Row and column of a cell in the text as it was given, counted from 1.
    pub fn spot(&self, row: usize, column: usize) -> (usize, usize) {
        if self.across { (column + 1, row + 1) } else { (row + 1, column + 1) }
    }

    /// What a column is called; nothing without headings.
    pub fn name(&self, column: usize) -> &str {
        self.heading.map_or("", |row| self.cell(row, column))
    }

    /// Whether nothing stands in a row.
    pub(super) fn is_blank(&self, row: usize) -> bool {
        (0..self.width).all(|column| self.cell(row, column).trim().is_empty())
    }

    /// The column with the most dates. Numbers that may be dates count in a column that says so, or in the first.
    fn find_dates(&self) -> Option<usize> {
        let count = |column, is_date: fn(&str) -> bool| {
            (0..self.height).filter(|row| is_date(self.cell(*row, column))).count()
        };
        let sure = (0..self.width).map(|column| (count(column, is_surely_date), column));
        // of two columns with as many dates the first counts
        let best = sure.max_by_key(|(count, column)| (*count, self.width - column));
        if let Some((_, column)) = best.filter(|(count, _)| *count > 0) {
            return Some(column);
        }
        let says_date = |text: &str| heading(text).is_some_and(|heading| heading.role == Role::Date);
        let named = (0..self.width).find(|column| count(*column, says_date) > 0);
        let is_filled = |cell: &str| !cell.is_empty();
        let maybe = |column| 2 * count(column, is_maybe_date) >= count(column, is_filled).max(1);
        named.or_else(|| (self.width > 1 && maybe(0)).then_some(0))
    }

    /// Observations begin at the first date; the line before may name the columns.
    fn find_heading(&mut self) {
        let begin = (0..self.height).find(|row| !self.is_blank(*row)).unwrap_or_default();
        let (mut first, is_data): (usize, fn(&Table, usize) -> bool) = match self.dates {
            Some(column) => {
                let is_date = |row: &usize| {
                    let cell = self.cell(*row, column);
                    is_surely_date(cell) || is_maybe_date(cell)
                };
                ((0..self.height).find(is_date).unwrap_or(begin + 1), Table::is_spoilt)
            }
            None => (begin + 1, |table, row| table.numbers(row, None) > 0),
        };
        while first > begin && is_data(self, first - 1) {
            first -= 1;
        }
        self.first = first.min(self.height);
        self.heading = (begin..self.first).rev().find(|row| !self.is_blank(*row));
    }

    /// Whether a row before the first date holds an observation all the same, with a date that is none.
    fn is_spoilt(&self, row: usize) -> bool {
        let Some(dates) = self.dates else { return false };
        let date = self.cell(row, dates);
        !date.is_empty() && heading(date).is_none() && self.numbers(row, Some(dates)) > 0
    }

    /// How many numbers stand in a row, beside its date.
    fn numbers(&self, row: usize, dates: Option<usize>) -> usize {
        let others = (0..self.width).filter(|column| Some(*column) != dates);
        others.filter(|column| is_number(self.cell(row, *column))).count()
    }
}

/// A number that may be a date.
pub(super) fn is_maybe_date(cell: &str) -> bool {
    is_plain_number(cell) && written(cell).is_ok()
}

/// `sep=;` in the first line, as Excel writes it.
fn named_separator(text: &str) -> Option<Separator> {
    let sign = text.lines().next()?.trim().strip_prefix("sep=")?;
    Separator::ALL.into_iter().find(|separator| sign.chars().eq([separator.sign()]))
}

/// How many lines are looked at to guess what is alike in all of them.
const LOOKED_AT: usize = 60;

/// The separator that makes the most of the first lines: cells, and dates and headings among them.
fn separator(text: &str) -> Result<Separator, Refusal> {
    if let Some(named) = named_separator(text) {
        return Ok(named);
    }
    // enough for the lines looked at, and cut between letters
    let end = (0..=text.len().min(LOOKED_AT * 400)).rev().find(|end| text.is_char_boundary(*end));
    let begin = &text[..end.unwrap_or_default()];
    let mut best = (0, Separator::Comma);
    for separator in Separator::ALL {
        let lines = cells::split(begin, separator.sign())?;
        let worth = |line: &Vec<String>| {
            let is_known =
                |cell: &String| is_surely_date(cell) || is_maybe_date(cell) || heading(cell).is_some();
            usize::from(line.len() > 1) + 2 * usize::from(line.len() > 1 && line.iter().any(is_known))
        };
        let worth = lines.iter().take(LOOKED_AT).map(worth).sum();
        if worth > best.0 {
            best = (worth, separator);
        }
    }
    Ok(best.1)
}

/// Whether dates stand beside each other rather than below.
fn is_across(lines: &[Vec<String>]) -> bool {
    let sure = most(lines, is_surely_date);
    let (across, down) = if sure == (0, 0) { maybe_across(lines) } else { sure };
    across > 1 && across > down
}

/// The most dates that one line of little else has, and the most that one column has.
fn most(lines: &[Vec<String>], is_date: fn(&str) -> bool) -> (usize, usize) {
    let (mut across, mut columns) = (0, Vec::new());
    for line in lines {
        let mut count = 0;
        for (column, _) in line.iter().enumerate().filter(|(_, cell)| is_date(cell)) {
            count += 1;
            columns.resize(columns.len().max(column + 1), 0);
            columns[column] += 1;
        }
        let beside = line.iter().skip(1).filter(|cell| !cell.is_empty());
        let others = beside.filter(|cell| !is_date(cell)).count();
        // beside the dates of a line stand its name, and perhaps a unit or a total
        if count > 2 * others {
            across = across.max(count);
        }
    }
    (across, columns.into_iter().max().unwrap_or_default())
}

/// `Measure 2021 2022 2023`: numbers beside a heading are dates where all of its line are.
fn maybe_across(lines: &[Vec<String>]) -> (usize, usize) {
    let Some(line) = lines.iter().find(|line| line.iter().any(|cell| !cell.is_empty())) else {
        return (0, 0);
    };
    let all = line.len() > 2 && !is_maybe_date(&line[0]) && line[1..].iter().all(|cell| is_maybe_date(cell));
    let down = lines.iter().filter(|line| line.first().is_some_and(|cell| is_maybe_date(cell))).count();
    if all { (line.len() - 1, down) } else { (0, down) }
}
