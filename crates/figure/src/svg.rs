//! A scene as SVG that stands alone: plain text elements, presentation attributes only, everything escaped.

mod fonts;

use std::fmt::{self, Display, Write};

use crate::{
    number::Number,
    scene::{Block, Mark, Paint, Scene, Stroke, Words},
    text::{FAMILY, measure, measure_known},
    theme::Theme,
};
pub use fonts::Fonts;

/// What stands in for the font where it is missing: what systems have that is about as wide.
const FALLBACK: &str = "'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
/// How much of a line's width must be the font's own, for the line to be set to that width: where more of it are safe
/// widths of foreign letters, it would be stretched.
const MEASURED: f64 = 0.8;
/// The dashes of a dotted line, in pixels.
const DOTS: &str = "5 5";

/// The scene as an SVG document.
pub fn svg(scene: &Scene, theme: Theme, fonts: Fonts<'_>) -> String {
    let mut text = String::with_capacity(256 * scene.marks.len() + 1024);
    write(scene, (theme, fonts), &mut text).expect("writing to a string succeeds");
    text
}

fn write(scene: &Scene, (theme, fonts): (Theme, Fonts<'_>), out: &mut String) -> fmt::Result {
    let (width, height) = (Number(scene.width), Number(scene.height));
    // Without xml:space two spaces in a row would be drawn as one.
    writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"'{FAMILY}', {FALLBACK}\" \
         text-rendering=\"geometricPrecision\" xml:space=\"preserve\">"
    )?;
    writeln!(out, "<title>{}</title>", Escaped(&scene.title))?;
    writeln!(out, "<desc>{}</desc>", Escaped(&scene.description))?;
    fonts::write(fonts, out)?;
    for mark in &scene.marks {
        match mark {
            Mark::Block(block) => write_block(block, theme, out)?,
            Mark::Stroke(stroke) => write_stroke(stroke, theme, out)?,
            Mark::Words(words) => write_words(words, theme, out)?,
        }
    }
    out.write_str("</svg>\n")
}

fn write_block(block: &Block, theme: Theme, out: &mut String) -> fmt::Result {
    // A border lies on the edge of an SVG rectangle, half of it outside: half a pixel further in it lies inside.
    let inset = if block.border.is_some() { 0.5 } else { 0.0 };
    let (x, y) = (Number(block.x + inset), Number(block.y + inset));
    let (width, height) = (Number(block.width - 2.0 * inset), Number(block.height - 2.0 * inset));
    write!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")?;
    if block.radius > 0.0 {
        write!(out, " rx=\"{}\"", Number(block.radius - inset))?;
    }
    write!(out, " fill=\"{}\"", block.fill.value(theme))?;
    if let Some(border) = block.border {
        write!(out, " stroke=\"{}\"", border.value(theme))?;
    }
    out.write_str("/>\n")
}

fn write_stroke(stroke: &Stroke, theme: Theme, out: &mut String) -> fmt::Result {
    write!(out, "<path d=\"{}\"", Escaped(&stroke.path))?;
    match stroke.paint {
        Paint::Filled(colour) => write!(out, " fill=\"{}\"", colour.value(theme))?,
        Paint::Solid(colour, width) | Paint::Dotted(colour, width) => {
            let colour = colour.value(theme);
            write!(out, " fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\"", Number(width))?;
        }
    }
    if matches!(stroke.paint, Paint::Dotted(..)) {
        write!(out, " stroke-dasharray=\"{DOTS}\"")?;
    }
    out.write_str("/>\n")
}

fn write_words(words: &Words, theme: Theme, out: &mut String) -> fmt::Result {
    let (x, y, size) = (Number(words.x), Number(words.y), Number(words.font.size));
    let (weight, colour) = (words.font.weight.number(), words.colour.value(theme));
    write!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\"")?;
    if let Some(width) = set_width(words) {
        // Another font is squeezed to fit, so that no line runs out of its card.
        write!(out, " textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", Number(width))?;
    }
    writeln!(out, ">{}</text>", Escaped(&words.text))
}

/// The width that a line is set to, whatever the font; none where it is not known well enough.
fn set_width(words: &Words) -> Option<f64> {
    let width = measure(&words.text, words.font);
    let known = measure_known(&words.text, words.font);
    (width > 0.0 && known >= MEASURED * width).then_some(width)
}

/// A text in XML; what XML does not allow at all is left out.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(is_special) {
            formatter.write_str(&rest[..at])?;
            let special = rest[at..].chars().next().unwrap_or_default();
            formatter.write_str(match special {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\t' | '\n' | '\r' => " ",
                _ => "",
            })?;
            rest = &rest[at + special.len_utf8()..];
        }
        formatter.write_str(rest)
    }
}

/// Whether a character cannot stand in XML as it is.
fn is_special(character: char) -> bool {
    matches!(character, '&' | '<' | '>' | '"' | '\'' | '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests;
