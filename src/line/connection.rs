//! One connection, from its first byte to its end.

use std::time::Duration;

use document::protocol::limits::DEAD_AFTER;
use document::protocol::{Frame, Welcome};
use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};

use super::poll::Poll;
use super::refused::Refused;
use super::socket::Socket;
use super::{Setup, Transport};

/// What happens to a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Happening {
    /// Bytes may be sent.
    Opened,
    /// One message has come.
    Message(Vec<u8>),
    /// It has ended, with the relay's close code if there was one.
    Closed(Option<u16>),
    /// The page is looked at again.
    Woken,
    /// The network has changed or come back.
    Online,
    /// The page has been told that there is no network.
    Offline,
    /// A second has gone by.
    Tick,
    /// A socket was seen to open while requests are in use.
    SocketWorks,
    /// The line is not wanted any more.
    Stop,
}

/// Where happenings are told.
#[derive(Clone)]
pub(super) struct Happenings(UnboundedSender<Happening>);

impl Happenings {
    /// A place to tell them, and to hear them.
    pub(super) fn channel() -> (Happenings, UnboundedReceiver<Happening>) {
        let (sender, receiver) = unbounded();
        (Happenings(sender), receiver)
    }

    /// Tells one. After the end nobody listens, and nobody needs to.
    pub(super) fn tell(&self, happening: Happening) {
        self.0.unbounded_send(happening).ok();
    }
}

/// The way that a connection goes.
pub(super) enum Wire {
    /// By WebSocket.
    Socket(Socket),
    /// By requests.
    Poll(Poll),
}

impl Wire {
    /// Begins to open a connection; `None` where the browser allows none.
    pub(super) fn open(transport: Transport, setup: &Setup, happenings: &Happenings) -> Option<Wire> {
        match transport {
            Transport::Socket => Socket::open(&setup.project, happenings).map(Wire::Socket),
            Transport::Poll => Some(Wire::Poll(Poll::open(setup, happenings))),
        }
    }

    /// Sends one frame.
    pub(super) fn send(&self, frame: Frame) {
        match self {
            Wire::Socket(socket) => socket.send(&frame.encode()),
            Wire::Poll(poll) => poll.send(frame),
        }
    }
}

/// What a connection wants done.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Want {
    /// Say Hello.
    SayHello,
    /// The relay has said Welcome.
    Welcome(Box<Welcome>),
    /// Frames for the document and presence.
    Hear(Vec<Frame>),
    /// Send this.
    Send(Frame),
    /// It is over.
    End(End),
}

/// How a connection ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Lost, or refused for now.
    Lost,
    /// The network is another one: begin anew.
    Changed,
    /// Refused for good.
    Refused(Refused),
    /// Not wanted any more.
    Stopped,
}

/// What a connection knows of itself. It sees no clock: `now` is given, in any steady measure.
pub(super) struct Connection {
    patience: Duration,
    heard_at: Duration,
    /// When the relay said Welcome.
    pub(super) welcomed_at: Option<Duration>,
}

impl Connection {
    /// A connection that begins now, and gives up unless there is a Welcome within `patience`.
    pub(super) fn new(now: Duration, patience: Duration) -> Self {
        Connection { patience, heard_at: now, welcomed_at: None }
    }

    /// What a happening asks for.
    pub(super) fn heard(&mut self, happening: Happening, now: Duration) -> Vec<Want> {
        match happening {
            Happening::Opened => vec![Want::SayHello],
            Happening::Message(bytes) => self.message(&bytes, now),
            Happening::Closed(code) => vec![Want::End(end(code))],
            Happening::Tick | Happening::Woken => self.watch(now),
            Happening::Offline => vec![Want::End(End::Lost)],
            Happening::SocketWorks => vec![Want::End(End::Changed)],
            Happening::Stop => vec![Want::End(End::Stopped)],
            Happening::Online => Vec::new(),
        }
    }

    fn watch(&self, now: Duration) -> Vec<Want> {
        let patience = if self.welcomed_at.is_some() { DEAD_AFTER } else { self.patience };
        let dead = now.saturating_sub(self.heard_at) >= patience;
        if dead { vec![Want::End(End::Lost)] } else { Vec::new() }
    }

    fn message(&mut self, bytes: &[u8], now: Duration) -> Vec<Want> {
        self.heard_at = now;
        match Frame::decode_all(bytes) {
            Ok(frames) => self.frames(frames, now),
            // frames that cannot be read may have held an update: only a new connection makes sure of it
            Err(_) => vec![Want::End(End::Lost)],
        }
    }

