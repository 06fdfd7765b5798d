//! R9, R10, R11: what may be sent, how much and how fast; and readers that stall.

use std::time::Duration;

use document::protocol::{
    Close, Frame, Key, NackCode,
    awareness::{self, Entry},
    limits, poll,
};
use relay::storage::LinkKind;
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::Message;

use crate::{
    house::{House, soon, until},
    line::{Line, WAYS, Way},
    page::{Page, hello, new_document, typed},
    request::{Request, ask, begin, rest},
};

#[tokio::test]
async fn r9_before_hello_nothing_but_hello() {
    let house = House::with(|config| config.timing.hello = Duration::from_millis(300)).await;
    let project = house.project().await;
    let push = Frame::Push { push_id: 1, update: typed(&mut new_document(), "x") };
    let mut large = hello(&project, LinkKind::Editor);
    large.app = "x".repeat(limits::HELLO_BYTES);
    let twice = [Frame::Hello(hello(&project, LinkKind::Editor)).encode(), push.encode()].concat();
    for (message, expected) in [
        (None, Close::HelloTimeout),
        (Some(Message::binary(push.encode())), Close::BadFrame),
        (Some(Message::binary(Frame::Hello(large).encode())), Close::TooLarge),
        (Some(Message::binary(twice)), Close::BadFrame),
        (Some(Message::binary(vec![0; 100_000])), Close::TooLarge),
        (Some(Message::text("hello")), Close::BadFrame),
        (Some(Message::binary(Frame::Ping(1).encode())), Close::BadFrame),
    ] {
        let mut line = Line::open(&house.address, &project, Way::Socket).await;
        if let Some(message) = message {
            line.send_message(message).await;
        }
        assert_eq!(line.closed().await, Some(expected));
    }
    assert_eq!(house.counted("tributary_rooms_opened_total"), 0, "nobody was let in");
}

#[tokio::test]
async fn r9_a_poll_begins_with_hello_alone() {
    let house = House::open().await;
    let project = house.project().await;
    let push = Frame::Push { push_id: 1, update: typed(&mut new_document(), "x") };
    let mut large = hello(&project, LinkKind::Editor);
    large.app = "x".repeat(limits::HELLO_BYTES);
    for (frame, expected) in [(push, Close::Silent), (Frame::Hello(large), Close::TooLarge)] {
        let mut line = Line::open(&house.address, &project, Way::Poll).await;
        line.send(&frame).await;
        assert_eq!(line.closed().await, Some(expected));
    }
}

#[tokio::test]
async fn r9_a_poll_has_no_more_time_for_its_hello() {
    let house = House::with(|config| config.timing.hello = Duration::from_millis(300)).await;
    let project = house.project().await;
    let headers = [(poll::SESSION_HEADER, "a-session-name-of-enough-letters")];
    let path = poll::path(project.id.as_str());
    let request = Request { method: "POST", path: &path, headers: &headers, body: &[1; 100] };
    let answer = rest(begin(&house.address, (request, 50)).await).await;
    assert_eq!((answer.status, answer.code().as_str()), (410, "hello_timeout"));
}

