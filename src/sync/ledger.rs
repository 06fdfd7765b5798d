//! Which edits the relay does not have yet, which push carries which, and what an answer settles.

use std::collections::BTreeMap;

use document::protocol::{Nack, NackCode};

use crate::outbox::RowKey;

/// Pushes that may wait for their answer at once. The relay allows bursts of 200, and what waits here is not lost.
const WINDOW: usize = 64;

/// The edits of this device that the relay has not acknowledged.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    rows: BTreeMap<RowKey, Row>,
    /// The pushes without an answer, whether or not a row waits for them.
    under_way: Vec<u64>,
    last_push: u64,
    flow: Flow,
}

#[derive(Debug)]
struct Row {
    update: Vec<u8>,
    kept: bool,
    push: Option<u64>,
}

/// How edits leave now.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Flow {
    /// There is no line, or the role does not allow it.
    #[default]
    Shut,
    /// Each goes as it comes.
    Open,
    /// One was refused: nothing goes until all that waits goes as one push.
    Stalled,
    /// Refused for good, as long as this connection lives.
    Held,
}

/// What a refusal asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Remedy {
    /// Nothing more: a remedy is under way, or the push is not ours.
    None,
    /// One push of all that the relay lacks, at once; what it has, if it said so.
    Resync(Option<Vec<u8>>),
    /// The same, after a while.
    Later(NackCode),
    /// Tell the person. The edits stay on this device.
    Tell(NackCode),
}

/// How many edits wait, and how.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pending {
    /// Edits that are not acknowledged.
    pub(super) rows: usize,
    /// Those of them that are not on this device's disk.
    pub(super) unkept: usize,
    /// Whether they wait without being sent, although there is a line.
    pub(super) held: bool,
}

impl Ledger {
    /// Takes an edit that was just written.
    pub(super) fn wrote(&mut self, key: RowKey, update: Vec<u8>) {
        self.rows.insert(key, Row { update, kept: false, push: None });
    }

    /// Takes an edit that an earlier page left on this device.
    pub(super) fn found(&mut self, key: RowKey, update: Vec<u8>) {
        self.rows.insert(key, Row { update, kept: true, push: None });
    }

    /// Notes that edits are on this device's disk.
    pub(super) fn kept(&mut self, keys: &[RowKey]) {
        for key in keys {
            if let Some(row) = self.rows.get_mut(key) {
                row.kept = true;
            }
        }
    }

    /// The edits that are not on this device's disk, with their updates.
    pub(super) fn unkept(&self) -> Vec<(RowKey, Vec<u8>)> {
        let rows = self.rows.iter().filter(|(_, row)| !row.kept);
        rows.map(|(key, row)| (*key, row.update.clone())).collect()
    }

    /// All edits with their updates.
    pub(super) fn rows(&self) -> impl Iterator<Item = (RowKey, &[u8])> {
        self.rows.iter().map(|(key, row)| (*key, row.update.as_slice()))
    }

    /// Notes that the line is open and this page may write.
    pub(super) fn open(&mut self) {
        self.shut();
        self.flow = Flow::Open;
    }

    /// Notes that nothing can be sent. What was under way has to go again: nobody knows whether it arrived.
    pub(super) fn shut(&mut self) {
        self.flow = Flow::Shut;
        self.under_way.clear();
        self.rows.values_mut().for_each(|row| row.push = None);
    }

    /// Makes a push that carries every edit that is not under way, as one update that is made of the document.
    pub(super) fn push_all(&mut self) -> u64 {
        let push = self.push();
        self.rows.values_mut().filter(|row| row.push.is_none()).for_each(|row| row.push = Some(push));
        self.flow = Flow::Open;
        push
    }

    /// Makes a push that carries none of the edits, so that its answer settles none.
    pub(super) fn push_beside(&mut self) -> u64 {
        self.flow = Flow::Open;
        self.push()
    }

    /// Lets each edit go by itself again.
    pub(super) fn go_on(&mut self) {
        self.flow = Flow::Open;
    }

    /// The next edit to go by itself, if one may.
    pub(super) fn push_next(&mut self) -> Option<(u64, Vec<u8>)> {
        if self.flow != Flow::Open || self.under_way.len() >= WINDOW {
            return None;
        }
        let key = *self.rows.iter().find(|(_, row)| row.push.is_none())?.0;
        let push = self.push();
        let row = self.rows.get_mut(&key)?;
        row.push = Some(push);
        Some((push, row.update.clone()))
    }

    /// Notes that a push is durable, and gives back exactly the edits that it carried.
    pub(super) fn acked(&mut self, push: u64) -> Vec<(RowKey, Vec<u8>)> {
        self.answered(push);
        let settled = self.rows.extract_if(.., |_, row| row.push == Some(push));
        settled.map(|(key, row)| (key, row.update)).collect()
    }

    /// Notes that a push was refused, and says what is to be done.
    pub(super) fn refused(&mut self, nack: &Nack) -> Remedy {
        if !self.answered(nack.push_id) {
            return Remedy::None;
        }
        let rows = self.rows.values_mut().filter(|row| row.push == Some(nack.push_id));
        rows.for_each(|row| row.push = None);
        if self.flow != Flow::Open {
            return Remedy::None;
        }
        self.flow = if nack.retryable { Flow::Stalled } else { Flow::Held };
        match (nack.code, nack.retryable) {
            (NackCode::GapResync, _) => Remedy::Resync(nack.state_vector.clone()),
            (code, true) => Remedy::Later(code),
            (code, false) => Remedy::Tell(code),
        }
    }

    /// Holds everything back on this device, because it cannot be sent.
    pub(super) fn hold(&mut self) {
        self.shut();
        self.flow = Flow::Held;
    }

