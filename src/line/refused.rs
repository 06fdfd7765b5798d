//! Why the relay does not want a page back, in words.

use document::protocol::{Close, refusal};
use words::Words;

use crate::language::say;

/// Why the relay does not want this page back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    /// The reason; `None` when it is newer than this app.
    pub close: Option<Close>,
    /// The same for people, with what to do.
    pub sentence: &'static str,
}

/// A sentence, in the language that is spoken.
type Sentence = fn(Words) -> &'static str;

const SENTENCES: [(Close, Sentence); 8] = [
    (Close::BadFrame, Words::line_bad_frame),
    (Close::Unauthenticated, Words::line_unauthenticated),
    (Close::Revoked, Words::line_revoked),
    (Close::NoSuchProject, Words::line_no_such_project),
    (Close::ClientIdTaken, Words::line_client_id_taken),
    (Close::EpochChanged, Words::line_epoch_changed),
    (Close::TooLarge, Words::line_too_large),
    (Close::ProtocolUnknown, Words::line_protocol_unknown),
];

impl Refused {
    /// The refusal behind a close code; `None` for a code that means to come back.
    pub(crate) fn from_code(code: u16) -> Option<Refused> {
        let close = Close::from_code(code);
        let row = SENTENCES.iter().find(|row| Some(row.0) == close);
        let sentence = row.map_or(Words::line_newer as Sentence, |row| row.1);
        refusal::permanent(code).then(|| Refused { close, sentence: sentence(say()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a5_every_refusal_for_good_has_a_sentence_and_no_other_close_has() {
        for close in Close::all() {
            let refused = Refused::from_code(close.code());
            assert_eq!(refused.is_some(), close.permanent(), "{close:?}");
            assert!(refused.is_none_or(|refused| refused.sentence != say().line_newer()), "{close:?}");
        }
        let newer = Refused { close: None, sentence: say().line_newer() };
        assert_eq!(Refused::from_code(4499), Some(newer));
        assert_eq!(Refused::from_code(1006), None);
    }
}
