//! One open project: the head of its log, its sessions, what they are told. It sees no socket, no SQL and no yrs.

use std::{
    collections::BTreeMap,
    sync::{Arc, atomic::Ordering::Relaxed},
};

use document::protocol::{Close, Frame, Limits, Mark, Resume, Welcome, limits};
use model::Role;
use tokio::{
    sync::{mpsc, oneshot},
    task::JoinSet,
    time::Instant,
};

use crate::{
    access::Grant,
    clock,
    config::Timing,
    fold::{self, Folder},
    id::{self, LinkId, ProjectId, SessionId},
    metrics::Metrics,
    queue::Queue,
    storage::{Link, Snapshot, Storage, StorageError},
};

use batch::Batch;
use history::History;
use presence::{Change, Presence};

mod batch;
mod frame;
mod history;
mod presence;

/// What every room stands on.
#[derive(Clone)]
pub struct Ground {
    /// Where logs are kept.
    pub storage: Storage,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// What makes snapshots.
    pub folder: Folder,
    /// How long things take.
    pub timing: Timing,
    /// How much things may be.
    pub limits: Limits,
}

/// Which frames a session understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Ours: numbered updates, acknowledged pushes.
    Ours,
    /// Those of y-protocols alone.
    Yjs,
}

/// How somebody comes in.
#[derive(Clone)]
pub struct Entrance {
    /// What their key gives.
    pub grant: Grant,
    /// What they say of themselves; nothing, if they are a plain Yjs client.
    pub hello: Option<Claim>,
    /// What they will be sent.
    pub queue: Arc<Queue>,
}

/// What a Hello claims beside its key.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The client id of the page's Doc.
    pub client_id: u64,
    /// The epoch it knows.
    pub epoch: Option<u64>,
    /// The secret of the session that had this client id before.
    pub resume: Option<Resume>,
    /// The last entry that it has.
    pub since: Option<Mark>,
}

/// Why somebody did not come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// For good, or for now, as the code says.
    Close(Close),
    /// The room was just closing: another one is opened at once.
    Closing,
}

/// What a room is told.
pub enum Command {
    /// Somebody wants to come in.
    Enter(SessionId, Entrance, oneshot::Sender<Result<(), Refused>>),
    /// A session's connection has ended.
    Leave(SessionId),
    /// A session has sent a frame; when it arrived.
    Frame(SessionId, Frame, Instant),
    /// A link row has changed.
    Link(Link),
    /// Everybody is to go, for that reason; what is under way is finished before.
    Close(Close),
}

/// A session as its room sees it.
struct Seat {
    link: LinkId,
    role: Role,
    expires_at: Option<clock::Millis>,
    /// The reserved client id and the secret that takes it back; a plain Yjs client has none.
    reserved: Option<(u64, Resume)>,
    queue: Arc<Queue>,
    /// When a plain Yjs client was last asked for what it has, or told that it may not write.
    told_at: Option<Instant>,
}

impl Seat {
    fn dialect(&self) -> Dialect {
        if self.reserved.is_some() { Dialect::Ours } else { Dialect::Yjs }
    }
}

/// An open project.
pub(crate) struct Room {
    project: ProjectId,
    ground: Ground,
    history: History,
    seats: BTreeMap<SessionId, Seat>,
    presence: Presence,
    /// What waits for the commit after the one that is under way.
    next: Batch,
    /// The place of the last entry that was admitted, committed or not.
    head: Mark,
    /// When a fold was last begun.
    folded_at: Option<Instant>,
    idle_since: Instant,
    closing: Option<Close>,
}

/// What a room has begun, one of each at a time.
#[derive(Default)]
struct UnderWay {
    commit: JoinSet<(Batch, Result<(), StorageError>)>,
    fold: JoinSet<Option<Snapshot>>,
}

impl Room {
    /// Reads the project's log. Says why the room cannot be opened.
    pub(crate) async fn open(project: ProjectId, ground: Ground) -> Result<Room, Close> {
        let log = match ground.storage.log(&project).await {
            Ok(log) => log.ok_or(Close::NoSuchProject)?,
            Err(error) => {
                tracing::error!(%project, %error, "reading a log");
                return Err(Close::StoreUnavailable);
            }
        };
        let history = tokio::task::spawn_blocking(move || History::new(log));
        let history = history.await.map_err(|_| Close::StoreUnavailable)?;
        if let Some(damage) = history.damage {
            tracing::error!(%project, ?damage, "a log does not check out; the project is served read-only");
            ground.metrics.damaged.fetch_add(1, Relaxed);
        }
        ground.metrics.rooms.fetch_add(1, Relaxed);
        ground.metrics.rooms_opened.fetch_add(1, Relaxed);
        ground.metrics.open_bytes.fetch_add(history.bytes() as i64, Relaxed);
        Ok(Room {
            head: history.head(),
            project,
            ground,
            history,
            seats: BTreeMap::new(),
            presence: Presence::default(),
            next: Batch::default(),
            folded_at: None,
            idle_since: Instant::now(),
            closing: None,
        })
    }

