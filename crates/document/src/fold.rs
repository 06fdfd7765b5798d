//! Folding: many updates become one that says the same and holds no more than it must. For the worker, which may be killed.

use model::Project;
use yrs::{Doc, ReadTxn, StateVector, Transact};

use crate::{
    read::Reading,
    replica::{UpdateError, decode},
    roots::{self, Roots},
};

/// Why updates could not be folded. Nothing is lost: they stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FoldError {
    /// One of them was refused; counted from 0.
    #[error("update {0}: {1}")]
    Update(usize, UpdateError),
    /// Something they build on is missing.
    #[error("something that these updates build on is missing")]
    Incomplete,
    /// What was written did not read back as it was.
    #[error("read back, {0} differs")]
    Different(&'static str),
}

/// Loads all updates (v1) in order, writes them as one, reads that back, and compares state vector, deleted ranges and
/// project before it hands it out.
pub fn fold<'a>(updates: impl Iterator<Item = &'a [u8]>) -> Result<Vec<u8>, FoldError> {
    let doc = loaded(updates)?;
    // Unlike a diff, this would hold what is pending, too; but there is nothing.
    let folded = doc.transact().encode_state_as_update_v1(&StateVector::default());
    let again = loaded(std::iter::once(folded.as_slice()))?;
    if doc.transact().state_vector() != again.transact().state_vector() {
        return Err(FoldError::Different("the state vector"));
    }
    if doc.transact().snapshot() != again.transact().snapshot() {
        return Err(FoldError::Different("what is deleted"));
    }
    if project(&doc) != project(&again) {
        return Err(FoldError::Different("the project"));
    }
    Ok(folded)
}

/// A Doc with all updates, and nothing that waits for a missing part.
fn loaded<'a>(updates: impl Iterator<Item = &'a [u8]>) -> Result<Doc, FoldError> {
    // Nothing is ever written under this id.
    let doc = roots::doc(0);
    let mut transaction = doc.transact_mut_with("fold");
    for (place, bytes) in updates.enumerate() {
        let update = decode(bytes).map_err(|error| FoldError::Update(place, error))?;
        let unfit =
            |error: yrs::error::UpdateError| FoldError::Update(place, UpdateError::Unfit(error.to_string()));
        transaction.apply_update(update).map_err(unfit)?;
    }
    let incomplete = transaction.has_missing_updates();
    drop(transaction);
    if incomplete { Err(FoldError::Incomplete) } else { Ok(doc) }
}

fn project(doc: &Doc) -> Project {
    let roots = Roots::of(doc);
    let transaction = doc.transact();
    Reading { transaction: &transaction, roots: &roots }.project()
}
