//! A project where WebSockets are blocked: the same frames by POST and long-poll.
//!
//! A page chooses a random session name and sends it, with its key, in the headers of every request. What goes up is
//! counted, what comes down is numbered and repeated until it is confirmed, so that any request may be sent again.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};

use axum::{
    body::Body,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse,
};
use bytes::{Bytes, BytesMut};
use document::protocol::{Close, Frame, FrameError, Key, limits, poll};
use futures_util::StreamExt;
use serde::Deserialize;
use tokio::{
    sync::{Mutex as AsyncMutex, Notify, OnceCell},
    time::{Instant, sleep_until, timeout},
};
use tokio_util::sync::CancellationToken;

use super::{Problem, caller::Caller};
use crate::{
    Relay, Timing,
    id::ProjectId,
    metrics::Transport,
    queue::{Queue, Taken},
    session::{Credentials, Session},
};

/// A session's name has 128 random bits at least, in the characters of base 64.
const SHORTEST_NAME: usize = 22;
const LONGEST_NAME: usize = 64;
/// How long a relay that stops waits for polls to come back: one round trip on a bad line.
const TELLING: Duration = Duration::from_secs(2);

/// Sessions over long-polling, by project and name.
#[derive(Default)]
pub struct Polls {
    sessions: Mutex<HashMap<Name, Arc<Slot>>>,
    forgotten: Notify,
}

type Name = (ProjectId, String);
/// Begun once, also when the first request is sent twice at the same time.
type Slot = OnceCell<Polled>;

/// A session between two requests.
struct Polled {
    key: Key,
    queue: Arc<Queue>,
    up: AsyncMutex<Up>,
    down: AsyncMutex<Down>,
    /// Ends the poll that waits, when the page has sent another: a proxy may have cut the line behind its back.
    waiting: Mutex<CancellationToken>,
    seen: Mutex<Instant>,
}

struct Up {
    session: Session,
    /// The last counter that was taken.
    counter: u64,
}

#[derive(Default)]
struct Down {
    /// Frames that were numbered and not confirmed yet.
    unconfirmed: VecDeque<(u64, Bytes)>,
    /// The number of the last frame.
    number: u64,
    close: Option<Close>,
}

/// Which frames have arrived.
#[derive(Deserialize)]
pub(super) struct After {
    after: u64,
}

