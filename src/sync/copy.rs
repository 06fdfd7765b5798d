//! This device's copy: loaded first, then kept up with every edit, and put together when it is in many parts.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use document::protocol::Mark;
use wasm_bindgen_futures::spawn_local;

use super::Inner;
use super::saved::Disk;
use crate::device::{Keeping, keeping};
use crate::line::lock;
use crate::outbox::{Change, Outbox, Place, RowKey, UNKNOWN};

/// What the relay has is written together.
const FLUSH: Duration = Duration::from_millis(500);
/// Parts of a known document above which they are put together: opening it merges every one.
const PARTS: usize = 200;
/// Bytes of parts above which they are put together.
const PART_BYTES: usize = 1 << 20;

/// What this device has on its disk.
pub(super) struct Copy {
    pub(super) disk: Cell<Disk>,
    pub(super) place: Cell<Place>,
    pub(super) outbox: RefCell<Option<Outbox>>,
    next_row: Cell<u32>,
    /// The parts of the known document that this page's document holds, with their bytes.
    parts: RefCell<Vec<(RowKey, usize)>>,
    /// Updates of others that are not on disk yet.
    pub(super) arrived: RefCell<Vec<Vec<u8>>>,
    /// Edits that were acknowledged, and lie on disk as if they were not: until they are written anew, they would only
    /// be sent once more.
    pub(super) settled: RefCell<Vec<(RowKey, Vec<u8>)>>,
    /// Whether the place is to be written with the next part.
    pub(super) moved: Cell<bool>,
    joining: Cell<bool>,
}

impl Default for Copy {
    fn default() -> Self {
        Copy {
            disk: Disk::Opening.into(),
            place: Cell::default(),
            outbox: RefCell::default(),
            next_row: Cell::default(),
            parts: RefCell::default(),
            arrived: RefCell::default(),
            settled: RefCell::default(),
            moved: Cell::default(),
            joining: Cell::default(),
        }
    }
}

impl Copy {
    /// The epoch under which rows are kept now.
    pub(super) fn epoch(&self) -> u64 {
        self.place.get().epoch.unwrap_or(UNKNOWN)
    }

    /// A key that no row had before.
    pub(super) fn next_key(&self, client: u64) -> RowKey {
        let n = self.next_row.get();
        self.next_row.set(n + 1);
        RowKey { client, n }
    }

    /// Notes a part of the known document.
    pub(super) fn has(&self, key: RowKey, bytes: usize) {
        self.parts.borrow_mut().push((key, bytes));
    }

    /// Takes an update of others, to be written soon.
    pub(super) fn arrived(&self, update: Vec<u8>) {
        if self.disk.get() != Disk::Failing {
            self.arrived.borrow_mut().push(update);
        }
    }

    /// Notes that everything up to there is in the document.
    pub(super) fn since(&self, head: Mark) {
        self.place.set(Place { since: Some(head), ..self.place.get() });
        self.moved.set(true);
    }

    fn is_in_many_parts(&self) -> bool {
        let parts = self.parts.borrow();
        let bytes = || parts.iter().map(|part| part.1);
        // the largest part is what was put together before
        let added = bytes().sum::<usize>() - bytes().max().unwrap_or_default();
        parts.len() > PARTS || added > PART_BYTES
    }
}

impl Inner {
    /// Hands changes to the disk now; `keys` are the edits among them.
    pub(super) fn keep(self: &Rc<Self>, mut changes: Vec<Change>, keys: Vec<RowKey>) {
        let keeping = keeping();
        if keeping == Keeping::Nothing {
            // Of a shared computer's disk, edits are only taken away: once the relay has them.
            changes.retain(|change| matches!(change, Change::Sent(..)));
        }
        let writing = match self.copy.outbox.borrow().as_ref() {
            Some(outbox) if !changes.is_empty() => outbox.write(&changes),
            _ => return,
        };
        let inner = self.clone();
        spawn_local(async move {
            match writing.await {
                Ok(()) if keeping == Keeping::Everything => inner.ledger.borrow_mut().kept(&keys),
                Ok(()) => {}
                Err(error) => inner.disk_failed(&error),
            }
            inner.weigh();
        });
    }

    /// Takes the project's epoch from the first Welcome: what was written before belongs to it.
    pub(super) fn adopt(self: &Rc<Self>, epoch: u64) {
        let place = self.copy.place.get();
        if place.epoch == Some(epoch) {
            return;
        }
        let mut changes = Vec::new();
        for (key, update) in self.ledger.borrow().rows() {
            changes.push(Change::Sent(UNKNOWN, key));
            changes.push(Change::Unsent(epoch, key, update.to_vec()));
        }
        let place = Place { epoch: Some(epoch), ..place };
        self.copy.place.set(place);
        changes.push(Change::Place(place));
        self.keep(changes, Vec::new());
    }

    pub(super) fn flush_soon(self: &Rc<Self>) {
        self.later(
            |timers| &timers.flush,
            FLUSH,
            |inner| {
                inner.flush();
                inner.join_soon();
            },
        );
    }

    /// Writes what has arrived, and what was acknowledged; after it, and with it, up to where the log is known.
    pub(super) fn flush(self: &Rc<Self>) {
        let epoch = self.copy.epoch();
        let mut changes = Vec::new();
        for (key, update) in self.copy.settled.take() {
            changes.push(Change::Sent(epoch, key));
            self.copy.has(key, update.len());
            changes.push(Change::Known(epoch, key, update));
        }
        for update in self.copy.arrived.take() {
            let key = self.copy.next_key(self.me);
            self.copy.has(key, update.len());
            changes.push(Change::Known(epoch, key, update));
        }
        let place = self.copy.place.get();
        // Without its epoch a place would hide the rows of the epoch that this device has.
        if place.epoch.is_some() && self.copy.moved.replace(false) {
            changes.push(Change::Place(place));
        }
        self.keep(changes, Vec::new());
    }

    /// Puts the parts together if they are many. One tab at a time does so; no harm is done where two do, since
    /// each takes away only what its own document holds.
    pub(super) fn join_soon(self: &Rc<Self>) {
        if !self.copy.is_in_many_parts() || self.copy.joining.replace(true) {
            return;
        }
        let inner = self.clone();
        spawn_local(async move {
            let name = format!("tributary.join.{}", inner.setup.project);
            let lock = lock::hold_if_free(&name).await;
            if lock.is_some() && !inner.stopped.get() {
                inner.join(lock);
            }
            inner.copy.joining.set(false);
        });
    }

    fn join(self: &Rc<Self>, lock: Option<lock::Lock>) {
        let snapshot = self.setup.document.borrow().snapshot();
        let (epoch, key) = (self.copy.epoch(), self.copy.next_key(self.me));
        let parts = self.copy.parts.replace(vec![(key, snapshot.len())]);
        let mut changes = vec![Change::Known(epoch, key, snapshot)];
        changes.extend(parts.into_iter().map(|(key, _)| Change::Joined(epoch, key)));
        self.keep(changes, Vec::new());
        drop(lock);
    }
}