#[tokio::test]
async fn r9_who_is_not_let_in_leaves_nothing_that_a_relay_waits_for() {
    let house = House::open().await;
    let project = house.project().await;
    let mut other = hello(&project, LinkKind::Editor);
    other.proto += 1;
    let mut wrong = hello(&project, LinkKind::Editor);
    wrong.key = Key("wrong".to_owned());
    for (hello, expected) in [(other, Close::ProtocolUnknown), (wrong, Close::Unauthenticated)] {
        let mut line = Line::open(&house.address, &project, Way::Poll).await;
        line.send(&Frame::Hello(hello)).await;
        assert_eq!(line.closed().await, Some(expected));
    }
    let begun = Instant::now();
    house.close().await;
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn r10_a_message_has_at_most_four_mebibytes() {
    let house = House::open().await;
    let project = house.project().await;
    for way in WAYS {
        let mut page = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        page.push(vec![0; limits::MESSAGE_BYTES + 1]).await;
        assert_eq!(page.line.closed().await, Some(Close::TooLarge), "{way:?}");
    }
    let body = format!("{{\"x\":\"{}\"}}", "x".repeat(limits::MESSAGE_BYTES));
    let answer = ask(&house.address, ("POST", "/api/projects", ""), &body).await;
    assert_eq!((answer.status, answer.code().as_str()), (413, "too_large"));
}

/// A project JSON with so many cards that say nothing: small as a file, and large as a document.
pub(crate) fn cards(count: usize) -> String {
    let cards = (0..count).map(|card| format!("{{\"id\":\"c{card}\",\"level\":\"idea\",\"text\":\"\"}}"));
    let cards = cards.collect::<Vec<_>>().join(",");
    format!("{{\"format\":\"tributary/project\",\"version\":1,\"cards\":[{cards}]}}")
}

#[tokio::test]
async fn r10_no_project_is_full_from_the_beginning() {
    let house = House::with(|config| config.limits.project_bytes = 40_000).await;
    let answer = ask(&house.address, ("POST", "/api/projects", ""), &cards(1_000)).await;
    assert_eq!((answer.status, answer.code().as_str()), (413, "too_large"));
    let detail = answer.json()["detail"].as_str().unwrap().to_owned();
    assert!(detail.ends_with("bytes, and a project may have at most 40000"), "{detail}");
    let answer = ask(&house.address, ("POST", "/api/projects", ""), &cards(100)).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
}

#[tokio::test]
async fn r10_a_full_project_takes_what_makes_it_smaller() {
    for way in WAYS {
        let house = House::with(|config| config.limits.project_bytes = 2_000).await;
        let project = house.project().await;
        let mut page = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        let first = typed(&mut page.document, &"x".repeat(1_900));
        let push = page.push(first.clone()).await;
        page.acked(push).await;
        let push = page.types(&"y".repeat(200)).await;
        assert_eq!(page.answer(push).await, Err(NackCode::ProjectFull));
        let push = page.push(first).await;
        assert_eq!(page.acked(push).await, 1, "what is known already fits");
        let mut other = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        other.up_to_date().await;
        let update = crate::page::deleted(&mut other.document, 500);
        let mut last = 0;
        for _ in 0..3 {
            let push = other.push(update.clone()).await;
            last = other.acked(push).await;
        }
        assert_eq!(last, 2);
    }
}

#[tokio::test]
async fn r10_presence_has_at_most_two_kibibytes() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        let mut page = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        let client_id = page.welcome.client_id;
        for (length, refused) in [(limits::PRESENCE_BYTES, false), (limits::PRESENCE_BYTES + 1, true)] {
            let state = format!("\"{}\"", "x".repeat(length - 2));
            let entry = Entry { client_id, clock: 1, state: Some(state) };
            page.line.send(&Frame::Awareness(awareness::encode([&entry]))).await;
            page.line.send(&Frame::Ping(1)).await;
            let answer = page.line.next().await.unwrap();
            let told =
                matches!(&answer, Frame::Nack(nack) if nack.code == NackCode::TooLarge && nack.push_id == 0);
            assert_eq!(told, refused, "{length}: {answer:?}");
        }
    }
}

#[tokio::test]
async fn r10_who_pushes_too_fast_is_told_and_goes_on() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    for _ in 0..400 {
        page.push(vec![0, 0]).await;
    }
    let (mut acks, mut refusals) = (0, 0);
    while acks + refusals < 400 {
        match page.line.next().await.unwrap() {
            Frame::Ack { .. } => acks += 1,
            Frame::Nack(nack) if nack.code == NackCode::RateLimited && nack.retryable => refusals += 1,
            other => panic!("instead of an answer: {other:?}"),
        }
    }
    assert!(acks >= limits::PUSH_BURST && refusals > 0, "{acks} {refusals}");
    assert_eq!(house.counted("tributary_nacks_total{code=\"rate_limited\"}"), u64::from(refusals));
    // sooner or later there is a permit again
    let mut push = page.types("patience").await;
    while page.answer(push).await == Err(NackCode::RateLimited) {
        push = page.push(page.document.diff(&[0]).unwrap()).await;
    }
}

#[tokio::test]
async fn r10_who_never_slows_down_is_closed() {
    let house = House::open().await;
    let project = house.project().await;
    let frame = Message::binary(Frame::QueryAwareness.encode());
    for message in [frame, Message::Ping([7; 125].to_vec().into()), Message::binary(Vec::new())] {
        let mut page = Page::open(&house.address, &project, LinkKind::Viewer).await;
        for _ in 0..5_000 {
            page.line.send_message(message.clone()).await;
        }
        assert_eq!(page.line.closed().await, Some(Close::RateLimited), "{message:?}");
    }
}

