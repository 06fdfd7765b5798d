//! How long charts take, and how often pure noise shows a pattern: one line of JSON per figure.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::{hint::black_box, time::Instant};

use statistics::{Chart, ChartKind, RuleSet, Series, Settings, chart, rules, rules::Ties};

/// How many series of noise are looked at for each figure.
const SERIES: usize = 20_000;

fn main() {
    let noise = &mut Noise(0x9e37_79b9_7f4a_7c15);
    let many: Vec<Series> = (0..30).map(|_| noise.series(200)).collect();
    for (kind, rules) in [(ChartKind::Run, RuleSet::Anhoej), (ChartKind::Xmr, RuleSet::MakingDataCount)] {
        let name = format!("30 charts of 200 points, {} with {}", kind.name(), rules.name());
        let settings = Settings::new(kind, rules);
        report(&name, || many.iter().map(|series| chart(series, &settings).patterns.len()).sum());
    }
    for points in [12, 24, 48] {
        for (name, kind, found) in alarms() {
            let settings = Settings::new(kind, RuleSet::MakingDataCount);
            let alarms = (0..SERIES).filter(|_| found(&chart(&noise.series(points), &settings))).count();
            let share = 100.0 * alarms as f64 / SERIES as f64;
            println!(
                "{{\"name\":\"false alarms of {points} points, {name}\",\"value\":{share:.1},\"unit\":\"%\"}}"
            );
        }
    }
}

type Alarm = (&'static str, ChartKind, fn(&Chart) -> bool);

/// The rules whose false alarms are counted, each on its own.
fn alarms() -> [Alarm; 7] {
    fn four_rules(chart: &Chart) -> bool {
        !rules::outside(chart).is_empty()
            || !rules::two_of_three(chart, rules::Zone::Between).is_empty()
            || !rules::shift(chart, 7, Ties::Break).is_empty()
            || !rules::trend(chart, 6, Ties::Break).is_empty()
    }
    fn anhoej(chart: &Chart) -> bool {
        chart.phases.iter().any(|phase| phase.runs.is_long() || phase.runs.is_stuck())
    }
    [
        ("shift of 6", ChartKind::Run, |chart| !rules::shift(chart, 6, Ties::Pass).is_empty()),
        ("trend of 5", ChartKind::Run, |chart| !rules::trend(chart, 5, Ties::Pass).is_empty()),
        ("trend of 6", ChartKind::Run, |chart| !rules::trend(chart, 6, Ties::Pass).is_empty()),
        ("trend of 7", ChartKind::Run, |chart| !rules::trend(chart, 7, Ties::Pass).is_empty()),
        ("anhoej", ChartKind::Run, anhoej),
        ("xmr, outside the limits", ChartKind::Xmr, |chart| !rules::outside(chart).is_empty()),
        ("xmr, four rules with 7 and 6", ChartKind::Xmr, four_rules),
    ]
}

/// Numbers that look like chance, the same every time (SplitMix64).
struct Noise(u64);

impl Noise {
    /// Evenly between 0 and 1, 0 itself left out.
    fn even(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1_u64 << 53) as f64 + f64::MIN_POSITIVE
    }

    /// Normal, by Box and Muller.
    fn normal(&mut self) -> f64 {
        let (radius, angle) = ((-2.0 * self.even().ln()).sqrt(), std::f64::consts::TAU * self.even());
        radius * angle.cos()
    }

    fn series(&mut self, points: usize) -> Series {
        Series::of_values((0..points).map(|_| Some(50.0 + 5.0 * self.normal())))
    }
}

/// Prints the median of some runs in milliseconds.
fn report(name: &str, run: impl Fn() -> usize) {
    let time = || {
        let start = Instant::now();
        black_box(run());
        start.elapsed().as_secs_f64() * 1e3
    };
    let mut times: Vec<f64> = (0..11).map(|_| time()).collect();
    times.sort_by(f64::total_cmp);
    println!("{{\"name\":\"{name}\",\"value\":{:.3},\"unit\":\"ms\"}}", times[times.len() / 2]);
}
