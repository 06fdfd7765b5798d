//! What was observed: points in time, each with a number, two numbers, or a subgroup.

/// Observations in any order; a chart puts them in the order of their days.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Series {
    /// The points. Those of one day keep their order.
    pub points: Vec<Point>,
}

/// What was observed in one period, or at one event.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The day, counted from any day: only the order matters.
    pub day: i32,
    /// What was observed.
    pub observed: Observed,
    /// Whether it stands outside centre, limits and run analysis; it is still drawn.
    pub ghost: bool,
}

/// What a point holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Observed {
    /// Nothing: the period has no value. It is never filled in.
    Missing,
    /// One number.
    Value(f64),
    /// How many of how many, or how often in how much.
    Ratio {
        /// The number above the line.
        numerator: f64,
        /// The number below it; 0 says that there was nothing to count in.
        denominator: f64,
    },
    /// Single measurements of one period.
    Subgroup(Vec<f64>),
}

impl Series {
    /// Single numbers, a day apart; a number that is none is missing.
    pub fn of_values(values: impl IntoIterator<Item = Option<f64>>) -> Self {
        Self::of(values.into_iter().map(|value| value.map_or(Observed::Missing, Observed::Value)))
    }

    /// Observations a day apart, none of them a ghost.
    pub fn of(observed: impl IntoIterator<Item = Observed>) -> Self {
        let point = |(day, observed)| Point { day, observed, ghost: false };
        Self { points: (0..).zip(observed).map(point).collect() }
    }

    /// The places of the points in the order of their days.
    pub(crate) fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.points.len()).collect();
        order.sort_by_key(|&place| self.points[place].day);
        order
    }
}
