//! Puts the new blocks of an update in an order in which each stands on what is there already, as yrs will do.
//!
//! It finds what would otherwise be found only inside yrs: circles, parents that hold nothing, types nested without end.

use std::collections::BTreeSet;
use std::hash::{BuildHasher, RandomState};
use std::ops::Range;

use super::block::{Block, Content, Local, Place, Sequence, Slot};
use super::committed::{Known, Refusal};
use super::{ScanError, Scanned, Section, TYPE_DEPTH};

/// What later blocks need to know of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Nature {
    content: Content,
    /// How many Maps and Texts it stands in.
    depth: u8,
    sequence: Sequence,
}

impl Nature {
    const ERASED: Nature = Nature { content: Content::Erased, depth: 0, sequence: Sequence::NONE };
}

/// The natures of one client's elements, in runs; a run ends where the next begins.
#[derive(Debug, Clone, Default)]
pub(super) struct Natures(Vec<(u32, Nature)>);

impl Natures {
    fn push(&mut self, clock: u32, nature: Nature) {
        if self.0.last().is_none_or(|last| last.1 != nature) {
            self.0.push((clock, nature));
        }
    }

    pub(super) fn append(&mut self, later: Natures) {
        later.0.into_iter().for_each(|(clock, nature)| self.push(clock, nature));
    }

    /// Where the elements of a range stand, each run of them once.
    pub(super) fn sequences(&self, range: &Range<u32>) -> impl Iterator<Item = Sequence> {
        let first = self.0.partition_point(|run| run.0 <= range.start).saturating_sub(1);
        let end = range.end;
        self.0[first..].iter().take_while(move |run| run.0 < end).map(|run| run.1.sequence)
    }

    fn at(&self, clock: u32) -> Nature {
        let after = self.0.partition_point(|run| run.0 <= clock);
        self.0[after - 1].1
    }
}

/// Why a block cannot be placed now.
enum Stop {
    /// It stands on something of this update that comes later.
    Wait(Local),
    Refuse(Refusal),
}

impl From<ScanError> for Stop {
    fn from(error: ScanError) -> Self {
        Stop::Refuse(error.into())
    }
}

/// The natures of all that the new sections bring, in their order. Each section begins exactly where the log ends.
pub(super) fn settle(scanned: &Scanned, new: &[usize], log: &Log<'_>) -> Result<Vec<Natures>, Refusal> {
    let clients: Vec<u32> = new.iter().map(|index| scanned.sections[*index].client).collect();
    let mut lanes: Vec<Option<Lane<'_>>> = log.known.iter().map(|_| None).collect();
    for index in new {
        let section = &scanned.sections[*index];
        lanes[section.client as usize] = Some(Lane::new(scanned, section));
    }
    let mut settling = Settling { scanned, log, lanes, waiting: BTreeSet::new() };
    let mut ready = clients.clone();
    while let Some(client) = ready.pop() {
        settling.advance(client)?;
        settling.wake(client, &mut ready);
    }
    if !settling.waiting.is_empty() {
        return Err(ScanError::Circle.into());
    }
    Ok(clients.into_iter().map(|client| settling.finish(client)).collect())
}

/// What the log holds of each client that an update names, by its number there.
pub(super) struct Log<'a> {
    pub(super) known: Vec<Option<&'a Known>>,
    pub(super) hasher: &'a RandomState,
}

/// One client's new blocks: those before `at` are settled.
struct Lane<'a> {
    blocks: &'a [Block],
    at: u32,
    end: u32,
    natures: Natures,
}

impl<'a> Lane<'a> {
    fn new(scanned: &'a Scanned, section: &Section) -> Self {
        let blocks = &scanned.blocks[section.blocks.clone()];
        Lane { blocks, at: section.clocks.start, end: section.clocks.end, natures: Natures::default() }
    }
}

struct Settling<'a> {
    scanned: &'a Scanned,
    log: &'a Log<'a>,
    lanes: Vec<Option<Lane<'a>>>,
    /// Which client goes on once an element is settled.
    waiting: BTreeSet<(Local, u32)>,
}

