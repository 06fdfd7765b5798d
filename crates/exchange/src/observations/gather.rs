//! Observations of a table, by what was chosen.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use model::measure::{Observation, Value};

use super::{
    cells::Separator,
    choice::{Choice, DateOrder, Decimal, Ratios, Repeats, Role},
    day::{following_year, written},
    fault::{Fault, Question, RowFault},
    number::{Says, is_nothing, number, says},
    table::Table,
};
use crate::project::date_key;
use model::period::{Frequency, period_start};

/// What a table gives by a choice.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    /// The observations of the rows without fault, by date and then by key, as a measure has them.
    pub observations: Vec<Observation>,
    /// What is wrong, by row and column. A row with a fault gives no observation.
    pub faults: Vec<RowFault>,
    /// What has to be said before all rows can be read; rows that wait for it have a fault.
    pub questions: Vec<Question>,
    /// The dates that have no value, whether nothing stands there or a fault: a chart shows a gap.
    pub gaps: BTreeSet<String>,
    /// How many numbers had a percent sign; they are kept as the number of percents.
    pub percents: usize,
}

/// Reads the observations of one measure.
pub fn observations(table: &Table, choice: &Choice) -> Outcome {
    let mut gather = Gather::new(table, choice);
    gather.ask_for_columns();
    if gather.lacks_columns() {
        return gather.end();
    }
    for row in table.rows().filter(|row| !table.is_blank(*row)) {
        gather.row(row);
    }
    gather.end()
}

/// The most letters of a cell that a fault shows.
const SHOWN: usize = 40;

/// So many dates may follow one that shows the order of day and month: with fewer that do it may be a slip of the pen.
const MOST_BY_ONE: usize = 9;

struct Gather<'a> {
    table: &'a Table,
    choice: &'a Choice,
    order: Option<DateOrder>,
    decimal: Option<Decimal>,
    /// The day of the row before, where months have no year.
    before: Option<NaiveDate>,
    /// How many events each day has had.
    events: BTreeMap<String, usize>,
    found: BTreeMap<String, Observation>,
    outcome: Outcome,
}

/// A fault of a column, before it is known where its row stands.
type Wrong = (usize, Fault);

impl<'a> Gather<'a> {
    fn new(table: &'a Table, choice: &'a Choice) -> Self {
        let mut gather = Gather {
            table,
            choice,
            order: choice.date_order,
            decimal: choice.decimal,
            before: None,
            events: BTreeMap::new(),
            found: BTreeMap::new(),
            outcome: Outcome::default(),
        };
        gather.order = gather.order.or_else(|| gather.order_of_dates());
        gather.decimal = gather.decimal.or_else(|| gather.decimal_of_numbers());
        gather
    }

    fn ask(&mut self, question: Question) {
        if !self.outcome.questions.contains(&question) {
            self.outcome.questions.push(question);
        }
    }

    /// Without them every row would be at fault.
    fn lacks_columns(&self) -> bool {
        self.outcome.questions.iter().any(|question| matches!(question, Question::Dates | Question::Values))
    }

    fn ask_for_columns(&mut self) {
        if self.choice.of(Role::Date).next().is_none() {
            self.ask(Question::Dates);
        }
        if self.choice.numbers().next().is_none() {
            self.ask(Question::Values);
        }
    }

    /// The order that the dates show; asked for where they show none or both, and one of them needs it.
    fn order_of_dates(&mut self) -> Option<DateOrder> {
        let (table, columns) = (self.table, self.choice.of(Role::Date).collect::<Vec<_>>());
        let dates = table.rows().filter_map(|row| written(&table.joined(row, &columns)).ok());
        let (mut day_first, mut month_first, mut unclear) = (0, 0, 0);
        for date in dates {
            match date.shows() {
                Some(DateOrder::DayMonth) => day_first += 1,
                Some(DateOrder::MonthDay) => month_first += 1,
                None => unclear += usize::from(date.is_unclear()),
            }
        }
        let shown = unclear <= MOST_BY_ONE * (day_first + month_first);
        match (day_first, month_first) {
            (1.., 0) if shown => return Some(DateOrder::DayMonth),
            (0, 1..) if shown => return Some(DateOrder::MonthDay),
            _ if unclear > 0 => self.ask(Question::DayOrMonth),
            _ => {}
        }
        None
    }

