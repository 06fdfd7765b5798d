//! Why the relay does not want a page back, in words.

use document::protocol::{Close, refusal};

/// Why the relay does not want this page back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    /// The reason; `None` when it is newer than this app.
    pub close: Option<Close>,
    /// The same for people, with what to do.
    pub sentence: &'static str,
}

const SENTENCES: [(Close, &str); 8] = [
    (Close::BadFrame, "The relay did not understand this page. Reload to get the new version."),
    (Close::Unauthenticated, "This link does not open the project: it is incomplete or has expired."),
    (Close::Revoked, "This link was taken back. Ask the person who shared it for a new one."),
    (Close::NoSuchProject, "There is no such project, or it was deleted."),
    (Close::ClientIdTaken, "This page is open a second time. Reload it to go on here."),
    (
        Close::EpochChanged,
        "This project was erased and begun again. What you have here is of the one before: save it as a file first.",
    ),
    (Close::TooLarge, "What this page has to send is larger than the relay takes. Save it as a file."),
    (Close::ProtocolUnknown, "This page is older than the relay. Reload to get the new version."),
];

const NEWER: &str =
    "The relay has closed the connection for a reason that this page does not know. Reload it.";

impl Refused {
    /// The refusal behind a close code; `None` for a code that means to come back.
    pub(crate) fn from_code(code: u16) -> Option<Refused> {
        let close = Close::from_code(code);
        let row = SENTENCES.iter().find(|row| Some(row.0) == close);
        refusal::permanent(code).then(|| Refused { close, sentence: row.map_or(NEWER, |row| row.1) })
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
            assert!(refused.is_none_or(|refused| refused.sentence != NEWER), "{close:?}");
        }
        let newer = Refused { close: None, sentence: NEWER };
        assert_eq!(Refused::from_code(4499), Some(newer));
        assert_eq!(Refused::from_code(1006), None);
    }
}
