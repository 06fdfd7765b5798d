//! R15: long-polling through a proxy that strips Upgrade, buffers, loses answers and cuts what is idle.

use std::{sync::Arc, time::Duration};

use document::protocol::{
    Frame,
    awareness::{self, Entry},
    poll,
};
use relay::storage::LinkKind;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::timeout,
};

use crate::{
    house::{House, key},
    line::{Line, Way},
    page::{Page, hello, typed},
    request::{Request, Response, begin, send},
};

/// Idle time after which the proxy cuts.
const IDLE: Duration = Duration::from_millis(300);

/// A proxy as hospitals have them. Every fourth answer is lost on its way.
async fn proxy(relay: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        for turn in 0_u32.. {
            let (stream, _) = listener.accept().await.unwrap();
            tokio::spawn(pass_on(stream, relay.clone(), turn % 4 == 3));
        }
    });
    address
}

async fn pass_on(mut page: TcpStream, relay: String, lost: bool) {
    let mut request = vec![0; 64 << 10];
    let length = page.read(&mut request).await.unwrap_or(0);
    let head = String::from_utf8_lossy(&request[..length]).to_ascii_lowercase();
    if head.contains("\r\nupgrade:") {
        page.write_all(b"HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n").await.ok();
        return;
    }
    let mut up = TcpStream::connect(relay.strip_prefix("http://").unwrap()).await.unwrap();
    up.write_all(&request[..length]).await.ok();
    let mut answer = Vec::new();
    // the whole answer or none: it buffers, and what waits too long is cut
    let whole = timeout(IDLE, up.read_to_end(&mut answer)).await;
    if whole.is_ok() && !lost {
        page.write_all(&answer).await.ok();
    }
}

#[tokio::test]
async fn r15_through_a_bad_proxy_everything_arrives_once() {
    let house = House::open().await;
    let project = house.project().await;
    let address = proxy(house.address.clone()).await;
    let refused = Line::socket(&address, &format!("/sync/{}", project.id), &[]).await;
    assert!(refused.is_err(), "no socket goes through this proxy");
    let mut ann = Page::over(Way::Poll, &address, (&project, LinkKind::Editor)).await;
    let mut ben = Page::open(&house.address, &project, LinkKind::Editor).await;
    for round in 0..20 {
        ann.keeps(&format!("a{round} ")).await;
        ben.sees(&format!("a{round} ")).await;
        ben.keeps(&format!("b{round} ")).await;
        ann.sees(&format!("b{round} ")).await;
    }
    assert_eq!(ann.title(), ben.title());
    let log = house.relay.storage.log(&project.id).await.unwrap().unwrap();
    assert_eq!(log.tail.len(), 40, "nothing was kept twice");
}

#[tokio::test]
async fn r15_what_is_not_confirmed_is_repeated_and_what_is_repeated_is_not_done_again() {
    let house = House::open().await;
    let project = house.project().await;
    let hello = hello(&project, LinkKind::Editor);
    let bearer = format!("Bearer {}", key(&project, LinkKind::Editor));
    let headers =
        [("authorization", bearer.as_str()), (poll::SESSION_HEADER, "a-session-name-of-enough-letters")];
    let frames = poll::path(project.id.as_str());
    let ask = async |method: &'static str, path: &str, body: Vec<u8>| -> Response {
        send(&house.address, Request { method, path, headers: &headers, body: &body }).await
    };
    let up = |counter, frame| poll::Up { counter, frames: vec![frame] }.encode();
    for _ in 0..2 {
        assert_eq!(ask("POST", &frames, up(1, Frame::Hello(hello.clone()))).await.status, 204);
    }
    let mut document = crate::page::new_document();
    let push = up(2, Frame::Push { push_id: 1, update: typed(&mut document, "x") });
    let mut welcomes = Vec::new();
    for _ in 0..2 {
        welcomes
            .push(poll::decode_down(&ask("GET", &format!("{frames}?after=0"), vec![]).await.body).unwrap());
    }
    assert_eq!(welcomes[0], welcomes[1]);
    assert!(matches!(Frame::decode(&welcomes[0][0].frame).unwrap(), Frame::Welcome(_)));
    for _ in 0..2 {
        assert_eq!(ask("POST", &frames, push.clone()).await.status, 204);
    }
    let answers = poll::decode_down(&ask("GET", &format!("{frames}?after=1"), vec![]).await.body).unwrap();
    let answers: Vec<_> =
        answers.iter().map(|answer| (answer.number, Frame::decode(&answer.frame).unwrap())).collect();
    assert_eq!(answers, [(2, Frame::Ack { push_id: 1, seq: 1 })]);
    let skipped = ask("POST", &frames, up(9, Frame::Ping(1))).await;
    assert_eq!((skipped.status, skipped.code().as_str()), (410, "bad_frame"));
}

