//! Whether a snapshot stands for a log, although it deletes more: of two values that were written to one key at once, one
//! lost. Every copy deletes it, with all that stands in it, when both have come; and no update of the log says so.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;
use std::ops::Range;

use super::block::{Block, Place, Sequence};
use super::committed::{Committed, Novelty, Refusal};
use super::walk::walk;
use super::{Id, ScanError, Scanned};

/// What the updates of a log say of the sequences in which something is deleted that they do not delete.
#[derive(Default)]
struct Told {
    /// The Map or Text in which a sequence stands; none for those of roots.
    parents: HashMap<Sequence, Id>,
    /// The values of a key, by the value that each was written after.
    followers: HashMap<(Sequence, Option<Id>), HashSet<Id>>,
}

impl Committed {
    /// Whether an update brings no element to what these updates brought here, and deletes beyond what is deleted only
    /// values of keys that lost against another, and what stood in those. Nothing is taken in.
    pub fn settles<'a>(&self, log: impl Iterator<Item = &'a [u8]>, update: &[u8]) -> Result<bool, Refusal> {
        let novelty = self.novelty(update)?;
        if !novelty.sections.is_empty() {
            return Ok(false);
        }
        let mut touched = HashSet::new();
        for (client, ranges) in &novelty.deleted {
            let client = novelty.scanned.client(*client);
            let Some(known) = self.clients.get(&client) else { return Ok(false) };
            touched.extend(ranges.iter().flat_map(|range| known.natures.sequences(range)));
        }
        let told = self.told(log, &touched)?;
        Ok(touched.into_iter().all(|sequence| {
            let parent = told.parents.get(&sequence);
            let parent_is_gone =
                || parent.is_some_and(|parent| self.deletes(*parent) || novelty.deletes(*parent));
            // The winner may have been deleted by somebody; the snapshot may not do so.
            let winner_stays = || told.winner(sequence).is_some_and(|winner| !novelty.deletes(winner));
            parent_is_gone() || sequence.is_keyed() && winner_stays()
        }))
    }

    /// Whether an element is deleted here.
    fn deletes(&self, id: Id) -> bool {
        self.clients.get(&id.client).is_some_and(|known| known.deleted.has(id.clock))
    }

    fn told<'a>(
        &self,
        log: impl Iterator<Item = &'a [u8]>,
        touched: &HashSet<Sequence>,
    ) -> Result<Told, ScanError> {
        let mut told = Told::default();
        for update in log {
            let scanned = walk(update, &self.hasher)?;
            for section in &scanned.sections {
                let client = scanned.client(section.client);
                for block in &scanned.blocks[section.blocks.clone()] {
                    self.note(&mut told, &scanned, (client, block), touched);
                }
            }
        }
        Ok(told)
    }

    fn note(
        &self,
        told: &mut Told,
        scanned: &Scanned,
        (client, block): (u64, &Block),
        touched: &HashSet<Sequence>,
    ) {
        if let Place::Inside(parent, slot) = block.place {
            let parent = scanned.id(parent);
            let sequence = Sequence::new(self.hasher.hash_one((parent, slot)), slot);
            told.parents.insert(sequence, parent);
        }
        let own = block.clock..block.clock + 1;
        let sequence = self.clients.get(&client).and_then(|known| known.natures.sequences(&own).next());
        let Some(sequence) = sequence.filter(|sequence| sequence.is_keyed() && touched.contains(sequence))
        else {
            return;
        };
        let after = match block.place {
            Place::After(left) | Place::Between(left, _) => Some(scanned.id(left)),
            Place::Nowhere | Place::InRoot(_) | Place::Inside(..) | Place::Before(_) => None,
        };
        // Values that were deleted one after the other may have become one block: what follows, follows its last.
        let id = Id { client, clock: block.clock + block.length - 1 };
        told.followers.entry((sequence, after)).or_default().insert(id);
    }
}

impl Novelty {
    /// Whether an element is newly deleted.
    fn deletes(&self, id: Id) -> bool {
        let of_client = |list: &&(u32, Vec<Range<u32>>)| self.scanned.client(list.0) == id.client;
        let ranges = self.deleted.iter().find(of_client).map(|(_, ranges)| ranges);
        ranges.is_some_and(|ranges| ranges.iter().any(|range| range.contains(&id.clock)))
    }
}

impl Told {
    /// The value that a key has in every copy: of those that were written after the same one, that of the largest client
    /// stands last, followed by what was written after it.
    fn winner(&self, sequence: Sequence) -> Option<Id> {
        let mut winner = None;
        while let Some(next) = self.followers.get(&(sequence, winner)) {
            winner = next.iter().max_by_key(|id| (id.client, id.clock)).copied();
        }
        winner
    }
}
