//! A project over a WebSocket: our own frames after a Hello, or a plain Yjs client whose key comes with the upgrade.

use std::{
    sync::{Arc, atomic::Ordering::Relaxed},
    time::Duration,
};

use axum::{
    extract::{
        Extension, Path, RawQuery, State,
        ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade},
    },
    http::{HeaderMap, header},
    response::Response,
};
use bytes::{Bytes, BytesMut};
use document::protocol::{Close, Frame, Hello, Key, limits};
use futures_util::{
    SinkExt, StreamExt,
    stream::{SplitSink, SplitStream},
};
use tokio::time::{Instant, interval_at, timeout};
use tungstenite::error::ProtocolError;

use super::{Problem, caller::Caller, heard::Heard};
use crate::{
    Relay, Timing,
    access::AccessError,
    id::ProjectId,
    metrics::Transport,
    queue::Queue,
    session::{Credentials, Session},
};

/// The subprotocol that is answered; a browser closes a connection that is answered none of those it named.
const SUBPROTOCOL: &str = "tributary";
/// A plain client's subprotocol that carries its key.
const KEY_PREFIX: &str = "key.";
/// How long a reader may take for what was under way when its session ended.
const GRACE: Duration = Duration::from_secs(3);
/// Frames of one message together, unless one alone is larger: below what one would wait for on a slow line.
const MESSAGE: usize = 64 << 10;
/// The longest head that WebSocket puts before a message's bytes.
const FRAME_HEAD: usize = 14;
/// Buffers of one connection: small, because most connections are idle.
const BUFFER: usize = 4 << 10;
/// Messages of the largest size that may wait below our own queue, with the answers to pings. One does by itself; an
/// older relay has let in documents that are larger than a message.
const LARGEST_WAITING: usize = 4;

type Outgoing = SplitSink<WebSocket, Message>;
type Incoming = SplitStream<WebSocket>;

/// Upgrades. A plain Yjs client is checked before.
pub(super) async fn open(
    State(relay): State<Arc<Relay>>,
    Path(project): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    (caller, Extension(heard)): (Caller, Extension<Heard>),
    upgrade: WebSocketUpgrade,
) -> Result<Response, Problem> {
    caller.same_origin(&relay)?;
    let project = ProjectId::parse(&project).ok_or(AccessError::NoSuchProject)?;
    let key = key_of_subprotocol(&headers).or_else(|| key_of_query(query.as_deref()?));
    if let Some(key) = &key {
        relay.access.grant(&project, key).await?;
    }
    let message = usize::try_from(relay.config.limits.message_bytes).unwrap_or(usize::MAX);
    let upgrade = upgrade
        .protocols([SUBPROTOCOL])
        .max_message_size(message)
        .max_frame_size(message)
        .read_buffer_size(BUFFER)
        .write_buffer_size(BUFFER)
        .max_write_buffer_size(BUFFER.saturating_add(message.saturating_mul(LARGEST_WAITING)));
    let connections = relay.connections.clone();
    let converse = async move |socket| match key {
        Some(key) => yjs(relay, (socket, heard), (project, key)).await,
        None => ours(relay, (socket, heard), project).await,
    };
    Ok(upgrade.on_upgrade(move |socket| connections.track_future(converse(socket))))
}

/// Our own frames: nothing is done before a Hello, and only that is waited for.
async fn ours(relay: Arc<Relay>, (socket, heard): (WebSocket, Heard), project: ProjectId) {
    let (outgoing, mut incoming) = socket.split();
    let begun = async {
        let hello = hello((&mut incoming, &heard), relay.config.timing.hello).await?;
        Session::begin(&relay, Credentials::from_hello(project, hello, Transport::Socket)?).await
    };
    match begun.await {
        Ok(session) => {
            heard.admit_all();
            converse(&relay, (session, heard), (outgoing, incoming)).await;
        }
        Err(close) => turn_away((outgoing, incoming), close).await,
    }
}

/// The first message. No more bytes than it may have are taken from the line before it is there: what a message may
/// hold later, nobody who is unknown makes us keep.
async fn hello((incoming, heard): (&mut Incoming, &Heard), time: Duration) -> Result<Hello, Close> {
    heard.admit(limits::HELLO_BYTES + FRAME_HEAD);
    let bytes = tokio::select! {
        bytes = next(incoming) => bytes?,
        () = heard.overflow() => return Err(Close::TooLarge),
        () = tokio::time::sleep(time) => return Err(Close::HelloTimeout),
    };
    if bytes.len() > limits::HELLO_BYTES {
        return Err(Close::TooLarge);
    }
    match Frame::decode(&bytes) {
        Ok(Frame::Hello(hello)) => Ok(hello),
        _ => Err(Close::BadFrame),
    }
}

