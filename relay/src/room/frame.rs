//! What a frame asks for, whether its sender may, and what is done. Permission is checked once, before anything else.

use std::time::Duration;

use document::protocol::{Close, Frame, NackCode, SyncMessage, awareness};
use model::role::Action;
use tokio::time::Instant;

use super::{Dialect, Room, batch::Push};
use crate::id::SessionId;

/// A plain Yjs client whose updates do not fit is asked for what it has, and one whose updates are refused is told,
/// but not over and over.
const RESYNC_PAUSE: Duration = Duration::from_secs(5);

impl Room {
    /// Does what a session's frame asks for, or tells it why not.
    pub(super) fn frame(&mut self, session: SessionId, frame: Frame, arrived: Instant) {
        // a room that closes answers by closing, and a session that was ended has its answer
        let Some(seat) = self.seats.get(&session).filter(|_| self.closing.is_none()) else { return };
        let (role, dialect, schema) = (seat.role, seat.dialect(), seat.schema);
        let Some(action) = asks_for(&frame, dialect) else {
            return self.end(session, Close::BadFrame);
        };
        if !role.may(action) {
            return self.refuse(session, push_id(&frame).unwrap_or_default(), NackCode::ReadOnly);
        }
        if action == Action::Edit && schema.is_some_and(|schema| schema < self.min_writer) {
            return self.refuse(session, push_id(&frame).unwrap_or_default(), NackCode::SchemaTooOld);
        }
        match frame {
            Frame::Push { push_id, update } => {
                self.push_or_refuse(Push { session, push_id: Some(push_id), update, arrived });
            }
            Frame::Sync(SyncMessage::Step2(update) | SyncMessage::Update(update)) => {
                self.push_or_refuse(Push { session, push_id: None, update, arrived });
            }
            Frame::Sync(SyncMessage::Step1(_)) => self.synchronise(session),
            Frame::Awareness(bytes) => self.show(session, &bytes),
            Frame::QueryAwareness => self.tell_presence(session),
            Frame::Ping(number) => self.tell(session, &Frame::Pong(number)),
            _ => {}
        }
    }

    /// Tells a plain Yjs client that something it wrote is not kept: by asking for all it has if something is
    /// missing, else in words.
    pub(super) fn refuse_yjs(&mut self, session: SessionId, code: NackCode) {
        let now = Instant::now();
        let Some(seat) = self.seats.get_mut(&session) else { return };
        let gap = code == NackCode::GapResync;
        let told_at = if gap { &mut seat.asked_at } else { &mut seat.denied_at };
        if told_at.is_some_and(|told| now < told + RESYNC_PAUSE) {
            return;
        }
        *told_at = Some(now);
        let frame = if gap {
            Frame::Sync(SyncMessage::Step1(self.history.state_vector()))
        } else {
            Frame::Denied(code.as_str().to_owned())
        };
        self.tell(session, &frame);
    }

    fn push_or_refuse(&mut self, push: Push) {
        let (session, push_id) = (push.session, push.push_id);
        match self.push(push) {
            Err(code) => self.refuse(session, push_id.unwrap_or_default(), code),
            Ok(()) => {
                // something new is stored, so the next gap or refusal may be another one
                if let Some(seat) = self.seats.get_mut(&session) {
                    (seat.asked_at, seat.denied_at) = (None, None);
                }
            }
        }
    }

    /// Answers step 1: everything as updates, then an empty step 2, which alone marks a provider as synchronised,
    /// then our own step 1, which a viewer never gets because it may not answer.
    fn synchronise(&mut self, session: SessionId) {
        const NOTHING: [u8; 2] = [0, 0];
        let Some(seat) = self.seats.get(&session) else { return };
        seat.queue.offer_shared(self.history.frames_since(None, Dialect::Yjs));
        let step2 = Frame::Sync(SyncMessage::Step2(NOTHING.to_vec()));
        let step1 = Frame::Sync(SyncMessage::Step1(self.history.state_vector()));
        let steps = [Some(step2), seat.role.may(Action::Edit).then_some(step1)];
        seat.queue.offer_shared(steps.into_iter().flatten().map(|frame| frame.encode().into()));
        self.tell_presence(session);
    }

    fn show(&mut self, session: SessionId, bytes: &[u8]) {
        let Ok(mut entries) = awareness::decode(bytes) else {
            return self.end(session, Close::BadFrame);
        };
        let limit = usize::try_from(self.ground.limits.presence_bytes).unwrap_or(usize::MAX);
        let large = |entry: &awareness::Entry| entry.state.as_ref().is_some_and(|state| state.len() > limit);
        let reserved = self.seats.get(&session).and_then(|seat| seat.reserved);
        if let Some((client_id, _)) = reserved {
            entries.retain(|entry| entry.client_id == client_id);
        }
        if entries.iter().any(large) {
            return self.refuse(session, 0, NackCode::TooLarge);
        }
        let changes = self.presence.show(session, entries);
        self.pass_on(session, changes);
    }

    fn tell_presence(&self, session: SessionId) {
        if let (Some(seat), Some(frame)) = (self.seats.get(&session), self.presence.all()) {
            // counted, because it is encoded anew for each who asks
            self.offer(seat, frame);
        }
    }
}

/// What a frame asks for; nothing, if no session of that dialect may ever send it.
fn asks_for(frame: &Frame, dialect: Dialect) -> Option<Action> {
    match (frame, dialect) {
        (Frame::Push { .. }, Dialect::Ours) => Some(Action::Edit),
        (Frame::Sync(SyncMessage::Step2(_) | SyncMessage::Update(_)), Dialect::Yjs) => Some(Action::Edit),
        (Frame::Sync(SyncMessage::Step1(_)), Dialect::Yjs) => Some(Action::Read),
        (Frame::Awareness(_), _) => Some(Action::BePresent),
        (Frame::QueryAwareness, _) => Some(Action::Read),
        (Frame::Ping(_) | Frame::Pong(_), Dialect::Ours) => Some(Action::Read),
        _ => None,
    }
}

fn push_id(frame: &Frame) -> Option<u64> {
    match frame {
        Frame::Push { push_id, .. } => Some(*push_id),
        _ => None,
    }
}
