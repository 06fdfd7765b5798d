//! Keeps a page's document, this device's copy of it and the relay in step.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use document::protocol::{Close, Frame, Hello, Key, NackCode, Resume, Welcome, awareness, limits};
use document::{Document, SCHEMA, Touched};
use gloo_timers::callback::Interval;
use model::Role;
use model::role::Action;

use crate::line::backoff::Backoff;
use crate::line::listener::Listener;
use crate::line::{self, Heard, Line};
use crate::random::random;
use copy::Copy;
use incoming::{Arrival, Incoming};
use ledger::Ledger;
use presence::Presence;
use saved::{Disk, saved};
use timers::Timers;

pub use crate::line::{LineState, Refused, Transport};
pub use presence::Peer;
pub use saved::Saved;

mod copy;
mod here;
mod incoming;
mod ledger;
mod loading;
mod outgoing;
mod presence;
mod saved;
mod timers;

/// How often presence is looked after, in milliseconds.
const BEAT_MS: u32 = 5_000;
/// After the last letter it says that everything is saved.
const QUIET: Duration = Duration::from_millis(300);

/// What a page gives to be kept in step.
#[derive(Clone)]
pub struct Setup {
    /// The project's id, as in its address.
    pub project: String,
    /// The key of the address.
    pub key: String,
    /// The page's document. It is never borrowed while `events` runs.
    pub document: Rc<RefCell<Document>>,
    /// Hears everything that happens; it may call the `Sync` again.
    pub events: Rc<dyn Fn(Event)>,
}

/// What the page is told.
#[derive(Debug, Clone)]
pub enum Event {
    /// What this device had is in the document now (also when it had nothing): the page may be drawn.
    Loaded(Touched),
    /// Updates of others are in the document now.
    Merged(Touched),
    /// The document holds everything that the relay had when it said Welcome.
    CaughtUp,
    /// Where the edits of this device are kept now. Told when it changes.
    Saved(Saved),
    /// How the line to the relay is now.
    Line(LineState),
    /// What this page may do: before `Loaded` as this device remembers it, then with every connection, before its line
    /// counts as open.
    Role(Role),
    /// Who came, moved or went: only those that changed.
    Presence(Vec<Peer>),
    /// The relay refused a write. Nothing is lost: the edit stays on this device.
    Refused(NackCode),
}

/// A document being kept in step, until the last clone is dropped.
#[derive(Clone)]
pub struct Sync {
    guard: Rc<Guard>,
}

/// Stops when the page lets go, although timers and the line still know the rest.
struct Guard(Rc<Inner>);

struct Inner {
    setup: Setup,
    me: u64,
    stopped: Cell<bool>,
    /// Whether the relay means another document, so that nothing of it belongs into this one.
    refused: Cell<bool>,
    /// Whether everything is here, and nobody has been told yet.
    whole: Cell<bool>,
    line: RefCell<Option<Line>>,
    state: Cell<LineState>,
    role: Cell<Option<Role>>,
    /// Proves that a second connection is this page's too, also when the first Welcome never arrived.
    resume: Resume,
    saved: Cell<Option<Saved>>,
    wrote_at: Cell<Duration>,
    copy: Copy,
    incoming: Incoming,
    ledger: RefCell<Ledger>,
    presence: RefCell<Presence>,
    /// What the relay last said that it has, and how much one message may hold.
    relay_has: RefCell<Vec<u8>>,
    message_bytes: Cell<u64>,
    resync_backoff: RefCell<Backoff>,
    timers: Timers,
}

impl Sync {
    /// Loads what this device has of the project, then connects.
    pub fn start(setup: Setup) -> Sync {
        let me = setup.document.borrow().client_id();
        let inner = Rc::new(Inner {
            setup,
            me,
            stopped: false.into(),
            refused: false.into(),
            whole: false.into(),
            line: None.into(),
            state: LineState::Connecting.into(),
            role: None.into(),
            resume: Resume(random().to_le_bytes()),
            saved: None.into(),
            wrote_at: Duration::ZERO.into(),
            copy: Copy::default(),
            incoming: Incoming::default(),
            ledger: RefCell::default(),
            presence: Presence::new(me).into(),
            relay_has: RefCell::default(),
            message_bytes: (limits::MESSAGE_BYTES as u64).into(),
            resync_backoff: RefCell::default(),
            timers: Timers::default(),
        });
        inner.begin();
        Sync { guard: Rc::new(Guard(inner)) }
    }

    /// Takes the update of a local edit: to this device in the same tick, then to the relay. It never borrows the
    /// document, so it may be called while that is borrowed.
    pub fn wrote(&self, update: Vec<u8>) {
        self.guard.0.wrote(update);
    }

    /// Says to the others who and where I am, as JSON text; `None` takes it back. Sent at most 20 times a second.
    pub fn present(&self, state: Option<String>) {
        self.guard.0.present(state);
    }

    /// Tries at once to reach the relay, if the line waits.
    pub fn try_now(&self) {
        if let Some(line) = self.guard.0.line.borrow().as_ref() {
            line.try_now();
        }
    }

    /// Keeps the updates of others back while an input method composes.
    pub fn hold(&self) {
        self.guard.0.incoming.hold();
    }

    /// Merges what came since `hold`.
    pub fn release(&self) {
        self.guard.0.release();
    }

    /// Leaves the project: presence is taken back, and nothing is told from now on.
    pub fn stop(&self) {
        self.guard.0.stop();
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.stop();
    }
}

impl Inner {
    fn tell(&self, event: Event) {
        if !self.stopped.get() {
            (self.setup.events)(event);
        }
    }

