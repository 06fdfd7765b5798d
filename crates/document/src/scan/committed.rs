//! What a project's log holds, and whether an update adds to it: the room's whole knowledge of its document.

use std::collections::HashMap;
use std::hash::RandomState;
use std::ops::Range;

use thiserror::Error;

use crate::protocol::wire::put_varuint;

use super::ranges::Ranges;
use super::settle::{Log, Natures, settle};
use super::walk::walk;
use super::{Deletion, ScanError, Scanned, Section, StateVector};

/// The clocks, the deleted ranges and the shape of everything admitted so far.
///
/// An update counts as soon as it is admitted, so that several can wait for one commit and build on each other. After a
/// failed commit this value is wrong: drop it, and begin again from storage.
#[derive(Debug, Clone, Default)]
pub struct Committed {
    clients: HashMap<u64, Known>,
    hasher: RandomState,
}

/// What is held of one client: its first `clock` elements, and which of them are deleted.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    pub(super) clock: u32,
    pub(super) natures: Natures,
    deleted: Ranges,
}

/// What to do with an update that is sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Admitted {
    /// It holds nothing new: no element, no deletion. It is acknowledged without being stored, but not before
    /// everything admitted earlier is durable, because what it repeats may be waiting for its commit.
    Nothing,
    /// The bytes to store and to pass on: those that were handed in, without what is known already.
    Store(Vec<u8>),
}

/// Why an update is not admitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refusal {
    /// It will never be accepted (`invalid_update`).
    #[error("not an update that we accept: {0}")]
    Invalid(#[from] ScanError),
    /// It builds on something that is not here, or repeats a section in part (`gap_resync`): the answer to it is an
    /// update made against `Committed::state_vector`.
    #[error("an update that does not fit to what is here")]
    Gap,
}

/// What is new in an update: whole sections, and deleted ranges by client number.
struct Novelty<'a> {
    sections: Vec<&'a Section>,
    deleted: Vec<(u32, Vec<Range<u32>>)>,
}

impl Committed {
    /// Checks an update (v1) against everything admitted so far and, if it is sound, takes it in.
    /// A refused update changes nothing.
    pub fn admit(&mut self, update: &[u8]) -> Result<Admitted, Refusal> {
        let scanned = walk(update, &self.hasher)?;
        if scanned.skips {
            return Err(Refusal::Gap);
        }
        let known = scanned.clients.iter().map(|client| self.clients.get(client)).collect();
        let log = Log { known, hasher: &self.hasher };
        let novelty = novelty(&scanned, &log.known)?;
        let natures = settle(&scanned, &novelty.sections, &log)?;
        if novelty.sections.is_empty() && novelty.deleted.is_empty() {
            return Ok(Admitted::Nothing);
        }
        self.record(&scanned, &novelty, natures);
        Ok(Admitted::Store(trimmed(update, &scanned, &novelty)))
    }

    /// Takes in what storage holds: a snapshot, or an entry of the log's tail.
    /// An error means that storage is damaged, or that entries come in the wrong order.
    pub fn extend(&mut self, stored: &[u8]) -> Result<(), Refusal> {
        self.admit(stored).map(drop)
    }

    /// How much of each client is held.
    pub fn state_vector(&self) -> StateVector {
        self.clients.iter().map(|(client, known)| (*client, known.clock)).collect()
    }

    /// The state vector's bytes (v1), as Welcome, Nack and a sync step 1 carry them.
    pub fn state_vector_v1(&self) -> Vec<u8> {
        self.state_vector().encode()
    }

    /// How many elements of a client are held.
    pub fn clock(&self, client: u64) -> u32 {
        self.clients.get(&client).map_or(0, |known| known.clock)
    }

    fn record(&mut self, scanned: &Scanned, novelty: &Novelty<'_>, natures: Vec<Natures>) {
        for (section, natures) in novelty.sections.iter().zip(natures) {
            let known = self.clients.entry(scanned.client(section.client)).or_default();
            known.clock = section.clocks.end;
            known.natures.append(natures);
        }
        for (client, ranges) in &novelty.deleted {
            self.clients.entry(scanned.client(*client)).or_default().deleted.add(ranges);
        }
    }
}

fn novelty<'a>(scanned: &'a Scanned, known: &[Option<&Known>]) -> Result<Novelty<'a>, Refusal> {
    let mut ends: Vec<u32> = known.iter().map(|known| known.map_or(0, |known| known.clock)).collect();
    let mut sections = Vec::new();
    for section in &scanned.sections {
        let end = &mut ends[section.client as usize];
        if section.clocks.end <= *end {
            continue;
        }
        if section.clocks.start != *end {
            return Err(Refusal::Gap);
        }
        *end = section.clocks.end;
        sections.push(section);
    }
    let mut deleted = Vec::new();
    for deletion in &scanned.deletions {
        let lacking = lacking(scanned, deletion, known[deletion.client as usize]);
        if lacking.last().is_some_and(|range| range.end > ends[deletion.client as usize]) {
            return Err(Refusal::Gap);
        }
        if !lacking.is_empty() {
            deleted.push((deletion.client, lacking));
        }
    }
    Ok(Novelty { sections, deleted })
}

fn lacking(scanned: &Scanned, deletion: &Deletion, known: Option<&Known>) -> Vec<Range<u32>> {
    let ranges = scanned.ranges_of(deletion);
    known.map_or_else(|| ranges.to_vec(), |known| known.deleted.lacking(ranges))
}

/// The update's own bytes if all of it is new; else its new sections as they are, and its new deleted ranges.
fn trimmed(update: &[u8], scanned: &Scanned, novelty: &Novelty<'_>) -> Vec<u8> {
    let whole = novelty.sections.len() == scanned.sections.len()
        && novelty.deleted.len() == scanned.deletions.len()
        && novelty
            .deleted
            .iter()
            .map(|(_, ranges)| ranges.as_slice())
            .eq(scanned.deleted().map(|(_, ranges)| ranges));
    if whole {
        return update.to_vec();
    }
    let mut out = Vec::new();
    put_varuint(&mut out, novelty.sections.len() as u64);
    for section in &novelty.sections {
        out.extend_from_slice(&update[section.bytes.clone()]);
    }
    put_varuint(&mut out, novelty.deleted.len() as u64);
    for (client, ranges) in &novelty.deleted {
        put_varuint(&mut out, scanned.client(*client));
        put_ranges(&mut out, ranges);
    }
    out
}

fn put_ranges(out: &mut Vec<u8>, ranges: &[Range<u32>]) {
    put_varuint(out, ranges.len() as u64);
    for range in ranges {
        put_varuint(out, u64::from(range.start));
        put_varuint(out, u64::from(range.end - range.start));
    }
}
