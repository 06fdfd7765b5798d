//! Who is here: what this page says of itself, and what it has heard of others, as the awareness protocol wants it.

use std::collections::BTreeMap;
use std::time::Duration;

use document::protocol::awareness::Entry;

/// What another participant says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// The client id of its document.
    pub client_id: u64,
    /// Its presence as JSON text, not checked; `None` once it is gone.
    pub state: Option<String>,
}

/// The shortest time between two of my states: under 20 a second, which is what the relay passes on.
const PAUSE: Duration = Duration::from_millis(60);
/// How often my state is said again, so that plain Yjs clients do not forget me after 30 s.
const RENEW: Duration = Duration::from_secs(14);
/// Silence after which somebody counts as gone. Browsers let hidden pages speak only once a minute.
const GONE_AFTER: Duration = Duration::from_secs(75);

/// The presence of this page and of others. It sees no clock: `now` is given, in any steady measure.
#[derive(Debug)]
pub(super) struct Presence {
    me: u64,
    mine: Option<String>,
    clock: u32,
    said_at: Option<Duration>,
    peers: BTreeMap<u64, Known>,
}

#[derive(Debug)]
struct Known {
    clock: u32,
    heard_at: Duration,
    state: Option<String>,
}

impl Presence {
    /// Nobody but me, and I say nothing yet.
    pub(super) fn new(me: u64) -> Self {
        Presence { me, mine: None, clock: 0, said_at: None, peers: BTreeMap::new() }
    }

    /// Takes what I say from now on; false if that is nothing new.
    pub(super) fn say(&mut self, state: Option<String>) -> bool {
        let new = self.mine != state;
        self.mine = state;
        new
    }

    /// How long to wait before my state may be sent.
    pub(super) fn wait(&self, now: Duration) -> Duration {
        self.said_at.map_or(Duration::ZERO, |said| PAUSE.saturating_sub(now.saturating_sub(said)))
    }

    /// My state to be sent now; `None` while I have said nothing.
    pub(super) fn entry(&mut self, now: Duration) -> Option<Entry> {
        if self.mine.is_none() && self.clock == 0 {
            return None;
        }
        self.clock += 1;
        self.said_at = Some(now);
        Some(Entry { client_id: self.me, clock: self.clock, state: self.mine.clone() })
    }

    /// My state, if it has to be said again so that nobody forgets me.
    pub(super) fn renewal(&mut self, now: Duration) -> Option<Entry> {
        let due = self.said_at.is_none_or(|said| now.saturating_sub(said) >= RENEW);
        if due && self.mine.is_some() { self.entry(now) } else { None }
    }

    /// Takes what others say; gives back those who came, moved or went.
    pub(super) fn heard(&mut self, entries: Vec<Entry>, now: Duration) -> Vec<Peer> {
        entries.into_iter().filter_map(|entry| self.take(entry, now)).collect()
    }

    /// Takes leave of those who have been silent for too long.
    pub(super) fn sweep(&mut self, now: Duration) -> Vec<Peer> {
        let silent = self.peers.extract_if(.., |_, known| now.saturating_sub(known.heard_at) >= GONE_AFTER);
        silent.filter(|(_, known)| known.state.is_some()).map(|(client_id, _)| gone(client_id)).collect()
    }

    /// Takes leave of everyone, because the line is cut.
    pub(super) fn lost(&mut self) -> Vec<Peer> {
        let peers = std::mem::take(&mut self.peers);
        // the relay has said for me, one clock further, that I am gone; I begin again beyond that
        if self.clock > 0 {
            self.clock += 2;
        }
        self.said_at = None;
        peers.into_iter().filter(|(_, known)| known.state.is_some()).map(|(id, _)| gone(id)).collect()
    }

    fn take(&mut self, entry: Entry, now: Duration) -> Option<Peer> {
        let Entry { client_id, clock, state } = entry;
        if client_id == self.me {
            return None;
        }
        let known = self.peers.get(&client_id);
        let newer = known.is_none_or(|known| clock > known.clock || clock == known.clock && state.is_none());
        let changed = known.map_or(state.is_some(), |known| known.state != state);
        if !newer {
            return None;
        }
        // one who is gone stays known for a while, so that an echo does not bring them back
        self.peers.insert(client_id, Known { clock, heard_at: now, state: state.clone() });
        changed.then_some(Peer { client_id, state })
    }
}

fn gone(client_id: u64) -> Peer {
    Peer { client_id, state: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn entry(client_id: u64, clock: u32, state: Option<&str>) -> Entry {
        Entry { client_id, clock, state: state.map(str::to_owned) }
    }

    fn peer(client_id: u64, state: Option<&str>) -> Peer {
        Peer { client_id, state: state.map(str::to_owned) }
    }

    #[test]
    fn a8_only_what_changed_is_told_and_echoes_change_nothing() {
        let mut presence = Presence::new(7);
        for (said, expected) in [
            (entry(1, 5, Some("a")), vec![peer(1, Some("a"))]),
            (entry(1, 5, Some("b")), vec![]),
            (entry(1, 6, Some("a")), vec![]),
            (entry(1, 7, Some("b")), vec![peer(1, Some("b"))]),
            (entry(1, 7, None), vec![peer(1, None)]),
            (entry(1, 7, Some("b")), vec![]),
            (entry(1, 8, Some("b")), vec![peer(1, Some("b"))]),
            (entry(2, 1, None), vec![]),
            (entry(7, 99, Some("me")), vec![]),
        ] {
            assert_eq!(presence.heard(vec![said.clone()], seconds(0)), expected, "{said:?}");
        }
        assert_eq!(presence.lost(), [peer(1, None)]);
        assert_eq!(presence.lost(), []);
    }

    #[test]
    fn a8_who_is_silent_for_long_is_gone() {
        let mut presence = Presence::new(7);
        presence.heard(vec![entry(1, 1, Some("a")), entry(2, 1, Some("b"))], seconds(0));
        presence.heard(vec![entry(2, 2, Some("b"))], seconds(40));
        assert_eq!(presence.sweep(seconds(74)), []);
        assert_eq!(presence.sweep(seconds(75)), [peer(1, None)]);
        assert_eq!(presence.sweep(seconds(115)), [peer(2, None)]);
    }

    #[test]
    fn a8_i_am_said_at_most_twenty_times_a_second_and_again_before_i_am_forgotten() {
        let mut presence = Presence::new(7);
        assert_eq!(presence.entry(seconds(0)), None);
        assert_eq!(presence.renewal(seconds(100)), None);
        assert!(presence.say(Some("a".into())) && !presence.say(Some("a".into())));
        assert_eq!(presence.wait(seconds(0)), Duration::ZERO);
        assert_eq!(presence.entry(seconds(0)), Some(entry(7, 1, Some("a"))));
        assert!(presence.wait(Duration::from_millis(10)) >= Duration::from_millis(50));
        assert_eq!(presence.wait(seconds(1)), Duration::ZERO);
        assert_eq!(presence.renewal(seconds(13)), None);
        assert_eq!(presence.renewal(seconds(14)), Some(entry(7, 2, Some("a"))));
    }

    #[test]
    fn a8_after_a_cut_i_speak_beyond_what_the_relay_said_for_me() {
        let mut presence = Presence::new(7);
        presence.say(Some("a".into()));
        assert_eq!(presence.entry(seconds(0)).map(|entry| entry.clock), Some(1));
        presence.lost();
        assert_eq!(presence.entry(seconds(0)).map(|entry| entry.clock), Some(4));
        presence.say(None);
        assert_eq!(presence.entry(seconds(0)), Some(entry(7, 5, None)));
    }
}
