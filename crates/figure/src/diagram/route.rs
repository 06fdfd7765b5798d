//! The curves of links: S-shaped between columns, and level through the gap between two cards of a column they pass.

use std::ops::RangeInclusive;

use model::{Level, LinkKey};
use rustc_hash::FxHashMap;

use super::{
    Column, Curve, Input, MARGIN, Placed, Point,
    forest::{Forest, Link},
};

/// How far a curve stays away from a card that it passes, in pixels; in a narrow gap it takes the middle.
const CLEARANCE: f64 = 14.0;
/// How far two curves in one gap stay away from each other while there is room, in pixels.
const LANE: f64 = 8.0;
/// How many lanes are tried on either side of the wished one.
const TRIES: i32 = 6;

/// The curves of all links that can be drawn.
pub(super) fn curves(input: &Input, forest: &Forest, columns: &[Column], cards: &[Placed]) -> Vec<Curve> {
    let bottom = cards.iter().map(|card| card.y + card.height).fold(0.0, f64::max) + MARGIN;
    let mut router = Router { forest, columns, cards, bottom, taken: FxHashMap::default() };
    let mut links: Vec<&Link> = forest.links.iter().collect();
    // Home links first, from top to bottom: the others then step aside for them.
    model::sort::by_key(&mut links, |link| (!forest.is_home(link), forest.ranks[link.child]));
    let curve = |link: &Link| (link.index, router.curve(link, input.links[link.index].clone()));
    let mut curves: Vec<(usize, Curve)> = links.into_iter().map(curve).collect();
    model::sort::by_key(&mut curves, |(index, _)| *index);
    curves.into_iter().map(|(_, curve)| curve).collect()
}

struct Router<'a> {
    forest: &'a Forest,
    columns: &'a [Column],
    cards: &'a [Placed],
    /// The diagram's lower edge.
    bottom: f64,
    /// The heights at which curves already pass, by column and by the place of the card below them.
    taken: FxHashMap<(Level, usize), Vec<f64>>,
}

/// A gap in a column: the place of the card below it, and the heights at which it can be passed.
struct Gap {
    below: usize,
    heights: RangeInclusive<f64>,
}

impl Router<'_> {
    fn curve(&mut self, link: &Link, key: LinkKey) -> Curve {
        let (effect, cause) = (&self.cards[link.parent], &self.cards[link.child]);
        let start = Point { x: effect.x + effect.width, y: effect.centre_y() };
        let end = Point { x: cause.x, y: cause.centre_y() };
        let (columns, passed) = (self.columns, effect.level..cause.level);
        let mut pieces = Vec::new();
        let mut from = start;
        for column in columns.iter().filter(|column| passed.contains(&column.level)).skip(1) {
            let y = self.pass(link, column.level, end.y);
            let (left, right) = (Point { x: column.x, y }, Point { x: column.x + column.width, y });
            pieces.extend([bend(from, left), bend(left, right)]);
            from = right;
        }
        pieces.push(bend(from, end));
        let branch = self.forest.branches[link.parent].or(self.forest.branches[link.child]);
        Curve { key, branch, start, pieces }
    }

    /// The height at which a column is passed: as near to the wished one as gaps and other curves allow.
    fn pass(&mut self, link: &Link, level: Level, wish: f64) -> f64 {
        let gap = self.gap(link, level, wish);
        let taken = self.taken.entry((level, gap.below)).or_default();
        let y = if self.forest.is_home(link) {
            // The links before this one stand higher in the outline, and must here.
            clamp(taken.iter().copied().fold(wish, f64::max), &gap.heights)
        } else {
            free_lane(taken, clamp(wish, &gap.heights), &gap.heights)
        };
        taken.push(y);
        y
    }

    /// The gap by which a column is passed. The link to a home parent keeps to the order of the outline, so that such
    /// links never cross one another; any other takes the nearest gap.
    fn gap(&self, link: &Link, level: Level, wish: f64) -> Gap {
        let column = &self.forest.columns[level as usize];
        if self.forest.is_home(link) {
            let rank = self.forest.ranks[link.child];
            return self.gap_above(column, column.partition_point(|card| self.forest.ranks[*card] < rank));
        }
        let below = column.partition_point(|card| self.cards[*card].y + self.cards[*card].height <= wish);
        let upper = self.gap_above(column, below);
        let lower = self.gap_above(column, column.len().min(below + 1));
        let detour = |gap: &Gap| (clamp(wish, &gap.heights) - wish).abs();
        if detour(&lower) < detour(&upper) { lower } else { upper }
    }

    /// The gap above the card of that place in its column.
    fn gap_above(&self, column: &[usize], below: usize) -> Gap {
        let lower = column.get(below).map_or(self.bottom, |card| self.cards[*card].y);
        let above = below.checked_sub(1).map(|above| &self.cards[column[above]]);
        let upper = above.map_or(0.0, |card| card.y + card.height);
        let clearance = CLEARANCE.min((lower - upper) / 2.0);
        Gap { below, heights: upper + clearance..=lower - clearance }
    }
}

/// The lane nearest to a height that no other curve takes; that height itself where all are taken.
fn free_lane(taken: &[f64], nearest: f64, heights: &RangeInclusive<f64>) -> f64 {
    let lanes = (0..=TRIES).flat_map(|lane| [lane, -lane]).map(|lane| nearest + f64::from(lane) * LANE);
    let free = |y: &f64| taken.iter().all(|other| (other - y).abs() >= LANE);
    lanes.filter(|y| heights.contains(y)).find(free).unwrap_or(nearest)
}

fn clamp(y: f64, heights: &RangeInclusive<f64>) -> f64 {
    y.max(*heights.start()).min(*heights.end())
}

/// A piece that leaves and arrives level.
fn bend(from: Point, to: Point) -> [Point; 3] {
    let middle = (from.x + to.x) / 2.0;
    [Point { x: middle, y: from.y }, Point { x: middle, y: to.y }, to]
}
