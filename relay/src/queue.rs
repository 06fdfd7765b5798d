//! What waits to be sent to one session: bounded, shared bytes, presence only in its latest state.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Mutex, MutexGuard, PoisonError},
};

use bytes::Bytes;
use document::protocol::{Close, limits};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

/// What a waiting frame costs beside its bytes.
const FRAME_COST: usize = 64;

/// The most that one frame counts: a whole project that somebody pastes is one frame whose bytes everybody shares,
/// and must not close the session of all who are typing.
const FRAME_MOST: usize = 256 << 10;

fn cost(frame: &Bytes) -> usize {
    FRAME_COST + frame.len().min(FRAME_MOST)
}

/// One session's outgoing frames. The room puts in, the transport takes out.
#[derive(Debug, Default)]
pub struct Queue {
    waiting: Mutex<Waiting>,
    changed: Notify,
    closing: CancellationToken,
}

#[derive(Debug, Default)]
struct Waiting {
    frames: VecDeque<Bytes>,
    presence: BTreeMap<u64, Bytes>,
    /// What `frames` and `presence` cost together with what the transport is still writing.
    cost: usize,
    writing: usize,
    close: Option<Close>,
}

/// What the transport sends next.
#[derive(Debug, PartialEq, Eq)]
pub struct Taken {
    /// Encoded frames, in order.
    pub frames: Vec<Bytes>,
    /// Why it closes the connection after them.
    pub close: Option<Close>,
}

impl Queue {
    /// Queues a frame. A reader that does not keep up is closed here and resynchronises: a frame is never skipped.
    /// Says whether this frame was the one too many.
    pub fn offer(&self, frame: Bytes) -> bool {
        self.change(|waiting| {
            waiting.cost += cost(&frame);
            waiting.frames.push_back(frame);
            waiting.overflows()
        })
        .unwrap_or(false)
    }

    /// Queues frames whose bytes live elsewhere anyway: the project itself, for one who has just come.
    pub fn offer_shared(&self, frames: impl IntoIterator<Item = Bytes>) {
        self.change(|waiting| waiting.frames.extend(frames));
    }

    /// Queues what a participant shows of itself, in place of what waited from it before.
    pub fn offer_presence(&self, client_id: u64, frame: Bytes) -> bool {
        self.change(|waiting| {
            waiting.cost += cost(&frame);
            if let Some(older) = waiting.presence.insert(client_id, frame) {
                waiting.cost -= cost(&older);
            }
            waiting.overflows()
        })
        .unwrap_or(false)
    }

    /// Closes the session after what is queued. The first reason stands.
    pub fn close(&self, close: Close) {
        self.change(|waiting| waiting.close = Some(close));
    }

    /// Waits until there is something to send or a reason to close, and takes all of it. Calling it again says
    /// that what it gave before is sent.
    pub async fn take(&self) -> Taken {
        loop {
            let changed = self.changed.notified();
            if let Some(taken) = self.waiting().take() {
                return taken;
            }
            changed.await;
        }
    }

    /// Waits until the session is to end.
    pub async fn closing(&self) {
        self.closing.cancelled().await;
    }

    /// Changes what waits, unless the session is closing: a frame that came in after an overflow would stand behind
    /// a hole, and nobody bounds a queue that is closed already.
    fn change<T>(&self, change: impl FnOnce(&mut Waiting) -> T) -> Option<T> {
        let mut waiting = self.waiting();
        if waiting.close.is_some() {
            return None;
        }
        let result = change(&mut waiting);
        if waiting.close.is_some() {
            self.closing.cancel();
        }
        drop(waiting);
        self.changed.notify_one();
        Some(result)
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        // every change leaves it whole, so a panic elsewhere does not matter
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    fn overflows(&mut self) -> bool {
        let overflows = self.cost > limits::QUEUE_BYTES && self.close.is_none();
        if overflows {
            self.frames.clear();
            self.presence.clear();
            self.close = Some(Close::SlowReader);
        }
        overflows
    }

    fn take(&mut self) -> Option<Taken> {
        self.cost -= self.writing;
        self.writing = 0;
        if self.frames.is_empty() && self.presence.is_empty() && self.close.is_none() {
            return None;
        }
        self.writing = self.cost;
        let presence = std::mem::take(&mut self.presence).into_values();
        let frames = std::mem::take(&mut self.frames).into_iter().chain(presence).collect();
        Some(Taken { frames, close: self.close })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(length: usize) -> Bytes {
        Bytes::from(vec![7; length])
    }

    #[tokio::test]
    async fn r11_presence_waits_only_in_its_latest_state() {
        let queue = Queue::default();
        queue.offer_presence(1, frame(10));
        queue.offer_presence(2, frame(20));
        queue.offer_presence(1, frame(30));
        queue.offer(frame(40));
        let lengths: Vec<usize> = queue.take().await.frames.iter().map(Bytes::len).collect();
        assert_eq!(lengths, [40, 30, 20]);
    }

    #[tokio::test]
    async fn r11_a_reader_that_stalls_is_closed_before_a_mebibyte_waits() {
        let queue = Queue::default();
        let part = limits::QUEUE_BYTES / 8;
        for _ in 0..7 {
            assert!(!queue.offer(frame(part)));
        }
        assert_eq!(queue.take().await.frames.len(), 7);
        assert!(queue.offer(frame(part)), "what is being written still counts");
        assert_eq!(queue.take().await, Taken { frames: Vec::new(), close: Some(Close::SlowReader) });
    }

    #[tokio::test]
    async fn r11_nothing_comes_after_a_hole() {
        let queue = Queue::default();
        queue.offer(frame(3));
        for _ in 0..10 {
            queue.offer(frame(limits::QUEUE_BYTES));
        }
        assert!(!queue.offer(frame(1)), "the overflow is counted once");
        assert!(!queue.offer_presence(1, frame(1)));
        queue.offer_shared([frame(1)]);
        assert_eq!(queue.take().await, Taken { frames: Vec::new(), close: Some(Close::SlowReader) });
    }

    #[tokio::test]
    async fn r11_what_was_sent_no_longer_counts() {
        let queue = Queue::default();
        for _ in 0..10 {
            assert!(!queue.offer(frame(limits::QUEUE_BYTES)));
            assert_eq!(queue.take().await.frames.len(), 1);
        }
    }

    #[tokio::test]
    async fn r2_frames_that_were_queued_go_out_before_the_close() {
        let queue = Queue::default();
        queue.offer(frame(3));
        queue.close(Close::Draining);
        queue.close(Close::Revoked);
        assert_eq!(queue.take().await, Taken { frames: vec![frame(3)], close: Some(Close::Draining) });
    }
}