#[tokio::test]
async fn r15_a_second_poll_takes_over_from_one_that_was_cut_behind_its_back() {
    let house = Arc::new(House::open().await);
    let project = house.project().await;
    let page = Page::over(Way::Poll, &house.address, (&project, LinkKind::Editor)).await;
    let (name, secret) = page.line.poll_name();
    let bearer = format!("Bearer {secret}");
    let path = poll::path(project.id.as_str()) + "?after=1";
    let polls = (0..3).map(|_| {
        let (house, bearer, path, name) = (house.clone(), bearer.clone(), path.clone(), name.clone());
        tokio::spawn(async move {
            let headers = [("authorization", bearer.as_str()), (poll::SESSION_HEADER, name.as_str())];
            send(&house.address, Request { method: "GET", path: &path, headers: &headers, body: b"" }).await
        })
    });
    let polls: Vec<_> = polls.collect();
    let mut other = Page::open(&house.address, &project, LinkKind::Editor).await;
    other.keeps("here").await;
    let mut full = 0;
    for poll in polls {
        let answer = poll.await.unwrap();
        assert_eq!(answer.status, 200);
        full += usize::from(!answer.body.is_empty());
    }
    assert!(full >= 1, "one of them brings the update");
}

#[tokio::test]
async fn r15_a_first_request_whose_answer_is_lost_is_repeated() {
    let house = House::open().await;
    let project = house.project().await;
    let body =
        poll::Up { counter: 1, frames: vec![Frame::Hello(hello(&project, LinkKind::Editor))] }.encode();
    let bearer = format!("Bearer {}", key(&project, LinkKind::Editor));
    let headers =
        [("authorization", bearer.as_str()), (poll::SESSION_HEADER, "a-session-name-of-enough-letters")];
    let path = poll::path(project.id.as_str());
    let request = Request { method: "POST", path: &path, headers: &headers, body: &body };
    for _ in 0..20 {
        // a line that is cut as soon as the request has gone up
        begin(&house.address, (request, body.len())).await;
    }
    assert_eq!(send(&house.address, request).await.status, 204);
    let path = path.clone() + "?after=0";
    let answer = send(&house.address, Request { method: "GET", path: &path, body: b"", ..request }).await;
    let first = &poll::decode_down(&answer.body).unwrap()[0];
    assert!(matches!(Frame::decode(&first.frame).unwrap(), Frame::Welcome(_)));
}

#[tokio::test]
async fn r7_a_page_that_polls_says_goodbye() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::over(Way::Poll, &house.address, (&project, LinkKind::Editor)).await;
    let mut watcher = Page::open(&house.address, &project, LinkKind::Viewer).await;
    let client_id = page.welcome.client_id;
    let here = Entry { client_id, clock: 1, state: Some("{}".to_owned()) };
    page.line.send(&Frame::Awareness(awareness::encode([&here]))).await;
    assert!(matches!(watcher.line.next().await.unwrap(), Frame::Awareness(_)));
    let (name, secret) = page.line.poll_name();
    let path = poll::path(project.id.as_str());
    for (secret, status) in [("another key", 410), (&secret, 204), (&secret, 204)] {
        let bearer = format!("Bearer {secret}");
        let headers = [("authorization", bearer.as_str()), (poll::SESSION_HEADER, name.as_str())];
        let request = Request { method: "DELETE", path: &path, headers: &headers, body: b"" };
        assert_eq!(send(&house.address, request).await.status, status, "{secret}");
    }
    let Frame::Awareness(bytes) = watcher.line.next().await.unwrap() else { panic!("presence is expected") };
    assert_eq!(awareness::decode(&bytes).unwrap(), [Entry::gone(client_id, 1)]);
    assert_eq!(house.counted("tributary_connections{role=\"editor\",transport=\"poll\"}"), 0);
}
