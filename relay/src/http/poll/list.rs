//! Which sessions there are over long-polling, and which are about to begin.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::{
    sync::{Notify, OnceCell},
    time::timeout,
};

use super::polled::Polled;
use crate::id::ProjectId;

/// How long a relay that stops waits for polls to come back: one round trip on a bad line.
const TELLING: Duration = Duration::from_secs(2);

/// Sessions over long-polling, by project and name.
#[derive(Default)]
pub struct Polls {
    sessions: Mutex<HashMap<Name, Arc<Slot>>>,
    forgotten: Notify,
}

/// A project and the name that a page has chosen for its session.
pub(super) type Name = (ProjectId, String);
/// Begun once, also when the first request is sent twice at the same time.
pub(super) type Slot = OnceCell<Polled>;

impl Polls {
    /// Waits until every session has heard how it ended, or has had the time for it.
    pub async fn told(&self) {
        let told = async {
            while !self.sessions().is_empty() {
                self.forgotten.notified().await;
            }
        };
        // whoever is gone for good learns nothing, and everybody else waits for them
        timeout(TELLING, told).await.ok();
    }

    /// A session that has begun.
    pub(super) fn find(&self, name: &Name) -> Option<Arc<Slot>> {
        let sessions = self.sessions();
        sessions.get(name).filter(|slot| slot.initialized()).cloned()
    }

    /// The place of a session that is to begin; the same for requests that come at the same time.
    pub(super) fn filling(&self, name: Name) -> Filling<'_> {
        let slot = self.sessions().entry(name.clone()).or_default().clone();
        Filling { polls: self, name, slot }
    }

    /// Takes a session out of the list, unless another one has its name by now.
    pub(super) fn forget(&self, (name, slot): (&Name, &Arc<Slot>)) {
        let mut sessions = self.sessions();
        if sessions.get(name).is_some_and(|other| Arc::ptr_eq(other, slot)) {
            sessions.remove(name);
            self.forgotten.notify_one();
        }
    }

    fn sessions(&self) -> MutexGuard<'_, HashMap<Name, Arc<Slot>>> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A place in the list for as long as a request fills it. One that stays empty goes with the request, however that
/// ends: whoever has no key would otherwise fill our memory with them.
pub(super) struct Filling<'a> {
    polls: &'a Polls,
    pub(super) name: Name,
    pub(super) slot: Arc<Slot>,
}

impl Drop for Filling<'_> {
    fn drop(&mut self) {
        // the list's own and ours: another request that fills it, too, goes on and takes it away itself
        let alone = |slot: &Arc<Slot>| Arc::ptr_eq(slot, &self.slot) && Arc::strong_count(slot) == 2;
        let mut sessions = self.polls.sessions();
        if !self.slot.initialized() && sessions.get(&self.name).is_some_and(alone) {
            sessions.remove(&self.name);
            self.polls.forgotten.notify_one();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r9_a_place_that_stays_empty_goes_with_the_last_request_that_fills_it() {
        let polls = Polls::default();
        let name = || (ProjectId::parse("project").unwrap(), "a name".to_owned());
        let (one, two) = (polls.filling(name()), polls.filling(name()));
        assert!(Arc::ptr_eq(&one.slot, &two.slot));
        drop(one);
        assert_eq!(polls.sessions().len(), 1);
        drop(two);
        assert_eq!(polls.sessions().len(), 0);
    }
}
