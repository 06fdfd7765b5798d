//! A data folder belongs to one relay at a time: a second one would acknowledge from its own copy of a log that the
//! first has moved on.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io,
    path::Path,
};

/// The file that is locked. It is never deleted: whoever waited for it would then hold another one.
const FILE: &str = "lock";

/// The right to serve from a data folder, until it is dropped or the process ends, however it ends.
#[derive(Debug)]
pub struct FolderLock {
    _file: File,
}

/// Why a folder is not to be had.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another relay serves from it.
    #[error(
        "another relay is serving from it: stop that one first, or give this one a folder of its own with --data"
    )]
    Taken,
    /// The system locks no file there.
    #[error("its file \"{FILE}\" cannot be locked: {0}")]
    Unavailable(#[from] io::Error),
}

impl FolderLock {
    /// Takes the folder, which is made if it is missing. Does not wait for another relay to end.
    pub fn take(folder: &Path) -> Result<FolderLock, LockError> {
        std::fs::create_dir_all(folder)?;
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(folder.join(FILE))?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(LockError::Taken),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}
