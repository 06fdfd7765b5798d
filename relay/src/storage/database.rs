//! The SQLite file: one writer thread that commits whatever waits in one go, and connections for reading.

use std::{
    io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError, mpsc},
    thread::JoinHandle,
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use tokio::sync::oneshot;

use super::StorageError;

/// All schema versions, oldest first. A released one is never changed.
const MIGRATIONS: [&str; 4] = [
    include_str!("../../migrations/0001_project_link_entry_snapshot.sql"),
    include_str!("../../migrations/0002_worker_kill.sql"),
    include_str!("../../migrations/0003_fact.sql"),
    include_str!("../../migrations/0004_contribution.sql"),
];

/// Steps in one commit: enough that the disk and not this number is the limit.
const BATCH: usize = 1_024;

/// Somebody else (a backup, an operator's shell) may hold the file for a moment.
const BUSY: Duration = Duration::from_secs(2);

/// Read connections kept open; more are opened under load and closed again.
const KEPT: usize = 8;

/// The connection that writes, once the file is of this version.
pub(super) fn open(path: &Path) -> Result<Connection, StorageError> {
    let mut connection = connect(path)?;
    migrate(&mut connection)?;
    Ok(connection)
}

/// A connection with the settings that durability rests on.
fn connect(path: &Path) -> Result<Connection, StorageError> {
    set_up(Connection::open(path)?)
}

fn set_up(connection: Connection) -> Result<Connection, StorageError> {
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "journal_mode", "wal")?;
    // an Ack promises that power may fail now, so every commit waits for the disk
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// A connection that reads. Never makes the file: one that is gone is not replaced by one that is empty.
fn connect_reader(path: &Path) -> Result<Connection, StorageError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    set_up(Connection::open_with_flags(path, flags)?)
}

/// Which file it is that lies at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Identity {
    path: PathBuf,
    device: u64,
    inode: u64,
}

impl Identity {
    pub(super) fn of(path: &Path) -> io::Result<Identity> {
        let found = std::fs::metadata(path)?;
        Ok(Identity { path: path.to_owned(), device: found.dev(), inode: found.ino() })
    }

    /// Whether it still lies there: what is written to a file without an address is lost with this process.
    fn holds(&self) -> bool {
        Identity::of(&self.path).is_ok_and(|found| found == *self)
    }
}

/// Brings the file up to this version; refuses one that a newer version wrote.
fn migrate(connection: &mut Connection) -> Result<(), StorageError> {
    // a start that has nothing to bring up writes nothing: on a full disk what is kept can still be read
    if version(connection)? == MIGRATIONS.len() as u32 {
        return Ok(());
    }
    // immediate, so that two programs that start at once do not both migrate
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version = version(&transaction)?;
    let done = usize::try_from(version).unwrap_or(usize::MAX);
    if done > MIGRATIONS.len() {
        return Err(StorageError::Newer(version));
    }
    for migration in &MIGRATIONS[done..] {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "user_version", MIGRATIONS.len() as i64)?;
    Ok(transaction.commit()?)
}

fn version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Tells a caller how its step ended, once the commit is known.
type Finish = Box<dyn FnOnce(Result<(), StorageError>) + Send>;
/// Writes, or learns why it cannot; says whether what it wrote may stay.
type Step = Box<dyn FnOnce(Result<&Connection, StorageError>) -> (bool, Finish) + Send>;

/// The one thread that writes.
pub(super) struct Writer {
    steps: Option<mpsc::Sender<Step>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(mut connection: Connection, file: Identity) -> Writer {
        let (steps, waiting) = mpsc::channel::<Step>();
        let run = move || {
            while let Ok(first) = waiting.recv() {
                let batch = std::iter::once(first).chain(waiting.try_iter().take(BATCH - 1));
                if file.holds() {
                    commit(&mut connection, batch.collect());
                } else {
                    refuse(batch.collect(), StorageError::Gone);
                }
            }
        };
        Writer { steps: Some(steps), thread: Some(std::thread::spawn(run)) }
    }

    pub(super) async fn run<T: Send + 'static>(
        &self,
        step: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StorageError> {
        let (reply, answer) = oneshot::channel();
        let step: Step = Box::new(move |connection| {
            let result = connection.and_then(|connection| Ok(step(connection)?));
            let sound = result.is_ok();
            let finish: Finish = Box::new(move |committed| {
                // the caller may have stopped waiting: what it wanted is done or undone all the same
                reply.send(result.and_then(|value| committed.map(|()| value))).ok();
            });
            (sound, finish)
        });
        let steps = self.steps.as_ref().ok_or(StorageError::Closed)?;
        steps.send(step).map_err(|_| StorageError::Closed)?;
        answer.await.map_err(|_| StorageError::Closed)?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // the thread ends when nothing can reach it any more; what waits is still committed
        drop(self.steps.take());
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn commit(connection: &mut Connection, batch: Vec<Step>) {
    let transaction = match connection.transaction_with_behavior(TransactionBehavior::Immediate) {
        Ok(transaction) => transaction,
        Err(error) => return refuse(batch, error.into()),
    };
    let finishes: Vec<Finish> = batch.into_iter().map(|step| apart(&transaction, step)).collect();
    let committed = transaction.commit().map_err(StorageError::from);
    for finish in finishes {
        finish(committed.clone());
    }
}

/// Runs a step so that its failure undoes it and nothing else.
fn apart(transaction: &Transaction<'_>, step: Step) -> Finish {
    if let Err(error) = transaction.execute_batch("savepoint step") {
        return step(Err(error.into())).1;
    }
    let (sound, finish) = step(Ok(transaction));
    let end = if sound { "release step" } else { "rollback to step; release step" };
    match transaction.execute_batch(end) {
        Ok(()) => finish,
        Err(error) => {
            let error = StorageError::from(error);
            Box::new(move |_| finish(Err(error)))
        }
    }
}

fn refuse(batch: Vec<Step>, error: StorageError) {
    for step in batch {
        let (_, finish) = step(Err(error.clone()));
        finish(Err(error.clone()));
    }
}

/// Connections that only read, each lent to one query at a time.
pub(super) struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(super) fn new(path: PathBuf) -> Readers {
        Readers { path, idle: Mutex::default() }
    }

    /// Runs one query; blocks.
    pub(super) fn with<T>(
        &self,
        query: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StorageError> {
        let connection = match self.idle().pop() {
            Some(connection) => connection,
            None => connect_reader(&self.path)?,
        };
        let result = query(&connection);
        let mut idle = self.idle();
        if idle.len() < KEPT {
            idle.push(connection);
        }
        Ok(result?)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        // a query that panicked took its connection with it, so the list is sound
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
