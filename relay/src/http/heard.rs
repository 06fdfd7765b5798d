//! What comes in through one connection: when the last bytes came, and how many may come before anybody is known; and
//! when its other end last took any.

use std::{
    io::{self, IoSlice},
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, ready},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    sync::Notify,
    time::{Instant, sleep_until},
};

/// Bytes that are thrown away at once.
const SCRATCH: usize = 4 << 10;

/// What was heard through a connection; whoever answers its requests finds it among their extensions.
#[derive(Debug, Clone)]
pub(super) struct Heard(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    full: Notify,
}

#[derive(Debug, Clone, Copy)]
struct State {
    last: Instant,
    taken: Instant,
    admits: Admits,
}

#[derive(Debug, Clone, Copy)]
enum Admits {
    Everything,
    AtMost(usize),
    Nothing,
}

impl Heard {
    /// Waits until not one byte has come for so long. A large message on a slow line is no silence.
    pub(super) async fn silence(&self, time: Duration) {
        loop {
            let end = self.state().last + time;
            if end <= Instant::now() {
                return;
            }
            sleep_until(end).await;
        }
    }

    /// Waits until the other side has taken not one byte for so long, of those that wait for it from now on. A large
    /// message on a slow line is no stall.
    pub(super) async fn stalled(&self, time: Duration) {
        let begun = Instant::now();
        loop {
            let end = self.state().taken.max(begun) + time;
            if end <= Instant::now() {
                return;
            }
            sleep_until(end).await;
        }
    }

    /// From now on only so many bytes come in, and nothing holds more.
    pub(super) fn admit(&self, bytes: usize) {
        self.state().admits = Admits::AtMost(bytes);
    }

    /// From now on everything comes in.
    pub(super) fn admit_all(&self) {
        self.state().admits = Admits::Everything;
    }

    /// Waits until more would have come than may, and throws away whatever comes from then on: an end of the line with
    /// unread bytes would take away what is said last.
    pub(super) async fn overflow(&self) {
        self.0.full.notified().await;
        self.state().admits = Admits::Nothing;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // no code that could panic runs under this lock
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection that notes what it hears.
pub(super) struct Hearing {
    stream: TcpStream,
    heard: Heard,
}

impl Hearing {
    pub(super) fn new(stream: TcpStream) -> Hearing {
        let now = Instant::now();
        let state = State { last: now, taken: now, admits: Admits::Everything };
        let heard = Heard(Arc::new(Shared { state: Mutex::new(state), full: Notify::new() }));
        Hearing { stream, heard }
    }

    pub(super) fn heard(&self) -> Heard {
        self.heard.clone()
    }

    fn note_taken(&self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if let Poll::Ready(Ok(1..)) = written {
            self.heard.state().taken = Instant::now();
        }
        written
    }

    fn discard(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let mut scratch = [0; SCRATCH];
        loop {
            let mut part = ReadBuf::new(&mut scratch);
            ready!(Pin::new(&mut self.stream).poll_read(context, &mut part))?;
            if part.filled().is_empty() {
                return Poll::Ready(Ok(()));
            }
        }
    }
}

impl AsyncRead for Hearing {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let admits = self.heard.state().admits;
        let most = match admits {
            Admits::Nothing => return self.discard(context),
            Admits::AtMost(0) => {
                // whoever waits for this reads on, or ends the line
                self.heard.0.full.notify_one();
                return Poll::Pending;
            }
            Admits::AtMost(left) => left.min(buffer.remaining()),
            Admits::Everything => buffer.remaining(),
        };
        let mut part = ReadBuf::new(buffer.initialize_unfilled_to(most));
        ready!(Pin::new(&mut self.stream).poll_read(context, &mut part))?;
        let count = part.filled().len();
        buffer.advance(count);
        let mut state = self.heard.state();
        state.last = Instant::now();
        if let Admits::AtMost(left) = &mut state.admits {
            *left = left.saturating_sub(count);
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Hearing {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.note_taken(written)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.note_taken(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
