//! Histories of several participants and one log: what the log admits is what yrs has.

use std::ops::Range;

use document::scan::{Admitted, Committed, Refusal, scan};
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{ClientID, Doc, IdSet, ReadTxn, StateVector, Transact, Update, merge_updates_v1};

use crate::participant::{Participant, content, doc};
use crate::random::{Random, seeds};

/// A log, and what is known of it.
#[derive(Default)]
pub(crate) struct Log {
    pub(crate) committed: Committed,
    pub(crate) entries: Vec<Vec<u8>>,
    seen: Seen,
}

/// How often each answer was given: a test in which one never comes tests nothing.
#[derive(Default)]
struct Seen {
    stored: usize,
    cut: usize,
    nothing: usize,
    gaps: usize,
}

impl Seen {
    fn count(&mut self, update: &[u8], answer: &Result<Admitted, Refusal>) {
        match answer {
            Ok(Admitted::Nothing) => self.nothing += 1,
            Ok(Admitted::Store(bytes)) if bytes == update => self.stored += 1,
            Ok(Admitted::Store(_)) => self.cut += 1,
            Err(_) => self.gaps += 1,
        }
    }

    fn add(&mut self, other: &Seen) {
        self.stored += other.stored;
        self.cut += other.cut;
        self.nothing += other.nothing;
        self.gaps += other.gaps;
    }
}

impl Log {
    fn push(&mut self, update: &[u8]) -> Result<(), Refusal> {
        agrees_with_yrs(update);
        let considered = self.committed.consider(update);
        let answer = self.committed.admit(update);
        assert_eq!(considered, answer);
        self.seen.count(update, &answer);
        if let Admitted::Store(bytes) = answer? {
            agrees_with_yrs(&bytes);
            self.entries.push(bytes);
        }
        Ok(())
    }

    fn state_vector(&self) -> StateVector {
        StateVector::decode_v1(&self.committed.state_vector_v1()).unwrap()
    }
}

/// Who takes part, and how much of the log each has merged.
struct History {
    random: Random,
    log: Log,
    participants: Vec<(Participant, usize)>,
    sent: Vec<Vec<u8>>,
    /// State vectors that somebody had at some time.
    past: Vec<StateVector>,
}

/// Runs a history until all have everything.
pub(crate) fn history(seed: u64, steps: usize) -> Log {
    let mut random = Random::new(seed);
    let participants = (0..3 + random.below(3)).map(|_| (Participant::new(&mut random), 0)).collect();
    let mut history =
        History { random, log: Log::default(), participants, sent: Vec::new(), past: Vec::new() };
    history.past.push(StateVector::default());
    for _ in 0..steps {
        history.step();
    }
    history.settle();
    history.log
}

impl History {
    fn step(&mut self) {
        let who = self.random.below(self.participants.len());
        let writes = self.random.below(3);
        let (participant, _) = &mut self.participants[who];
        (0..writes).for_each(|_| participant.write(&mut self.random));
        match self.random.below(8) {
            0..=2 => self.send_as_written(who),
            3 => self.send_merged(who),
            4 => self.send_since(who),
            5 => self.answer(who),
            6 => self.resend(),
            _ => {}
        }
        if self.random.one_in(2) {
            self.receive(who);
        }
        self.past.push(self.participants[who].0.state_vector());
    }

    fn send_as_written(&mut self, who: usize) {
        for update in self.participants[who].0.take() {
            self.send(who, update);
        }
    }

    /// Some of what was written is left out of the merge, so that it may have a hole.
    fn send_merged(&mut self, who: usize) {
        let mut written = self.participants[who].0.take();
        if self.random.one_in(3) && written.len() > 2 {
            written.remove(self.random.below(written.len()));
        }
        let update = merge_updates_v1(&written).unwrap();
        self.send(who, update);
    }

    fn send_since(&mut self, who: usize) {
        let past = self.random.pick(&self.past).clone();
        let update = self.participants[who].0.since(&past);
        self.send(who, update);
    }

    /// A sync step 2: what the log lacks. It never leaves a gap.
    fn answer(&mut self, who: usize) {
        let update = self.participants[who].0.since(&self.log.state_vector());
        self.log.push(&update).unwrap();
        self.sent.push(update);
    }

    fn resend(&mut self) {
        if !self.sent.is_empty() {
            let update = self.random.pick(&self.sent).clone();
            gap_at_most(self.log.push(&update));
        }
    }

    fn send(&mut self, who: usize, update: Vec<u8>) {
        if gap_at_most(self.log.push(&update)) {
            self.answer(who);
        }
        self.sent.push(update);
    }

    fn receive(&mut self, who: usize) {
        let (participant, merged) = &mut self.participants[who];
        let until = *merged + self.random.below(self.log.entries.len() - *merged + 1);
        self.log.entries[*merged..until].iter().for_each(|entry| participant.merge(entry));
        *merged = until;
    }

