//! Who sits in a room: how they come in, what they are told first, how they go or are sent away.

use std::sync::{Arc, atomic::Ordering::Relaxed};

use document::protocol::{Close, Frame, Mark, Resume, Welcome, limits};
use model::Role;
use tokio::time::Instant;

use super::{Claim, Dialect, Entrance, Refused, Room, presence::Change};
use crate::{
    access::Grant,
    clock,
    id::{self, LinkId, SessionId},
    queue::Queue,
    storage::Link,
};

/// A session as its room sees it.
pub(super) struct Seat {
    pub(super) link: LinkId,
    pub(super) role: Role,
    pub(super) expires_at: Option<clock::Millis>,
    /// The reserved client id and the secret that takes it back; a plain Yjs client has none.
    pub(super) reserved: Option<(u64, Resume)>,
    /// The schema that a page writes; a plain Yjs client does not say.
    pub(super) schema: Option<u32>,
    pub(super) queue: Arc<Queue>,
    /// When a plain Yjs client was last asked for what it has, and when it was told that something is refused: the
    /// one must not keep the other from being said.
    pub(super) asked_at: Option<Instant>,
    pub(super) denied_at: Option<Instant>,
}

impl Seat {
    fn new((grant, role): (Grant, Role), reserved: Option<(u64, Resume)>, queue: Arc<Queue>) -> Seat {
        let Grant { link, expires_at, .. } = grant;
        Seat { link, role, expires_at, reserved, schema: None, queue, asked_at: None, denied_at: None }
    }

    pub(super) fn dialect(&self) -> Dialect {
        if self.reserved.is_some() { Dialect::Ours } else { Dialect::Yjs }
    }
}

impl Room {
    pub(super) fn enter(&mut self, session: SessionId, entrance: Entrance) -> Result<(), Refused> {
        if self.closing.is_some() {
            return Err(Refused::Closing);
        }
        let Entrance { grant, hello, queue } = entrance;
        let reserved = hello.as_ref().map(|claim| self.claim(claim)).transpose().map_err(Refused::Close)?;
        if self.seats.len() >= limits::SESSIONS_PER_PROJECT {
            return Err(Refused::Close(Close::Full));
        }
        // a damaged log is served, and not written
        let role = if self.history.damage.is_some() { Role::Viewer } else { grant.role };
        let mut seat = Seat::new((grant, role), reserved, queue);
        seat.schema = hello.as_ref().map(|claim| claim.schema);
        if let Some(claim) = hello {
            self.welcome(session, &seat, claim.since);
        }
        self.seats.insert(session, seat);
        Ok(())
    }

    /// Reserves a client id, from the session that has it if the claim proves to be the same page.
    fn claim(&mut self, claim: &Claim) -> Result<(u64, Resume), Close> {
        if claim.epoch.is_some_and(|epoch| epoch != self.history.epoch) {
            return Err(Close::EpochChanged);
        }
        let holder = self.seats.iter().find_map(|(session, seat)| {
            let (client_id, resume) = seat.reserved?;
            (client_id == claim.client_id).then_some((*session, resume))
        });
        match holder {
            Some((session, resume)) if claim.resume == Some(resume) => self.end(session, Close::Replaced),
            Some(_) => return Err(Close::ClientIdTaken),
            None => {}
        }
        // the page's own secret stays the same for as long as it asks: a Welcome that is lost takes nothing with it
        Ok((claim.client_id, claim.resume.unwrap_or_else(id::new_resume)))
    }

    fn welcome(&self, session: SessionId, seat: &Seat, since: Option<Mark>) {
        let Some((client_id, resume)) = seat.reserved else { return };
        let welcome = Welcome {
            session: session.0,
            resume,
            role: seat.role,
            client_id,
            epoch: self.history.epoch,
            head: self.history.head(),
            state_vector: self.history.state_vector(),
            server_time_ms: clock::now().unsigned_abs(),
            limits: self.ground.limits,
            heartbeat_ms: u64::try_from(self.ground.timing.heartbeat.as_millis()).unwrap_or(u64::MAX),
        };
        let welcome = Frame::Welcome(welcome).encode().into();
        seat.queue.offer_shared([welcome]);
        seat.queue.offer_shared(self.history.frames_since(since, Dialect::Ours));
        seat.queue.offer_shared(self.presence.all());
    }

    /// Ends a session from this side.
    pub(super) fn end(&mut self, session: SessionId, close: Close) {
        if let Some(seat) = self.seats.get(&session) {
            seat.queue.close(close);
        }
        self.leave(session);
    }

    pub(super) fn leave(&mut self, session: SessionId) {
        if self.seats.remove(&session).is_some() {
            self.idle_since = Instant::now();
            let changes = self.presence.leave(session);
            self.pass_on(session, changes);
        }
    }

    pub(super) fn pass_on(&mut self, from: SessionId, changes: Vec<Change>) {
        for Change { client_id, frame } in changes {
            for (_, seat) in self.seats.iter().filter(|(session, _)| **session != from) {
                if seat.queue.offer_presence(client_id, frame.clone()) {
                    self.ground.metrics.overflows.fetch_add(1, Relaxed);
                }
            }
        }
    }

    pub(super) fn link_changed(&mut self, link: &Link) {
        let concerned = |seat: &&mut Seat| seat.link == link.id;
        self.seats.values_mut().filter(concerned).for_each(|seat| seat.expires_at = link.expires_at);
        let role = link.kind.role();
        let ends = |seat: &Seat| match role {
            _ if link.revoked_at.is_some() => Some(Close::Revoked),
            Some(role) if role == seat.role => None,
            _ => Some(Close::RoleChanged),
        };
        self.end_where(|seat| if seat.link == link.id { ends(seat) } else { None });
        self.end_expired();
    }

    pub(super) fn end_expired(&mut self) {
        let now = clock::now();
        let expired = |seat: &Seat| seat.expires_at.is_some_and(|end| end <= now);
        self.end_where(|seat| expired(seat).then_some(Close::Unauthenticated));
    }

    fn end_where(&mut self, why: impl Fn(&Seat) -> Option<Close>) {
        let ends = self.seats.iter().filter_map(|(session, seat)| Some((*session, why(seat)?)));
        let ends: Vec<(SessionId, Close)> = ends.collect();
        ends.into_iter().for_each(|(session, close)| self.end(session, close));
    }
}
