//! How high each card stands: trees packed one below the other, then each parent at the middle of its children.

use model::Level;

use super::{BRANCH_GAP, CARD_GAP, UNLINKED_GAP, forest::Forest};

const LEVELS: usize = Level::ALL.len();
/// How strongly a card that has only shared children is drawn to them, against 1 for a card with children of its own:
/// so little that it takes what room there is and moves no such card by a pixel.
const SHARING_WEIGHT: f64 = 1e-4;
/// How strongly a card without children keeps its place.
const LEAF_WEIGHT: f64 = 1e-5;
/// Half of the height that a link keeps free in a column that it passes, in pixels.
const LANE: f64 = 2.0;

/// The middle of each card in pixels below the upper margin, such that its upper edge stands on a whole pixel.
pub(super) fn centres(forest: &Forest, gaps: f64) -> Vec<f64> {
    let mut packing = Packing { forest, gaps, offsets: vec![0.0; forest.levels.len()] };
    let mut centres = packing.pack();
    for level in Level::ALL.into_iter().rev() {
        draw_to_children((forest, gaps), level, &mut centres);
    }
    for (centre, height) in centres.iter_mut().zip(&forest.heights) {
        *centre = (*centre - height / 2.0).round() + height / 2.0;
    }
    centres
}

/// The outline of a packed tree in each column: its uppermost and its lowest card, with their edges.
#[derive(Clone, Copy, Default)]
struct Contour {
    columns: [Option<Extent>; LEVELS],
}

#[derive(Clone, Copy)]
struct Extent {
    top: f64,
    first: usize,
    bottom: f64,
    last: usize,
}

impl Contour {
    fn moved(mut self, distance: f64) -> Self {
        for extent in self.columns.iter_mut().flatten() {
            extent.top += distance;
            extent.bottom += distance;
        }
        self
    }

    /// Adds what stands below.
    fn append(&mut self, below: &Contour) {
        for (column, extent) in self.columns.iter_mut().zip(&below.columns) {
            *column = match (*column, *extent) {
                (Some(upper), Some(lower)) => {
                    Some(Extent { bottom: lower.bottom, last: lower.last, ..upper })
                }
                (upper, lower) => upper.or(lower),
            };
        }
    }
}

struct Packing<'a> {
    forest: &'a Forest,
    /// How many times the usual gap stands between two cards.
    gaps: f64,
    /// Each card's middle below that of its home parent.
    offsets: Vec<f64>,
}

impl Packing<'_> {
    fn pack(&mut self) -> Vec<f64> {
        let roots = self.forest.roots.clone();
        let contours: Vec<Contour> = roots.iter().map(|root| self.tree(*root)).collect();
        let below = self.stack(&contours);
        let top = contours
            .iter()
            .zip(&below)
            .flat_map(|(contour, below)| {
                contour.columns.iter().flatten().map(move |extent| extent.top + below)
            })
            .fold(f64::INFINITY, f64::min);
        let mut centres = vec![0.0; self.offsets.len()];
        for (root, below) in roots.iter().zip(&below) {
            self.settle(*root, below - top, &mut centres);
        }
        centres
    }

    /// Packs a card and all below it; the card's middle is at 0.
    fn tree(&mut self, card: usize) -> Contour {
        let forest = self.forest;
        let children = &forest.home_children[card];
        let contours: Vec<Contour> = children.iter().map(|child| self.branch(*child)).collect();
        let below = self.stack(&contours);
        let middle = below.last().map_or(0.0, |last| last / 2.0);
        let mut contour = Contour::default();
        for ((child, below), child_contour) in children.iter().zip(&below).zip(&contours) {
            self.offsets[*child] = below - middle;
            contour.append(&child_contour.moved(below - middle));
        }
        let half = forest.heights[card] / 2.0;
        contour.columns[forest.levels[card] as usize] =
            Some(Extent { top: -half, first: card, bottom: half, last: card });
        contour
    }

    /// A tree with a lane in each column that the link to its home parent passes.
    fn branch(&mut self, card: usize) -> Contour {
        let mut contour = self.tree(card);
        let parent = self.forest.homes[card].map_or(Level::Aim, |home| self.forest.levels[home]);
        for level in parent as usize + 1..self.forest.levels[card] as usize {
            contour.columns[level] = Some(Extent { top: -LANE, first: card, bottom: LANE, last: card });
        }
        contour
    }

    /// How far below the first tree each tree stands, as close as the gaps allow. Trees that have room to move, because
    /// a large one below them leans on a large one above, are spread evenly.
    fn stack(&self, contours: &[Contour]) -> Vec<f64> {
        let mut below = vec![0.0; contours.len()];
        let mut lowest = Lowest::default();
        for (index, contour) in contours.iter().enumerate() {
            let (distance, owner) = lowest.distance(self, contour).unwrap_or((0.0, 0));
            below[index] = distance.max(below[index.saturating_sub(1)]);
            self.spread(contours, &mut below, owner..index);
            lowest.append(contour, below[index], index);
        }
        below
    }

    /// Spreads the trees between that of index `range.start` and that of `range.end`, both of which stay.
    fn spread(&self, contours: &[Contour], below: &mut [f64], range: std::ops::Range<usize>) {
        let Some(last) = range.end.checked_sub(1).filter(|last| *last > range.start) else { return };
        let mut room = f64::INFINITY;
        let free = |index: usize, below: &[f64]| {
            let mut alone = Lowest::default();
            alone.append(&contours[index], below[index], index);
            let need = alone.distance(self, &contours[range.end]);
            need.map_or(f64::INFINITY, |(distance, _)| below[range.end] - distance)
        };
        let slack = free(last, below);
        if !slack.is_finite() || slack <= 0.0 {
            return;
        }
        for index in (range.start + 1..=last).rev() {
            let share = (index - range.start) as f64 / (range.end - range.start) as f64;
            room = room.min(free(index, below)).min(slack * share);
            below[index] += room;
        }
    }

    fn settle(&self, card: usize, centre: f64, centres: &mut [f64]) {
        centres[card] = centre;
        for child in &self.forest.home_children[card] {
            self.settle(*child, centre + self.offsets[*child], centres);
        }
    }
}

