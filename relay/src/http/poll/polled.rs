//! A session between two requests: what has come up, what waits to go down.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use bytes::Bytes;
use document::protocol::{Close, FrameError, Key, limits, poll};
use tokio::{sync::Mutex as AsyncMutex, time::Instant};
use tokio_util::sync::CancellationToken;

use super::super::{Problem, caller::Caller};
use crate::{
    Relay,
    queue::{Queue, Taken},
    session::Session,
};

/// A session between two requests.
pub(super) struct Polled {
    key: Key,
    pub(super) queue: Arc<Queue>,
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

impl Polled {
    pub(super) fn new(key: Key, session: Session) -> Polled {
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
    pub(super) async fn take(&self, relay: &Relay, up: Result<poll::Up, FrameError>) -> Result<(), Problem> {
        self.is_seen();
        let mut mine = self.up.lock().await;
        let result = match up {
            Ok(up) if up.counter <= mine.counter => return Ok(()),
            Ok(up) if up.counter == mine.counter + 1 => mine.take(relay, up).await,
            _ => Err(Close::BadFrame),
        };
        result.map_err(|close| {
            self.queue.close(close);
            Problem::Closed(close)
        })
    }

    /// The frames after a number. Waits for some if there are none; an empty answer says that there were none.
    pub(super) async fn next(&self, after: u64, patience: Duration) -> Result<Vec<u8>, Close> {
        self.is_seen();
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
        self.is_seen();
        match down.close {
            Some(close) if down.unconfirmed.is_empty() => Err(close),
            _ => Ok(down.body()),
        }
    }

    pub(super) fn same_key(&self, caller: &Caller) -> Result<(), Problem> {
        if caller.key.as_ref() == Some(&self.key) {
            Ok(())
        } else {
            Err(Problem::Closed(Close::Unauthenticated))
        }
    }

    fn waiting(&self) -> MutexGuard<'_, CancellationToken> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// When the page was last heard: now, if it holds the other end of a poll, however long that waits.
    pub(super) fn last_seen(&self) -> Instant {
        if self.down.try_lock().is_err() { Instant::now() } else { *self.seen() }
    }

    pub(super) fn is_seen(&self) {
        *self.seen() = Instant::now();
    }

    fn seen(&self) -> MutexGuard<'_, Instant> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Up {
    async fn take(&mut self, relay: &Relay, up: poll::Up) -> Result<(), Close> {
        for frame in up.frames {
            self.session.receive(relay, frame).await?;
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
