//! What goes through the pipes: a job down, an answer up, each with its length before it.

use std::{
    io::{self, Read, Write},
    time::Duration,
};

use bytes::{BufMut, Bytes, BytesMut};

use super::{Allowance, WorkerError};

/// What a worker is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// All updates as one, checked by reading it back.
    Fold,
    /// The project as JSON.
    Read,
    /// A part of the project for other programs; the argument says which, and as what.
    Export,
    /// The sheets of the workbook that is the argument, as JSON.
    Sheets,
}

struct KindRow {
    kind: Kind,
    name: &'static str,
    allowance: Allowance,
}

const KINDS: [KindRow; 4] = [
    KindRow {
        kind: Kind::Fold,
        name: "fold",
        // 8 MB of overwrites take 300 MB and half a second, twice over for the reading back
        allowance: Allowance {
            memory: 1 << 30,
            time: Duration::from_secs(10),
            wait: Duration::from_secs(60),
            processes: 1,
        },
    },
    KindRow {
        kind: Kind::Read,
        name: "read",
        allowance: Allowance {
            memory: 256 << 20,
            time: Duration::from_secs(2),
            wait: Duration::from_secs(30),
            processes: 2,
        },
    },
    KindRow {
        kind: Kind::Export,
        name: "export",
        allowance: Allowance {
            memory: 256 << 20,
            time: Duration::from_secs(2),
            wait: Duration::from_secs(30),
            processes: 1,
        },
    },
    KindRow {
        kind: Kind::Sheets,
        name: "sheets",
        // the largest workbook that is not refused holds twenty million empty texts, of 24 bytes each
        allowance: Allowance {
            memory: 1 << 30,
            time: Duration::from_secs(10),
            wait: Duration::from_secs(30),
            processes: 1,
        },
    },
];

impl Kind {
    /// Every kind.
    pub fn all() -> impl Iterator<Item = Kind> {
        KINDS.iter().map(|row| row.kind)
    }

    /// Its name on the worker's command line.
    pub fn as_str(self) -> &'static str {
        self.row().name
    }

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Kind> {
        KINDS.iter().find(|row| row.name == name).map(|row| row.kind)
    }

    /// How much one such job may take.
    pub fn allowance(self) -> Allowance {
        self.row().allowance
    }

    fn row(self) -> &'static KindRow {
        KINDS.iter().find(|row| row.kind == self).expect("every kind has its row in the table")
    }
}

/// A job: a project's updates, oldest first, or what is no project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// What is wanted of them.
    pub kind: Kind,
    /// What is said beside it; nothing where nothing need be.
    pub argument: Bytes,
    /// The updates (v1).
    pub updates: Vec<Bytes>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// What was asked for.
    Done(Done),
    /// Why it cannot be had; never text of the project.
    Failed(String),
    /// What is wrong with the argument, by a name; never text of the project.
    Refused(String),
}

/// What was asked for, and what was found on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The lowest schema that may write the document.
    pub min_writer: u32,
    /// What was asked for.
    pub bytes: Bytes,
}

/// What a worker says once it has started: what goes wrong before is no project's doing.
pub(super) const READY: u8 = b'r';

const DONE: u8 = 0;
const FAILED: u8 = 1;
const REFUSED: u8 = 2;

impl Job {
    /// The job's message.
    pub(super) fn encode(&self) -> Bytes {
        let mut out = BytesMut::new();
        for part in std::iter::once(&self.argument).chain(&self.updates) {
            out.put_u32_le(length(part));
            out.put_slice(part);
        }
        out.freeze()
    }

    /// Reads a message that `encode` wrote.
    pub(super) fn decode(kind: Kind, mut message: Bytes) -> io::Result<Job> {
        let mut parts = Vec::new();
        while !message.is_empty() {
            if message.len() < 4 {
                return Err(io::ErrorKind::InvalidData.into());
            }
            let length = u32_of(&message.split_to(4)) as usize;
            if length > message.len() {
                return Err(io::ErrorKind::InvalidData.into());
            }
            parts.push(message.split_to(length));
        }
        let mut parts = parts.into_iter();
        let argument = parts.next().ok_or(io::ErrorKind::InvalidData)?;
        Ok(Job { kind, argument, updates: parts.collect() })
    }
}

impl Answer {
    /// As a result.
    pub(super) fn into_result(self) -> Result<Done, WorkerError> {
        match self {
            Answer::Done(done) => Ok(done),
            Answer::Failed(why) => Err(WorkerError::Failed(why)),
            Answer::Refused(name) => Err(WorkerError::Refused(name)),
        }
    }

    /// The answer's message.
    pub(super) fn encode(&self) -> Bytes {
        match self {
            Answer::Done(Done { min_writer, bytes }) => {
                [&[DONE], &min_writer.to_le_bytes()[..], bytes].concat().into()
            }
            Answer::Failed(why) => [&[FAILED], why.as_bytes()].concat().into(),
            Answer::Refused(name) => [&[REFUSED], name.as_bytes()].concat().into(),
        }
    }

    /// Reads a message that `encode` wrote; anything else counts as a failure.
    pub(super) fn decode(message: &Bytes) -> Answer {
        match message.split_first() {
            Some((&DONE, rest)) if rest.len() >= 4 => {
                Answer::Done(Done { min_writer: u32_of(&rest[..4]), bytes: message.slice(5..) })
            }
            Some((&REFUSED, name)) => Answer::Refused(String::from_utf8_lossy(name).into_owned()),
            Some((_, why)) => Answer::Failed(String::from_utf8_lossy(why).into_owned()),
            None => Answer::Failed("an empty answer".to_owned()),
        }
    }
}

/// Reads one message; nothing at the end of the pipe.
pub(super) fn read(pipe: &mut impl Read) -> io::Result<Option<Bytes>> {
    let mut length = [0; 4];
    match pipe.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let mut message = vec![0; u32::from_le_bytes(length) as usize];
    pipe.read_exact(&mut message)?;
    Ok(Some(message.into()))
}

/// Writes one message.
pub(super) fn write(pipe: &mut impl Write, message: &[u8]) -> io::Result<()> {
    pipe.write_all(&length(message).to_le_bytes())?;
    pipe.write_all(message)?;
    pipe.flush()
}

/// Projects are far below four gigabytes; one that is not ends its worker, as any other that is too large.
pub(super) fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

fn u32_of(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r12_messages_come_out_as_they_went_in() {
        for updates in
            [vec![], vec![Bytes::new()], vec![Bytes::from_static(b"one"), Bytes::from(vec![7; 70_000])]]
        {
            let job = Job { kind: Kind::Fold, argument: Bytes::from_static(b"as what"), updates };
            assert_eq!(Job::decode(Kind::Fold, job.encode()).unwrap(), job);
        }
        for answer in [
            Answer::Done(Done { min_writer: 7, bytes: Bytes::from_static(b"x") }),
            Answer::Failed("no".to_owned()),
            Answer::Refused("damaged".to_owned()),
        ] {
            assert_eq!(Answer::decode(&answer.encode()), answer);
        }
        for broken in [&b""[..], b"\x01", b"\x05\0\0\0abc", b"\xff\xff\xff\xff"] {
            assert!(Job::decode(Kind::Read, Bytes::from_static(broken)).is_err());
        }
    }
}
