//! Who is here, as y-protocols writes it: a list of (client id, clock, JSON state). The states are not looked into.

use super::wire::{Reader, put_buffer, put_varuint};
use super::{FrameError, client_id};

/// Entries in one buffer: a full project's participants, several times over.
pub const ENTRIES: u64 = 1_024;

const GONE: &str = "null";

/// What one participant says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The client id of its Doc, below 2^53.
    pub client_id: u64,
    /// Grows with every change; the higher one wins, and an equal one only if it says that they are gone.
    pub clock: u32,
    /// JSON text, not checked; `None` once the participant is gone.
    pub state: Option<String>,
}

/// Reads a buffer of at most `ENTRIES` entries; bytes after the last are an error.
pub fn decode(bytes: &[u8]) -> Result<Vec<Entry>, FrameError> {
    let mut reader = Reader::new(bytes);
    let count = reader.varuint()?;
    if count > ENTRIES {
        return Err(FrameError::TooMany);
    }
    // grown as entries come, never from the count: it is only a claim
    let mut entries = Vec::new();
    for _ in 0..count {
        entries.push(Entry::read(&mut reader)?);
    }
    match reader.left() {
        0 => Ok(entries),
        left => Err(FrameError::Trailing(left)),
    }
}

/// Writes the buffer of an awareness frame.
pub fn encode<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<u8> {
    let mut body = Vec::new();
    let mut count = 0;
    for entry in entries {
        entry.put(&mut body);
        count += 1;
    }
    let mut out = Vec::with_capacity(body.len() + 3);
    put_varuint(&mut out, count);
    out.append(&mut body);
    out
}

impl Entry {
    /// Says that a participant is gone; `clock` is one more than its last.
    pub fn gone(client_id: u64, clock: u32) -> Self {
        Entry { client_id, clock, state: None }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, FrameError> {
        let client_id = client_id(reader)?;
        let clock = reader.varuint32()?;
        let state = reader.text()?;
        let state = (state.trim() != GONE).then(|| state.to_owned());
        Ok(Entry { client_id, clock, state })
    }

    fn put(&self, out: &mut Vec<u8>) {
        put_varuint(out, self.client_id);
        put_varuint(out, u64::from(self.clock));
        put_buffer(out, self.state.as_deref().unwrap_or(GONE).as_bytes());
    }
}
