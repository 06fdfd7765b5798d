//! R2, R3, R5, over both transports (R15): every push is answered once, and what is acknowledged is there for everyone.

use document::protocol::{Frame, NackCode};
use relay::storage::LinkKind;

use crate::{
    house::House,
    line::{Line, WAYS, Way},
    page::{Page, deleted, hello, new_document, title, typed},
};

#[tokio::test]
async fn r15_a_push_is_acknowledged_to_its_author_and_passed_on_to_the_others() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        let mut ann = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        let mut ben = Page::over(way, &house.address, (&project, LinkKind::Owner)).await;
        assert_eq!(ann.keeps("Fewer falls").await, 1);
        ben.sees("Fewer falls").await;
        assert_eq!(ben.keeps(" by May").await, 2);
        ann.sees("Fewer falls by May").await;
    }
}

#[tokio::test]
async fn r15_those_who_poll_and_those_who_do_not_edit_together() {
    let house = House::open().await;
    let project = house.project().await;
    let mut ann = Page::over(Way::Socket, &house.address, (&project, LinkKind::Editor)).await;
    let mut ben = Page::over(Way::Poll, &house.address, (&project, LinkKind::Editor)).await;
    for round in 0..5 {
        ann.keeps(&format!("a{round}")).await;
        ben.sees(&format!("a{round}")).await;
        ben.keeps(&format!("b{round}")).await;
        ann.sees(&format!("b{round}")).await;
    }
    assert_eq!(ann.title(), ben.title());
}

#[tokio::test]
async fn r2_each_of_many_pushes_is_answered_exactly_once() {
    const PUSHES: u64 = 150;
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        let mut page = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        for _ in 0..PUSHES {
            page.types("x").await;
        }
        let mut answers = Vec::new();
        while answers.len() < PUSHES as usize {
            match page.line.next().await.unwrap() {
                Frame::Ack { push_id, .. } => answers.push(push_id),
                other => panic!("instead of an ack: {other:?}"),
            }
        }
        let push = page.types("y").await;
        assert_eq!(page.acked(push).await, PUSHES + 1);
        answers.sort_unstable();
        assert_eq!(answers, (1..=PUSHES).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn r3_what_is_sent_again_is_acknowledged_and_kept_once() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        let mut page = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        let update = typed(&mut page.document, "once");
        let pushes = [page.push(update.clone()).await, page.push(update.clone()).await];
        for push in pushes {
            assert_eq!(page.acked(push).await, 1);
        }
        let mut other = Page::open(&house.address, &project, LinkKind::Editor).await;
        let push = other.push(update).await;
        assert_eq!(other.acked(push).await, 1);
        assert_eq!(other.welcome.head.seq, 1);
    }
}

#[tokio::test]
async fn r3_a_backspace_is_something_new() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    page.keeps("abc").await;
    let update = deleted(&mut page.document, 1);
    let pushes = [page.push(update.clone()).await, page.push(update).await];
    assert_eq!(page.acked(pushes[0]).await, 2);
    assert_eq!(page.acked(pushes[1]).await, 2, "sent again it is not");
    let mut late = Page::open(&house.address, &project, LinkKind::Viewer).await;
    assert_eq!(late.up_to_date().await, "bc");
}

#[tokio::test]
async fn r3_an_update_with_a_gap_is_refused_with_what_is_here() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        let mut page = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        page.keeps("a").await;
        let lost = typed(&mut page.document, "b");
        let update = typed(&mut page.document, "c");
        page.push(update.clone()).await;
        let Frame::Nack(nack) = page.line.next().await.unwrap() else { panic!("a refusal is expected") };
        assert_eq!((nack.code, nack.retryable), (NackCode::GapResync, true));
        // the answer that relay.md asks for: one push of the difference
        let difference = page.document.diff(&nack.state_vector.unwrap()).unwrap();
        let push = page.push(difference).await;
        assert_eq!(page.acked(push).await, 2);
        // and then both parts, too late, are nothing new
        for late in [update, lost] {
            let push = page.push(late).await;
            assert_eq!(page.acked(push).await, 2);
        }
        let mut other = Page::open(&house.address, &project, LinkKind::Viewer).await;
        assert_eq!(other.up_to_date().await, "abc");
    }
}

#[tokio::test]
async fn r3_an_outbox_is_one_push_of_the_difference() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    page.keeps("before ").await;
    let head = page.welcome.head;
    let Page { line, mut document, .. } = page;
    line.cut();
    for word in ["while ", "offline ", "for ", "long"] {
        typed(&mut document, word);
    }
    let mut hello = hello(&project, LinkKind::Editor);
    hello.client_id = document.client_id();
    hello.since = Some(head);
    // the relay may not have seen yet that the line is gone, so this can be a new document, as it is for a page
    // that was reloaded
    let mut again = new_document();
    again.load(&document.diff(&[0]).unwrap()).unwrap();
    hello.client_id = again.client_id();
    let line = Line::open(&house.address, &project, Way::Socket).await;
    let mut page = Page::begin(line, again, hello).await.unwrap();
    let difference = page.document.diff(&page.welcome.state_vector).unwrap();
    let push = page.push(difference).await;
    page.acked(push).await;
    let mut other = Page::open(&house.address, &project, LinkKind::Viewer).await;
    assert_eq!(other.up_to_date().await, "before while offline for long");
}

#[tokio::test]
async fn r3_who_knows_the_log_is_sent_what_came_after() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        let mut ann = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        ann.keeps("one ").await;
        let mut ben = Page::over(way, &house.address, (&project, LinkKind::Viewer)).await;
        assert_eq!(ben.up_to_date().await, "one ");
        ann.keeps("two ").await;
        ann.keeps("three").await;
        let mut hello = hello(&project, LinkKind::Viewer);
        hello.since = Some(ben.welcome.head);
        let line = Line::open(&house.address, &project, way).await;
        let mut back = Page::begin(line, new_document(), hello.clone()).await.unwrap();
        let mut heard = Vec::new();
        for _ in 0..2 {
            if let Frame::Update { seq, .. } = back.line.next().await.unwrap() {
                heard.push(seq);
            }
        }
        assert_eq!(heard, [2, 3]);
        // a mark that is not of this log is not believed
        hello.since.as_mut().unwrap().mark[0] ^= 1;
        hello.client_id += 1;
        let line = Line::open(&house.address, &project, way).await;
        let mut stranger = Page::begin(line, new_document(), hello).await.unwrap();
        assert!(matches!(stranger.line.next().await.unwrap(), Frame::Update { seq: 1, .. }));
    }
}

#[tokio::test]
async fn r5_who_connects_after_an_ack_sees_it_also_while_the_room_closes() {
    // linger is zero and a tick 20 ms, so rooms close all the time
    let house = House::open().await;
    let project = house.project().await;
    let mut expected = String::new();
    for round in 0..60 {
        let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
        assert_eq!(page.up_to_date().await, expected);
        let word = format!("{round} ");
        page.keeps(&word).await;
        expected += &word;
        page.line.cut();
        if round % 3 == 0 {
            crate::house::until("the room to close", async || house.counted("tributary_rooms") == 0).await;
        }
    }
    let mut last = new_document();
    for entry in house.relay.storage.log(&project.id).await.unwrap().unwrap().tail {
        last.merge(&entry.bytes).unwrap();
    }
    assert_eq!(title(&last), expected);
}
