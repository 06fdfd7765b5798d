//! Title, kind of chart, rules with their lengths, and the badges of variation and assurance.

use statistics::{Assurance, ChartKind, RuleSet, Side, Variation};
use words::Words;

use super::{
    Draft, PADDING,
    canvas::{Canvas, LETTER, LINE, SMALL},
    points::{self, Shape},
};
use crate::{
    diagram::Point,
    picture::cut,
    scene::{Block, Mark, Paint},
    text::{Font, Weight, measure, wrap},
    theme::Colour,
};

const TITLE: Font = Font { weight: Weight::Semibold, size: 18.0 };
const TITLE_LINE: f64 = 26.0;
const SMALL_TITLE: Font = Font { weight: Weight::Semibold, size: 14.0 };
/// The longest a title may be.
const TITLE_LINES: usize = 2;
const SUBTITLE_LINES: usize = 2;
/// A badge, and what lies between its parts, in pixels.
const BADGE: (f64, f64) = (46.0, 26.0);
const GAP: f64 = 8.0;
/// Where badges have words beside them the title keeps this share of the width.
const TITLE_SHARE: f64 = 0.45;

/// A badge: its shape, its letter, its colour and its words.
struct Badge {
    sign: Sign,
    letter: &'static str,
    colour: Colour,
    words: &'static str,
}

#[derive(Clone, Copy)]
enum Sign {
    Point(Shape),
    Pass,
    Fail,
    Both,
}

/// Paints the head of a chart; where the rest begins, from the top.
pub(super) fn paint(canvas: &mut Canvas, draft: Draft<'_>) -> f64 {
    let badges = badges(draft);
    let inner = canvas.scene.width - 2.0 * PADDING;
    let spoken: f64 = badges.iter().map(|badge| width(badge, true) + 2.0 * GAP).sum();
    let mute: f64 = badges.iter().map(|badge| width(badge, false) + GAP).sum();
    let speaks = !draft.is_small && spoken <= inner * (1.0 - TITLE_SHARE);
    let taken = if speaks { spoken } else { mute };
    let (font, line) = if draft.is_small { (SMALL_TITLE, LINE) } else { (TITLE, TITLE_LINE) };
    let top = if draft.is_small { PADDING / 2.0 } else { PADDING };
    let end = title(canvas, draft, (font, line, top, (inner - taken).max(40.0)));
    let mut x = PADDING + inner - taken + GAP;
    for badge in badges {
        paint_badge(canvas, Point { x, y: top }, (&badge, speaks));
        x += width(&badge, speaks) + if speaks { 2.0 * GAP } else { GAP };
    }
    let under = end.max(if taken > 0.0 { top + BADGE.1 + GAP / 2.0 } else { top });
    if draft.is_small {
        return under + GAP / 2.0;
    }
    let lines = Lines { font: SMALL, line: LINE, most: SUBTITLE_LINES, colour: Colour::Ink2 };
    wrapped(canvas, &subtitle(draft), (under, inner), lines) + GAP
}

/// How a text is broken into lines.
struct Lines {
    font: Font,
    line: f64,
    /// How many there are at most; the last is cut.
    most: usize,
    colour: Colour,
}

/// Words from a height down, in no more than a width; where they end.
fn wrapped(canvas: &mut Canvas, text: &str, (mut y, width): (f64, f64), lines: Lines) -> f64 {
    let Lines { font, line, most, colour } = lines;
    let broken = if text.is_empty() { Vec::new() } else { wrap(text, font, width) };
    for (place, range) in broken.iter().take(most).map(|line| line.range.clone()).enumerate() {
        let rest = if place + 1 == most { &text[range.start..] } else { &text[range] };
        canvas.words_in(line, Point { x: PADDING, y }, &cut(rest, font, width), (font, colour));
        y += line;
    }
    y
}

fn title(canvas: &mut Canvas, draft: Draft<'_>, (font, line, top, width): (Font, f64, f64, f64)) -> f64 {
    let most = if draft.is_small { 1 } else { TITLE_LINES };
    wrapped(canvas, &draft.look.title, (top, width), Lines { font, line, most, colour: Colour::Ink })
}