    /// Whether a push of everything may go now: it waits until each push before it has its answer.
    pub(super) fn may_push_all(&self) -> bool {
        self.flow == Flow::Stalled && self.under_way.is_empty()
    }

    /// What waits.
    pub(super) fn pending(&self) -> Pending {
        Pending {
            rows: self.rows.len(),
            unkept: self.rows.values().filter(|row| !row.kept).count(),
            held: self.flow == Flow::Held,
        }
    }

    fn push(&mut self) -> u64 {
        self.last_push += 1;
        self.under_way.push(self.last_push);
        self.last_push
    }

    fn answered(&mut self, push: u64) -> bool {
        let before = self.under_way.len();
        self.under_way.retain(|other| *other != push);
        self.under_way.len() < before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(client: u64, n: u32) -> RowKey {
        RowKey { client, n }
    }

    fn keys(rows: Vec<(RowKey, Vec<u8>)>) -> Vec<RowKey> {
        rows.into_iter().map(|row| row.0).collect()
    }

    /// A ledger with two edits of an earlier page and one of this page, and an open line.
    fn ledger() -> Ledger {
        let mut ledger = Ledger::default();
        ledger.found(key(3, 0), vec![30]);
        ledger.found(key(3, 1), vec![31]);
        ledger.wrote(key(7, 0), vec![70]);
        ledger.open();
        ledger
    }

    #[test]
    fn a6_an_ack_settles_exactly_the_edits_of_its_push() {
        let mut ledger = ledger();
        let all = ledger.push_all();
        ledger.wrote(key(7, 1), vec![71]);
        let (single, update) = ledger.push_next().unwrap();
        assert_eq!(update, [71]);
        assert_eq!(ledger.push_next(), None);
        assert_eq!(keys(ledger.acked(single)), [key(7, 1)]);
        assert_eq!(keys(ledger.acked(99)), []);
        assert_eq!(keys(ledger.acked(all)), [key(3, 0), key(3, 1), key(7, 0)]);
        assert_eq!(ledger.pending(), Pending::default());
    }

    #[test]
    fn a6_what_was_under_way_when_the_line_was_cut_goes_again() {
        let mut ledger = ledger();
        let lost = ledger.push_all();
        ledger.shut();
        assert_eq!(ledger.push_next(), None);
        assert_eq!(keys(ledger.acked(lost)), [], "an answer of an earlier line settles nothing");
        ledger.open();
        let again = ledger.push_all();
        assert!(again > lost);
        assert_eq!(ledger.acked(again).len(), 3);
    }

    #[test]
    fn a6_after_a_gap_one_push_of_everything_goes_once_all_others_are_answered() {
        let mut ledger = ledger();
        ledger.push_all();
        ledger.acked(1);
        for n in 1..4 {
            ledger.wrote(key(7, n), vec![n as u8]);
            ledger.push_next().unwrap();
        }
        assert_eq!(ledger.refused(&Nack::gap(2, vec![5])), Remedy::Resync(Some(vec![5])));
        assert!(!ledger.may_push_all());
        assert_eq!(ledger.refused(&Nack::gap(3, vec![5])), Remedy::None);
        ledger.wrote(key(7, 4), vec![4]);
        assert_eq!(ledger.push_next(), None);
        assert_eq!(keys(ledger.acked(4)), [key(7, 3)]);
        assert!(ledger.may_push_all());
        let all = ledger.push_all();
        assert_eq!(keys(ledger.acked(all)), [key(7, 1), key(7, 2), key(7, 4)]);
        assert_eq!(ledger.refused(&Nack::new(0, NackCode::RateLimited)), Remedy::None, "presence is no push");
    }

    #[test]
    fn a6_what_is_not_in_a_push_is_not_settled_by_it() {
        let mut ledger = ledger();
        let beside = ledger.push_beside();
        assert_eq!(keys(ledger.acked(beside)), []);
        assert_eq!(ledger.push_next().map(|push| push.1), Some(vec![30]));
    }

    #[test]
    fn a6_every_refusal_keeps_the_edits_and_has_its_remedy() {
        for code in NackCode::all() {
            let mut ledger = ledger();
            let push = ledger.push_all();
            let remedy = ledger.refused(&Nack::new(push, code));
            match code {
                NackCode::GapResync => assert_eq!(remedy, Remedy::Resync(None)),
                _ if code.retryable() => assert_eq!(remedy, Remedy::Later(code)),
                _ => assert_eq!(remedy, Remedy::Tell(code)),
            }
            assert_eq!(ledger.pending(), Pending { rows: 3, unkept: 1, held: !code.retryable() });
            assert_eq!(ledger.push_next(), None, "{code:?}");
        }
    }

    #[test]
    fn a6_a_long_burst_waits_its_turn() {
        let mut ledger = Ledger::default();
        ledger.open();
        (0..100).for_each(|n| ledger.wrote(key(7, n), vec![]));
        let pushed: Vec<u64> = std::iter::from_fn(|| ledger.push_next().map(|push| push.0)).collect();
        assert_eq!(pushed.len(), WINDOW);
        assert_eq!(keys(ledger.acked(pushed[0])), [key(7, 0)]);
        assert!(ledger.push_next().is_some());
    }

    #[test]
    fn a6_only_what_is_not_on_disk_is_written_again() {
        let mut ledger = ledger();
        assert_eq!(keys(ledger.unkept()), [key(7, 0)]);
        ledger.kept(&[key(7, 0), key(9, 9)]);
        assert_eq!(keys(ledger.unkept()), []);
        assert_eq!(ledger.rows().count(), 3);
    }
}
