//! The line as a WebSocket.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BinaryType, CloseEvent, Event, MessageEvent, WebSocket};

use super::connection::{Happening, Happenings};

/// An open or opening WebSocket; closed when it is dropped.
pub(super) struct Socket {
    socket: WebSocket,
    _opened: Closure<dyn FnMut(Event)>,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _closed: Closure<dyn FnMut(CloseEvent)>,
}

impl Socket {
    /// Begins to open; what comes of it is told to `happenings`. `None` where the browser does not allow sockets.
    pub(super) fn open(project: &str, happenings: &Happenings) -> Option<Socket> {
        let socket = WebSocket::new(&address(project)?).ok()?;
        socket.set_binary_type(BinaryType::Arraybuffer);
        let opened = told(happenings, |_: Event| Some(Happening::Opened));
        let message = told(happenings, |event: MessageEvent| bytes(&event).map(Happening::Message));
        let closed = told(happenings, |event: CloseEvent| Some(Happening::Closed(Some(event.code()))));
        socket.set_onopen(Some(opened.as_ref().unchecked_ref()));
        socket.set_onmessage(Some(message.as_ref().unchecked_ref()));
        socket.set_onclose(Some(closed.as_ref().unchecked_ref()));
        Some(Socket { socket, _opened: opened, _message: message, _closed: closed })
    }

    /// Sends one message. A socket that is no longer open drops it, and says so by its close.
    pub(super) fn send(&self, message: &[u8]) {
        self.socket.send_with_u8_array(message).ok();
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.socket.set_onopen(None);
        self.socket.set_onmessage(None);
        self.socket.set_onclose(None);
        // one that is closed already needs nothing more
        self.socket.close().ok();
    }
}

/// A socket that only shows whether one can be opened; closed when it is dropped.
pub(super) struct Probe {
    socket: WebSocket,
    _opened: Closure<dyn FnMut(Event)>,
}

impl Probe {
    /// Begins to open; only its success is told.
    pub(super) fn open(project: &str, happenings: &Happenings) -> Option<Probe> {
        let socket = WebSocket::new(&address(project)?).ok()?;
        let opened = told(happenings, |_: Event| Some(Happening::SocketWorks));
        socket.set_onopen(Some(opened.as_ref().unchecked_ref()));
        Some(Probe { socket, _opened: opened })
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        self.socket.set_onopen(None);
        // one that is closed already needs nothing more
        self.socket.close().ok();
    }
}

/// The address of a project's line, with the page's own host.
fn address(project: &str) -> Option<String> {
    let location = web_sys::window()?.location();
    let scheme = if location.protocol().ok()? == "https:" { "wss" } else { "ws" };
    Some(format!("{scheme}://{}/sync/{}", location.host().ok()?, js_sys::encode_uri_component(project)))
}

fn told<E>(happenings: &Happenings, read: impl Fn(E) -> Option<Happening> + 'static) -> Closure<dyn FnMut(E)>
where
    E: wasm_bindgen::convert::FromWasmAbi + 'static,
{
    let happenings = happenings.clone();
    Closure::new(move |event: E| {
        if let Some(happening) = read(event) {
            happenings.tell(happening);
        }
    })
}

fn bytes(event: &MessageEvent) -> Option<Vec<u8>> {
    let buffer = event.data().dyn_into::<ArrayBuffer>().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
