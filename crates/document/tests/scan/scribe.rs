//! What the relay writes itself stands every check that it makes of others.

use std::sync::Arc;

use document::{
    Document, Scribe, fold,
    scan::{Admitted, Committed, scan},
};
use model::contribution::Contribution;

const SCRIBE: u64 = 77;

fn sent(id: &str, text: &str) -> Contribution {
    Contribution {
        id: id.to_owned(),
        kind: "idea".to_owned(),
        text: text.to_owned(),
        on: "wait".to_owned(),
        by: "Ann".to_owned(),
        author: "0f".to_owned(),
        at: 1_770_000_000_123.0,
        status: String::new(),
        reply: String::new(),
    }
}

fn participant(client_id: u64) -> Document {
    Document::new(client_id, Arc::new(|| 0))
}

#[test]
fn c1_contributions_follow_each_other_without_a_gap_and_every_copy_has_them() {
    let (mut scribe, mut committed) = (Scribe::new(SCRIBE), Committed::default());
    let sent: Vec<_> =
        (0..300).map(|number| sent(&format!("c{number}"), &format!("Idea {number} ☂"))).collect();
    let mut updates = Vec::new();
    for (clock, contribution) in (0..).zip(&sent) {
        let update = scribe.write(contribution).unwrap();
        let scanned = scan(&update).unwrap();
        assert_eq!(scanned.brought().collect::<Vec<_>>(), [(SCRIBE, clock..clock + 1)]);
        assert_eq!(
            (scanned.deleted().count(), scanned.dependencies().count()),
            (0, 0),
            "nothing is overwritten"
        );
        assert!(matches!(committed.admit(&update), Ok(Admitted::Store(_))));
        updates.push(update);
    }
    let (mut one, mut other) = (participant(1), participant(2));
    updates.iter().for_each(|update| drop(one.merge(update).unwrap()));
    updates.iter().rev().for_each(|update| drop(other.merge(update).unwrap()));
    let folded = fold(updates.iter().map(Vec::as_slice)).unwrap();
    let mut late = participant(3);
    late.load(&folded).unwrap();
    for copy in [one, other, late] {
        let mut read = copy.project().contributions;
        read.sort_by_key(|contribution| contribution.id[1..].parse::<u32>().unwrap());
        assert_eq!(read, sent);
    }
}

#[test]
fn c1_nothing_is_written_twice_and_no_answer_is_forged() {
    let mut scribe = Scribe::new(SCRIBE);
    let answered =
        Contribution { status: "accepted".to_owned(), reply: "Done".to_owned(), ..sent("a", "First") };
    let update = scribe.write(&answered).unwrap();
    for (id, why) in [("a", "written before"), ("a#status", "an answer"), ("", "no id"), ("x y", "no id")] {
        assert_eq!(scribe.write(&sent(id, "Second")), None, "{why}");
    }
    let mut copy = participant(1);
    copy.merge(&update).unwrap();
    assert_eq!(copy.project().contributions, [sent("a", "First")]);
    let next = scribe.write(&sent("b", "Second")).unwrap();
    assert_eq!(
        scan(&next).unwrap().brought().collect::<Vec<_>>(),
        [(SCRIBE, 1..2)],
        "a refusal takes no clock"
    );
}
