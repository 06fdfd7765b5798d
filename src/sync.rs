//! Keeps a page's document, this device's copy of it and the relay in step.

use std::cell::RefCell;
use std::rc::Rc;

use document::protocol::{Close, NackCode};
use document::{Document, Touched};
use model::Role;

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
    /// Where everything that this device holds is kept now. Told only when it changes.
    Saved(Saved),
    /// How the line to the relay is.
    Line(LineState),
    /// What this page may do. Told with every connection.
    Role(Role),
    /// Who came, moved or went: only those that changed.
    Presence(Vec<Peer>),
    /// The relay refused a write. Nothing is lost: the edit stays on this device.
    Refused(NackCode),
}

/// Where the edits of this device are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// The relay has acknowledged every one.
    Relay,
    /// On their way.
    Saving,
    /// On this device, and there is no connection.
    Device,
    /// Only in this page: keep it open.
    Not,
}

/// How the line to the relay is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineState {
    /// Being opened.
    Connecting,
    /// The relay has said Welcome.
    Open(Transport),
    /// Lost; it comes back by itself.
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

/// Why the relay does not want this page back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    /// The reason; `None` when it is newer than this app.
    pub close: Option<Close>,
    /// The same for people.
    pub sentence: &'static str,
}

/// What another participant says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// The client id of its document.
    pub client_id: u64,
    /// Its presence as JSON text, not checked; `None` once it is gone.
    pub state: Option<String>,
}

/// A document being kept in step, until the last clone is dropped.
#[derive(Clone)]
pub struct Sync {}

impl Sync {
    /// Loads what this device has of the project, then connects.
    pub fn start(_setup: Setup) -> Sync {
        Sync {}
    }

    /// Takes the update of a local edit: to this device in the same tick, then to the relay. Never borrows the document.
    pub fn wrote(&self, _update: Vec<u8>) {}

    /// Says to the others who and where I am, as JSON text; `None` takes it back. Sent at most 20 times a second.
    pub fn present(&self, _state: Option<String>) {}

    /// Keeps the updates of others back while an input method composes.
    pub fn hold(&self) {}

    /// Merges what came since `hold`.
    pub fn release(&self) {}

    /// Leaves the project: presence is taken back, and nothing is told from now on.
    pub fn stop(&self) {}
}