async fn yjs(relay: Arc<Relay>, (socket, heard): (WebSocket, Heard), (project, key): (ProjectId, Key)) {
    let (outgoing, incoming) = socket.split();
    let credentials = Credentials { project, key, claim: None, transport: Transport::Yjs };
    match Session::begin(&relay, credentials).await {
        Ok(session) => converse(&relay, (session, heard), (outgoing, incoming)).await,
        Err(close) => turn_away((outgoing, incoming), close).await,
    }
}

async fn turn_away((mut outgoing, incoming): (Outgoing, Incoming), close: Close) {
    if say_goodbye(&mut outgoing, close).await {
        timeout(GRACE, drained(incoming)).await.ok();
    }
}

/// Both directions at once, until one of them ends. What ends the session is said to the other side.
async fn converse(
    relay: &Relay,
    (session, heard): (Session, Heard),
    (mut outgoing, mut incoming): (Outgoing, Incoming),
) {
    let queue = session.queue().clone();
    let transport = session.transport();
    let told = {
        let writing = write(relay, (&queue, &heard), (&mut outgoing, transport));
        let reading = read(relay, session, (&mut incoming, &heard));
        tokio::pin!(writing, reading);
        tokio::select! {
            told = &mut writing => told,
            close = &mut reading => {
                queue.close(close);
                // a reader that has stalled does not even learn why
                timeout(GRACE, writing).await.unwrap_or(false)
            }
        }
    };
    // reading on until the other side has seen the close: an early end of the line would take it away again. Who was
    // told nothing would still be answered pings, by the library below
    if told {
        timeout(GRACE, drained(incoming)).await.ok();
    }
}

async fn read(relay: &Relay, mut session: Session, (incoming, heard): (&mut Incoming, &Heard)) -> Close {
    let mut first = session.transport() == Transport::Yjs;
    loop {
        let next = tokio::select! {
            // first, since what has come in by now has not been looked at while a frame was waiting for its turn
            biased;
            next = next(incoming) => next,
            () = heard.silence(relay.config.timing.dead) => return Close::Silent,
        };
        let bytes = match next {
            Ok(bytes) => bytes,
            Err(close) => return close,
        };
        if bytes.is_empty() {
            match session.receive_sign_of_life().await {
                Ok(()) => continue,
                Err(close) => return close,
            }
        }
        if std::mem::take(&mut first) && bytes.len() > limits::PLAIN_FIRST_BYTES {
            return Close::TooLarge;
        }
        let Ok(frames) = Frame::decode_all(&bytes) else { return Close::BadFrame };
        for frame in frames {
            if let Err(close) = session.receive(relay, frame).await {
                return close;
            }
        }
    }
}

/// Sends what the queue gives. Says whether the other side was told why it ends.
async fn write(
    relay: &Relay,
    (queue, heard): (&Queue, &Heard),
    (outgoing, transport): (&mut Outgoing, Transport),
) -> bool {
    let Timing { heartbeat, dead, .. } = relay.config.timing;
    let mut heartbeats = interval_at(Instant::now() + heartbeat, heartbeat);
    loop {
        let (messages, close) = tokio::select! {
            taken = queue.take() => (messages(taken.frames, transport), taken.close),
            _ = heartbeats.tick() => {
                beat(queue, transport);
                // also for programs that answer nothing by themselves: their library answers this
                (vec![Message::Ping(Bytes::new())], None)
            }
        };
        let sent = tokio::select! {
            sent = send(outgoing, messages) => sent,
            () = given_up(queue) => return false,
            // also who goes on sending has to read
            () = heard.stalled(dead) => {
                relay.metrics.overflows.fetch_add(1, Relaxed);
                return false;
            }
        };
        match (sent, close) {
            (Err(error), _) if overfull(&error) => return say_goodbye(outgoing, Close::SlowReader).await,
            (Err(_), _) => return false,
            (Ok(()), Some(close)) => return say_goodbye(outgoing, close).await,
            (Ok(()), None) => {}
        }
    }
}

/// A heartbeat as data, which is all that a page sees; plain clients know only y-protocols, so theirs is presence
/// of nobody.
fn beat(queue: &Queue, transport: Transport) {
    const NOBODY: [u8; 1] = [0];
    let frame = match transport {
        Transport::Yjs => Frame::Awareness(NOBODY.to_vec()),
        Transport::Socket | Transport::Poll => Frame::Ping(0),
    };
    queue.offer(frame.encode().into());
}

