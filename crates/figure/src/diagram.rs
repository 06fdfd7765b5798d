//! Where everything stands on a driver diagram: columns from the aim on the left to the change ideas on the right,
//! cards in the order that people gave them, each parent beside its children, curves that pass between the cards.

mod forest;
mod place;
mod route;

use std::fmt::Write;

use model::{CardId, Level, LinkKey, structure::Structure};

use crate::card::CardStyle;
use crate::number::Number;
use forest::Forest;

/// Around the whole diagram, in pixels.
pub const MARGIN: f64 = 32.0;
/// Between two columns, in pixels.
pub const COLUMN_GAP: f64 = 64.0;
/// Between two cards of one parent, in pixels; nothing stands closer.
pub const CARD_GAP: f64 = 12.0;
/// Between two neighbours with different parents, in pixels.
pub const BRANCH_GAP: f64 = 20.0;
/// Above the first card of a column that hangs from nothing, in pixels.
pub const UNLINKED_GAP: f64 = 36.0;

/// How much room columns and gaps take, where it is not the usual.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// The width of each level's column, in pixels.
    pub widths: [f64; Level::ALL.len()],
    /// Between two columns, in pixels.
    pub column_gap: f64,
    /// How many times the usual gap stands between two cards; at least 1.
    pub gaps: f64,
    /// Whether the usual columns stand there also when they are empty.
    pub empty_columns: bool,
}

impl Default for Room {
    /// As on the screen.
    fn default() -> Self {
        let widths = Level::ALL.map(|level| CardStyle::of(level).width);
        Self { widths, column_gap: COLUMN_GAP, gaps: 1.0, empty_columns: true }
    }
}

/// What is to be placed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Input {
    /// The cards. Those without a parent stand in this order.
    pub cards: Vec<SizedCard>,
    /// The links, sorted by order: a parent's children stand in this order, and the first link of a card leads to its
    /// home parent. A link whose ends are missing, or whose levels do not fall, is left out.
    pub links: Vec<LinkKey>,
}

/// A card and the room it takes.
#[derive(Debug, Clone, PartialEq)]
pub struct SizedCard {
    /// The card.
    pub id: CardId,
    /// Its column, which gives its width.
    pub level: Level,
    /// Its height in pixels, from `card_box`.
    pub height: f64,
}

impl Input {
    /// The cards and links of a structure; `height` says how high each card is, in pixels.
    pub fn of(structure: &Structure, height: impl Fn(&CardId) -> f64) -> Self {
        let mut cards: Vec<_> = structure.cards().collect();
        model::sort::by_key(&mut cards, |(id, seat)| (seat.level, &seat.order, *id));
        let mut links: Vec<_> = structure.links().collect();
        model::sort::by_key(&mut links, |(key, order)| (*order, *key));
        let sized = |id: &CardId, level| SizedCard { id: id.clone(), level, height: height(id) };
        Self {
            cards: cards.into_iter().map(|(id, seat)| sized(id, seat.level)).collect(),
            links: links.into_iter().map(|(key, _)| key.clone()).collect(),
        }
    }
}

/// Where everything stands, in pixels from the diagram's top left corner.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// The columns from left to right; the tertiary one only when it is used.
    pub columns: Vec<Column>,
    /// The cards, in the order of the input.
    pub cards: Vec<Placed>,
    /// The curves, in the order of the input.
    pub links: Vec<Curve>,
    /// From the left edge to the right one, margins included.
    pub width: f64,
    /// From the upper edge to the lower one, margins included.
    pub height: f64,
}

/// Where a column stands.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub struct Column {
    pub level: Level,
    pub x: f64,
    pub width: f64,
}

/// Where a card stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The card.
    pub id: CardId,
    /// Its column.
    pub level: Level,
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
    /// The primary driver from which it hangs by its home parents, counted from the top; none for an aim and for what
    /// hangs from no primary driver.
    pub branch: Option<usize>,
}

impl Placed {
    /// The middle between upper and lower edge.
    pub fn centre_y(&self) -> f64 {
        self.y + self.height / 2.0
    }
}

/// A point on the diagram.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// The line of a link: from its effect's right edge to its cause's left edge, through gaps between cards.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// What it joins.
    pub key: LinkKey,
    /// The branch whose hue it has: that of its effect, or of its cause where the effect is an aim.
    pub branch: Option<usize>,
    /// Where it leaves the effect.
    pub start: Point,
    /// Cubic pieces: two control points and an end each.
    pub pieces: Vec<[Point; 3]>,
}

impl Curve {
    /// The curve as the `d` attribute of an SVG path.
    pub fn path(&self) -> String {
        let mut path = format!("M{} {}", Number(self.start.x), Number(self.start.y));
        for piece in &self.pieces {
            for (point, before) in piece.iter().zip(["C", " ", " "]) {
                write!(path, "{before}{} {}", Number(point.x), Number(point.y))
                    .expect("writing to a string succeeds");
            }
        }
        path
    }

    /// The same curve, further right and further down.
    pub fn moved(&self, by: Point) -> Curve {
        let moved = |point: Point| Point { x: point.x + by.x, y: point.y + by.y };
        let pieces = self.pieces.iter().map(|piece| piece.map(moved)).collect();
        Curve { start: moved(self.start), pieces, ..self.clone() }
    }

    /// Where it reaches the cause.
    pub fn end(&self) -> Point {
        self.pieces.last().map_or(self.start, |piece| piece[2])
    }
}

/// Places cards and links. The same input always gives the same layout.
pub fn layout(input: &Input) -> Layout {
    layout_in(input, &Room::default())
}

/// Places cards and links where columns and gaps take another room than on the screen. The heights of the cards are
/// those that their text has in these columns.
pub fn layout_in(input: &Input, room: &Room) -> Layout {
    let forest = Forest::of(input);
    let columns = columns(input, room);
    let centres = place::centres(&forest, room.gaps);
    let cards = placed(input, &forest, &columns, &centres);
    let links = route::curves(input, &forest, &columns, &cards);
    let right = columns.last().map_or(0.0, |column| column.x + column.width);
    let bottom = cards.iter().map(|card| card.y + card.height).fold(MARGIN, f64::max);
    Layout { columns, cards, links, width: right + MARGIN, height: bottom + MARGIN }
}

fn columns(input: &Input, room: &Room) -> Vec<Column> {
    let usual = |level: Level| room.empty_columns && level != Level::Tertiary;
    let used = |level: Level| usual(level) || input.cards.iter().any(|card| card.level == level);
    let mut x = MARGIN;
    let mut columns = Vec::new();
    for level in Level::ALL.into_iter().filter(|level| used(*level)) {
        let width = room.widths[level as usize];
        columns.push(Column { level, x, width });
        x += width + room.column_gap;
    }
    columns
}

fn placed(input: &Input, forest: &Forest, columns: &[Column], centres: &[f64]) -> Vec<Placed> {
    let mut column_of = [Column { level: Level::Aim, x: MARGIN, width: 0.0 }; Level::ALL.len()];
    for column in columns {
        column_of[column.level as usize] = *column;
    }
    let place = |(index, card): (usize, &SizedCard)| {
        let Column { level, x, width } = column_of[card.level as usize];
        let y = MARGIN + centres[index] - card.height / 2.0;
        let branch = forest.branches[index];
        Placed { id: card.id.clone(), level, x, y, width, height: card.height, branch }
    };
    input.cards.iter().enumerate().map(place).collect()
}
