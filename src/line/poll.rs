//! The line as requests, where WebSockets are blocked: frames go up by POST, and come down by requests that wait.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use document::protocol::{Frame, limits, poll};
use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_util::StreamExt;
use gloo_net::http::{Request, RequestBuilder, Response};
use gloo_timers::future::sleep;
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, RequestInit};

use super::Setup;
use super::connection::{Happening, Happenings};
use super::lock::{self, Lock};
use super::problem::close_code;
use crate::random::random;

/// How often a request is sent again that got no answer. The relay knows it by its counter.
const TRIES: u32 = 4;
/// Pause before it is sent again.
const AGAIN: Duration = Duration::from_millis(700);
/// Tabs of this browser that poll at once. Over HTTP/1.1 a browser has six connections to a host, and each waiting
/// request holds one; the tabs beyond wait for their turn, and keep what is written on this device.
const TABS: u32 = 4;

/// A session of requests; ended when it is dropped.
pub(super) struct Poll {
    session: Rc<Session>,
    wake: UnboundedSender<()>,
}

struct Session {
    address: String,
    key: String,
    name: String,
    happenings: Happenings,
    /// Frames that go up with the next POST.
    waiting: RefCell<Vec<Frame>>,
    /// Ends the request that waits.
    ending: Option<AbortController>,
    ended: Cell<bool>,
}

impl Poll {
    /// Begins a session.
    pub(super) fn open(setup: &Setup, happenings: &Happenings) -> Poll {
        let (wake, woken) = unbounded();
        let session = Rc::new(Session {
            address: poll::path(&String::from(js_sys::encode_uri_component(&setup.project))),
            key: setup.key.clone(),
            name: name(),
            happenings: happenings.clone(),
            waiting: RefCell::default(),
            ending: AbortController::new().ok(),
            ended: false.into(),
        });
        spawn_local(session.clone().up(woken));
        happenings.tell(Happening::Opened);
        Poll { session, wake }
    }

    /// Sends a frame, with whatever waits.
    pub(super) fn send(&self, frame: Frame) {
        self.session.waiting.borrow_mut().push(frame);
        // a session that has ended has said so
        self.wake.unbounded_send(()).ok();
    }
}

impl Poll {
    /// Tells the relay that this session is over. The page may be gone before the answer comes.
    pub(super) fn say_goodbye(&self) {
        let session = &self.session;
        let options = RequestInit::new();
        options.set_method("DELETE");
        let headers = Object::new();
        let bearer = format!("Bearer {}", session.key);
        for (object, name, value) in [
            (&headers, "authorization", JsValue::from(bearer)),
            (&headers, poll::SESSION_HEADER, JsValue::from(&session.name)),
            (options.unchecked_ref(), "keepalive", JsValue::TRUE),
        ] {
            // setting a field of a plain object does not fail
            Reflect::set(object, &name.into(), &value).ok();
        }
        options.set_headers(&headers);
        if let Some(window) = web_sys::window() {
            // nobody waits for the answer
            drop(window.fetch_with_str_and_init(&session.address, &options));
        }
    }
}

impl Drop for Poll {
    fn drop(&mut self) {
        self.session.ended.set(true);
        if let Some(ending) = &self.session.ending {
            ending.abort();
        }
    }
}

impl Session {
    /// Sends what waits until the session ends; what waited then goes too, since it says goodbye.
    async fn up(self: Rc<Self>, mut woken: UnboundedReceiver<()>) {
        let Some(_turn) = turn().await else { return self.close(None) };
        let mut counter = 0;
        while woken.next().await.is_some() {
            let frames = self.next_frames(counter);
            match (frames.is_empty(), counter) {
                (true, _) => continue,
                // nobody wants a session that has not begun
                (_, 0) if self.ended.get() => return,
                _ => counter += 1,
            }
            // a relay that is not there is tried again after a pause, and by socket first
            let tries = if counter == 1 { 1 } else { TRIES };
            let body = poll::Up { counter, frames }.encode();
            if let Err(code) = self.post(&body, tries).await {
                return self.close(code);
            }
            if counter == 1 {
                spawn_local(self.clone().down());
            }
        }
    }

