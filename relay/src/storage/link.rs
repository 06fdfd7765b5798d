//! Link rows: which keys open a project, as what, until when. The keys themselves are nowhere.

use model::Role;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Storage, StorageError};
use crate::{
    access::KeyHash,
    clock::{self, Millis},
    id::{LinkId, ProjectId},
};

/// What a link is for: the four roles, and the embed page, which reads less than a viewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// Opens the app with every right.
    Owner,
    /// Opens the app to edit.
    Editor,
    /// Opens the page that sends ideas.
    Contributor,
    /// Opens the page that shows everything.
    Viewer,
    /// Opens the picture, without names or comments.
    Embed,
}

struct KindRow {
    kind: LinkKind,
    name: &'static str,
    role: Option<Role>,
}

const KINDS: [KindRow; 5] = [
    KindRow { kind: LinkKind::Owner, name: "owner", role: Some(Role::Owner) },
    KindRow { kind: LinkKind::Editor, name: "editor", role: Some(Role::Editor) },
    KindRow { kind: LinkKind::Contributor, name: "contributor", role: Some(Role::Contributor) },
    KindRow { kind: LinkKind::Viewer, name: "viewer", role: Some(Role::Viewer) },
    KindRow { kind: LinkKind::Embed, name: "embed", role: None },
];

impl LinkKind {
    /// Every kind, the one with the most rights first.
    pub fn all() -> impl Iterator<Item = LinkKind> {
        KINDS.iter().map(|row| row.kind)
    }

    /// Its name in the API and in storage.
    pub fn as_str(self) -> &'static str {
        self.row().name
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<LinkKind> {
        KINDS.iter().find(|row| row.name == name).map(|row| row.kind)
    }

    /// The role it gives in the project itself; an embed link gives none.
    pub fn role(self) -> Option<Role> {
        self.row().role
    }

    fn row(self) -> &'static KindRow {
        KINDS.iter().find(|row| row.kind == self).expect("every kind has its row in the table")
    }
}

/// A link that is to be made.
#[derive(Debug)]
pub struct NewLink {
    /// Its id.
    pub id: LinkId,
    /// What it is for.
    pub kind: LinkKind,
    /// What its maker calls it.
    pub label: String,
    /// The hash of its key.
    pub key_hash: KeyHash,
    /// When it ends by itself.
    pub expires_at: Option<Millis>,
}

/// A link row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its id.
    pub id: LinkId,
    /// What it is for.
    pub kind: LinkKind,
    /// What its maker calls it.
    pub label: String,
    /// When it was made.
    pub created_at: Millis,
    /// When it ends by itself.
    pub expires_at: Option<Millis>,
    /// When it was ended.
    pub revoked_at: Option<Millis>,
}

impl NewLink {
    pub(super) fn insert(&self, connection: &Connection, project: &ProjectId) -> rusqlite::Result<()> {
        let insert = "insert into link (id, project, kind, label, key_hash, created_at, expires_at)
                      values (?, ?, ?, ?, ?, ?, ?)";
        let (id, kind) = (self.id.as_str(), self.kind.as_str());
        let row =
            params![id, project.as_str(), kind, self.label, self.key_hash.0, clock::now(), self.expires_at];
        connection.execute(insert, row).map(drop)
    }
}

impl Storage {
    /// Whether any key was ever given out. Blocks; for the start.
    pub fn has_links(&self) -> Result<bool, StorageError> {
        let query = "select exists (select 1 from link)";
        self.readers.with(|connection| connection.query_row(query, [], |row| row.get(0)))
    }

    /// The project's links, the oldest first, ended ones included.
    pub async fn links(&self, project: &ProjectId) -> Result<Vec<Link>, StorageError> {
        let id = project.to_string();
        self.read(move |connection| {
            let query = "select id, kind, label, created_at, expires_at, revoked_at from link
                         where project = ? order by created_at, rowid";
            let mut statement = connection.prepare_cached(query)?;
            statement.query_map([id], link)?.collect()
        })
        .await
    }

    /// The link with that key, with the hash as it is stored, for a comparison that takes the same time always.
    pub async fn link_by_key(
        &self,
        project: &ProjectId,
        hash: KeyHash,
    ) -> Result<Option<(Link, KeyHash)>, StorageError> {
        let id = project.to_string();
        self.read(move |connection| {
            let query = "select id, kind, label, created_at, expires_at, revoked_at, key_hash from link
                         where key_hash = ? and project = ?";
            let mut statement = connection.prepare_cached(query)?;
            let found = |row: &Row<'_>| Ok((link(row)?, KeyHash(row.get(6)?)));
            statement.query_row(params![hash.0, id], found).optional()
        })
        .await
    }

    /// The project and the link that a key opens wherever it is, with the hash as it is stored.
    pub async fn link_anywhere(
        &self,
        hash: KeyHash,
    ) -> Result<Option<(ProjectId, Link, KeyHash)>, StorageError> {
        self.read(move |connection| {
            let query =
                "select id, kind, label, created_at, expires_at, revoked_at, key_hash, project from link
                         where key_hash = ?";
            let mut statement = connection.prepare_cached(query)?;
            let found = |row: &Row<'_>| Ok((project(row)?, link(row)?, KeyHash(row.get(6)?)));
            statement.query_row(params![hash.0], found).optional()
        })
        .await
    }

    /// Adds a link.
    pub async fn add_link(&self, project: &ProjectId, link: NewLink) -> Result<(), StorageError> {
        let project = project.clone();
        self.write(move |connection| link.insert(connection, &project)).await
    }

    /// Writes what may change of a link: kind, label, expiry, revocation. Refuses what would leave the project
    /// without an owner; then, or when there is no such link, says `false`.
    pub async fn change_link(&self, project: &ProjectId, link: Link) -> Result<bool, StorageError> {
        let id = project.to_string();
        self.write(move |connection| {
            let update = "update link set kind = ?, label = ?, expires_at = ?, revoked_at = ?
                          where id = ? and project = ? and (?1 = 'owner' and ?3 is null and ?4 is null or exists (
                              select 1 from link other where other.project = ?6 and other.id <> ?5
                              and other.kind = 'owner' and other.revoked_at is null and other.expires_at is null))";
            let (kind, link_id) = (link.kind.as_str(), link.id.as_str());
            let row = params![kind, link.label, link.expires_at, link.revoked_at, link_id, id];
            Ok(connection.execute(update, row)? > 0)
        })
        .await
    }
}

fn project(row: &Row<'_>) -> rusqlite::Result<ProjectId> {
    ProjectId::parse(&row.get::<_, String>(7)?).ok_or_else(|| unreadable(7))
}

fn unreadable(column: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(column, "link".into(), rusqlite::types::Type::Text)
}

fn link(row: &Row<'_>) -> rusqlite::Result<Link> {
    let text = |column: usize| row.get::<_, String>(column);
    Ok(Link {
        id: LinkId::parse(&text(0)?).ok_or_else(|| unreadable(0))?,
        kind: LinkKind::parse(&text(1)?).ok_or_else(|| unreadable(1))?,
        label: text(2)?,
        created_at: row.get(3)?,
        expires_at: row.get(4)?,
        revoked_at: row.get(5)?,
    })
}
