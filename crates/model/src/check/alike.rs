//! VI5: ideas that say nearly the same.
//!
//! Two ideas are alike when three quarters of their words are the same. Texts with a word in common are found through the
//! word, and only through each text's rarest ones: two that are alike share one of those (prefix filtering, Chaudhuri and
//! others 2006). So thousands of ideas are not compared each with each.

use std::collections::{BTreeMap, BTreeSet};

use super::{About, Finding, Rule, Says, ground::Ground, text::Text};
use crate::{diagram::Level, id::CardId};

/// So much of the words of two ideas is the same, in percent.
const ALIKE: usize = 75;
/// A word of more ideas than this tells nothing, and would make the search slow.
const COMMON: usize = 100;

pub(super) fn look(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let ideas = ground.column(Level::Idea);
    let sets = sets(ground);
    let mut groups = Groups((0..ideas.len()).collect());
    for (one, other) in pairs(&sets) {
        groups.join(one, other);
    }
    let mut alike: BTreeMap<usize, Vec<CardId>> = BTreeMap::new();
    for place in (0..ideas.len()).filter(|place| !sets[*place].words.is_empty()) {
        alike.entry(groups.first(place)).or_default().push(ideas[place].clone());
    }
    for cards in alike.into_values().filter(|cards| cards.len() > 1) {
        let finding =
            Finding::new(Rule::Vi5, About::Card(cards[0].clone()), Says::IdeasAlike(cards.len() - 1));
        findings.push(finding.with(cards[1..].to_vec()));
    }
}

/// What an idea says.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Said {
    /// Its words as numbers, the rarest first, without those that tell nothing.
    words: Vec<usize>,
    /// Those of them that are written in digits: what is to happen on ward 7 is not what is to happen on ward 8.
    digits: Vec<usize>,
}

fn sets(ground: &Ground<'_>) -> Vec<Said> {
    let texts: Vec<BTreeSet<String>> =
        ground.cards(Level::Idea).map(|card| words(&card.text, ground)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in texts.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut by_rarity: Vec<(usize, &str)> = counts.into_iter().map(|(word, count)| (count, word)).collect();
    crate::sort::by_key(&mut by_rarity, |entry| *entry);
    let numbers: BTreeMap<&str, usize> =
        by_rarity.into_iter().enumerate().map(|(number, (_, word))| (word, number)).collect();
    let sorted = |words: &mut dyn Iterator<Item = &String>| {
        let mut words: Vec<usize> = words.map(|word| numbers[word.as_str()]).collect();
        crate::sort::by_key(&mut words, |number| *number);
        words
    };
    let has_digits = |word: &&String| word.bytes().any(|byte| byte.is_ascii_digit());
    let said = |text: &BTreeSet<String>| Said {
        words: sorted(&mut text.iter()),
        digits: sorted(&mut text.iter().filter(has_digits)),
    };
    texts.iter().map(said).collect()
}

/// Words that tell ideas apart.
fn words(text: &str, ground: &Ground<'_>) -> BTreeSet<String> {
    let text = Text::of(text);
    let stops = ground.language.as_ref().map(|language| &language.stops);
    let is_stop = |word: &str| stops.is_some_and(|stops| stops.contains(word));
    let all: BTreeSet<String> = text.words().filter(|word| !is_stop(word)).map(stem).collect();
    if all.is_empty() { text.words().map(stem).collect() } else { all }
}

/// One form for singular and plural.
fn stem(word: &str) -> String {
    let plural = word.len() > 4 && word.ends_with('s') && !word.ends_with("ss");
    word[..word.len() - usize::from(plural)].to_owned()
}

/// The pairs that are alike.
fn pairs(sets: &[Said]) -> Vec<(usize, usize)> {
    let mut seen: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut same: BTreeMap<&Said, usize> = BTreeMap::new();
    let mut pairs = Vec::new();
    for (place, set) in sets.iter().enumerate().filter(|(_, set)| !set.words.is_empty()) {
        if let Some(first) = same.get(set) {
            pairs.push((*first, place));
            continue;
        }
        same.insert(set, place);
        let rarest = set.words.len() - (set.words.len() * ALIKE).div_ceil(100) + 1;
        let mut near = BTreeSet::new();
        for word in &set.words[..rarest] {
            let with = seen.entry(*word).or_default();
            if with.len() < COMMON {
                near.extend(with.iter().copied());
                with.push(place);
            }
        }
        pairs.extend(
            near.into_iter().filter(|other| are_alike(set, &sets[*other])).map(|other| (other, place)),
        );
    }
    pairs
}

fn are_alike(one: &Said, other: &Said) -> bool {
    if one.digits != other.digits {
        return false;
    }
    let (one, other) = (&one.words, &other.words);
    let (mut at, mut common) = (0, 0);
    for word in one {
        while other.get(at).is_some_and(|other| other < word) {
            at += 1;
        }
        common += usize::from(other.get(at) == Some(word));
    }
    common * 100 >= (one.len() + other.len() - common) * ALIKE
}

/// Which idea each belongs to: the first that is alike, or itself.
struct Groups(Vec<usize>);

impl Groups {
    fn first(&mut self, place: usize) -> usize {
        let mut at = place;
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first(one), self.first(other));
        self.0[one.max(other)] = one.min(other);
    }
}
