//! Rows and their keys: (project, epoch, client id, n), so that no two pages ever write the same one.

use idb::{KeyRange, ObjectStore, Query};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::OutboxError;

/// A row's key within its project and epoch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RowKey {
    /// The client id of the page that wrote it; fresh at each start, below 2^53.
    pub(crate) client: u64,
    /// Counted by that page.
    pub(crate) n: u32,
}

/// Some rows of a store.
pub(super) enum Range<'a> {
    /// All there are.
    All,
    /// Those of a project.
    Project(&'a str),
    /// Those of a project and an epoch.
    Epoch(&'a str, u64),
}

impl RowKey {
    pub(super) fn to_value(self, project: &str, epoch: u64) -> JsValue {
        let numbers = [self.client as f64, f64::from(self.n)];
        prefix(project, Some(epoch)).iter().chain(numbers.map(JsValue::from_f64)).collect::<Array>().into()
    }

    /// Reads a whole key; none if it is not one of ours.
    fn from_value(value: &JsValue) -> Option<RowKey> {
        let key = value.dyn_ref::<Array>()?;
        let (client, n) = (key.get(2).as_f64()?, key.get(3).as_f64()?);
        Some(RowKey { client: client as u64, n: n as u32 })
    }
}

impl Range<'_> {
    pub(super) fn to_keys(&self) -> Result<KeyRange, OutboxError> {
        let prefix = match self {
            Range::All => Array::new(),
            Range::Project(project) => prefix(project, None),
            Range::Epoch(project, epoch) => prefix(project, Some(*epoch)),
        };
        // in the order of IndexedDB every array comes after every text and number
        let beyond = prefix.concat(&Array::of1(&Array::new()));
        Ok(KeyRange::bound(&prefix, &beyond, None, None)?)
    }
}

/// The epochs of a project's rows, each as often as it has rows.
pub(super) async fn epochs(store: &ObjectStore, project: &str) -> Result<Vec<u64>, OutboxError> {
    let keys = Query::KeyRange(Range::Project(project).to_keys()?);
    let keys = store.get_all_keys(Some(keys), None)?.into_future().await?;
    let epoch = |key: &JsValue| key.dyn_ref::<Array>()?.get(1).as_string()?.parse().ok();
    Ok(keys.iter().filter_map(epoch).collect())
}

/// Reads rows in the order of their keys.
pub(super) async fn read(
    store: &ObjectStore,
    range: Range<'_>,
) -> Result<Vec<(RowKey, Vec<u8>)>, OutboxError> {
    // both are asked for before either is waited for, so that they see the same rows
    let keys = store.get_all_keys(Some(Query::KeyRange(range.to_keys()?)), None)?.into_future();
    let values = store.get_all(Some(Query::KeyRange(range.to_keys()?)), None)?.into_future();
    let (keys, values) = (keys.await?, values.await?);
    let rows = keys.iter().zip(values).filter_map(|(key, value)| {
        let bytes = value.dyn_into::<Uint8Array>().ok()?.to_vec();
        Some((RowKey::from_value(key)?, bytes))
    });
    Ok(rows.collect())
}

/// The beginning of a key. The epoch is text, because it has 64 bits and a number of JavaScript has 53.
fn prefix(project: &str, epoch: Option<u64>) -> Array {
    let parts = [Some(project.to_owned()), epoch.map(|epoch| epoch.to_string())];
    parts.into_iter().flatten().map(|part| JsValue::from_str(&part)).collect()
}
