//! Where the arrow keys lead on the picture.

use std::collections::HashMap;

use model::{CardId, Level, Structure};

/// What the keyboard remembers of its way, so that ← and → lead back where one came from.
#[derive(Debug, Clone, Default)]
pub struct Trail {
    parents: HashMap<CardId, CardId>,
    children: HashMap<CardId, CardId>,
}

/// A key that leads somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Way {
    Up,
    Down,
    Left,
    Right,
    First,
    Last,
    Aim,
}

impl Trail {
    /// Where a way leads from a card; none where it leads nowhere.
    pub fn step(&mut self, structure: &Structure, from: &CardId, way: Way) -> Option<CardId> {
        let level = structure.level(from)?;
        match way {
            Way::Up => neighbour(structure, from, level, |at| at.checked_sub(1)),
            Way::Down => neighbour(structure, from, level, |at| Some(at + 1)),
            Way::First => structure.column(level).first().cloned(),
            Way::Last => structure.column(level).last().cloned(),
            Way::Aim => structure.roots().first().cloned(),
            Way::Left => self.left(structure, from),
            Way::Right => self.right(structure, from),
        }
    }

    fn left(&mut self, structure: &Structure, from: &CardId) -> Option<CardId> {
        let parents = structure.parents(from);
        let came = self.parents.get(from).filter(|parent| parents.contains(parent));
        let parent = came.or(parents.first()).cloned()?;
        self.children.insert(parent.clone(), from.clone());
        Some(parent)
    }

    fn right(&mut self, structure: &Structure, from: &CardId) -> Option<CardId> {
        let children = structure.children(from);
        let last = self.children.get(from).filter(|child| children.contains(child));
        let child = last.or(children.first()).cloned()?;
        self.parents.insert(child.clone(), from.clone());
        Some(child)
    }
}

fn neighbour(
    structure: &Structure,
    from: &CardId,
    level: Level,
    next: impl Fn(usize) -> Option<usize>,
) -> Option<CardId> {
    let column = structure.column(level);
    let place = column.iter().position(|card| card == from)?;
    column.get(next(place)?).cloned()
}

#[cfg(test)]
mod tests {
    use super::super::cases::{self, id};
    use super::*;

    fn structure() -> Structure {
        cases::structure(&[
            ("aim", "", Level::Aim),
            ("p1", "aim", Level::Primary),
            ("p2", "aim", Level::Primary),
            ("s1", "p1 p2", Level::Secondary),
            ("s2", "p2", Level::Secondary),
        ])
    }

    #[test]
    fn k1_the_arrows_walk_the_columns_and_remember_where_they_came_from() {
        let table = [
            ("p1", "Down", "p2"),
            ("p2", "Up", "p1"),
            ("p1", "Up", ""),
            ("s1", "Left", "p1"),
            ("aim", "Right", "p1"),
            ("s2", "Right", ""),
            ("s2", "First", "s1"),
            ("s1", "Last", "s2"),
            ("s2", "Aim", "aim"),
        ];
        for (from, way, to) in table {
            let way = [Way::Up, Way::Down, Way::Left, Way::Right, Way::First, Way::Last, Way::Aim]
                .into_iter()
                .find(|known| format!("{known:?}") == way)
                .unwrap();
            let step = Trail::default().step(&structure(), &id(from), way);
            assert_eq!(step.map(|card| card.to_string()).unwrap_or_default(), to, "{from} {way:?}");
        }
        let mut trail = Trail::default();
        assert_eq!(trail.step(&structure(), &id("p2"), Way::Right), Some(id("s1")));
        assert_eq!(trail.step(&structure(), &id("s1"), Way::Left), Some(id("p2")));
        assert_eq!(trail.step(&structure(), &id("s2"), Way::Left), Some(id("p2")));
        assert_eq!(trail.step(&structure(), &id("p2"), Way::Right), Some(id("s2")));
    }
}
