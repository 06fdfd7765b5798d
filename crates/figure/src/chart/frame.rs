//! Where a value and a day lie in the plot.

use super::{Draft, values::Values};
use crate::{diagram::Point, mini::Area};

/// Between the plot's edge and the first and last points, in pixels: a mark fits in.
const INSET: f64 = 10.0;

/// Where a value and a day lie in the plot.
pub(super) struct Frame {
    pub(super) plot: Area,
    values: (f64, f64),
    /// The first and the last day, or place.
    pub(super) span: (f64, f64),
    is_in_time: bool,
    /// The days of the points, in their order.
    days: Vec<i32>,
}

impl Frame {
    pub(super) fn of(draft: Draft<'_>, plot: Area, values: &Values) -> Self {
        let days: Vec<i32> = draft.chart.points.iter().map(|point| point.day).collect();
        let is_in_time = draft.is_in_time();
        let last = if is_in_time { days.last().copied().unwrap_or(1) } else { days.len() as i32 - 1 };
        let first = if is_in_time { days.first().copied().unwrap_or(0) } else { 0 };
        Self { plot, values: values.ends, span: (f64::from(first), f64::from(last)), is_in_time, days }
    }

    /// From the plot's left edge to its right edge.
    pub(super) fn ends(&self) -> (f64, f64) {
        (self.plot.x, self.plot.x + self.plot.width)
    }

    /// From its upper edge to its lower edge.
    pub(super) fn heights(&self) -> (f64, f64) {
        (self.plot.y, self.plot.y + self.plot.height)
    }

    /// Where a value lies, from the top. Halves keep the largest numbers finite.
    pub(super) fn y(&self, value: f64) -> f64 {
        let (low, high) = self.values;
        let share = (value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0);
        self.plot.y + self.plot.height * (1.0 - share.clamp(0.0, 1.0))
    }

    /// Where a day lies, or a place where points stand one after the other.
    fn x(&self, at: f64) -> f64 {
        let (first, last) = self.span;
        let inset = INSET.min(self.plot.width / 4.0);
        let share = if last > first { ((at - first) / (last - first)).clamp(0.0, 1.0) } else { 0.5 };
        self.plot.x + inset + (self.plot.width - 2.0 * inset) * share
    }

    /// Where a point lies, from the left.
    pub(super) fn x_of_point(&self, point: usize) -> f64 {
        if self.is_in_time { self.x_of_day(self.days[point]) } else { self.x(point as f64) }
    }

    /// Where a day lies, from the left; among events, before the first that is not earlier.
    pub(super) fn x_of_day(&self, day: i32) -> f64 {
        if self.is_in_time {
            return self.x(f64::from(day));
        }
        self.x(self.days.partition_point(|&other| other < day) as f64)
    }

    /// Where the line between two phases stands: in the middle between their points.
    pub(super) fn between(&self, first_of_next: usize) -> f64 {
        (self.x_of_point(first_of_next - 1) + self.x_of_point(first_of_next)) / 2.0
    }

    /// Where a point with a value lies.
    pub(super) fn at(&self, point: usize, value: f64) -> Point {
        Point { x: self.x_of_point(point), y: self.y(value) }
    }

    /// Between neighbouring points on average, in pixels.
    pub(super) fn spacing(&self) -> f64 {
        self.plot.width / self.days.len().max(1) as f64
    }
}
