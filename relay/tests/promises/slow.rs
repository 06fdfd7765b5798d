//! R9, R14: lines on which a message takes long, and messages that are longer than they may be.

use std::time::Duration;

use document::protocol::{Frame, poll};
use relay::{project::Created, storage::LinkKind};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::{
    house::{House, soon, until},
    line::Way,
    page::{Page, hello, new_document, typed},
    request::{Request, begin, rest},
};

/// A WebSocket of which every byte is ours.
async fn raw(house: &House, project: &Created) -> TcpStream {
    let host = house.address.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(host).await.unwrap();
    let head = format!(
        "GET /sync/{} HTTP/1.1\r\nhost: {host}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
         sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
        project.id
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    hears(&mut stream, b"\r\n\r\n").await;
    stream
}

/// A message's head, masked with nothing, and its bytes.
fn message(bytes: &[u8]) -> Vec<u8> {
    let length = u64::try_from(bytes.len()).unwrap().to_be_bytes();
    [&[0x82, 0xff], &length[..], &[0; 4], bytes].concat()
}

async fn hears(stream: &mut TcpStream, expected: &[u8]) {
    let mut heard = Vec::new();
    soon("an answer", async {
        while !heard.windows(expected.len()).any(|part| part == expected) {
            assert_ne!(stream.read_buf(&mut heard).await.unwrap(), 0, "the line ended before");
        }
    })
    .await;
}

#[tokio::test]
async fn r9_nothing_is_kept_of_a_message_that_is_too_long_for_a_hello() {
    let house = House::with(|config| config.timing.hello = Duration::from_secs(3_600)).await;
    let project = house.project().await;
    let mut stream = raw(&house, &project).await;
    let whole = message(&[0; 1 << 20]);
    // it is not waited for: who sends this will send more
    stream.write_all(&whole[..8_000]).await.unwrap();
    hears(&mut stream, b"too_large").await;
    stream.write_all(&whole[8_000..]).await.unwrap();
}

#[tokio::test]
async fn r14_who_sends_a_large_message_slowly_is_not_silent() {
    let house = House::with(|config| {
        config.timing.heartbeat = Duration::from_millis(100);
        config.timing.dead = Duration::from_millis(600);
    })
    .await;
    let project = house.project().await;
    let mut stream = raw(&house, &project).await;
    stream.write_all(&message(&Frame::Hello(hello(&project, LinkKind::Editor)).encode())).await.unwrap();
    let update = typed(&mut new_document(), &"x".repeat(1_200));
    let push = message(&Frame::Push { push_id: 1, update }.encode());
    for part in push.chunks(push.len() / 12) {
        // each heartbeat of the relay is a tenth of a second
        assert_ne!(soon("a heartbeat", stream.read(&mut [0; 4_096])).await.unwrap(), 0);
        stream.write_all(part).await.unwrap();
    }
    let kept = async || house.relay.storage.log(&project.id).await.unwrap().unwrap().tail.len() == 1;
    until("the push to be kept", kept).await;
}

#[tokio::test]
async fn r14_who_posts_a_large_message_slowly_is_not_silent() {
    let house = House::with(|config| {
        config.timing.heartbeat = Duration::from_millis(100);
        config.timing.dead = Duration::from_millis(600);
    })
    .await;
    let project = house.project().await;
    let mut clock = Page::open(&house.address, &project, LinkKind::Viewer).await;
    let mut page = Page::over(Way::Poll, &house.address, (&project, LinkKind::Editor)).await;
    let (name, secret) = page.line.poll_name();
    let bearer = format!("Bearer {secret}");
    let headers = [("authorization", bearer.as_str()), (poll::SESSION_HEADER, name.as_str())];
    let update = typed(&mut new_document(), &"x".repeat(1_200));
    let body = poll::Up { counter: 2, frames: vec![Frame::Push { push_id: 1, update }] }.encode();
    let path = poll::path(project.id.as_str());
    let request = Request { method: "POST", path: &path, headers: &headers, body: &body };
    let mut stream = begin(&house.address, (request, 0)).await;
    for part in body.chunks(body.len() / 12) {
        let beat = clock.line.next().await.unwrap();
        assert!(matches!(beat, Frame::Ping(_)), "{beat:?}");
        clock.line.send(&Frame::Pong(0)).await;
        stream.write_all(part).await.unwrap();
    }
    assert_eq!(rest(stream).await.status, 204);
    assert_eq!(page.line.next().await.unwrap(), Frame::Ack { push_id: 1, seq: 1 }, "the session lives");
}
