//! Centre and limits of one phase, a room for each family of charts.

mod attributes;
mod individuals;
mod rare;
mod subgroups;

use crate::{
    kind::ChartKind,
    near::{finite, median},
    reading::Reading,
    settings::RangeFactor,
};
pub(crate) use individuals::ranges;
pub use subgroups::c4;

/// d₂ of two points: the mean range of two normal values, in standard deviations, to the three places of the tables.
pub(crate) const D2: f64 = 1.128;
/// D₄ of two points: the upper limit of the moving range, as a multiple of its mean.
pub(crate) const D4: f64 = 3.267;

/// One, two and three standard deviations from the centre, cut to what the chart can show.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Below the centre: 1σ, 2σ, 3σ.
    pub lower: [f64; 3],
    /// Above the centre: 1σ, 2σ, 3σ.
    pub upper: [f64; 3],
}

impl Limits {
    /// So many standard deviations around a centre.
    fn around(centre: f64, sigma: f64) -> Self {
        let at = |times: f64| centre + times * sigma;
        Self { lower: [at(-1.0), at(-2.0), at(-3.0)], upper: [at(1.0), at(2.0), at(3.0)] }
    }

    /// Every limit changed alike; none where one is not finite any more.
    pub(crate) fn map(self, change: impl Fn(f64) -> f64) -> Option<Self> {
        let changed = Self { lower: self.lower.map(&change), upper: self.upper.map(&change) };
        changed.lower.iter().chain(&changed.upper).all(|limit| limit.is_finite()).then_some(changed)
    }
}

/// One phase as its limits see it.
pub(crate) struct Stretch<'a> {
    pub(crate) readings: &'a [Reading],
    /// How many of the first points centre and limits come from.
    pub(crate) baseline: usize,
    pub(crate) screen: bool,
    pub(crate) factor: RangeFactor,
}

impl Stretch<'_> {
    fn baseline(&self) -> &[Reading] {
        &self.readings[..self.baseline.min(self.readings.len())]
    }

    /// The readings that centre and limits come from.
    fn counted(&self) -> impl Iterator<Item = &Reading> {
        self.baseline().iter().filter(|reading| reading.counted().is_some())
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        self.baseline().iter().filter_map(Reading::counted)
    }

    /// The same limits for every point.
    fn level(&self, centre: Option<f64>, limits: Option<Limits>) -> Lines {
        Lines { centre, limits: vec![limits; self.readings.len()], ..Lines::default() }
    }

    /// Limits of each point, from its own size.
    fn each(&self, centre: Option<f64>, limits: impl Fn(f64, &Reading) -> Option<Limits>) -> Lines {
        let of = |reading: &Reading| {
            centre.filter(|_| reading.value.is_some()).and_then(|centre| limits(centre, reading))
        };
        Lines { centre, limits: self.readings.iter().map(of).collect(), ..Lines::default() }
    }
}

/// The lines of one phase.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    pub(crate) centre: Option<f64>,
    pub(crate) limits: Vec<Option<Limits>>,
    /// The mean moving range that the limits come from, after screening.
    pub(crate) mean_range: Option<f64>,
    /// Laney's σ_z.
    pub(crate) sigma_z: Option<f64>,
}

/// The lines of a phase, before any multiplier.
pub(crate) fn lines(kind: ChartKind, stretch: &Stretch<'_>) -> Lines {
    let mut lines = match kind {
        ChartKind::Run => stretch.level(median(stretch.values()), None),
        ChartKind::Xmr => individuals::xmr(stretch),
        ChartKind::MovingRange => individuals::moving_range(stretch),
        ChartKind::P | ChartKind::PPrime | ChartKind::U | ChartKind::UPrime => {
            attributes::lines(kind, stretch)
        }
        ChartKind::C => attributes::count(stretch),
        ChartKind::Xbar => subgroups::means(stretch),
        ChartKind::S => subgroups::spreads(stretch),
        ChartKind::G => rare::opportunities(stretch),
        ChartKind::T => rare::times(stretch),
    };
    let (lowest, highest) = kind.bounds();
    for limits in &mut lines.limits {
        *limits = limits.and_then(|limits| limits.map(|limit| limit.clamp(lowest, highest)));
    }
    lines.centre = lines.centre.and_then(finite);
    lines
}
