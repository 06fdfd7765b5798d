//! Writing into texts that several people may type in at once (rule D9).

use model::{TextChange, TextField};
use yrs::{GetString, Text};

use super::Pen;
use crate::text;

impl Pen<'_, '_> {
    /// Changes a text, within what is there and never inside a character; nothing where there is no such text.
    pub(super) fn text(&mut self, field: &TextField, change: &TextChange) {
        let Some(target) = self.reading().text_ref(field) else { return };
        let span = text::within(&target.get_string(self.transaction), change);
        if span.end > span.start {
            target.remove_range(self.transaction, span.start, span.end - span.start);
        }
        target.insert(self.transaction, span.start, &change.insert);
    }
}
