//! Walks the bytes of an update, block by block, as yrs and Yjs would read them, and stops at the first thing we do not allow.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, RandomState};
use std::ops::Range;

use crate::protocol::CLIENT_IDS;
use crate::protocol::wire::Reader;

use super::block::{Block, Content, Local, Place, Sequence, Slot};
use super::{Deletion, ScanError, Scanned, Section, VALUE_DEPTH};

const GC: u8 = 0;
const SKIP: u8 = 10;
const HAS_ORIGIN: u8 = 0x80;
const HAS_RIGHT_ORIGIN: u8 = 0x40;
const HAS_PARENT_KEY: u8 = 0x20;
const FLAGS: u8 = HAS_ORIGIN | HAS_RIGHT_ORIGIN | HAS_PARENT_KEY;

const MAP: u8 = 1;
const TEXT: u8 = 2;

/// The hasher is that of the log which the update is for, because names are known by their hashes.
pub(super) fn walk(update: &[u8], hasher: &RandomState) -> Result<Scanned, ScanError> {
    let (reader, numbers, found) = (Reader::new(update), HashMap::new(), Scanned::default());
    let mut walk = Walk { reader, hasher, numbers, found };
    walk.sections()?;
    walk.deletions()?;
    match walk.reader.left() {
        0 => Ok(walk.found),
        left => Err(ScanError::Trailing(left)),
    }
}

struct Walk<'a> {
    reader: Reader<'a>,
    hasher: &'a RandomState,
    numbers: HashMap<u64, u32>,
    found: Scanned,
}

