//! Why an observation cannot be drawn on a chart.

use std::fmt::{self, Display};

/// Why an observation counts as missing on a chart. The others are drawn all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// One of its numbers is infinite, or not a number.
    NotFinite,
    /// The chart counts something, and there cannot be less than nothing of it.
    NegativeCount,
    /// What it is counted in is less than nothing.
    NegativeDenominator,
    /// A proportion of more than all.
    NumeratorAboveDenominator,
    /// The chart needs numerator and denominator.
    NoDenominator,
    /// The chart needs the single measurements of a period.
    NoSubgroup,
    /// One number that stands for a period was needed, not many.
    IsSubgroup,
    /// One measurement has no standard deviation.
    SubgroupOfOne,
    /// Two events at one time: a t chart needs the times between them to be above 0.
    NoTime,
}

impl Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Fault::NotFinite => "This is not a number that can be drawn.",
            Fault::NegativeCount => "A count cannot be below 0.",
            Fault::NegativeDenominator => "A denominator cannot be below 0.",
            Fault::NumeratorAboveDenominator => "The numerator is larger than the denominator.",
            Fault::NoDenominator => "This chart needs a numerator and a denominator.",
            Fault::NoSubgroup => "This chart needs the single measurements of each period.",
            Fault::IsSubgroup => "This chart needs one number for each period, not several.",
            Fault::SubgroupOfOne => "A standard deviation needs at least two measurements.",
            Fault::NoTime => "The time between two events must be above 0.",
        })
    }
}

impl std::error::Error for Fault {}
