//! The names of lines: at the right for the last phase, beside their lines for earlier ones; none over another.

use super::{
    Draft, GAP, PADDING,
    canvas::{Canvas, LINE, SMALL},
    frame::Frame,
    values::Values,
};
use crate::{
    diagram::Point,
    mini::Area,
    picture::cut,
    scene::Paint,
    text::{measure, wrap},
    theme::Colour,
};

/// From one name to the next at least, in pixels.
const STEP: f64 = 18.0;

/// What a line is called.
pub(super) struct Name {
    pub(super) value: f64,
    /// The longest first, for where there is room for it; the last is the number alone.
    pub(super) texts: Vec<String>,
    pub(super) colour: Colour,
}

/// Paints names at the right of the plot, the first of them in any case, pushed apart where lines are close.
pub(super) fn names(canvas: &mut Canvas, names: Vec<Name>, (frame, width): (&Frame, f64)) {
    let (top, bottom) = frame.heights();
    let room = ((bottom - top) / STEP).floor().max(1.0) as usize;
    let (_, right) = frame.ends();
    let space = width - PADDING / 2.0 - right - 2.0 * GAP;
    let mut placed: Vec<(f64, Name)> =
        names.into_iter().take(room).map(|name| (frame.y(name.value), name)).collect();
    model::sort::by(&mut placed, |one, other| one.0.total_cmp(&other.0));
    let middles = apart(placed.iter().map(|(y, _)| *y).collect(), (top, bottom));
    for (middle, (y, name)) in middles.into_iter().zip(placed) {
        // A thread leads from the line to a name that had to give way.
        let path = format!("M{right} {y:.2}L{} {middle:.2}", right + 2.0 * GAP - 3.0);
        canvas.stroke(path, Paint::Solid(name.colour, 1.0));
        let corner = Point { x: right + 2.0 * GAP, y: middle - LINE / 2.0 };
        let fitting = name.texts.iter().find(|text| measure(text, SMALL) <= space);
        let text = fitting.or(name.texts.last()).map_or("", String::as_str);
        canvas.words(corner, &cut(text, SMALL, space), (SMALL, name.colour));
    }
}

/// The same heights in the same order, moved apart and kept inside.
fn apart(mut middles: Vec<f64>, (top, bottom): (f64, f64)) -> Vec<f64> {
    let mut least = top;
    for middle in &mut middles {
        *middle = middle.max(least);
        least = *middle + STEP;
    }
    let mut most = bottom;
    for middle in middles.iter_mut().rev() {
        *middle = middle.min(most);
        most = *middle - STEP;
    }
    middles
}

/// The values of the lines of earlier phases, beside the lines, where they hide no point and no other value.
pub(super) fn earlier(
    canvas: &mut Canvas,
    draft: Draft<'_>,
    (frame, values, places): (&Frame, &Values, &[Option<Point>]),
) {
    let phases = &draft.chart.phases;
    let mut taken: Vec<Area> = Vec::new();
    for phase in &phases[..phases.len().saturating_sub(1)] {
        let limits = draft.chart.points[phase.points.clone()].iter().find_map(|point| point.limits);
        let lines =
            [phase.centre, limits.map(|limits| limits.upper[2]), limits.map(|limits| limits.lower[2])];
        let given = [draft.chart.settings.target, draft.look.baseline];
        let levels: Vec<f64> = lines.iter().chain(&given).flatten().map(|value| frame.y(*value)).collect();
        let (left, right) = (frame.x_of_point(phase.points.start), frame.x_of_point(phase.points.end - 1));
        for (place, value) in lines.into_iter().enumerate() {
            let Some(value) = value else { continue };
            let text = values.say(value);
            let (y, width) = (frame.y(value), measure(&text, SMALL));
            let at = |x: f64, y: f64| Area { x, y, width, height: LINE };
            let spots = [
                at(left, y - LINE),
                at(right - width, y - LINE),
                at(left, y + 1.0),
                at(right - width, y + 1.0),
                at((left + right - width) / 2.0, y - LINE),
            ];
            let (top, bottom) = frame.heights();
            let crosses = |area: &Area, line: f64| line > area.y + 4.0 && line < area.y + LINE - 3.0;
            let is_free = |area: &Area| {
                area.x >= left - 4.0
                    && area.x + width <= right + 4.0
                    && area.y >= top
                    && area.y + LINE <= bottom
                    && !levels.iter().any(|&line| crosses(area, line))
                    && !taken.iter().any(|other| overlap(area, other))
                    && !places.iter().flatten().any(|point| is_near(area, *point))
            };
            let Some(spot) = spots.into_iter().find(is_free) else { continue };
            let colour = if place == 0 { Colour::Ink } else { Colour::Ink2 };
            canvas.words(Point { x: spot.x, y: spot.y }, &text, (SMALL, colour));
            taken.push(spot);
        }
    }
}

fn overlap(one: &Area, other: &Area) -> bool {
    one.x < other.x + other.width + 2.0
        && other.x < one.x + one.width + 2.0
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

fn is_near(area: &Area, point: Point) -> bool {
    const REACH: f64 = 4.0;
    point.x > area.x - REACH
        && point.x < area.x + area.width + REACH
        && point.y > area.y - REACH
        && point.y < area.y + area.height + REACH
}

/// Words on one line, as many as fit; nothing where not even the first does.
pub(super) fn fitting(text: &str, width: f64) -> String {
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if measure(&text, SMALL) <= width {
        return text;
    }
    let rest = width - measure("…", SMALL);
    if rest <= 0.0 {
        return String::new();
    }
    let lines = wrap(&text, SMALL, rest);
    let first = lines.first().map_or("", |line| text[line.range.clone()].trim_end());
    if measure(first, SMALL) > rest || first.is_empty() { String::new() } else { format!("{first}…") }
}
