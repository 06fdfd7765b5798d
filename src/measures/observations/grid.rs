//! What is done in the grid: cells are written, filled, cleared, copied and pasted, each as one step.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use exchange::observations::{Fault, day_of};
use leptos::prelude::*;
use model::Change;
use model::measure::{Measure, Observation};
use model::period::period_start;

use super::rows::{self, Drafts, NEW, Row, iso};
use super::shape::{Column, Shape};
use crate::days;
use crate::measures::edit::Subject;
use crate::random::random;

/// The latest rows that are shown at first: a page of thousands would be slow to reach its end.
pub const LATEST: usize = 120;

/// The most single measurements that a period has room for.
pub const MOST_MEASUREMENTS: usize = 50;

/// A cell: the key of its row, and its column.
pub type Place = (String, usize);

/// The cells of a row that were written, and what stands in each of its cells.
type Written<'a> = (&'a BTreeMap<Column, String>, &'a dyn Fn(Column) -> String);

/// The grid of one measure.
#[derive(Clone, Copy)]
pub struct Grid {
    /// The measure.
    pub subject: Subject,
    /// What a period holds.
    pub shape: Memo<Shape>,
    /// What a person wants to enter, as long as there are no values.
    pub chosen: RwSignal<Option<Shape>>,
    /// Cells that are no observation yet.
    pub drafts: RwSignal<Drafts>,
    /// The rows.
    pub keys: Memo<Vec<String>>,
    /// The cell one was on last.
    pub at: RwSignal<Option<Place>>,
    /// The other corner of what is selected.
    pub corner: RwSignal<Option<Place>>,
    /// The cells that are selected, row by row, where there are several.
    selection: Memo<Vec<Vec<Place>>>,
    /// The column in which a row was begun that Tab goes through: Enter goes back to it.
    pub begun: StoredValue<Option<usize>>,
    /// Whether all rows are shown.
    pub all: RwSignal<bool>,
    /// How many measurements a period has room for, beyond what is there.
    pub(super) wider: RwSignal<usize>,
    observations: Memo<Arc<BTreeMap<String, Observation>>>,
}

impl Grid {
    /// The grid of a measure.
    pub fn new(subject: Subject) -> Self {
        let chosen = RwSignal::new(None);
        let drafts = RwSignal::new(Drafts::new());
        let wider = RwSignal::new(0);
        let shape = Memo::new(move |_| match subject.with(|measure| Shape::of(measure, chosen.get())) {
            Shape::Subgroup(count) => Shape::Subgroup(count.max(wider.get())),
            shape => shape,
        });
        let keys = Memo::new(move |_| {
            subject.with(|measure| match subject.reader() {
                // Where nothing can be written, no row waits for it.
                true => measure.observations.iter().map(|one| one.key.clone()).collect(),
                false => drafts.with(|drafts| rows::keys(measure, drafts, today())),
            })
        });
        let observations = Memo::new(move |_| {
            subject.with(|measure| {
                let list = measure.observations.iter().map(|one| (one.key.clone(), one.clone()));
                Arc::new(list.collect())
            })
        });
        let (at, corner) = (RwSignal::new(None), RwSignal::new(None));
        let selection = Memo::new(move |_| {
            let (Some(corner), Some(at)) = (corner.get(), at.get()) else { return Vec::new() };
            keys.with(|keys| between(keys, at, corner))
        });
        Self {
            subject,
            shape,
            chosen,
            drafts,
            keys,
            at,
            corner,
            selection,
            begun: StoredValue::new(None),
            all: RwSignal::new(false),
            wider,
            observations,
        }
    }

    /// Where the row stands that is written next: behind the last value.
    pub fn next(self) -> usize {
        let last = self.observations.with(|all| all.keys().next_back().cloned());
        self.keys.with(|keys| {
            let next = last.and_then(|last| keys.iter().position(|key| *key == last)).map(|at| at + 1);
            next.unwrap_or_default().min(keys.len().saturating_sub(1))
        })
    }

    /// What a cell shows.
    pub fn text(self, key: &str, column: Column) -> String {
        let draft = self.drafts.with(|drafts| drafts.get(key).and_then(|cells| cells.get(&column)).cloned());
        draft.unwrap_or_else(|| self.observations.with(|all| rows::cell(key, all.get(key), column)))
    }

    /// The same, in words where it is a day.
    pub fn shown(self, key: &str, column: Column) -> String {
        let text = self.text(key, column);
        if column == Column::Date { days::written(&text) } else { text }
    }

    /// What all cells of a row show, from the first.
    pub fn row_shown(self, key: &str) -> Vec<String> {
        let shape = self.shape.get();
        (0..shape.columns()).map(|column| self.shown(key, shape.column(column))).collect()
    }

