//! One block of an update, in as few bytes as its checks need: an update of 4 MiB may hold a million.

/// An element, by its client's number within the update.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Local {
    pub(super) client: u32,
    pub(super) clock: u32,
}

/// A run of elements that stand or fall together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    pub(super) clock: u32,
    pub(super) length: u32,
    pub(super) content: Content,
    pub(super) place: Place,
}

/// What a block holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// Nothing any more, not even a place (GC), or a hole (Skip).
    Erased,
    /// Nothing any more, but still in its place.
    Deleted,
    /// A part of a Text.
    Letters,
    /// Values of a Map's key.
    Values,
    /// A Map, as the value of a key.
    Map,
    /// A Text, as the value of a key.
    Text,
}

/// Where a block stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Nowhere,
    InRoot(Sequence),
    Inside(Local, Slot),
    After(Local),
    Before(Local),
    Between(Local, Local),
}

/// Where in its parent: among the letters of a Text, or under a key of a Map, known by its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Slot(u32);

/// The elements that may be each other's neighbours: a Text's letters, or the values that a Map's key had.
/// Known by a hash of parent and slot: a hash that is met twice lets a check pass, and never fails one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Sequence(u32);

const KEYED: u32 = 1;

impl Slot {
    pub(super) const LETTERS: Slot = Slot(0);

    pub(super) fn key(hash: u64) -> Self {
        Slot(hash as u32 | KEYED)
    }
}

impl Sequence {
    pub(super) const NONE: Sequence = Sequence(0);

    pub(super) fn new(parent: u64, slot: Slot) -> Self {
        Sequence((parent as u32 & !KEYED) | (slot.0 & KEYED))
    }

    pub(super) fn is_keyed(self) -> bool {
        self.0 & KEYED != 0
    }

    /// Letters stand in Texts; values, Maps and Texts under keys; and anything may be deleted.
    pub(super) fn holds(self, content: Content) -> bool {
        match content {
            Content::Erased | Content::Deleted => true,
            Content::Letters => !self.is_keyed(),
            Content::Values | Content::Map | Content::Text => self.is_keyed(),
        }
    }
}

impl Place {
    pub(super) fn needs(self) -> impl Iterator<Item = Local> {
        let (first, second) = match self {
            Place::Nowhere | Place::InRoot(_) => (None, None),
            Place::Inside(id, _) | Place::After(id) | Place::Before(id) => (Some(id), None),
            Place::Between(left, right) => (Some(left), Some(right)),
        };
        first.into_iter().chain(second)
    }

    /// The element before it and the one after it, as far as they were written down.
    fn sides(self) -> (Option<Local>, Option<Local>) {
        match self {
            Place::Nowhere | Place::InRoot(_) | Place::Inside(..) => (None, None),
            Place::After(left) => (Some(left), None),
            Place::Before(right) => (None, Some(right)),
            Place::Between(left, right) => (Some(left), Some(right)),
        }
    }
}

impl Block {
    /// Takes in the next block of the same client if every check would say the same of both.
    pub(super) fn absorb(&mut self, client: u32, next: &Block) -> bool {
        let continues = match (self.content, next.content) {
            (Content::Erased, Content::Erased) => true,
            (Content::Letters, Content::Letters) => self.is_followed(client, next),
            _ => false,
        };
        if continues {
            self.length += next.length;
        }
        continues
    }

    fn is_followed(&self, client: u32, next: &Block) -> bool {
        let last = Local { client, clock: next.clock - 1 };
        let (left, right) = next.place.sides();
        left == Some(last) && (right.is_none() || right == self.place.sides().1)
    }
}
