//! The relay: a log with rooms. It keeps opaque updates in order, acknowledges them once they are durable, and passes
//! them on; it serves the app and the command line.
//!
//! It does not know what an update says. Whatever has to, is done by a worker in a process of its own.
#![cfg_attr(test, allow(clippy::unwrap_used))]

use std::{
    io,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::net::TcpListener;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use access::{Access, SecretError};
use fold::Folder;
use lobby::Lobby;
use metrics::Metrics;
use project::Readings;
use room::Ground;
use storage::{FolderLock, LockError, Storage, StorageError};
use worker::Workers;

pub use config::{Config, ConfigError, Creation, LogLevel, Settings, Timing};

pub mod access;
pub mod bucket;
pub mod clock;
pub mod config;
pub mod contribution;
pub mod export;
pub mod fold;
pub mod http;
pub mod id;
pub mod lobby;
pub mod metrics;
pub mod project;
pub mod queue;
pub mod room;
pub mod session;
pub mod storage;
pub mod worker;

/// A relay: everything that its requests share.
pub struct Relay {
    /// Its settings; `listen` is the address that it really has.
    pub config: Config,
    /// What it keeps.
    pub storage: Storage,
    /// Who may do what.
    pub access: Access,
    /// What reads documents for it.
    pub workers: Workers,
    /// What they are reading now.
    pub readings: Readings,
    /// What the plain pages show of projects.
    pub facts: contribution::Known,
    /// How often people contribute.
    pub rates: contribution::Rates,
    /// Its open rooms.
    pub lobby: Arc<Lobby>,
    /// Its sessions over long-polling.
    pub polls: http::Polls,
    /// What it counts.
    pub metrics: Arc<Metrics>,
    /// Cancelled once it is to stop.
    pub stopping: CancellationToken,
    /// Its connections that have outlived their request.
    pub connections: TaskTracker,
    /// The data folder is its own for as long as it serves.
    folder: Mutex<Option<FolderLock>>,
}

/// Why a relay does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Somebody else has the address, or it is not one of this machine.
    #[error("cannot listen on {0}: {1}")]
    Listen(std::net::SocketAddr, io::Error),
    /// The data folder is not free.
    #[error("the data folder {0}: {1}")]
    Folder(PathBuf, LockError),
    /// What is kept cannot be opened.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The secrets of the data folder cannot be had.
    #[error(transparent)]
    Secret(#[from] SecretError),
}

impl Relay {
    /// Takes the data folder and the address, and opens what is kept. Nobody is served before `serve`.
    pub async fn bind(mut config: Config) -> Result<(Arc<Relay>, TcpListener), StartError> {
        let folder =
            FolderLock::take(&config.data).map_err(|error| StartError::Folder(config.data.clone(), error))?;
        let taken = |error| StartError::Listen(config.listen, error);
        let listener = http::listen(config.listen).map_err(taken)?;
        config.listen = listener.local_addr().map_err(taken)?;
        let relay = Relay { folder: Mutex::new(Some(folder)), ..Relay::open(config)? };
        Ok((Arc::new(relay), listener))
    }

    /// Opens what is kept; for commands that serve nobody too, also while a relay serves from the same folder.
    pub fn open(config: Config) -> Result<Relay, StartError> {
        let storage = Storage::open(&config.data)?;
        let access = Access::open(storage.clone(), &config.data, &config.creation)?;
        let metrics = Arc::new(Metrics::default());
        let workers = Workers::new(config.worker.clone(), storage.clone(), metrics.clone());
        let folder = Folder { storage: storage.clone(), workers: workers.clone(), metrics: metrics.clone() };
        let ground = Ground {
            storage: storage.clone(),
            metrics: metrics.clone(),
            folder,
            timing: config.timing,
            limits: config.limits,
            told: Arc::default(),
        };
        Ok(Relay {
            config,
            storage,
            access,
            workers,
            readings: Readings::default(),
            facts: contribution::Known::default(),
            rates: contribution::Rates::default(),
            lobby: Lobby::new(ground),
            polls: http::Polls::default(),
            metrics,
            stopping: CancellationToken::new(),
            connections: TaskTracker::new(),
            folder: Mutex::default(),
        })
    }

    /// Serves until `stopping` is cancelled: then nobody new, everyone told to come back, everything begun finished.
    pub async fn serve(self: Arc<Self>, listener: TcpListener) {
        http::serve(self.clone(), listener).await;
        // whoever still holds this relay writes nothing more, so that another one may begin
        *self.folder.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The address under which people reach this relay, without a slash at its end.
    pub fn public_address(&self) -> String {
        let given = self.config.public_address.clone();
        given.unwrap_or_else(|| format!("http://{}", self.config.listen))
    }
}
