//! Shared, not kept: who is here, and what they point at.

use document::presence::Presence;
use leptos::prelude::*;
use model::CardId;

use crate::sync::Peer;

/// Someone else who is here now.
#[derive(Debug, Clone, PartialEq)]
pub struct Participant {
    /// Their page's client id.
    pub client_id: u64,
    /// What they said of themselves.
    pub presence: Presence,
}

/// The others, in the order in which they came to be known.
#[derive(Clone, Copy)]
pub struct PresenceState {
    /// Everybody else.
    pub others: RwSignal<Vec<Participant>>,
}

impl Default for PresenceState {
    fn default() -> Self {
        Self::new()
    }
}

impl PresenceState {
    /// Nobody else yet.
    pub fn new() -> Self {
        Self { others: RwSignal::new(Vec::new()) }
    }

    /// Takes in what changed.
    pub fn patch(&self, peers: &[Peer]) {
        self.others.update(|others| {
            for peer in peers {
                let presence = peer.state.as_deref().and_then(Presence::parse);
                let known = others.iter().position(|other| other.client_id == peer.client_id);
                match (known, presence) {
                    (Some(place), Some(presence)) => others[place].presence = presence,
                    (Some(place), None) => drop(others.remove(place)),
                    (None, Some(presence)) => {
                        others.push(Participant { client_id: peer.client_id, presence })
                    }
                    (None, None) => {}
                }
            }
        });
    }

    /// Who is in a card, the first to come first.
    pub fn in_card(&self, card: &CardId) -> Vec<Participant> {
        self.others.with(|others| {
            others.iter().filter(|other| other.presence.card.as_ref() == Some(card)).cloned().collect()
        })
    }
}
