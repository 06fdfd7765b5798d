//! When a log is folded, and what has to be true before a snapshot takes the place of what it stands for.

use std::sync::{Arc, atomic::Ordering::Relaxed};

use bytes::Bytes;
use document::{
    protocol::Mark,
    scan::{Admitted, Committed},
};

use crate::{
    id::ProjectId,
    metrics::Metrics,
    storage::{Snapshot, Storage, StorageError},
    worker::{Done, Kind, WorkerError, Workers},
};

/// Entries after which a log is folded: loading them one by one is still fast.
const ENTRIES: usize = 2_000;
/// Bytes after which a log is folded: what a visitor loads beside the snapshot.
const BYTES: usize = 256 << 10;

/// Why a log stays as it is.
#[derive(Debug, thiserror::Error)]
enum FoldError {
    #[error(transparent)]
    Worker(#[from] WorkerError),
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error("the snapshot does not hold what the log holds")]
    Different,
}

/// Whether a log of so many entries and bytes since its last fold is to be folded.
pub fn due((entries, bytes): (usize, usize)) -> bool {
    entries >= ENTRIES || bytes >= BYTES
}

/// What came of a fold.
#[derive(Debug)]
pub struct Folded {
    /// The snapshot, which is kept.
    pub snapshot: Snapshot,
    /// The lowest schema that may write the document.
    pub min_writer: u32,
}

/// Makes snapshots, one at a time.
#[derive(Clone)]
pub struct Folder {
    /// Where they are kept.
    pub storage: Storage,
    /// What makes them.
    pub workers: Workers,
    /// What is counted.
    pub metrics: Arc<Metrics>,
}

impl Folder {
    /// Folds a log up to a place, and keeps the result if it says the same. Without one, everything stays as it is.
    pub async fn fold(self, project: ProjectId, (mark, updates): (Mark, Vec<Bytes>)) -> Option<Folded> {
        match self.try_fold(&project, (mark, updates)).await {
            Ok(folded) => {
                self.metrics.folds.fetch_add(1, Relaxed);
                Some(folded)
            }
            Err(error) => {
                tracing::warn!(%project, %error, "folding a log");
                None
            }
        }
    }

    async fn try_fold(
        &self,
        project: &ProjectId,
        (mark, updates): (Mark, Vec<Bytes>),
    ) -> Result<Folded, FoldError> {
        let turn = self.workers.turn(Kind::Fold).await;
        let Done { bytes, min_writer } = turn.run(project, (mark.seq, updates.clone())).await?;
        let folded = bytes.clone();
        // the worker has read it back already; that it did so is not believed
        if !tokio::task::spawn_blocking(move || same(&updates, &folded)).await.unwrap_or(false) {
            return Err(FoldError::Different);
        }
        let snapshot = Snapshot { mark, bytes };
        self.storage.fold(project, snapshot.clone()).await?;
        Ok(Folded { snapshot, min_writer })
    }
}

/// Whether a snapshot and a log hold the same elements and deletions: each has nothing new for the other.
fn same(updates: &[Bytes], folded: &[u8]) -> bool {
    let (mut log, mut snapshot) = (Committed::default(), Committed::default());
    let loaded = updates.iter().all(|update| log.extend(update).is_ok()) && snapshot.extend(folded).is_ok();
    let nothing =
        |committed: &mut Committed, update: &[u8]| matches!(committed.admit(update), Ok(Admitted::Nothing));
    loaded && nothing(&mut log, folded) && updates.iter().all(|update| nothing(&mut snapshot, update))
}