impl Walk<'_> {
    fn sections(&mut self) -> Result<(), ScanError> {
        let mut seen = Vec::new();
        for _ in 0..self.reader.varuint32()? {
            let from = self.reader.at();
            let count = self.reader.varuint32()?;
            let client = self.client()?;
            first_time(&mut seen, client)?;
            let start = self.reader.varuint32()?;
            let (clocks, blocks) = self.blocks(Local { client, clock: start }, count)?;
            let bytes = from..self.reader.at();
            self.found.sections.push(Section { client, clocks, blocks, bytes });
        }
        Ok(())
    }

    fn blocks(&mut self, start: Local, count: u32) -> Result<(Range<u32>, Range<usize>), ScanError> {
        let first = self.found.blocks.len();
        let mut clock = start.clock;
        if count == 0 {
            return Err(ScanError::Empty);
        }
        for _ in 0..count {
            let block = self.block(Local { clock, ..start })?;
            clock = end_of(clock, block.length)?;
            let mut run = self.found.blocks[first..].last_mut();
            if !run.as_mut().is_some_and(|run| run.absorb(start.client, &block)) {
                self.found.blocks.push(block);
            }
        }
        Ok((start.clock..clock, first..self.found.blocks.len()))
    }

    fn block(&mut self, id: Local) -> Result<Block, ScanError> {
        let info = self.reader.byte()?;
        let (place, (content, length)) = match info {
            GC | SKIP => {
                self.found.skips |= info == SKIP;
                (Place::Nowhere, (Content::Erased, self.reader.varuint32()?))
            }
            info => (self.place(info, id)?, self.content(info)?),
        };
        if length == 0 {
            return Err(ScanError::Empty);
        }
        Ok(Block { clock: id.clock, length, content, place })
    }

    fn place(&mut self, info: u8, own: Local) -> Result<Place, ScanError> {
        let left = if info & HAS_ORIGIN != 0 { Some(self.neighbour(own)?) } else { None };
        let right = if info & HAS_RIGHT_ORIGIN != 0 { Some(self.neighbour(own)?) } else { None };
        match (left, right) {
            (Some(left), Some(right)) => Ok(Place::Between(left, right)),
            (Some(left), None) => Ok(Place::After(left)),
            (None, Some(right)) => Ok(Place::Before(right)),
            (None, None) => self.parent(info, own),
        }
    }

    /// Only a block without neighbours says its parent and key; the others inherit both.
    fn parent(&mut self, info: u8, own: Local) -> Result<Place, ScanError> {
        match self.reader.varuint()? {
            0 => {
                let parent = self.neighbour(own)?;
                Ok(Place::Inside(parent, self.slot(info)?))
            }
            1 => {
                let root = self.hasher.hash_one(self.reader.text()?);
                let slot = self.slot(info)?;
                Ok(Place::InRoot(Sequence::new(self.hasher.hash_one((root, slot)), slot)))
            }
            _ => Err(ScanError::ParentKind),
        }
    }

    fn slot(&mut self, info: u8) -> Result<Slot, ScanError> {
        if info & HAS_PARENT_KEY == 0 {
            return Ok(Slot::LETTERS);
        }
        Ok(Slot::key(self.hasher.hash_one(self.reader.text()?)))
    }

    fn neighbour(&mut self, own: Local) -> Result<Local, ScanError> {
        let client = self.client()?;
        let clock = self.reader.varuint32()?;
        if client == own.client && clock >= own.clock {
            return Err(ScanError::Circle);
        }
        Ok(Local { client, clock })
    }

    fn content(&mut self, info: u8) -> Result<(Content, u32), ScanError> {
        match info & !FLAGS {
            1 => Ok((Content::Deleted, self.reader.varuint32()?)),
            4 => Ok((Content::Letters, units(self.reader.text()?)?)),
            7 => Ok((self.shared_type()?, 1)),
            8 => Ok((Content::Values, self.values()?)),
            _ => Err(ScanError::Block(info)),
        }
    }

    fn shared_type(&mut self) -> Result<Content, ScanError> {
        match self.reader.byte()? {
            MAP => Ok(Content::Map),
            TEXT => Ok(Content::Text),
            other => Err(ScanError::Type(other)),
        }
    }

    fn values(&mut self) -> Result<u32, ScanError> {
        let count = self.reader.varuint32()?;
        for _ in 0..count {
            self.value(0)?;
        }
        Ok(count)
    }

    fn value(&mut self, depth: u8) -> Result<(), ScanError> {
        match self.reader.byte()? {
            120 | 121 | 126 | 127 => {}
            125 => self.reader.skip_varint()?,
            124 => drop(self.reader.take(4)?),
            122 | 123 => drop(self.reader.take(8)?),
            119 => drop(self.reader.text()?),
            116 => drop(self.reader.buffer()?),
            117 | 118 if depth == VALUE_DEPTH => return Err(ScanError::ValueDepth),
            117 => {
                for _ in 0..self.reader.varuint()? {
                    self.value(depth + 1)?;
                }
            }
            118 => {
                for _ in 0..self.reader.varuint()? {
                    self.reader.text()?;
                    self.value(depth + 1)?;
                }
            }
            other => return Err(ScanError::Value(other)),
        }
        Ok(())
    }

    fn deletions(&mut self) -> Result<(), ScanError> {
        let mut seen = Vec::new();
        for _ in 0..self.reader.varuint32()? {
            let client = self.client()?;
            first_time(&mut seen, client)?;
            let first = self.found.ranges.len();
            for _ in 0..self.reader.varuint32()? {
                self.deleted_range(first)?;
            }
            self.found.deletions.push(Deletion { client, ranges: first..self.found.ranges.len() });
        }
        Ok(())
    }

    fn deleted_range(&mut self, first: usize) -> Result<(), ScanError> {
        let start = self.reader.varuint32()?;
        let length = self.reader.varuint32()?;
        let end = end_of(start, length)?;
        if length == 0 {
            return Err(ScanError::Empty);
        }
        match self.found.ranges[first..].last_mut() {
            Some(last) if start < last.end => return Err(ScanError::RangeOrder),
            Some(last) if start == last.end => last.end = end,
            _ => self.found.ranges.push(start..end),
        }
        Ok(())
    }

    fn client(&mut self) -> Result<u32, ScanError> {
        let client = self.reader.varuint()?;
        if client >= CLIENT_IDS {
            return Err(ScanError::Client);
        }
        match self.numbers.entry(client) {
            Entry::Occupied(entry) => Ok(*entry.get()),
            Entry::Vacant(entry) => {
                let number = self.found.clients.len() as u32;
                self.found.clients.push(client);
                Ok(*entry.insert(number))
            }
        }
    }
}

fn first_time(seen: &mut Vec<bool>, client: u32) -> Result<(), ScanError> {
    let index = client as usize;
    if seen.len() <= index {
        seen.resize(index + 1, false);
    }
    if std::mem::replace(&mut seen[index], true) { Err(ScanError::ClientTwice) } else { Ok(()) }
}

fn end_of(clock: u32, length: u32) -> Result<u32, ScanError> {
    clock.checked_add(length).ok_or(ScanError::Clock)
}

/// Clocks count UTF-16 code units, whatever the bytes are.
fn units(text: &str) -> Result<u32, ScanError> {
    let units = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
    u32::try_from(units).map_err(|_| ScanError::Clock)
}
