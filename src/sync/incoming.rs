//! Updates of others on their way in: merged into the document, then kept on this device.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use document::protocol::Mark;
use document::{Touched, UpdateError};

use super::{Event, Inner};

/// An update of others, and its entry in the log.
pub(super) struct Arrival {
    pub(super) seq: u64,
    pub(super) update: Vec<u8>,
}

/// What is on its way in.
#[derive(Default)]
pub(super) struct Incoming {
    /// The head of the log at the Welcome, until everything up to it is here.
    expected: Cell<Option<Mark>>,
    /// Updates that wait until an input method has finished.
    held: RefCell<Option<Vec<Arrival>>>,
}

impl Incoming {
    pub(super) fn hold(&self) {
        self.held.borrow_mut().get_or_insert_default();
    }

    /// Expects nothing more from a line that is cut; what it brought counts all the same.
    pub(super) fn cut(&self) {
        self.expected.set(None);
    }

    /// Whether a part of the log is still on its way here.
    pub(super) fn is_expecting(&self) -> bool {
        self.expected.get().is_some()
    }

    /// Whether an entry of the log completes what was expected, and up to where.
    fn completed_by(&self, seq: u64) -> Option<Mark> {
        let head = self.expected.get().filter(|head| seq >= head.seq)?;
        self.expected.set(None);
        Some(head)
    }
}

impl Inner {
    /// Notes up to where the relay is going to send.
    pub(super) fn expect(&self, head: Mark) {
        match self.copy.place.get().since {
            Some(since) if since == head => {}
            _ if head.seq == 0 => self.copy.since(head),
            _ => self.incoming.expected.set(Some(head)),
        }
    }

    pub(super) fn release(self: &Rc<Self>) {
        let held = self.incoming.held.take();
        self.merge(held.unwrap_or_default());
    }

    /// All that the relay had at the Welcome is here.
    pub(super) fn caught_up(self: &Rc<Self>) {
        self.whole.set(true);
        self.begin_to_push();
    }

    /// Merges updates that came together, and tells of them once.
    pub(super) fn merge(self: &Rc<Self>, arrivals: Vec<Arrival>) {
        if let Some(held) = self.incoming.held.borrow_mut().as_mut() {
            return held.extend(arrivals);
        }
        let mut all = Touched::default();
        for arrival in arrivals {
            let merged = self.setup.document.borrow_mut().merge(&arrival.update);
            match merged {
                Ok(touched) => {
                    all.merge(touched);
                    self.take(arrival);
                }
                Err(error) => self.distrust(&error),
            }
        }
        if !all.is_empty() {
            self.tell(Event::Merged(all));
        }
        self.tell_whole();
    }

    /// Tells once that everything is here, after what came last has been told.
    pub(super) fn tell_whole(self: &Rc<Self>) {
        if self.whole.replace(false) {
            self.tell(Event::CaughtUp);
        }
    }

    fn take(self: &Rc<Self>, Arrival { seq, update }: Arrival) {
        self.copy.arrived(update);
        match self.incoming.completed_by(seq) {
            Some(head) => {
                self.copy.since(head);
                self.caught_up();
                // The first of a project is the most that can be missed by who goes at once.
                self.flush();
            }
            None => self.flush_soon(),
        }
    }

    /// An update that cannot be merged is not known here, so this device never claims to know the log beyond it.
    fn distrust(self: &Rc<Self>, error: &UpdateError) {
        leptos::logging::warn!("an update of the relay was left out: {error}");
        if self.incoming.expected.take().is_some() {
            self.caught_up();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a9_a_place_in_the_log_counts_once_everything_up_to_it_is_here() {
        let head = Mark { seq: 7, mark: [7; 8] };
        let incoming = Incoming::default();
        assert_eq!(incoming.completed_by(9), None);
        incoming.expected.set(Some(head));
        assert_eq!([3, 6].map(|seq| incoming.completed_by(seq)), [None, None]);
        assert_eq!([7, 8].map(|seq| incoming.completed_by(seq)), [Some(head), None]);
        incoming.expected.set(Some(head));
        incoming.cut();
        assert_eq!(incoming.completed_by(7), None, "a line that was cut may have left something out");
    }
}
