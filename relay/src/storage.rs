//! What is kept: projects, link rows and logs in one SQLite file. All waiting is done off the async threads.

use std::{path::Path, sync::Arc};

use rusqlite::Connection;

use crate::clock;

use database::{Identity, Readers, Writer};

pub use contribution::Kept;
pub use link::{Link, LinkKind, NewLink};
pub use lock::{FolderLock, LockError};
pub use log::{Damage, Entry, Log, Snapshot, beginning};
pub use project::{NewProject, ProjectRow};

mod contribution;
mod database;
mod fact;
mod link;
mod lock;
mod log;
mod project;
mod worker_kill;

/// The file inside the data folder.
const FILE: &str = "tributary.sqlite";

/// Why something could not be kept or found.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StorageError {
    /// The database refused, is full, locked or damaged.
    #[error("the database: {0}")]
    Database(Arc<rusqlite::Error>),
    /// The data folder cannot be used.
    #[error("the data folder: {0}")]
    Folder(Arc<std::io::Error>),
    /// The system lets the database not be opened.
    #[error(
        "the database cannot be opened ({0}): make room on its disk, or let this program write there, and start again"
    )]
    Unusable(Arc<rusqlite::Error>),
    /// The file was written by a newer relay.
    #[error("the data were written by a newer version (schema {0})")]
    Newer(u32),
    /// The database was deleted, moved or replaced while this relay was running.
    #[error("the database is no longer where it was opened")]
    Gone,
    /// Somebody else has written in between.
    #[error("the log does not end where this relay believes it does")]
    Moved,
    /// The writer has ended.
    #[error("storage is closed")]
    Closed,
}

impl StorageError {
    /// What went wrong at the start, and, where that lies with the system, what to do.
    fn at_start(self) -> StorageError {
        use rusqlite::ErrorCode::{CannotOpen, DiskFull, PermissionDenied, ReadOnly, SystemIoFailure};
        match self {
            StorageError::Database(error)
                if matches!(
                    error.sqlite_error_code(),
                    Some(CannotOpen | DiskFull | PermissionDenied | ReadOnly | SystemIoFailure)
                ) =>
            {
                StorageError::Unusable(error)
            }
            other => other,
        }
    }
}

impl From<rusqlite::Error> for StorageError {
    fn from(error: rusqlite::Error) -> Self {
        StorageError::Database(Arc::new(error))
    }
}

/// Everything that is kept. Cheap to clone; the last clone closes the file.
#[derive(Clone)]
pub struct Storage {
    writer: Arc<Writer>,
    readers: Arc<Readers>,
}

impl Storage {
    /// Opens the data folder, makes it if it is missing, and brings the file up to this version.
    pub fn open(folder: &Path) -> Result<Storage, StorageError> {
        let unusable = |error| StorageError::Folder(Arc::new(error));
        std::fs::create_dir_all(folder).map_err(unusable)?;
        let path = folder.join(FILE);
        let connection = database::open(&path).map_err(StorageError::at_start)?;
        let writer = Writer::start(connection, Identity::of(&path).map_err(unusable)?);
        Ok(Storage { writer: Arc::new(writer), readers: Arc::new(Readers::new(path)) })
    }

    /// Proves that a commit goes through, and into the file that lies in the data folder.
    pub async fn probe(&self) -> Result<(), StorageError> {
        let at = clock::now();
        self.write(move |connection| {
            connection.execute("insert or replace into probe (id, at) values (1, ?)", [at]).map(drop)
        })
        .await
    }

    /// Runs one step on the writer thread; returns once it is durable. Steps that wait at the same time share a
    /// commit, and a step that fails is undone alone.
    async fn write<T: Send + 'static>(
        &self,
        step: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        self.writer.run(step).await
    }

    /// Runs a query on a thread of its own; sees everything whose `write` has returned.
    async fn read<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        let readers = self.readers.clone();
        let run = move || readers.with(query);
        tokio::task::spawn_blocking(run).await.map_err(|_| StorageError::Closed)?
    }
}
