//! What a worker has found in a project, kept for what must not wait for one.

use rusqlite::{Connection, OptionalExtension, params};

use super::{Storage, StorageError, log};
use crate::id::ProjectId;

impl Storage {
    /// The lowest schema that may write the project's document, as far as it was read; the first, if it never was.
    pub async fn min_writer(&self, project: &ProjectId) -> Result<u32, StorageError> {
        let id = project.to_string();
        self.read(move |connection| Ok(min_writer(connection, &id)?.unwrap_or(FIRST))).await
    }

    /// Keeps what was found up to that place of the log, unless something later was found or nothing is new.
    pub async fn keep_min_writer(
        &self,
        project: &ProjectId,
        (seq, found): (u64, u32),
    ) -> Result<(), StorageError> {
        if self.min_writer(project).await? == found {
            return Ok(());
        }
        let id = project.to_string();
        self.write(move |connection| {
            let keep = "insert into fact (project, seq, min_writer) select id, ?2, ?3 from project where id = ?1
                        on conflict (project) do update set seq = excluded.seq, min_writer = excluded.min_writer
                        where excluded.seq >= seq";
            connection.execute(keep, params![id, log::signed(seq), found]).map(drop)
        })
        .await
    }
}

/// The schema that every build may write.
const FIRST: u32 = 1;

fn min_writer(connection: &Connection, id: &str) -> rusqlite::Result<Option<u32>> {
    let mut query = connection.prepare_cached("select min_writer from fact where project = ?")?;
    query.query_row([id], |row| row.get(0)).optional()
}
