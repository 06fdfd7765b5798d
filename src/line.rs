//! The line to the relay: bytes out, bytes in. It is opened again and again until it is dropped.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use document::protocol::{Frame, Hello, Welcome};
use futures_channel::mpsc::UnboundedReceiver;
use futures_util::StreamExt;
use gloo_timers::callback::{Interval, Timeout};
use wasm_bindgen_futures::spawn_local;

use connection::{Connection, End, Happening, Happenings, Want, Wire};
use listener::Listener;
use route::Route;
use socket::Probe;

pub use refused::Refused;

pub(crate) mod backoff;
mod connection;
pub(crate) mod listener;
pub(crate) mod lock;
mod poll;
mod problem;
mod refused;
mod route;
mod socket;

/// How long a socket may take to its Welcome before requests are tried: a person waits five seconds at most.
const SOCKET_PATIENCE: Duration = Duration::from_secs(4);
/// How long requests may take to their Welcome.
const POLL_PATIENCE: Duration = Duration::from_secs(12);
/// How often a connection looks at the clock, in milliseconds.
const TICK_MS: u32 = 1_000;
/// How often a socket is tried beside requests, in milliseconds: rarely, since a blocked one stays blocked.
const PROBE_MS: u32 = 120_000;

/// How the line to the relay is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineState {
    /// Being opened for the first time.
    Connecting,
    /// The relay has said Welcome.
    Open(Transport),
    /// Lost or not reached; it comes back by itself.
    Waiting,
    /// Refused for good, and why.
    Closed(Refused),
}

/// How frames travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    /// A WebSocket.
    Socket,
    /// Requests, where WebSockets are blocked.
    Poll,
}

/// What a line brings.
pub(crate) enum Heard {
    /// How it is has changed.
    State(LineState),
    /// The relay has said Welcome; what follows belongs to this session.
    Welcome(Box<Welcome>),
    /// Frames that came together.
    Frames(Vec<Frame>),
}

/// What a line needs.
pub(crate) struct Setup {
    /// The project's id.
    pub(crate) project: String,
    /// The key of the address.
    pub(crate) key: String,
    /// What to say first, asked anew for every connection; none once nobody wants the line any more.
    pub(crate) hello: Box<dyn Fn() -> Option<Hello>>,
    /// Hears what the line brings.
    pub(crate) heard: Box<dyn Fn(Heard)>,
}

/// A line that is kept open until this is dropped.
pub(crate) struct Line {
    inner: Rc<Inner>,
}

struct Inner {
    setup: Setup,
    /// Where the connection of the moment, or the pause between two, is told what happens.
    happenings: RefCell<Happenings>,
    wire: RefCell<Option<Wire>>,
    state: Cell<Option<LineState>>,
    stopped: Cell<bool>,
}

impl Line {
    /// Begins to connect.
    pub(crate) fn start(setup: Setup) -> Line {
        let inner = Rc::new(Inner {
            setup,
            happenings: Happenings::channel().0.into(),
            wire: None.into(),
            state: None.into(),
            stopped: false.into(),
        });
        spawn_local(run(inner.clone()));
        Line { inner }
    }

    /// Sends a frame. Without an open connection it is dropped: what has to arrive is sent after the next Welcome.
    pub(crate) fn send(&self, frame: Frame) {
        self.inner.send(frame);
    }

    /// The page is being left: where requests carry the line, only a word tells the relay.
    pub(crate) fn say_goodbye(&self) {
        if let Some(Wire::Poll(poll)) = self.inner.wire.borrow().as_ref() {
            poll.say_goodbye();
        }
    }

    /// Ends a pause between two connections.
    pub(crate) fn try_now(&self) {
        self.inner.tell(Happening::Online);
    }

    /// Ends the connection as if the relay had closed it with that code.
    pub(crate) fn close(&self, code: u16) {
        self.inner.tell(Happening::Closed(Some(code)));
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.inner.stopped.set(true);
        self.inner.tell(Happening::Stop);
    }
}

impl Inner {
    /// From now on, happenings are told here. What was told to an earlier connection is not meant for this one.
    fn listen(&self) -> (Happenings, UnboundedReceiver<Happening>) {
        let (happenings, inbox) = Happenings::channel();
        self.happenings.replace(happenings.clone());
        (happenings, inbox)
    }

    fn tell(&self, happening: Happening) {
        self.happenings.borrow().tell(happening);
    }

    fn send(&self, frame: Frame) {
        if let Some(wire) = self.wire.borrow().as_ref() {
            wire.send(frame);
        }
    }

    fn state(&self, state: LineState) {
        if self.state.replace(Some(state)) != Some(state) {
            (self.setup.heard)(Heard::State(state));
        }
    }

