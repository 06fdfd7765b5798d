//! Making a project: its id, its first update, its five links and their addresses; reading one as JSON, and a part of it
//! for other programs.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
};

use bytes::Bytes;
use document::protocol::{Key, Mark};
use model::Project;
use tokio::sync::OnceCell;

use crate::{
    Relay,
    export::{Exported, Wish},
    id::{self, ProjectId},
    storage::{LinkKind, NewProject, StorageError},
    worker::{Done, Kind, WorkerError},
};

/// A project that was just made, with the keys that are shown this once.
#[derive(Debug)]
pub struct Created {
    /// Its id.
    pub id: ProjectId,
    /// One key for each kind of link, the one with the most rights first.
    pub keys: Vec<(LinkKind, Key)>,
}

/// Why a project is not made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// It would be full before anybody has written a word.
    #[error("as a project this would take {bytes} bytes, and a project may have at most {most}")]
    TooLarge {
        /// What it would take.
        bytes: usize,
        /// What a project may have.
        most: u64,
    },
    /// It cannot be kept.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Makes a project; blank, or with that content.
pub async fn create(relay: &Relay, content: Option<Project>) -> Result<Created, CreateError> {
    let update = match content {
        Some(content) => Some(written(content, relay.config.limits.project_bytes).await?),
        None => None,
    };
    let (links, keys) = LinkKind::all()
        .map(|kind| {
            let (link, key) = relay.access.new_link(kind);
            (link, (kind, key))
        })
        .unzip();
    let project = ProjectId::random();
    let row = NewProject { id: project.clone(), epoch: id::new_epoch(), update, links };
    relay.storage.create_project(row).await?;
    Ok(Created { id: project, keys })
}

/// The first update of a project. A whole one takes some milliseconds of work.
async fn written(content: Project, most: u64) -> Result<Vec<u8>, CreateError> {
    let write = move || document::create(&content, id::new_client_id());
    let update = tokio::task::spawn_blocking(write).await.map_err(|_| StorageError::Closed)?;
    let bytes = update.len();
    if bytes as u64 > most { Err(CreateError::TooLarge { bytes, most }) } else { Ok(update) }
}

/// Why a project is not read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Its log cannot be reached.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// It was deleted in between.
    #[error("there is no such project")]
    Gone,
    /// A worker could not do it.
    #[error(transparent)]
    Worker(#[from] WorkerError),
}

/// The readings that are under way, by project and head: who asks for the same at the same time shares one.
#[derive(Default)]
pub struct Readings {
    under_way: Mutex<HashMap<(ProjectId, Mark), Weak<Reading>>>,
}

/// Holds its JSON for as long as somebody waits for it or sends it.
type Reading = OnceCell<Bytes>;

impl Readings {
    fn of(&self, project: &ProjectId, head: Mark) -> Arc<Reading> {
        // no code that could panic runs under this lock
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        under_way.retain(|_, reading| reading.strong_count() > 0);
        let place = under_way.entry((project.clone(), head)).or_default();
        place.upgrade().unwrap_or_else(|| {
            let reading = Arc::default();
            *place = Arc::downgrade(&reading);
            reading
        })
    }
}

/// A project as JSON, as far as it is durable now.
pub async fn read(relay: &Relay, project: &ProjectId) -> Result<Bytes, ReadError> {
    let head = relay.storage.head(project).await?.ok_or(ReadError::Gone)?;
    let reading = relay.readings.of(project, head);
    reading.get_or_try_init(|| read_alone(relay, project)).await.cloned()
}

async fn read_alone(relay: &Relay, project: &ProjectId) -> Result<Bytes, ReadError> {
    // first, so that nobody who waits holds a whole log
    let turn = relay.workers.turn(Kind::Read).await;
    let log = relay.storage.log(project).await?.ok_or(ReadError::Gone)?;
    let Done { bytes, min_writer } = turn.run(project, (log.head().seq, log.updates())).await?;
    relay.lobby.min_writer(project, min_writer).await;
    Ok(bytes)
}

/// A part of a project for other programs, as far as it is durable now.
pub async fn export(relay: &Relay, project: &ProjectId, wish: &Wish) -> Result<Exported, ReadError> {
    let turn = relay.workers.turn(Kind::Export).await;
    let log = relay.storage.log(project).await?.ok_or(ReadError::Gone)?;
    let state = (log.head().seq, log.updates());
    let Done { bytes, min_writer } = turn.run_with(wish.encode(), project, state).await?;
    relay.lobby.min_writer(project, min_writer).await;
    let exported = Exported::decode(&bytes);
    Ok(exported.ok_or_else(|| WorkerError::Failed("this is no file of a worker".to_owned()))?)
}

impl Created {
    /// The key of that kind.
    pub fn key(&self, kind: LinkKind) -> &Key {
        let found = self.keys.iter().find(|(other, _)| *other == kind);
        &found.expect("a project is made with a key of every kind").1
    }

    /// The address that opens the project with the key of that kind.
    pub fn address(&self, public_address: &str, kind: LinkKind) -> String {
        address(public_address, (&self.id, kind), self.key(kind))
    }
}

/// The address of a key. Owner and editor keys stand behind `#`, so that no server ever sees them.
pub fn address(public_address: &str, (project, kind): (&ProjectId, LinkKind), key: &Key) -> String {
    let Key(key) = key;
    match kind {
        LinkKind::Owner | LinkKind::Editor => format!("{public_address}/p/{project}#{key}"),
        LinkKind::Contributor => format!("{public_address}/c/{key}"),
        LinkKind::Viewer => format!("{public_address}/v/{key}"),
        LinkKind::Embed => format!("{public_address}/e/{key}"),
    }
}
