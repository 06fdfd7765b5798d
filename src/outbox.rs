//! What this device keeps of a project in IndexedDB: the last known document, and edits the relay does not have yet.

/// Forgets everything about a project.
pub async fn forget(_project: &str) {}

/// Forgets the copies of all documents, save edits that the relay does not have yet.
pub async fn forget_copies() {}