/// Somebody who comes in and then reads nothing more.
async fn stalled(house: &House, project: &relay::project::Created) -> Line {
    let mut line = Line::narrow(&house.address, &format!("/sync/{}", project.id)).await;
    line.send(&Frame::Hello(hello(project, LinkKind::Viewer))).await;
    assert!(matches!(line.next().await.unwrap(), Frame::Welcome(_)));
    line
}

#[tokio::test]
async fn r11_readers_that_stall_are_closed_and_slow_nobody_down() {
    const STALLED: u64 = 50;
    let house = House::with(|config| {
        config.limits.project_bytes = 64 << 20;
        // those who stall are silent, too; here they are to be closed for what waits for them
        config.timing.dead = Duration::from_secs(3_600);
    })
    .await;
    let project = house.project().await;
    let mut writer = Page::open(&house.address, &project, LinkKind::Editor).await;
    let mut reader = Page::open(&house.address, &project, LinkKind::Viewer).await;
    let mut lines = Vec::new();
    for _ in 0..STALLED {
        lines.push(stalled(&house, &project).await);
    }
    let text = "x".repeat(60_000);
    let mut rounds = 0;
    while house.counted("tributary_queue_overflows_total") < STALLED {
        rounds += 1;
        assert!(rounds < 60, "more than three megabytes, and nobody was closed");
        let word = format!("{text}<{rounds}>");
        writer.keeps(&word).await;
        reader.sees(&format!("<{rounds}>")).await;
    }
    assert_eq!(lines[0].closed().await, Some(Close::SlowReader), "it is told when it reads again");
    let mut back = Page::open(&house.address, &project, LinkKind::Viewer).await;
    assert_eq!(back.up_to_date().await, writer.title());
}

#[tokio::test]
async fn r11_who_asks_and_does_not_read_is_closed() {
    let house = House::open().await;
    let project = house.project().await;
    let mut pages = Vec::new();
    for _ in 0..20 {
        let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
        let state = Some(format!("\"{}\"", "x".repeat(limits::PRESENCE_BYTES - 2)));
        let here = Entry { client_id: page.welcome.client_id, clock: 1, state };
        page.line.send(&Frame::Awareness(awareness::encode([&here]))).await;
        pages.push(page);
    }
    let mut line = stalled(&house, &project).await;
    for _ in 0..100 {
        line.send(&Frame::QueryAwareness).await;
    }
    until("the reader to be closed", async || house.counted("tributary_queue_overflows_total") == 1).await;
    assert_eq!(line.closed().await, Some(Close::SlowReader));
}

#[tokio::test]
async fn r11_who_goes_on_sending_has_to_read_too() {
    let house = House::with(|config| {
        config.timing.heartbeat = Duration::from_millis(100);
        config.timing.dead = Duration::from_millis(600);
    })
    .await;
    let project = house.project().await;
    let mut line = stalled(&house, &project).await;
    let mut writer = Page::open(&house.address, &project, LinkKind::Editor).await;
    // more than the system keeps for a reader, and less than would close it for what waits
    for _ in 0..15 {
        writer.types(&"x".repeat(60_000)).await;
        line.send(&Frame::Pong(0)).await;
    }
    let viewers = || house.counted("tributary_connections{role=\"viewer\",transport=\"socket\"}");
    let waiting = async {
        while viewers() > 0 {
            if let Frame::Ping(number) = writer.line.next().await.unwrap() {
                writer.line.send(&Frame::Pong(number)).await;
                line.send(&Frame::Pong(number)).await;
            }
        }
    };
    soon("the reader to be closed", waiting).await;
    assert_eq!(house.counted("tributary_queue_overflows_total"), 1);
}

#[tokio::test]
async fn r14_who_is_silent_is_gone_and_who_is_alive_is_not() {
    let house = House::with(|config| {
        config.timing.heartbeat = Duration::from_millis(100);
        config.timing.dead = Duration::from_millis(600);
    })
    .await;
    let project = house.project().await;
    let mut silent = Page::open(&house.address, &project, LinkKind::Editor).await;
    let mut alive = Page::open(&house.address, &project, LinkKind::Editor).await;
    assert_eq!(silent.welcome.heartbeat_ms, 100);
    let mut beats = 0;
    while beats < 12 {
        if let Frame::Ping(number) = alive.line.next().await.unwrap() {
            alive.line.send(&Frame::Pong(number)).await;
            beats += 1;
        }
    }
    until("the silent one to be gone", async || {
        house.counted("tributary_connections{role=\"editor\",transport=\"socket\"}") == 1
    })
    .await;
    alive.keeps("still here").await;
    assert_eq!(silent.line.closed().await, Some(Close::Silent));
}
