//! Processes that understand documents, so that the relay need not: each has a limit of memory and time, and may be
//! killed. They have no network, no files, no keys, only their pipes.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError, atomic::Ordering::Relaxed},
    time::Duration,
};

use bytes::Bytes;
use tokio::sync::Semaphore;

use crate::{
    id::ProjectId,
    metrics::Metrics,
    storage::{Storage, StorageError},
};

use process::Process;

pub use job::{Answer, Job, Kind};

pub mod child;
mod job;
mod process;

/// Workers that a project may end before it is left alone.
const PATIENCE: u32 = 2;

/// How much one kind of job may take.
#[derive(Debug, Clone, Copy)]
pub struct Allowance {
    /// Address space of the process, in bytes.
    pub memory: u64,
    /// From handing over the job to the last byte of its answer.
    pub time: Duration,
    /// Processes at once.
    pub processes: usize,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// The project has ended workers before, and is not tried again.
    #[error("this project ends every worker that reads it")]
    Marked,
    /// The worker passed its limits or ended by itself.
    #[error("the worker was ended")]
    Killed,
    /// The worker says that it cannot be done.
    #[error("{0}")]
    Failed(String),
    /// No worker can be started.
    #[error("no worker can be started: {0}")]
    Unavailable(#[from] std::io::Error),
    /// How often the project has ended workers is not known.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// All workers of a relay.
#[derive(Clone)]
pub struct Workers {
    storage: Storage,
    metrics: Arc<Metrics>,
    lanes: Arc<[Lane]>,
}

/// The processes for one kind of job.
struct Lane {
    kind: Kind,
    program: PathBuf,
    permits: Semaphore,
    idle: Mutex<Vec<Process>>,
}

impl Workers {
    /// Starts none yet: a process is started by the first job that needs one, and kept.
    pub fn new(program: PathBuf, storage: Storage, metrics: Arc<Metrics>) -> Workers {
        let lane = |kind: Kind| Lane {
            kind,
            program: program.clone(),
            permits: Semaphore::new(kind.allowance().processes),
            idle: Mutex::default(),
        };
        Workers { storage, metrics, lanes: Kind::all().map(lane).collect() }
    }

    /// Has a job done with a project's updates. A project that ends a worker twice is marked and left alone.
    pub async fn run(&self, project: &ProjectId, job: Job) -> Result<Bytes, WorkerError> {
        let row = self.storage.project(project).await?;
        if row.is_some_and(|row| row.worker_kills >= PATIENCE) {
            self.metrics.worker_refusals.fetch_add(1, Relaxed);
            return Err(WorkerError::Marked);
        }
        let result = self.lane(job.kind).run(&job).await;
        if let Err(WorkerError::Killed) = result {
            self.metrics.worker_kills.fetch_add(1, Relaxed);
            let kills = self.storage.count_worker_kill(project).await?;
            tracing::error!(%project, kills, kind = job.kind.as_str(), "a project ended a worker");
        }
        result
    }

    fn lane(&self, kind: Kind) -> &Lane {
        self.lanes.iter().find(|lane| lane.kind == kind).expect("every kind of job has its lane")
    }
}

impl Lane {
    async fn run(&self, job: &Job) -> Result<Bytes, WorkerError> {
        let _permit = self.permits.acquire().await.expect("the lane is never closed");
        let idle = self.idle().pop();
        let mut process = match idle {
            Some(process) => process,
            None => Process::start(&self.program, self.kind)?,
        };
        // a process that is not put back here is killed when it is dropped
        match tokio::time::timeout(self.kind.allowance().time, process.run(job)).await {
            Ok(Ok(answer)) => {
                self.idle().push(process);
                answer.into_result().map_err(WorkerError::Failed)
            }
            Ok(Err(error)) => {
                tracing::warn!(%error, kind = self.kind.as_str(), "a worker ended");
                Err(WorkerError::Killed)
            }
            Err(_) => Err(WorkerError::Killed),
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Process>> {
        // no code that could panic runs under this lock
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
