//! What numbers say: run charts, control charts, the patterns on them, and how often chance alone makes such patterns.
//!
//! This crate knows nothing of projects, documents, files or pictures: plain values in, plain values out, never a panic.
//! [`chart`] is the way in. All numbers are `f64`; days are whole numbers from any day that the caller counts from.
//!
//! Sources. Run charts: Perla, Provost & Murray, *BMJ Qual Saf* 2011;20:46; Anhøj & Olesen, *PLoS ONE* 2014;9:e113825.
//! Control charts: Montgomery, *Introduction to Statistical Quality Control*; Laney, *Quality Engineering* 2002;14:531;
//! Nelson, *J Qual Technol* 1982;14:172 (screening); NHS England, *Making Data Count*.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod chance;
mod chart;
mod fault;
mod icons;
mod kind;
mod limits;
mod near;
pub mod propose;
mod reading;
pub mod rules;
pub mod runs;
mod series;
mod settings;

pub use chart::{Chart, Phase, Plotted, Standing, chart};
pub use fault::Fault;
pub use icons::{Assurance, Variation};
pub use kind::{ChartKind, Reads};
pub use limits::{Limits, c4};
pub use propose::{Calculation, Disagreement, Proposal, Reason, disagreement, propose};
pub use rules::{Pattern, Rule, Side};
pub use runs::Runs;
pub use series::{Observed, Point, Series};
pub use settings::{Direction, Lengths, RangeFactor, RuleSet, Settings};
