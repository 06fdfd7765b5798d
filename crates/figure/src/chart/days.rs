//! The axis of time: ticks on days that fit how often there is a point, each year named once.

use chrono::{Datelike, Days, Months, NaiveDate};
use words::{Day, Words};

use super::{
    Draft,
    canvas::{Canvas, LINE, SMALL},
    frame::Frame,
};
use crate::{diagram::Point, scene::Paint, text::measure, theme::Colour};

/// Between two labels at least, in pixels.
const APART: f64 = 10.0;
/// A tick below the plot, in pixels.
const TICK: f64 = 5.0;

/// How far apart ticks are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Days(u64),
    Months(u32),
}

/// From the closest to the widest.
const STEPS: [Step; 16] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Months(12),
    Step::Months(24),
    Step::Months(60),
    Step::Months(120),
    Step::Months(600),
    Step::Months(6_000),
    Step::Months(60_000),
    Step::Months(600_000),
];

/// The label of a tick: the day or month above, the year below where it is a new one.
struct Tick {
    x: f64,
    upper: String,
    lower: String,
}

impl Tick {
    fn width(&self) -> f64 {
        measure(&self.upper, SMALL).max(measure(&self.lower, SMALL))
    }

    /// From where to where its labels reach: around the tick, but never over an edge.
    fn reach(&self, edges: (f64, f64)) -> (f64, f64) {
        let x = left_of(self.x, self.width(), edges);
        (x, x + self.width())
    }

    /// Whether another, further right, can be read beside it.
    fn is_apart(&self, other: &Tick, edges: (f64, f64)) -> bool {
        self.reach(edges).1 + APART <= other.reach(edges).0
    }
}

/// Where a label begins that stands around a place.
fn left_of(x: f64, width: f64, (left, right): (f64, f64)) -> f64 {
    (x - width / 2.0).clamp(left, (right - width).max(left))
}

/// The height of the labels of time, in pixels.
pub(super) fn height(draft: Draft<'_>) -> f64 {
    if draft.is_small { LINE } else { 2.0 * LINE }
}

/// The labels below the plot.
pub(super) fn paint(canvas: &mut Canvas, draft: Draft<'_>, frame: &Frame) {
    let (_, bottom) = frame.heights();
    canvas.level(frame.ends(), bottom, Paint::Solid(Colour::Border, 1.0));
    let edges = (super::PADDING / 2.0, canvas.scene.width - super::PADDING / 2.0);
    for tick in ticks(draft, frame, edges) {
        canvas.upright(tick.x, (bottom, bottom + TICK), Paint::Solid(Colour::Border, 1.0));
        for (text, line) in [(&tick.upper, 0.0), (&tick.lower, LINE)] {
            let x = left_of(tick.x, measure(text, SMALL), edges);
            canvas.words(Point { x, y: bottom + TICK + line }, text, (SMALL, Colour::Ink2));
        }
    }
}

fn ticks(draft: Draft<'_>, frame: &Frame, edges: (f64, f64)) -> Vec<Tick> {
    if draft.chart.points.is_empty() {
        return Vec::new();
    }
    let ticks = if draft.is_in_time() { by_time(draft, frame, edges) } else { by_place(draft, frame, edges) };
    if draft.is_small { ends(ticks, edges) } else { ticks }
}

/// The first and the last alone, each on one line.
fn ends(ticks: Vec<Tick>, edges: (f64, f64)) -> Vec<Tick> {
    let last = ticks.len().saturating_sub(1);
    let mut year = String::new();
    let mut kept: Vec<Tick> = Vec::new();
    for (place, tick) in ticks.into_iter().enumerate() {
        if !tick.lower.is_empty() {
            year.clone_from(&tick.lower);
        }
        if place == 0 || place == last {
            let upper = if tick.upper.is_empty() { year.clone() } else { format!("{} {year}", tick.upper) };
            kept.push(Tick { upper: upper.trim_end().to_owned(), lower: String::new(), ..tick });
        }
    }
    if kept.len() == 2 && !kept[0].is_apart(&kept[1], edges) {
        kept.pop();
    }
    kept
}