/// Takes frames up. The first request of a session carries its Hello and nothing else.
pub(super) async fn up(
    State(relay): State<Arc<Relay>>,
    Path(project): Path<String>,
    headers: HeaderMap,
    caller: Caller,
    body: Body,
) -> Result<StatusCode, Problem> {
    let name = name(&relay, (&project, &headers), &caller)?;
    let Timing { hello, dead, .. } = relay.config.timing;
    let slot = relay.polls.find(&name);
    match slot.as_ref().and_then(|slot| slot.get()) {
        Some(polled) => {
            polled.same_key(&caller)?;
            let body = whole(body, (relay.config.limits.message_bytes, dead)).await;
            polled.take(poll::Up::decode(&body.map_err(Problem::Closed)?)).await?;
        }
        None => {
            let body = timeout(hello, whole(body, (limits::HELLO_BYTES as u64, dead))).await;
            let body = body.unwrap_or(Err(Close::HelloTimeout)).map_err(Problem::Closed)?;
            begin(&relay, (name, caller), &body).await?;
        }
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Confirms frames and brings the next ones, as soon as there are some.
pub(super) async fn down(
    State(relay): State<Arc<Relay>>,
    Path(project): Path<String>,
    Query(After { after }): Query<After>,
    headers: HeaderMap,
    caller: Caller,
) -> Result<impl IntoResponse, Problem> {
    let name = name(&relay, (&project, &headers), &caller)?;
    let slot = relay.polls.find(&name);
    let slot = slot.ok_or(Problem::Closed(Close::Silent))?;
    let polled = slot.get().ok_or(Problem::Closed(Close::Silent))?;
    polled.same_key(&caller)?;
    let body = polled.next(after, relay.config.timing.poll).await.map_err(|close| {
        relay.polls.forget((&name, &slot));
        Problem::Closed(close)
    })?;
    let headers = [(header::CONTENT_TYPE, "application/octet-stream"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, body))
}

/// Ends a session whose page goes, so that the others do not see it for as long as a silence may last. To say it
/// again, or of a session that has ended, is no fault.
pub(super) async fn end(
    State(relay): State<Arc<Relay>>,
    Path(project): Path<String>,
    headers: HeaderMap,
    caller: Caller,
) -> Result<StatusCode, Problem> {
    let name = name(&relay, (&project, &headers), &caller)?;
    if let Some(slot) = relay.polls.find(&name)
        && let Some(polled) = slot.get()
    {
        polled.same_key(&caller)?;
        // a poll that still waits is answered by this, and with it goes the last that holds the session
        polled.queue.close(Close::Silent);
        relay.polls.forget((&name, &slot));
    }
    Ok(StatusCode::NO_CONTENT)
}

/// A request's body, if it is small enough and never falls silent: a large one on a slow line takes its time.
async fn whole(body: Body, (most, quiet): (u64, Duration)) -> Result<BytesMut, Close> {
    let (mut parts, mut whole) = (body.into_data_stream(), BytesMut::new());
    while let Some(part) = timeout(quiet, parts.next()).await.map_err(|_| Close::Silent)? {
        // an error is a line that broke: nobody reads the answer
        let part = part.map_err(|_| Close::Silent)?;
        if (whole.len() + part.len()) as u64 > most {
            return Err(Close::TooLarge);
        }
        whole.extend_from_slice(&part);
    }
    Ok(whole)
}

/// Begins a session with its first request.
async fn begin(relay: &Arc<Relay>, (name, caller): (Name, Caller), body: &[u8]) -> Result<(), Problem> {
    let credentials = credentials((&name.0, &caller), body).map_err(Problem::Closed)?;
    let key = credentials.key.clone();
    let filling = relay.polls.filling(name);
    let mut first = false;
    let begun = filling.slot.get_or_try_init(async || {
        let polled = Polled::new(key, Session::begin(relay, credentials).await?);
        first = true;
        Ok(polled)
    });
    let polled = begun.await.map_err(Problem::Closed)?;
    if first {
        // only now that it can be found: who sweeps what is not there yet ends at once
        tokio::spawn(sweep(Arc::downgrade(relay), (filling.name.clone(), polled.queue.clone())));
    }
    Ok(())
}

/// What the first request of a session shows, before anything is kept of it.
fn credentials((project, caller): (&ProjectId, &Caller), body: &[u8]) -> Result<Credentials, Close> {
    let up = poll::Up::decode(body).map_err(|_| Close::BadFrame)?;
    let (1, [Frame::Hello(hello)]) = (up.counter, up.frames.as_slice()) else {
        // a session that is not known any more: the page begins another one
        return Err(Close::Silent);
    };
    if caller.key.as_ref() != Some(&hello.key) {
        return Err(Close::Unauthenticated);
    }
    Credentials::from_hello(project.clone(), hello.clone(), Transport::Poll)
}

/// Ends a session whose page is silent, and forgets one that has ended.
async fn sweep(relay: Weak<Relay>, (name, queue): (Name, Arc<Queue>)) {
    loop {
        let Some(strong) = relay.upgrade() else { return };
        let Some(slot) = strong.polls.find(&name) else { return };
        let Some(polled) = slot.get().filter(|polled| Arc::ptr_eq(&polled.queue, &queue)) else { return };
        // who holds the other end of a poll is not silent, however long it waits
        let waits = polled.down.try_lock().is_err();
        let seen = if waits { Instant::now() } else { *polled.seen() };
        let end = seen + strong.config.timing.dead;
        if end <= Instant::now() {
            queue.close(Close::Silent);
            return strong.polls.forget((&name, &slot));
        }
        drop((slot, strong));
        sleep_until(end).await;
    }
}

fn name(relay: &Relay, (project, headers): (&str, &HeaderMap), caller: &Caller) -> Result<Name, Problem> {
    caller.same_origin(relay)?;
    let project = ProjectId::parse(project).ok_or(Problem::Closed(Close::NoSuchProject))?;
    let session = headers.get(poll::SESSION_HEADER).and_then(|name| name.to_str().ok()).unwrap_or_default();
    let sound = (SHORTEST_NAME..=LONGEST_NAME).contains(&session.len());
    sound.then(|| (project, session.to_owned())).ok_or_else(|| Problem::Invalid {
        path: poll::SESSION_HEADER.to_owned(),
        message: "a header with 22 to 64 random characters is expected".to_owned(),
    })
}

impl Polls {
    /// Waits until every session has heard how it ended, or has had the time for it.
    pub async fn told(&self) {
        let told = async {
            while !self.sessions().is_empty() {
                self.forgotten.notified().await;
            }
        };
        // whoever is gone for good learns nothing, and everybody else waits for them
        timeout(TELLING, told).await.ok();
    }

    /// A session that has begun.
    fn find(&self, name: &Name) -> Option<Arc<Slot>> {
        let sessions = self.sessions();
        sessions.get(name).filter(|slot| slot.initialized()).cloned()
    }

    /// The place of a session that is to begin; the same for requests that come at the same time.
    fn filling(&self, name: Name) -> Filling<'_> {
        let slot = self.sessions().entry(name.clone()).or_default().clone();
        Filling { polls: self, name, slot }
    }

    /// Takes a session out of the list, unless another one has its name by now.
    fn forget(&self, (name, slot): (&Name, &Arc<Slot>)) {
        let mut sessions = self.sessions();
        if sessions.get(name).is_some_and(|other| Arc::ptr_eq(other, slot)) {
            sessions.remove(name);
            self.forgotten.notify_one();
        }
    }

    fn sessions(&self) -> MutexGuard<'_, HashMap<Name, Arc<Slot>>> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A place in the list for as long as a request fills it. One that stays empty goes with the request, however that
/// ends: whoever has no key would otherwise fill our memory with them.
struct Filling<'a> {
    polls: &'a Polls,
    name: Name,
    slot: Arc<Slot>,
}

impl Drop for Filling<'_> {
    fn drop(&mut self) {
        // the list's own and ours: another request that fills it, too, goes on and takes it away itself
        let alone = |slot: &Arc<Slot>| Arc::ptr_eq(slot, &self.slot) && Arc::strong_count(slot) == 2;
        let mut sessions = self.polls.sessions();
        if !self.slot.initialized() && sessions.get(&self.name).is_some_and(alone) {
            sessions.remove(&self.name);
            self.polls.forgotten.notify_one();
        }
    }
}