    /// Everybody gives what they have and takes what there is, until nobody has anything new; then nothing is new.
    fn settle(&mut self) {
        for _ in 0..3 {
            for who in 0..self.participants.len() {
                self.answer(who);
            }
            for (participant, merged) in &mut self.participants {
                self.log.entries[*merged..].iter().for_each(|entry| participant.merge(entry));
                *merged = self.log.entries.len();
            }
        }
        for (participant, _) in &self.participants {
            let all = participant.since(&StateVector::default());
            assert_eq!(self.log.committed.admit(&all), Ok(Admitted::Nothing), "the whole of it again");
            assert_eq!(participant.state_vector(), self.log.state_vector());
            assert_eq!(content(&participant.doc), content(&self.participants[0].0.doc));
        }
        assert_eq!(content(&loaded(&self.log.entries)), content(&self.participants[0].0.doc));
    }
}

/// Whether it left a gap; anything else than a gap is a fault of `scan`.
fn gap_at_most(pushed: Result<(), Refusal>) -> bool {
    match pushed {
        Ok(()) => false,
        Err(Refusal::Gap) => true,
        Err(Refusal::Invalid(error)) => panic!("a sound update is refused: {error}"),
    }
}

/// `scan` names the same elements and deletions as yrs.
pub(crate) fn agrees_with_yrs(update: &[u8]) {
    let scanned = scan(update).unwrap();
    let decoded = Update::decode_v1(update).unwrap();
    let mut clients = 0;
    for (client, ranges) in scanned.deleted() {
        assert_eq!(coalesced(decoded.delete_set(), client), ranges);
        clients += 1;
    }
    assert_eq!(decoded.delete_set().len(), clients);
    if scanned.has_skips() {
        return;
    }
    let insertions = decoded.insertions(true);
    let brought: Vec<_> = scanned.brought().collect();
    assert_eq!(insertions.len(), brought.len());
    for (client, clocks) in brought {
        assert_eq!(coalesced(&insertions, client), [clocks]);
    }
}

/// yrs keeps ranges apart that touch each other; we do not.
fn coalesced(set: &IdSet, client: u64) -> Vec<Range<u32>> {
    let mut ranges: Vec<Range<u32>> = Vec::new();
    for range in set.get(&ClientID::new(client)).unwrap().ranges() {
        match ranges.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => ranges.push(range.clone()),
        }
    }
    ranges
}

/// A Doc that merges these entries in this order.
pub(crate) fn loaded(entries: &[Vec<u8>]) -> Doc {
    let doc = doc(1, true);
    for entry in entries {
        doc.transact_mut().apply_update(Update::decode_v1(entry).unwrap()).unwrap();
    }
    assert!(!doc.transact().has_missing_updates());
    doc
}

/// Each element is in the log once, and in order.
fn check_log(log: &Log) {
    let mut clocks = std::collections::HashMap::new();
    for entry in &log.entries {
        for (client, brought) in scan(entry).unwrap().brought() {
            let clock = clocks.entry(client).or_insert(0);
            assert_eq!(brought.start, *clock);
            *clock = brought.end;
        }
    }
    for (client, clock) in clocks {
        assert_eq!(log.committed.clock(client), clock);
    }
}

/// The same entries in another order, each tried until it fits, come to the same.
fn check_any_order(log: &Log, random: &mut Random) {
    let mut entries = log.entries.clone();
    random.shuffle(&mut entries);
    let (mut again, mut order) = (Committed::default(), Vec::new());
    while !entries.is_empty() {
        let before = entries.len();
        entries.retain(|entry| match again.admit(entry) {
            Ok(Admitted::Store(bytes)) => {
                order.push(bytes);
                false
            }
            Ok(Admitted::Nothing) => false,
            Err(error) => {
                assert_eq!(error, Refusal::Gap);
                true
            }
        });
        assert!(entries.len() < before, "nothing fits any more");
    }
    assert_eq!(again.state_vector(), log.committed.state_vector());
    assert_eq!(content(&loaded(&order)), content(&loaded(&log.entries)));
}

/// A snapshot stands for the log that it was made of.
fn check_snapshot(log: &Log) {
    let doc = loaded(&log.entries);
    let snapshot = doc.transact().encode_state_as_update_v1(&StateVector::default());
    agrees_with_yrs(&snapshot);
    let mut committed = Committed::default();
    committed.extend(&snapshot).unwrap();
    assert_eq!(committed.state_vector(), log.committed.state_vector());
    assert_eq!(doc.transact().state_vector().encode_v1().len(), committed.state_vector_v1().len());
    for entry in &log.entries {
        assert_eq!(committed.admit(entry), Ok(Admitted::Nothing));
    }
    assert_eq!(committed.admit(&snapshot), Ok(Admitted::Nothing));
    let mut known = log.committed.clone();
    assert_eq!(known.admit(&snapshot), Ok(Admitted::Nothing));
}

#[test]
fn r3_what_the_log_admits_is_what_yrs_has() {
    let mut seen = Seen::default();
    for seed in seeds(150, 20_000) {
        println!("seed {seed}");
        let log = history(seed, 40);
        check_log(&log);
        check_any_order(&log, &mut Random::new(seed));
        check_snapshot(&log);
        seen.add(&log.seen);
    }
    assert!([seen.stored, seen.cut, seen.nothing, seen.gaps].iter().all(|times| *times > 0));
}