/// The closest ticks whose labels do not touch.
fn by_time(draft: Draft<'_>, frame: &Frame, edges: (f64, f64)) -> Vec<Tick> {
    let words = draft.look.words;
    let day = |day: f64| NaiveDate::from_num_days_from_ce_opt(day as i32);
    let Some((first, last)) = day(frame.span.0).zip(day(frame.span.1)) else { return Vec::new() };
    let days = (frame.span.1 - frame.span.0).max(1.0);
    let room = frame.plot.width / 20.0;
    let usual = usual(draft);
    for step in STEPS {
        // Labels are never narrower than 20 pixels, and ticks stand no closer than points: those need not be tried.
        if days / length(step) > room || length(step) < usual {
            continue;
        }
        let ticks = of_step(words, frame, (step, first, last));
        let fits = |two: &[Tick]| two[0].is_apart(&two[1], edges);
        if !ticks.is_empty() && ticks.windows(2).all(fits) {
            return ticks;
        }
    }
    Vec::new()
}

/// How many days lie between neighbouring points at most times; a little less, because months differ.
fn usual(draft: Draft<'_>) -> f64 {
    /// A chart of a few points that are years apart has a tick a year all the same.
    const MOST: f64 = 365.0;
    let days = draft.chart.points.windows(2).map(|two| i64::from(two[1].day) - i64::from(two[0].day));
    let mut days: Vec<i64> = days.filter(|days| *days > 0).collect();
    model::sort::by(&mut days, i64::cmp);
    days.get(days.len() / 2).map_or(0.0, |&days| days as f64 * 0.95).min(MOST)
}

/// About how many days a step has.
fn length(step: Step) -> f64 {
    match step {
        Step::Days(days) => days as f64,
        Step::Months(months) => f64::from(months) * 30.4,
    }
}

fn of_step(words: Words, frame: &Frame, (step, first, last): (Step, NaiveDate, NaiveDate)) -> Vec<Tick> {
    let mut ticks = Vec::new();
    let mut year = None;
    let mut date = start(step, first);
    while let Some(day) = date.filter(|day| *day <= last) {
        if day >= first {
            let is_new = year.replace(day.year()) != Some(day.year());
            ticks.push(tick(words, frame, (step, day, is_new)));
        }
        date = match step {
            Step::Days(days) => day.checked_add_days(Days::new(days)),
            Step::Months(months) => day.checked_add_months(Months::new(months)),
        };
    }
    // A step can be so wide that no tick lies between the ends.
    if ticks.is_empty() {
        ticks.push(tick(words, frame, (Step::Days(1), first, true)));
    }
    ticks
}

/// Days are counted from the first point, months from January of a round year.
fn start(step: Step, first: NaiveDate) -> Option<NaiveDate> {
    let Step::Months(months) = step else { return Some(first) };
    let every = months as i32;
    let month = (first.year() * 12 + first.month0() as i32).div_euclid(every) * every;
    NaiveDate::from_ymd_opt(month.div_euclid(12), month.rem_euclid(12) as u32 + 1, 1)
}

fn tick(words: Words, frame: &Frame, (step, date, is_new): (Step, NaiveDate, bool)) -> Tick {
    let x = frame.x_of_day(date.num_days_from_ce());
    let year = date.year().to_string();
    let upper = match step {
        Step::Months(months) if months >= 12 => return Tick { x, upper: year, lower: String::new() },
        Step::Months(_) => words.month_short(date.month() as u8).to_owned(),
        Step::Days(_) => {
            words.date_short(Day { year: date.year(), month: date.month() as u8, day: date.day() as u8 })
        }
    };
    Tick { x, upper, lower: if is_new { year } else { String::new() } }
}

/// Events one after the other: the days of some of them, as many as fit.
fn by_place(draft: Draft<'_>, frame: &Frame, edges: (f64, f64)) -> Vec<Tick> {
    let count = draft.chart.points.len();
    let of = |point: usize, year: &mut Option<i32>| {
        let date = NaiveDate::from_num_days_from_ce_opt(draft.chart.points[point].day)?;
        let is_new = year.replace(date.year()) != Some(date.year());
        let tick = tick(draft.look.words, frame, (Step::Days(1), date, is_new));
        Some(Tick { x: frame.x_of_point(point), ..tick })
    };
    let widest = measure(&draft.look.words.date_short(Day { year: 2000, month: 5, day: 28 }), SMALL);
    let apart = (frame.plot.width / count.max(1) as f64).max(0.1);
    let every = (((widest * 1.2 + APART) / apart).ceil() as usize).max(1);
    let mut year = None;
    let mut ticks: Vec<Tick> = (0..count).step_by(every).filter_map(|point| of(point, &mut year)).collect();
    // The edge pushes the last label back.
    if let [.., before, last] = ticks.as_slice()
        && !before.is_apart(last, edges)
    {
        ticks.pop();
    }
    ticks
}
