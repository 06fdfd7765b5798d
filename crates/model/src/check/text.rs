//! A text as words, in lower case and with their places.

use std::ops::Range;

/// A text and its words.
pub(super) struct Text<'a> {
    /// As it was written.
    pub raw: &'a str,
    lower: String,
    words: Vec<Word>,
}

struct Word {
    raw: Range<usize>,
    lower: Range<usize>,
}

impl<'a> Text<'a> {
    pub(super) fn of(raw: &'a str) -> Self {
        let mut text = Text { raw, lower: String::with_capacity(raw.len()), words: Vec::new() };
        let mut begun = None;
        for (at, letter) in raw.char_indices() {
            let low = text.lower.len();
            // One letter stays one letter, so that both texts have the same words.
            let letter = match letter {
                '’' => '\'',
                letter => letter.to_lowercase().next().unwrap_or(letter),
            };
            text.lower.push(letter);
            match (begun, letter.is_alphanumeric() || (letter == '\'' && begun.is_some())) {
                (None, true) => begun = Some((at, low)),
                (Some(from), false) => {
                    text.words.push(Word { raw: from.0..at, lower: from.1..low });
                    begun = None;
                }
                _ => {}
            }
        }
        if let Some((at, low)) = begun {
            text.words.push(Word { raw: at..raw.len(), lower: low..text.lower.len() });
        }
        text
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word at all.
    pub(super) fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    /// A word in lower case; empty behind the end. What a quotation mark leaves behind a word is no part of it.
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| self.lower[word.lower.clone()].trim_end_matches('\''))
    }

    /// All words in lower case.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.word(at))
    }

    /// A word as it was written.
    pub(super) fn written(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |word| &self.raw[word.raw.clone()])
    }

    /// Some words as they were written, with what stands between them.
    pub(super) fn quoted(&self, words: Range<usize>) -> String {
        match (self.words.get(words.start), self.words.get(words.end.saturating_sub(1))) {
            (Some(first), Some(last)) if words.start < words.end => {
                self.raw[first.raw.start..last.raw.end].to_owned()
            }
            _ => String::new(),
        }
    }

    /// What stands between a word and the next.
    pub(super) fn gap(&self, at: usize) -> &'a str {
        let from = self.words.get(at).map_or(self.raw.len(), |word| word.raw.end);
        let to = self.words.get(at + 1).map_or(self.raw.len(), |word| word.raw.start);
        &self.raw[from..to.max(from)]
    }

    /// The whole number that a word is.
    pub(super) fn number(&self, at: usize) -> Option<u32> {
        let word = self.word(at);
        word.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.parse().ok()).flatten()
    }

    /// How many sentences there are: what ends in a full stop, an exclamation or a question mark before a capital letter,
    /// a number or the end.
    pub(super) fn sentences(&self) -> usize {
        let ends = |at: usize| {
            let gap = self.gap(at);
            let begins = self.written(at + 1).chars().next();
            let stops = gap.starts_with(['.', '!', '?', '…']) && gap.ends_with(char::is_whitespace);
            stops && begins.is_none_or(|letter| letter.is_uppercase() || letter.is_ascii_digit())
        };
        match self.len() {
            0 => 0,
            len => 1 + (0..len - 1).filter(|at| ends(*at)).count(),
        }
    }
}
