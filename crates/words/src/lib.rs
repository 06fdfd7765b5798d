//! What Tributary says: one Fluent catalogue, in every language it speaks.
//!
//! A message `cards-selected` in `messages/en/*.ftl` is the function [`Words::cards_selected`]; its values are the
//! function's arguments, in the order in which the English message names them. `messages/cy` says the same in Welsh.
//! We use of Fluent: messages, terms, comments, values, and variants chosen by a value (a plural category, a number or a
//! word). The pieces are made at build time, so that no page carries a parser.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod attention;
mod date;
mod examples;
mod fill;
pub mod finding;
mod language;
mod measures;
mod outline;
mod project;

pub use date::Day;
pub use fill::Argument;
use fill::Piece;
pub use language::Language;

/// Everything that is said, in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words {
    language: Language,
}

impl Words {
    /// In that language.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language.
    pub const fn language(self) -> Language {
        self.language
    }

    fn text(self, message: usize) -> &'static str {
        TEXTS[self.language as usize][message]
    }

    fn filled(self, message: usize, arguments: &[Argument<'_>]) -> String {
        fill::fill(self.language, PATTERNS[self.language as usize][message], arguments)
    }
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
