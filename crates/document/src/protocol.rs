//! The frames between a page and the relay: y-protocols' own, and ours beside them. Knows no socket and no document.

use thiserror::Error;

pub use hello::{Hello, Key, Mark, Resume, Welcome};
pub use limits::Limits;
pub use refusal::{Close, Nack, NackCode};
pub use wire::WireError;

use wire::{Reader, put_buffer, put_varuint};

pub mod awareness;
mod hello;
pub mod limits;
pub mod poll;
pub mod refusal;
pub(crate) mod wire;

/// The largest client id and one: an id must be a whole number that JavaScript holds exactly.
pub const CLIENT_IDS: u64 = 1 << 53;

/// One frame. Tags 0 to 3 are those of y-protocols, so that any Yjs program can take part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Frame {
    /// Sync: what a Doc has and what another lacks.
    Sync(SyncMessage),
    /// Presence of one or more participants, as `awareness` reads it.
    Awareness(Vec<u8>),
    /// A write was refused, and why; for plain Yjs clients.
    Denied(String),
    /// Asks for the presence of all.
    QueryAwareness,
    /// A page says who it is.
    Hello(Hello),
    /// The relay accepts it.
    Welcome(Welcome),
    /// An update that wants to be kept.
    Push {
        /// Chosen by the page; the answer carries it.
        push_id: u64,
        /// The update, v1.
        update: Vec<u8>,
    },
    /// A push or contribution is durable.
    Ack {
        /// The push that is meant.
        push_id: u64,
        /// The entry that holds it; the log's head if it held nothing new.
        seq: u64,
    },
    /// A push or contribution is refused.
    Nack(Nack),
    /// Somebody else's update, already durable.
    Update {
        /// Its entry in the log.
        seq: u64,
        /// The update, v1.
        update: Vec<u8>,
    },
    /// A contribution, vote or workshop command.
    Contribute {
        /// Chosen by the page; the answer carries it.
        push_id: u64,
        /// What is sent, as JSON text, not yet checked.
        json: String,
    },
    /// A heartbeat.
    Ping(u64),
    /// The answer to a heartbeat, with its number.
    Pong(u64),
    /// The workshop record, as JSON text.
    Workshop(String),
}

/// The three messages of y-protocols' sync.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyncMessage {
    /// A state vector (v1): tell me what I lack.
    Step1(Vec<u8>),
    /// The update (v1) that answers a step 1.
    Step2(Vec<u8>),
    /// An update (v1) as it happens.
    Update(Vec<u8>),
}

/// Why bytes are not a frame.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FrameError {
    /// A number, length or text inside is broken.
    #[error(transparent)]
    Wire(#[from] WireError),
    /// No frame has this tag.
    #[error("no frame has tag {0}")]
    UnknownTag(u64),
    /// A sync or auth frame of no known kind.
    #[error("no such kind {0} inside a y-protocols frame")]
    UnknownKind(u64),
    /// A role that this build does not know.
    #[error("an unknown role")]
    UnknownRole,
    /// A client id that JavaScript could not hold.
    #[error("a client id of 2^53 or more")]
    ClientId,
    /// Bytes follow where one frame was expected.
    #[error("{0} bytes after the frame")]
    Trailing(usize),
    /// More parts in a message than anybody needs.
    #[error("too many parts in one message")]
    TooMany,
}

mod tag {
    pub(super) const SYNC: u64 = 0;
    pub(super) const AWARENESS: u64 = 1;
    pub(super) const AUTH: u64 = 2;
    pub(super) const QUERY_AWARENESS: u64 = 3;
    pub(super) const HELLO: u64 = 64;
    pub(super) const WELCOME: u64 = 65;
    pub(super) const PUSH: u64 = 67;
    pub(super) const ACK: u64 = 68;
    pub(super) const NACK: u64 = 69;
    pub(super) const UPDATE: u64 = 70;
    pub(super) const CONTRIBUTE: u64 = 71;
    pub(super) const PING: u64 = 74;
    pub(super) const PONG: u64 = 75;
    pub(super) const WORKSHOP: u64 = 76;
}

const STEP1: u64 = 0;
const STEP2: u64 = 1;
const SYNC_UPDATE: u64 = 2;
const PERMISSION_DENIED: u64 = 0;

impl Frame {
    /// Reads exactly one frame; a byte too many is an error.
    pub fn decode(bytes: &[u8]) -> Result<Frame, FrameError> {
        let mut reader = Reader::new(bytes);
        let frame = Frame::read(&mut reader)?;
        match reader.left() {
            0 => Ok(frame),
            left => Err(FrameError::Trailing(left)),
        }
    }

    /// Reads all frames of a message, at most `FRAMES_PER_MESSAGE`; none in an empty one.
    pub fn decode_all(bytes: &[u8]) -> Result<Vec<Frame>, FrameError> {
        let mut reader = Reader::new(bytes);
        let mut frames = Vec::new();
        while reader.left() > 0 {
            if frames.len() == limits::FRAMES_PER_MESSAGE {
                return Err(FrameError::TooMany);
            }
            frames.push(Frame::read(&mut reader)?);
        }
        Ok(frames)
    }

