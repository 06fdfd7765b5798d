//! A bare line to the relay, over a WebSocket or over POST and long-poll.

use std::collections::VecDeque;

use document::protocol::{Close, Frame, Key, poll};
use futures_util::{SinkExt, StreamExt};
use relay::{id, project::Created};
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, client_async, connect_async,
    tungstenite::{Error, Message, client::IntoClientRequest},
};

use crate::{
    house::soon,
    request::{Request, Response, insist},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Socket,
    Poll,
}

/// R15: what holds for one holds for the other.
pub(crate) const WAYS: [Way; 2] = [Way::Socket, Way::Poll];

pub(crate) struct Line {
    way: Carried,
    waiting: VecDeque<Frame>,
}

enum Carried {
    Socket(Box<WebSocketStream<MaybeTlsStream<TcpStream>>>),
    Poll(Polling),
}

struct Polling {
    address: String,
    path: String,
    name: String,
    key: String,
    counter: u64,
    after: u64,
    closed: Option<u16>,
}

impl Line {
    pub(crate) async fn open(address: &str, created: &Created, way: Way) -> Line {
        let path = format!("/sync/{}", created.id);
        match way {
            Way::Socket => Line::socket(address, &path, &[]).await.unwrap(),
            Way::Poll => {
                let polling = Polling::new(address, poll::path(created.id.as_str()));
                Line { way: Carried::Poll(polling), waiting: VecDeque::new() }
            }
        }
    }

    pub(crate) async fn socket(
        address: &str,
        path: &str,
        headers: &[(&'static str, &str)],
    ) -> Result<Line, Error> {
        let url = format!("{address}{path}").replacen("http", "ws", 1);
        let mut request = url.into_client_request().unwrap();
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().unwrap());
        }
        let (socket, _) = soon("a socket", connect_async(request)).await?;
        Ok(Line { way: Carried::Socket(Box::new(socket)), waiting: VecDeque::new() })
    }

    /// Over a socket that takes only little before it is read.
    pub(crate) async fn narrow(address: &str, path: &str) -> Line {
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_recv_buffer_size(4_096).unwrap();
        let host = address.strip_prefix("http://").unwrap();
        let stream = soon("a connection", socket.connect(host.parse().unwrap())).await.unwrap();
        let url = format!("ws://{host}{path}");
        let (socket, _) = soon("a socket", client_async(url, MaybeTlsStream::Plain(stream))).await.unwrap();
        Line { way: Carried::Socket(Box::new(socket)), waiting: VecDeque::new() }
    }

    pub(crate) async fn send(&mut self, frame: &Frame) {
        match &mut self.way {
            // a line that the relay has closed shows it when it is read
            Carried::Socket(socket) => socket.send(Message::binary(frame.encode())).await.unwrap_or(()),
            Carried::Poll(polling) => polling.up(frame).await,
        }
    }

    pub(crate) async fn send_message(&mut self, message: Message) {
        let Carried::Socket(socket) = &mut self.way else { panic!("only sockets carry messages") };
        socket.send(message).await.ok();
    }

    /// The next frame, or the code with which the relay closed.
    pub(crate) async fn next(&mut self) -> Result<Frame, u16> {
        loop {
            if let Some(frame) = self.waiting.pop_front() {
                return Ok(frame);
            }
            let frames = match &mut self.way {
                Carried::Socket(socket) => soon("a message", heard(socket)).await?,
                Carried::Poll(polling) => polling.down().await?,
            };
            self.waiting.extend(frames);
        }
    }

    /// Why the relay closes; what comes before it is passed over.
    pub(crate) async fn closed(&mut self) -> Option<Close> {
        let closed = async {
            loop {
                if let Err(code) = self.next().await {
                    return Close::from_code(code);
                }
            }
        };
        soon("the relay to close", closed).await
    }

    /// The session's name and key, for a test that polls by itself.
    pub(crate) fn poll_name(&self) -> (String, String) {
        let Carried::Poll(polling) = &self.way else { panic!("only polls have names") };
        (polling.name.clone(), polling.key.clone())
    }

    /// Breaks the line off without a word.
    pub(crate) fn cut(self) {}
}

async fn heard(socket: &mut WebSocketStream<MaybeTlsStream<TcpStream>>) -> Result<Vec<Frame>, u16> {
    match socket.next().await {
        Some(Ok(Message::Binary(bytes))) => Ok(Frame::decode_all(&bytes).unwrap()),
        Some(Ok(Message::Close(close))) => Err(close.map_or(0, |close| close.code.into())),
        Some(Ok(_)) => Ok(Vec::new()),
        Some(Err(_)) | None => Err(1006),
    }
}

impl Polling {
    fn new(address: &str, path: String) -> Polling {
        let (address, name) = (address.to_owned(), id::new_key().0);
        Polling { address, path, name, key: String::new(), counter: 0, after: 0, closed: None }
    }

    async fn up(&mut self, frame: &Frame) {
        if let Frame::Hello(hello) = frame {
            let Key(key) = &hello.key;
            self.key = key.clone();
        }
        self.counter += 1;
        let body = poll::Up { counter: self.counter, frames: vec![frame.clone()] }.encode();
        let path = self.path.clone();
        let answer = self.ask(("POST", &path), &body).await;
        if answer.status != 204 {
            self.closed = self.closed.or(Some(close_of(&answer)));
        }
    }

    async fn down(&mut self) -> Result<Vec<Frame>, u16> {
        if let Some(code) = self.closed {
            return Err(code);
        }
        let path = format!("{}?after={}", self.path, self.after);
        let answer = self.ask(("GET", &path), &[]).await;
        if answer.status != 200 {
            return Err(close_of(&answer));
        }
        let frames = poll::decode_down(&answer.body).unwrap();
        self.after = frames.last().map_or(self.after, |last| last.number);
        Ok(frames.iter().map(|numbered| Frame::decode(&numbered.frame).unwrap()).collect())
    }

    async fn ask(&self, (method, path): (&str, &str), body: &[u8]) -> Response {
        let bearer = format!("Bearer {}", self.key);
        let headers = [("authorization", bearer.as_str()), (poll::SESSION_HEADER, self.name.as_str())];
        insist(&self.address, Request { method, path, headers: &headers, body }).await
    }
}

fn close_of(answer: &Response) -> u16 {
    let close = answer.json()["close"].as_u64();
    close.map_or_else(|| panic!("no close: {}", answer.text()), |close| u16::try_from(close).unwrap())
}
