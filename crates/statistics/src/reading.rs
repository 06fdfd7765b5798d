//! An observation as a chart reads it: its value, or why it has none.

use crate::{
    fault::Fault,
    kind::{ChartKind, Reads},
    near::{finite, mean},
    series::Observed,
};

/// What a chart works with of one observation.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Reading {
    /// What is drawn, before any multiplier.
    pub(crate) value: Option<f64>,
    /// What was counted: the numerator.
    pub(crate) count: f64,
    /// What it was counted in: the denominator, or how many measurements a subgroup has.
    pub(crate) size: f64,
    /// The standard deviation within a subgroup.
    pub(crate) spread: Option<f64>,
    /// Whether it stands outside centre, limits and run analysis.
    pub(crate) ghost: bool,
}

impl Reading {
    /// The value, where centre and limits may come from it.
    pub(crate) fn counted(&self) -> Option<f64> {
        if self.ghost { None } else { self.value }
    }
}

/// Reads an observation for a chart.
pub(crate) fn read(kind: ChartKind, observed: &Observed) -> Result<Reading, Fault> {
    if let Observed::Missing = observed {
        return Ok(Reading::default());
    }
    match kind.reads() {
        Reads::Number => number(observed).map(single),
        Reads::Count | Reads::Gap => at_least_0(count(observed)?).map(single),
        Reads::Time => time(count(observed)?).map(single),
        Reads::Proportion => {
            let (numerator, denominator) = ratio(observed)?;
            if numerator > denominator {
                return Err(Fault::NumeratorAboveDenominator);
            }
            quotient(numerator, denominator)
        }
        Reads::Rate => ratio(observed).and_then(|(numerator, denominator)| quotient(numerator, denominator)),
        Reads::Subgroup => subgroup(kind, observed),
    }
}

fn single(value: Option<f64>) -> Reading {
    Reading { value, size: 1.0, count: value.unwrap_or_default(), ..Reading::default() }
}

fn number(observed: &Observed) -> Result<Option<f64>, Fault> {
    match observed {
        Observed::Missing => Ok(None),
        Observed::Value(value) => finite(*value).ok_or(Fault::NotFinite).map(Some),
        Observed::Ratio { .. } => {
            let (numerator, denominator) = pair(observed)?;
            Ok(quotient(numerator, denominator)?.value)
        }
        Observed::Subgroup(values) => Ok(measurements(values)?.1),
    }
}

fn count(observed: &Observed) -> Result<f64, Fault> {
    match observed {
        Observed::Value(value) | Observed::Ratio { numerator: value, .. } => {
            finite(*value).ok_or(Fault::NotFinite)
        }
        Observed::Missing | Observed::Subgroup(_) => Err(Fault::IsSubgroup),
    }
}

fn at_least_0(value: f64) -> Result<Option<f64>, Fault> {
    if value < 0.0 { Err(Fault::NegativeCount) } else { Ok(Some(value)) }
}

fn time(value: f64) -> Result<Option<f64>, Fault> {
    if value <= 0.0 { Err(Fault::NoTime) } else { Ok(Some(value)) }
}

/// Numerator and denominator, neither below 0.
fn ratio(observed: &Observed) -> Result<(f64, f64), Fault> {
    let (numerator, denominator) = pair(observed)?;
    at_least_0(numerator)?;
    Ok((numerator, denominator))
}

/// Numerator and denominator; the numerator may be anything.
fn pair(observed: &Observed) -> Result<(f64, f64), Fault> {
    let Observed::Ratio { numerator, denominator } = *observed else { return Err(Fault::NoDenominator) };
    match (finite(numerator), finite(denominator)) {
        (Some(_), Some(denominator)) if denominator < 0.0 => Err(Fault::NegativeDenominator),
        (Some(numerator), Some(denominator)) => Ok((numerator, denominator)),
        _ => Err(Fault::NotFinite),
    }
}

/// Where nothing was there to count in, there is no value; that is no fault.
fn quotient(numerator: f64, denominator: f64) -> Result<Reading, Fault> {
    if denominator == 0.0 {
        return Ok(Reading::default());
    }
    let value = Some(finite(numerator / denominator).ok_or(Fault::NotFinite)?);
    Ok(Reading { value, count: numerator, size: denominator, ..Reading::default() })
}

/// How many measurements there are, and their mean.
fn measurements(values: &[f64]) -> Result<(f64, Option<f64>), Fault> {
    if values.iter().any(|value| !value.is_finite()) {
        return Err(Fault::NotFinite);
    }
    let middle = mean(values.iter().copied());
    if middle.is_none() && !values.is_empty() {
        return Err(Fault::NotFinite);
    }
    Ok((values.len() as f64, middle))
}

fn subgroup(kind: ChartKind, observed: &Observed) -> Result<Reading, Fault> {
    let Observed::Subgroup(values) = observed else { return Err(Fault::NoSubgroup) };
    let (size, middle) = measurements(values)?;
    let Some(middle) = middle else { return Ok(Reading::default()) };
    let squares = values.iter().map(|value| (value - middle).powi(2)).sum::<f64>();
    let spread = (size > 1.0).then(|| (squares / (size - 1.0)).sqrt()).and_then(finite);
    let value = match (kind, spread) {
        (ChartKind::S, None) => return Err(Fault::SubgroupOfOne),
        (ChartKind::S, spread) => spread,
        _ => Some(middle),
    };
    Ok(Reading { value, size, spread, ..Reading::default() })
}
