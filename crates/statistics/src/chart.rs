//! A chart: points in order, each with its lines, the patterns among them, and what they mean for the latest point.

use std::ops::Range;

use crate::{
    chance::{self, Chance},
    fault::Fault,
    icons::{self, Assurance, Variation},
    kind::ChartKind,
    limits::{Limits, Lines, Stretch, lines, ranges},
    near::finite,
    reading::{Reading, read},
    rules::{self, Pattern},
    runs::Runs,
    series::Series,
    settings::Settings,
};

/// What the numbers of a series say.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What it was made with.
    pub settings: Settings,
    /// The points, by day.
    pub points: Vec<Plotted>,
    /// The phases, by day; one at least where there is a point.
    pub phases: Vec<Phase>,
    /// The patterns by the chart's rule set, by phase and then as the rules are named.
    pub patterns: Vec<Pattern>,
    /// What the latest point says of change; none where no rule can say it.
    pub variation: Option<Variation>,
    /// What the latest limits say of the goal; none without goal, direction or limits.
    pub assurance: Option<Assurance>,
    /// The observations that could not be drawn, by their place in the series.
    pub faults: Vec<(usize, Fault)>,
}

/// A point as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Plotted {
    /// Its place in the series.
    pub place: usize,
    /// Its day.
    pub day: i32,
    /// The phase it is in.
    pub phase: usize,
    /// What is drawn; nothing in a gap.
    pub value: Option<f64>,
    /// The centre line there.
    pub centre: Option<f64>,
    /// The limits there.
    pub limits: Option<Limits>,
    /// Whether it stands outside centre, limits and run analysis.
    pub ghost: bool,
}

impl Plotted {
    /// The value, where rules look at it.
    pub fn counted(&self) -> Option<f64> {
        if self.ghost { None } else { self.value }
    }
}

/// A stretch of time with its own lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    /// Its points.
    pub points: Range<usize>,
    /// The points that its lines come from.
    pub baseline: Range<usize>,
    /// How many of those count: neither missing nor ghosts.
    pub counted: usize,
    /// Its centre line.
    pub centre: Option<f64>,
    /// The mean moving range that its limits come from, after screening and before any multiplier.
    pub mean_range: Option<f64>,
    /// How much more than the binomial or the Poisson has its numbers vary (Laney's σ_z); on p and u charts.
    pub sigma_z: Option<f64>,
    /// Its runs.
    pub runs: Runs,
}

/// How far the lines of a phase can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Below 8 observations: no lines are shown.
    None,
    /// From 8 to 11: a centre on trial, no limits.
    Trial,
    /// From 12.
    Full,
}

impl Phase {
    /// How far its lines can be trusted. They are computed all the same.
    pub fn standing(&self) -> Standing {
        match self.counted {
            0..8 => Standing::None,
            8..12 => Standing::Trial,
            _ => Standing::Full,
        }
    }
}

/// Makes a chart of a series. What cannot be drawn is missing on it and named in [`Chart::faults`].
pub fn chart(series: &Series, settings: &Settings) -> Chart {
    let mut chart = Chart {
        settings: settings.clone(),
        points: Vec::with_capacity(series.points.len()),
        phases: Vec::new(),
        patterns: Vec::new(),
        variation: None,
        assurance: None,
        faults: Vec::new(),
    };
    let mut readings = Vec::with_capacity(series.points.len());
    for place in series.order() {
        let point = &series.points[place];
        let reading = read(settings.kind, &point.observed).unwrap_or_else(|fault| {
            chart.faults.push((place, fault));
            Reading::default()
        });
        readings.push((place, point.day, Reading { ghost: point.ghost, ..reading }));
    }
    for phase in phases(&readings, &settings.phases) {
        chart.add(&readings[phase]);
    }
    chart.patterns = rules::patterns(&chart);
    chart.variation = icons::variation(&chart);
    chart.assurance = icons::assurance(&chart);
    chart
}

