//! Centre and limits of each phase, the goal and the baseline.

use statistics::{Limits, Phase, Rule, Side, Standing};

use super::{
    Draft,
    canvas::{Canvas, number},
    frame::Frame,
    labels::Name,
    values::Values,
};
use crate::{scene::Paint, theme::Colour};

/// The dashes of a limit, of the goal, of the baseline, and of a centre on trial: on and off, in pixels.
const LIMIT: (f64, f64) = (6.0, 4.0);
const GOAL: (f64, f64) = (16.0, 4.0);
const BASELINE: (f64, f64) = (2.0, 4.0);
const TRIAL: (f64, f64) = (10.0, 6.0);

/// Paints goal, baseline, boundaries of phases, limits and centres.
pub(super) fn paint(canvas: &mut Canvas, draft: Draft<'_>, frame: &Frame) {
    let goal = draft.chart.settings.target.filter(|target| target.is_finite());
    let given = [(goal, GOAL, Colour::Secondary), (draft.look.baseline, BASELINE, Colour::Tertiary)];
    for (value, dashes, colour) in given {
        if let Some(value) = value.filter(|value| value.is_finite()) {
            let steps = [(frame.ends(), frame.y(value))];
            canvas.stroke(dashed(&steps, dashes), Paint::Solid(colour, 2.0));
        }
    }
    for (place, phase) in draft.chart.phases.iter().enumerate() {
        if place > 0 {
            let x = frame.between(phase.points.start);
            canvas.upright(x, frame.heights(), Paint::Solid(Colour::Border, 1.0));
        }
        of_phase(canvas, draft, (frame, place, phase));
    }
}

fn of_phase(canvas: &mut Canvas, draft: Draft<'_>, (frame, place, phase): (&Frame, usize, &Phase)) {
    for of in [|limits: Limits| limits.upper[2], |limits: Limits| limits.lower[2]] {
        let steps = steps(draft, frame, (phase, &of));
        canvas.stroke(dashed(&steps, LIMIT), Paint::Solid(Colour::Ink2, 1.25));
    }
    let Some(centre) = phase.centre else { return };
    let ends = ends(draft, frame, phase);
    if is_unusual(draft, place) {
        let steps = [(ends, frame.y(centre))];
        canvas.stroke(dashed(&steps, TRIAL), Paint::Solid(Colour::Neutral, 2.5));
    } else if phase.standing() == Standing::Trial {
        canvas.stroke(dashed(&[(ends, frame.y(centre))], TRIAL), Paint::Solid(Colour::Ink, 1.5));
    } else {
        canvas.level(ends, frame.y(centre), Paint::Solid(Colour::Ink, 1.5));
    }
}

/// Whether a whole phase shows a pattern.
fn is_unusual(draft: Draft<'_>, phase: usize) -> bool {
    draft.chart.patterns.iter().any(|pattern| pattern.phase == phase && pattern.side == Side::Both)
}

/// From where to where the lines of a phase reach.
fn ends(draft: Draft<'_>, frame: &Frame, phase: &Phase) -> (f64, f64) {
    let (left, right) = frame.ends();
    let from = if phase.points.start == 0 { left } else { frame.between(phase.points.start) };
    let to =
        if phase.points.end == draft.chart.points.len() { right } else { frame.between(phase.points.end) };
    (from, to)
}

/// A limit as level steps, each from half way before a point to half way behind it; equal ones are one.
fn steps(
    draft: Draft<'_>,
    frame: &Frame,
    (phase, of): (&Phase, &dyn Fn(Limits) -> f64),
) -> Vec<((f64, f64), f64)> {
    let (left, right) = ends(draft, frame, phase);
    let last = phase.points.end - 1;
    let mut steps: Vec<((f64, f64), f64)> = Vec::new();
    for place in phase.points.clone() {
        let Some(limits) = draft.chart.points[place].limits else { continue };
        let from = if place == phase.points.start { left } else { frame.between(place) };
        let to = if place == last { right } else { frame.between(place + 1) };
        let y = frame.y(of(limits));
        match steps.last_mut() {
            Some(before) if before.1 == y && before.0.1 == from => before.0.1 = to,
            _ => steps.push(((from, to), y)),
        }
    }
    steps
}

