//! The curves of links: S-shaped between columns, and level through the gap between two cards of a column they pass.

use std::iter::successors;

use model::{Level, LinkKey};

use super::{
    Column, Curve, Input, Placed, Point,
    forest::{Forest, Link},
};

/// The least distance between a curve and a card that it passes, in pixels: less than half of the least gap.
const CLEARANCE: f64 = 5.0;

/// The curves of all links that can be drawn.
pub(super) fn curves(input: &Input, forest: &Forest, columns: &[Column], cards: &[Placed]) -> Vec<Curve> {
    let router = Router { forest, columns, cards };
    forest.links.iter().map(|link| router.curve(link, input.links[link.index].clone())).collect()
}

struct Router<'a> {
    forest: &'a Forest,
    columns: &'a [Column],
    cards: &'a [Placed],
}

impl Router<'_> {
    fn curve(&self, link: &Link, key: LinkKey) -> Curve {
        let (effect, cause) = (&self.cards[link.parent], &self.cards[link.child]);
        let start = Point { x: effect.x + effect.width, y: effect.centre_y() };
        let end = Point { x: cause.x, y: cause.centre_y() };
        let mut pieces = Vec::new();
        let mut from = start;
        for column in self.passed(effect.level, cause.level) {
            let middle = column.x + column.width / 2.0;
            let straight = start.y + (end.y - start.y) * (middle - start.x) / (end.x - start.x);
            let y = self.gap(link, column.level, straight);
            let (left, right) = (Point { x: column.x, y }, Point { x: column.x + column.width, y });
            pieces.extend([bend(from, left), bend(left, right)]);
            from = right;
        }
        pieces.push(bend(from, end));
        let branch = self.forest.branches[link.parent].or(self.forest.branches[link.child]);
        Curve { key, branch, start, pieces }
    }

    /// The columns that stand between two levels.
    fn passed(&self, effect: Level, cause: Level) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.level > effect && column.level < cause)
    }

    /// A height at which a column can be passed, near the wished one. The link to a home parent keeps to the order of
    /// the outline, so that such links never cross one another; any other takes the nearest gap.
    fn gap(&self, link: &Link, level: Level, wish: f64) -> f64 {
        let column = &self.forest.columns[level as usize];
        if self.forest.homes[link.child] == Some(link.parent) {
            let rank = self.forest.ranks[link.child];
            let below = column.partition_point(|card| self.forest.ranks[*card] < rank);
            return self.within(column, below, wish);
        }
        let below = column.partition_point(|card| self.cards[*card].y + self.cards[*card].height <= wish);
        let places = successors(Some(below), |next| Some(next + 1)).take(2);
        let nearest = places
            .map(|below| self.within(column, below.min(column.len()), wish))
            .min_by(|one, other| (one - wish).abs().total_cmp(&(other - wish).abs()));
        nearest.unwrap_or(wish)
    }

    /// The height nearest to the wished one in the gap above the card of that place in its column.
    fn within(&self, column: &[usize], below: usize, wish: f64) -> f64 {
        let lower = column.get(below).map_or(f64::INFINITY, |card| self.cards[*card].y - CLEARANCE);
        let above = below.checked_sub(1).map(|above| &self.cards[column[above]]);
        let upper = above.map_or(f64::NEG_INFINITY, |card| card.y + card.height + CLEARANCE);
        wish.min(lower).max(upper)
    }
}

/// A piece that leaves and arrives level.
fn bend(from: Point, to: Point) -> [Point; 3] {
    let middle = (from.x + to.x) / 2.0;
    [Point { x: middle, y: from.y }, Point { x: middle, y: to.y }, to]
}