impl Settling<'_> {
    /// Settles a client's blocks until one has to wait or none is left.
    fn advance(&mut self, client: u32) -> Result<(), Refusal> {
        while let Some(block) = self.next(client) {
            match self.nature(&block) {
                Ok(nature) => self.settled(client, &block, nature),
                Err(Stop::Refuse(refusal)) => return Err(refusal),
                Err(Stop::Wait(on)) => {
                    self.waiting.insert((on, client));
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    fn next(&self, client: u32) -> Option<Block> {
        self.lanes[client as usize].as_ref()?.blocks.first().copied()
    }

    fn settled(&mut self, client: u32, block: &Block, nature: Nature) {
        if let Some(lane) = &mut self.lanes[client as usize] {
            lane.blocks = &lane.blocks[1..];
            lane.at = block.clock + block.length;
            lane.natures.push(block.clock, nature);
        }
    }

    /// Those who waited for something that is settled now may go on.
    fn wake(&mut self, client: u32, ready: &mut Vec<u32>) {
        let Some(lane) = &self.lanes[client as usize] else { return };
        let (from, to) = (Local { client, clock: 0 }, Local { client, clock: lane.at });
        let woken: Vec<_> = self.waiting.range((from, 0)..(to, 0)).copied().collect();
        for (on, waiter) in woken {
            self.waiting.remove(&(on, waiter));
            ready.push(waiter);
        }
    }

    fn nature(&self, block: &Block) -> Result<Nature, Stop> {
        let content = block.content;
        let Some((depth, sequence)) = self.place(block.place)? else { return Ok(Nature::ERASED) };
        if !sequence.holds(content) {
            return Err(ScanError::Misplaced.into());
        }
        if matches!(content, Content::Map | Content::Text) && depth >= TYPE_DEPTH {
            return Err(ScanError::TypeDepth.into());
        }
        Ok(Nature { content, depth, sequence })
    }

    /// Nothing beside or inside of what is erased has a place.
    fn place(&self, place: Place) -> Result<Option<(u8, Sequence)>, Stop> {
        match place {
            Place::Nowhere => Ok(None),
            Place::InRoot(sequence) => Ok(Some((0, sequence))),
            Place::Inside(parent, slot) => self.inside(parent, slot),
            Place::After(left) => self.beside(left),
            Place::Before(right) => unkeyed(self.beside(right)?),
            Place::Between(left, right) => match (self.beside(left)?, self.beside(right)?) {
                (Some(left), Some(right)) if left != right => Err(ScanError::Neighbours.into()),
                (left, right) => unkeyed(left.or(right)),
            },
        }
    }

    fn inside(&self, parent: Local, slot: Slot) -> Result<Option<(u8, Sequence)>, Stop> {
        let nature = self.look(parent)?;
        let id = self.scanned.id(parent);
        let sequence = Sequence::new(self.log.hasher.hash_one((id, slot)), slot);
        match nature.content {
            Content::Map if sequence.is_keyed() => Ok(Some((nature.depth + 1, sequence))),
            Content::Text if !sequence.is_keyed() => Ok(Some((nature.depth + 1, sequence))),
            Content::Erased | Content::Deleted => Ok(None),
            _ => Err(ScanError::Misplaced.into()),
        }
    }

    fn beside(&self, neighbour: Local) -> Result<Option<(u8, Sequence)>, Stop> {
        let nature = self.look(neighbour)?;
        Ok((nature.content != Content::Erased).then_some((nature.depth, nature.sequence)))
    }

    fn look(&self, id: Local) -> Result<Nature, Stop> {
        let index = id.client as usize;
        if let Some(known) = self.log.known[index].filter(|known| id.clock < known.clock) {
            return Ok(known.natures.at(id.clock));
        }
        match &self.lanes[index] {
            Some(lane) if id.clock < lane.at => Ok(lane.natures.at(id.clock)),
            Some(lane) if id.clock < lane.end => Err(Stop::Wait(id)),
            _ => Err(Stop::Refuse(Refusal::Gap)),
        }
    }

    fn finish(&mut self, client: u32) -> Natures {
        self.lanes[client as usize].take().map(|lane| lane.natures).unwrap_or_default()
    }
}

/// Values of a key only ever follow one another; only letters are put in front of something.
fn unkeyed(place: Option<(u8, Sequence)>) -> Result<Option<(u8, Sequence)>, Stop> {
    match place {
        Some((_, sequence)) if sequence.is_keyed() => Err(ScanError::Neighbours.into()),
        place => Ok(place),
    }
}
