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

/// What a block holds, as far as other blocks may care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// Nothing any more, not even a place (GC), or a hole (Skip).
    Erased,
    /// Nothing any more, but still in its place.
    Deleted,
    /// Text or values.
    Plain,
    /// A Map or Text, in which others may stand.
    Type,
}

/// Where a block stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Nowhere,
    InRoot,
    Inside(Local),
    After(Local),
    Before(Local),
    Between(Local, Local),
}

impl Place {
    pub(super) fn needs(self) -> impl Iterator<Item = Local> {
        let (first, second) = match self {
            Place::Nowhere | Place::InRoot => (None, None),
            Place::Inside(id) | Place::After(id) | Place::Before(id) => (Some(id), None),
            Place::Between(left, right) => (Some(left), Some(right)),
        };
        first.into_iter().chain(second)
    }

    /// The element before it, and the one after it when that also was written down.
    fn sides(self) -> (Option<Local>, Option<Local>) {
        match self {
            Place::Nowhere | Place::InRoot | Place::Inside(_) => (None, None),
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
            (Content::Plain, Content::Plain) => self.is_followed(client, next),
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
