//! What a picture is made of: boxes, lines and words, in the order in which they are painted.

use crate::{text::Font, theme::Colour};

/// A picture, in pixels from its top left corner.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
    /// What it is called.
    pub title: String,
    /// What it shows, in one sentence, for those who cannot see it.
    pub description: String,
    /// What is painted, the undermost first.
    pub marks: Vec<Mark>,
}

/// One thing that is painted.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Mark {
    Block(Block),
    Stroke(Stroke),
    Words(Words),
}

/// A rectangle.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
    /// The radius of its corners.
    pub radius: f64,
    /// What fills it.
    pub fill: Colour,
    /// The colour of its border, 1 pixel wide and inside it; none for no border.
    pub border: Option<Colour>,
}

/// A line or a shape bounded by lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// Its course, as the `d` attribute of an SVG path.
    pub path: String,
    /// How it is painted.
    pub paint: Paint,
}

/// How a line is painted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Paint {
    /// The inside, filled.
    Filled(Colour),
    /// The line itself, of that width in pixels.
    Solid(Colour, f64),
    /// The line in dots, of that width in pixels.
    Dotted(Colour, f64),
}

/// A text on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// Where it begins, from the left.
    pub x: f64,
    /// Where its baseline lies.
    pub y: f64,
    /// What it says.
    pub text: String,
    /// How it is set.
    pub font: Font,
    /// The colour of its letters.
    pub colour: Colour,
}
