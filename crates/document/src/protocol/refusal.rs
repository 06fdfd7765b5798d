//! How the relay says no: one table of codes for a single push, one for the whole connection.

use super::FrameError;
use super::wire::{Reader, put_buffer, put_optional, put_varuint};

/// The refusal of one push or contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nack {
    /// The push that is refused.
    pub push_id: u64,
    /// Why.
    pub code: NackCode,
    /// Whether the same edits may be sent again later, or after a resync. Said on the wire, so that a page
    /// knows what to do with a code that is newer than itself.
    pub retryable: bool,
    /// What the relay has (v1), with `gap_resync`: the answer is one push of the difference.
    pub state_vector: Option<Vec<u8>>,
}

/// Why a push or contribution is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NackCode {
    /// The role does not allow it.
    ReadOnly,
    /// The bytes are not an update that this relay accepts.
    InvalidUpdate,
    /// The update builds on something that the relay does not have.
    GapResync,
    /// The message or contribution is larger than allowed.
    TooLarge,
    /// Too many in a short time.
    RateLimited,
    /// The project has reached its size.
    ProjectFull,
    /// The page writes an older schema than the project asks for.
    SchemaTooOld,
    /// Storage did not take it.
    StoreUnavailable,
    /// A workshop holds the project still.
    Locked,
    /// The project was erased and begun again.
    EpochChanged,
    /// A code that this page does not know yet.
    Unknown,
}

struct NackRow(NackCode, &'static str, bool);

const NACKS: [NackRow; 11] = [
    NackRow(NackCode::ReadOnly, "read_only", false),
    NackRow(NackCode::InvalidUpdate, "invalid_update", false),
    NackRow(NackCode::GapResync, "gap_resync", true),
    NackRow(NackCode::TooLarge, "too_large", false),
    NackRow(NackCode::RateLimited, "rate_limited", true),
    NackRow(NackCode::ProjectFull, "project_full", false),
    NackRow(NackCode::SchemaTooOld, "schema_too_old", false),
    NackRow(NackCode::StoreUnavailable, "store_unavailable", true),
    NackRow(NackCode::Locked, "locked", true),
    NackRow(NackCode::EpochChanged, "epoch_changed", false),
    NackRow(NackCode::Unknown, "unknown", false),
];

impl NackCode {
    /// Every code, in the order of the table.
    pub fn all() -> impl Iterator<Item = NackCode> {
        NACKS.iter().map(|row| row.0)
    }

    /// Its name on the wire, in metrics and in documentation.
    pub fn as_str(self) -> &'static str {
        self.row().1
    }

    /// Whether the same edits may be sent again later, or after a resync.
    pub fn retryable(self) -> bool {
        self.row().2
    }

    /// The code of that name; `Unknown` for a name that is newer than this build.
    pub fn parse(name: &str) -> NackCode {
        NACKS.iter().find(|row| row.1 == name).map_or(NackCode::Unknown, |row| row.0)
    }

    fn row(self) -> &'static NackRow {
        NACKS.iter().find(|row| row.0 == self).expect("every code has its row in the table")
    }
}

impl Nack {
    /// A refusal with the code's own answer to "may I send it again?" and no state vector.
    pub fn new(push_id: u64, code: NackCode) -> Self {
        Nack { push_id, code, retryable: code.retryable(), state_vector: None }
    }

    /// The refusal of an update with a gap, and what the relay has, so that the page can close it.
    pub fn gap(push_id: u64, state_vector: Vec<u8>) -> Self {
        Nack { state_vector: Some(state_vector), ..Nack::new(push_id, NackCode::GapResync) }
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, FrameError> {
        Ok(Nack {
            push_id: reader.varuint()?,
            code: NackCode::parse(reader.text()?),
            retryable: reader.optional(|_| Ok::<_, FrameError>(()))?.is_some(),
            state_vector: reader.optional(|reader| reader.buffer().map(<[u8]>::to_vec))?,
        })
    }

    pub(super) fn put(&self, out: &mut Vec<u8>) {
        put_varuint(out, self.push_id);
        put_buffer(out, self.code.as_str().as_bytes());
        out.push(u8::from(self.retryable));
        put_optional(out, self.state_vector.as_ref(), |out, bytes| put_buffer(out, bytes));
    }
}

/// Why the relay closes a connection. 4400 to 4499 are permanent: the page stops and says why. All others mean: come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Close {
    /// The relay is being stopped or replaced.
    Draining,
    /// A message was not made of frames, or a frame was not allowed at that moment.
    BadFrame,
    /// The key is missing, wrong or expired.
    Unauthenticated,
    /// The link was revoked.
    Revoked,
    /// There is no such project, or no longer.
    NoSuchProject,
    /// Another session holds this client id: the page makes a new Doc and connects with that.
    ClientIdTaken,
    /// The project was erased and begun again: what is unsent is offered as a file.
    EpochChanged,
    /// The message is larger than allowed.
    TooLarge,
    /// The page speaks other frames than this relay: it has to be reloaded.
    ProtocolUnknown,
    /// Storage failed; the room is loaded again.
    StoreUnavailable,
    /// The link's role has changed; the next Welcome says the new one.
    RoleChanged,
    /// No Hello came in time.
    HelloTimeout,
    /// Nothing was heard for two heartbeats.
    Silent,
    /// The same page has connected again.
    Replaced,
    /// Too many frames for too long.
    RateLimited,
    /// The reader did not keep up; it resynchronises.
    SlowReader,
    /// The project has as many sessions as it may.
    Full,
}

