//! Which rooms are open. Each project is opened once, however many come at the same time, and closed when empty.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
};

use document::protocol::{Close, Frame};
use tokio::{
    runtime::Handle,
    sync::{mpsc, oneshot},
    time::Instant,
};
use tokio_util::task::TaskTracker;

use crate::{
    id::{ProjectId, SessionId},
    room::{Command, Entrance, Ground, NotTaken, Refused, Room, Sent, Taken},
    storage::Link,
};

/// Commands that may wait for a room; whoever sends one more waits itself, and so does its connection.
const INBOX: usize = 64;

/// All open rooms of this relay.
pub struct Lobby {
    ground: Ground,
    rooms: Mutex<HashMap<ProjectId, Open>>,
    sessions: AtomicU64,
    openings: AtomicU64,
    tasks: TaskTracker,
}

#[derive(Clone)]
struct Open {
    opening: u64,
    inbox: mpsc::Sender<Command>,
}

/// A place in a room, given up when dropped.
pub struct Place {
    session: SessionId,
    inbox: mpsc::Sender<Command>,
}

impl Lobby {
    /// No room is open yet.
    pub fn new(ground: Ground) -> Arc<Lobby> {
        Arc::new(Lobby {
            ground,
            rooms: Mutex::default(),
            sessions: AtomicU64::new(1),
            openings: AtomicU64::new(1),
            tasks: TaskTracker::new(),
        })
    }

    /// Takes a place in the project's room, which is opened if it is not; what happens there from now on comes
    /// through the queue.
    pub async fn enter(self: &Arc<Self>, project: &ProjectId, entrance: Entrance) -> Result<Place, Close> {
        let session = SessionId(self.sessions.fetch_add(1, Relaxed));
        loop {
            let inbox = self.inbox(project)?;
            // made before it is asked for, so that a place is given up also by who stops waiting for it
            let place = Place { session, inbox: inbox.clone() };
            let (reply, answer) = oneshot::channel();
            let enter = Command::Enter(session, entrance.clone(), reply);
            // a room that has closed in between is not in the list any more, so this ends
            if inbox.send(enter).await.is_err() {
                continue;
            }
            match answer.await {
                Ok(Ok(())) => return Ok(place),
                Ok(Err(Refused::Close(close))) => return Err(close),
                Ok(Err(Refused::Closing)) => {}
                // only a room that has panicked leaves somebody without an answer
                Err(_) => return Err(Close::StoreUnavailable),
            }
        }
    }

    /// Has a project's room, which is opened if it is not, write a contribution. Returns once that is durable.
    pub async fn contribute(self: &Arc<Self>, project: &ProjectId, sent: &Sent) -> Result<Taken, NotTaken> {
        loop {
            let inbox = self.inbox(project).map_err(NotTaken::Closed)?;
            let (reply, answer) = oneshot::channel();
            // a room that has closed in between is not in the list any more, so this ends
            if inbox.send(Command::Contribute(Box::new(sent.clone()), reply)).await.is_err() {
                continue;
            }
            match answer.await {
                Ok(Err(NotTaken::Closing)) => {}
                Ok(answer) => return answer,
                // only a room that has panicked leaves somebody without an answer
                Err(_) => return Err(NotTaken::Closed(Close::StoreUnavailable)),
            }
        }
    }

    /// Tells a project's room, if it is open, that a link has changed.
    pub async fn link_changed(&self, project: &ProjectId, link: Link) {
        self.tell(project, Command::Link(link)).await;
    }

    /// Tells a project's room, if it is open, which schema may write its document at least.
    pub async fn min_writer(&self, project: &ProjectId, min_writer: u32) {
        self.tell(project, Command::MinWriter(min_writer)).await;
    }

    /// Ends a project's room, if it is open.
    pub async fn close(&self, project: &ProjectId, close: Close) {
        self.tell(project, Command::Close(close)).await;
    }

    /// Opens no more rooms, and closes all once what they have begun is durable. Returns when that is done.
    pub async fn drain(&self) {
        self.tasks.close();
        let open: Vec<Open> = self.rooms().values().cloned().collect();
        for room in open {
            // a room that has ended needs no telling
            room.inbox.send(Command::Close(Close::Draining)).await.ok();
        }
        self.tasks.wait().await;
    }

    async fn tell(&self, project: &ProjectId, command: Command) {
        let open = self.rooms().get(project).cloned();
        if let Some(open) = open {
            // a room that has ended has no sessions
            open.inbox.send(command).await.ok();
        }
    }

    fn inbox(self: &Arc<Self>, project: &ProjectId) -> Result<mpsc::Sender<Command>, Close> {
        let mut rooms = self.rooms();
        if let Some(open) = rooms.get(project) {
            return Ok(open.inbox.clone());
        }
        if self.tasks.is_closed() {
            return Err(Close::Draining);
        }
        let (inbox, commands) = mpsc::channel(INBOX);
        let opening = self.openings.fetch_add(1, Relaxed);
        rooms.insert(project.clone(), Open { opening, inbox: inbox.clone() });
        let listed = Listed { lobby: self.clone(), project: project.clone(), opening };
        self.tasks.spawn(live(listed, commands));
        Ok(inbox)
    }

    fn rooms(&self) -> MutexGuard<'_, HashMap<ProjectId, Open>> {
        // no code that could panic runs under this lock
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A room's life. It leaves the list before it turns anyone away, so that they find or open another one.
async fn live(listed: Listed, mut commands: mpsc::Receiver<Command>) {
    let opened = Room::open(listed.project.clone(), listed.lobby.ground.clone()).await;
    let refused = match opened {
        Ok(room) => {
            room.run(&mut commands).await;
            Refused::Closing
        }
        Err(close) => Refused::Close(close),
    };
    drop(listed);
    commands.close();
    while let Some(command) = commands.recv().await {
        // whoever has stopped waiting needs no answer
        match command {
            Command::Enter(_, _, reply) => drop(reply.send(Err(refused))),
            Command::Contribute(_, reply) => drop(reply.send(Err(refused.into()))),
            _ => {}
        }
    }
}

/// A room's line in the list; taken out also when the room panics.
struct Listed {
    lobby: Arc<Lobby>,
    project: ProjectId,
    opening: u64,
}

impl Drop for Listed {
    fn drop(&mut self) {
        let mut rooms = self.lobby.rooms();
        if rooms.get(&self.project).is_some_and(|open| open.opening == self.opening) {
            rooms.remove(&self.project);
        }
    }
}

impl Place {
    /// Hands a frame to the room; waits while the room has enough to do. Says whether the room is still there.
    pub async fn send(&self, frame: Frame) -> bool {
        self.inbox.send(Command::Frame(self.session, frame, Instant::now())).await.is_ok()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let leave = Command::Leave(self.session);
        let Err(mpsc::error::TrySendError::Full(leave)) = self.inbox.try_send(leave) else { return };
        let inbox = self.inbox.clone();
        // without a runtime there is no room either
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(async move { inbox.send(leave).await.ok() });
        }
    }
}
