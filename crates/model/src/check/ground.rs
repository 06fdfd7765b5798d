//! What the rules look at: the project with its structure, its language and the day, worked out once.

use std::collections::BTreeMap;

use super::{About, Date, lexicon::Language};
use crate::{
    cycle::Cycle,
    diagram::{Card, Level},
    id::CardId,
    measure::Measure,
    project::Project,
    structure::{Place, Structure},
};

/// The ground on which rules look.
pub(super) struct Ground<'a> {
    pub project: &'a Project,
    pub structure: &'a Structure,
    pub today: Date,
    /// None where the project's language is none we know.
    pub language: Option<Language>,
    /// The measures that are not deleted, in the plan's order.
    pub measures: Vec<&'a Measure>,
    /// The cycles that are not deleted, by idea, number, start and id.
    pub cycles: Vec<&'a Cycle>,
    /// The cards of each level, as they stand from top to bottom.
    columns: BTreeMap<Level, Vec<CardId>>,
    places: BTreeMap<CardId, usize>,
}

impl<'a> Ground<'a> {
    pub(super) fn of(project: &'a Project, structure: &'a Structure, today: Date) -> Self {
        let mut columns: BTreeMap<Level, Vec<CardId>> = BTreeMap::new();
        let mut places = BTreeMap::new();
        for row in structure.rows().into_iter().filter(|row| row.place == Place::Home) {
            places.insert(row.card.clone(), places.len());
            if let Some(level) = structure.level(&row.card) {
                columns.entry(level).or_default().push(row.card);
            }
        }
        let mut measures: Vec<&Measure> =
            project.measures.values().filter(|measure| measure.deleted.is_none()).collect();
        crate::sort::by_key(&mut measures, |measure| (&measure.order, &measure.id));
        let mut cycles: Vec<&Cycle> =
            project.cycles.values().filter(|cycle| cycle.deleted.is_none()).collect();
        crate::sort::by(&mut cycles, |one, other| {
            let number = |cycle: &Cycle| cycle.number.unwrap_or(f64::MAX);
            one.idea
                .cmp(&other.idea)
                .then(number(one).total_cmp(&number(other)))
                .then_with(|| (&one.start, &one.order, &one.id).cmp(&(&other.start, &other.order, &other.id)))
        });
        let language = Language::of(&project.language);
        Self { project, structure, today, language, measures, cycles, columns, places }
    }

    /// The cards of a level, as they stand from top to bottom.
    pub(super) fn column(&self, level: Level) -> &[CardId] {
        self.columns.get(&level).map_or(&[], Vec::as_slice)
    }

    /// The cards of a level with what they say.
    pub(super) fn cards(&self, level: Level) -> impl Iterator<Item = &'a Card> {
        self.column(level).iter().filter_map(|id| self.project.cards.get(id))
    }

    /// Drivers of all levels.
    pub(super) fn drivers(&self) -> impl Iterator<Item = &'a Card> {
        Level::ALL.into_iter().filter(|level| level.is_driver()).flat_map(|level| self.cards(level))
    }

    /// The cards that say something.
    pub(super) fn cards_with_text(&self) -> impl Iterator<Item = &'a Card> {
        Level::ALL.into_iter().flat_map(|level| self.cards(level)).filter(|card| !card.text.trim().is_empty())
    }

    /// A card that stands on the diagram.
    pub(super) fn card(&self, id: &CardId) -> Option<&'a Card> {
        self.project.cards.get(id).filter(|card| card.deleted.is_none())
    }

    /// Where something stands: the project first, then cards and their links as in the outline, then measures, then cycles.
    pub(super) fn place(&self, about: &About) -> (usize, usize, String) {
        let card = |id: &CardId| self.places.get(id).copied().unwrap_or(usize::MAX);
        let among = |found: Option<usize>| found.unwrap_or(usize::MAX);
        let (kind, place) = match about {
            About::Project => (0, 0),
            About::Card(id) => (1, card(id)),
            About::Link(key) => (1, card(&key.from)),
            About::Measure(id) => (2, among(self.measures.iter().position(|measure| measure.id == *id))),
            About::Cycle(id) => (3, among(self.cycles.iter().position(|cycle| cycle.id == *id))),
        };
        (kind, place, about.id())
    }
}
