//! A page of ours, as far as the relay sees it: a document, a line, what has come in.

use std::{
    collections::VecDeque,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
};

use document::{
    Document, SCHEMA,
    protocol::{Close, Frame, Hello, Key, Mark, Resume, Welcome, limits::PROTOCOL},
};
use futures_util::{SinkExt, StreamExt};
use model::{
    Edit, TextField,
    edit::{Change, TextChange},
};
use relay::{id, project::Created, storage::LinkKind};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Message, client::IntoClientRequest, protocol::CloseFrame},
};

use crate::house::{House, key, soon};

pub(crate) type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// A bare line to the relay.
pub(crate) struct Line {
    pub(crate) socket: Socket,
    waiting: VecDeque<Frame>,
}

impl Line {
    pub(crate) async fn open(house: &House, created: &Created) -> Line {
        Line::with(house, &format!("/sync/{}", created.id), &[]).await.unwrap()
    }

    pub(crate) async fn with(
        house: &House,
        path: &str,
        headers: &[(&'static str, &str)],
    ) -> Result<Line, tokio_tungstenite::tungstenite::Error> {
        let url = house.url(path).replacen("http", "ws", 1);
        let mut request = url.into_client_request().unwrap();
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().unwrap());
        }
        let (socket, _) = soon("a socket", connect_async(request)).await?;
        Ok(Line { socket, waiting: VecDeque::new() })
    }

    pub(crate) async fn send(&mut self, frame: &Frame) {
        self.send_bytes(frame.encode()).await;
    }

    pub(crate) async fn send_bytes(&mut self, bytes: Vec<u8>) {
        // a line that the relay has closed shows it when it is read
        self.socket.send(Message::binary(bytes)).await.ok();
    }

    /// The next frame, or the code with which the relay closed.
    pub(crate) async fn next(&mut self) -> Result<Frame, u16> {
        soon("a frame", async {
            loop {
                if let Some(frame) = self.waiting.pop_front() {
                    return Ok(frame);
                }
                match self.socket.next().await {
                    Some(Ok(Message::Binary(bytes))) => {
                        self.waiting.extend(Frame::decode_all(&bytes).unwrap())
                    }
                    Some(Ok(Message::Close(close))) => return Err(close.map_or(0, code)),
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => return Err(1006),
                }
            }
        })
        .await
    }

    /// The code with which the relay closes; what comes before it is passed over.
    pub(crate) async fn closed(&mut self) -> Option<Close> {
        loop {
            if let Err(code) = self.next().await {
                return Close::from_code(code);
            }
        }
    }
}

fn code(close: CloseFrame) -> u16 {
    close.code.into()
}

pub(crate) struct Page {
    pub(crate) line: Line,
    pub(crate) document: Document,
    pub(crate) welcome: Welcome,
    pushes: u64,
}

pub(crate) fn new_document() -> Document {
    let now = Arc::new(AtomicU64::new(0));
    Document::new(id::new_client_id(), Arc::new(move || now.fetch_add(1, Relaxed)))
}

pub(crate) fn hello(key: &str, client_id: u64) -> Hello {
    Hello {
        proto: PROTOCOL,
        app: "test".into(),
        schema: SCHEMA,
        key: Key(key.into()),
        client_id,
        epoch: None,
        resume: None,
        since: None,
    }
}

/// What somebody types at the end of the title, as an update.
pub(crate) fn typed(document: &mut Document, text: &str) -> Vec<u8> {
    let at = document.text(&TextField::Title).unwrap_or_default().encode_utf16().count();
    let change = TextChange { at: u32::try_from(at).unwrap(), delete: 0, insert: text.to_owned() };
    document.write(&Edit::one(Change::Text(TextField::Title, change))).update
}

/// What somebody deletes at the beginning of the title, as an update.
pub(crate) fn deleted(document: &mut Document, count: u32) -> Vec<u8> {
    let change = TextChange { at: 0, delete: count, insert: String::new() };
    document.write(&Edit::one(Change::Text(TextField::Title, change))).update
}

impl Page {
    pub(crate) async fn open(house: &House, created: &Created, kind: LinkKind) -> Page {
        Page::come(house, created, hello(&key(created, kind), 0)).await.unwrap()
    }

    /// Comes in with a new document, its client id put into the Hello.
    pub(crate) async fn come(house: &House, created: &Created, hello: Hello) -> Result<Page, Option<Close>> {
        let document = new_document();
        let hello = Hello { client_id: document.client_id(), ..hello };
        Page::come_back(house, created, (document, hello)).await
    }

    /// Comes in with a document that it has already.
    pub(crate) async fn come_back(
        house: &House,
        created: &Created,
        (document, hello): (Document, Hello),
    ) -> Result<Page, Option<Close>> {
        let mut line = Line::open(house, created).await;
        line.send(&Frame::Hello(hello)).await;
        match line.next().await {
            Ok(Frame::Welcome(welcome)) => Ok(Page { line, document, welcome, pushes: 0 }),
            Ok(other) => panic!("instead of a welcome: {other:?}"),
            Err(code) => Err(Close::from_code(code)),
        }
    }

    pub(crate) fn title(&self) -> String {
        self.document.text(&TextField::Title).unwrap_or_default()
    }

    /// Sends an update and says under which number.
    pub(crate) async fn push(&mut self, update: Vec<u8>) -> u64 {
        self.pushes += 1;
        self.line.send(&Frame::Push { push_id: self.pushes, update }).await;
        self.pushes
    }

    /// Types and sends.
    pub(crate) async fn types(&mut self, text: &str) -> u64 {
        let update = typed(&mut self.document, text);
        self.push(update).await
    }

    /// The answer to a push; other people's updates that come before it are merged.
    pub(crate) async fn answer(&mut self, expected: u64) -> Frame {
        loop {
            let frame = self.line.next().await.unwrap();
            match &frame {
                Frame::Ack { push_id, .. } if *push_id == expected => return frame,
                Frame::Nack(nack) if nack.push_id == expected => return frame,
                Frame::Update { update, .. } => drop(self.document.merge(update).unwrap()),
                Frame::Ping(_) | Frame::Awareness(_) => {}
                other => panic!("instead of the answer to {expected}: {other:?}"),
            }
        }
    }

    /// The entry that keeps a push.
    pub(crate) async fn acked(&mut self, push_id: u64) -> u64 {
        match self.answer(push_id).await {
            Frame::Ack { seq, .. } => seq,
            other => panic!("refused: {other:?}"),
        }
    }

    /// Merges what comes in until the title holds that text.
    pub(crate) async fn sees(&mut self, text: &str) {
        while !self.title().contains(text) {
            match self.line.next().await.unwrap() {
                Frame::Update { update, .. } => drop(self.document.merge(&update).unwrap()),
                Frame::Ping(_) | Frame::Awareness(_) => {}
                other => panic!("instead of an update: {other:?}"),
            }
        }
    }

    pub(crate) fn resume(&self) -> Resume {
        self.welcome.resume
    }

    pub(crate) fn head(&self) -> Mark {
        self.welcome.head
    }
}
