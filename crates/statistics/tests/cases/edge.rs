//! A case as JSON, `{name, chart, rules?, shift?, trend?, input}`, and what is expected of it in the same format.
//!
//! It stands here alone so that it can move as it is to whatever reads cases.

mod say;

use serde_json::{Map, Value};
use statistics::{ChartKind, Direction, Observed, Point, RuleSet, Series, Settings, chart};

type Case = Map<String, Value>;

/// What the chart of a case says, or why it cannot be read.
pub(crate) fn expected(case: &Case) -> Result<Value, String> {
    let input = case.get("input").and_then(Value::as_object).ok_or("a case needs an input")?;
    let days = Days::of(input);
    let series = series(input, &days)?;
    let settings = settings(case, input, &days)?;
    let chart = chart(&series, &settings);
    if let Some((place, fault)) = chart.faults.first() {
        return Err(format!("point {place}: {fault}"));
    }
    Ok(say::chart(&chart, input, &series))
}

/// Days as they are counted here: their place in the order of all dates, or the place of the point.
struct Days {
    dates: Option<Vec<String>>,
    sorted: Vec<String>,
}

impl Days {
    fn of(input: &Case) -> Self {
        let dates = input.get("dates").and_then(Value::as_array);
        let text = |date: &Value| date.as_str().unwrap_or_default().to_owned();
        let dates: Option<Vec<String>> = dates.map(|dates| dates.iter().map(text).collect());
        let mut sorted = dates.clone().unwrap_or_default();
        sorted.sort();
        Self { dates, sorted }
    }

    fn of_point(&self, place: usize) -> i32 {
        match self.dates.as_ref().and_then(|dates| dates.get(place)) {
            Some(date) => self.of_date(date),
            None => place as i32,
        }
    }

    /// Dates as `yyyy-mm-dd` stand in the order of their letters.
    fn of_date(&self, date: &str) -> i32 {
        self.sorted.partition_point(|other| other.as_str() < date) as i32
    }
}

fn series(input: &Case, days: &Days) -> Result<Series, String> {
    let list = |key: &str| input.get(key).and_then(Value::as_array);
    let observed: Vec<Observed> = if let Some(subgroups) = list("subgroups") {
        subgroups.iter().map(subgroup).collect()
    } else if let (Some(above), Some(below)) = (list("numerator"), list("denominator")) {
        above.iter().zip(below).map(|(above, below)| ratio(above, below)).collect()
    } else if let Some(values) = list("values").or_else(|| list("numerator")) {
        values.iter().map(|value| value.as_f64().map_or(Observed::Missing, Observed::Value)).collect()
    } else {
        return Err("an input needs values, numerator and denominator, or subgroups".to_owned());
    };
    let ghosts = list("exclude").cloned().unwrap_or_default();
    let is_ghost = |place: usize| ghosts.iter().any(|ghost| ghost.as_u64() == Some(place as u64));
    let point = |(place, observed)| Point { day: days.of_point(place), observed, ghost: is_ghost(place) };
    Ok(Series { points: observed.into_iter().enumerate().map(point).collect() })
}

fn subgroup(values: &Value) -> Observed {
    let values: Vec<f64> = values.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    if values.is_empty() { Observed::Missing } else { Observed::Subgroup(values) }
}

fn ratio(above: &Value, below: &Value) -> Observed {
    match (above.as_f64(), below.as_f64()) {
        (Some(numerator), Some(denominator)) => Observed::Ratio { numerator, denominator },
        _ => Observed::Missing,
    }
}

fn settings(case: &Case, input: &Case, days: &Days) -> Result<Settings, String> {
    let text = |key: &str| case.get(key).and_then(Value::as_str);
    let kind = text("chart").unwrap_or_default();
    let kind = ChartKind::named(kind).ok_or_else(|| format!("there is no chart {kind}"))?;
    let rules = text("rules").unwrap_or("anhoej");
    let rules = RuleSet::named(rules).ok_or_else(|| format!("there are no rules {rules}"))?;
    let mut settings = Settings::new(kind, rules);
    let length = |key: &str| case.get(key).and_then(Value::as_u64).map(|length| length as usize);
    settings.lengths.shift = length("shift").unwrap_or(settings.lengths.shift);
    settings.lengths.trend = length("trend").unwrap_or(settings.lengths.trend);
    let number = |key: &str| input.get(key).and_then(Value::as_f64);
    settings.freeze = number("baseline_points").map(|points| points as usize);
    settings.screen = input.get("screen_moving_ranges") == Some(&Value::Bool(true));
    settings.multiplier = number("multiply").unwrap_or(1.0);
    settings.target = number("target");
    settings.direction = match input.get("improvement_direction").and_then(Value::as_str) {
        Some("increase") => Direction::Up,
        Some("decrease") => Direction::Down,
        _ => Direction::Neither,
    };
    let list = |key: &str| input.get(key).and_then(Value::as_array).into_iter().flatten();
    let starts = list("phase_starts").filter_map(Value::as_u64).map(|place| days.of_point(place as usize));
    let dates = list("rebase_dates").filter_map(Value::as_str).map(|date| days.of_date(date));
    settings.phases = starts.chain(dates).collect();
    Ok(settings)
}
