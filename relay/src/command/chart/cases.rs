//! `tributary chart --cases`: charts of cases as JSON, `{name, chart, rules?, shift?, trend?, input}`, and what is
//! expected of each in the format of `tests/cases/series/synthetic.json`.

mod field;

use std::path::Path;

use anyhow::{Context, anyhow, bail};
use serde_json::{Map, Value, json};
use statistics::{ChartKind, Direction, Observed, Point, RuleSet, Series, Settings, chart};

use self::field::{flag, list, number, text, whole};
use super::{plain, said, say};

type Object = Map<String, Value>;

/// The shortest pattern that is one: of one point nothing can be said.
const SHORTEST: usize = 2;

/// Prints what each case of a file says. One that cannot be computed has an error in the place of what is expected, and
/// the command fails.
pub(super) fn run(file: &Path) -> anyhow::Result<()> {
    let name = file.display();
    let text = std::fs::read_to_string(file).with_context(|| format!("{name} cannot be read"))?;
    let content: Value = serde_json::from_str(&text).map_err(|error| anyhow!("{name}: {error}"))?;
    let Some(cases) = content.get("cases").and_then(Value::as_array) else {
        bail!("{name}: a file of cases is an object with a list of cases");
    };
    let mut faults = Vec::new();
    let said = cases.iter().enumerate().map(|(place, case)| {
        let name = case.get("name").cloned().unwrap_or_else(|| place.into());
        expected(case).map(|expected| json!({ "name": name, "expected": expected })).unwrap_or_else(|fault| {
            faults.push(format!("{}: {fault}", name.as_str().map_or(format!("case {place}"), str::to_owned)));
            json!({ "name": name, "error": fault })
        })
    });
    let said: Vec<Value> = said.collect();
    say!("{}", json!({ "cases": said }));
    match &faults[..] {
        [] => Ok(()),
        [fault] => bail!("{}", plain(fault)),
        [fault, others @ ..] => bail!("{} (and {} more)", plain(fault), others.len()),
    }
}

/// What the chart of a case says, or why it cannot be computed.
fn expected(case: &Value) -> Result<Value, String> {
    let case = case.as_object().ok_or("a case is an object")?;
    let input = case.get("input").and_then(Value::as_object).ok_or("a case needs an input")?;
    let observed = observed(input)?;
    let days = Days::of(input, observed.len())?;
    let series = series(input, observed, &days)?;
    let settings = settings(case, input, &days)?;
    let chart = chart(&series, &settings);
    if let Some((place, fault)) = chart.faults.first() {
        return Err(format!("point {place}: {fault}"));
    }
    Ok(said::chart(&chart, &series, days.dates.as_deref()))
}

/// Days as they are counted here: their place in the order of all dates, or the place of the point.
struct Days {
    dates: Option<Vec<String>>,
    sorted: Vec<String>,
    /// How many points there are.
    count: usize,
}

impl Days {
    fn of(input: &Object, count: usize) -> Result<Self, String> {
        let text = |date: &Value| date.as_str().map(str::to_owned).ok_or("dates are texts");
        let dates = match list(input, "dates")? {
            None => None,
            Some(dates) => Some(dates.iter().map(text).collect::<Result<Vec<_>, _>>()?),
        };
        if let Some(dates) = dates.as_ref().filter(|dates| dates.len() != count) {
            return Err(format!("{} dates for {count} points", dates.len()));
        }
        let mut sorted = dates.clone().unwrap_or_default();
        sorted.sort();
        Ok(Self { dates, sorted, count })
    }

    fn of_point(&self, place: usize) -> i32 {
        match self.dates.as_ref().and_then(|dates| dates.get(place)) {
            Some(date) => self.of_date(date),
            None => i32::try_from(place).unwrap_or(i32::MAX),
        }
    }

    /// Dates as `yyyy-mm-dd` stand in the order of their letters.
    fn of_date(&self, date: &str) -> i32 {
        i32::try_from(self.sorted.partition_point(|other| other.as_str() < date)).unwrap_or(i32::MAX)
    }
}

fn series(input: &Object, observed: Vec<Observed>, days: &Days) -> Result<Series, String> {
    let ghosts = places(input, "exclude", days.count)?;
    let point =
        |(place, observed)| Point { day: days.of_point(place), observed, ghost: ghosts.contains(&place) };
    Ok(Series { points: observed.into_iter().enumerate().map(point).collect() })
}

