//! What is done a little later, or again and again, until the page lets go.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use gloo_timers::callback::{Interval, Timeout};

use super::Inner;
use crate::line::listener::Listener;

/// What is to be done a little later; ends with the rest.
#[derive(Default)]
pub(super) struct Timers {
    pub(super) flush: RefCell<Option<Timeout>>,
    pub(super) presence: RefCell<Option<Timeout>>,
    pub(super) reopen: RefCell<Option<Timeout>>,
    pub(super) resync: RefCell<Option<Timeout>>,
    pub(super) saved: RefCell<Option<Timeout>>,
    pub(super) beat: RefCell<Option<Interval>>,
    pub(super) hidden: RefCell<Option<Listener>>,
    pub(super) leaving: RefCell<Option<Listener>>,
}

impl Timers {
    pub(super) fn end(&self) {
        for timer in [&self.flush, &self.presence, &self.reopen, &self.resync, &self.saved] {
            timer.take();
        }
        self.beat.take();
        self.hidden.take();
        self.leaving.take();
    }
}

impl Inner {
    /// Does something a little later, unless it is to be done anyway.
    pub(super) fn later(
        self: &Rc<Self>,
        timer: fn(&Timers) -> &RefCell<Option<Timeout>>,
        wait: Duration,
        work: fn(&Rc<Inner>),
    ) {
        let mut slot = timer(&self.timers).borrow_mut();
        if slot.is_some() {
            return;
        }
        let inner = Rc::downgrade(self);
        *slot = Some(Timeout::new(wait.as_millis() as u32, move || {
            if let Some(inner) = inner.upgrade() {
                timer(&inner.timers).take();
                work(&inner);
            }
        }));
    }
}
