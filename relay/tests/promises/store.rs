//! R2, R6: what happens when storage refuses, and when what it keeps is damaged.

use std::sync::Arc;

use document::protocol::{Close, NackCode};
use model::Role;
use relay::{id::ProjectId, project, storage::LinkKind};
use rusqlite::Connection;

use crate::{
    house::{House, until},
    line::WAYS,
    page::Page,
};

const FULL: &str = "create trigger full before insert on entry begin select raise(abort, 'full'); end";

fn database(house: &House) -> Connection {
    Connection::open(house.data.path().join("tributary.sqlite")).unwrap()
}

#[tokio::test]
async fn r2_a_commit_that_fails_is_told_and_the_room_is_loaded_again() {
    for way in WAYS {
        let house = House::open().await;
        let project = house.project().await;
        let mut ann = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        let mut ben = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        ann.keeps("kept ").await;
        ben.sees("kept ").await;
        database(&house).execute_batch(FULL).unwrap();
        let lost = ann.types("not kept").await;
        assert_eq!(ann.answer(lost).await, Err(NackCode::StoreUnavailable));
        for page in [&mut ann, &mut ben] {
            assert_eq!(page.line.closed().await, Some(Close::StoreUnavailable));
        }
        assert_eq!(ben.title(), "kept ", "nobody was shown what is not durable");
        database(&house).execute_batch("drop trigger full").unwrap();
        let mut late = Page::over(way, &house.address, (&project, LinkKind::Editor)).await;
        assert_eq!(late.up_to_date().await, "kept ");
        late.keeps("again").await;
    }
}

#[tokio::test]
async fn r6_a_flipped_bit_is_found_and_what_lies_before_it_is_served_to_be_read() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    for word in ["one ", "two ", "three "] {
        page.keeps(word).await;
    }
    page.line.cut();
    until("the room to close", async || house.counted("tributary_rooms") == 0).await;
    let flip = "update entry set bytes = cast(bytes || x'00' as blob) where seq = 2";
    database(&house).execute(flip, []).unwrap();
    let mut page = Page::open(&house.address, &project, LinkKind::Owner).await;
    assert_eq!(page.up_to_date().await, "one ");
    assert_eq!(page.welcome.role, Role::Viewer);
    let push = page.types("more").await;
    assert_eq!(page.answer(push).await, Err(NackCode::ReadOnly));
    assert_eq!(house.counted("tributary_damaged_logs_total"), 1);
    let rows: u32 = database(&house).query_row("select count(*) from entry", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 3, "nothing is thrown away");
}

#[tokio::test]
async fn r1_two_heads_of_one_log_are_refused_by_storage() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    page.keeps("one").await;
    let log = house.relay.storage.log(&project.id).await.unwrap().unwrap();
    assert!(house.relay.storage.append(&project.id, log.tail.clone()).await.is_err());
    assert_eq!(house.relay.storage.log(&project.id).await.unwrap().unwrap(), log);
}

#[tokio::test]
async fn r1_data_of_a_newer_version_are_left_alone() {
    let house = House::open().await;
    let data = house.close().await;
    let file = Connection::open(data.path().join("tributary.sqlite")).unwrap();
    file.pragma_update(None, "user_version", 99).unwrap();
    let opened = relay::storage::Storage::open(data.path());
    assert!(matches!(opened.err(), Some(relay::storage::StorageError::Newer(99))));
}

#[tokio::test]
async fn r6_what_an_older_relay_has_kept_is_brought_up_and_not_lost() {
    let data = Arc::new(tempfile::tempdir().unwrap());
    let old = Connection::open(data.path().join("tributary.sqlite")).unwrap();
    old.execute_batch(include_str!("../../migrations/0001_project_link_entry_snapshot.sql")).unwrap();
    old.execute_batch(
        "pragma user_version = 1;
         insert into project (id, epoch, created_at, worker_kills) values ('old', 7, 1, 2)",
    )
    .unwrap();
    drop(old);
    let house = House::again(data, |_| {}).await;
    let id = ProjectId::parse("old").unwrap();
    let log = house.relay.storage.log(&id).await.unwrap().unwrap();
    assert_eq!((log.epoch, log.damage), (7, None));
    let json = project::read(&house.relay, &id).await;
    assert!(json.is_ok(), "what was counted in another way counts no more");
}
