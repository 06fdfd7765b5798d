//! What the columns of a table could mean.

use chrono::NaiveDate;

use super::{
    choice::{Choice, DateOrder, Decimal, Ratios, Role, Suggestion},
    day::{self, Written, written},
    headings::{heading, is_quotient},
    number::{is_nothing, is_number, number},
    table::Table,
};
use model::period::Frequency;

/// A measure among the columns: what it is of, and its columns.
#[derive(Default)]
struct Group {
    of: String,
    columns: Vec<(usize, Role)>,
}

impl Group {
    fn column(&self, role: Role) -> Option<usize> {
        self.columns.iter().find(|(_, own)| *own == role).map(|(column, _)| *column)
    }

    fn turn(&mut self, from: Role, to: Role) {
        self.columns.iter_mut().filter(|(_, role)| *role == from).for_each(|(_, role)| *role = to);
    }
}

impl Table {
    /// The measures that seem to stand side by side, each with the choice that reads it; one at least.
    pub fn suggestions(&self) -> Vec<Suggestion> {
        let mut groups = self.groups();
        self.share_notes(&mut groups);
        groups.retain(|group| group.columns.iter().any(|(_, role)| is_of_numbers(*role)));
        if groups.is_empty() {
            groups.push(Group::default());
        }
        groups.into_iter().map(|group| self.suggestion(&group)).collect()
    }

    fn groups(&self) -> Vec<Group> {
        let numbers: Vec<usize> = (0..self.width()).filter(|column| self.is_of_numbers(*column)).collect();
        if self.heading.is_none() {
            return vec![unnamed(&numbers, self.of_words(&numbers))];
        }
        let mut groups: Vec<Group> = Vec::new();
        let mut plain = Vec::new();
        for column in (0..self.width()).filter(|column| Some(*column) != self.dates) {
            match heading(self.name(column)) {
                // part of the date, or another one
                Some(heading) if heading.role == Role::Date => {}
                Some(heading) => add(&mut groups, &heading.of, (column, heading.role)),
                None if numbers.contains(&column) => plain.push(column),
                None => {}
            }
        }
        complete(&mut groups, &mut plain);
        if groups.iter().any(|group| group.column(Role::Denominator).is_some()) {
            plain.retain(|column| !is_quotient(self.name(*column)));
        }
        let named = plain
            .into_iter()
            .map(|column| Group { of: self.name(column).to_owned(), columns: vec![(column, Role::Value)] });
        groups.extend(named);
        groups
    }

    /// Notes and ghosts that stand for no measure by name are those of all.
    fn share_notes(&self, groups: &mut [Group]) {
        let is_shared = |group: &Group| group.of.is_empty();
        let beside = |(_, role): &(usize, Role)| matches!(role, Role::Note | Role::Ghost);
        let shared: Vec<(usize, Role)> = groups
            .iter()
            .filter(|group| is_shared(group))
            .flat_map(|group| &group.columns)
            .copied()
            .filter(beside)
            .collect();
        for group in groups.iter_mut().filter(|group| !is_shared(group)) {
            group.columns.extend(&shared);
        }
    }

    fn suggestion(&self, group: &Group) -> Suggestion {
        let mut choice = Choice { columns: vec![Role::Ignored; self.width()], ..Choice::default() };
        for (column, role) in &group.columns {
            choice.columns[*column] = *role;
        }
        let dates = self.date_columns();
        dates.iter().for_each(|column| choice.columns[*column] = Role::Date);
        choice.frequency = self.frequency(&dates);
        choice.ratios = self.ratios(group);
        let own: Vec<usize> = choice.numbers().collect();
        let name = match &own[..] {
            [column] if heading(self.name(*column)).is_none_or(|heading| !heading.of.is_empty()) => {
                self.name(*column)
            }
            _ => &group.of,
        };
        Suggestion { name: name.to_owned(), choice }
    }

    /// Whether half of what stands in a column are numbers.
    fn is_of_numbers(&self, column: usize) -> bool {
        let filled = self.rows().map(|row| self.cell(row, column)).filter(|cell| !is_nothing(cell));
        let (mut all, mut numbers) = (0, 0);
        for cell in filled {
            all += 1;
            numbers += usize::from(is_number(cell));
        }
        Some(column) != self.dates && numbers > 0 && 2 * numbers >= all
    }

    /// The first column without numbers that has words.
    fn of_words(&self, numbers: &[usize]) -> Option<usize> {
        let has_words =
            |column: &usize| self.rows().any(|row| self.cell(row, *column).contains(char::is_alphabetic));
        (0..self.width())
            .filter(|column| !numbers.contains(column) && Some(*column) != self.dates)
            .find(has_words)
    }

