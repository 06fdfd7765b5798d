//! What lies in the data folder, and what a relay does when it is not as it should be.

use document::protocol::{Close, Mark, NackCode};
use relay::{
    Config, Relay, StartError,
    storage::{Entry, LinkKind, LockError, Snapshot, Storage, beginning},
};

use crate::{
    house::{House, soon},
    kills::{PROGRAM, run, served},
    page::{Page, new_document, typed},
    request::get,
};

#[tokio::test]
async fn r1_a_folder_that_one_relay_serves_from_is_refused_to_another() {
    let house = House::open().await;
    let second = Relay::bind(Config::local(house.data.path(), PROGRAM.into())).await.err();
    assert!(matches!(second, Some(StartError::Folder(_, LockError::Taken))), "{second:?}");
    let data = house.close().await;
    let again = House::again(data, |_| {}).await;
    again.project().await;
}

#[tokio::test]
async fn r1_a_second_relay_says_why_it_does_not_start_and_a_project_is_made_all_the_same() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    let (mut child, ..) = served(data.path(), &[]).await;
    let (code, out, error) = run(&["serve", "--listen", "127.0.0.1:0", "--data", folder]);
    assert_eq!((code, error.lines().count()), (1, 1), "{out}{error}");
    assert!(error.contains(folder) && error.contains("another relay is serving from it"), "{error}");
    let (code, _, error) = run(&["new", "--data", folder]);
    assert_eq!(code, 0, "{error}");
    // killed, it gives the folder back all the same
    child.start_kill().unwrap();
    soon("the program to die", child.wait()).await.unwrap();
    served(data.path(), &[]).await;
}

/// Writes behind a relay's back, as only another one could: so many entries, and snapshots of some of them.
async fn moves_on(storage: &Storage, id: &relay::id::ProjectId, (entries, folds): (u64, &[usize])) {
    let log = storage.log(id).await.unwrap().unwrap();
    let mut document = new_document();
    log.updates().iter().for_each(|update| drop(document.merge(update).unwrap()));
    let mut head = log.head();
    let mut written: Vec<(Mark, Vec<u8>)> = Vec::new();
    for word in 0..entries {
        let entry = Entry::after(head, typed(&mut document, &format!("<{word}>")).into());
        head = entry.mark;
        storage.append(id, vec![entry]).await.unwrap();
        written.push((head, document.diff(&[0]).unwrap()));
    }
    for fold in folds {
        let (mark, bytes) = written[*fold].clone();
        storage.fold(id, Snapshot { mark, bytes: bytes.into() }).await.unwrap();
    }
}

#[tokio::test]
async fn r1_a_room_that_the_log_has_left_behind_acknowledges_nothing() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    page.keeps("first ").await;
    let other = Storage::open(house.data.path()).unwrap();
    // twice, so that the next place after the first is free again
    moves_on(&other, &project.id, (8, &[5, 7])).await;
    let push = page.types("lost").await;
    assert_eq!(page.answer(push).await, Err(NackCode::StoreUnavailable));
    assert_eq!(page.line.closed().await, Some(Close::StoreUnavailable));
    let mut late = Page::open(&house.address, &project, LinkKind::Editor).await;
    assert_eq!(late.up_to_date().await, "first <0><1><2><3><4><5><6><7>");
    assert_eq!(late.keeps("kept").await, 10);
}

#[tokio::test]
async fn r6_a_snapshot_of_a_place_that_the_log_does_not_hold_is_refused() {
    let house = House::open().await;
    let project = house.project().await;
    let storage = &house.relay.storage;
    moves_on(storage, &project.id, (4, &[1, 3])).await;
    let log = storage.log(&project.id).await.unwrap().unwrap();
    let stale = Entry::after(beginning(log.epoch), typed(&mut new_document(), "x").into());
    for mark in [stale.mark, Mark { mark: [7; 8], ..log.head() }] {
        let snapshot = Snapshot { mark, bytes: stale.bytes.clone() };
        assert!(storage.fold(&project.id, snapshot).await.is_err(), "{mark:?}");
    }
    assert_eq!(storage.log(&project.id).await.unwrap().unwrap(), log);
}

