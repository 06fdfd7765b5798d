//! Saying to the others who and where I am, and hearing it of them.

use std::rc::Rc;

use document::protocol::{Frame, awareness};
use model::role::Action;

use super::presence::Peer;
use super::{Event, Inner, now};

impl Inner {
    pub(super) fn present(self: &Rc<Self>, state: Option<String>) {
        if !self.presence.borrow_mut().say(state) {
            return;
        }
        let wait = self.presence.borrow().wait(now());
        if wait.is_zero() {
            self.show();
        } else {
            self.later(|timers| &timers.presence, wait, |inner| inner.show());
        }
    }

    /// Sends my presence as it is now.
    pub(super) fn show(&self) {
        let may = self.role.get().is_some_and(|role| role.may(Action::BePresent));
        let entry = if may { self.presence.borrow_mut().entry(now()) } else { None };
        self.send_presence(entry);
    }

    /// Looks after presence, with every heartbeat of the relay too, since a hidden page's own timers hardly run.
    pub(super) fn beat(&self) {
        let may = self.role.get().is_some_and(|role| role.may(Action::BePresent));
        let renewal = if may { self.presence.borrow_mut().renewal(now()) } else { None };
        self.send_presence(renewal);
        let gone = self.presence.borrow_mut().sweep(now());
        self.told_of(gone);
    }

    pub(super) fn send_presence(&self, entry: Option<awareness::Entry>) {
        if let Some(entry) = entry {
            self.send(Frame::Awareness(awareness::encode([&entry])));
        }
    }

    pub(super) fn told_of(&self, peers: Vec<Peer>) {
        if !peers.is_empty() {
            self.tell(Event::Presence(peers));
        }
    }
}
