//! How much of each client's writing a document holds, as Yjs writes it (v1).

use std::collections::BTreeMap;

use crate::protocol::CLIENT_IDS;
use crate::protocol::wire::{Reader, put_varuint};

use super::ScanError;

/// Client id → number of its elements. A client that is not named has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StateVector(BTreeMap<u64, u32>);

impl StateVector {
    /// Reads a state vector (v1); a client twice or bytes after the end are errors.
    pub fn decode(bytes: &[u8]) -> Result<StateVector, ScanError> {
        let mut reader = Reader::new(bytes);
        let mut clocks = BTreeMap::new();
        for _ in 0..reader.varuint32()? {
            let client = reader.varuint()?;
            if client >= CLIENT_IDS {
                return Err(ScanError::Client);
            }
            if clocks.insert(client, reader.varuint32()?).is_some() {
                return Err(ScanError::ClientTwice);
            }
        }
        match reader.left() {
            0 => Ok(StateVector(clocks)),
            left => Err(ScanError::Trailing(left)),
        }
    }

    /// Writes it (v1), the highest client first, as Yjs does.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put_varuint(&mut out, self.0.len() as u64);
        for (client, clock) in self.0.iter().rev() {
            put_varuint(&mut out, *client);
            put_varuint(&mut out, u64::from(*clock));
        }
        out
    }

    /// How many elements of a client are held.
    pub fn clock(&self, client: u64) -> u32 {
        self.0.get(&client).copied().unwrap_or(0)
    }

    /// Every client and how many elements of it are held, by client id.
    pub fn iter(&self) -> impl Iterator<Item = (u64, u32)> {
        self.0.iter().map(|(client, clock)| (*client, *clock))
    }

    /// Whether everything that `other` names is held. Says nothing about what was deleted.
    pub fn covers(&self, other: &StateVector) -> bool {
        other.0.iter().all(|(client, clock)| self.clock(*client) >= *clock)
    }
}

impl FromIterator<(u64, u32)> for StateVector {
    fn from_iter<I: IntoIterator<Item = (u64, u32)>>(clocks: I) -> Self {
        StateVector(clocks.into_iter().collect())
    }
}
