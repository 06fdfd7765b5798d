//! Ids: names of things that two people can make at the same time without meeting.

use std::{fmt, marker::PhantomData, sync::Arc};

/// The longest id, in characters.
pub const LONGEST: usize = 64;

/// An id of one kind of thing: 1 to 64 characters of `A–Z a–z 0–9 _ -` (rule D1).
pub struct Id<Kind> {
    text: Arc<str>,
    kind: PhantomData<fn() -> Kind>,
}

/// The kinds of things that have ids.
pub mod kind {
    /// A box on the diagram.
    pub enum Card {}
    /// A measure of the plan.
    pub enum Measure {}
    /// A PDSA cycle.
    pub enum Cycle {}
    /// Anything that is only ever listed: a team member, a milestone, a question, a task, a comment.
    pub enum Entry {}
}

/// The id of a card.
pub type CardId = Id<kind::Card>;
/// The id of a measure.
pub type MeasureId = Id<kind::Measure>;
/// The id of a PDSA cycle.
pub type CycleId = Id<kind::Cycle>;
/// The id of a listed entry.
pub type EntryId = Id<kind::Entry>;

/// Why a text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id has 1 to 64 characters of A–Z, a–z, 0–9, _ and -")]
pub struct IdError;

impl<Kind> Id<Kind> {
    /// Reads an id; refuses what D1 does not allow.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        if (1..=LONGEST).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self { text: text.into(), kind: PhantomData })
        } else {
            Err(IdError)
        }
    }

    /// A new id from 128 random bits: 22 characters.
    pub fn from_random(bits: u128) -> Self {
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
        let digit = |place: u32| ALPHABET[(bits >> (place * 6) & 63) as usize] as char;
        let text: String = (0..22).map(digit).collect();
        Self { text: text.into(), kind: PhantomData }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

// Written out because a derive would ask the same of `Kind`, which is never a value.
impl<Kind> Clone for Id<Kind> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), kind: PhantomData }
    }
}
impl<Kind> PartialEq for Id<Kind> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
impl<Kind> Eq for Id<Kind> {}
impl<Kind> PartialOrd for Id<Kind> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<Kind> Ord for Id<Kind> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}
impl<Kind> std::hash::Hash for Id<Kind> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
impl<Kind> fmt::Display for Id<Kind> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}
impl<Kind> fmt::Debug for Id<Kind> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d1_ids_are_short_words_of_a_safe_alphabet() {
        for good in ["a", "aim", "i-1_B", &"x".repeat(64)] {
            assert_eq!(CardId::parse(good).map(|id| id.to_string()), Ok(good.to_owned()));
        }
        for bad in ["", "a b", "a>b", "é", "a/b", "a#b", &"x".repeat(65)] {
            assert_eq!(CardId::parse(bad), Err(IdError), "{bad}");
        }
    }

    #[test]
    fn d1_new_ids_carry_all_their_random_bits() {
        let ids: Vec<CardId> = [0, 1, u128::MAX, 1 << 127].map(CardId::from_random).into();
        for (place, id) in ids.iter().enumerate() {
            assert_eq!(id.as_str().len(), 22);
            assert!(CardId::parse(id.as_str()).is_ok());
            assert!(ids[..place].iter().all(|other| other != id));
        }
    }
}
