//! Why no project was made, in words for people.

use super::words;
use crate::api::Failure;

/// What to do about a failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Ask for the creation key, or ask again
    KeyNeeded,
    /// Say this
    Told(String),
}

/// Codes of the relay that have a sentence of their own here.
const SENTENCES: &[(&str, &str)] = &[
    ("too_large", words::TOO_LARGE),
    ("rate_limited", words::TOO_MANY),
    ("store_unavailable", words::FULL),
    ("unreadable", words::FULL),
];

/// Statuses that say the same where a proxy answers instead of the relay.
const STATUSES: &[(u16, &str)] = &[
    (413, words::TOO_LARGE),
    (429, words::TOO_MANY),
    (502, words::FULL),
    (503, words::FULL),
    (504, words::FULL),
];

impl Trouble {
    /// The one table from failures to sentences.
    pub fn of(failure: Failure) -> Self {
        match failure {
            Failure::Offline => Trouble::Told(words::OFFLINE.to_owned()),
            Failure::Strange => Trouble::Told(failure.to_string()),
            Failure::Refused { code, .. } if code == "creation_key_needed" => Trouble::KeyNeeded,
            Failure::Refused { status, code, detail } => {
                let by_code =
                    SENTENCES.iter().find(|(known, _)| *known == code).map(|(_, sentence)| sentence);
                let by_status =
                    STATUSES.iter().find(|(known, _)| *known == status).map(|(_, sentence)| sentence);
                match by_code.or(by_status) {
                    Some(sentence) => Trouble::Told((*sentence).to_owned()),
                    None => Trouble::Told(words::refused(&detail)),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check((status, code): (u16, &str), expected: Trouble) {
        let failure = Failure::Refused { status, code: code.to_owned(), detail: "because".to_owned() };
        assert_eq!(Trouble::of(failure), expected, "{status} {code}");
    }

    #[test]
    fn h7_every_refusal_has_a_sentence_that_says_what_to_do() {
        let told = |sentence: &str| Trouble::Told(sentence.to_owned());
        check((401, "creation_key_needed"), Trouble::KeyNeeded);
        check((413, "too_large"), told(words::TOO_LARGE));
        check((413, ""), told(words::TOO_LARGE));
        check((429, "rate_limited"), told(words::TOO_MANY));
        check((503, "store_unavailable"), told(words::FULL));
        check((502, ""), told(words::FULL));
        check((422, "invalid"), told("No project was made: because"));
        assert_eq!(Trouble::of(Failure::Offline), told(words::OFFLINE));
    }
}
