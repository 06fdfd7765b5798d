//! What the page says about where the edits of this device are kept.

use crate::line::LineState;

use super::ledger::Pending;

/// Where the edits of this device are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// The relay has acknowledged every one.
    Relay,
    /// On their way.
    Saving,
    /// On this device, until there is a connection.
    Device,
    /// On this device, because the relay does not take it.
    Held,
    /// Only in this page: keep it open.
    Not,
}

/// How this device's disk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Disk {
    /// Being opened.
    Opening,
    /// Taking what it is given.
    Working,
    /// Full, forbidden, or not to be used on a shared computer.
    Failing,
}

/// Where everything is kept (rule A7). It never says more than is known: *Relay* only when nothing waits.
pub(super) fn saved(line: LineState, disk: Disk, pending: Pending) -> Saved {
    let (on_disk, disk) = (pending.unkept == 0, disk == Disk::Failing);
    match line {
        LineState::Connecting | LineState::Open(_) | LineState::Closed(_) if pending.rows == 0 => {
            Saved::Relay
        }
        LineState::Open(_) if !pending.held => Saved::Saving,
        LineState::Connecting if !disk => Saved::Saving,
        // what was kept before the disk failed is still there, but the next letter will not be
        _ if disk => Saved::Not,
        LineState::Open(_) | LineState::Closed(_) if on_disk => Saved::Held,
        _ if on_disk => Saved::Device,
        _ => Saved::Saving,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::{Refused, Transport};

    const OPEN: LineState = LineState::Open(Transport::Socket);
    const CLOSED: LineState = LineState::Closed(Refused { close: None, sentence: "" });
    const NONE: Pending = Pending { rows: 0, unkept: 0, held: false };
    const KEPT: Pending = Pending { rows: 2, unkept: 0, held: false };
    const UNKEPT: Pending = Pending { rows: 2, unkept: 1, held: false };
    const HELD: Pending = Pending { rows: 2, unkept: 0, held: true };

    #[test]
    fn a7_the_page_never_says_more_than_is_known() {
        use Disk::{Failing, Opening, Working};
        use LineState::{Connecting, Waiting};
        for (line, disk, pending, expected) in [
            (Connecting, Opening, NONE, Saved::Relay),
            (Connecting, Working, KEPT, Saved::Saving),
            (Connecting, Failing, UNKEPT, Saved::Not),
            (OPEN, Working, NONE, Saved::Relay),
            (OPEN, Failing, NONE, Saved::Relay),
            (OPEN, Working, KEPT, Saved::Saving),
            (OPEN, Failing, UNKEPT, Saved::Saving),
            (OPEN, Working, HELD, Saved::Held),
            (OPEN, Failing, HELD, Saved::Not),
            (Waiting, Working, NONE, Saved::Device),
            (Waiting, Failing, NONE, Saved::Not),
            (Waiting, Working, KEPT, Saved::Device),
            (Waiting, Working, UNKEPT, Saved::Saving),
            (Waiting, Opening, UNKEPT, Saved::Saving),
            (Waiting, Failing, UNKEPT, Saved::Not),
            (CLOSED, Working, NONE, Saved::Relay),
            (CLOSED, Working, KEPT, Saved::Held),
            (CLOSED, Failing, UNKEPT, Saved::Not),
        ] {
            assert_eq!(saved(line, disk, pending), expected, "{line:?} {disk:?} {pending:?}");
        }
    }
}