#[tokio::test]
async fn r6_a_secret_that_is_gone_is_not_replaced_while_links_need_it() {
    let house = House::open().await;
    let project = house.project().await;
    let data = house.close().await;
    let (folder, secret) = (data.path().to_str().unwrap(), data.path().join("secret"));
    let text = std::fs::read(&secret).unwrap();
    let fresh = tempfile::tempdir().unwrap();
    std::fs::write(fresh.path().join("secret"), "").unwrap();
    for (folder, left, words) in [
        (folder, None, "is gone, and without it no link that was given out opens"),
        (folder, Some("\n"), "is empty"),
        (fresh.path().to_str().unwrap(), Some(""), "is empty"),
    ] {
        let secret = std::path::Path::new(folder).join("secret");
        std::fs::remove_file(&secret).ok();
        if let Some(left) = left {
            std::fs::write(&secret, left).unwrap();
        }
        for arguments in
            [&["serve", "--listen", "127.0.0.1:0", "--data", folder][..], &["new", "--data", folder]]
        {
            let (code, out, error) = run(arguments);
            assert_eq!((code, error.lines().count()), (1, 1), "{out}{error}");
            assert!(error.contains(words), "{error}");
            assert_eq!(std::fs::read_to_string(&secret).ok().as_deref(), left, "nothing is written over");
        }
    }
    std::fs::write(&secret, text).unwrap();
    let again = House::again(data, |_| {}).await;
    Page::open(&again.address, &project, LinkKind::Editor).await;
}

#[tokio::test]
async fn r17_a_relay_whose_database_is_gone_is_not_ready_and_acknowledges_nothing() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    page.keeps("kept").await;
    assert_eq!(get(&house.address, "/ready").await.status, 200);
    let (here, away) = (house.data.path().join("tributary.sqlite"), house.data.path().join("away.sqlite"));
    std::fs::rename(&here, &away).unwrap();
    assert_eq!(get(&house.address, "/ready").await.status, 503, "moved away");
    let push = page.types("lost").await;
    assert_eq!(page.answer(push).await, Err(NackCode::StoreUnavailable));
    assert!(!here.exists(), "no empty one is put there");
    std::fs::copy(&away, &here).unwrap();
    assert_eq!(get(&house.address, "/ready").await.status, 503, "another one lies there");
    std::fs::rename(&away, &here).unwrap();
    assert_eq!(get(&house.address, "/ready").await.status, 200, "back again");
}

#[tokio::test]
async fn r6_a_start_writes_nothing_so_that_a_full_disk_can_be_read() {
    let house = House::open().await;
    let project = house.project().await;
    Page::open(&house.address, &project, LinkKind::Editor).await.keeps("kept").await;
    let data = house.close().await;
    // whoever holds this lets nobody write, as a full disk does
    let database = rusqlite::Connection::open(data.path().join("tributary.sqlite")).unwrap();
    database.execute_batch("begin immediate").unwrap();
    let again = House::again(data, |_| {}).await;
    let mut page = Page::open(&again.address, &project, LinkKind::Editor).await;
    assert_eq!(page.up_to_date().await, "kept");
    assert_eq!(get(&again.address, "/ready").await.status, 503);
    let push = page.types("lost").await;
    assert_eq!(page.answer(push).await, Err(NackCode::StoreUnavailable));
}

#[test]
fn r6_a_database_that_the_system_does_not_open_is_told_with_what_to_do() {
    let data = tempfile::tempdir().unwrap();
    std::fs::create_dir(data.path().join("tributary.sqlite")).unwrap();
    let (code, _, error) =
        run(&["serve", "--listen", "127.0.0.1:0", "--data", data.path().to_str().unwrap()]);
    assert_eq!((code, error.lines().count()), (1, 1), "{error}");
    assert!(error.contains("make room on its disk"), "{error}");
}