    /// As many frames as one message may hold. The first is Hello, and goes alone: nobody is known before it.
    fn next_frames(&self, counter: u64) -> Vec<Frame> {
        let mut waiting = self.waiting.borrow_mut();
        if counter == 0 {
            let hello = 1.min(waiting.len());
            return waiting.drain(..hello).collect();
        }
        let mut bytes = 0;
        let fitting = waiting.iter().take(limits::FRAMES_PER_MESSAGE).take_while(|frame| {
            let first = bytes == 0;
            bytes += size(frame);
            first || bytes < limits::MESSAGE_BYTES / 2
        });
        let count = fitting.count();
        waiting.drain(..count).collect()
    }

    /// Sends a body until it is answered; an error holds the relay's close code, if it gave one.
    async fn post(&self, body: &[u8], tries: u32) -> Result<(), Option<u16>> {
        for _ in 0..tries {
            let request = self.with_names(Request::post(&self.address)).body(Uint8Array::from(body));
            match request.map_err(|_| None)?.send().await {
                Ok(response) if response.ok() => return Ok(()),
                Ok(response) if response.status() < 500 => return Err(close_code(response).await),
                _ if self.ended.get() => return Err(None),
                _ => sleep(AGAIN).await,
            }
        }
        Err(None)
    }

    /// Waits for what comes down, confirming what has come with the next request.
    async fn down(self: Rc<Self>) {
        let (mut after, mut failures) = (0, 0);
        while !self.ended.get() {
            match self.next_message(after).await {
                Ok((message, last)) => {
                    failures = 0;
                    after = last;
                    self.happenings.tell(Happening::Message(message));
                }
                Err(Some(code)) => return self.close(Some(code)),
                Err(None) if failures == TRIES => return self.close(None),
                Err(None) => {
                    failures += 1;
                    sleep(AGAIN).await;
                }
            }
        }
    }

    /// The next frames as one message, and the number of the last. Those that came before are left out.
    async fn next_message(&self, after: u64) -> Result<(Vec<u8>, u64), Option<u16>> {
        let address = format!("{}?after={after}", self.address);
        let signal = self.ending.as_ref().map(AbortController::signal);
        let request = self.with_names(Request::get(&address)).abort_signal(signal.as_ref());
        let response = request.send().await.map_err(|_| None)?;
        if !response.ok() {
            return Err(close_code(response).await);
        }
        let frames = bytes(response).await.and_then(|bytes| poll::decode_down(&bytes).ok());
        let frames = frames.ok_or(None)?;
        let last = frames.last().map_or(after, |frame| frame.number.max(after));
        let new = frames.into_iter().filter(|frame| frame.number > after);
        Ok((new.flat_map(|frame| frame.frame).collect(), last))
    }

    fn with_names(&self, request: RequestBuilder) -> RequestBuilder {
        request
            .header("authorization", &format!("Bearer {}", self.key))
            .header(poll::SESSION_HEADER, &self.name)
    }

    fn close(&self, code: Option<u16>) {
        self.happenings.tell(Happening::Closed(code));
    }
}

/// Waits until this tab may poll.
async fn turn() -> Option<Lock> {
    let name = |place: u32| format!("tributary.poll.{place}");
    for place in 0..TABS {
        if let Some(lock) = lock::hold_if_free(&name(place)).await {
            return Some(lock);
        }
    }
    let place = (js_sys::Math::random() * f64::from(TABS)) as u32;
    lock::hold(&name(place)).await
}

/// A name that nobody guesses: it stands for the session.
fn name() -> String {
    format!("{:032x}", random())
}

async fn bytes(response: Response) -> Option<Vec<u8>> {
    response.binary().await.ok()
}

/// About how many bytes a frame takes.
fn size(frame: &Frame) -> usize {
    const SMALL: usize = 256;
    match frame {
        Frame::Push { update, .. } => SMALL + update.len(),
        _ => SMALL,
    }
}
