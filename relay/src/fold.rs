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

/// Whether a snapshot and a log hold the same elements and deletions: neither has anything new for the other, but that
/// the snapshot may say which of two values lost that were written to one key at once.
fn same(updates: &[Bytes], folded: &[u8]) -> bool {
    let (mut log, mut snapshot) = (Committed::default(), Committed::default());
    let loaded = updates.iter().all(|update| log.extend(update).is_ok()) && snapshot.extend(folded).is_ok();
    let nothing = |update: &Bytes| matches!(snapshot.consider(update), Ok(Admitted::Nothing));
    let settled = || log.settles(updates.iter().map(AsRef::as_ref), folded) == Ok(true);
    loaded && settled() && updates.iter().all(nothing)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use document::Document;
    use model::{Change, Edit, TextChange, TextField, charter::Milestone, id::EntryId};

    use super::*;

    fn milestone(text: &str) -> Edit {
        let (id, order) = (EntryId::parse("m").unwrap(), model::Order::between(None, None, 1));
        let (date, text) = ("2026-05-01".to_owned(), text.to_owned());
        Edit::one(Change::Milestone(Milestone { id, order, date, text }))
    }

    /// Ada and Ben write at once what `edits` say, and each gets what the other wrote.
    fn at_once(edits: [Edit; 2]) -> Vec<Bytes> {
        let first = document::create(&model::Project::default(), 9);
        let write = |(client, edit): (u64, Edit)| {
            let mut document = Document::new(client, Arc::new(|| 0));
            document.load(&first).unwrap();
            document.write(&edit).update.into()
        };
        std::iter::once(first.clone().into()).chain((1..).zip(edits).map(write)).collect()
    }

    #[test]
    fn r18_a_log_is_folded_after_two_people_set_one_field_at_once() {
        let updates = at_once([milestone("Ada"), milestone("Ben")]);
        let folded = document::fold(updates.iter().map(AsRef::as_ref)).unwrap();
        assert!(same(&updates, &folded));
    }

    #[test]
    fn r18_a_snapshot_that_lacks_or_deletes_anything_else_is_refused() {
        let typed = |insert: &str| {
            Edit::one(Change::Text(TextField::Title, TextChange { at: 0, delete: 0, insert: insert.into() }))
        };
        let updates = at_once([milestone("Ada"), typed("Waits")]);
        let folded = document::fold(updates.iter().map(AsRef::as_ref)).unwrap();
        assert!(same(&updates, &folded));
        let fewer = document::fold(updates[..2].iter().map(AsRef::as_ref)).unwrap();
        assert!(!same(&updates, &fewer), "a snapshot without the last update");
        let cut = TextChange { at: 0, delete: 2, insert: String::new() };
        for edit in [
            Edit::one(Change::Text(TextField::Title, cut)),
            Edit::one(Change::RemoveEntry(
                model::edit::CharterList::Milestones,
                EntryId::parse("m").unwrap(),
            )),
        ] {
            let mut document = Document::new(7, Arc::new(|| 0));
            updates.iter().for_each(|update| drop(document.merge(update).unwrap()));
            document.write(&edit);
            assert!(!same(&updates, &document.snapshot()), "{edit:?}");
        }
    }
}