    /// Does what the connection wants; gives back the end, if it is one.
    fn follow(&self, wants: Vec<Want>, transport: Transport) -> Option<End> {
        for want in wants {
            match want {
                Want::SayHello => match (self.setup.hello)() {
                    Some(hello) => self.send(Frame::Hello(hello)),
                    None => return Some(End::Stopped),
                },
                Want::Send(frame) => self.send(frame),
                Want::Hear(frames) => (self.setup.heard)(Heard::Frames(frames)),
                Want::Welcome(welcome) => {
                    (self.setup.heard)(Heard::Welcome(welcome));
                    self.state(LineState::Open(transport));
                }
                Want::End(end) => return Some(end),
            }
        }
        None
    }
}

async fn run(inner: Rc<Inner>) {
    let _listeners = listeners(&inner);
    let mut route = Route::default();
    inner.state(LineState::Connecting);
    while !inner.stopped.get() {
        let transport = route.transport();
        let (end, lived) = connect(&inner, transport).await;
        let random = js_sys::Math::random();
        let wait = match (end, lived) {
            (End::Stopped, _) => return,
            (End::Refused(refused), _) => return inner.state(LineState::Closed(refused)),
            (End::Changed, _) => {
                route.reset();
                None
            }
            (End::Lost, Some(lived)) => Some(route.lost(transport, lived, random)),
            (End::Lost, None) => route.failed(transport, random),
        };
        if let Some(wait) = wait {
            inner.state(LineState::Waiting);
            pause(&inner, wait, &mut route).await;
        }
    }
}

/// One connection, to its end; says how it ended, and how long it lived after the Welcome.
async fn connect(inner: &Rc<Inner>, transport: Transport) -> (End, Option<Duration>) {
    let (happenings, inbox) = inner.listen();
    let Some(wire) = Wire::open(transport, &inner.setup, &happenings) else {
        return (End::Lost, None);
    };
    inner.wire.replace(Some(wire));
    let _ticks = again_and_again(TICK_MS, &happenings, Happening::Tick);
    let _probes =
        (transport == Transport::Poll).then(|| again_and_again(PROBE_MS, &happenings, Happening::Online));
    let mut connection = Connection::new(now(), patience(transport));
    let end = converse(inner, &mut connection, (transport, happenings, inbox)).await;
    inner.wire.take();
    (end, connection.welcomed_at.map(|at| now().saturating_sub(at)))
}

async fn converse(
    inner: &Rc<Inner>,
    connection: &mut Connection,
    (transport, happenings, mut inbox): (Transport, Happenings, UnboundedReceiver<Happening>),
) -> End {
    let mut probe = None;
    while let Some(happening) = inbox.next().await {
        let online = happening == Happening::Online;
        let new = connection.welcomed_at.is_none();
        if let Some(end) = inner.follow(connection.heard(happening, now()), transport) {
            return end;
        }
        // also with the Welcome, since the relay may only just have come back when the socket had failed
        let probing = online || new && connection.welcomed_at.is_some();
        if probing && transport == Transport::Poll {
            probe.replace(Probe::open(&inner.setup.project, &happenings));
        }
    }
    End::Stopped
}

fn again_and_again(pause_ms: u32, happenings: &Happenings, happening: Happening) -> Interval {
    let happenings = happenings.clone();
    Interval::new(pause_ms, move || happenings.tell(happening.clone()))
}

/// Waits, unless there is a reason to try at once.
async fn pause(inner: &Rc<Inner>, wait: Duration, route: &mut Route) {
    let (happenings, mut inbox) = inner.listen();
    let _timer = Timeout::new(wait.as_millis() as u32, move || happenings.tell(Happening::Tick));
    while let Some(happening) = inbox.next().await {
        match happening {
            Happening::Woken => return route.woken(),
            Happening::Online => return route.reset(),
            Happening::Tick | Happening::Stop => return,
            _ => {}
        }
    }
}

fn patience(transport: Transport) -> Duration {
    match transport {
        Transport::Socket => SOCKET_PATIENCE,
        Transport::Poll => POLL_PATIENCE,
    }
}

/// The device's clock: it goes on while the device sleeps, so that a line is known to be dead at waking.
fn now() -> Duration {
    Duration::from_millis(js_sys::Date::now() as u64)
}

/// Tells of the network and of the page being looked at.
fn listeners(inner: &Rc<Inner>) -> Vec<Listener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let document = window.document();
    let told = |happening: Happening| {
        let inner = Rc::downgrade(inner);
        move |_: web_sys::Event| {
            if let Some(inner) = inner.upgrade().filter(|_| happening != Happening::Woken || is_looked_at()) {
                inner.tell(happening.clone());
            }
        }
    };
    let online = Listener::new(window.clone().into(), "online", told(Happening::Online));
    let offline = Listener::new(window.into(), "offline", told(Happening::Offline));
    let woken = document
        .and_then(|document| Listener::new(document.into(), "visibilitychange", told(Happening::Woken)));
    [online, offline, woken].into_iter().flatten().collect()
}

fn is_looked_at() -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|document| !document.hidden())
}
