//! What this device keeps of projects in IndexedDB: the last known documents, and edits the relay does not have yet.
//!
//! Rows are only ever added and, once their content is elsewhere, removed: so two tabs never overwrite each other.

use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;

use futures_channel::oneshot;
use idb::{Database, Query, Transaction, TransactionMode};
use js_sys::Uint8Array;
use thiserror::Error;
use wasm_bindgen::JsValue;

use place::Kept;
use rows::Range;

pub(crate) use place::Place;
pub(crate) use rows::RowKey;

mod database;
mod place;
mod rows;

/// Updates as they came, merged at load, put together once they are many.
const KNOWN: &str = "known";
/// Updates that were written here and are not acknowledged.
const UNSENT: &str = "unsent";
/// Where in the relay's log the known document stands, a project.
const PLACES: &str = "places";

/// The epoch under which edits are kept until the relay has told it.
pub(crate) const UNKNOWN: u64 = 0;

/// Why this device keeps nothing.
#[derive(Debug, Error)]
pub(crate) enum OutboxError {
    /// The browser does not allow it, the disk is full, or it has failed.
    #[error("this device does not keep anything now: {0}")]
    Disk(#[from] idb::Error),
    /// The browser gave up a transaction without saying why.
    #[error("this device did not keep what it was given")]
    Aborted,
}

/// How a transaction ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    Committed,
    Aborted,
}

/// One project's rows of one epoch on this device.
pub(crate) struct Outbox {
    database: Database,
    project: String,
}

/// What was found on this device.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Where the known document stands.
    pub(crate) place: Place,
    /// The known document, in parts.
    pub(crate) known: Vec<(RowKey, Vec<u8>)>,
    /// Edits that are not acknowledged.
    pub(crate) unsent: Vec<(RowKey, Vec<u8>)>,
}

/// One change to what is kept. The number is the epoch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    /// Keeps an edit that has to be sent.
    Unsent(u64, RowKey, Vec<u8>),
    /// It was acknowledged.
    Sent(u64, RowKey),
    /// Keeps a part of the known document.
    Known(u64, RowKey, Vec<u8>),
    /// Its content is in another part now.
    Joined(u64, RowKey),
    /// The known document stands here now.
    Place(Place),
}

impl Outbox {
    /// Opens a project's rows.
    pub(crate) async fn open(project: &str) -> Result<Outbox, OutboxError> {
        Ok(Outbox { database: database::open().await?, project: project.to_owned() })
    }

    /// Reads everything that belongs to the project's epoch, as this device last knew it.
    pub(crate) async fn read(&self) -> Result<Found, OutboxError> {
        let transaction = self.database.transaction(&[PLACES, KNOWN, UNSENT], TransactionMode::ReadOnly)?;
        let places = transaction.object_store(PLACES)?;
        let key = JsValue::from_str(&self.project);
        let place = places.get(Query::Key(key))?.await?;
        let mut place: Place =
            place.and_then(|text| text.as_string()).map_or_else(Place::default, Kept::read);
        if place.epoch.is_none() {
            // the copy was forgotten, and edits were left that the relay does not have
            let epochs = rows::epochs(&transaction.object_store(UNSENT)?, &self.project).await?;
            place.epoch = epochs.into_iter().find(|epoch| *epoch != UNKNOWN);
        }
        let epoch = place.epoch.unwrap_or(UNKNOWN);
        let mut found = Found { place, ..Found::default() };
        found.known =
            rows::read(&transaction.object_store(KNOWN)?, Range::Epoch(&self.project, epoch)).await?;
        let unsent = transaction.object_store(UNSENT)?;
        found.unsent = rows::read(&unsent, Range::Epoch(&self.project, UNKNOWN)).await?;
        if epoch != UNKNOWN {
            found.unsent.extend(rows::read(&unsent, Range::Epoch(&self.project, epoch)).await?);
        }
        Ok(found)
    }