struct CloseRow(Close, u16, &'static str);

const CLOSES: [CloseRow; 17] = [
    CloseRow(Close::Draining, 1012, "draining"),
    CloseRow(Close::BadFrame, 4400, "bad_frame"),
    CloseRow(Close::Unauthenticated, 4401, "unauthenticated"),
    CloseRow(Close::Revoked, 4403, "revoked"),
    CloseRow(Close::NoSuchProject, 4404, "no_such_project"),
    CloseRow(Close::ClientIdTaken, 4409, "client_id_taken"),
    CloseRow(Close::EpochChanged, 4410, "epoch_changed"),
    CloseRow(Close::TooLarge, 4413, "too_large"),
    CloseRow(Close::ProtocolUnknown, 4426, "protocol_unknown"),
    CloseRow(Close::StoreUnavailable, 4500, "store_unavailable"),
    CloseRow(Close::RoleChanged, 4503, "role_changed"),
    // in the range that comes back: a page that was put to sleep while connecting is late, not wrong
    CloseRow(Close::HelloTimeout, 4504, "hello_timeout"),
    CloseRow(Close::Silent, 4505, "silent"),
    CloseRow(Close::Replaced, 4508, "replaced"),
    CloseRow(Close::RateLimited, 4528, "rate_limited"),
    CloseRow(Close::SlowReader, 4529, "slow_reader"),
    CloseRow(Close::Full, 4530, "full"),
];

impl Close {
    /// Every reason, in the order of the codes.
    pub fn all() -> impl Iterator<Item = Close> {
        CLOSES.iter().map(|row| row.0)
    }

    /// The WebSocket close code.
    pub fn code(self) -> u16 {
        self.row().1
    }

    /// The reason sent with the code.
    pub fn as_str(self) -> &'static str {
        self.row().2
    }

    /// The reason behind a close code, if it is one of ours.
    pub fn from_code(code: u16) -> Option<Close> {
        CLOSES.iter().find(|row| row.1 == code).map(|row| row.0)
    }

    /// Whether connecting again with the same key and client id is pointless.
    pub fn permanent(self) -> bool {
        permanent(self.code())
    }

    fn row(self) -> &'static CloseRow {
        CLOSES.iter().find(|row| row.0 == self).expect("every reason has its row in the table")
    }
}

/// Whether a close code, known or not, means that coming back is pointless.
pub fn permanent(code: u16) -> bool {
    (4400..4500).contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r10_every_refusal_has_one_code_and_one_name() {
        for close in Close::all() {
            assert_eq!(Close::from_code(close.code()), Some(close));
        }
        for code in NackCode::all() {
            assert_eq!(NackCode::parse(code.as_str()), code);
            assert_eq!(Nack::new(1, code).retryable, code.retryable());
        }
        assert_eq!(NackCode::parse("from_the_future"), NackCode::Unknown);
        assert_eq!(Close::from_code(1006), None);
    }

    #[test]
    fn r10_the_range_of_a_close_code_says_whether_to_come_back() {
        for (close, expected) in [
            (Close::Revoked, true),
            (Close::EpochChanged, true),
            (Close::Draining, false),
            (Close::RoleChanged, false),
            (Close::HelloTimeout, false),
            (Close::SlowReader, false),
        ] {
            assert_eq!(close.permanent(), expected, "{close:?}");
        }
        assert!(permanent(4499) && !permanent(4500) && !permanent(1006));
    }
}
