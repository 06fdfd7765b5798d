//! What the sync tells becomes state, and words where it needs some.

use document::protocol::{Close, NackCode};
use leptos::prelude::*;
use model::Role;

use super::Address;
use crate::device;
use crate::diagram::commands;
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::Notice;
use crate::sync::{Event, LineState, Refused, Saved};

/// Takes in what the sync tells.
pub(super) fn hear(state: &ProjectState, address: &Address, event: Event) {
    match event {
        Event::Loaded(touched) => {
            state.receive(&touched);
            if !touched.is_empty() {
                state.document.loaded.set(true);
            }
        }
        Event::CaughtUp => {
            state.document.caught_up.set(true);
            state.document.loaded.set(true);
        }
        Event::Merged(touched) => state.receive(&touched),
        Event::Saved(saved) => {
            if saved == Saved::Relay {
                state.settled();
            }
            state.session.saved.set(saved);
        }
        Event::Line(line) => {
            if let LineState::Closed(refused) = line {
                closed(state, address, refused);
            }
            if matches!(line, LineState::Waiting | LineState::Closed(_)) {
                state.document.loaded.set(true);
            }
            state.session.line.set(line);
        }
        Event::Role(role) => state.role.set(role),
        Event::Presence(peers) => state.meet(&peers),
        Event::Refused(code) => state.session.notify(Notice::text(refusal(code))),
    }
}

/// A key that opens nothing is forgotten; what is here can be read from now on, since nothing more would arrive.
fn closed(state: &ProjectState, address: &Address, refused: Refused) {
    if matches!(refused.close, Some(Close::Unauthenticated | Close::Revoked)) {
        device::lose_key(&address.id, &address.key);
    }
    commands::finish(state);
    state.role.set(Role::Viewer);
}

fn refusal(code: NackCode) -> &'static str {
    match code {
        NackCode::ReadOnly => say().unsent_read_only(),
        NackCode::TooLarge => say().unsent_too_large(),
        NackCode::ProjectFull => say().unsent_full(),
        NackCode::RateLimited => say().unsent_fast(),
        NackCode::Locked => say().unsent_locked(),
        NackCode::SchemaTooOld => say().unsent_page_too_old(),
        _ => say().unsent_later(),
    }
}
