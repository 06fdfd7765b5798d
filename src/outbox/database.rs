//! The one database of this app, made at its first opening.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams};

use super::{KNOWN, OutboxError, PLACES, UNSENT};

const NAME: &str = "tributary";
/// Grows when a store is added; what is there is never changed.
const VERSION: u32 = 1;

/// Opens it. A newer version of this app, in another tab, may take it over at any time.
pub(super) async fn open() -> Result<Database, OutboxError> {
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        // a store that cannot be made shows itself by the first transaction that fails
        if let Ok(database) = event.database() {
            for store in [KNOWN, UNSENT, PLACES] {
                database.create_object_store(store, ObjectStoreParams::new()).ok();
            }
        }
    });
    let mut database = request.await?;
    database.on_version_change(|event| {
        if let Ok(database) = event.database() {
            database.close();
        }
    });
    Ok(database)
}
