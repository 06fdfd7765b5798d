//! Where a dragged card would land.

use figure::diagram::Placed;
use model::{CardId, Structure};

use super::picture::PlacedDiagram;
use super::viewport::Point;

/// Under which parent, and behind which sibling there (none: before all).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landing {
    /// The new parent; none among cards that are not linked.
    pub parent: Option<CardId>,
    /// The sibling above.
    pub after: Option<CardId>,
}

/// Where a card would land at a point of the diagram: on a card to the left it goes inside, in its own column it goes
/// between the cards there. None where it cannot land.
pub fn landing(
    diagram: &PlacedDiagram,
    structure: &Structure,
    card: &CardId,
    point: Point,
) -> Option<Landing> {
    let moved = diagram.card(card)?;
    let over = diagram.layout.cards.iter().find(|other| other.id != *card && contains(other, point));
    if let Some(parent) = over.filter(|over| moved.level.can_drive(over.level)) {
        let after = structure.children(&parent.id).iter().rfind(|child| *child != card).cloned();
        return Some(Landing { parent: Some(parent.id.clone()), after });
    }
    let column = diagram.layout.columns.iter().find(|column| column.level == moved.level)?;
    if !(column.x..=column.x + column.width).contains(&point.x) {
        return None;
    }
    between(diagram, structure, moved, point)
}

fn between(diagram: &PlacedDiagram, structure: &Structure, moved: &Placed, point: Point) -> Option<Landing> {
    let mut column: Vec<&Placed> = diagram
        .layout
        .cards
        .iter()
        .filter(|other| other.level == moved.level && other.id != moved.id)
        .collect();
    column.sort_by(|one, other| one.y.total_cmp(&other.y));
    let above = column.iter().rfind(|other| other.centre_y() < point.y);
    match above {
        Some(above) => {
            Some(Landing { parent: structure.home(&above.id).cloned(), after: Some(above.id.clone()) })
        }
        None => {
            column.first().map(|below| Landing { parent: structure.home(&below.id).cloned(), after: None })
        }
    }
}

fn contains(card: &Placed, point: Point) -> bool {
    (card.x..=card.x + card.width).contains(&point.x) && (card.y..=card.y + card.height).contains(&point.y)
}
