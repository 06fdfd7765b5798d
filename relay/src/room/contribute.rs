//! Contributions: written by the room itself, each once, numbered in the order in which they come.

use std::collections::HashMap;

use document::{
    SCHEMA, Scribe,
    protocol::{Close, NackCode},
};
use model::contribution::Contribution;
use tokio::{sync::oneshot, time::Instant};

use super::{Refused, Room, batch::Asker};
use crate::{id, storage::Kept};

/// A contribution that was checked.
#[derive(Debug, Clone)]
pub struct Sent {
    /// What is to be written.
    pub contribution: Contribution,
    /// The hash of what its sender said: another one under the same id is another contribution.
    pub digest: [u8; 32],
}

/// A contribution that is durable, now or since it was sent before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Its number, and whose it is.
    pub kept: Kept,
    /// The entry that holds it, or a later one.
    pub seq: u64,
}

/// Why a contribution is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTaken {
    /// Something else was kept under its id.
    Conflict,
    /// As a push would be refused.
    Refused(NackCode),
    /// The project cannot be opened.
    Closed(Close),
    /// The room was just closing: another one is opened at once.
    Closing,
}

impl From<Refused> for NotTaken {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Close(close) => NotTaken::Closed(close),
            Refused::Closing => NotTaken::Closing,
        }
    }
}

/// What was contributed, and what writes it.
pub(super) struct Contributions {
    /// By id; what waits for its commit included.
    kept: HashMap<String, Kept>,
    last: u32,
    scribe: Scribe,
}

impl Contributions {
    /// Goes on after what was kept, with a scribe of its own: no client id is ever used again.
    pub(super) fn of(kept: Vec<Kept>) -> Contributions {
        let last = kept.iter().map(|kept| kept.number).max().unwrap_or_default();
        let kept = kept.into_iter().map(|kept| (kept.id.clone(), kept)).collect();
        Contributions { kept, last, scribe: Scribe::new(id::new_client_id()) }
    }
}

impl Room {
    /// Writes a contribution, unless it was written before; either way its sender is told once it is durable.
    pub(super) fn contribute(&mut self, sent: Sent, reply: oneshot::Sender<Result<Taken, NotTaken>>) {
        let taken = if self.closing.is_some() { Err(NotTaken::Closing) } else { self.taken(&sent) };
        match taken {
            Ok(kept) => self.answer_after(Asker::Contributor(kept, reply), Instant::now()),
            // whoever has stopped waiting needs no answer
            Err(error) => drop(reply.send(Err(error))),
        }
    }

    fn taken(&mut self, Sent { contribution, digest }: &Sent) -> Result<Kept, NotTaken> {
        if let Some(kept) = self.contributions.kept.get(&contribution.id) {
            return if kept.digest == *digest { Ok(kept.clone()) } else { Err(NotTaken::Conflict) };
        }
        self.written(contribution).map_err(NotTaken::Refused)?;
        self.contributions.last += 1;
        let Contribution { id, author, .. } = contribution.clone();
        let kept = Kept { number: self.contributions.last, author, digest: *digest, id };
        self.contributions.kept.insert(kept.id.clone(), kept.clone());
        self.keep(kept.clone());
        Ok(kept)
    }

    fn written(&mut self, contribution: &Contribution) -> Result<(), NackCode> {
        if self.history.damage.is_some() {
            return Err(NackCode::StoreUnavailable);
        }
        if SCHEMA < self.min_writer {
            return Err(NackCode::SchemaTooOld);
        }
        let update = self.contributions.scribe.write(contribution).ok_or(NackCode::InvalidUpdate)?;
        self.admit(&update).inspect_err(|_| {
            // what it writes next would follow what is not there
            self.contributions.scribe = Scribe::new(id::new_client_id());
        })
    }
}
