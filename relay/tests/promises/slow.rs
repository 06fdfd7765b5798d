//! R9, R14: lines on which a message takes long, and messages that are longer than they may be.

use std::time::Duration;

use document::protocol::{Frame, poll};
use relay::{project::Created, storage::LinkKind};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::Instant,
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
async fn r9_what_is_no_frame_of_a_socket_is_called_by_its_name() {
    let house = House::open().await;
    let project = house.project().await;
    let hello = message(&Frame::Hello(hello(&project, LinkKind::Editor)).encode());
    // one that is not masked, one with a bit that means nothing, one of a kind that does not exist, half a letter
    for broken in [&b"\x82\x01x"[..], b"\xc2\x81\0\0\0\0x", b"\x83\x80\0\0\0\0", b"\x81\x81\0\0\0\0\xc3"] {
        for known in [false, true] {
            let mut stream = raw(&house, &project).await;
            if known {
                stream.write_all(&hello).await.unwrap();
            }
            stream.write_all(broken).await.unwrap();
            hears(&mut stream, b"bad_frame").await;
        }
    }
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

#[tokio::test]
async fn r14_a_body_that_stops_coming_is_not_waited_for() {
    let house = House::with(|config| config.timing.dead = Duration::from_millis(300)).await;
    let project = house.project().await;
    let (bearer, links) = asking_for_links(&project);
    for (path, headers) in [("/api/projects", &[][..]), (&links, &[("authorization", bearer.as_str())][..])] {
        let request = Request { method: "POST", path, headers, body: b"{\"role\":\"viewer\"}" };
        let answer = rest(begin(&house.address, (request, 3)).await).await;
        assert_eq!((answer.status, answer.code().as_str()), (408, "timeout"), "{path}");
    }
}

fn asking_for_links(project: &Created) -> (String, String) {
    let bearer = format!("Bearer {}", crate::house::key(project, LinkKind::Owner));
    (bearer, format!("/api/projects/{}/links", project.id))
}

#[tokio::test]
async fn r7_who_has_no_key_is_refused_before_anything_is_waited_for() {
    let house = House::open().await;
    let project = house.project().await;
    let (_, links) = asking_for_links(&project);
    for path in [links.as_str(), &format!("{links}/x")] {
        let request = Request { method: "POST", path, body: b"{\"role\":\"viewer\"}", ..Request::default() };
        let begun = Instant::now();
        let answer = rest(begin(&house.address, (request, 3)).await).await;
        assert_eq!(answer.status, 401, "{path}");
        assert!(begun.elapsed() < Duration::from_secs(10));
    }
}

#[tokio::test]
async fn r13_a_body_that_is_under_way_does_not_hold_up_the_end() {
    let house = House::open().await;
    let project = house.project().await;
    let (bearer, links) = asking_for_links(&project);
    let mut lines = Vec::new();
    for (path, headers) in [("/api/projects", &[][..]), (&links, &[("authorization", bearer.as_str())][..])] {
        let request = Request { method: "POST", path, headers, body: b"{\"role\":\"viewer\"}" };
        lines.push(begin(&house.address, (request, 3)).await);
    }
    // each was begun when the relay has answered whoever came after it
    assert_eq!(crate::request::get(&house.address, "/live").await.status, 200);
    let begun = Instant::now();
    house.close().await;
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    for line in lines {
        let answer = rest(line).await;
        assert_eq!((answer.status, answer.code().as_str()), (503, "draining"));
    }
}

#[tokio::test]
async fn r12_a_body_that_is_not_encoded_as_it_says_is_not_called_too_large() {
    let house = House::open().await;
    let host = house.address.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(host).await.unwrap();
    let head = format!("POST /api/projects HTTP/1.1\r\nhost: {host}\r\ntransfer-encoding: chunked\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(b"zz\r\nno chunk\r\n").await.unwrap();
    let answer = rest(stream).await;
    assert_eq!((answer.status, answer.code().as_str()), (400, "bad_request"));
    assert!(answer.json()["detail"].as_str().unwrap().contains("not encoded as its head says"));
}