    fn frames(&mut self, frames: Vec<Frame>, now: Duration) -> Vec<Want> {
        let mut wants = Vec::new();
        for frame in frames {
            match (frame, wants.last_mut()) {
                (Frame::Ping(number), _) => {
                    wants.push(Want::Send(Frame::Pong(number)));
                    // presence is renewed with the relay's heartbeat
                    wants.push(Want::Hear(vec![Frame::Ping(number)]));
                }
                (Frame::Welcome(welcome), _) => {
                    self.welcomed_at = Some(now);
                    wants.push(Want::Welcome(Box::new(welcome)));
                }
                (frame, Some(Want::Hear(frames))) => frames.push(frame),
                (frame, _) => wants.push(Want::Hear(vec![frame])),
            }
        }
        wants
    }
}

/// Whether a close code means to come back.
fn end(code: Option<u16>) -> End {
    code.and_then(Refused::from_code).map_or(End::Lost, End::Refused)
}

#[cfg(test)]
mod tests {
    use document::protocol::limits::{HEARTBEAT, Limits};
    use document::protocol::{Mark, Resume};
    use model::Role;

    use super::*;

    const PATIENCE: Duration = Duration::from_secs(4);

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn welcome() -> Frame {
        Frame::Welcome(Welcome {
            session: 1,
            resume: Resume([1; 16]),
            role: Role::Editor,
            client_id: 7,
            epoch: 1,
            head: Mark { seq: 0, mark: [0; 8] },
            state_vector: vec![0],
            server_time_ms: 0,
            limits: Limits::default(),
            heartbeat_ms: HEARTBEAT.as_millis() as u64,
        })
    }

    fn welcomed(at: u64) -> Connection {
        let mut connection = Connection::new(seconds(at), PATIENCE);
        connection.heard(Happening::Message(welcome().encode()), seconds(at));
        connection
    }

    #[test]
    fn a5_a_line_without_welcome_is_given_up_before_five_seconds() {
        let mut connection = Connection::new(seconds(10), PATIENCE);
        assert_eq!(connection.heard(Happening::Opened, seconds(10)), [Want::SayHello]);
        assert_eq!(connection.heard(Happening::Tick, seconds(13)), []);
        assert_eq!(connection.heard(Happening::Tick, seconds(14)), [Want::End(End::Lost)]);
    }

    #[test]
    fn a5_a_line_is_dead_after_thirty_seconds_without_a_frame() {
        let mut connection = welcomed(10);
        assert_eq!(connection.heard(Happening::Tick, seconds(39)), []);
        let ping = Happening::Message(Frame::Ping(4).encode());
        let answer = [Want::Send(Frame::Pong(4)), Want::Hear(vec![Frame::Ping(4)])];
        assert_eq!(connection.heard(ping, seconds(39)), answer);
        assert_eq!(connection.heard(Happening::Woken, seconds(68)), []);
        assert_eq!(connection.heard(Happening::Woken, seconds(69)), [Want::End(End::Lost)]);
    }

    #[test]
    fn a5_frames_of_one_message_are_heard_together_and_in_order() {
        let update = |seq| Frame::Update { seq, update: vec![0, 0] };
        let mut message = welcome().encode();
        for frame in [update(1), update(2), Frame::Ping(1), update(3)] {
            frame.encode_into(&mut message);
        }
        let wants = Connection::new(seconds(0), PATIENCE).heard(Happening::Message(message), seconds(1));
        assert!(matches!(&wants[0], Want::Welcome(welcome) if welcome.client_id == 7));
        let rest = [
            Want::Hear(vec![update(1), update(2)]),
            Want::Send(Frame::Pong(1)),
            Want::Hear(vec![Frame::Ping(1), update(3)]),
        ];
        assert_eq!(wants[1..], rest);
    }

    #[test]
    fn a5_the_close_code_says_whether_to_come_back() {
        for (code, comes_back) in [
            (None, true),
            (Some(1006), true),
            (Some(1012), true),
            (Some(4403), false),
            (Some(4499), false),
            (Some(4503), true),
        ] {
            let wants = welcomed(0).heard(Happening::Closed(code), seconds(1));
            assert_eq!(matches!(wants[..], [Want::End(End::Lost)]), comes_back, "{code:?}");
        }
    }

    #[test]
    fn a5_a_message_that_cannot_be_read_ends_the_line() {
        let wants = welcomed(0).heard(Happening::Message(vec![70, 1, 9]), seconds(1));
        assert_eq!(wants, [Want::End(End::Lost)]);
    }
}
