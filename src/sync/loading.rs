//! The beginning: this device's copy into the document, then the line; and a disk that fails on the way.

use std::rc::Rc;
use std::time::Duration;

use document::Touched;
use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use model::Role;
use wasm_bindgen_futures::spawn_local;

use super::saved::Disk;
use super::{Event, Inner};
use crate::device::{self, Keeping, keeping};
use crate::outbox::{Change, Found, Outbox, OutboxError};

/// How long a disk may take to open, in milliseconds, before the page goes on without it: some never answer.
const PATIENCE_MS: u32 = 3_000;
/// Pause before a failing disk is tried again.
const REOPEN: Duration = Duration::from_secs(10);

impl Inner {
    /// Loads what is on disk, tells so, and connects.
    pub(super) fn begin(self: &Rc<Self>) {
        let inner = self.clone();
        spawn_local(async move {
            let opened = inner.open().await;
            if inner.stopped.get() {
                return;
            }
            let touched = match opened {
                Some((outbox, found)) => inner.load(outbox, found),
                None => inner.go_without(),
            };
            // until the relay says it anew, so that one can go on without a network
            let role = device::project(&inner.setup.project).and_then(|known| Role::parse(&known.role));
            role.into_iter().for_each(|role| inner.tell(Event::Role(role)));
            inner.tell(Event::Loaded(touched));
            inner.weigh();
            inner.connect();
        });
    }

    async fn open(&self) -> Option<(Outbox, Found)> {
        match select(Box::pin(self.read()), TimeoutFuture::new(PATIENCE_MS)).await {
            Either::Left((Ok(opened), _)) => Some(opened),
            Either::Left((Err(error), _)) => {
                leptos::logging::warn!("{error}");
                None
            }
            Either::Right(_) => None,
        }
    }

    async fn read(&self) -> Result<(Outbox, Found), OutboxError> {
        let outbox = Outbox::open(&self.setup.project).await?;
        let found = outbox.read().await?;
        Ok((outbox, found))
    }

    /// Takes in what was found, and uses that disk from now on.
    fn load(self: &Rc<Self>, outbox: Outbox, found: Found) -> Touched {
        let touched = self.take_in(found);
        self.working(outbox);
        self.join_soon();
        touched
    }

    /// Rows of an epoch that the project has left are not of this document.
    fn take_in(self: &Rc<Self>, found: Found) -> Touched {
        let mut touched = Touched::default();
        let known = self.copy.place.get();
        let other =
            |epoch: Option<u64>| epoch.is_some() && found.place.epoch.is_some_and(|kept| Some(kept) != epoch);
        if other(known.epoch) {
            return touched;
        }
        for (_, update) in found.known.iter().chain(&found.unsent) {
            let loaded = self.setup.document.borrow_mut().load(update);
            match loaded {
                Ok(more) => touched.merge(more),
                Err(error) => {
                    leptos::logging::warn!("a part of this device's copy was left out: {error}");
                }
            }
        }
        found.known.iter().for_each(|(key, update)| self.copy.has(*key, update.len()));
        let mut ledger = self.ledger.borrow_mut();
        let of_others = found.unsent.into_iter().filter(|(key, _)| key.client != self.me);
        of_others.for_each(|(key, update)| ledger.found(key, update));
        if known.epoch.is_none() {
            self.copy.place.set(found.place);
        }
        touched
    }

    fn go_without(self: &Rc<Self>) -> Touched {
        self.copy.disk.set(Disk::Failing);
        self.later(|timers| &timers.reopen, REOPEN, |inner| inner.reopen());
        Touched::default()
    }

    /// Uses a disk from now on, and gives it what was written before it was open.
    fn working(self: &Rc<Self>, outbox: Outbox) {
        self.copy.outbox.replace(Some(outbox));
        if keeping() == Keeping::Nothing {
            return self.copy.disk.set(Disk::Failing);
        }
        self.copy.disk.set(Disk::Working);
        let unkept = self.ledger.borrow().unkept();
        let keys = unkept.iter().map(|(key, _)| *key).collect();
        let epoch = self.copy.epoch();
        let unsent = unkept.into_iter().map(|(key, update)| Change::Unsent(epoch, key, update));
        self.keep(unsent.collect(), keys);
    }

    pub(super) fn disk_failed(self: &Rc<Self>, error: &OutboxError) {
        if self.copy.disk.replace(Disk::Failing) == Disk::Failing {
            return;
        }
        leptos::logging::warn!("{error}");
        self.copy.outbox.take();
        self.copy.arrived.take();
        self.later(|timers| &timers.reopen, REOPEN, |inner| inner.reopen());
    }

    /// Tries a failing disk again: first it gives what it has, then it gets the whole document, since it missed updates.
    fn reopen(self: &Rc<Self>) {
        let inner = self.clone();
        spawn_local(async move {
            let opened = inner.read().await;
            if inner.stopped.get() {
                return;
            }
            match opened {
                Err(_) => inner.later(|timers| &timers.reopen, REOPEN, |inner| inner.reopen()),
                Ok((outbox, found)) => inner.catch_up(outbox, found),
            }
            inner.weigh();
        });
    }

    fn catch_up(self: &Rc<Self>, outbox: Outbox, found: Found) {
        let touched = self.load(outbox, found);
        let snapshot = self.setup.document.borrow().snapshot();
        self.copy.arrived(snapshot);
        self.copy.moved.set(true);
        self.flush();
        if !touched.is_empty() {
            self.tell(Event::Merged(touched));
        }
        self.push_waiting();
    }
}
