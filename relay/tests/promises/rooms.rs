//! R4, R5, R6 and client ids: rooms open once, and a room that cannot be read is not written.

use std::sync::Arc;

use document::protocol::{Close, Frame, Resume};
use relay::storage::LinkKind;
use rusqlite::Connection;

use crate::{
    house::{House, until},
    line::{Line, WAYS, Way},
    page::{Page, hello, new_document},
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn r4_a_room_opens_once_for_two_hundred_first_visitors() {
    let house = Arc::new(House::open().await);
    let project = Arc::new(house.project().await);
    let visitors = (0..200).map(|_| {
        let (house, project) = (house.clone(), project.clone());
        tokio::spawn(async move { Page::open(&house.address, &project, LinkKind::Editor).await })
    });
    let mut pages = Vec::new();
    for visitor in visitors.collect::<Vec<_>>() {
        pages.push(visitor.await.unwrap());
    }
    assert_eq!(house.counted("tributary_rooms_opened_total"), 1);
    // R10: there is room for two hundred and not for one more
    let line = Line::open(&house.address, &project, Way::Socket).await;
    let refused = Page::begin(line, new_document(), hello(&project, LinkKind::Editor)).await;
    assert_eq!(refused.err(), Some(Some(Close::Full)));
    pages[0].keeps("all of you").await;
    for page in &mut pages[1..] {
        page.sees("all of you").await;
    }
}

#[tokio::test]
async fn r5_an_empty_room_closes_and_opens_again() {
    for way in WAYS {
        let house = House::with(|config| config.timing.dead = std::time::Duration::from_secs(1)).await;
        let project = house.project().await;
        let mut page = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        page.keeps("kept").await;
        page.line.cut();
        until("the room to close", async || house.counted("tributary_rooms") == 0).await;
        let mut page = Page::over(way, &house.address, (&project, LinkKind::Viewer)).await;
        assert_eq!(page.up_to_date().await, "kept");
        assert_eq!(house.counted("tributary_rooms_opened_total"), 2);
    }
}

#[tokio::test]
async fn r6_a_log_that_cannot_be_read_is_not_overwritten() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    page.keeps("safe").await;
    page.line.cut();
    until("the room to close", async || house.counted("tributary_rooms") == 0).await;
    let database = Connection::open(house.data.path().join("tributary.sqlite")).unwrap();
    database.execute_batch("alter table entry rename to hidden").unwrap();
    for count in 1..=2 {
        let line = Line::open(&house.address, &project, Way::Socket).await;
        let refused = Page::begin(line, new_document(), hello(&project, LinkKind::Editor)).await;
        assert_eq!(refused.err(), Some(Some(Close::StoreUnavailable)));
        assert_eq!(house.counted("tributary_unreadable_logs_total"), count);
    }
    database.execute_batch("alter table hidden rename to entry").unwrap();
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    assert_eq!(page.up_to_date().await, "safe");
}

#[tokio::test]
async fn r5_a_client_id_belongs_to_one_session_that_can_take_it_back() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        let mut first = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        let mut again = hello(&project, LinkKind::Editor);
        again.client_id = first.welcome.client_id;
        let line = Line::open(&house.address, &project, way).await;
        let stranger = Page::begin(line, new_document(), again.clone()).await;
        assert_eq!(stranger.err(), Some(Some(Close::ClientIdTaken)));
        again.resume = Some(first.welcome.resume);
        let line = Line::open(&house.address, &project, way).await;
        let second = Page::begin(line, new_document(), again).await.unwrap();
        assert_eq!(second.welcome.client_id, first.welcome.client_id);
        assert_eq!(
            second.welcome.resume, first.welcome.resume,
            "a welcome may be lost, so it changes nothing"
        );
        assert_eq!(first.line.closed().await, Some(Close::Replaced));
    }
}

#[tokio::test]
async fn r5_a_welcome_that_is_lost_locks_nobody_out() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        let mut again = hello(&project, LinkKind::Editor);
        again.resume = Some(Resume([7; 16]));
        let mut lost = Vec::new();
        for _ in 0..3 {
            // whether the line still lives is known to nobody here: the relay has not seen it end
            let mut line = Line::open(&house.address, &project, way).await;
            line.send(&Frame::Hello(again.clone())).await;
            lost.push(line);
            until("the page to be let in", async || sessions(&house) > 0).await;
        }
        let line = Line::open(&house.address, &project, way).await;
        let page = Page::begin(line, new_document(), again.clone()).await.unwrap();
        assert_eq!(Some(page.welcome.resume), again.resume);
        let data = house.close().await;
        let house = House::again(data, |_| {}).await;
        let line = Line::open(&house.address, &project, way).await;
        let mut page = Page::begin(line, new_document(), again.clone()).await.unwrap();
        assert_eq!(Some(page.welcome.resume), again.resume);
        again.resume = Some(Resume([8; 16]));
        let line = Line::open(&house.address, &project, way).await;
        let stranger = Page::begin(line, new_document(), again).await;
        assert_eq!(stranger.err(), Some(Some(Close::ClientIdTaken)));
        page.keeps("mine").await;
    }
}

fn sessions(house: &House) -> u64 {
    let count =
        |way: &str| house.counted(&format!("tributary_connections{{role=\"editor\",transport=\"{way}\"}}"));
    count("socket") + count("poll")
}

#[tokio::test]
async fn r5_an_epoch_that_is_over_is_told() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        let page = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        for (epoch, expected) in
            [(page.welcome.epoch, None), (page.welcome.epoch + 1, Some(Close::EpochChanged))]
        {
            let mut hello = hello(&project, LinkKind::Editor);
            hello.epoch = Some(epoch);
            let line = Line::open(&house.address, &project, way).await;
            let result = Page::begin(line, new_document(), hello).await;
            assert_eq!(result.err().flatten(), expected);
        }
    }
}

#[tokio::test]
async fn r5_a_page_that_speaks_other_frames_is_told_to_reload() {
    let house = House::open().await;
    let project = house.project().await;
    for way in WAYS {
        let mut hello = hello(&project, LinkKind::Editor);
        hello.proto += 1;
        let mut line = Line::open(&house.address, &project, way).await;
        line.send(&Frame::Hello(hello)).await;
        assert_eq!(line.closed().await, Some(Close::ProtocolUnknown));
    }
}
