//! Why no project was made, in words for people.

use words::Words;

use crate::api::Failure;
use crate::language::say;

/// What to do about a failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Ask for the creation key, or ask again
    KeyNeeded,
    /// Say this
    Told(String),
}

/// A sentence, in the language that is spoken.
type Sentence = fn(Words) -> &'static str;

/// Codes of the relay that have a sentence of their own here.
const SENTENCES: &[(&str, Sentence)] = &[
    ("too_large", Words::home_too_large),
    ("rate_limited", Words::home_too_many),
    ("store_unavailable", Words::home_full),
    ("unreadable", Words::home_full),
];

/// Statuses that say the same where a proxy answers instead of the relay.
const STATUSES: &[(u16, Sentence)] = &[
    (413, Words::home_too_large),
    (429, Words::home_too_many),
    (502, Words::home_full),
    (503, Words::home_full),
    (504, Words::home_full),
];

impl Trouble {
    /// The one table from failures to sentences; what is wrong with a file is said with its name.
    pub fn of(failure: Failure, file: Option<&str>) -> Self {
        match failure {
            Failure::Offline => Trouble::Told(say().home_offline().to_owned()),
            Failure::Strange => Trouble::Told(failure.to_string()),
            Failure::Refused { code, .. } if code == "creation_key_needed" => Trouble::KeyNeeded,
            Failure::Refused { status, code, detail } => {
                let by_code =
                    SENTENCES.iter().find(|(known, _)| *known == code).map(|(_, sentence)| sentence);
                let by_status =
                    STATUSES.iter().find(|(known, _)| *known == status).map(|(_, sentence)| sentence);
                Trouble::Told(match (by_code.or(by_status), file) {
                    (Some(sentence), _) => sentence(say()).to_owned(),
                    (None, Some(file)) => say().home_file_fault(file, &detail),
                    (None, None) => say().home_refused(&detail),
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check((status, code): (u16, &str), expected: Trouble) {
        let failure = Failure::Refused { status, code: code.to_owned(), detail: "because".to_owned() };
        assert_eq!(Trouble::of(failure, None), expected, "{status} {code}");
    }

    #[test]
    fn h7_every_refusal_has_a_sentence_that_says_what_to_do() {
        let told = |sentence: &str| Trouble::Told(sentence.to_owned());
        check((401, "creation_key_needed"), Trouble::KeyNeeded);
        check((413, "too_large"), told(say().home_too_large()));
        check((413, ""), told(say().home_too_large()));
        check((429, "rate_limited"), told(say().home_too_many()));
        check((503, "store_unavailable"), told(say().home_full()));
        check((502, ""), told(say().home_full()));
        check((422, "invalid"), told("No project was made: because"));
        assert_eq!(Trouble::of(Failure::Offline, None), told(say().home_offline()));
    }

    #[test]
    fn h10_what_is_wrong_with_a_file_is_said_with_its_name() {
        let detail = "In this file, cards[0].level must be one of five.".to_owned();
        let failure = Failure::Refused { status: 422, code: "invalid".to_owned(), detail };
        let words = "“mine.json” cannot be opened. In this file, cards[0].level must be one of five. Nothing was made.";
        assert_eq!(Trouble::of(failure, Some("mine.json")), Trouble::Told(words.to_owned()));
    }
}