    /// Tells where everything is kept, if that has changed. Who types sees one word, not two in turn.
    fn weigh(self: &Rc<Self>) {
        let pending = self.ledger.borrow().pending();
        let saved = saved(self.state.get(), self.copy.disk.get(), pending);
        let told = self.saved.get();
        if told == Some(Saved::Saving) && saved == Saved::Relay && !self.is_quiet() {
            return self.later(|timers| &timers.saved, QUIET, Inner::weigh);
        }
        self.saved.set(Some(saved));
        if told != Some(saved) {
            self.tell(Event::Saved(saved));
        }
    }

    /// Whether nothing was written here just now.
    fn is_quiet(&self) -> bool {
        now().saturating_sub(self.wrote_at.get()) >= QUIET
    }

    fn connect(self: &Rc<Self>) {
        let (hello, heard) = (Rc::downgrade(self), Rc::downgrade(self));
        let setup = line::Setup {
            project: self.setup.project.clone(),
            key: self.setup.key.clone(),
            hello: Box::new(move || hello.upgrade().map(|inner| inner.hello())),
            heard: Box::new(move |what| {
                if let Some(inner) = heard.upgrade().filter(|inner| !inner.stopped.get()) {
                    inner.heard(what);
                }
            }),
        };
        self.line.replace(Some(Line::start(setup)));
        let beating = Rc::downgrade(self);
        let beat = Interval::new(BEAT_MS, move || {
            if let Some(inner) = beating.upgrade() {
                inner.beat();
            }
        });
        self.timers.beat.replace(Some(beat));
        let hiding = Rc::downgrade(self);
        self.timers.hidden.replace(on_window("pagehide", move |_| {
            if let Some(inner) = hiding.upgrade() {
                inner.flush();
                inner.line.borrow().iter().for_each(Line::say_goodbye);
            }
        }));
        let leaving = Rc::downgrade(self);
        self.timers.leaving.replace(on_window("beforeunload", move |event| {
            if leaving.upgrade().is_some_and(|inner| inner.would_lose()) {
                event.prevent_default();
            }
        }));
    }

    /// Whether there are edits that are in this page and nowhere else.
    fn would_lose(&self) -> bool {
        self.copy.disk.get() == Disk::Failing && self.ledger.borrow().pending().unkept > 0
    }

    fn hello(&self) -> Hello {
        let place = self.copy.place.get();
        Hello {
            proto: limits::PROTOCOL,
            app: env!("CARGO_PKG_VERSION").to_owned(),
            schema: SCHEMA,
            key: Key(self.setup.key.clone()),
            client_id: self.me,
            epoch: place.epoch,
            resume: Some(self.resume),
            since: place.since,
        }
    }

    fn heard(self: &Rc<Self>, heard: Heard) {
        match heard {
            Heard::State(state) => self.line_is(state),
            Heard::Welcome(welcome) => self.welcomed(&welcome),
            Heard::Frames(frames) => self.frames(frames),
        }
        self.weigh();
    }

    fn line_is(self: &Rc<Self>, state: LineState) {
        self.state.set(state);
        if !matches!(state, LineState::Open(_)) {
            self.cut();
        }
        self.tell(Event::Line(state));
    }

    /// Forgets what belonged to one connection.
    fn cut(&self) {
        self.refused.set(false);
        self.ledger.borrow_mut().shut();
        self.incoming.cut();
        self.timers.resync.take();
        let gone = self.presence.borrow_mut().lost();
        self.told_of(gone);
    }

    fn welcomed(self: &Rc<Self>, welcome: &Welcome) {
        self.cut();
        if self.copy.place.get().epoch.is_some_and(|epoch| epoch != welcome.epoch) {
            return self.refuse(Close::EpochChanged);
        }
        self.adopt(welcome.epoch);
        self.role.set(Some(welcome.role));
        self.message_bytes.set(welcome.limits.message_bytes);
        self.expect(welcome.head);
        self.tell(Event::Role(welcome.role));
        if welcome.role.may(Action::Edit) {
            self.relay_has.replace(welcome.state_vector.clone());
        } else {
            self.read_only();
        }
        if !self.incoming.is_expecting() {
            self.caught_up();
        }
        self.tell_whole();
        self.show();
    }

    fn refuse(&self, close: Close) {
        self.refused.set(true);
        if let Some(line) = self.line.borrow().as_ref() {
            line.close(close.code());
        }
    }

    fn frames(self: &Rc<Self>, frames: Vec<Frame>) {
        let (mut arrivals, mut peers) = (Vec::new(), Vec::new());
        if self.refused.get() {
            return;
        }
        for frame in frames {
            match frame {
                Frame::Update { seq, update } => arrivals.push(Arrival { seq, update }),
                Frame::Ack { push_id, .. } => self.acked(push_id),
                Frame::Nack(nack) => self.refused(&nack),
                Frame::Ping(_) => self.beat(),
                // a list that cannot be read is only presence: the next one may be whole
                Frame::Awareness(bytes) => peers.extend(awareness::decode(&bytes).unwrap_or_default()),
                _ => {}
            }
        }
        self.merge(arrivals);
        let changed = self.presence.borrow_mut().heard(peers, now());
        self.told_of(changed);
    }

    fn send(&self, frame: Frame) {
        if let Some(line) = self.line.borrow().as_ref() {
            line.send(frame);
        }
    }

    fn stop(self: &Rc<Self>) {
        if self.stopped.replace(true) {
            return;
        }
        self.presence.borrow_mut().say(None);
        self.show();
        self.flush();
        self.line.take();
        self.timers.end();
    }
}

fn on_window(name: &'static str, heard: impl FnMut(web_sys::Event) + 'static) -> Option<Listener> {
    web_sys::window().and_then(|window| Listener::new(window.into(), name, heard))
}

/// The device's clock: it goes on while the device sleeps.
fn now() -> Duration {
    Duration::from_millis(js_sys::Date::now() as u64)
}
