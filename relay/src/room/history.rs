//! The log of an open room in memory: what newcomers are sent, and what the next update is checked against.

use std::{collections::VecDeque, sync::OnceLock};

use bytes::Bytes;
use document::{
    protocol::{Frame, Mark, SyncMessage},
    scan::{Admitted, Committed, Refusal},
};

use super::Dialect;
use crate::storage::{self, Damage, Entry, Log, Snapshot};

/// A project's log, its frames encoded once for everybody.
pub(super) struct History {
    /// The project's epoch.
    pub(super) epoch: u64,
    /// What storage found wrong; then nothing is written.
    pub(super) damage: Option<Damage>,
    /// The snapshot that is to be made again.
    pub(super) unsound: Option<u64>,
    beginning: Mark,
    snapshot: Option<Kept>,
    tail: VecDeque<Kept>,
    committed: Committed,
    bytes: usize,
}

/// One part of the log and its frames.
struct Kept {
    entry: Entry,
    ours: OnceLock<Bytes>,
    plain: OnceLock<Bytes>,
}

impl Kept {
    fn new(entry: Entry) -> Kept {
        Kept { entry, ours: OnceLock::new(), plain: OnceLock::new() }
    }

    fn frame(&self, dialect: Dialect) -> Bytes {
        let update = || self.entry.bytes.to_vec();
        let (cell, frame): (_, &dyn Fn() -> Frame) = match dialect {
            Dialect::Ours => (&self.ours, &|| Frame::Update { seq: self.entry.mark.seq, update: update() }),
            Dialect::Yjs => (&self.plain, &|| Frame::Sync(SyncMessage::Update(update()))),
        };
        cell.get_or_init(|| frame().encode().into()).clone()
    }
}

impl History {
    /// Takes in a log as storage read it. An update that the scan refuses now counts as damage, like a flipped bit.
    pub(super) fn new(log: Log) -> History {
        let mut history = History {
            epoch: log.epoch,
            damage: log.damage,
            unsound: log.unsound,
            beginning: storage::beginning(log.epoch),
            snapshot: None,
            tail: VecDeque::new(),
            committed: Committed::default(),
            bytes: 0,
        };
        if let Some(Snapshot { mark, bytes }) = log.snapshot {
            if history.committed.extend(&bytes).is_err() {
                history.damage = Some(Damage::Snapshot(mark.seq));
                return history;
            }
            history.bytes += bytes.len();
            history.snapshot = Some(Kept::new(Entry { mark, bytes }));
        }
        for entry in log.tail {
            if history.committed.extend(&entry.bytes).is_err() {
                history.damage = Some(Damage::Entry(entry.mark.seq));
                break;
            }
            history.push(entry);
        }
        history
    }

    /// The place of the last entry that is committed.
    pub(super) fn head(&self) -> Mark {
        let last = self.tail.back().or(self.snapshot.as_ref());
        last.map_or(self.beginning, |kept| kept.entry.mark)
    }

    /// Bytes of everything.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Entries and their bytes since the last fold.
    pub(super) fn tail_size(&self) -> (usize, usize) {
        let folded = self.snapshot.as_ref().map_or(0, |kept| kept.entry.bytes.len());
        (self.tail.len(), self.bytes - folded)
    }

    /// Checks an update against all that was admitted, and takes it in before it is committed: several can wait for
    /// one commit and build on each other.
    pub(super) fn admit(&mut self, update: &[u8]) -> Result<Admitted, Refusal> {
        self.committed.admit(update)
    }

    /// What `admit` would say.
    pub(super) fn consider(&self, update: &[u8]) -> Result<Admitted, Refusal> {
        self.committed.consider(update)
    }

    /// What is here, as a state vector (v1).
    pub(super) fn state_vector(&self) -> Vec<u8> {
        self.committed.state_vector_v1()
    }

    /// Adds an entry that is committed.
    pub(super) fn push(&mut self, entry: Entry) {
        self.bytes += entry.bytes.len();
        self.tail.push_back(Kept::new(entry));
    }

    /// The frame of the last entry.
    pub(super) fn last_frame(&self, dialect: Dialect) -> Option<Bytes> {
        self.tail.back().map(|kept| kept.frame(dialect))
    }

    /// What somebody lacks who has everything up to `since`; all of it, if that place is not known here.
    pub(super) fn frames_since(&self, since: Option<Mark>, dialect: Dialect) -> Vec<Bytes> {
        let known = since.and_then(|since| self.after(since));
        let from = known.unwrap_or(0);
        let snapshot = self.snapshot.iter().filter(|_| known.is_none());
        snapshot.chain(self.tail.range(from..)).map(|kept| kept.frame(dialect)).collect()
    }

    /// The place and all updates up to it, for a fold.
    pub(super) fn updates(&self) -> (Mark, Vec<Bytes>) {
        let all = self.snapshot.iter().chain(&self.tail);
        (self.head(), all.map(|kept| kept.entry.bytes.clone()).collect())
    }

    /// Puts a snapshot that is committed in place of the log's beginning.
    pub(super) fn fold(&mut self, snapshot: Snapshot) {
        let folded = self.tail.partition_point(|kept| kept.entry.mark.seq <= snapshot.mark.seq);
        self.tail.drain(..folded);
        self.unsound = None;
        let Snapshot { mark, bytes } = snapshot;
        self.snapshot = Some(Kept::new(Entry { mark, bytes }));
        let kept = self.snapshot.iter().chain(&self.tail);
        self.bytes = kept.map(|kept| kept.entry.bytes.len()).sum();
    }

    /// Where in the tail one goes on who has everything up to `since`.
    fn after(&self, since: Mark) -> Option<usize> {
        let base = self.snapshot.as_ref().map_or(self.beginning, |kept| kept.entry.mark);
        if since == base {
            return Some(0);
        }
        let place = self.tail.binary_search_by_key(&since.seq, |kept| kept.entry.mark.seq).ok()?;
        (self.tail[place].entry.mark == since).then_some(place + 1)
    }
}
