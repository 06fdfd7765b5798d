//! Scalars as they are written: what is empty or not said is not there.

use std::collections::HashMap;

use model::diagram::Deleted;
use yrs::{Any, Number};

use crate::schema::field;

/// A text.
pub(crate) fn word(text: &str) -> Option<Any> {
    (!text.is_empty()).then(|| Any::from(text))
}

/// A finite number.
pub(crate) fn number(number: Option<f64>) -> Option<Any> {
    // Whole numbers are kept as such, as Yjs does: they take a byte or two.
    number.filter(|number| number.is_finite()).map(|number| Any::Number(Number::try_i64(number)))
}

/// Something that is said to be so.
pub(crate) fn flag(said: bool) -> Option<Any> {
    said.then_some(Any::Bool(true))
}

/// A small map of what is said.
pub(crate) fn record<const LENGTH: usize>(fields: [(&str, Option<Any>); LENGTH]) -> Any {
    let said = fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Any::from(said.collect::<HashMap<String, Any>>())
}

/// Who deleted something, and when.
pub(crate) fn deleted(deleted: &Deleted) -> Any {
    record([(field::BY, word(&deleted.by)), (field::AT, number(Some(deleted.at)))])
}