/// Kind, rules with their lengths, and what was decided about the lines.
fn subtitle(draft: Draft<'_>) -> String {
    let (settings, words) = (&draft.chart.settings, draft.look.words);
    let (shift, trend) = (settings.lengths.shift, settings.lengths.trend);
    let rules = match settings.rules {
        RuleSet::Anhoej => words.chart_rules_anhoej().to_owned(),
        RuleSet::Perla => words.chart_rules_perla(shift, trend),
        RuleSet::MakingDataCount => words.chart_rules_making_data_count(shift, trend),
        RuleSet::Shewhart => words.chart_rules_shewhart().to_owned(),
    };
    let unit = draft.look.unit.trim();
    let kind = match unit {
        "" | "%" => kind(words, settings.kind).to_owned(),
        unit => format!("{} ({unit})", kind(words, settings.kind)),
    };
    let screened = (settings.screen && settings.kind.screens()).then(|| words.chart_screened().to_owned());
    let frozen = settings.freeze.filter(|&points| points > 0).map(|points| words.chart_frozen(points));
    let parts = [Some(kind), Some(rules), frozen, screened, draft.look.dated.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The name of a kind of chart.
pub(crate) fn kind(words: Words, kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::Run => words.chart_run(),
        ChartKind::Xmr => words.chart_xmr(),
        ChartKind::MovingRange => words.chart_mr(),
        ChartKind::P => words.chart_p(),
        ChartKind::PPrime => words.chart_p_prime(),
        ChartKind::U => words.chart_u(),
        ChartKind::UPrime => words.chart_u_prime(),
        ChartKind::C => words.chart_c(),
        ChartKind::Xbar => words.chart_xbar(),
        ChartKind::S => words.chart_s(),
        ChartKind::G => words.chart_g(),
        ChartKind::T => words.chart_t(),
    }
}

/// What the chart shows, in one sentence, for those who cannot see it.
pub(super) fn description(draft: Draft<'_>) -> String {
    let words = draft.look.words;
    let count = draft.chart.points.iter().filter(|point| point.value.is_some()).count();
    let badges = badges(draft).into_iter().map(|badge| badge.words.to_owned());
    let parts = [subtitle(draft), words.chart_points(count)].into_iter().chain(badges);
    parts.collect::<Vec<_>>().join(". ") + "."
}

fn badges(draft: Draft<'_>) -> Vec<Badge> {
    let words = draft.look.words;
    let variation = draft.chart.variation.map(|variation| of_variation(words, variation));
    let assurance = draft.chart.assurance.map(|assurance| of_assurance(words, assurance));
    variation.into_iter().chain(assurance).collect()
}

fn of_variation(words: Words, variation: Variation) -> Badge {
    let shape = Shape::of(variation);
    let (letter, text) = match variation {
        Variation::CommonCause => ("", words.chart_common_cause()),
        Variation::Improvement(Side::Low) => (words.chart_letter_low(), words.chart_improvement_low()),
        Variation::Improvement(_) => (words.chart_letter_high(), words.chart_improvement_high()),
        Variation::Concern(Side::Low) => (words.chart_letter_low(), words.chart_concern_low()),
        Variation::Concern(_) => (words.chart_letter_high(), words.chart_concern_high()),
        Variation::Neutral(Side::Low) => (words.chart_letter_low(), words.chart_neutral_low()),
        Variation::Neutral(_) => (words.chart_letter_high(), words.chart_neutral_high()),
    };
    Badge { sign: Sign::Point(shape), letter, colour: shape.colour(), words: text }
}

fn of_assurance(words: Words, assurance: Assurance) -> Badge {
    let (sign, colour, text) = match assurance {
        Assurance::Pass => (Sign::Pass, Colour::Improvement, words.chart_pass()),
        Assurance::Fail => (Sign::Fail, Colour::Concern, words.chart_fail()),
        Assurance::HitAndMiss => (Sign::Both, Colour::Common, words.chart_hit_and_miss()),
    };
    Badge { sign, letter: "", colour, words: text }
}

fn width(badge: &Badge, speaks: bool) -> f64 {
    BADGE.0 + if speaks { GAP + measure(badge.words, SMALL) } else { 0.0 }
}

fn paint_badge(canvas: &mut Canvas, at: Point, (badge, speaks): (&Badge, bool)) {
    let (width, height) = BADGE;
    canvas.scene.marks.push(Mark::Block(Block {
        x: at.x,
        y: at.y,
        width,
        height,
        radius: 6.0,
        fill: Colour::Surface,
        border: Some(badge.colour),
    }));
    let middle = at.y + height / 2.0;
    let letter = measure(badge.letter, LETTER);
    let gap = if letter > 0.0 { 5.0 } else { 0.0 };
    let left = at.x + (width - 14.0 - gap - letter) / 2.0;
    sign(canvas, Point { x: left + 7.0, y: middle }, badge);
    let corner = Point { x: left + 14.0 + gap, y: at.y };
    canvas.words_in(height, corner, badge.letter, (LETTER, Colour::Ink));
    if speaks {
        let corner = Point { x: at.x + width + GAP, y: at.y };
        canvas.words_in(height, corner, badge.words, (SMALL, Colour::Ink));
    }
}

/// A point's shape; a tick, a cross, or both as a line that goes above and below the goal.
fn sign(canvas: &mut Canvas, Point { x, y }: Point, badge: &Badge) {
    let line = Paint::Solid(badge.colour, 2.0);
    match badge.sign {
        Sign::Point(Shape::Common) => {
            for (step, rise) in [(-7.0, 2.0), (0.0, -3.0), (7.0, 2.0)] {
                points::shape(canvas, Point { x: x + step, y: y + rise }, (Shape::Common, 2.6));
            }
        }
        Sign::Point(shape) => points::shape(canvas, Point { x, y }, (shape, 5.0)),
        Sign::Pass => canvas.stroke(format!("M{} {}l5 5L{} {}", x - 7.0, y, x + 7.0, y - 6.0), line),
        Sign::Fail => canvas
            .stroke(format!("M{0} {2}L{1} {3}M{1} {2}L{0} {3}", x - 5.0, x + 5.0, y - 5.0, y + 5.0), line),
        Sign::Both => {
            canvas.level((x - 12.0, x + 12.0), y, Paint::Solid(Colour::Ink2, 1.0));
            canvas.stroke(format!("M{} {}l6 -10l8 10l6 -10", x - 10.0, y + 5.0), line);
        }
    }
}
