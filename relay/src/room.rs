//! One open project: the head of its log, its sessions, what they are told. It sees no socket, no SQL and no yrs.

use std::{
    collections::{BTreeMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::Ordering::Relaxed},
};

use document::protocol::{Close, Frame, Limits, Mark, Resume};
use tokio::{
    sync::{mpsc, oneshot},
    task::JoinSet,
    time::Instant,
};

use crate::{
    access::Grant,
    config::Timing,
    fold::{self, Folded, Folder},
    id::{ProjectId, SessionId},
    metrics::Metrics,
    queue::Queue,
    storage::{Link, Storage, StorageError},
};

use batch::Batch;
use contribute::Contributions;
use history::History;
use presence::Presence;
use seat::Seat;

mod batch;
mod contribute;
mod frame;
mod history;
mod presence;
mod seat;

pub use contribute::{NotTaken, Sent, Taken};

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
    /// Whose logs cannot be read, as far as that was told.
    pub told: Arc<Mutex<HashSet<ProjectId>>>,
}

impl Ground {
    /// Counts a log that cannot be read. That is written down once a project: those who want to open it come back
    /// every few seconds.
    fn unreadable(&self, project: &ProjectId, error: &StorageError) {
        self.metrics.unreadable.fetch_add(1, Relaxed);
        if self.told().insert(project.clone()) {
            tracing::error!(%project, %error, "a log cannot be read");
        }
    }

    fn told(&self) -> MutexGuard<'_, HashSet<ProjectId>> {
        // no code that could panic runs under this lock
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
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
    /// The secret that the page has chosen, or was given, for this client id.
    pub resume: Option<Resume>,
    /// The last entry that it has.
    pub since: Option<Mark>,
    /// The schema it writes.
    pub schema: u32,
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
    /// Somebody wants to contribute.
    Contribute(Box<Sent>, oneshot::Sender<Result<Taken, NotTaken>>),
    /// A link row has changed.
    Link(Link),
    /// A worker has found which schema may write the document at least.
    MinWriter(u32),
    /// Everybody is to go, for that reason; what is under way is finished before.
    Close(Close),
}

/// An open project.
pub(crate) struct Room {
    project: ProjectId,
    ground: Ground,
    history: History,
    /// The lowest schema that may write the document, as far as a worker has read it.
    min_writer: u32,
    seats: BTreeMap<SessionId, Seat>,
    presence: Presence,
    contributions: Contributions,
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
    fold: JoinSet<Option<Folded>>,
}

impl Room {
    /// Reads the project's log. Says why the room cannot be opened.
    pub(crate) async fn open(project: ProjectId, ground: Ground) -> Result<Room, Close> {
        let log = match ground.storage.log(&project).await {
            Ok(log) => log.ok_or(Close::NoSuchProject)?,
            Err(error) => {
                ground.unreadable(&project, &error);
                return Err(Close::StoreUnavailable);
            }
        };
        ground.told().remove(&project);
        // what is not known refuses nobody: pages see for themselves what they may write
        let min_writer = ground.storage.min_writer(&project).await.unwrap_or_default();
        let kept = ground.storage.contributions(&project).await.map_err(|_| Close::StoreUnavailable)?;
        let history = tokio::task::spawn_blocking(move || History::new(log));
        let history = history.await.map_err(|_| Close::StoreUnavailable)?;
        report(&project, &history);
        let damaged = history.damage.is_some() || history.unsound.is_some();
        ground.metrics.damaged.fetch_add(damaged.into(), Relaxed);
        ground.metrics.rooms.fetch_add(1, Relaxed);
        ground.metrics.rooms_opened.fetch_add(1, Relaxed);
        ground.metrics.open_bytes.fetch_add(history.bytes() as i64, Relaxed);
        Ok(Room {
            head: history.head(),
            project,
            ground,
            history,
            min_writer,
            seats: BTreeMap::new(),
            presence: Presence::default(),
            contributions: Contributions::of(kept),
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
                    if let Ok(Some(folded)) = ended { self.folded(folded); }
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
        let due = fold::due(self.history.tail_size()) || self.history.unsound.is_some();
        if due && rested && under_way.fold.is_empty() && self.history.damage.is_none() {
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

    fn folded(&mut self, Folded { snapshot, min_writer }: Folded) {
        self.min_writer = min_writer;
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
            Command::Contribute(sent, reply) => self.contribute(*sent, reply),
            Command::Link(link) => self.link_changed(&link),
            Command::MinWriter(min_writer) => self.min_writer = min_writer,
            Command::Close(close) => self.closing = self.closing.or(Some(close)),
        }
    }

    fn look_around(&mut self) {
        self.end_expired();
        if self.seats.is_empty() && self.idle_since.elapsed() >= self.ground.timing.linger {
            self.closing = self.closing.or(Some(Close::Draining));
        }
    }
}

fn report(project: &ProjectId, history: &History) {
    if let Some(damage) = history.damage {
        tracing::error!(%project, ?damage, "a log does not check out; the project is served read-only");
    } else if let Some(seq) = history.unsound {
        tracing::error!(%project, seq, "a snapshot does not check out; it is made again from what it stands for");
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
