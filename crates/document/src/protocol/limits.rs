//! What the relay allows and how long it waits: one place for both ends of the line.

use std::time::Duration;

use super::wire::{Reader, WireError, put_varuint};

/// The version of these frames. It changes when an older page could no longer read them.
pub const PROTOCOL: u32 = 1;

/// Bytes in one message, in either direction: one push may carry a whole project after a long time offline.
pub const MESSAGE_BYTES: usize = 4 << 20;
/// Bytes of a project's snapshot and log above which growth is refused: a phone still opens it.
pub const PROJECT_BYTES: usize = 4 << 20;
/// Bytes of a project from which its people are warned.
pub const PROJECT_WARN_BYTES: usize = 2 << 20;
/// Bytes of one awareness frame from a session: name, colour, pointer and selection are a few hundred.
pub const PRESENCE_BYTES: usize = 2 << 10;
/// Bytes of the first message, before anybody is known: Hello alone.
pub const HELLO_BYTES: usize = 4 << 10;
/// Bytes of a plain Yjs client's first message: its state vector, known at upgrade already.
pub const PLAIN_FIRST_BYTES: usize = 64 << 10;
/// Bytes queued for one reader, after which it is closed and resynchronises.
pub const QUEUE_BYTES: usize = 1 << 20;
/// Characters (Unicode scalar values) in one contribution.
pub const CONTRIBUTION_CHARACTERS: usize = 2_000;
/// Frames in one message: enough for any backlog, and a bound on what its decoding may hold.
pub const FRAMES_PER_MESSAGE: usize = 1_024;
/// Pushes and contributions a second from one session: fast typing with a push a letter is 15.
pub const PUSHES_PER_SECOND: u32 = 50;
/// Pushes that may come at once after a pause, before `PUSHES_PER_SECOND` applies.
pub const PUSH_BURST: u32 = 200;
/// Awareness frames a second from one session: a pointer that moves smoothly.
pub const PRESENCE_PER_SECOND: u32 = 20;
/// Sessions in one project at once.
pub const SESSIONS_PER_PROJECT: usize = 200;

/// How long a connection may stay without Hello.
pub const HELLO_TIMEOUT: Duration = Duration::from_secs(5);
/// Time between two heartbeats, sent as data because browsers do not show control frames to pages.
pub const HEARTBEAT: Duration = Duration::from_secs(15);
/// Silence after which the other side counts as gone: two heartbeats.
pub const DEAD_AFTER: Duration = Duration::from_secs(30);
/// The shortest bound of a pause before connecting again (the pause is random below its bound).
pub const RECONNECT_MIN: Duration = Duration::from_millis(500);
/// The longest bound of a pause before connecting again.
pub const RECONNECT_MAX: Duration = Duration::from_secs(30);

/// What the relay tells a session about its limits, in Welcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes in one message.
    pub message_bytes: u64,
    /// Bytes of the project above which growth is refused.
    pub project_bytes: u64,
    /// Bytes of one awareness frame.
    pub presence_bytes: u64,
    /// Pushes a second.
    pub pushes_per_second: u32,
    /// Awareness frames a second.
    pub presence_per_second: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            message_bytes: MESSAGE_BYTES as u64,
            project_bytes: PROJECT_BYTES as u64,
            presence_bytes: PRESENCE_BYTES as u64,
            pushes_per_second: PUSHES_PER_SECOND,
            presence_per_second: PRESENCE_PER_SECOND,
        }
    }
}

impl Limits {
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, WireError> {
        Ok(Limits {
            message_bytes: reader.varuint()?,
            project_bytes: reader.varuint()?,
            presence_bytes: reader.varuint()?,
            pushes_per_second: reader.varuint32()?,
            presence_per_second: reader.varuint32()?,
        })
    }

    pub(super) fn put(&self, out: &mut Vec<u8>) {
        put_varuint(out, self.message_bytes);
        put_varuint(out, self.project_bytes);
        put_varuint(out, self.presence_bytes);
        put_varuint(out, u64::from(self.pushes_per_second));
        put_varuint(out, u64::from(self.presence_per_second));
    }
}