    /// The sign before decimals that the numbers show; asked for where they show none or both, and one needs it.
    fn decimal_of_numbers(&mut self) -> Option<Decimal> {
        let (table, choice) = (self.table, self.choice);
        let of_column = |column| table.rows().map(move |row| says(table.cell(row, column)));
        let said: Vec<Says> = choice.numbers().flat_map(of_column).collect();
        let has = |what| said.contains(&what);
        // where semicolons stand between cells, commas mostly stand before decimals
        let dotted = has(Says::EitherDotted) && table.separator == Separator::Semicolon;
        match (has(Says::Point), has(Says::Comma)) {
            (true, false) => return Some(Decimal::Point),
            (false, true) => return Some(Decimal::Comma),
            (false, false) if !has(Says::Either) && !dotted => return Some(Decimal::Point),
            (true, true) if !has(Says::Either) && !has(Says::EitherDotted) => {}
            _ => self.ask(Question::Decimal),
        }
        None
    }

    fn row(&mut self, row: usize) {
        let (date, value, beside) = (self.date(row), self.value(row), self.beside(row));
        // a line of words below the table, or of another measure's numbers
        if let (Err((_, Fault::NoDate | Fault::NotADate)), Ok(None)) = (&date, &value) {
            return;
        }
        let mut wrong: Vec<Wrong> = Vec::new();
        let day = date.map_err(|fault| wrong.push(fault)).ok();
        let value = value.map_err(|faults| wrong.extend(faults)).ok().flatten();
        let (note, ghost) = beside.map_err(|fault| wrong.push(fault)).unwrap_or_default();
        if value.is_none() && wrong.is_empty() && !note.is_empty() {
            wrong.extend(self.choice.of(Role::Note).next().map(|column| (column, Fault::NoteWithoutValue)));
        }
        if let (Some(day), Some(value), true) = (day, value, wrong.is_empty()) {
            let observation = Observation { key: self.key(day), value, note, ghost };
            wrong.extend(self.keep(observation));
        }
        // whether the date has a value in another row is known in the end
        self.outcome.gaps.extend(day.map(|day| day.to_string()));
        for (column, fault) in wrong {
            self.wrong(row, column, fault);
        }
    }

    fn wrong(&mut self, row: usize, column: usize, fault: Fault) {
        let cell = self.table.cell(row, column).chars().take(SHOWN).collect();
        let (row, column) = self.table.spot(row, column);
        self.outcome.faults.push(RowFault { row, column, cell, fault });
    }

    /// The first day of the period of a row.
    fn date(&mut self, row: usize) -> Result<NaiveDate, Wrong> {
        let columns: Vec<usize> = self.choice.of(Role::Date).collect();
        let column = *columns.first().ok_or((0, Fault::NoDate))?;
        let wrong = |fault| (column, fault);
        let cell = &self.table.joined(row, &columns);
        if is_nothing(cell) {
            return Err(wrong(Fault::NoDate));
        }
        let written = written(cell).map_err(wrong)?;
        let year = self.before.map_or(self.choice.year, |before| following_year(before, written));
        let day = written.day(self.order, year);
        if day == Err(Fault::NoYear) {
            self.ask(Question::Year);
        }
        let day = day.map_err(wrong)?;
        self.before = Some(day);
        Ok(period_start(day, self.choice.frequency))
    }

    /// What the number or numbers of a row come to.
    fn value(&mut self, row: usize) -> Result<Option<Value>, Vec<Wrong>> {
        let choice = self.choice;
        let numerator = choice.of(Role::Numerator).next();
        if let (Some(numerator), Some(denominator)) = (numerator, choice.of(Role::Denominator).next())
            && let Some(ratio) = self.ratio(row, (numerator, denominator))?
        {
            return Ok(Some(ratio));
        }
        let several = self.figures(row, choice.of(Role::Subgroup).collect())?;
        if !several.is_empty() {
            return Ok(Some(Value::Subgroup(several)));
        }
        let single =
            choice.of(Role::Value).chain(numerator.filter(|_| choice.of(Role::Denominator).next().is_none()));
        let single = self.figures(row, single.collect())?;
        Ok(single.first().map(|value| Value::Number(*value)))
    }

