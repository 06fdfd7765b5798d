//! A project's log: entries in order, a snapshot in place of its beginning, and what proves that both are whole.

use bytes::Bytes;
use document::protocol::Mark;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Storage, StorageError, contribution, contribution::Kept};
use crate::{clock, id::ProjectId};

/// One update in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the log.
    pub mark: Mark,
    /// The update, v1.
    pub bytes: Bytes,
}

/// The log up to and including a place, as one update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The place.
    pub mark: Mark,
    /// The update, v1.
    pub bytes: Bytes,
}

/// What does not check out. The project is served from what lies before it, and not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// The snapshot at this place, and some of what it was made of.
    Snapshot(u64),
    /// The entry at this place; the log ends before it.
    Entry(u64),
}

/// A project's log as it was read and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// The project's epoch.
    pub epoch: u64,
    /// The log's beginning, once it was folded.
    pub snapshot: Option<Snapshot>,
    /// What came after it, in order.
    pub tail: Vec<Entry>,
    /// The first thing found that does not check out.
    pub damage: Option<Damage>,
    /// A snapshot that does not check out either, though nothing is lost with it: all that it was made of is here. The
    /// next fold puts another one in its place.
    pub unsound: Option<u64>,
}

impl Entry {
    /// The entry that follows a place.
    pub fn after(head: Mark, bytes: Bytes) -> Entry {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&head.mark).update(&bytes);
        Entry { mark: Mark { seq: head.seq + 1, mark: first8(&hasher) }, bytes }
    }
}

impl Log {
    /// The place of the last entry.
    pub fn head(&self) -> Mark {
        let last = self.tail.last().map(|entry| entry.mark);
        last.or(self.snapshot.as_ref().map(|snapshot| snapshot.mark)).unwrap_or(beginning(self.epoch))
    }

    /// All updates, oldest first.
    pub fn updates(&self) -> Vec<Bytes> {
        let snapshot = self.snapshot.iter().map(|snapshot| snapshot.bytes.clone());
        snapshot.chain(self.tail.iter().map(|entry| entry.bytes.clone())).collect()
    }
}

impl Storage {
    /// Appends entries, all or none. The first has to follow what is the last here, by number and by mark: a place
    /// that is free may also be one that a fold has cleared.
    pub async fn append(&self, project: &ProjectId, entries: Vec<Entry>) -> Result<(), StorageError> {
        self.append_with(project, (entries, Vec::new())).await
    }

    /// Appends entries and says which contributions are in them; all or none.
    pub async fn append_with(
        &self,
        project: &ProjectId,
        (entries, contributions): (Vec<Entry>, Vec<Kept>),
    ) -> Result<(), StorageError> {
        let project = project.clone();
        let step = move |connection: &Connection| {
            let follows = follows(connection, &project, &entries)?;
            if follows {
                insert(connection, &project, &entries)?;
                contribution::insert(connection, &project, &contributions)?;
            }
            Ok(follows)
        };
        if self.write(step).await? { Ok(()) } else { Err(StorageError::Moved) }
    }

    /// The place of the last entry; `None` if there is no such project.
    pub async fn head(&self, project: &ProjectId) -> Result<Option<Mark>, StorageError> {
        let project = project.clone();
        self.read(move |connection| head(connection, &project)).await
    }

    /// The whole log, checked; `None` if there is no such project.
    pub async fn log(&self, project: &ProjectId) -> Result<Option<Log>, StorageError> {
        let project = project.clone();
        self.read(move |connection| {
            // one transaction, so that a fold between two queries is not seen in half
            let transaction = connection.unchecked_transaction()?;
            read(&transaction, &project)
        })
        .await
    }

    /// Puts a snapshot in place of the log's beginning. Entries up to the one before it, and the snapshot before,
    /// stay until the next fold: what one of them says can then still be told when the newest is damaged. One of a
    /// place that the log does not hold is refused.
    pub async fn fold(&self, project: &ProjectId, snapshot: Snapshot) -> Result<(), StorageError> {
        let project = project.clone();
        let step = move |connection: &Connection| {
            let held = holds(connection, &project, snapshot.mark)?;
            if held {
                put_snapshot(connection, &project, &snapshot)?;
            }
            Ok(held)
        };
        if self.write(step).await? { Ok(()) } else { Err(StorageError::Moved) }
    }
}

/// The place before the first entry. Its mark comes from the epoch, so that two logs of one name never agree.
pub fn beginning(epoch: u64) -> Mark {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&epoch.to_le_bytes());
    Mark { seq: 0, mark: first8(&hasher) }
}

pub(super) fn insert(
    connection: &Connection,
    project: &ProjectId,
    entries: &[Entry],
) -> rusqlite::Result<()> {
    let insert = "insert into entry (project, seq, mark, bytes, checksum, at) values (?, ?, ?, ?, ?, ?)";
    let mut statement = connection.prepare_cached(insert)?;
    let at = clock::now();
    for entry in entries {
        let sum = checksum(project, entry.mark, &entry.bytes);
        let seq = signed(entry.mark.seq);
        statement.execute(params![project.as_str(), seq, entry.mark.mark, &entry.bytes[..], sum, at])?;
    }
    Ok(())
}

fn holds(connection: &Connection, project: &ProjectId, place: Mark) -> rusqlite::Result<bool> {
    let query = "select exists (select 1 from entry where project = ? and seq = ? and mark = ?)";
    let mut statement = connection.prepare_cached(query)?;
    statement.query_row(params![project.as_str(), signed(place.seq), place.mark], |row| row.get(0))
}

