//! What a picture is made of: boxes, lines and words, in the order in which they are painted.

mod scaled;

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

impl Scene {
    /// Where it may be cut from left to right without cutting a card: the middles of the gaps, from the top.
    pub fn cuts(&self) -> Vec<f64> {
        let is_ground = |block: &Block| block.height >= self.height;
        let mut boxes: Vec<(f64, f64)> = self
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Block(block) if !is_ground(block) => Some((block.y, block.y + block.height)),
                _ => None,
            })
            .collect();
        model::sort::by(&mut boxes, |one, other| one.0.total_cmp(&other.0));
        let mut cuts = Vec::new();
        let mut end = f64::INFINITY;
        for (top, bottom) in boxes {
            if top > end {
                cuts.push((end + top) / 2.0);
            }
            end = if end.is_finite() { end.max(bottom) } else { bottom };
        }
        cuts
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn block((y, height): (f64, f64)) -> Mark {
        let fill = Colour::Surface;
        Mark::Block(Block { x: 0.0, y, width: 10.0, height, radius: 0.0, fill, border: None })
    }

    #[test]
    fn l11_a_picture_is_cut_between_cards_only() {
        for (boxes, expected) in [
            (&[][..], &[][..]),
            (&[(10.0, 20.0)], &[]),
            (&[(50.0, 20.0), (10.0, 20.0)], &[40.0]),
            (&[(10.0, 50.0), (20.0, 10.0), (55.0, 20.0), (80.0, 10.0)], &[77.5]),
            (&[(10.0, 20.0), (30.0, 20.0)], &[]),
        ] {
            let ground = block((0.0, 100.0));
            let marks = [ground].into_iter().chain(boxes.iter().copied().map(block)).collect();
            let scene = Scene { width: 10.0, height: 100.0, marks, ..Scene::default() };
            assert_eq!(scene.cuts(), expected, "{boxes:?}");
        }
    }
}