    /// A numerator over a denominator; nothing where there is no numerator, as in months to come.
    fn ratio(&mut self, row: usize, (above, below): (usize, usize)) -> Result<Option<Value>, Vec<Wrong>> {
        let (numerator, denominator) = match (self.figure(row, above), self.figure(row, below)) {
            (Ok(numerator), Ok(denominator)) => (numerator, denominator),
            (numerator, denominator) => {
                return Err([numerator.err(), denominator.err()].into_iter().flatten().collect());
            }
        };
        let Some(numerator) = numerator else { return Ok(None) };
        let fault = match denominator {
            None => (below, Fault::NoDenominator),
            Some(0.0) => (below, Fault::DenominatorZero),
            Some(..0.0) => (below, Fault::DenominatorNegative),
            Some(_) if numerator < 0.0 => (above, Fault::NumeratorNegative),
            Some(all) if numerator > all && self.choice.ratios == Ratios::Proportion => {
                (above, Fault::NumeratorAbove)
            }
            Some(denominator) => return Ok(Some(Value::Ratio(numerator, denominator))),
        };
        Err(vec![fault])
    }

    /// The numbers of some cells, without those that have none.
    fn figures(&mut self, row: usize, columns: Vec<usize>) -> Result<Vec<f64>, Vec<Wrong>> {
        let (mut values, mut wrong) = (Vec::new(), Vec::new());
        for column in columns {
            match self.figure(row, column) {
                Ok(value) => values.extend(value),
                Err(fault) => wrong.push(fault),
            }
        }
        if wrong.is_empty() { Ok(values) } else { Err(wrong) }
    }

    fn figure(&mut self, row: usize, column: usize) -> Result<Option<f64>, Wrong> {
        let cell = self.table.cell(row, column);
        let decimal = match (self.decimal, says(cell)) {
            (Some(decimal), _) => decimal,
            (None, Says::Either | Says::EitherDotted) => return Err((column, Fault::UnclearNumber)),
            (None, Says::Comma) => Decimal::Comma,
            (None, Says::Point | Says::Nothing) => Decimal::Point,
        };
        let figure = number(cell, decimal).map_err(|fault| (column, fault))?;
        self.outcome.percents += usize::from(figure.is_some_and(|figure| figure.percent));
        Ok(figure.map(|figure| figure.value))
    }

    /// The notes of a row, and whether it is left out of the lines.
    fn beside(&self, row: usize) -> Result<(String, bool), Wrong> {
        let cell = |column| self.table.cell(row, column);
        let notes: Vec<&str> = self.choice.of(Role::Note).map(cell).filter(|note| !note.is_empty()).collect();
        let Some(column) = self.choice.of(Role::Ghost).next() else { return Ok((notes.join("; "), false)) };
        let ghost = yes_or_no(cell(column)).ok_or((column, Fault::NotYesOrNo))?;
        Ok((notes.join("; "), ghost))
    }

    fn key(&mut self, day: NaiveDate) -> String {
        match self.choice.frequency {
            Frequency::Events => date_key(&day.to_string(), &mut self.events),
            _ => day.to_string(),
        }
    }

    /// Keeps an observation, or says that its period has one.
    fn keep(&mut self, observation: Observation) -> Option<Wrong> {
        let is_taken = self.found.contains_key(&observation.key);
        if is_taken && self.choice.repeats == Repeats::Fault {
            return self.choice.of(Role::Date).next().map(|column| (column, Fault::RepeatedDate));
        }
        self.found.insert(observation.key.clone(), observation);
        None
    }

    fn end(self) -> Outcome {
        let mut outcome = self.outcome;
        for observation in self.found.values() {
            outcome.gaps.remove(observation.date());
        }
        Outcome { observations: self.found.into_values().collect(), ..outcome }
    }
}

const YES: &[&str] = &["yes", "y", "true", "1", "x", "ghost", "excluded", "ie", "ydy", "oes", "gwir"];
const NO: &[&str] = &["no", "n", "false", "0", "na", "nac ydy", "nac oes", "ffug"];

fn yes_or_no(cell: &str) -> Option<bool> {
    let cell = cell.to_lowercase();
    if YES.contains(&cell.as_str()) {
        return Some(true);
    }
    (NO.contains(&cell.as_str()) || is_nothing(&cell)).then_some(false)
}