/// Our own pages read several frames in a message; plain clients one.
fn messages(frames: Vec<Bytes>, transport: Transport) -> Vec<Message> {
    let messages = if transport == Transport::Yjs { frames } else { joined(frames) };
    messages.into_iter().map(Message::Binary).collect()
}

/// Everything that waited, with one flush.
async fn send(outgoing: &mut Outgoing, messages: Vec<Message>) -> Result<(), axum::Error> {
    for message in messages {
        outgoing.feed(message).await?;
    }
    outgoing.flush().await
}

fn joined(frames: Vec<Bytes>) -> Vec<Bytes> {
    let mut messages = Vec::new();
    let mut rest = frames.as_slice();
    while let Some(first) = rest.first() {
        let mut size = 0;
        let fits = |frame: &&Bytes| {
            size += frame.len();
            size <= MESSAGE
        };
        let count = rest.iter().take(limits::FRAMES_PER_MESSAGE).take_while(fits).count().max(1);
        let (now, later) = rest.split_at(count);
        // the bytes of a frame that goes alone stay shared with everyone who is sent it
        messages.push(if count == 1 { first.clone() } else { together(now) });
        rest = later;
    }
    messages
}

fn together(frames: &[Bytes]) -> Bytes {
    let mut message = BytesMut::with_capacity(frames.iter().map(Bytes::len).sum());
    frames.iter().for_each(|frame| message.extend_from_slice(frame));
    message.freeze()
}

/// The session is over, and its reader had its time.
async fn given_up(queue: &Queue) {
    queue.closing().await;
    tokio::time::sleep(GRACE).await;
}

/// Says why the connection ends, and whether that went out.
async fn say_goodbye(outgoing: &mut Outgoing, close: Close) -> bool {
    let frame = CloseFrame { code: close.code(), reason: close.as_str().into() };
    // if the line is gone already, there is nobody to tell
    matches!(timeout(GRACE, outgoing.send(Message::Close(Some(frame)))).await, Ok(Ok(())))
}

async fn drained(mut incoming: Incoming) {
    while let Some(Ok(_)) = incoming.next().await {}
}

/// The next message with frames. Signs of life that carry none come back as an empty one.
async fn next(incoming: &mut Incoming) -> Result<Bytes, Close> {
    match incoming.next().await {
        Some(Ok(Message::Binary(bytes))) => Ok(bytes),
        Some(Ok(Message::Ping(_) | Message::Pong(_))) => Ok(Bytes::new()),
        Some(Ok(Message::Text(_))) => Err(Close::BadFrame),
        Some(Err(error)) => Err(broken(&error)),
        // gone without a word, or after one: nobody reads what is sent now
        Some(Ok(Message::Close(_))) | None => Err(Close::Silent),
    }
}

/// What is wrong with what came in; a line that was cut says nothing wrong.
fn broken(error: &axum::Error) -> Close {
    match of_the_library(error) {
        Some(tungstenite::Error::Capacity(_)) => Close::TooLarge,
        Some(tungstenite::Error::Protocol(ProtocolError::ResetWithoutClosingHandshake)) => Close::Silent,
        Some(tungstenite::Error::Protocol(_) | tungstenite::Error::Utf8(_)) => Close::BadFrame,
        _ => Close::Silent,
    }
}

/// More waits for a reader than may.
fn overfull(error: &axum::Error) -> bool {
    matches!(of_the_library(error), Some(tungstenite::Error::WriteBufferFull(_)))
}

fn of_the_library(error: &axum::Error) -> Option<&tungstenite::Error> {
    std::error::Error::source(error)?.downcast_ref()
}

fn key_of_subprotocol(headers: &HeaderMap) -> Option<Key> {
    let named =
        headers.get_all(header::SEC_WEBSOCKET_PROTOCOL).iter().filter_map(|value| value.to_str().ok());
    let key = named.flat_map(|names| names.split(',')).find_map(|name| name.trim().strip_prefix(KEY_PREFIX));
    key.map(|key| Key(key.to_owned()))
}

/// Weaker, because addresses are written down in many places; for programs that cannot name a subprotocol.
fn key_of_query(query: &str) -> Option<Key> {
    query.split('&').find_map(|pair| pair.strip_prefix("key=")).map(|key| Key(key.to_owned()))
}
