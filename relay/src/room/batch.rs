//! From a push to its answer: admitted in memory, committed with whatever waits, then acknowledged and passed on.

use std::sync::atomic::Ordering::Relaxed;

use document::{
    protocol::{Close, Frame, Nack, NackCode},
    scan::{self, Admitted, Refusal},
};
use tokio::{sync::oneshot, task::JoinSet, time::Instant};

use super::{Dialect, NotTaken, Room, Taken, seat::Seat};
use crate::{
    id::SessionId,
    storage::{Entry, Kept, StorageError},
};

/// Bytes of a deletion that a full project still takes.
const LARGEST_DELETION: usize = 64 << 10;

/// What one commit takes, and who waits for it.
#[derive(Default)]
pub(super) struct Batch {
    entries: Vec<Entry>,
    contributions: Vec<Kept>,
    answers: Vec<Answer>,
}

/// Who is told when everything admitted before is durable.
struct Answer {
    asker: Asker,
    seq: u64,
    arrived: Instant,
}

/// Who waits for an answer, and for which.
pub(super) enum Asker {
    /// A session, for the answer to a push; a plain Yjs client has no number for it.
    Session(SessionId, Option<u64>),
    /// Whoever sends a contribution.
    Contributor(Kept, oneshot::Sender<Result<Taken, NotTaken>>),
}

/// A push as it came.
pub(super) struct Push {
    pub(super) session: SessionId,
    /// What its Ack or Nack carries; a plain Yjs client has none.
    pub(super) push_id: Option<u64>,
    pub(super) update: Vec<u8>,
    pub(super) arrived: Instant,
}

impl Batch {
    pub(super) fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    fn bytes(&self) -> usize {
        self.entries.iter().map(|entry| entry.bytes.len()).sum()
    }
}

impl Asker {
    /// The session that has already what is kept. What is contributed the relay writes, so nobody has it.
    fn author(&self) -> Option<SessionId> {
        match self {
            Asker::Session(session, _) => Some(*session),
            Asker::Contributor(..) => None,
        }
    }
}

impl Room {
    /// Takes an update in, or says why not. Its author is answered once it is durable, also when it held nothing
    /// new: what it repeats may be waiting for its commit.
    pub(super) fn push(&mut self, push: Push) -> Result<(), NackCode> {
        let Push { session, push_id, update, arrived } = push;
        self.admit(&update)?;
        self.answer_after(Asker::Session(session, push_id), arrived);
        Ok(())
    }

    /// Takes an update into the next commit, or says why not.
    pub(super) fn admit(&mut self, update: &[u8]) -> Result<(), NackCode> {
        if self.would_be_full(update.len()) {
            self.fits_all_the_same(update)?;
        }
        let admitted = self.history.admit(update).map_err(code)?;
        if let Admitted::Store(bytes) = admitted {
            let entry = Entry::after(self.head, bytes.into());
            self.head = entry.mark;
            self.next.entries.push(entry);
            self.ground.metrics.pending.fetch_add(1, Relaxed);
        }
        Ok(())
    }

    /// Says which contribution the next commit keeps.
    pub(super) fn keep(&mut self, kept: Kept) {
        self.next.contributions.push(kept);
    }

    /// Has somebody told when all that was admitted up to now is durable.
    pub(super) fn answer_after(&mut self, asker: Asker, arrived: Instant) {
        self.next.answers.push(Answer { asker, seq: self.head.seq, arrived });
    }

    /// Hands everything that waits to storage. One commit is under way at a time, so the log's order is that of
    /// the room.
    pub(super) fn commit(&mut self, under_way: &mut JoinSet<(Batch, Result<(), StorageError>)>) {
        let batch = std::mem::take(&mut self.next);
        if batch.entries.is_empty() {
            return self.committed(batch);
        }
        let (storage, project) = (self.ground.storage.clone(), self.project.clone());
        under_way.spawn(async move {
            let wanted = (batch.entries.clone(), batch.contributions.clone());
            let result = storage.append_with(&project, wanted).await;
            (batch, result)
        });
    }

