//! A run chart or a control chart as a scene, large for a page or small for a wall of many.
//!
//! Patterns are marked by shape and outline as well as by colour, so that they are read in grey too: ▲▼ improvement,
//! the same ringed concern, ◆ a change that is neither, ● what chance does. Nothing is drawn outside the scene.

mod canvas;
mod days;
mod frame;
pub(crate) mod header;
mod labels;
mod legend;
mod lines;
mod notes;
mod points;
mod values;

use statistics::{Chart, ChartKind};
use words::Words;

use crate::{diagram::Point, mini::Area, picture, scene::Scene, text::measure, theme::Colour};
use canvas::{Canvas, LINE, SMALL};
use frame::Frame;
use values::Values;

/// What a chart shows beside its numbers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChartLook {
    /// What it says beside what people wrote, in their language.
    pub words: Words,
    /// The name of the measure.
    pub title: String,
    /// What stands behind a number: `%`, ` minutes`.
    pub unit: String,
    /// A value from before, as a line.
    pub baseline: Option<f64>,
    /// Notes, cycles and the reasons of phases, in any order.
    pub annotations: Vec<Annotation>,
    /// The day it is of, as people write it; nothing where it is not to be said.
    pub dated: Option<String>,
}

/// Something that happened, on the axis of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation {
    /// Days since 1 January of year 1, which is day 1.
    pub day: i32,
    /// What it was.
    pub text: String,
    /// What kind of thing.
    pub kind: AnnotationKind,
}

/// What an annotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnnotationKind {
    /// A note on a point: a flag.
    Note,
    /// A PDSA cycle: a ring.
    Cycle,
    /// The begin of a phase, with its reason: a bar.
    Phase,
}

/// A chart as it is drawn, and where its points are.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartPicture {
    /// The picture.
    pub scene: Scene,
    /// Where each point of the chart is; nowhere in a gap.
    pub points: Vec<Option<Point>>,
    /// Where values are drawn.
    pub plot: Area,
}

/// The least a chart and a small one need from left to right and from top to bottom, in pixels.
const LEAST: (f64, f64) = (280.0, 280.0);
const LEAST_SMALL: (f64, f64) = (180.0, 120.0);
/// Around the whole, in pixels.
const PADDING: f64 = 16.0;
/// Between the labels of an axis and the plot, in pixels.
const GAP: f64 = 8.0;
/// How much of the width the names of lines may take.
const NAMES: f64 = 0.3;

/// A chart of a width and a height in pixels, with its title, its rules, its axes and the names of its lines. Days of
/// the chart are counted from 1 January of year 1, which is day 1 (`num_days_from_ce` of chrono). What the chart holds
/// is drawn: [`Chart::shown`] says what can be shown.
pub fn chart(chart: &Chart, look: &ChartLook, size: (f64, f64)) -> ChartPicture {
    draw(Draft { chart, look, is_small: false }, size)
}

/// A chart for a wall of many: without names of lines, notes and legend, with badges for what it says.
pub fn small_chart(chart: &Chart, look: &ChartLook, size: (f64, f64)) -> ChartPicture {
    draw(Draft { chart, look, is_small: true }, size)
}

/// What is drawn.
#[derive(Clone, Copy)]
struct Draft<'a> {
    chart: &'a Chart,
    look: &'a ChartLook,
    is_small: bool,
}

impl Draft<'_> {
    fn has_values(&self) -> bool {
        self.chart.points.iter().any(|point| point.value.is_some())
    }

    /// Whether points stand where their days are, or one after the other, as events do.
    fn is_in_time(&self) -> bool {
        !matches!(self.chart.settings.kind, ChartKind::G | ChartKind::T)
    }
}

fn draw(draft: Draft<'_>, (width, height): (f64, f64)) -> ChartPicture {
    let least = if draft.is_small { LEAST_SMALL } else { LEAST };
    let (width, height) = (width.max(least.0), height.max(least.1));
    let mut canvas = Canvas::new(width, height);
    canvas.scene.title = draft.look.title.clone();
    canvas.scene.description = header::description(draft);
    let top = header::paint(&mut canvas, draft);
    let legend = legend::Legend::of(draft, width - 2.0 * PADDING);
    let bottom = height - PADDING - legend.height() - days::height(draft) - GAP;
    let values = Values::of(draft, bottom - top);
    let names = lines::names(draft, &values);
    let widest = names
        .iter()
        .filter_map(|name| name.texts.first())
        .map(|text| measure(text, SMALL))
        .fold(0.0, f64::max)
        .min(width * NAMES);
    let left = PADDING + values.label_width().min(width * NAMES) + GAP;
    let right = width - PADDING - if widest > 0.0 { widest + 2.0 * GAP } else { 0.0 };
    let mut plot = Area { x: left, y: top, width: (right - left).max(1.0), height: bottom - top };
    let notes = notes::Notes::of(draft, plot);
    plot.y += notes.height() + LINE / 2.0;
    plot.height = (bottom - plot.y).max(1.0);
    if !draft.has_values() {
        let words = draft.look.words;
        let none = draft.chart.points.is_empty();
        let text = if none { words.chart_no_values() } else { words.chart_does_not_fit() };
        let text = picture::cut(text, SMALL, width - 2.0 * PADDING);
        let x = (width - measure(&text, SMALL)) / 2.0;
        canvas.words(Point { x, y: plot.y + plot.height / 2.0 }, &text, (SMALL, Colour::Ink2));
        return ChartPicture { scene: canvas.scene, points: vec![None; draft.chart.points.len()], plot };
    }
    let frame = Frame::of(draft, plot, &values);
    values.paint(&mut canvas, &frame);
    days::paint(&mut canvas, draft, &frame);
    notes.paint(&mut canvas, &frame);
    lines::paint(&mut canvas, draft, &frame);
    let places = points::paint(&mut canvas, draft, &frame);
    labels::names(&mut canvas, names, (&frame, width));
    if !draft.is_small {
        labels::earlier(&mut canvas, draft, (&frame, &values, &places));
    }
    legend.paint(&mut canvas, Point { x: PADDING, y: height - PADDING - legend.height() });
    ChartPicture { scene: canvas.scene, points: places, plot }
}
