//! The Doc that all of ours are made of, and its roots. The one place where a Doc is constructed.

use model::TextField;
use yrs::{ClientID, Doc, MapRef, OffsetKind, Options, TextRef};

use crate::schema::{ROOT_TEXTS, ROOTS, Root};

/// The highest client id: JavaScript must hold it exactly.
const HIGHEST_CLIENT_ID: u64 = (1 << 53) - 1;

/// Makes an empty Doc. Places in texts are counted as browsers count them, in UTF-16 units.
pub(crate) fn doc(client_id: u64) -> Doc {
    let client_id = ClientID::new(client_id & HIGHEST_CLIENT_ID);
    let options = Options::with_guid_and_client_id("project".into(), client_id);
    Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..options })
}

/// The roots of one Doc, each under its schema's type.
pub(crate) struct Roots {
    maps: [MapRef; ROOTS.len()],
    texts: [TextRef; ROOT_TEXTS.len()],
}

impl Roots {
    /// Takes hold of all roots; no transaction may be open.
    pub(crate) fn of(doc: &Doc) -> Self {
        Self {
            maps: ROOTS.map(|(_, name, _)| doc.get_or_insert_map(name)),
            texts: ROOT_TEXTS.map(|(_, name)| doc.get_or_insert_text(name)),
        }
    }

    /// A root Map.
    pub(crate) fn map(&self, root: Root) -> &MapRef {
        &self.maps[root as usize]
    }

    /// A root Text; none where the field lies in a nested Map.
    pub(crate) fn text(&self, field: &TextField) -> Option<&TextRef> {
        self.texts().find(|(of, _)| *of == field).map(|(_, text)| text)
    }

    /// All root Texts with their fields.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&'static TextField, &TextRef)> {
        ROOT_TEXTS.iter().map(|(field, _)| field).zip(&self.texts)
    }
}
