//! One run at a time where two would fight: a lock that ends with the program, however it ends.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use anyhow::{Context, Result};

use crate::say;

/// Held until dropped.
pub(crate) struct Lock {
    _file: File,
}

/// Waits for the lock file at `path`; says that it waits for `what`.
pub(crate) fn wait(path: &Path, what: &str) -> Result<Lock> {
    let folder = path.parent().context("a lock file lies in a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let file = File::create(path).with_context(|| format!("cannot make {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            say::line(&format!("another run {what}; waiting until it is done"));
            file.lock().context("waiting for the other run failed")?;
        }
        Err(TryLockError::Error(error)) => return Err(error).context("cannot lock"),
    }
    Ok(Lock { _file: file })
}
