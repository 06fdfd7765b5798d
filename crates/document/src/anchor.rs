//! Places that stay with the text around them while others write, so that a caret is kept (rule D9).

use serde_json::Value;
use yrs::{Assoc, IndexedSequence, ReadTxn, StickyIndex, TextRef};

/// A place in a text: right after the character that stood before it, wherever that goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor(StickyIndex);

impl Anchor {
    /// Holds on to a place in a text, in UTF-16 units; none beyond its end.
    pub(crate) fn at<T: ReadTxn>(transaction: &T, text: &TextRef, at_utf16: u32) -> Option<Self> {
        text.sticky_index(transaction, at_utf16, Assoc::Before).map(Self)
    }

    /// Where the place now is, in UTF-16 units.
    pub(crate) fn place<T: ReadTxn>(&self, transaction: &T) -> Option<u32> {
        self.0.get_offset(transaction).map(|offset| offset.index)
    }

    /// As text, in the form that Yjs programs use for relative positions.
    pub fn to_json(&self) -> String {
        self.to_value().to_string()
    }

    /// Reads what `to_json` or a Yjs program wrote; none where it is something else.
    pub fn from_json(json: &str) -> Option<Self> {
        Self::from_value(&serde_json::from_str(json).ok()?)
    }

    pub(crate) fn to_value(&self) -> Value {
        serde_json::to_value(&self.0).expect("ids and names are always JSON")
    }

    pub(crate) fn from_value(value: &Value) -> Option<Self> {
        serde_json::from_value(value.clone()).ok().map(Self)
    }
}