    /// The columns of a row that are selected, where several cells are.
    pub fn row_selected(self, key: &str) -> Option<(usize, usize)> {
        self.selection.with(|rows| {
            let row = rows.iter().find(|row| row.first().is_some_and(|(of, _)| of == key))?;
            Some((row.first()?.1, row.last()?.1))
        })
    }

    fn text_now(self, key: &str, column: Column) -> String {
        untrack(|| self.text(key, column))
    }

    /// What is wrong with the cells of a row.
    pub fn faults(self, key: &str) -> Vec<(Column, Fault)> {
        let Some(cells) = self.drafts.with(|drafts| drafts.get(key).cloned()) else { return Vec::new() };
        let known = self.observations.with(|all| all.get(key).cloned());
        let text = |column| self.text(key, column);
        match rows::row_of(
            (key, known.as_ref()),
            self.shape.get(),
            |column| cells.contains_key(&column),
            text,
        ) {
            Row::Faulty(faults) => faults,
            Row::Empty if !self.text(key, Column::Note).trim().is_empty() => {
                vec![(Column::Note, Fault::NoteWithoutValue)]
            }
            _ => self.day_fault(key),
        }
    }

    fn day_fault(self, key: &str) -> Vec<(Column, Fault)> {
        let text = self.text(key, Column::Date);
        let fault = match day_of(&text) {
            Err(fault) => Some(fault).filter(|_| !text.trim().is_empty()),
            Ok(day) => Some(Fault::RepeatedDate).filter(|_| self.is_taken(key, day)),
        };
        fault.map(|fault| (Column::Date, fault)).into_iter().collect()
    }

    /// Whether a day that a row is to have belongs to another one.
    fn is_taken(self, key: &str, day: NaiveDate) -> bool {
        let there = self.kept_under(day);
        let is_own = rows::day_of(key) == Some(day) || key == there;
        !is_own
            && self.subject.now(Measure::calendar).is_some()
            && self.observations.with(|all| all.contains_key(&there))
    }

    /// Writes a cell.
    pub fn write(self, place: &Place, text: &str) {
        // Whoever writes into the last measurement has room for one more.
        let shape = self.shape.get_untracked();
        let is_last = shape.is_subgroup() && shape.column(place.1) == Column::Part(shape.parts() - 1);
        if is_last && !text.trim().is_empty() && shape.parts() < MOST_MEASUREMENTS {
            self.wider.set(shape.parts() + 1);
        }
        self.write_all([(place.clone(), text.to_owned())]);
    }

    /// Writes cells as one step; how many of their rows hold a fault now.
    pub fn write_all(self, cells: impl IntoIterator<Item = (Place, String)>) -> usize {
        if !self.subject.state.may_edit() {
            return 0;
        }
        let shape = self.shape.get_untracked();
        let mut written: BTreeMap<String, BTreeMap<Column, String>> = BTreeMap::new();
        for ((key, column), text) in cells {
            let column = shape.column(column);
            let before = self.drafts.with_untracked(|drafts| drafts.get(&key).cloned()).unwrap_or_default();
            written.entry(key).or_insert(before).insert(column, text);
        }
        let (mut edit, mut faulty) = (Vec::new(), 0);
        let mut drafts = self.drafts.get_untracked();
        for (key, cells) in written {
            let text =
                |column: Column| cells.get(&column).cloned().unwrap_or_else(|| self.text_now(&key, column));
            match self.row(&key, shape, (&cells, &text)) {
                Ok(changes) => {
                    drafts.remove(&key);
                    // A value that is taken away to be written anew leaves its note and its mark where they are.
                    let beside = [Column::Note, Column::Ghost].map(|column| (column, text(column)));
                    let is_gone =
                        changes.iter().any(|change| matches!(change, Change::Forget(_, of) if *of == key));
                    if is_gone && beside.iter().any(|(_, text)| !text.trim().is_empty()) {
                        drafts.insert(key, BTreeMap::from(beside));
                    }
                    edit.extend(changes);
                }
                Err(()) => {
                    faulty += 1;
                    drafts.insert(key, cells);
                }
            }
        }
        self.drafts.set(drafts);
        if !edit.is_empty() {
            self.subject.write(edit.into_iter().collect());
        }
        faulty
    }

