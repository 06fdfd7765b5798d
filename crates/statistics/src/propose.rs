//! Which chart fits the data, and why; and where two charts of the same data disagree.

use crate::{
    chart::{Chart, chart},
    kind::ChartKind,
    near::{mean, median},
    rules,
    series::{Observed, Point, Series},
    settings::{RuleSet, Settings},
};

/// Above this σ_z, limits of a p or u chart are too narrow for the data.
const OVERDISPERSED: f64 = 1.2;
/// From so many cases a period on, p and u limits are too narrow in practice, whatever σ_z says of a few points.
const VERY_LARGE: f64 = 5_000.0;
/// Below so many values the share of zeros says little.
const ENOUGH: usize = 8;

/// What people say they compute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Calculation {
    /// Nothing is said: the data alone speak.
    #[default]
    Unknown,
    /// How many.
    Count,
    /// How many of how many.
    Proportion,
    /// How often in how much exposure.
    Rate,
    /// Something measured: minutes, pounds, a score, a mean.
    Measurement,
    /// How much time lies between events.
    TimeBetween,
    /// How many opportunities lie between events.
    OpportunitiesBetween,
}

/// Why a chart fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// There is nothing yet: a run chart asks for least.
    NoData,
    /// Numerators and denominators of a proportion.
    Proportion,
    /// A proportion that varies more than the binomial does, by σ_z.
    ProportionOverdispersed,
    /// A proportion of very many: the smallest change would be outside.
    ProportionOfVeryMany,
    /// Percentages without denominators: their limits cannot be computed from how many there were.
    PercentWithoutDenominator,
    /// Counts in an exposure.
    Rate,
    /// A rate that varies more than the Poisson does, by σ_z.
    RateOverdispersed,
    /// Counts, about as much opportunity in each period.
    Count,
    /// One measurement a period.
    Measurement,
    /// Several measurements a period: a chart of their means, beside one of their spread.
    Subgroups,
    /// Several measurements, but some periods have only one.
    SubgroupsOfOne,
    /// Time between events.
    TimeBetween,
    /// Opportunities between events.
    OpportunitiesBetween,
    /// Most periods have none of them (or all): time or opportunities between the rare ones say more.
    MostlyZero,
}

/// A chart that fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Proposal {
    /// The chart.
    pub kind: ChartKind,
    /// Why.
    pub reason: Reason,
    /// A chart beside it: the spread beside means; the plain one where a prime chart is proposed.
    pub beside: Option<ChartKind>,
    /// Laney's σ_z, where it was asked.
    pub sigma_z: Option<f64>,
}

/// The chart that fits a series, given what people say they compute.
pub fn propose(series: &Series, said: Calculation) -> Proposal {
    let points: Vec<&Point> = series.points.iter().filter(|point| !point.ghost).collect();
    let has = |is: fn(&Observed) -> bool| points.iter().any(|point| is(&point.observed));
    if has(|observed| matches!(observed, Observed::Subgroup(values) if !values.is_empty())) {
        return subgroups(&points);
    }
    if has(|observed| matches!(observed, Observed::Ratio { .. })) {
        return ratios(series, &points, said);
    }
    single(&points, said)
}

fn plain(kind: ChartKind, reason: Reason) -> Proposal {
    Proposal { kind, reason, beside: None, sigma_z: None }
}

fn subgroups(points: &[&Point]) -> Proposal {
    let of_one = |point: &&&Point| matches!(&point.observed, Observed::Subgroup(values) if values.len() == 1);
    let ones = points.iter().filter(of_one).count();
    if ones * 2 > points.len() {
        return plain(ChartKind::Xmr, Reason::SubgroupsOfOne);
    }
    Proposal { beside: Some(ChartKind::S), ..plain(ChartKind::Xbar, Reason::Subgroups) }
}

