//! What is entered for a period, and the columns that has. Pure: no page, no signals.

use figure::measured;
use model::measure::{Measure, PlanField, Value};
use statistics::{Calculation, ChartKind};

/// What is entered for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One number
    Number,
    /// How often in how much
    Ratio,
    /// How many of how many: never more than there are
    Share,
    /// So many single measurements
    Subgroup(usize),
}

impl Shape {
    /// What the observations are, or the plan speaks of; a person may have chosen otherwise while there are none.
    pub fn of(measure: &Measure, chosen: Option<Shape>) -> Self {
        let longest = measure.observations.iter().filter_map(|one| match &one.value {
            Value::Subgroup(values) => Some(values.len()),
            _ => None,
        });
        if let Some(longest) = longest.max() {
            return Shape::Subgroup(longest.max(2));
        }
        let has_ratio = measure.observations.iter().any(|one| matches!(one.value, Value::Ratio(..)));
        let plan = |field| measure.plan.get(&field).map_or("", |text| text.trim());
        let calculation = measured::calculation(measure);
        let chart = ChartKind::named(plan(PlanField::Chart));
        let is_share = calculation == Calculation::Proportion
            || plan(PlanField::Unit) == "%"
            || matches!(chart, Some(ChartKind::P | ChartKind::PPrime));
        let says_ratio = matches!(calculation, Calculation::Proportion | Calculation::Rate)
            || !plan(PlanField::Denominator).is_empty()
            || matches!(chart, Some(ChartKind::P | ChartKind::PPrime | ChartKind::U | ChartKind::UPrime));
        let ratio = if is_share { Shape::Share } else { Shape::Ratio };
        match (has_ratio, measure.observations.is_empty(), chosen) {
            (true, ..) | (_, true, Some(Shape::Ratio | Shape::Share)) => ratio,
            (_, true, Some(chosen)) => chosen,
            (_, true, None) if says_ratio => ratio,
            (_, true, None) if matches!(chart, Some(ChartKind::Xbar | ChartKind::S)) => Shape::Subgroup(5),
            _ => Shape::Number,
        }
    }

    /// Whether there are several measurements.
    pub fn is_subgroup(self) -> bool {
        matches!(self, Shape::Subgroup(_))
    }

    /// How many cells a value has.
    pub fn parts(self) -> usize {
        match self {
            Shape::Number => 1,
            Shape::Ratio | Shape::Share => 2,
            Shape::Subgroup(count) => count,
        }
    }

    /// How many columns there are: the day, the value, the note, and whether it is left out.
    pub fn columns(self) -> usize {
        self.parts() + 3
    }

    /// Where a column stands.
    pub fn place(self, column: Column) -> usize {
        match column {
            Column::Date => 0,
            Column::Part(part) => part + 1,
            Column::Note => self.parts() + 1,
            Column::Ghost => self.parts() + 2,
        }
    }

    /// What a column holds.
    pub fn column(self, place: usize) -> Column {
        match place {
            0 => Column::Date,
            part if part <= self.parts() => Column::Part(part - 1),
            note if note == self.parts() + 1 => Column::Note,
            _ => Column::Ghost,
        }
    }
}

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The day
    Date,
    /// The number, the numerator and denominator, or one of the measurements
    Part(usize),
    /// A note on the point
    Note,
    /// Whether the point is left out of the lines
    Ghost,
}
