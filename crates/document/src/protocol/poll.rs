//! The same frames where WebSockets are blocked: numbered on the way down, counted on the way up.

use super::wire::{Reader, put_buffer, put_varuint};
use super::{Frame, FrameError, limits};

/// The header of every request with the session's name: 22 to 64 random characters, chosen by the page.
pub const SESSION_HEADER: &str = "tributary-session";

/// Where a project's frames go up (POST), come down (GET with `?after=n`), and a session ends (DELETE).
pub fn path(project: &str) -> String {
    format!("/sync/{project}/frames")
}

/// A frame on its way down. It is repeated until a poll confirms its number by `after`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// Grows by one with each frame of the session, from 1.
    pub number: u64,
    /// The encoded frame; bytes, because one encoding is shared by all who receive it.
    pub frame: Vec<u8>,
}

/// What one POST carries up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Up {
    /// Grows by one with each POST of the session, from 1; a repeated one is answered, not done again.
    pub counter: u64,
    /// The frames, in order.
    pub frames: Vec<Frame>,
}

/// The body that answers a poll. Empty when there was nothing to say in time.
pub fn encode_down<'a>(frames: impl IntoIterator<Item = (u64, &'a [u8])>) -> Vec<u8> {
    let mut out = Vec::new();
    for (number, frame) in frames {
        put_varuint(&mut out, number);
        put_buffer(&mut out, frame);
    }
    out
}

/// Reads the body that answers a poll: at most `FRAMES_PER_MESSAGE` frames, not yet decoded.
pub fn decode_down(bytes: &[u8]) -> Result<Vec<Numbered>, FrameError> {
    let mut reader = Reader::new(bytes);
    let mut frames = Vec::new();
    while reader.left() > 0 {
        if frames.len() == limits::FRAMES_PER_MESSAGE {
            return Err(FrameError::TooMany);
        }
        frames.push(Numbered { number: reader.varuint()?, frame: reader.buffer()?.to_vec() });
    }
    Ok(frames)
}

impl Up {
    /// The body of the POST.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put_varuint(&mut out, self.counter);
        self.frames.iter().for_each(|frame| frame.encode_into(&mut out));
        out
    }

    /// Reads the body of a POST: the counter, then at most `FRAMES_PER_MESSAGE` frames.
    pub fn decode(bytes: &[u8]) -> Result<Up, FrameError> {
        let mut reader = Reader::new(bytes);
        let counter = reader.varuint()?;
        let frames = Frame::decode_all(&bytes[reader.at()..])?;
        Ok(Up { counter, frames })
    }
}
