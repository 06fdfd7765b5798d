//! Who shows what in a room: the relay's own table, never stored. Each session speaks only for its own client ids.

use std::collections::BTreeMap;

use bytes::Bytes;
use document::protocol::{
    Frame,
    awareness::{self, Entry},
};

use crate::id::SessionId;

/// Client ids that one plain Yjs session may speak for; a provider has one.
const IDS_PER_SESSION: usize = 4;

/// Departed client ids that are remembered, so that an echo of their last state does not bring them back.
const DEPARTED: usize = 1_024;

/// The table of a room.
#[derive(Debug, Default)]
pub(super) struct Presence {
    here: BTreeMap<u64, Shown>,
    departed: BTreeMap<u64, u32>,
}

#[derive(Debug)]
struct Shown {
    session: SessionId,
    entry: Entry,
}

/// What changed for one client id, as a frame for everybody else.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) client_id: u64,
    pub(super) frame: Bytes,
}

impl Presence {
    /// Takes over what is newer and the session's own; what it repeats of others is passed over in silence, since
    /// every Yjs provider echoes what it hears.
    pub(super) fn show(&mut self, session: SessionId, entries: Vec<Entry>) -> Vec<Change> {
        entries.into_iter().filter_map(|entry| self.take(session, entry)).collect()
    }

    /// What a session showed is gone.
    pub(super) fn leave(&mut self, session: SessionId) -> Vec<Change> {
        let ids = self.here.iter().filter(|(_, shown)| shown.session == session).map(|(id, _)| *id);
        let ids: Vec<u64> = ids.collect();
        ids.into_iter().filter_map(|id| self.remove(id)).collect()
    }

    /// Everything that is shown now, for one who has come; nothing if nobody shows anything.
    pub(super) fn all(&self) -> Option<Bytes> {
        let entries = || self.here.values().map(|shown| &shown.entry);
        (!self.here.is_empty()).then(|| Frame::Awareness(awareness::encode(entries())).encode().into())
    }

    fn take(&mut self, session: SessionId, entry: Entry) -> Option<Change> {
        if !self.newer(session, &entry) {
            return None;
        }
        if entry.state.is_none() {
            self.here.remove(&entry.client_id)?;
            self.remember(entry.client_id, entry.clock);
            return Some(change(&entry));
        }
        let change = change(&entry);
        self.here.insert(entry.client_id, Shown { session, entry });
        Some(change)
    }

    fn newer(&self, session: SessionId, entry: &Entry) -> bool {
        match self.here.get(&entry.client_id) {
            Some(shown) if shown.session != session => false,
            Some(shown) => {
                let known = shown.entry.clock;
                entry.clock > known || entry.clock == known && entry.state.is_none()
            }
            None => {
                let last = self.departed.get(&entry.client_id);
                let mine = self.here.values().filter(|shown| shown.session == session).count();
                last.is_none_or(|last| entry.clock > *last) && mine < IDS_PER_SESSION
            }
        }
    }

    fn remove(&mut self, client_id: u64) -> Option<Change> {
        let shown = self.here.remove(&client_id)?;
        // with the clock it had, as every Yjs server does it: who comes back goes on from there, one further
        let gone = Entry::gone(client_id, shown.entry.clock);
        self.remember(client_id, gone.clock);
        Some(change(&gone))
    }

    fn remember(&mut self, client_id: u64, clock: u32) {
        if self.departed.len() >= DEPARTED {
            self.departed.pop_first();
        }
        self.departed.insert(client_id, clock);
    }
}

fn change(entry: &Entry) -> Change {
    let frame = Frame::Awareness(awareness::encode([entry])).encode().into();
    Change { client_id: entry.client_id, frame }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: SessionId = SessionId(1);
    const YOU: SessionId = SessionId(2);

    fn entry(client_id: u64, clock: u32, state: &str) -> Entry {
        Entry { client_id, clock, state: (state != "null").then(|| state.to_owned()) }
    }

    /// Each step: who says what, and whether the others hear of it.
    fn check(steps: &[(SessionId, Entry, bool)]) -> Presence {
        let mut presence = Presence::default();
        for (place, (session, entry, heard)) in steps.iter().enumerate() {
            let changes = presence.show(*session, vec![entry.clone()]);
            assert_eq!(!changes.is_empty(), *heard, "step {place}");
        }
        presence
    }

    #[test]
    fn r7_nobody_speaks_for_another() {
        check(&[
            (ME, entry(7, 1, "{\"name\":\"me\"}"), true),
            (YOU, entry(7, 9, "{\"name\":\"not me\"}"), false),
            (YOU, entry(7, 9, "null"), false),
            (ME, entry(7, 1, "{\"name\":\"same clock\"}"), false),
            (ME, entry(7, 2, "{}"), true),
            (ME, entry(7, 2, "null"), true),
            (ME, entry(7, 2, "null"), false),
        ]);
    }

    #[test]
    fn r7_an_echo_does_not_bring_back_who_has_left() {
        let mut presence = check(&[(ME, entry(7, 3, "{}"), true)]);
        let gone = presence.leave(ME);
        assert_eq!(gone, [change(&Entry::gone(7, 3))]);
        assert!(presence.show(YOU, vec![entry(7, 3, "{}")]).is_empty());
        assert_eq!(presence.all(), None);
        assert_eq!(presence.show(ME, vec![entry(7, 4, "{}")]).len(), 1);
    }

    #[test]
    fn r10_a_session_has_a_handful_of_ids() {
        let mut presence = Presence::default();
        let entries = (0..100).map(|client_id| entry(client_id, 1, "{}")).collect();
        assert_eq!(presence.show(ME, entries).len(), IDS_PER_SESSION);
    }
}
