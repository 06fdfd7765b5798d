//! A block of cells comes in from a spreadsheet.

use std::collections::BTreeSet;

use exchange::observations::{day_of, number_of};
use leptos::prelude::*;
use model::measure::Measure;

use super::events::Events;
use super::grid::{Grid, MOST_MEASUREMENTS, Place};
use super::rows::{self, NEW, Row, iso};
use crate::diagram::called::short;
use crate::language::say;
use crate::random::random;
use crate::state::session::{LAST, Notice};

impl Grid {
    /// Puts a block of cells in from a cell on, and says what came of it. Where it begins with days, they decide the
    /// rows; where it is longer than the rows, the calendar goes on.
    pub fn paste(self, from: &Place, text: &str) {
        if !self.subject.state.may_edit() {
            return;
        }
        let block = rows::block(text);
        self.widen(&block, from.1);
        let shape = self.shape.get_untracked();
        let is_day = |row: &Vec<String>| {
            row.len() > 1
                && row.first().is_some_and(|cell| day_of(cell).is_ok() && cell.parse::<f64>().is_err())
        };
        let days = block.iter().filter(|row| is_day(row)).count();
        let dated = days > 0 && days * 2 >= block.len();
        let (mut cells, mut named, mut twice) = (Vec::new(), BTreeSet::new(), 0);
        let (mut key, mut left) = (Some(from.0.clone()), Vec::new());
        let there = self.subject.now(|measure| measure.observations.clone());
        let mut events = Events::beside(&there);
        let is_of_events = self.subject.now(Measure::calendar).is_none();
        for (line, row) in block.into_iter().enumerate() {
            let at = match row.first().and_then(|cell| day_of(cell).ok()) {
                Some(day) if dated && is_of_events => {
                    let text = |column| row.get(shape.place(column)).cloned().unwrap_or_default();
                    let value = match rows::row("", shape, text) {
                        Row::Observed(observed) => Some(observed.value),
                        _ => None,
                    };
                    Some(events.key(&iso(day), value.as_ref(), || random() as u32))
                }
                Some(day) if dated => Some(self.kept_under(day)),
                None if dated => None,
                _ => key.clone(),
            };
            let Some(at) = at else {
                // The first may be a heading.
                if !dated || line > 0 {
                    left.push(row.into_iter().next().unwrap_or_default());
                }
                continue;
            };
            twice += usize::from(!named.insert(at.clone()));
            let first = if dated { 0 } else { from.1 };
            let places = row.into_iter().enumerate().map(|(place, cell)| (first + place, cell));
            for (column, cell) in places.filter(|(column, _)| *column < shape.columns()) {
                let day = || at.split('~').next().unwrap_or_default().to_owned();
                let cell = if column == 0 && dated { day() } else { cell };
                cells.push(((at.clone(), column), cell));
            }
            key = self.after(&at);
        }
        let count = named.len();
        let faulty = self.write_all(cells);
        let state = self.subject.state;
        let mut words = match faulty {
            0 => say().measures_pasted(count),
            faulty => say().measures_pasted_faulty(count, faulty),
        };
        if let Some(first) = left.first() {
            words = format!("{words} {}", say().measures_pasted_left(left.len(), &short(first)));
        }
        if twice > 0 {
            words = format!("{words} {}", say().measures_pasted_twice(twice));
        }
        state
            .session
            .notify(Notice::text(words).about(LAST).with(say().project_undo(), move || state.undo()));
    }

    /// Makes room for as many measurements as the longest row of a block has.
    fn widen(self, block: &[Vec<String>], first: usize) {
        let is_number = |cell: &&String| number_of(cell).is_ok();
        let skipped = |row: &[String]| usize::from(row.first().is_some_and(|cell| day_of(cell).is_ok()));
        let numbers = |row: &Vec<String>| {
            let skipped = if first == 0 { skipped(row) } else { 0 };
            (first + skipped).max(1) - 1 + row.iter().skip(skipped).take_while(is_number).count()
        };
        let widest = block.iter().map(numbers).max().unwrap_or_default().min(MOST_MEASUREMENTS);
        if widest > self.wider.get_untracked() {
            self.wider.set(widest);
        }
    }

    /// The row after another, in the grid or by the calendar.
    fn after(self, key: &str) -> Option<String> {
        let next = self.beside(&(key.to_owned(), 0), 1).map(|(key, _)| key).filter(|key| key != NEW);
        next.or_else(|| self.subject.now(|measure| rows::next_key(measure, key)))
    }
}
