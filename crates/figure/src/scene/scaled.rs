//! A scene made larger or smaller.

use std::fmt::Write;

use super::{Block, Mark, Paint, Scene, Stroke, Words};
use crate::text::Font;

impl Scene {
    /// The same picture, so many times as large, letters and lines included. Borders stay 1 pixel wide.
    pub fn scaled(self, by: f64) -> Scene {
        let marks = self.marks.into_iter().map(|mark| mark.scaled(by)).collect();
        Scene { width: self.width * by, height: self.height * by, marks, ..self }
    }
}

impl Mark {
    fn scaled(self, by: f64) -> Mark {
        match self {
            Mark::Block(block) => Mark::Block(Block {
                x: block.x * by,
                y: block.y * by,
                width: block.width * by,
                height: block.height * by,
                radius: block.radius * by,
                ..block
            }),
            Mark::Stroke(Stroke { path, paint }) => {
                Mark::Stroke(Stroke { path: scaled_path(&path, by), paint: paint.scaled(by) })
            }
            Mark::Words(words) => {
                let font = Font { size: words.font.size * by, ..words.font };
                Mark::Words(Words { x: words.x * by, y: words.y * by, font, ..words })
            }
        }
    }
}

impl Paint {
    fn scaled(self, by: f64) -> Paint {
        match self {
            Paint::Filled(colour) => Paint::Filled(colour),
            Paint::Solid(colour, width) => Paint::Solid(colour, width * by),
            Paint::Dotted(colour, width) => Paint::Dotted(colour, width * by),
        }
    }
}

/// A path with its numbers multiplied; of an arc, which has seven, rotation and flags stay as they are.
fn scaled_path(path: &str, by: f64) -> String {
    let mut out = String::with_capacity(path.len());
    let (mut command, mut place) = (' ', 0);
    for piece in pieces(path) {
        let Ok(number) = piece.parse::<f64>() else {
            if let Some(letter) = piece.chars().find(char::is_ascii_alphabetic) {
                (command, place) = (letter, 0);
            }
            out.push_str(piece);
            continue;
        };
        let kept = command == 'A' && matches!(place % 7, 2..=4);
        let value = if kept { number } else { (number * by * 100.0).round() / 100.0 };
        write!(out, "{value}").expect("writing to a string succeeds");
        place += 1;
    }
    out
}

/// A path's numbers, and what stands between them.
fn pieces(path: &str) -> impl Iterator<Item = &str> {
    let of_number = |character: char| character.is_ascii_digit() || matches!(character, '.' | '-');
    let mut rest = path;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|character| of_number(character) != of_number(first)).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l18_a_path_grows_with_its_picture() {
        for (path, expected) in [
            ("M1 2C3.5 -4 5 6 7 8", "M2 4C7 -8 10 12 14 16"),
            ("M10 4A6 6 0 0 1 5 9V20H-3Z", "M20 8A12 12 0 0 1 10 18V40H-6Z"),
            ("M0.125 1L2 3", "M0.25 2L4 6"),
            ("", ""),
        ] {
            assert_eq!(scaled_path(path, 2.0), expected);
        }
    }
}
