//! The structure of an update's bytes, read without yrs: what it brings, what it deletes, what it builds on.
//!
//! The relay never integrates what comes from the network; this is all that it knows of an update. Nothing here
//! recurses without a bound, and nothing is allocated because a length says so.

use std::hash::RandomState;
use std::ops::Range;

use thiserror::Error;

use crate::protocol::WireError;

pub use committed::{Admitted, Committed, Refusal};
pub use state_vector::StateVector;

use block::{Block, Local};

mod block;
mod committed;
mod lost;
mod ranges;
mod settle;
mod state_vector;
mod walk;

/// How deep a value may be nested: a scalar is 0, a list of scalars 1.
pub const VALUE_DEPTH: u8 = 2;
/// How deep Maps and Texts may be nested in one another. Ours need 2; yrs deletes recursively, so there must be a bound.
pub const TYPE_DEPTH: u8 = 15;

/// One element of a document: the clock-th thing that a client wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    /// The client that wrote it, below 2^53.
    pub client: u64,
    /// How many elements it wrote before.
    pub clock: u32,
}

/// Why bytes are not an update that we accept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ScanError {
    /// A number, length or text inside is broken.
    #[error(transparent)]
    Wire(#[from] WireError),
    /// A kind of block that our documents do not have.
    #[error("a block of kind {0:#04x}")]
    Block(u8),
    /// A shared type other than Map and Text.
    #[error("a shared type of kind {0}")]
    Type(u8),
    /// A kind of value that lib0 does not know.
    #[error("a value of kind {0}")]
    Value(u8),
    /// A value nested deeper than `VALUE_DEPTH`.
    #[error("a value nested too deeply")]
    ValueDepth,
    /// Maps and Texts nested deeper than `TYPE_DEPTH`.
    #[error("shared types nested too deeply")]
    TypeDepth,
    /// A client id of 2^53 or more.
    #[error("a client id of 2^53 or more")]
    Client,
    /// A client that has two sections, or two lists of deleted ranges.
    #[error("a client that comes twice")]
    ClientTwice,
    /// A section, block or range without a length.
    #[error("an empty section, block or range")]
    Empty,
    /// Clocks beyond 2^32.
    #[error("a clock beyond 2^32")]
    Clock,
    /// A parent that is neither a root nor an id.
    #[error("a parent that is neither a root nor an id")]
    ParentKind,
    /// Deleted ranges that overlap or are out of order.
    #[error("deleted ranges out of order")]
    RangeOrder,
    /// A block where such a block cannot be: letters stand in Texts, values, Maps and Texts under the keys of Maps.
    #[error("a block where such a block cannot be")]
    Misplaced,
    /// A block between elements of different Texts or keys, or before a key's value.
    #[error("a block beside elements that are no neighbours")]
    Neighbours,
    /// Blocks that build on themselves, directly or through each other.
    #[error("blocks that build on each other in a circle")]
    Circle,
    /// Bytes after the last deleted range.
    #[error("{0} bytes after the update")]
    Trailing(usize),
}

/// Reads an update (v1) once, from end to end.
pub fn scan(update: &[u8]) -> Result<Scanned, ScanError> {
    walk::walk(update, &RandomState::new())
}

/// What an update brings, deletes and builds on. Clients are numbered in the order in which they appear.
#[derive(Debug, Default)]
pub struct Scanned {
    clients: Vec<u64>,
    sections: Vec<Section>,
    blocks: Vec<Block>,
    deletions: Vec<Deletion>,
    ranges: Vec<Range<u32>>,
    skips: bool,
}

/// The blocks of one client, without a hole; `blocks` and `bytes` are places in the lists and in the update.
#[derive(Debug, Clone)]
struct Section {
    client: u32,
    clocks: Range<u32>,
    blocks: Range<usize>,
    bytes: Range<usize>,
}

/// What is deleted of one client; `ranges` is a place in the list of ranges.
#[derive(Debug, Clone)]
struct Deletion {
    client: u32,
    ranges: Range<usize>,
}

impl Scanned {
    /// The clocks that each client brings.
    pub fn brought(&self) -> impl Iterator<Item = (u64, Range<u32>)> {
        self.sections.iter().map(|section| (self.client(section.client), section.clocks.clone()))
    }

    /// The clocks of each client that are deleted: in order, not touching each other.
    pub fn deleted(&self) -> impl Iterator<Item = (u64, &[Range<u32>])> {
        self.deletions.iter().map(|deletion| (self.client(deletion.client), self.ranges_of(deletion)))
    }

    /// Every element that something in this update stands beside or inside of, in order of appearance.
    /// What follows its own client's last letter in one run is named once.
    pub fn dependencies(&self) -> impl Iterator<Item = Id> {
        self.blocks.iter().flat_map(|block| block.place.needs()).map(|local| self.id(local))
    }

    /// Whether it says itself that something is left out.
    pub fn has_skips(&self) -> bool {
        self.skips
    }

    fn client(&self, number: u32) -> u64 {
        self.clients[number as usize]
    }

    fn id(&self, local: Local) -> Id {
        Id { client: self.client(local.client), clock: local.clock }
    }

    fn ranges_of(&self, deletion: &Deletion) -> &[Range<u32>] {
        &self.ranges[deletion.ranges.clone()]
    }
}