    /// Makes all changes or none. They are handed to the browser before this returns; the future tells when they
    /// are kept.
    pub(crate) fn write(&self, changes: &[Change]) -> impl Future<Output = Result<(), OutboxError>> + use<> {
        let begun = self.begin(changes);
        async move {
            // the transaction is held until it has told its end, since it tells an error before it aborts
            let (_transaction, committed) = begun?;
            match committed.await {
                Ok(Ended::Committed) => Ok(()),
                Ok(Ended::Aborted) | Err(_) => Err(OutboxError::Aborted),
            }
        }
    }

    fn begin(&self, changes: &[Change]) -> Result<(Transaction, oneshot::Receiver<Ended>), OutboxError> {
        let stores = [PLACES, KNOWN, UNSENT];
        let mut transaction = self.database.transaction(&stores, TransactionMode::ReadWrite)?;
        for change in changes {
            self.make(&transaction, change)?;
        }
        let (sender, receiver) = oneshot::channel();
        let sender = Rc::new(Cell::new(Some(sender)));
        let told = |ended: Ended| {
            let sender = sender.clone();
            move |_| {
                if let Some(sender) = sender.take() {
                    // nobody waits any more when the page is being left
                    sender.send(ended).ok();
                }
            }
        };
        transaction.on_complete(told(Ended::Committed));
        transaction.on_abort(told(Ended::Aborted));
        Ok((transaction, receiver))
    }

    fn make(&self, transaction: &Transaction, change: &Change) -> Result<(), OutboxError> {
        let put = |store: &str, epoch: &u64, key: &RowKey, update: &[u8]| {
            let key = key.to_value(&self.project, *epoch);
            let bytes = JsValue::from(Uint8Array::from(update));
            transaction.object_store(store)?.put(&bytes, Some(&key)).map(|_| ())
        };
        let delete = |store: &str, epoch: &u64, key: &RowKey| {
            let key = Query::Key(key.to_value(&self.project, *epoch));
            transaction.object_store(store)?.delete(key).map(|_| ())
        };
        match change {
            Change::Unsent(epoch, key, update) => put(UNSENT, epoch, key, update)?,
            Change::Sent(epoch, key) => {
                delete(UNSENT, epoch, key)?;
                // another tab may have written it before anybody knew the epoch
                delete(UNSENT, &UNKNOWN, key)?;
            }
            Change::Known(epoch, key, update) => put(KNOWN, epoch, key, update)?,
            Change::Joined(epoch, key) => delete(KNOWN, epoch, key)?,
            Change::Place(place) => {
                let (key, text) = (JsValue::from_str(&self.project), Kept::write(*place));
                transaction.object_store(PLACES)?.put(&JsValue::from_str(&text), Some(&key))?;
            }
        }
        Ok(())
    }
}

impl Drop for Outbox {
    fn drop(&mut self) {
        self.database.close();
    }
}

/// Forgets everything about a project, also edits that the relay does not have.
pub async fn forget(project: &str) {
    // what cannot be opened holds nothing that could be forgotten
    delete(&[KNOWN, UNSENT, PLACES], Range::Project(project)).await.ok();
}

/// Forgets the copies of all documents, save edits that the relay does not have yet.
pub async fn forget_copies() {
    // what cannot be opened holds nothing that could be forgotten
    delete(&[KNOWN, PLACES], Range::All).await.ok();
}

async fn delete(stores: &[&str], range: Range<'_>) -> Result<(), OutboxError> {
    let database = database::open().await?;
    let transaction = database.transaction(stores, TransactionMode::ReadWrite)?;
    for name in stores {
        let store = transaction.object_store(name)?;
        match (&range, *name) {
            (Range::All, _) => store.clear().map(|_| ())?,
            (Range::Project(project), PLACES) => {
                store.delete(Query::Key(JsValue::from_str(project))).map(|_| ())?;
            }
            (range, _) => store.delete(Query::KeyRange(range.to_keys()?)).map(|_| ())?,
        }
    }
    transaction.await?;
    database.close();
    Ok(())
}
