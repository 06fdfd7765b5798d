//! What a colour stands for: the branch, the level, the status or the owner, and the legend that says so.

use std::collections::BTreeMap;

use model::{
    Card, CardId, Level, LinkKey, Project, Status,
    shown::choices,
    structure::{Place, Structure},
};
use rustc_hash::FxHashMap;
use words::Words;

use crate::theme::Colour;

/// What the colours of cards and links say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ColourBy {
    /// The primary driver that a card hangs from.
    #[default]
    Branch,
    /// The column.
    Level,
    /// What became of it.
    Status,
    /// Who looks after it.
    Owner,
}

impl ColourBy {
    /// All of them, in the order in which they are offered.
    pub const ALL: [ColourBy; 4] = [ColourBy::Branch, ColourBy::Level, ColourBy::Status, ColourBy::Owner];
}

/// The colours of a diagram's cards and links. Made of the whole diagram, so that a part of it has the same colours.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Colouring {
    by: ColourBy,
    cards: FxHashMap<CardId, Colour>,
    rows: Vec<(Colour, Meaning)>,
}

/// What one colour stands for.
#[derive(Debug, Clone, PartialEq)]
enum Meaning {
    Level(Level),
    Status(Option<Status>),
    /// Those who share a hue; nobody for none.
    Owners(Vec<String>),
}

/// What stands for nothing: no branch, no status, nobody.
const PLAIN: Colour = Colour::LinkLine;

impl Colouring {
    /// The colours of a project's diagram. The structure is that of the project, or a part of it.
    pub fn of(project: &Project, structure: &Structure, by: ColourBy) -> Self {
        match by {
            ColourBy::Branch => Self { by, cards: branches(structure), rows: Vec::new() },
            ColourBy::Level => Self::by_level(structure),
            ColourBy::Status => Self::by_status(project, structure),
            ColourBy::Owner => Self::by_owner(project, structure),
        }
    }

    /// What it says.
    pub fn by(&self) -> ColourBy {
        self.by
    }

    /// The colour of a card: of its band, and, where it is not by branch, of an idea's edge. An aim is filled whatever
    /// colour it has.
    pub fn card(&self, card: &CardId) -> Colour {
        self.cards.get(card).copied().unwrap_or(PLAIN)
    }

    /// The colour of an idea's edge; none where it has the usual one.
    pub fn edge(&self, card: &CardId) -> Option<Colour> {
        let colour = self.card(card);
        (self.by != ColourBy::Branch && colour != PLAIN).then_some(colour)
    }

    /// The colour of a link: by branch that of its effect, or of its cause where the effect has none; else that of its
    /// cause.
    pub fn link(&self, key: &LinkKey) -> Colour {
        let effect = self.card(&key.to);
        if self.by == ColourBy::Branch && effect != PLAIN { effect } else { self.card(&key.from) }
    }

    /// What the colours in use stand for, in order; empty by branch, where the picture itself says it. Owners who share
    /// a hue share a row.
    pub fn legend(&self, words: Words) -> Vec<(Colour, String)> {
        let text = |meaning: &Meaning| match meaning {
            Meaning::Level(level) => words.levels(*level).to_owned(),
            Meaning::Status(Some(status)) => words.status(*status).to_owned(),
            Meaning::Status(None) => words.picture_no_status().to_owned(),
            Meaning::Owners(names) if names.is_empty() => words.picture_nobody().to_owned(),
            Meaning::Owners(names) => names.join(", "),
        };
        self.rows.iter().map(|(colour, meaning)| (*colour, text(meaning))).collect()
    }

    fn by_level(structure: &Structure) -> Self {
        let cards = structure.cards().map(|(id, seat)| (id.clone(), Colour::of_level(seat.level))).collect();
        let used = |level: &Level| structure.cards().any(|(_, seat)| seat.level == *level);
        let row = |level: Level| (Colour::of_level(level), Meaning::Level(level));
        Self { by: ColourBy::Level, cards, rows: Level::ALL.into_iter().filter(used).map(row).collect() }
    }

    fn by_status(project: &Project, structure: &Structure) -> Self {
        let colour = |status: Option<Status>| status.map_or(PLAIN, Colour::of_status);
        let cards = map(project, structure, |card| colour(card.status));
        let statuses = choices(project, structure).statuses.into_iter().map(|(status, _)| Some(status));
        let row = |status| (colour(status), Meaning::Status(status));
        Self { by: ColourBy::Status, cards, rows: statuses.chain([None]).map(row).collect() }
    }

    fn by_owner(project: &Project, structure: &Structure) -> Self {
        let owners = choices(project, structure).owners.into_iter().map(|(name, _)| name);
        let names: Vec<String> = owners.filter(|name| !name.is_empty()).collect();
        let hues: BTreeMap<&str, Colour> =
            model::sort::map(names.iter().enumerate().map(|(at, name)| (name.as_str(), Colour::hue(at))));
        let cards = map(project, structure, |card| hues.get(card.owner.trim()).copied().unwrap_or(PLAIN));
        let mut rows: Vec<(Colour, Vec<String>)> = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let hue = Colour::hue(at);
            match rows.iter_mut().find(|(colour, _)| *colour == hue) {
                Some((_, names)) => names.push(name.clone()),
                None => rows.push((hue, vec![name.clone()])),
            }
        }
        rows.push((PLAIN, Vec::new()));
        let row = |(colour, names)| (colour, Meaning::Owners(names));
        Self { by: ColourBy::Owner, cards, rows: rows.into_iter().map(row).collect() }
    }
}

fn map(
    project: &Project,
    structure: &Structure,
    colour: impl Fn(&Card) -> Colour,
) -> FxHashMap<CardId, Colour> {
    let cards = structure.cards().filter_map(|(id, _)| project.cards.get(id));
    cards.map(|card| (card.id.clone(), colour(card))).collect()
}

/// One hue for each primary driver, counted from the top, and for what hangs from it by home parents.
fn branches(structure: &Structure) -> FxHashMap<CardId, Colour> {
    let mut colours: FxHashMap<CardId, Colour> = FxHashMap::default();
    let mut primaries = 0;
    for row in structure.rows().into_iter().filter(|row| row.place == Place::Home) {
        let colour = if structure.level(&row.card) == Some(Level::Primary) {
            primaries += 1;
            Colour::hue(primaries - 1)
        } else {
            row.parent.and_then(|parent| colours.get(&parent).copied()).unwrap_or(PLAIN)
        };
        colours.insert(row.card, colour);
    }
    colours
}