/// The lowest card of each column so far, with its lower edge and the tree it belongs to.
#[derive(Default)]
struct Lowest {
    columns: [Option<(f64, usize, usize)>; LEVELS],
}

impl Lowest {
    /// How far down the next tree must stand, and which tree is in its way; none when nothing is.
    fn distance(&self, packing: &Packing<'_>, contour: &Contour) -> Option<(f64, usize)> {
        let needs = self.columns.iter().zip(&contour.columns).filter_map(|(above, below)| {
            let ((bottom, card, tree), extent) = ((*above)?, (*below)?);
            Some((bottom + packing.gaps * gap(packing.forest, card, extent.first) - extent.top, tree))
        });
        needs.reduce(|most, need| if need.0 > most.0 { need } else { most })
    }

    fn append(&mut self, contour: &Contour, below: f64, tree: usize) {
        for (column, extent) in self.columns.iter_mut().zip(&contour.columns) {
            if let Some(extent) = extent {
                *column = Some((extent.bottom + below, extent.last, tree));
            }
        }
    }
}

/// The least room between two neighbours of one column.
fn gap(forest: &Forest, above: usize, below: usize) -> f64 {
    if forest.is_unlinked(below) && !forest.is_unlinked(above) {
        UNLINKED_GAP
    } else if forest.homes[above] == forest.homes[below] {
        CARD_GAP
    } else {
        BRANCH_GAP
    }
}

/// Moves the cards of one column as near to the middle of their children as order and gaps allow: an isotonic
/// regression, in which cards that press against each other share one way. The columns to the right stand already.
fn draw_to_children((forest, gaps): (&Forest, f64), level: Level, centres: &mut [f64]) {
    let column = &forest.columns[level as usize];
    let Some(first) = column.first() else { return };
    let mut blocks: Vec<Block> = Vec::with_capacity(column.len());
    let mut stacked = forest.heights[*first] / 2.0;
    let mut places = Vec::with_capacity(column.len());
    for (index, card) in column.iter().enumerate() {
        if let Some(above) = index.checked_sub(1).map(|above| column[above]) {
            let halves = (forest.heights[above] + forest.heights[*card]) / 2.0;
            stacked += halves + gaps * gap(forest, above, *card);
        }
        places.push(stacked);
        let (wish, weight) = wish(forest, *card, centres);
        blocks.push(Block { wish: wish - stacked, weight, count: 1 });
        merge_blocks(&mut blocks);
    }
    let shifts = blocks.iter().flat_map(|block| std::iter::repeat_n(block.wish.max(0.0), block.count));
    for ((card, place), shift) in column.iter().zip(places).zip(shifts) {
        centres[*card] = place + shift;
    }
}

/// Cards that stand as close as they may, and how far their block wishes to be shifted down.
struct Block {
    wish: f64,
    weight: f64,
    count: usize,
}

fn merge_blocks(blocks: &mut Vec<Block>) {
    while let [.., above, below] = blocks.as_slice()
        && below.wish < above.wish
    {
        let weight = above.weight + below.weight;
        let wish = (above.wish * above.weight + below.wish * below.weight) / weight;
        let merged = Block { wish, weight, count: above.count + below.count };
        blocks.truncate(blocks.len() - 2);
        blocks.push(merged);
    }
}

/// Where a card wishes to stand, and how strongly: in the middle of its own children; one without any near the shared
/// ones, or where it is. A link to a shared card thus moves nothing that has children of its own.
fn wish(forest: &Forest, card: usize, centres: &[f64]) -> (f64, f64) {
    let own = &forest.home_children[card];
    if let (Some(first), Some(last)) = (own.first(), own.last()) {
        return ((centres[*first] + centres[*last]) / 2.0, 1.0);
    }
    let shared = &forest.children[card];
    if shared.is_empty() {
        return (centres[card], LEAF_WEIGHT);
    }
    let sum: f64 = shared.iter().map(|child| centres[*child]).sum();
    (sum / shared.len() as f64, SHARING_WEIGHT)
}
