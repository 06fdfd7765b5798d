//! Project rows: made together with their first update and their links, deleted with all that belongs to them.

use rusqlite::{OptionalExtension, params};

use super::{NewLink, Storage, StorageError, log, log::Entry};
use crate::{clock, id::ProjectId};

/// What a project begins with.
#[derive(Debug)]
pub struct NewProject {
    /// Its id.
    pub id: ProjectId,
    /// Its epoch.
    pub epoch: u64,
    /// The update that makes the document; none for a blank project.
    pub update: Option<Vec<u8>>,
    /// The links it is opened with.
    pub links: Vec<NewLink>,
}

/// What is kept of a project beside its log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectRow {
    /// Its epoch.
    pub epoch: u64,
}

impl Storage {
    /// Makes a project; all of it or nothing.
    pub async fn create_project(&self, project: NewProject) -> Result<(), StorageError> {
        self.write(move |connection| {
            let at = clock::now();
            let id = project.id.as_str();
            let insert = "insert into project (id, epoch, created_at) values (?, ?, ?)";
            connection.execute(insert, params![id, log::signed(project.epoch), at])?;
            if let Some(bytes) = project.update {
                let first = Entry::after(log::beginning(project.epoch), bytes.into());
                log::insert(connection, &project.id, &[first])?;
            }
            project.links.iter().try_for_each(|link| link.insert(connection, &project.id))
        })
        .await
    }

    /// Deletes a project, its log and its links. Says whether there was one.
    pub async fn delete_project(&self, project: &ProjectId) -> Result<bool, StorageError> {
        let id = project.to_string();
        self.write(move |connection| {
            Ok(connection.execute("delete from project where id = ?", params![id])? > 0)
        })
        .await
    }

    /// The project's row, if there is such a project.
    pub async fn project(&self, project: &ProjectId) -> Result<Option<ProjectRow>, StorageError> {
        let id = project.to_string();
        self.read(move |connection| {
            let query = "select epoch from project where id = ?";
            let row = connection
                .query_row(query, params![id], |row| Ok(ProjectRow { epoch: log::unsigned(row.get(0)?) }));
            row.optional()
        })
        .await
    }
}