/// Level steps and the risers between those that touch, in dashes that go on around the corners.
fn dashed(steps: &[((f64, f64), f64)], (on, off): (f64, f64)) -> String {
    let mut path = String::new();
    let mut pen = Pen { path: &mut path, left: on, is_on: true, dashes: (on, off) };
    let mut before: Option<(f64, f64)> = None;
    for &((from, to), y) in steps {
        match before {
            Some((x, last)) if x == from => pen.draw((x, last), (x, y)),
            _ => pen.begin(),
        }
        pen.draw((from, y), (to, y));
        before = Some((to, y));
    }
    path
}

/// What draws dashes.
struct Pen<'a> {
    path: &'a mut String,
    /// How much of this dash or gap is left.
    left: f64,
    is_on: bool,
    dashes: (f64, f64),
}

impl Pen<'_> {
    fn begin(&mut self) {
        (self.left, self.is_on) = (self.dashes.0, true);
    }

    /// A level or upright line.
    fn draw(&mut self, from: (f64, f64), to: (f64, f64)) {
        let length = (to.0 - from.0).abs() + (to.1 - from.1).abs();
        let at = |along: f64| {
            let share = if length > 0.0 { along / length } else { 0.0 };
            (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
        };
        let mut along = 0.0;
        while along < length {
            let step = self.left.min(length - along);
            if self.is_on {
                let (one, other) = (at(along), at(along + step));
                self.path.push_str(&format!(
                    "M{} {}L{} {}",
                    number(one.0),
                    number(one.1),
                    number(other.0),
                    number(other.1)
                ));
            }
            (along, self.left) = (along + step, self.left - step);
            if self.left <= 1e-9 {
                self.is_on = !self.is_on;
                self.left = if self.is_on { self.dashes.0 } else { self.dashes.1 };
            }
        }
    }
}

/// What the lines are called, with their values, in the last phase. A small chart names none.
pub(super) fn names(draft: Draft<'_>, values: &Values) -> Vec<Name> {
    let (chart, words) = (draft.chart, draft.look.words);
    if draft.is_small {
        return Vec::new();
    }
    let mut names = Vec::new();
    let mut name = |value: Option<f64>, colour, texts: &dyn Fn(&str) -> Vec<String>| {
        if let Some(value) = value.filter(|value| value.is_finite()) {
            let number = values.say(value);
            let texts = texts(&number).into_iter().chain([number]).collect();
            names.push(Name { value, texts, colour });
        }
    };
    name(chart.settings.target, Colour::Secondary, &|value| vec![words.chart_goal(value)]);
    if let Some((place, phase)) = chart.phases.iter().enumerate().next_back() {
        let colour = if is_unusual(draft, place) { Colour::Neutral } else { Colour::Ink };
        name(phase.centre, colour, &|value| centre(draft, (place, phase.standing()), value));
        let limits = chart.points[phase.points.clone()].iter().rev().find_map(|point| point.limits);
        name(limits.map(|limits| limits.upper[2]), Colour::Ink2, &|value| vec![words.chart_upper(value)]);
        name(limits.map(|limits| limits.lower[2]), Colour::Ink2, &|value| vec![words.chart_lower(value)]);
    }
    name(draft.look.baseline, Colour::Tertiary, &|value| vec![words.chart_baseline(value)]);
    names
}

/// The name of the centre, with what is said of the whole phase and without.
fn centre(draft: Draft<'_>, (place, standing): (usize, Standing), value: &str) -> Vec<String> {
    let words = draft.look.words;
    let is_median = draft.chart.settings.kind.is_around_median();
    let name = if is_median { words.chart_median(value) } else { words.chart_mean(value) };
    let name = if standing == Standing::Trial { words.chart_on_trial(name.as_str()) } else { name };
    let whole =
        draft.chart.patterns.iter().find(|pattern| pattern.phase == place && pattern.side == Side::Both);
    let whole = whole.map(|pattern| match pattern.rule {
        Rule::FewRuns => words.chart_few_runs(),
        Rule::ManyRuns => words.chart_many_runs(),
        _ => words.chart_few_crossings(),
    });
    whole.map(|whole| format!("{name}, {whole}")).into_iter().chain([name]).collect()
}
