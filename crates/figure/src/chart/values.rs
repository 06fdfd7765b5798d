//! The axis of values: from where to where, its round ticks, and how a number is written.

use statistics::Limits;
use words::Words;

use super::{
    Draft,
    canvas::{Canvas, LINE, SMALL},
    frame::Frame,
};
use crate::{diagram::Point, scene::Paint, text::measure, theme::Colour};

/// Between two ticks at least, in pixels.
const STEP: f64 = 44.0;
/// Between two labels at least, in pixels; on a low plot not every tick has one.
const LABEL: f64 = 16.0;
/// Where the least value is below this share of the largest, the axis begins at 0.
const FROM_ZERO: f64 = 0.25;

/// The axis of values.
pub(super) struct Values {
    /// The ends of the axis.
    pub(super) ends: (f64, f64),
    ticks: Vec<(f64, String)>,
    places: i32,
    unit: String,
    words: Words,
}

impl Values {
    /// The axis of all that is drawn, for a height in pixels.
    pub(super) fn of(draft: Draft<'_>, height: f64) -> Self {
        let shown = shown(draft);
        let lowest = shown.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = shown.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let most = (height / STEP).floor().clamp(3.0, 8.0);
        let (step, ends) = round(widened(lowest, highest), most);
        let places = -(step.log10().floor().clamp(-9.0, 9.0)) as i32;
        let mut axis =
            Self { ends, ticks: Vec::new(), places, unit: draft.look.unit.clone(), words: draft.look.words };
        let count = ((ends.1 / step - ends.0 / step).round()).clamp(1.0, 12.0);
        let tick = |place: f64| ends.0 + (ends.1 / count - ends.0 / count) * place;
        axis.ticks = (0..=count as u32)
            .map(|place| tick(f64::from(place)))
            .map(|value| (value, axis.write(value, places)))
            .collect();
        axis
    }

    /// A number as the name of its line has it: to a thousandth of the axis, and small ones to three figures.
    pub(super) fn say(&self, value: f64) -> String {
        let figures = |number: f64| 2 - number.abs().log10().floor().clamp(-9.0, 9.0) as i32;
        let of_axis = figures(self.ends.1 / 2.0 - self.ends.0 / 2.0).max(self.places);
        self.write(value, figures(value).clamp(of_axis, of_axis + 1))
    }

    fn write(&self, value: f64, places: i32) -> String {
        let number = match value.abs() {
            0.0 => "0".to_owned(),
            1e-6..1e9 => self.words.number(rounded(value, places.max(0))),
            _ => format!("{value:.1e}"),
        };
        let number = if number == "−0" || number == "-0" { "0".to_owned() } else { number };
        // A long unit stands once, in the subtitle.
        if self.unit == "%" { number + "%" } else { number }
    }

    /// The width of the widest tick's label, in pixels.
    pub(super) fn label_width(&self) -> f64 {
        self.ticks.iter().map(|(_, text)| measure(text, SMALL)).fold(0.0, f64::max)
    }

    /// The ticks with their lines across the plot.
    pub(super) fn paint(&self, canvas: &mut Canvas, frame: &Frame) {
        let apart = frame.plot.height / (self.ticks.len() - 1).max(1) as f64;
        let every = (LABEL / apart).ceil().max(1.0) as usize;
        for (value, text) in self.ticks.iter().step_by(every) {
            let y = frame.y(*value);
            canvas.level(frame.ends(), y, Paint::Solid(Colour::Hairline, 1.0));
            let x = (frame.plot.x - super::GAP - measure(text, SMALL)).max(0.0);
            canvas.words(Point { x, y: y - LINE / 2.0 }, text, (SMALL, Colour::Ink2));
        }
    }
}

/// All values that have to lie on the axis.
fn shown(draft: Draft<'_>) -> Vec<f64> {
    let Draft { chart, look, .. } = draft;
    let lines = chart.points.iter().flat_map(|point| {
        let limit = |of: fn(Limits) -> f64| point.limits.map(of);
        [point.value, point.centre, limit(|limits| limits.lower[2]), limit(|limits| limits.upper[2])]
    });
    let given = [chart.settings.target, look.baseline].map(|value| value.filter(|value| value.is_finite()));
    lines.chain(given).flatten().collect()
}

/// Ends that are apart, and begin at 0 where that is near.
fn widened(lowest: f64, highest: f64) -> (f64, f64) {
    if lowest > highest {
        return (0.0, 1.0);
    }
    if lowest >= 0.0 && lowest < FROM_ZERO * highest {
        return (0.0, highest);
    }
    let middle = lowest / 2.0 + highest / 2.0;
    let least = if middle == 0.0 { 1.0 } else { middle.abs() * 1e-6 };
    if highest / 2.0 - lowest / 2.0 >= least / 2.0 {
        return (lowest, highest);
    }
    // Nothing varies: the value stands in the middle.
    let reach = if middle == 0.0 { 1.0 } else { middle.abs() * 0.1 };
    let from = if lowest >= 0.0 { (lowest - reach).max(0.0) } else { lowest - reach };
    (from.max(f64::MIN), (highest + reach).min(f64::MAX))
}

/// A step of 1, 2 or 5 times a power of ten, and ends that are whole steps.
fn round((low, high): (f64, f64), most: f64) -> (f64, (f64, f64)) {
    let least = high / most - low / most;
    let power = 10_f64.powf(least.log10().floor());
    let step =
        [1.0, 2.0, 5.0, 10.0].map(|times| times * power).into_iter().find(|step| *step >= least * 0.999_999);
    let step = step.unwrap_or(least);
    let whole = |value: f64| {
        let steps = value / step;
        // What is a whole step but for rounding stays one.
        if (steps - steps.round()).abs() < 1e-9 { steps.round() } else { steps }
    };
    let ends = (whole(low).floor() * step, whole(high).ceil() * step);
    let fits = step.is_normal() && ends.0.is_finite() && ends.1.is_finite() && ends.0 < ends.1;
    if fits { (step, ends) } else { (least.max(f64::MIN_POSITIVE), (low, high)) }
}

/// A number with so many places after the point.
pub(super) fn rounded(value: f64, places: i32) -> f64 {
    let times = 10_f64.powi(places);
    let rounded = (value * times).round() / times;
    if rounded.is_finite() { rounded + 0.0 } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l21_ticks_are_round_and_hold_everything() {
        for (low, high, most, expected) in [
            (0.0, 1.0, 5.0, (0.2, (0.0, 1.0))),
            (32.7, 58.3, 6.0, (5.0, (30.0, 60.0))),
            (-3.0, 17.0, 4.0, (5.0, (-5.0, 20.0))),
            (0.951, 0.9541, 5.0, (0.001, (0.951, 0.955))),
            (0.0, 130_000.0, 6.0, (50_000.0, (0.0, 150_000.0))),
        ] {
            let (step, ends) = round((low, high), most);
            let near = |one: f64, other: f64| (one - other).abs() <= 1e-9 * (1.0 + other.abs());
            assert!(
                near(step, expected.0) && near(ends.0, expected.1.0) && near(ends.1, expected.1.1),
                "{low} {high}: {step} {ends:?}"
            );
        }
    }
}
