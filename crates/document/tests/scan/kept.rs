//! What was found once and must not come back, kept as bytes.

use document::scan::{Committed, Refusal};

const REFUSED: &str = include_str!("../cases/refused.txt");

/// The lines of a case file: what it is, and its bytes.
pub(crate) fn lines(cases: &str) -> impl Iterator<Item = (&str, Vec<u8>)> {
    cases.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let (kind, hex) = line.split_once(' ').unwrap();
        (
            kind,
            (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect(),
        )
    })
}

#[test]
fn r12_what_made_yrs_panic_is_refused() {
    let mut committed = Committed::default();
    for (kind, bytes) in lines(REFUSED) {
        match kind {
            "log" => committed.extend(&bytes).unwrap(),
            _ => assert!(matches!(committed.admit(&bytes), Err(Refusal::Invalid(_)))),
        }
    }
}
