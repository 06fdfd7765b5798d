//! Which contributions were kept, by whom, under which number; what they say stands in the log alone.

use rusqlite::{Connection, Row, params};

use super::{Storage, StorageError};
use crate::id::ProjectId;

/// One contribution that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its id in the document.
    pub id: String,
    /// Its number in the project, from 1.
    pub number: u32,
    /// Who sent it, as a keyed hash of this project.
    pub author: String,
    /// The hash of what was sent.
    pub digest: [u8; 32],
}

impl Storage {
    /// All that were kept in a project, the first one first.
    pub async fn contributions(&self, project: &ProjectId) -> Result<Vec<Kept>, StorageError> {
        let id = project.to_string();
        self.read(move |connection| {
            let query =
                "select id, number, author, digest from contribution where project = ? order by number";
            connection.prepare_cached(query)?.query_map([id], kept)?.collect()
        })
        .await
    }
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let digest: Vec<u8> = row.get(3)?;
    // a hash of another length can only be damage, and then is that of nothing
    let digest = digest.try_into().unwrap_or_default();
    Ok(Kept { id: row.get(0)?, number: row.get(1)?, author: row.get(2)?, digest })
}

pub(super) fn insert(connection: &Connection, project: &ProjectId, all: &[Kept]) -> rusqlite::Result<()> {
    let insert = "insert into contribution (project, id, number, author, digest) values (?, ?, ?, ?, ?)";
    let mut statement = connection.prepare_cached(insert)?;
    for Kept { id, number, author, digest } in all {
        statement.execute(params![project.as_str(), id, number, author, digest])?;
    }
    Ok(())
}