impl Polled {
    fn new(key: Key, session: Session) -> Polled {
        Polled {
            key,
            queue: session.queue().clone(),
            up: AsyncMutex::new(Up { session, counter: 1 }),
            down: AsyncMutex::default(),
            waiting: Mutex::default(),
            seen: Mutex::new(Instant::now()),
        }
    }

    /// Does what the frames ask for, once: a request that is repeated is only answered again.
    async fn take(&self, up: Result<poll::Up, FrameError>) -> Result<(), Problem> {
        *self.seen() = Instant::now();
        let mut mine = self.up.lock().await;
        let result = match up {
            Ok(up) if up.counter <= mine.counter => return Ok(()),
            Ok(up) if up.counter == mine.counter + 1 => mine.take(up).await,
            _ => Err(Close::BadFrame),
        };
        result.map_err(|close| {
            self.queue.close(close);
            Problem::Closed(close)
        })
    }

    /// The frames after a number. Waits for some if there are none; an empty answer says that there were none.
    async fn next(&self, after: u64, patience: Duration) -> Result<Vec<u8>, Close> {
        *self.seen() = Instant::now();
        let replaced = CancellationToken::new();
        std::mem::replace(&mut *self.waiting(), replaced.clone()).cancel();
        let mut down = self.down.lock().await;
        down.unconfirmed.retain(|(number, _)| *number > after);
        if down.unconfirmed.is_empty() && down.close.is_none() {
            tokio::select! {
                // only now, when all is confirmed: what waits for confirmation counts as being sent
                taken = self.queue.take() => down.number_all(taken),
                () = replaced.cancelled() => {}
                () = tokio::time::sleep(patience) => {}
            }
        }
        *self.seen() = Instant::now();
        match down.close {
            Some(close) if down.unconfirmed.is_empty() => Err(close),
            _ => Ok(down.body()),
        }
    }

    fn same_key(&self, caller: &Caller) -> Result<(), Problem> {
        if caller.key.as_ref() == Some(&self.key) {
            Ok(())
        } else {
            Err(Problem::Closed(Close::Unauthenticated))
        }
    }

    fn waiting(&self) -> MutexGuard<'_, CancellationToken> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn seen(&self) -> MutexGuard<'_, Instant> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Up {
    async fn take(&mut self, up: poll::Up) -> Result<(), Close> {
        for frame in up.frames {
            self.session.receive(frame).await?;
        }
        // last, so that a request that broke off in the middle is done again: pushes may be repeated
        self.counter = up.counter;
        Ok(())
    }
}

impl Down {
    fn number_all(&mut self, taken: Taken) {
        for frame in taken.frames {
            self.number += 1;
            self.unconfirmed.push_back((self.number, frame));
        }
        self.close = taken.close;
    }

    fn body(&self) -> Vec<u8> {
        let frames = self.unconfirmed.iter().take(limits::FRAMES_PER_MESSAGE);
        poll::encode_down(frames.map(|(number, frame)| (*number, &frame[..])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r9_a_place_that_stays_empty_goes_with_the_last_request_that_fills_it() {
        let polls = Polls::default();
        let name = || (ProjectId::parse("project").unwrap(), "a".repeat(SHORTEST_NAME));
        let (one, two) = (polls.filling(name()), polls.filling(name()));
        assert!(Arc::ptr_eq(&one.slot, &two.slot));
        drop(one);
        assert_eq!(polls.sessions().len(), 1);
        drop(two);
        assert_eq!(polls.sessions().len(), 0);
    }
}