fn put_snapshot(connection: &Connection, project: &ProjectId, snapshot: &Snapshot) -> rusqlite::Result<()> {
    let id = project.as_str();
    let at = signed(snapshot.mark.seq);
    // one that does not check out is no second copy of anything
    let (older, _) = newest_sound_snapshot(connection, project)?;
    let kept = older.map_or(0, |older| signed(older.mark.seq));
    let insert =
        "insert or replace into snapshot (project, seq, mark, bytes, checksum, at) values (?, ?, ?, ?, ?, ?)";
    let sum = checksum(project, snapshot.mark, &snapshot.bytes);
    let row = params![id, at, snapshot.mark.mark, &snapshot.bytes[..], sum, clock::now()];
    connection.execute(insert, row)?;
    let others = "delete from snapshot where project = ? and seq not in (?, ?)";
    connection.execute(others, params![id, at, kept])?;
    connection.execute("delete from entry where project = ? and seq <= ?", params![id, kept])?;
    Ok(())
}

/// SQLite keeps signed numbers; ours never reach the sign.
pub(super) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The way back; a negative number can only be damage, and then names nothing.
pub(super) fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

fn follows(connection: &Connection, project: &ProjectId, entries: &[Entry]) -> rusqlite::Result<bool> {
    let Some(first) = entries.first() else { return Ok(true) };
    let head = head(connection, project)?;
    Ok(head.is_some_and(|head| *first == Entry::after(head, first.bytes.clone())))
}

/// The place of the last entry as it is stored, looked at no further; nothing without such a project.
fn head(connection: &Connection, project: &ProjectId) -> rusqlite::Result<Option<Mark>> {
    // an entry before a snapshot of the same place: that is damaged alone
    let last = "select seq, mark from (
                    select * from (select seq, mark, 1 as rank from entry where project = ?1 order by seq desc limit 1)
                    union all
                    select * from (select seq, mark, 0 from snapshot where project = ?1 order by seq desc limit 1)
                ) order by seq desc, rank desc limit 1";
    let mark = |row: &Row<'_>| {
        let stored: Vec<u8> = row.get(1)?;
        Ok(Mark { seq: unsigned(row.get(0)?), mark: stored.try_into().unwrap_or_default() })
    };
    let last = connection.prepare_cached(last)?.query_row([project.as_str()], mark).optional()?;
    Ok(if last.is_some() { last } else { epoch(connection, project)?.map(beginning) })
}

fn epoch(connection: &Connection, project: &ProjectId) -> rusqlite::Result<Option<u64>> {
    let mut epoch = connection.prepare_cached("select epoch from project where id = ?")?;
    Ok(epoch.query_row([project.as_str()], |row| row.get(0)).optional()?.map(unsigned))
}

fn read(connection: &Connection, project: &ProjectId) -> rusqlite::Result<Option<Log>> {
    let Some(epoch) = epoch(connection, project)? else { return Ok(None) };
    let (snapshot, unsound) = newest_sound_snapshot(connection, project)?;
    let mut log = Log { epoch, snapshot, tail: Vec::new(), damage: None, unsound };
    let query = "select seq, mark, bytes, checksum from entry where project = ? and seq > ? order by seq";
    let mut statement = connection.prepare_cached(query)?;
    let mut rows = statement.query(params![project.as_str(), signed(log.head().seq)])?;
    while let Some(row) = rows.next()? {
        let (entry, sound) = checked(row, project)?;
        if !sound || entry != Entry::after(log.head(), entry.bytes.clone()) {
            log.damage = Some(Damage::Entry(entry.mark.seq));
            break;
        }
        log.tail.push(entry);
    }
    if let Some(seq) = log.unsound.filter(|seq| *seq > log.head().seq) {
        log.damage = Some(Damage::Snapshot(seq));
    }
    Ok(Some(log))
}

/// The newest snapshot that checks out, and the place of a newer one that does not.
fn newest_sound_snapshot(
    connection: &Connection,
    project: &ProjectId,
) -> rusqlite::Result<(Option<Snapshot>, Option<u64>)> {
    let query = "select seq, mark, bytes, checksum from snapshot where project = ? order by seq desc";
    let mut statement = connection.prepare_cached(query)?;
    let mut rows = statement.query([project.as_str()])?;
    let mut unsound = None;
    while let Some(row) = rows.next()? {
        let (Entry { mark, bytes }, sound) = checked(row, project)?;
        if sound {
            return Ok((Some(Snapshot { mark, bytes }), unsound));
        }
        unsound = unsound.or(Some(mark.seq));
    }
    Ok((None, unsound))
}

fn checked(row: &Row<'_>, project: &ProjectId) -> rusqlite::Result<(Entry, bool)> {
    let seq = unsigned(row.get(0)?);
    let stored: Vec<u8> = row.get(1)?;
    let mark: Option<[u8; 8]> = stored.try_into().ok();
    let bytes: Vec<u8> = row.get(2)?;
    let sum: Vec<u8> = row.get(3)?;
    let place = Mark { seq, mark: mark.unwrap_or_default() };
    let sound = mark.is_some() && sum == checksum(project, place, &bytes);
    Ok((Entry { mark: place, bytes: bytes.into() }, sound))
}

fn checksum(project: &ProjectId, mark: Mark, bytes: &[u8]) -> [u8; 8] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(project.as_str().as_bytes()).update(&mark.seq.to_le_bytes());
    hasher.update(&mark.mark).update(bytes);
    first8(&hasher)
}

fn first8(hasher: &blake3::Hasher) -> [u8; 8] {
    let mut bytes = [0; 8];
    hasher.finalize_xof().fill(&mut bytes);
    bytes
}
