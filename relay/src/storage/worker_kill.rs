//! How often a project's log has ended workers, so that it is left alone until something new is written.

use rusqlite::{OptionalExtension, params};

use super::{Storage, StorageError, log};
use crate::id::ProjectId;

impl Storage {
    /// How often that kind of job has failed on the log up to this place.
    pub async fn worker_kills(
        &self,
        project: &ProjectId,
        (kind, seq): (&'static str, u64),
    ) -> Result<u32, StorageError> {
        let id = project.to_string();
        self.read(move |connection| {
            let query = "select kills from worker_kill where project = ? and kind = ? and seq = ?";
            let kills = connection.query_row(query, params![id, kind, log::signed(seq)], |row| row.get(0));
            Ok(kills.optional()?.unwrap_or(0))
        })
        .await
    }

    /// Counts one more; returns how many there were at this place. A project that is gone has none.
    pub async fn count_worker_kill(
        &self,
        project: &ProjectId,
        (kind, seq): (&'static str, u64),
    ) -> Result<u32, StorageError> {
        let id = project.to_string();
        self.write(move |connection| {
            let count = "insert into worker_kill (project, kind, seq, kills)
                         select id, ?2, ?3, 1 from project where id = ?1
                         on conflict (project, kind) do update set seq = excluded.seq,
                         kills = case when seq = excluded.seq then kills + 1 else 1 end
                         returning kills";
            let kills = connection.query_row(count, params![id, kind, log::signed(seq)], |row| row.get(0));
            Ok(kills.optional()?.unwrap_or(0))
        })
        .await
    }

    /// A job of that kind has gone through.
    pub async fn forget_worker_kills(
        &self,
        project: &ProjectId,
        kind: &'static str,
    ) -> Result<(), StorageError> {
        let id = project.to_string();
        self.write(move |connection| {
            let forget = "delete from worker_kill where project = ? and kind = ?";
            connection.execute(forget, params![id, kind]).map(drop)
        })
        .await
    }
}