    /// Passes on what is durable, and tells its authors.
    pub(super) fn committed(&mut self, batch: Batch) {
        let metrics = self.ground.metrics.clone();
        metrics.pending.fetch_sub(batch.entries.len() as i64, Relaxed);
        metrics.open_bytes.fetch_add(batch.bytes() as i64, Relaxed);
        let mut entries = batch.entries.into_iter().peekable();
        for answer in batch.answers {
            while let Some(entry) = entries.next_if(|entry| entry.mark.seq <= answer.seq) {
                self.history.push(entry);
                self.broadcast_last(answer.asker.author());
            }
            metrics.ack(answer.arrived.elapsed());
            match answer.asker {
                Asker::Session(session, Some(push_id)) => {
                    self.tell(session, &Frame::Ack { push_id, seq: answer.seq });
                }
                Asker::Session(_, None) => {}
                Asker::Contributor(kept, reply) => {
                    // whoever has stopped waiting sends it again, and learns its number then
                    reply.send(Ok(Taken { kept, seq: answer.seq })).ok();
                }
            }
        }
    }

    /// Tells everyone who waits that nothing was kept, and ends: what storage holds now is read again by the next room.
    pub(super) fn failed(&mut self, batch: Batch, error: &StorageError) {
        tracing::error!(project = %self.project, %error, "a commit failed; the room is loaded again");
        let next = std::mem::take(&mut self.next);
        for batch in [batch, next] {
            self.ground.metrics.pending.fetch_sub(batch.entries.len() as i64, Relaxed);
            for Answer { asker, .. } in batch.answers {
                match asker {
                    Asker::Session(session, push_id) => {
                        self.refuse(session, push_id.unwrap_or_default(), NackCode::StoreUnavailable);
                    }
                    Asker::Contributor(_, reply) => {
                        // whoever has stopped waiting sends it again
                        reply.send(Err(NotTaken::Refused(NackCode::StoreUnavailable))).ok();
                    }
                }
            }
        }
        self.closing = self.closing.or(Some(Close::StoreUnavailable));
    }

    /// Tells a session that a push of its own is not kept.
    pub(super) fn refuse(&mut self, session: SessionId, push_id: u64, code: NackCode) {
        self.ground.metrics.nack(code);
        match self.seats.get(&session).map(Seat::dialect) {
            Some(Dialect::Ours) if code == NackCode::GapResync => {
                let nack = Nack::gap(push_id, self.history.state_vector());
                self.tell(session, &Frame::Nack(nack));
            }
            Some(Dialect::Ours) => self.tell(session, &Frame::Nack(Nack::new(push_id, code))),
            Some(Dialect::Yjs) => self.refuse_yjs(session, code),
            None => {}
        }
    }

    /// Queues a frame for one session.
    pub(super) fn tell(&self, session: SessionId, frame: &Frame) {
        if let Some(seat) = self.seats.get(&session) {
            self.offer(seat, frame.encode().into());
        }
    }

    fn broadcast_last(&self, author: Option<SessionId>) {
        for (_, seat) in self.seats.iter().filter(|(session, _)| Some(**session) != author) {
            if let Some(frame) = self.history.last_frame(seat.dialect()) {
                self.offer(seat, frame);
            }
        }
    }

    pub(super) fn offer(&self, seat: &Seat, frame: bytes::Bytes) {
        if seat.queue.offer(frame) {
            self.ground.metrics.overflows.fetch_add(1, Relaxed);
        }
    }

    fn would_be_full(&self, more: usize) -> bool {
        let after = self.history.bytes() + self.next.bytes() + more;
        after as u64 > self.ground.limits.project_bytes
    }

    /// A full project still takes what is known already and what only deletes: the way back below the limit.
    fn fits_all_the_same(&self, update: &[u8]) -> Result<(), NackCode> {
        let Admitted::Store(bytes) = self.history.consider(update).map_err(code)? else { return Ok(()) };
        let grows = scan::scan(&bytes).map_or(true, |scanned| scanned.brought().next().is_some());
        if grows || bytes.len() > LARGEST_DELETION { Err(NackCode::ProjectFull) } else { Ok(()) }
    }
}

fn code(refusal: Refusal) -> NackCode {
    match refusal {
        Refusal::Gap => NackCode::GapResync,
        Refusal::Invalid(_) => NackCode::InvalidUpdate,
    }
}
