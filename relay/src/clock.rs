//! The relay's wall clock, for what is written down and shown. Waiting is measured by tokio's clock instead.

use std::time::{SystemTime, UNIX_EPOCH};

/// Milliseconds since 1970. SQLite keeps it as a signed number, so it is one here too.
pub type Millis = i64;

/// Now.
pub fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Millis::try_from(since.as_millis()).unwrap_or(Millis::MAX)
}
