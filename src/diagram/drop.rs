//! Where a dragged card would land.

use figure::diagram::Placed;
use model::{CardId, Structure};

use super::picture::PlacedDiagram;
use super::viewport::Point;

/// Under which parent, and behind which sibling there (none: before all).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landing {
    /// The new parent.
    pub parent: CardId,
    /// The sibling above.
    pub after: Option<CardId>,
    /// How it was pointed at.
    pub kind: Kind,
}

/// How a landing is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// On the parent itself.
    Inside,
    /// Between cards of its own column.
    Between,
}

/// Where a card would land at a point of the diagram: on a card to the left it goes inside, in its own column it goes
/// between the cards there. None where it cannot land, or where it is already.
pub fn landing(
    diagram: &PlacedDiagram,
    structure: &Structure,
    card: &CardId,
    point: Point,
) -> Option<Landing> {
    let moved = diagram.card(card).filter(|moved| !contains(moved, point))?;
    let over = diagram.layout.cards.iter().find(|other| other.id != *card && contains(other, point));
    if let Some(parent) = over.filter(|over| moved.level.can_drive(over.level)) {
        let after = structure.children(&parent.id).iter().rfind(|child| *child != card).cloned();
        return Some(Landing { parent: parent.id.clone(), after, kind: Kind::Inside });
    }
    let column = diagram.layout.columns.iter().find(|column| column.level == moved.level)?;
    if !(column.x..=column.x + column.width).contains(&point.x) {
        return None;
    }
    let landing = between(diagram, structure, moved, point)?;
    let here =
        structure.home(card) == Some(&landing.parent) && landing.after == before(structure, moved, moved);
    (!here).then_some(landing)
}

/// Between two families a card joins the one whose card is nearer.
fn between(diagram: &PlacedDiagram, structure: &Structure, moved: &Placed, point: Point) -> Option<Landing> {
    let others = diagram.layout.cards.iter();
    let column = || others.clone().filter(|other| other.level == moved.level && other.id != moved.id);
    let lower = |one: &&Placed, other: &&Placed| one.y.total_cmp(&other.y);
    let above = column().filter(|other| other.centre_y() < point.y).max_by(lower);
    let below = column().filter(|other| other.centre_y() >= point.y).min_by(lower);
    let nearer_below = match (above, below) {
        (Some(above), Some(below)) => below.y - point.y < point.y - (above.y + above.height),
        (above, _) => above.is_none(),
    };
    let home = |card: &Placed| structure.home(&card.id).cloned();
    let one_family = above.map(home) == below.map(home);
    let (parent, after) = match (above, below) {
        (_, Some(below)) if nearer_below && !one_family => (home(below)?, before(structure, below, moved)),
        (Some(above), _) => (home(above)?, Some(above.id.clone())),
        (None, _) => return None,
    };
    Some(Landing { parent, after, kind: Kind::Between })
}

/// The sibling above a card, without the one that is moved.
fn before(structure: &Structure, card: &Placed, moved: &Placed) -> Option<CardId> {
    let siblings = structure.siblings(&card.id, structure.home(&card.id));
    siblings
        .into_iter()
        .take_while(|sibling| *sibling != card.id)
        .filter(|sibling| *sibling != moved.id)
        .last()
}

fn contains(card: &Placed, point: Point) -> bool {
    (card.x..=card.x + card.width).contains(&point.x) && (card.y..=card.y + card.height).contains(&point.y)
}

#[cfg(test)]
mod tests {
    use figure::diagram::{Input, layout};
    use model::Level;

    use super::super::cases::{self, id};
    use super::*;

    /// Two primary drivers with two secondary ones each: `a1`, `a2`, `b1`, `b2`.
    fn structure() -> Structure {
        cases::structure(&[
            ("aim", "", Level::Aim),
            ("a", "aim", Level::Primary),
            ("b", "aim", Level::Primary),
            ("a1", "a", Level::Secondary),
            ("a2", "a", Level::Secondary),
            ("b1", "b", Level::Secondary),
            ("b2", "b", Level::Secondary),
        ])
    }

    /// Where a card lands that is dragged to another one, by so many pixels from its middle.
    fn check(card: &str, (to, by): (&str, f64), expected: Option<(&str, Option<&str>)>) {
        let structure = structure();
        let placed = PlacedDiagram::new(layout(&Input::of(&structure, |_| 60.0)));
        let target = placed.card(&id(to)).unwrap();
        let point = Point::new(target.x + target.width / 2.0, target.centre_y() + by);
        let landed = landing(&placed, &structure, &id(card), point);
        let found =
            landed.map(|landing| (landing.parent.to_string(), landing.after.map(|card| card.to_string())));
        let expected = expected.map(|(parent, after)| (parent.to_owned(), after.map(str::to_owned)));
        assert_eq!(found, expected, "{card} to {to} {by}");
    }

    #[test]
    fn k7_a_card_lands_where_it_is_pointed_at() {
        check("a1", ("b", 0.0), Some(("b", Some("b2"))));
        check("a1", ("a2", 20.0), Some(("a", Some("a2"))));
        check("a2", ("a1", -20.0), Some(("a", None)));
        check("a1", ("b1", 20.0), Some(("b", Some("b1"))));
        check("a1", ("b1", -20.0), Some(("b", None)));
        check("b1", ("a2", 20.0), Some(("a", Some("a2"))));
        check("a1", ("aim", 0.0), Some(("aim", Some("b"))));
    }

    #[test]
    fn k7_a_hand_that_trembles_moves_nothing() {
        for card in ["a1", "a2", "b1", "b2"] {
            for by in [-25.0, 0.0, 25.0] {
                check(card, (card, by), None);
            }
        }
        check("a2", ("a1", 20.0), None);
    }
}
