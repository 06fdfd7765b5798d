//! Phrases to look for, as the word lists write them.
//!
//! A phrase is words with spaces between them. `a|b` is either word, `{class}` any word of that class, `#` a number in
//! digits or words, `*` up to three words of any kind, `~ing` a word with that ending.

use std::{collections::BTreeMap, ops::Range};

use super::{lexicon::Lexicon, text::Text};

/// The most words that a `*` stands for.
const GAP: usize = 3;

/// Phrases, found by their first words.
#[derive(Default)]
pub(super) struct Phrases {
    by_first: BTreeMap<String, Vec<usize>>,
    /// Those that begin with a number or an ending.
    open: Vec<usize>,
    phrases: Vec<Vec<Step>>,
}

enum Step {
    Words(Vec<String>),
    Number,
    Ending(String),
    Gap,
}

impl Phrases {
    /// The phrases of a list.
    pub(super) fn of(list: &[&str], lexicon: &Lexicon) -> Self {
        let mut phrases = Phrases::default();
        for phrase in list {
            let steps: Vec<Step> = phrase.split(' ').map(|step| Step::of(step, lexicon)).collect();
            let place = phrases.phrases.len();
            match steps.first() {
                Some(Step::Words(words)) => {
                    for word in words {
                        phrases.by_first.entry(word.clone()).or_default().push(place);
                    }
                }
                _ => phrases.open.push(place),
            }
            phrases.phrases.push(steps);
        }
        phrases
    }

    /// The longest phrase that begins at a word, as a range of words.
    pub(super) fn at(&self, text: &Text<'_>, at: usize) -> Option<Range<usize>> {
        let known = self.by_first.get(text.word(at)).into_iter().flatten();
        let ends = known.chain(&self.open).filter_map(|phrase| end(&self.phrases[*phrase], text, at));
        ends.max().map(|end| at..end)
    }

    /// The first phrase anywhere.
    pub(super) fn first(&self, text: &Text<'_>) -> Option<Range<usize>> {
        (0..text.len()).find_map(|at| self.at(text, at))
    }

    /// Every phrase anywhere; they do not overlap.
    pub(super) fn all(&self, text: &Text<'_>) -> Vec<Range<usize>> {
        let (mut at, mut found) = (0, Vec::new());
        while at < text.len() {
            match self.at(text, at) {
                Some(range) => {
                    at = range.end;
                    found.push(range);
                }
                None => at += 1,
            }
        }
        found
    }
}

fn end(steps: &[Step], text: &Text<'_>, at: usize) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else { return Some(at) };
    match step {
        Step::Gap => (0..=GAP).find_map(|more| end(rest, text, at + more)),
        _ if at < text.len() && step.is(text, at) => end(rest, text, at + 1),
        _ => None,
    }
}

impl Step {
    fn of(step: &str, lexicon: &Lexicon) -> Self {
        match step {
            "*" => Step::Gap,
            "#" => Step::Number,
            _ => match step.strip_prefix('~') {
                Some(ending) => Step::Ending(ending.to_owned()),
                None => Step::Words(step.split('|').flat_map(|word| lexicon.forms(word)).collect()),
            },
        }
    }

    fn is(&self, text: &Text<'_>, at: usize) -> bool {
        let word = text.word(at);
        match self {
            Step::Words(words) => words.iter().any(|known| known == word),
            Step::Number => is_number(text, at),
            Step::Ending(ending) => {
                word.len() > ending.len() + 1 && word.ends_with(ending.as_str()) && !NO_ENDING.contains(&word)
            }
            Step::Gap => true,
        }
    }
}

/// Whether a word is a number, in digits or as a word.
pub(super) fn is_number(text: &Text<'_>, at: usize) -> bool {
    text.number(at).is_some() || NUMBERS.contains(&text.word(at))
}

/// Words that only seem to have the ending of something that is done.
const NO_ENDING: &[&str] = &[
    "spring",
    "evening",
    "morning",
    "being",
    "wellbeing",
    "beginning",
    "king",
    "thing",
    "everything",
    "ring",
];

/// Numbers as words, in every language that we know.
const NUMBERS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "eighteen",
    "twenty", "un", "dau", "dwy", "tri", "tair", "pedwar", "pedair", "pump", "chwech", "chwe", "saith",
    "wyth", "naw", "deg", "deuddeg", "deunaw", "ugain",
];
