//! Where in the relay's log a known document stands.

use document::protocol::Mark;
use serde::{Deserialize, Serialize};

/// Where the known document stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// The project's epoch; none before the first Welcome.
    pub(crate) epoch: Option<u64>,
    /// Everything up to this entry of the log is known.
    pub(crate) since: Option<Mark>,
}

/// As it is kept. Numbers are texts, because JavaScript would round them.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept {
    epoch: Option<String>,
    seq: Option<String>,
    mark: Option<[u8; 8]>,
}

impl Kept {
    /// Reads a place. One that cannot be read is an unknown one: then the relay sends everything.
    pub(super) fn read(text: String) -> Place {
        let Ok(kept) = serde_json::from_str::<Kept>(&text) else { return Place::default() };
        let number = |text: Option<String>| text.and_then(|text| text.parse().ok());
        let since = number(kept.seq).zip(kept.mark).map(|(seq, mark)| Mark { seq, mark });
        Place { epoch: number(kept.epoch), since }
    }

    /// Writes a place.
    pub(super) fn write(place: Place) -> String {
        let kept = Kept {
            epoch: place.epoch.map(|epoch| epoch.to_string()),
            seq: place.since.map(|since| since.seq.to_string()),
            mark: place.since.map(|since| since.mark),
        };
        serde_json::to_string(&kept).expect("texts and bytes are JSON")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a9_a_place_is_read_back_as_it_was_and_a_broken_one_is_unknown() {
        let since = Some(Mark { seq: u64::MAX - 1, mark: [0, 1, 2, 3, 4, 5, 254, 255] });
        for place in
            [Place::default(), Place { epoch: Some(u64::MAX), since }, Place { epoch: Some(0), since: None }]
        {
            assert_eq!(Kept::read(Kept::write(place)), place);
        }
        for broken in ["", "{}", "[]", r#"{"epoch":"-1","seq":"x","mark":null}"#] {
            assert_eq!(Kept::read(broken.to_owned()), Place::default(), "{broken}");
        }
    }
}
