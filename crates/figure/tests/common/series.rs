//! Series as improvement teams have them, made up, and the charts that are drawn of them.

use chrono::{Datelike, Months, NaiveDate};
use figure::{
    Annotation, ChartLook,
    chart::AnnotationKind::{Cycle, Note, Phase},
};
use statistics::{Chart, ChartKind, Direction, Observed, Point, RuleSet, Series, Settings};

/// A chart as it is shown.
fn chart(series: &Series, settings: &Settings) -> Chart {
    statistics::chart(series, settings).shown()
}

/// The first of a month, so many months after January 2023.
pub(crate) fn month(months: u32) -> i32 {
    NaiveDate::from_ymd_opt(2023, 1, 1)
        .unwrap()
        .checked_add_months(Months::new(months))
        .unwrap()
        .num_days_from_ce()
}

pub(crate) fn monthly(observed: impl IntoIterator<Item = Observed>) -> Series {
    let point = |(place, observed)| Point { day: month(place), observed, ghost: false };
    Series { points: (0..).zip(observed).map(point).collect() }
}

fn values(values: &[f64]) -> Series {
    let value = |value: &f64| if value.is_nan() { Observed::Missing } else { Observed::Value(*value) };
    monthly(values.iter().map(value))
}

/// Numbers between 0 and 1 that look like chance, the same every time.
pub(crate) fn chance(seed: u64) -> impl Iterator<Item = f64> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1_u64 << 53) as f64
    })
}

fn note(months: u32, text: &str, kind: figure::chart::AnnotationKind) -> Annotation {
    Annotation { day: month(months), text: text.to_owned(), kind }
}

fn look(title: &str, unit: &str, annotations: Vec<Annotation>) -> ChartLook {
    ChartLook { title: title.to_owned(), unit: unit.to_owned(), annotations, ..ChartLook::default() }
}

/// The charts that are kept as pictures, by name.
pub(crate) fn charts() -> Vec<(&'static str, Chart, ChartLook)> {
    vec![run(), xmr(), p(), t(), three(), many(), few_crossings(), same(), none()]
}

fn run() -> (&'static str, Chart, ChartLook) {
    let gap = f64::NAN;
    let mut series = values(&[
        62.0, 58.0, 66.0, 71.0, 60.0, 64.0, 57.0, 69.0, 63.0, gap, 61.0, 67.0, 55.0, 49.0, 52.0, 44.0, 47.0,
        41.0, 46.0, 39.0, 43.0, 37.0, 42.0, 36.0,
    ]);
    series.points[3].ghost = true;
    let settings = Settings {
        direction: Direction::Down,
        target: Some(40.0),
        ..Settings::new(ChartKind::Run, RuleSet::Perla)
    };
    let look = look(
        "Minutes from arrival to first contact with the liaison team",
        " minutes",
        vec![
            note(3, "Counted by hand", Note),
            note(11, "Cycle 1: one nurse at the front door", Cycle),
            note(13, "Cycle 2: two shifts", Cycle),
            note(17, "Cycle 3: all week", Cycle),
        ],
    );
    ("run", chart(&series, &settings), look)
}

fn xmr() -> (&'static str, Chart, ChartLook) {
    let noise = |count, seed| chance(seed).take(count).map(|share| 10.0 * share);
    let before = noise(18, 3).map(|share| 38.0 + share);
    let after = noise(14, 8).map(|share| 55.0 + share).chain([71.5, 72.0, 63.0, 58.0]);
    let series = values(&before.chain(after).collect::<Vec<_>>());
    let settings = Settings {
        phases: vec![month(18)],
        direction: Direction::Up,
        target: Some(60.0),
        ..Settings::new(ChartKind::Xmr, RuleSet::MakingDataCount)
    };
    let mut look = look(
        "People with a care plan they wrote themselves",
        "%",
        vec![note(6, "Cycle 1: plan on one page", Cycle), note(18, "New pathway on every ward", Phase)],
    );
    look.baseline = Some(40.0);
    look.dated = Some("22 November 2026".to_owned());
    ("xmr", chart(&series, &settings), look)
}