    /// What a row of texts changes; none while it cannot be read.
    fn row(self, key: &str, shape: Shape, (cells, text): Written<'_>) -> Result<Vec<Change>, ()> {
        let measure = self.subject.id();
        let known = self.observations.with_untracked(|all| all.get(key).cloned());
        let said = text(Column::Date);
        let own = rows::day_of(key);
        let moved = match day_of(&said) {
            Ok(day) if own == Some(day) => iso(day),
            Ok(day) => self.kept_under(day),
            Err(_) if key == NEW && said.trim().is_empty() => days::today_iso(),
            Err(_) => return Err(()),
        };
        match rows::row_of((key, known.as_ref()), shape, |column| cells.contains_key(&column), text) {
            Row::Faulty(_) => Err(()),
            // A day or a note alone waits for its value.
            Row::Empty if known.is_none() => {
                let is_dated = match key {
                    NEW => !said.trim().is_empty(),
                    _ => own.map(iso).as_deref() != Some(moved.as_str()),
                };
                let is_empty = text(Column::Note).trim().is_empty() && !is_dated;
                if is_empty { Ok(Vec::new()) } else { Err(()) }
            }
            Row::Empty => Ok(vec![Change::Forget(measure, key.to_owned())]),
            Row::Observed(observation) => {
                let stays = own.map(iso).as_deref() == Some(moved.as_str());
                if stays {
                    let same = known.as_ref() == Some(&observation);
                    return Ok(if same { Vec::new() } else { vec![Change::Observe(measure, observation)] });
                }
                let Some(key_of_day) = self.free(&moved) else { return Err(()) };
                let gone = known.map(|_| Change::Forget(measure.clone(), key.to_owned()));
                let there = Change::Observe(measure, Observation { key: key_of_day, ..observation });
                Ok(gone.into_iter().chain([there]).collect())
            }
        }
    }

    /// The day under which what was observed on a day is kept: the first of its period.
    pub(super) fn kept_under(self, day: NaiveDate) -> String {
        iso(self.subject.now(Measure::calendar).map_or(day, |frequency| period_start(day, frequency)))
    }

    /// The key of a day: of events there may be several on one.
    fn free(self, day: &str) -> Option<String> {
        let taken = self.observations.with_untracked(|all| all.contains_key(day));
        let by_calendar = self.subject.now(Measure::calendar).is_some();
        match (taken, by_calendar) {
            (false, _) => Some(day.to_owned()),
            // The row says so.
            (true, true) => None,
            (true, false) => Some(format!("{day}~{:08x}", random() as u32)),
        }
    }

    /// The selected cells, row by row; the cell one is on where nothing is selected.
    pub fn selected(self) -> Vec<Vec<Place>> {
        let Some(at) = self.at.get_untracked() else { return Vec::new() };
        let corner = self.corner.get_untracked().unwrap_or_else(|| at.clone());
        self.keys.with_untracked(|keys| between(keys, at, corner))
    }

    /// The selected cells as a spreadsheet takes them.
    pub fn copied(self) -> String {
        let shape = self.shape.get_untracked();
        let cell =
            |(key, column): &Place| self.text_now(key, shape.column(*column)).replace(['\t', '\n'], " ");
        let line = |row: &Vec<Place>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
        self.selected().iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Empties the selected cells; days stay.
    pub fn clear(self) {
        let cells = self.selected().into_iter().flatten().filter(|(_, column)| *column > 0);
        self.write_all(cells.map(|place| (place, String::new())));
    }

    /// Fills the selected cells with the first row of them; one cell alone with the one above it.
    pub fn fill(self) {
        let mut rows = self.selected();
        if rows.len() == 1 {
            let above = rows[0].iter().filter_map(|place| self.beside(place, -1)).collect();
            rows.insert(0, above);
        }
        let shape = self.shape.get_untracked();
        let Some((first, rest)) = rows.split_first() else { return };
        let filled = rest.iter().flat_map(|row| row.iter().zip(first)).filter(|((_, column), _)| *column > 0);
        let cells: Vec<_> = filled
            .map(|(place, (key, column))| (place.clone(), self.text_now(key, shape.column(*column))))
            .collect();
        self.write_all(cells);
    }

    /// The cell so many rows further down.
    pub fn beside(self, (key, column): &Place, rows: isize) -> Option<Place> {
        self.keys.with_untracked(|keys| {
            let at = keys.iter().position(|one| one == key)?.checked_add_signed(rows)?;
            keys.get(at).map(|key| (key.clone(), *column))
        })
    }
}

/// The cells between two corners, row by row.
fn between(keys: &[String], (one, column): Place, (other, to): Place) -> Vec<Vec<Place>> {
    let find = |key: &String| keys.iter().position(|one| one == key);
    let (Some(first), Some(last)) = (find(&one), find(&other)) else { return Vec::new() };
    let columns = column.min(to)..=column.max(to);
    let row = |key: &String| columns.clone().map(|column| (key.clone(), column)).collect();
    keys[first.min(last)..=first.max(last)].iter().map(row).collect()
}

fn today() -> NaiveDate {
    day_of(&days::today_iso()).unwrap_or_default()
}