fn ratios(series: &Series, points: &[&Point], said: Calculation) -> Proposal {
    use Calculation::{Measurement, OpportunitiesBetween, TimeBetween};
    // A sum over how many there were: its numerator counts no events.
    if matches!(said, Measurement | TimeBetween | OpportunitiesBetween) {
        return plain(ChartKind::Xmr, Reason::Measurement);
    }
    let pairs = || {
        points.iter().filter_map(|point| match point.observed {
            Observed::Ratio { numerator, denominator } if denominator > 0.0 => Some((numerator, denominator)),
            _ => None,
        })
    };
    let is_whole = |(numerator, denominator): (f64, f64)| {
        numerator.fract() == 0.0 && denominator.fract() == 0.0 && numerator <= denominator
    };
    let is_proportion = match said {
        Calculation::Proportion => true,
        Calculation::Rate => false,
        _ => pairs().all(is_whole),
    };
    let zeros = pairs()
        .filter(|&(numerator, denominator)| numerator == 0.0 || (is_proportion && numerator == denominator));
    if pairs().count() >= ENOUGH && zeros.count() * 2 > pairs().count() {
        return Proposal { beside: Some(ChartKind::T), ..plain(ChartKind::G, Reason::MostlyZero) };
    }
    let [kind, prime] =
        if is_proportion { [ChartKind::P, ChartKind::PPrime] } else { [ChartKind::U, ChartKind::UPrime] };
    let sigma_z = sigma_z(series, kind);
    let very_large =
        is_proportion && median(pairs().map(|(_, size)| size)).is_some_and(|size| size > VERY_LARGE);
    let is_over = sigma_z.is_some_and(|sigma_z| sigma_z > OVERDISPERSED);
    let reason = match (is_proportion, is_over, very_large) {
        (true, true, _) => Reason::ProportionOverdispersed,
        (false, true, _) => Reason::RateOverdispersed,
        (true, false, true) => Reason::ProportionOfVeryMany,
        (true, false, false) => Reason::Proportion,
        (false, false, _) => Reason::Rate,
    };
    if is_over || very_large {
        return Proposal { kind: prime, reason, beside: Some(kind), sigma_z };
    }
    Proposal { sigma_z, ..plain(kind, reason) }
}

/// σ_z of all points as one phase.
fn sigma_z(series: &Series, kind: ChartKind) -> Option<f64> {
    let chart = chart(series, &Settings::new(kind, RuleSet::Shewhart));
    chart.phases.first().and_then(|phase| phase.sigma_z)
}

fn single(points: &[&Point], said: Calculation) -> Proposal {
    let values: Vec<f64> = points
        .iter()
        .filter_map(|point| match point.observed {
            Observed::Value(value) if value.is_finite() => Some(value),
            _ => None,
        })
        .collect();
    if values.is_empty() {
        return plain(ChartKind::Run, Reason::NoData);
    }
    let zeros = values.iter().filter(|&&value| value == 0.0).count();
    let mostly_zero = values.len() >= ENOUGH && zeros * 2 > values.len();
    let is_count = values.iter().all(|value| *value >= 0.0 && value.fract() == 0.0);
    match said {
        Calculation::TimeBetween if zeros == 0 => plain(ChartKind::T, Reason::TimeBetween),
        Calculation::TimeBetween | Calculation::OpportunitiesBetween => {
            plain(ChartKind::G, Reason::OpportunitiesBetween)
        }
        Calculation::Proportion | Calculation::Rate => {
            plain(ChartKind::Xmr, Reason::PercentWithoutDenominator)
        }
        Calculation::Count if mostly_zero => {
            Proposal { beside: Some(ChartKind::T), ..plain(ChartKind::G, Reason::MostlyZero) }
        }
        Calculation::Count if is_count => plain(ChartKind::C, Reason::Count),
        _ => plain(ChartKind::Xmr, Reason::Measurement),
    }
}

/// How two charts of the same data disagree.
#[derive(Debug, Clone, PartialEq)]
pub struct Disagreement {
    /// The points that only the first has outside its limits.
    pub only_first: Vec<usize>,
    /// The points that only the second has outside its limits.
    pub only_second: Vec<usize>,
    /// How wide the limits of the first are, as a multiple of those of the second: far from 1, one of both does not
    /// fit how the data vary.
    pub width: Option<f64>,
}

/// Where two charts of the same series disagree; none where they have the same points outside.
pub fn disagreement(first: &Chart, second: &Chart) -> Option<Disagreement> {
    let outside = |chart: &Chart| -> Vec<usize> {
        rules::outside(chart).into_iter().flat_map(|pattern| pattern.points).collect()
    };
    let (one, other) = (outside(first), outside(second));
    let only = |these: &[usize], those: &[usize]| -> Vec<usize> {
        these.iter().filter(|point| !those.contains(point)).copied().collect()
    };
    let (only_first, only_second) = (only(&one, &other), only(&other, &one));
    if only_first.is_empty() && only_second.is_empty() {
        return None;
    }
    let width = |chart: &Chart| {
        mean(
            chart
                .points
                .iter()
                .filter_map(|point| point.limits.map(|limits| limits.upper[2] - limits.lower[2])),
        )
    };
    let width =
        width(first).zip(width(second)).filter(|(_, other)| *other > 0.0).map(|(one, other)| one / other);
    Some(Disagreement { only_first, only_second, width })
}
