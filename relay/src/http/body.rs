//! A request's body: taken as it comes, never more of it than may be, and never waited for in vain.

use std::time::Duration;

use axum::{body::Body, http::StatusCode};
use bytes::BytesMut;
use document::protocol::Close;
use futures_util::StreamExt;
use tokio::time::{sleep, timeout};

use super::Problem;
use crate::Relay;

/// What a body that is under way when the relay is to stop still has: one round trip on a bad line.
const STOPPING: Duration = Duration::from_secs(1);

/// Why a body is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BodyError {
    /// Nothing more came.
    Silent,
    /// The line broke, or what came through it is not encoded as its head says.
    Broken,
    /// It has more bytes than that.
    TooLarge(u64),
    /// The relay is to stop.
    Stopping,
}

/// The whole body, if it has at most so many bytes and never falls silent: a large one on a slow line takes its time.
/// Whoever waits for its end hears of each part.
pub(super) async fn whole(
    relay: &Relay,
    (body, most): (Body, u64),
    heard: impl Fn(),
) -> Result<BytesMut, BodyError> {
    tokio::select! {
        whole = collected((body, most), relay.config.timing.dead, heard) => whole,
        () = stopping(relay) => Err(BodyError::Stopping),
    }
}

/// The body of a request that makes or changes something.
pub(super) async fn message(relay: &Relay, body: Body) -> Result<BytesMut, Problem> {
    Ok(whole(relay, (body, relay.config.limits.message_bytes), || {}).await?)
}

async fn collected(
    (body, most): (Body, u64),
    quiet: Duration,
    heard: impl Fn(),
) -> Result<BytesMut, BodyError> {
    let (mut parts, mut whole) = (body.into_data_stream(), BytesMut::new());
    while let Some(part) = timeout(quiet, parts.next()).await.map_err(|_| BodyError::Silent)? {
        heard();
        let part = part.map_err(|_| BodyError::Broken)?;
        if (whole.len() + part.len()) as u64 > most {
            return Err(BodyError::TooLarge(most));
        }
        whole.extend_from_slice(&part);
    }
    Ok(whole)
}

async fn stopping(relay: &Relay) {
    relay.stopping.cancelled().await;
    sleep(STOPPING).await;
}

impl From<BodyError> for Close {
    fn from(error: BodyError) -> Self {
        match error {
            // of a line that broke nobody reads the answer
            BodyError::Silent | BodyError::Broken => Close::Silent,
            BodyError::TooLarge(_) => Close::TooLarge,
            BodyError::Stopping => Close::Draining,
        }
    }
}

impl From<BodyError> for Problem {
    fn from(error: BodyError) -> Self {
        let (status, words) = match error {
            BodyError::TooLarge(most) => return Problem::TooLarge(most),
            BodyError::Silent => (StatusCode::REQUEST_TIMEOUT, "the rest of the body did not come"),
            BodyError::Broken => {
                (StatusCode::BAD_REQUEST, "the body breaks off, or is not encoded as its head says")
            }
            BodyError::Stopping => {
                (StatusCode::SERVICE_UNAVAILABLE, "this relay is stopping; ask again soon")
            }
        };
        Problem::Malformed(status, words.to_owned())
    }
}