/// Where the phases lie among the points.
fn phases(readings: &[(usize, i32, Reading)], starts: &[i32]) -> Vec<Range<usize>> {
    let at = |start: &i32| readings.partition_point(|(_, day, _)| day < start);
    let mut cuts: Vec<usize> = starts.iter().map(at).chain([0, readings.len()]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2).map(|cut| cut[0]..cut[1]).collect()
}

impl Chart {
    /// Adds a phase that begins behind the last one.
    fn add(&mut self, readings: &[(usize, i32, Reading)]) {
        let start = self.points.len();
        let baseline = self.settings.freeze.filter(|&points| points > 0).unwrap_or(readings.len());
        let baseline = baseline.min(readings.len());
        let drawn = self.drawn(readings);
        let stretch = Stretch {
            readings: &drawn,
            baseline,
            screen: self.settings.screen,
            factor: self.settings.range_factor,
        };
        let lines = lines(self.settings.kind, &stretch);
        self.plot(readings, &drawn, &lines);
        let points = start..self.points.len();
        self.phases.push(Phase {
            baseline: start..start + baseline,
            counted: drawn[..baseline].iter().filter(|reading| reading.counted().is_some()).count(),
            centre: lines.centre.and_then(|centre| finite(centre * self.settings.multiplier)),
            mean_range: lines.mean_range,
            sigma_z: lines.sigma_z,
            runs: Runs::of(&self.points[points.clone()]),
            points,
        });
    }

    /// The readings as they are drawn: on the chart of moving ranges, the ranges.
    fn drawn(&self, readings: &[(usize, i32, Reading)]) -> Vec<Reading> {
        let readings: Vec<Reading> = readings.iter().map(|(_, _, reading)| *reading).collect();
        if self.settings.kind != ChartKind::MovingRange {
            return readings;
        }
        let ranges = ranges(&readings, |reading| reading.value);
        readings.into_iter().zip(ranges).map(|(reading, value)| Reading { value, ..reading }).collect()
    }

    fn plot(&mut self, readings: &[(usize, i32, Reading)], drawn: &[Reading], lines: &Lines) {
        let multiplier = self.settings.multiplier;
        let times = |value: f64| finite(value * multiplier);
        let phase = self.phases.len();
        for ((&(place, day, _), reading), limits) in readings.iter().zip(drawn).zip(&lines.limits) {
            self.points.push(Plotted {
                place,
                day,
                phase,
                value: reading.value.and_then(times),
                centre: lines.centre.and_then(times),
                limits: limits.and_then(|limits| limits.map(|limit| limit * multiplier)),
                ghost: reading.ghost,
            });
        }
    }

    /// The chart as people are to see it: without the lines, patterns and icons that its observations are too few to
    /// carry.
    #[must_use]
    pub fn shown(mut self) -> Self {
        let standings: Vec<Standing> = self.phases.iter().map(Phase::standing).collect();
        for point in &mut self.points {
            point.limits = point.limits.filter(|_| standings[point.phase] == Standing::Full);
            point.centre = point.centre.filter(|_| standings[point.phase] > Standing::None);
        }
        for (phase, standing) in self.phases.iter_mut().zip(&standings) {
            phase.centre = phase.centre.filter(|_| *standing > Standing::None);
        }
        self.patterns.retain(|pattern| standings[pattern.phase] >= pattern.rule.needs());
        let latest = self.latest().map_or(Standing::None, |latest| standings[self.points[latest].phase]);
        // That nothing happens can be said only where limits are.
        let is_said = |said: &Variation| latest == Standing::Full || *said != Variation::CommonCause;
        self.variation = icons::variation(&self).filter(is_said);
        self.assurance = icons::assurance(&self);
        self
    }

    /// The latest point that rules look at.
    pub fn latest(&self) -> Option<usize> {
        self.points.iter().rposition(|point| point.counted().is_some())
    }

    /// How often a chart like this shows such a pattern without any change: see [`chance`].
    pub fn chance(&self, pattern: &Pattern) -> Option<Chance> {
        chance::of(self, pattern)
    }
}
