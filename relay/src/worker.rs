//! Processes that understand documents, so that the relay need not: each has a limit of memory and time, and may be
//! killed. They have no network, no files, no keys, only their pipes.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError, atomic::Ordering::Relaxed},
    time::Duration,
};

use bytes::Bytes;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::{
    id::ProjectId,
    metrics::Metrics,
    storage::{Storage, StorageError},
};

use process::{Process, RunError};

pub use job::{Answer, Done, Job, Kind};

pub mod child;
mod job;
mod office;
mod process;

/// Jobs on one state of a project that may end their workers before it is left alone. Each has had two processes.
const PATIENCE: u32 = 2;

/// How much one kind of job may take.
#[derive(Debug, Clone, Copy)]
pub struct Allowance {
    /// Address space of the process, in bytes.
    pub memory: u64,
    /// What the job may take of a processor: on a machine that has too much to do a sound one takes no more of it.
    pub time: Duration,
    /// From handing over the job to the last byte of its answer, however much else the machine does.
    pub wait: Duration,
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
    /// The machine had too little time for it, which is no project's doing.
    #[error("this machine has too much to do")]
    Late,
    /// The worker says that it cannot be done.
    #[error("{0}")]
    Failed(String),
    /// What was asked for beside the project is wrong: by a name.
    #[error("{0}")]
    Refused(String),
    /// No worker can be started, which is no project's doing.
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
    metrics: Arc<Metrics>,
    permits: Semaphore,
    idle: Mutex<Vec<Process>>,
}

impl Workers {
    /// Starts none yet: a process is started by the first job that needs one, and kept.
    pub fn new(program: PathBuf, storage: Storage, metrics: Arc<Metrics>) -> Workers {
        let lane = |kind: Kind| Lane {
            kind,
            program: program.clone(),
            metrics: metrics.clone(),
            permits: Semaphore::new(kind.allowance().processes),
            idle: Mutex::default(),
        };
        let lanes = Kind::all().map(lane).collect();
        Workers { storage, metrics, lanes }
    }

    /// Waits for a turn: whoever has one may hold a whole log, and no more may than there are processes.
    pub async fn turn(&self, kind: Kind) -> Turn<'_> {
        let lane = self.lane(kind);
        let permit = lane.permits.acquire().await.expect("the lane is never closed");
        Turn { workers: self, lane, _permit: permit }
    }

    fn lane(&self, kind: Kind) -> &Lane {
        self.lanes.iter().find(|lane| lane.kind == kind).expect("every kind of job has its lane")
    }
}

/// The right to have one job done.
pub struct Turn<'a> {
    workers: &'a Workers,
    lane: &'a Lane,
    _permit: SemaphorePermit<'a>,
}

impl Turn<'_> {
    /// Has a job done with a project's updates up to a place of its log. A project whose jobs end their workers twice
    /// is marked and left alone, until something new is written in it.
    pub async fn run(
        self,
        project: &ProjectId,
        (seq, updates): (u64, Vec<Bytes>),
    ) -> Result<Done, WorkerError> {
        self.run_with(Bytes::new(), project, (seq, updates)).await
    }

    /// Has a job done with something that is no project's, and that no project is blamed for.
    pub async fn run_apart(self, argument: Bytes) -> Result<Done, WorkerError> {
        self.lane.run(&Job { kind: self.lane.kind, argument, updates: Vec::new() }).await
    }

    /// As `run`, with something said beside it.
    pub async fn run_with(
        self,
        argument: Bytes,
        project: &ProjectId,
        (seq, updates): (u64, Vec<Bytes>),
    ) -> Result<Done, WorkerError> {
        let Workers { storage, metrics, .. } = self.workers;
        let job = Job { kind: self.lane.kind, argument, updates };
        let place = (job.kind.as_str(), seq);
        let kills = storage.worker_kills(project, place).await?;
        if kills >= PATIENCE {
            metrics.worker_refusals.fetch_add(1, Relaxed);
            return Err(WorkerError::Marked);
        }
        let result = self.lane.run(&job).await;
        match result {
            Err(WorkerError::Killed) => {
                let kills = storage.count_worker_kill(project, place).await?;
                tracing::error!(%project, kills, kind = place.0, "a project ended its workers");
            }
            Ok(_) | Err(WorkerError::Refused(_)) if kills > 0 => {
                storage.forget_worker_kills(project, place.0).await?
            }
            _ => {}
        }
        if let Ok(Done { min_writer, .. }) = &result {
            // what was read is whole without it, also where nothing can be written
            if let Err(error) = storage.keep_min_writer(project, (seq, *min_writer)).await {
                tracing::warn!(%project, %error, "keeping what a worker has found");
            }
        }
        result
    }
}

impl Lane {
    /// Tries a second time on a fresh process: the system may have ended one that was idle, which is not the project's
    /// doing.
    async fn run(&self, job: &Job) -> Result<Done, WorkerError> {
        let idle = self.idle().pop();
        let process = match idle {
            Some(process) => process,
            None => self.start().await?,
        };
        match self.attempt(process, job).await {
            Err(WorkerError::Killed) => self.attempt(self.start().await?, job).await,
            other => other,
        }
    }

    async fn start(&self) -> Result<Process, WorkerError> {
        Ok(Process::start(&self.program, self.kind).await?)
    }

    async fn attempt(&self, mut process: Process, job: &Job) -> Result<Done, WorkerError> {
        // a process that is not put back here is killed when it is dropped
        let error = match process.run_within(job, self.kind.allowance()).await {
            Ok(answer) => {
                self.idle().push(process);
                return answer.into_result();
            }
            Err(error) => error,
        };
        tracing::warn!(%error, kind = self.kind.as_str(), "a job was not done");
        self.metrics.worker_kills.fetch_add(1, Relaxed);
        match error {
            RunError::Late => Err(WorkerError::Late),
            RunError::Spent | RunError::Ended(_) => Err(WorkerError::Killed),
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Process>> {
        // no code that could panic runs under this lock
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
