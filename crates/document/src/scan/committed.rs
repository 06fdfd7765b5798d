//! What a project's log holds, and whether an update adds to it: the room's whole knowledge of its document.

use std::collections::HashMap;
use std::hash::RandomState;
use std::ops::Range;

use thiserror::Error;

use crate::protocol::wire::put_varuint;

use super::ranges::Ranges;
use super::settle::{Log, Natures, settle};
use super::walk::walk;
use super::{Deletion, ScanError, Scanned, StateVector};

/// The clocks, the deleted ranges and the shape of everything admitted so far.
///
/// An update counts as soon as it is admitted, so that several can wait for one commit and build on each other. After a
/// failed commit this value is wrong: drop it, and begin again from storage.
#[derive(Debug, Clone, Default)]
pub struct Committed {
    pub(super) clients: HashMap<u64, Known>,
    pub(super) hasher: RandomState,
}

/// What is held of one client: its first `clock` elements, and which of them are deleted.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    pub(super) clock: u32,
    pub(super) natures: Natures,
    pub(super) deleted: Ranges,
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

/// Deleted ranges by client number.
type Deleted = Vec<(u32, Vec<Range<u32>>)>;

/// A sound update, and what is new in it: whole sections, by their place in the list, and deleted ranges.
pub(super) struct Novelty {
    pub(super) scanned: Scanned,
    pub(super) sections: Vec<usize>,
    natures: Vec<Natures>,
    pub(super) deleted: Deleted,
}

impl Committed {
    /// Checks an update (v1) against everything admitted so far and, if it is sound, takes it in.
    /// A refused update changes nothing.
    pub fn admit(&mut self, update: &[u8]) -> Result<Admitted, Refusal> {
        let novelty = self.novelty(update)?;
        let admitted = novelty.admitted(update);
        self.record(novelty);
        Ok(admitted)
    }

    /// Says what `admit` would, and takes nothing in.
    pub fn consider(&self, update: &[u8]) -> Result<Admitted, Refusal> {
        Ok(self.novelty(update)?.admitted(update))
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

    pub(super) fn novelty(&self, update: &[u8]) -> Result<Novelty, Refusal> {
        let scanned = walk(update, &self.hasher)?;
        if scanned.skips {
            return Err(Refusal::Gap);
        }
        let known = scanned.clients.iter().map(|client| self.clients.get(client)).collect();
        let log = Log { known, hasher: &self.hasher };
        let mut ends: Vec<u32> = log.known.iter().map(|known| known.map_or(0, |known| known.clock)).collect();
        let sections = new_sections(&scanned, &mut ends)?;
        let deleted = new_deletions(&scanned, &log.known, &ends)?;
        let natures = settle(&scanned, &sections, &log)?;
        Ok(Novelty { scanned, sections, natures, deleted })
    }

    fn record(&mut self, novelty: Novelty) {
        for (index, natures) in novelty.sections.iter().zip(novelty.natures) {
            let section = &novelty.scanned.sections[*index];
            let known = self.clients.entry(novelty.scanned.client(section.client)).or_default();
            known.clock = section.clocks.end;
            known.natures.append(natures);
        }
        for (client, ranges) in &novelty.deleted {
            self.clients.entry(novelty.scanned.client(*client)).or_default().deleted.add(ranges);
        }
    }
}

impl Novelty {
    fn admitted(&self, update: &[u8]) -> Admitted {
        if self.sections.is_empty() && self.deleted.is_empty() {
            return Admitted::Nothing;
        }
        Admitted::Store(if self.is_whole() { update.to_vec() } else { self.cut(update) })
    }

    fn is_whole(&self) -> bool {
        let ranges = self.deleted.iter().map(|(_, ranges)| ranges.as_slice());
        self.sections.len() == self.scanned.sections.len()
            && self.deleted.len() == self.scanned.deletions.len()
            && ranges.eq(self.scanned.deleted().map(|(_, ranges)| ranges))
    }

    /// The new sections as they are, and the new deleted ranges.
    fn cut(&self, update: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        put_varuint(&mut out, self.sections.len() as u64);
        for index in &self.sections {
            out.extend_from_slice(&update[self.scanned.sections[*index].bytes.clone()]);
        }
        put_varuint(&mut out, self.deleted.len() as u64);
        for (client, ranges) in &self.deleted {
            put_varuint(&mut out, self.scanned.client(*client));
            put_ranges(&mut out, ranges);
        }
        out
    }
}

/// The sections that begin exactly where the log ends; `ends` becomes where it will end with them.
fn new_sections(scanned: &Scanned, ends: &mut [u32]) -> Result<Vec<usize>, Refusal> {
    let mut sections = Vec::new();
    for (index, section) in scanned.sections.iter().enumerate() {
        let end = &mut ends[section.client as usize];
        if section.clocks.end <= *end {
            continue;
        }
        if section.clocks.start != *end {
            return Err(Refusal::Gap);
        }
        *end = section.clocks.end;
        sections.push(index);
    }
    Ok(sections)
}

/// The deleted ranges that the log lacks, all of elements that will be there.
fn new_deletions(scanned: &Scanned, known: &[Option<&Known>], ends: &[u32]) -> Result<Deleted, Refusal> {
    let mut deleted = Vec::new();
    for deletion in &scanned.deletions {
        let index = deletion.client as usize;
        let lacking = lacking(scanned, deletion, known[index]);
        match lacking.last() {
            Some(last) if last.end > ends[index] => return Err(Refusal::Gap),
            Some(_) => deleted.push((deletion.client, lacking)),
            None => {}
        }
    }
    Ok(deleted)
}

fn lacking(scanned: &Scanned, deletion: &Deletion, known: Option<&Known>) -> Vec<Range<u32>> {
    let ranges = scanned.ranges_of(deletion);
    known.map_or_else(|| ranges.to_vec(), |known| known.deleted.lacking(ranges))
}

fn put_ranges(out: &mut Vec<u8>, ranges: &[Range<u32>]) {
    put_varuint(out, ranges.len() as u64);
    for range in ranges {
        put_varuint(out, u64::from(range.start));
        put_varuint(out, u64::from(range.end - range.start));
    }
}
