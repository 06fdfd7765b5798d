//! A project: one shared document, read as plain values.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    charter::Charter,
    contribution::{Comment, Contribution, Votes},
    cycle::Cycle,
    diagram::{Card, Link, LinkKey},
    id::{CardId, CycleId, MeasureId},
    measure::Measure,
};

/// Everything a team keeps together: charter, diagram, measure plan and tests, deleted things included.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Project {
    /// Its title.
    pub title: String,
    /// The language it is written in, as a BCP 47 tag; empty when not said.
    pub language: String,
    /// When it was made, in milliseconds since 1970; 0 when unknown.
    pub created_at: f64,
    /// The project it was made from; empty when none.
    pub from: String,
    /// Why, who, when.
    pub charter: Charter,
    /// The cards, deleted ones included.
    pub cards: BTreeMap<CardId, Card>,
    /// The links as they are stored, sound or not: `Structure` says which are drawn.
    pub links: BTreeMap<LinkKey, Link>,
    /// The measures, deleted ones included.
    pub measures: BTreeMap<MeasureId, Measure>,
    /// The PDSA cycles, deleted ones included.
    pub cycles: BTreeMap<CycleId, Cycle>,
    /// Remarks.
    pub comments: Vec<Comment>,
    /// What came through contribute links.
    pub contributions: Vec<Contribution>,
    /// The tallies of closed rounds.
    pub votes: Votes,
    /// Findings that are "not for us": `<finding>/<card or measure>`.
    pub dismissed: BTreeSet<String>,
    /// What a file said that we do not know: JSON path → JSON text, so that it leaves as it came.
    pub extra: BTreeMap<String, String>,
}