    /// The frame's bytes.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.encode_into(&mut out);
        out
    }

    /// Appends the frame's bytes, so that several make one message.
    pub fn encode_into(&self, out: &mut Vec<u8>) {
        put_varuint(out, self.tag());
        match self {
            Frame::Sync(sync) => sync.put(out),
            Frame::Awareness(bytes) => put_buffer(out, bytes),
            Frame::Denied(reason) => {
                put_varuint(out, PERMISSION_DENIED);
                put_buffer(out, reason.as_bytes());
            }
            Frame::QueryAwareness => {}
            Frame::Hello(hello) => hello.put(out),
            Frame::Welcome(welcome) => welcome.put(out),
            Frame::Nack(nack) => nack.put(out),
            Frame::Push { push_id: number, update } | Frame::Update { seq: number, update } => {
                put_numbered(out, *number, update);
            }
            Frame::Contribute { push_id, json } => put_numbered(out, *push_id, json.as_bytes()),
            Frame::Ack { push_id, seq } => {
                put_varuint(out, *push_id);
                put_varuint(out, *seq);
            }
            Frame::Ping(number) | Frame::Pong(number) => put_varuint(out, *number),
            Frame::Workshop(json) => put_buffer(out, json.as_bytes()),
        }
    }

    fn tag(&self) -> u64 {
        match self {
            Frame::Sync(_) => tag::SYNC,
            Frame::Awareness(_) => tag::AWARENESS,
            Frame::Denied(_) => tag::AUTH,
            Frame::QueryAwareness => tag::QUERY_AWARENESS,
            Frame::Hello(_) => tag::HELLO,
            Frame::Welcome(_) => tag::WELCOME,
            Frame::Push { .. } => tag::PUSH,
            Frame::Ack { .. } => tag::ACK,
            Frame::Nack(_) => tag::NACK,
            Frame::Update { .. } => tag::UPDATE,
            Frame::Contribute { .. } => tag::CONTRIBUTE,
            Frame::Ping(_) => tag::PING,
            Frame::Pong(_) => tag::PONG,
            Frame::Workshop(_) => tag::WORKSHOP,
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Frame, FrameError> {
        Ok(match reader.varuint()? {
            tag::SYNC => Frame::Sync(SyncMessage::read(reader)?),
            tag::AWARENESS => Frame::Awareness(reader.buffer()?.to_vec()),
            tag::AUTH => Frame::Denied(denied(reader)?),
            tag::QUERY_AWARENESS => Frame::QueryAwareness,
            tag::HELLO => Frame::Hello(Hello::read(reader)?),
            tag::WELCOME => Frame::Welcome(Welcome::read(reader)?),
            tag::PUSH => Frame::Push { push_id: reader.varuint()?, update: reader.buffer()?.to_vec() },
            tag::ACK => Frame::Ack { push_id: reader.varuint()?, seq: reader.varuint()? },
            tag::NACK => Frame::Nack(Nack::read(reader)?),
            tag::UPDATE => Frame::Update { seq: reader.varuint()?, update: reader.buffer()?.to_vec() },
            tag::CONTRIBUTE => {
                Frame::Contribute { push_id: reader.varuint()?, json: reader.text()?.to_owned() }
            }
            tag::PING => Frame::Ping(reader.varuint()?),
            tag::PONG => Frame::Pong(reader.varuint()?),
            tag::WORKSHOP => Frame::Workshop(reader.text()?.to_owned()),
            unknown => return Err(FrameError::UnknownTag(unknown)),
        })
    }
}

impl SyncMessage {
    fn read(reader: &mut Reader<'_>) -> Result<Self, FrameError> {
        let kind = reader.varuint()?;
        let bytes = reader.buffer()?.to_vec();
        match kind {
            STEP1 => Ok(SyncMessage::Step1(bytes)),
            STEP2 => Ok(SyncMessage::Step2(bytes)),
            SYNC_UPDATE => Ok(SyncMessage::Update(bytes)),
            unknown => Err(FrameError::UnknownKind(unknown)),
        }
    }

    fn put(&self, out: &mut Vec<u8>) {
        let (kind, bytes) = match self {
            SyncMessage::Step1(bytes) => (STEP1, bytes),
            SyncMessage::Step2(bytes) => (STEP2, bytes),
            SyncMessage::Update(bytes) => (SYNC_UPDATE, bytes),
        };
        put_numbered(out, kind, bytes);
    }
}

fn denied(reader: &mut Reader<'_>) -> Result<String, FrameError> {
    match reader.varuint()? {
        PERMISSION_DENIED => Ok(reader.text()?.to_owned()),
        unknown => Err(FrameError::UnknownKind(unknown)),
    }
}

fn client_id(reader: &mut Reader<'_>) -> Result<u64, FrameError> {
    let client_id = reader.varuint()?;
    if client_id < CLIENT_IDS { Ok(client_id) } else { Err(FrameError::ClientId) }
}

fn put_numbered(out: &mut Vec<u8>, number: u64, bytes: &[u8]) {
    put_varuint(out, number);
    put_buffer(out, bytes);
}
