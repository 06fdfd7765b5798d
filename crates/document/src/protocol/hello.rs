//! The first two frames: what a page says about itself, and what the relay answers.

use std::fmt;

use model::Role;

use super::limits::Limits;
use super::wire::{Reader, put_buffer, put_optional, put_varuint};
use super::{FrameError, client_id};

/// The secret of a link, as it stands in the address. Not shown by `Debug`, so that no log line holds it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Key(pub String);

impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Key(…)")
    }
}

/// The secret by which a page takes back its client id after a lost connection. Not shown by `Debug`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Resume(pub [u8; 16]);

impl fmt::Debug for Resume {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Resume(…)")
    }
}

/// A place in a project's log, with the running hash that proves that both sides mean the same log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mark {
    /// The entry's number.
    pub seq: u64,
    /// The first 8 bytes of the running blake3 up to and including that entry.
    pub mark: [u8; 8],
}

/// What a page says when it connects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hello {
    /// The version of the frames it speaks, `PROTOCOL`.
    pub proto: u32,
    /// The version of the app.
    pub app: String,
    /// The schema it writes.
    pub schema: u32,
    /// The key of its address.
    pub key: Key,
    /// The client id of its Doc, below 2^53.
    pub client_id: u64,
    /// The project's epoch as the page last knew it.
    pub epoch: Option<u64>,
    /// The secret of this client id: drawn at random by the page before its first Hello, and the same in each that
    /// follows. A page that has none yet is given one.
    pub resume: Option<Resume>,
    /// The last entry that it has merged.
    pub since: Option<Mark>,
}

/// What the relay answers to a Hello that it accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Welcome {
    /// The session's number on this relay.
    pub session: u64,
    /// The secret that gives the client id back after a lost connection: the one of the Hello, if it held one.
    pub resume: Resume,
    /// What this session may do.
    pub role: Role,
    /// The client id that is reserved for this session.
    pub client_id: u64,
    /// The project's epoch.
    pub epoch: u64,
    /// The last entry of the log.
    pub head: Mark,
    /// The state vector (v1) of all that is committed.
    pub state_vector: Vec<u8>,
    /// The relay's clock in milliseconds since 1970, by which workshop times are shown.
    pub server_time_ms: u64,
    /// What the relay allows.
    pub limits: Limits,
    /// Milliseconds between two heartbeats.
    pub heartbeat_ms: u64,
}

impl Mark {
    fn read(reader: &mut Reader<'_>) -> Result<Self, FrameError> {
        Ok(Mark { seq: reader.varuint()?, mark: reader.array()? })
    }

    fn put(&self, out: &mut Vec<u8>) {
        put_varuint(out, self.seq);
        out.extend_from_slice(&self.mark);
    }
}

impl Hello {
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, FrameError> {
        Ok(Hello {
            proto: reader.varuint32()?,
            app: reader.text()?.to_owned(),
            schema: reader.varuint32()?,
            key: Key(reader.text()?.to_owned()),
            client_id: client_id(reader)?,
            epoch: reader.optional(|reader| reader.varuint())?,
            resume: reader.optional(|reader| reader.array().map(Resume))?,
            since: reader.optional(Mark::read)?,
        })
    }

    pub(super) fn put(&self, out: &mut Vec<u8>) {
        put_varuint(out, u64::from(self.proto));
        put_buffer(out, self.app.as_bytes());
        put_varuint(out, u64::from(self.schema));
        put_buffer(out, self.key.0.as_bytes());
        put_varuint(out, self.client_id);
        put_optional(out, self.epoch.as_ref(), |out, epoch| put_varuint(out, *epoch));
        put_optional(out, self.resume.as_ref(), |out, resume| out.extend_from_slice(&resume.0));
        put_optional(out, self.since.as_ref(), |out, since| since.put(out));
    }
}

impl Welcome {
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, FrameError> {
        Ok(Welcome {
            session: reader.varuint()?,
            resume: Resume(reader.array()?),
            role: Role::parse(reader.text()?).ok_or(FrameError::UnknownRole)?,
            client_id: client_id(reader)?,
            epoch: reader.varuint()?,
            head: Mark::read(reader)?,
            state_vector: reader.buffer()?.to_vec(),
            server_time_ms: reader.varuint()?,
            limits: Limits::read(reader)?,
            heartbeat_ms: reader.varuint()?,
        })
    }

    pub(super) fn put(&self, out: &mut Vec<u8>) {
        put_varuint(out, self.session);
        out.extend_from_slice(&self.resume.0);
        put_buffer(out, self.role.as_str().as_bytes());
        put_varuint(out, self.client_id);
        put_varuint(out, self.epoch);
        self.head.put(out);
        put_buffer(out, &self.state_vector);
        put_varuint(out, self.server_time_ms);
        self.limits.put(out);
        put_varuint(out, self.heartbeat_ms);
    }
}
