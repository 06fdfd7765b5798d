//! Puts values into a message.

use crate::Language;

/// A part of a message.
#[derive(Debug)]
pub(crate) enum Piece {
    Text(&'static str),
    /// The value of that place.
    Value(usize),
    /// One of several, by the value of that place: their keys (a number, a plural category or a word), and which is
    /// taken when no key fits.
    Choice(usize, &'static [(&'static str, &'static [Piece])], usize),
}

/// A value for a message.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Argument<'a> {
    /// Words, put in as they are.
    Text(&'a str),
    /// A number, written with the language's separators; it chooses between plurals.
    Number(f64),
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Argument::Text(text)
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Argument::Text(text)
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {
        $(impl From<$number> for Argument<'_> {
            fn from(number: $number) -> Self {
                Argument::Number(number as f64)
            }
        })+
    };
}
numbers!(usize, u64, i64, u32, i32, f64);

/// The message with its values.
pub(crate) fn fill(language: Language, pieces: &[Piece], arguments: &[Argument<'_>]) -> String {
    let mut out = String::new();
    fill_into(&mut out, language, pieces, arguments);
    out
}

fn fill_into(out: &mut String, language: Language, pieces: &[Piece], arguments: &[Argument<'_>]) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Value(place) => match arguments[*place] {
                Argument::Text(text) => out.push_str(text),
                Argument::Number(number) => out.push_str(&number_in_words(number)),
            },
            Piece::Choice(place, variants, default) => {
                let exact = match arguments[*place] {
                    Argument::Text(text) => text.to_owned(),
                    Argument::Number(number) => number.to_string(),
                };
                let category = match arguments[*place] {
                    Argument::Text(_) => "",
                    Argument::Number(number) => language.category(number),
                };
                let by = |wanted: &str| variants.iter().position(|(key, _)| *key == wanted);
                let chosen = by(&exact).or_else(|| by(category)).unwrap_or(*default);
                fill_into(out, language, variants[chosen].1, arguments);
            }
        }
    }
}

/// English and Welsh alike put a comma between thousands and a point before decimals (Unicode CLDR 48).
pub(crate) fn number_in_words(number: f64) -> String {
    let plain = number.to_string();
    let (whole, rest) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
    let mut out = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}
