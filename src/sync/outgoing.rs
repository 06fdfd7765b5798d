//! Edits on their way out: to this device first, then to the relay, until it acknowledges them.

use std::rc::Rc;
use std::time::Duration;

use document::protocol::{Frame, Nack, NackCode};
use model::role::Action;

use super::ledger::Remedy;
use super::{Event, Inner, now};
use crate::outbox::Change;

/// The update of a document in which nothing was ever written.
const NOTHING: [u8; 2] = [0, 0];
/// Bytes of a push beside its update.
const FRAME_BYTES: usize = 32;

impl Inner {
    pub(super) fn wrote(self: &Rc<Self>, update: Vec<u8>) {
        if update.is_empty() || self.stopped.get() {
            return;
        }
        // An edit may lean on what others wrote just before: on disk, neither may be there without the other.
        if !self.copy.arrived.borrow().is_empty() {
            self.flush();
        }
        self.wrote_at.set(now());
        let key = self.copy.next_key(self.me);
        self.ledger.borrow_mut().wrote(key, update.clone());
        self.keep(vec![Change::Unsent(self.copy.epoch(), key, update)], vec![key]);
        self.push_waiting();
        self.weigh();
    }

    /// Sends what waits, one by one, in the order in which it was written.
    pub(super) fn push_waiting(&self) {
        loop {
            let next = self.ledger.borrow_mut().push_next();
            let Some((push_id, update)) = next else { return };
            if !self.fits(&update) {
                return self.give_up(NackCode::TooLarge);
            }
            self.send(Frame::Push { push_id, update });
        }
    }

    /// Sends what the relay lacks, once all that it has announced is here: before, the document may hold back edits
    /// that lean on what is still on its way.
    pub(super) fn begin_to_push(&self) {
        let may_edit = self.role.get().is_some_and(|role| role.may(Action::Edit));
        if may_edit && !self.incoming.is_expecting() {
            self.ledger.borrow_mut().open();
            self.push_all();
            self.push_waiting();
        }
    }

    /// Sends everything that the relay lacks as one push.
    pub(super) fn push_all(&self) {
        let difference = self.setup.document.borrow().diff(&self.relay_has.borrow());
        let update = match difference {
            Ok(update) => update,
            // what the relay says it has cannot be read: then it is sent everything
            Err(_) => self.setup.document.borrow().snapshot(),
        };
        if self.ledger.borrow().pending().rows == 0 && update == NOTHING {
            return;
        }
        if !self.fits(&update) {
            return self.give_up(NackCode::TooLarge);
        }
        // Edits that wait for a missing part are not in the difference. They go as they are, and the relay judges.
        let whole = self.setup.document.borrow().is_whole();
        let push_id = match (whole, update == NOTHING) {
            (true, _) => self.ledger.borrow_mut().push_all(),
            (false, true) => return self.ledger.borrow_mut().go_on(),
            (false, false) => self.ledger.borrow_mut().push_beside(),
        };
        self.send(Frame::Push { push_id, update });
    }

    pub(super) fn acked(self: &Rc<Self>, push_id: u64) {
        let settled = self.ledger.borrow_mut().acked(push_id);
        if !settled.is_empty() {
            self.resync_backoff.borrow_mut().reset();
        }
        self.copy.settled.borrow_mut().extend(settled);
        self.flush_soon();
        self.go_on();
    }

    pub(super) fn refused(self: &Rc<Self>, nack: &Nack) {
        let remedy = self.ledger.borrow_mut().refused(nack);
        match remedy {
            Remedy::None => self.go_on(),
            Remedy::Resync(state_vector) => self.resync(state_vector),
            Remedy::Later(code) => {
                // said once, not with every new try; being too fast is said only when slowing down did not help
                let said_at = if code == NackCode::RateLimited { 1 } else { 0 };
                if self.resync_backoff.borrow().failures() == said_at {
                    self.tell(Event::Refused(code));
                }
                self.resync(None);
            }
            Remedy::Tell(code) => self.tell(Event::Refused(code)),
        }
    }

    /// Makes a push of everything, after a pause that grows while the relay refuses.
    fn resync(self: &Rc<Self>, relay_has: Option<Vec<u8>>) {
        let first_gap = relay_has.is_some() && self.resync_backoff.borrow().failures() == 0;
        if let Some(relay_has) = relay_has {
            self.relay_has.replace(relay_has);
        }
        let pause = self.resync_backoff.borrow_mut().pause(js_sys::Math::random());
        let pause = if first_gap { Duration::ZERO } else { pause };
        self.later(|timers| &timers.resync, pause, |inner| inner.go_on());
    }

    /// Sends what may go now.
    fn go_on(&self) {
        let due = self.timers.resync.borrow().is_none();
        if due && self.ledger.borrow().may_push_all() {
            self.push_all();
        }
        self.push_waiting();
    }

    fn fits(&self, update: &[u8]) -> bool {
        (update.len() + FRAME_BYTES) as u64 <= self.message_bytes.get()
    }

    /// Keeps everything on this device while the role does not allow to write.
    pub(super) fn read_only(&self) {
        self.ledger.borrow_mut().hold();
        if self.ledger.borrow().pending().rows > 0 {
            self.tell(Event::Refused(NackCode::ReadOnly));
        }
    }

    /// Keeps edits on this device that this connection cannot carry.
    pub(super) fn give_up(&self, code: NackCode) {
        self.ledger.borrow_mut().hold();
        self.tell(Event::Refused(code));
    }
}
