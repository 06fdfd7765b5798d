//! A page of ours, as far as the relay sees it: a document, a line, what has come in.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering::Relaxed},
};

use document::{
    Document, SCHEMA,
    protocol::{Close, Frame, Hello, Key, NackCode, Welcome, limits::PROTOCOL},
};
use model::{
    Edit, TextField,
    edit::{Change, TextChange},
};
use relay::{id, project::Created, storage::LinkKind};

use crate::{
    house::key,
    line::{Line, Way},
};

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

pub(crate) fn hello(created: &Created, kind: LinkKind) -> Hello {
    Hello {
        proto: PROTOCOL,
        app: "test".into(),
        schema: SCHEMA,
        key: Key(key(created, kind)),
        client_id: id::new_client_id(),
        epoch: None,
        resume: None,
        since: None,
    }
}

/// What somebody types at the end of the title, as an update.
pub(crate) fn typed(document: &mut Document, text: &str) -> Vec<u8> {
    let at = title(document).encode_utf16().count();
    changed(document, TextChange { at: u32::try_from(at).unwrap(), delete: 0, insert: text.to_owned() })
}

/// What somebody deletes at the beginning of the title, as an update.
pub(crate) fn deleted(document: &mut Document, count: u32) -> Vec<u8> {
    changed(document, TextChange { at: 0, delete: count, insert: String::new() })
}

fn changed(document: &mut Document, change: TextChange) -> Vec<u8> {
    document.write(&Edit::one(Change::Text(TextField::Title, change))).update
}

pub(crate) fn title(document: &Document) -> String {
    document.text(&TextField::Title).unwrap_or_default()
}

impl Page {
    pub(crate) async fn open(address: &str, created: &Created, kind: LinkKind) -> Page {
        Page::over(Way::Socket, address, (created, kind)).await
    }

    pub(crate) async fn over(way: Way, address: &str, (created, kind): (&Created, LinkKind)) -> Page {
        let line = Line::open(address, created, way).await;
        let document = new_document();
        let hello = Hello { client_id: document.client_id(), ..hello(created, kind) };
        Page::begin(line, document, hello).await.unwrap()
    }

    /// Comes in, if the relay lives that long.
    pub(crate) async fn try_open(address: &str, created: &Created, kind: LinkKind) -> Option<Page> {
        let line = Line::socket(address, &format!("/sync/{}", created.id), &[]).await.ok()?;
        let document = new_document();
        let hello = Hello { client_id: document.client_id(), ..hello(created, kind) };
        Page::begin(line, document, hello).await.ok()
    }

    /// Comes in with a document that may hold something already.
    pub(crate) async fn begin(
        mut line: Line,
        document: Document,
        hello: Hello,
    ) -> Result<Page, Option<Close>> {
        line.send(&Frame::Hello(hello)).await;
        match line.next().await {
            Ok(Frame::Welcome(welcome)) => Ok(Page { line, document, welcome, pushes: 0 }),
            Ok(other) => panic!("instead of a welcome: {other:?}"),
            Err(code) => Err(Close::from_code(code)),
        }
    }

    pub(crate) fn title(&self) -> String {
        title(&self.document)
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

    /// Types, sends, and waits until it is kept.
    pub(crate) async fn keeps(&mut self, text: &str) -> u64 {
        let push = self.types(text).await;
        self.acked(push).await
    }

    /// The answer to a push; other people's updates that come before it are merged.
    pub(crate) async fn answer(&mut self, expected: u64) -> Result<u64, NackCode> {
        loop {
            match self.line.next().await.unwrap() {
                Frame::Ack { push_id, seq } if push_id == expected => return Ok(seq),
                Frame::Nack(nack) if nack.push_id == expected => return Err(nack.code),
                Frame::Update { update, .. } => drop(self.document.merge(&update).unwrap()),
                Frame::Ping(_) | Frame::Awareness(_) => {}
                other => panic!("instead of the answer to {expected}: {other:?}"),
            }
        }
    }

    /// The entry that keeps a push.
    pub(crate) async fn acked(&mut self, push_id: u64) -> u64 {
        self.answer(push_id).await.unwrap()
    }

    /// Merges what comes in until the title holds that text.
    pub(crate) async fn sees(&mut self, text: &str) {
        while !self.title().contains(text) {
            match self.line.next().await.unwrap() {
                Frame::Update { update, .. } => drop(self.document.merge(&update).unwrap()),
                Frame::Ping(_) | Frame::Awareness(_) | Frame::Ack { .. } => {}
                other => panic!("instead of an update: {other:?}"),
            }
        }
    }

    /// What one who comes now sees at once: everything up to the head that the welcome names.
    pub(crate) async fn up_to_date(&mut self) -> String {
        let mut seq = 0;
        while seq < self.welcome.head.seq {
            if let Frame::Update { seq: at, update } = self.line.next().await.unwrap() {
                self.document.merge(&update).unwrap();
                seq = at;
            }
        }
        self.title()
    }
}

impl Page {
    /// Merges the next update that comes in.
    pub(crate) async fn sees_one(&mut self) {
        loop {
            if let Frame::Update { update, .. } = self.line.next().await.unwrap() {
                self.document.merge(&update).unwrap();
                return;
            }
        }
    }
}
