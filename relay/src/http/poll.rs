//! A project where WebSockets are blocked: the same frames by POST and long-poll.
//!
//! A page chooses a random session name and sends it, with its key, in the headers of every request. What goes up is
//! counted, what comes down is numbered and repeated until it is confirmed, so that any request may be sent again.

use std::sync::{Arc, Weak};

use axum::{
    body::Body,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse,
};
use document::protocol::{Close, Frame, limits, poll};
use serde::Deserialize;
use tokio::time::{Instant, sleep_until, timeout};

use super::{
    Problem,
    body::{BodyError, whole},
    caller::Caller,
};
use crate::{
    Relay,
    id::ProjectId,
    metrics::Transport,
    queue::Queue,
    session::{Credentials, Session},
};

use list::Name;
use polled::Polled;

pub use list::Polls;

mod list;
mod polled;

/// A session's name has 128 random bits at least, in the characters of base 64.
const SHORTEST_NAME: usize = 22;
const LONGEST_NAME: usize = 64;

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
    let slot = relay.polls.find(&name);
    match slot.as_ref().and_then(|slot| slot.get()) {
        Some(polled) => {
            polled.same_key(&caller)?;
            let body = whole(&relay, (body, relay.config.limits.message_bytes), || polled.is_seen()).await;
            polled.take(&relay, poll::Up::decode(&body.map_err(closed)?)).await?;
        }
        None => {
            let body = whole(&relay, (body, limits::HELLO_BYTES as u64), || {});
            let body = timeout(relay.config.timing.hello, body).await;
            let body = body.map_err(|_| Problem::Closed(Close::HelloTimeout))?.map_err(closed)?;
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

fn closed(error: BodyError) -> Problem {
    Problem::Closed(error.into())
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
        let end = polled.last_seen() + strong.config.timing.dead;
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