    /// Lives until it was empty for a while, or until it has to close. When it returns nothing is under way, so
    /// that whoever opens the project next reads everything that was acknowledged.
    pub(crate) async fn run(mut self, inbox: &mut mpsc::Receiver<Command>) {
        let mut under_way = UnderWay::default();
        let tick = self.ground.timing.tick;
        let mut tick = tokio::time::interval_at(Instant::now() + tick, tick);
        while !(under_way.commit.is_empty() && self.next.is_empty() && self.closing.is_some()) {
            tokio::select! {
                Some(ended) = under_way.commit.join_next() => {
                    let (batch, result) = ended.expect("a commit neither panics nor is aborted");
                    self.ended(batch, result);
                }
                Some(ended) = under_way.fold.join_next() => {
                    if let Ok(Some(snapshot)) = ended { self.folded(snapshot); }
                }
                Some(command) = inbox.recv() => self.command(command),
                _ = tick.tick() => self.look_around(),
            }
            self.begin(&mut under_way);
        }
        // a fold that is still under way ends without us: what it has kept by then is whole
        let close = self.closing.unwrap_or(Close::Draining);
        self.seats.values().for_each(|seat| seat.queue.close(close));
    }

    fn begin(&mut self, under_way: &mut UnderWay) {
        if under_way.commit.is_empty() && !self.next.is_empty() {
            self.commit(&mut under_way.commit);
        }
        let rested = self.folded_at.is_none_or(|at| at.elapsed() >= self.ground.timing.fold);
        if rested
            && under_way.fold.is_empty()
            && fold::due(self.history.tail_size())
            && self.history.damage.is_none()
        {
            self.folded_at = Some(Instant::now());
            let folder = self.ground.folder.clone();
            under_way.fold.spawn(folder.fold(self.project.clone(), self.history.updates()));
        }
    }

    fn ended(&mut self, batch: Batch, result: Result<(), StorageError>) {
        match result {
            Ok(()) => self.committed(batch),
            Err(error) => self.failed(batch, &error),
        }
    }

    fn folded(&mut self, snapshot: Snapshot) {
        let before = self.history.bytes();
        self.history.fold(snapshot);
        self.ground.metrics.open_bytes.fetch_add(self.history.bytes() as i64 - before as i64, Relaxed);
    }

    fn command(&mut self, command: Command) {
        match command {
            Command::Enter(session, entrance, reply) => {
                // whoever has stopped waiting has not come
                if reply.send(self.enter(session, entrance)).is_err() {
                    self.leave(session);
                }
            }
            Command::Leave(session) => self.leave(session),
            Command::Frame(session, frame, arrived) => self.frame(session, frame, arrived),
            Command::Link(link) => self.link_changed(&link),
            Command::Close(close) => self.closing = self.closing.or(Some(close)),
        }
    }

    fn enter(&mut self, session: SessionId, entrance: Entrance) -> Result<(), Refused> {
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
        let seat =
            Seat { link: grant.link, role, expires_at: grant.expires_at, reserved, queue, told_at: None };
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
        Ok((claim.client_id, id::new_resume()))
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
    fn end(&mut self, session: SessionId, close: Close) {
        if let Some(seat) = self.seats.get(&session) {
            seat.queue.close(close);
        }
        self.leave(session);
    }

    fn leave(&mut self, session: SessionId) {
        if self.seats.remove(&session).is_some() {
            self.idle_since = Instant::now();
            let changes = self.presence.leave(session);
            self.pass_on(session, changes);
        }
    }

    fn pass_on(&mut self, from: SessionId, changes: Vec<Change>) {
        for Change { client_id, frame } in changes {
            for (_, seat) in self.seats.iter().filter(|(session, _)| **session != from) {
                if seat.queue.offer_presence(client_id, frame.clone()) {
                    self.ground.metrics.overflows.fetch_add(1, Relaxed);
                }
            }
        }
    }

    fn link_changed(&mut self, link: &Link) {
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

    fn look_around(&mut self) {
        self.end_expired();
        if self.seats.is_empty() && self.idle_since.elapsed() >= self.ground.timing.linger {
            self.closing = self.closing.or(Some(Close::Draining));
        }
    }

    fn end_expired(&mut self) {
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

impl Drop for Room {
    fn drop(&mut self) {
        self.ground.metrics.rooms.fetch_sub(1, Relaxed);
        self.ground.metrics.open_bytes.fetch_sub(self.history.bytes() as i64, Relaxed);
        // after a panic the sessions learn here that they have to come back
        self.seats.values().for_each(|seat| seat.queue.close(Close::StoreUnavailable));
    }
}