fn p() -> (&'static str, Chart, ChartLook) {
    let sizes: Vec<f64> = chance(5).take(24).map(|share| (40.0 + 160.0 * share).round()).collect();
    let shares = chance(11)
        .take(24)
        .enumerate()
        .map(|(place, share)| if place == 19 { 0.42 } else { 0.16 + 0.12 * share });
    let ratio = |(denominator, share): (&f64, f64)| Observed::Ratio {
        numerator: (denominator * share).round(),
        denominator: *denominator,
    };
    let series = monthly(sizes.iter().zip(shares).map(ratio));
    let settings = Settings {
        multiplier: 100.0,
        direction: Direction::Down,
        target: Some(10.0),
        ..Settings::new(ChartKind::P, RuleSet::Shewhart)
    };
    ("p", chart(&series, &settings), look("Patients readmitted within 30 days", "%", Vec::new()))
}

fn t() -> (&'static str, Chart, ChartLook) {
    let gaps = chance(21).take(26).map(|share| (-(1.0 - share).ln() * 14.0).max(0.2));
    let mut day = f64::from(month(0));
    let points = gaps.map(|gap| {
        day += gap;
        Point { day: day as i32, observed: Observed::Value((gap * 10.0).round() / 10.0), ghost: false }
    });
    let mut points: Vec<Point> = points.collect();
    points[25].observed = Observed::Value(190.0);
    points[25].day += 170;
    let settings =
        Settings { direction: Direction::Up, ..Settings::new(ChartKind::T, RuleSet::MakingDataCount) };
    ("t", chart(&Series { points }, &settings), look("Days between falls with harm", " days", Vec::new()))
}

fn three() -> (&'static str, Chart, ChartLook) {
    let settings = Settings::new(ChartKind::Run, RuleSet::Anhoej);
    ("three", chart(&values(&[4.0, 7.0, 5.0]), &settings), look("Referrals a month", "", Vec::new()))
}

fn many() -> (&'static str, Chart, ChartLook) {
    let shares: Vec<f64> = chance(2).take(1500).collect();
    let drift = |place: usize| if place > 420 { -6.0 } else { 0.0 };
    let value = |(place, share): (usize, &[f64])| {
        Observed::Value((30.0 + drift(place) + 6.0 * (share.iter().sum::<f64>() - 1.5)).round())
    };
    let point = |(place, observed)| Point { day: month(0) + place, observed, ghost: false };
    let observed = shares.chunks(3).enumerate().map(value);
    let series = Series { points: (0..).zip(observed).map(point).collect() };
    let settings = Settings {
        freeze: Some(100),
        direction: Direction::Down,
        ..Settings::new(ChartKind::Xmr, RuleSet::MakingDataCount)
    };
    (
        "many",
        chart(&series, &settings),
        look("People waiting at eight in the morning, every day", " people", Vec::new()),
    )
}

fn few_crossings() -> (&'static str, Chart, ChartLook) {
    let series = values(&[3.0, 4.0, 2.0, 5.0, 4.0, 9.0, 8.0, 11.0, 9.0, 10.0]);
    let look = look("Complaints", "", Vec::new());
    ("few-crossings", chart(&series, &Settings::new(ChartKind::Run, RuleSet::Anhoej)), look)
}

fn same() -> (&'static str, Chart, ChartLook) {
    let look = look("Beds open", "", Vec::new());
    ("same", chart(&values(&[12.0; 14]), &Settings::new(ChartKind::Xmr, RuleSet::Shewhart)), look)
}

fn none() -> (&'static str, Chart, ChartLook) {
    let look = look("Staff who would recommend the ward", "%", Vec::new());
    ("none", chart(&Series::default(), &Settings::new(ChartKind::Run, RuleSet::Anhoej)), look)
}