    /// The column of the dates, and the one beside it that has their years where they have none, or their months.
    fn date_columns(&self) -> Vec<usize> {
        let Some(dates) = self.dates else { return Vec::new() };
        let is_part = |row: &usize| match written(self.cell(*row, dates)) {
            Ok(Written::Yearless { .. }) => true,
            Ok(date) => matches!(date.frequency(), Frequency::Yearly | Frequency::FinancialYearly),
            Err(_) => false,
        };
        let parts: Vec<usize> = self.rows().filter(is_part).collect();
        let completes = |columns: &Vec<usize>| {
            let whole = |row: &&usize| {
                let date = written(&self.joined(**row, columns));
                date.is_ok_and(|date| {
                    matches!(
                        date,
                        Written::On(_, Frequency::Monthly | Frequency::Quarterly | Frequency::Daily)
                    )
                })
            };
            !parts.is_empty() && 2 * parts.iter().filter(whole).count() > parts.len()
        };
        let is_date =
            |column: &usize| heading(self.name(*column)).is_some_and(|heading| heading.role == Role::Date);
        let others = (0..self.width()).filter(|column| *column != dates && is_date(column));
        let mut pairs = others.map(|other| vec![dates.min(other), dates.max(other)]);
        pairs.find(completes).unwrap_or_else(|| vec![dates])
    }

    fn frequency(&self, dates: &[usize]) -> Frequency {
        let cells = self.rows().map(|row| self.joined(row, dates)).filter(|cell| !cell.is_empty());
        let written: Vec<Written> = cells.filter_map(|cell| written(&cell).ok()).collect();
        let order = written.iter().find_map(|date| date.shows()).unwrap_or(DateOrder::DayMonth);
        // any leap year will do for months without theirs
        let day = |date: &Written| date.day(Some(order), Some(2000)).ok();
        let days: Vec<(NaiveDate, Frequency)> =
            written.iter().filter_map(|date| Some((day(date)?, date.frequency()))).collect();
        match written.iter().any(|date| matches!(date, Written::Yearless { .. })) {
            true if days.iter().all(|(_, frequency)| *frequency == Frequency::Monthly) => Frequency::Monthly,
            true => Frequency::Daily,
            false => day::frequency(&days),
        }
    }

    /// Rates where most numerators are above their denominators.
    fn ratios(&self, group: &Group) -> Ratios {
        let (Some(above), Some(below)) = (group.column(Role::Numerator), group.column(Role::Denominator))
        else {
            return Ratios::default();
        };
        let value = |row, column| Some(number(self.cell(row, column), Decimal::Point).ok()??.value);
        let pairs = self.rows().filter_map(|row| Some((value(row, above)?, value(row, below)?)));
        let (mut all, mut larger) = (0, 0);
        for (numerator, denominator) in pairs {
            all += 1;
            larger += usize::from(numerator > denominator);
        }
        if 2 * larger > all { Ratios::Rate } else { Ratios::Proportion }
    }
}

fn is_of_numbers(role: Role) -> bool {
    matches!(role, Role::Value | Role::Numerator | Role::Denominator | Role::Subgroup)
}

fn add(groups: &mut Vec<Group>, of: &str, column: (usize, Role)) {
    match groups.iter_mut().find(|group| group.of == of) {
        Some(group) => group.columns.push(column),
        None => groups.push(Group { of: of.to_owned(), columns: vec![column] }),
    }
}

/// Without headings one number is a value, two are a numerator over a denominator, more are a subgroup.
fn unnamed(numbers: &[usize], words: Option<usize>) -> Group {
    let roles: &[Role] = match numbers.len() {
        1 => &[Role::Value],
        2 => &[Role::Numerator, Role::Denominator],
        _ => &[Role::Subgroup],
    };
    let numbered = numbers.iter().zip(roles.iter().chain(std::iter::repeat(&Role::Subgroup)));
    let columns =
        numbered.map(|(column, role)| (*column, *role)).chain(words.map(|column| (column, Role::Note)));
    Group { of: String::new(), columns: columns.collect() }
}

/// A denominator needs a numerator: the only other column of numbers is it. Either alone is a value.
fn complete(groups: &mut [Group], plain: &mut Vec<usize>) {
    for group in groups {
        match (group.column(Role::Numerator), group.column(Role::Denominator)) {
            (Some(_), Some(_)) | (None, None) => {}
            (None, Some(_)) if plain.len() == 1 => {
                group.columns.extend(plain.drain(..).map(|column| (column, Role::Numerator)))
            }
            _ => {
                group.turn(Role::Numerator, Role::Value);
                group.turn(Role::Denominator, Role::Value);
            }
        }
    }
}