fn observed(input: &Object) -> Result<Vec<Observed>, String> {
    if let Some(subgroups) = list(input, "subgroups")? {
        return subgroups.iter().map(subgroup).collect();
    }
    match (list(input, "numerator")?, list(input, "denominator")?) {
        (Some(above), Some(below)) if above.len() == below.len() => {
            above.iter().zip(below).map(|(above, below)| ratio(above, below)).collect()
        }
        (Some(above), Some(below)) => {
            Err(format!("{} numerators over {} denominators", above.len(), below.len()))
        }
        (numerators, _) => {
            let values = list(input, "values")?.or(numerators);
            let values = values.ok_or("an input needs values, numerator and denominator, or subgroups")?;
            let one = |value| Ok(number(value)?.map_or(Observed::Missing, Observed::Value));
            values.iter().map(one).collect()
        }
    }
}

fn subgroup(values: &Value) -> Result<Observed, String> {
    if values.is_null() {
        return Ok(Observed::Missing);
    }
    let values = values.as_array().ok_or("a subgroup is a list of numbers")?;
    let values = values.iter().map(number).collect::<Result<Vec<_>, _>>()?;
    let values: Vec<f64> = values.into_iter().flatten().collect();
    Ok(if values.is_empty() { Observed::Missing } else { Observed::Subgroup(values) })
}

fn ratio(above: &Value, below: &Value) -> Result<Observed, String> {
    Ok(match (number(above)?, number(below)?) {
        (Some(numerator), Some(denominator)) => Observed::Ratio { numerator, denominator },
        _ => Observed::Missing,
    })
}

/// The points that a list names.
fn places(input: &Object, key: &str, count: usize) -> Result<Vec<usize>, String> {
    let place = |place: &Value| {
        let place =
            place.as_u64().and_then(|place| usize::try_from(place).ok()).filter(|place| *place < count);
        place.ok_or_else(|| format!("{key} names a point that is not there"))
    };
    list(input, key)?.into_iter().flatten().map(place).collect()
}

fn settings(case: &Object, input: &Object, days: &Days) -> Result<Settings, String> {
    let kind = text(case, "chart")?.ok_or("a case needs a chart")?;
    let kind = ChartKind::named(kind).ok_or_else(|| format!("there is no chart {kind}"))?;
    let rules = text(case, "rules")?.unwrap_or_else(|| rules_of_source(case));
    let rules = RuleSet::named(rules).ok_or_else(|| format!("there are no rules {rules}"))?;
    let mut settings = Settings::new(kind, rules);
    settings.lengths.shift = length(case, "shift")?.unwrap_or(settings.lengths.shift);
    let trend = length(case, "trend")?.or_else(|| trend_of_source(case));
    settings.lengths.trend = trend.unwrap_or(settings.lengths.trend);
    settings.freeze = whole(input, "baseline_points")?;
    settings.screen = flag(input, "screen_moving_ranges")?;
    let field = |key: &str| {
        input.get(key).map_or(Ok(None), |value| number(value).map_err(|fault| format!("{key}: {fault}")))
    };
    settings.multiplier = field("multiply")?.unwrap_or(1.0);
    settings.target = field("target")?;
    settings.direction = direction(text(input, "improvement_direction")?)?;
    let starts = places(input, "phase_starts", days.count)?.into_iter().map(|place| days.of_point(place));
    let date =
        |date: &Value| date.as_str().map(|date| days.of_date(date)).ok_or("dates are texts".to_owned());
    let dates =
        list(input, "rebase_dates")?.into_iter().flatten().map(date).collect::<Result<Vec<_>, _>>()?;
    settings.phases = starts.chain(dates).collect();
    Ok(settings)
}

fn length(case: &Object, key: &str) -> Result<Option<usize>, String> {
    match whole(case, key)? {
        Some(length) if length < SHORTEST => Err(format!("{key} must be {SHORTEST} or more")),
        length => Ok(length),
    }
}

fn direction(name: Option<&str>) -> Result<Direction, String> {
    match name {
        Some("increase") => Ok(Direction::Up),
        Some("decrease") => Ok(Direction::Down),
        None | Some("neutral" | "neither") => Ok(Direction::Neither),
        Some(other) => Err(format!("there is no improvement_direction {other}")),
    }
}

/// A case without rules has those of the program that its numbers come from.
fn rules_of_source(case: &Object) -> &'static str {
    match case.get("source").and_then(|source| source.get("implementation")?.as_str()) {
        Some("NHSRplotthedots") => "making-data-count",
        Some("qcc" | "AUS-DOH PowerBI-SPC") => "shewhart",
        _ => "anhoej",
    }
}

fn trend_of_source(case: &Object) -> Option<usize> {
    let trend = case.get("source")?.get("options")?.get("trend_n")?.as_u64()?;
    usize::try_from(trend).ok().filter(|trend| *trend >= SHORTEST)
}
