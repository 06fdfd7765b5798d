//! Making a project: its id, its first update, its five links and their addresses.

use bytes::Bytes;
use document::protocol::Key;
use model::Project;

use crate::{
    Relay,
    id::{self, ProjectId},
    storage::{LinkKind, NewProject, Storage, StorageError},
    worker::{Job, Kind, WorkerError, Workers},
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

/// A project as JSON, as far as it is durable now.
pub async fn read(storage: &Storage, workers: &Workers, project: &ProjectId) -> Result<Bytes, ReadError> {
    let log = storage.log(project).await?.ok_or(ReadError::Gone)?;
    let job = Job { kind: Kind::Read, seq: log.head().seq, updates: log.updates() };
    Ok(workers.run(project, job).await?)
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
