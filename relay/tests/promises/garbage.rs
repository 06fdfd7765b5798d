//! R12: no bytes take the relay down. Seeded, so that what fails once fails again.

use document::protocol::{Frame, SyncMessage, poll};
use relay::storage::LinkKind;
use tokio_tungstenite::tungstenite::Message;

use crate::{
    house::{House, key},
    line::{Line, Way},
    page::{Page, hello, new_document, typed},
    request::{Request, send},
};

/// A small generator of numbers; xorshift.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }

    fn bytes(&mut self, longest: usize) -> Vec<u8> {
        let length = self.next(longest);
        (0..length).map(|_| self.next(256) as u8).collect()
    }

    /// Something sound with a few bytes changed, left out or doubled.
    fn mutated(&mut self, sound: &[u8]) -> Vec<u8> {
        let mut bytes = sound.to_vec();
        for _ in 0..=self.next(4) {
            let at = self.next(bytes.len());
            match self.next(4) {
                0 => bytes.truncate(at),
                1 => bytes.insert(at, self.next(256) as u8),
                _ if at < bytes.len() => bytes[at] = self.next(256) as u8,
                _ => bytes.push(0xff),
            }
        }
        bytes
    }
}

/// Frames of every kind, and updates of a real document.
fn corpus(hello: Frame) -> Vec<Vec<u8>> {
    let mut document = new_document();
    let updates: Vec<Vec<u8>> = ["a", "bc", "d"].map(|text| typed(&mut document, text)).into();
    let pushes = updates.iter().map(|update| Frame::Push { push_id: 7, update: update.clone() });
    let frames =
        [hello, Frame::QueryAwareness, Frame::Ping(3), Frame::Awareness(vec![1, 7, 1, 2, b'{', b'}'])];
    let sync = updates.iter().map(|update| Frame::Sync(SyncMessage::Update(update.clone())));
    frames.into_iter().chain(pushes).chain(sync).map(|frame| frame.encode()).collect()
}

#[tokio::test]
async fn r12_garbage_is_answered_or_closed_and_the_room_lives_on() {
    let house = House::open().await;
    let project = house.project().await;
    let mut witness = Page::open(&house.address, &project, LinkKind::Editor).await;
    let path = format!("/sync/{}", project.id);
    let protocols = format!("tributary, key.{}", key(&project, LinkKind::Editor));
    let mut numbers = Numbers(0x5eed);
    for round in 0..300 {
        let hello = hello(&project, LinkKind::Editor);
        let corpus = corpus(Frame::Hello(hello.clone()));
        let message = match round % 3 {
            0 => numbers.bytes(200),
            _ => {
                let place = numbers.next(corpus.len());
                numbers.mutated(&corpus[place])
            }
        };
        let mut line = match round % 4 {
            0 => Line::open(&house.address, &project, Way::Socket).await,
            1 => {
                Line::socket(&house.address, &path, &[("sec-websocket-protocol", &protocols)]).await.unwrap()
            }
            _ => {
                Page::begin(Line::open(&house.address, &project, Way::Socket).await, new_document(), hello)
                    .await
                    .unwrap()
                    .line
            }
        };
        line.send_message(Message::binary(message)).await;
        if round % 50 == 0 {
            witness.keeps(&format!("<{round}>")).await;
        }
    }
    witness.keeps("alive").await;
    let mut late = Page::open(&house.address, &project, LinkKind::Viewer).await;
    assert!(late.up_to_date().await.contains("alive"));
}

#[tokio::test]
async fn r12_broken_updates_are_refused_one_by_one() {
    let house = House::with(|config| config.limits.pushes_per_second = 1_000_000).await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    let mut numbers = Numbers(0xbad);
    let sound = typed(&mut new_document(), "some text to break");
    for _ in 0..1_000 {
        let update = numbers.mutated(&sound);
        let push = page.push(update).await;
        // some still are updates, and then of nobody who is here
        page.answer(push).await.ok();
    }
    page.keeps("alive").await;
}

#[tokio::test]
async fn r12_requests_of_garbage_are_answered() {
    let house = House::open().await;
    let project = house.project().await;
    let owner = format!("Bearer {}", key(&project, LinkKind::Owner));
    let up = poll::Up { counter: 1, frames: vec![Frame::Hello(hello(&project, LinkKind::Editor))] }.encode();
    let example = exchange::EXAMPLES[0].json().as_bytes();
    let frames = format!("/sync/{}/frames", project.id);
    let links = format!("/api/projects/{}/links", project.id);
    let mut numbers = Numbers(0xfeed);
    for round in 0..150 {
        let (path, sound) =
            [(frames.as_str(), &up[..]), ("/api/projects", example), (&links, b"{\"role\":\"viewer\"}")]
                [round % 3];
        let body = if round % 2 == 0 { numbers.bytes(300) } else { numbers.mutated(sound) };
        let name = format!("0123456789012345678901{round}");
        let headers = [
            ("authorization", owner.as_str()),
            ("tributary-session", &name),
            ("content-type", "application/json"),
        ];
        let answer =
            send(&house.address, Request { method: "POST", path, headers: &headers, body: &body }).await;
        assert!(answer.status < 500, "{path}: {}", answer.text());
    }
    for path in [
        "/%ff",
        "/..%2f..%2fsecret",
        "/p/%00",
        "/sync/",
        "/sync/x/frames?after=-1",
        "/api/projects/%ff/links",
    ] {
        let answer = send(&house.address, Request { method: "GET", path, ..Request::default() }).await;
        assert!(answer.status < 500, "{path}: {}", answer.text());
    }
}
