//! Worker: folding keeps everything, reading gives the project, and a project that ends workers is left alone.

use std::{io::Write, os::unix::process::ExitStatusExt, path::PathBuf, process::Stdio};

use document::protocol::{Frame, NackCode};
use relay::{storage::LinkKind, worker::Kind};
use serde_json::Value;
use tempfile::TempDir;

use crate::{
    house::{House, key, until},
    line::{Line, Way},
    page::{Page, hello, new_document},
    request::{Response, ask},
};

async fn read(house: &House, project: &relay::project::Created) -> Response {
    let path = format!("/api/projects/{}", project.id);
    ask(&house.address, ("GET", &path, &key(project, LinkKind::Viewer)), "").await
}

#[tokio::test]
async fn r3_a_log_is_folded_and_says_the_same() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    for part in ["a", "b", "c"] {
        page.keeps(&part.repeat(100_000)).await;
    }
    let update = crate::page::deleted(&mut page.document, 150_000);
    let push = page.push(update).await;
    page.acked(push).await;
    until("the fold", async || house.counted("tributary_folds_total") == 1).await;
    page.keeps(" and on").await;
    let log = house.relay.storage.log(&project.id).await.unwrap().unwrap();
    let snapshot = log.snapshot.as_ref().unwrap();
    assert!(snapshot.mark.seq >= 3, "{:?}", snapshot.mark);
    assert!(log.updates().iter().map(|update| update.len()).sum::<usize>() < 320_000);
    let mut late = Page::open(&house.address, &project, LinkKind::Editor).await;
    assert_eq!(late.up_to_date().await, page.title());
    let data = house.close().await;
    let house = House::again(data, |_| {}).await;
    let mut late = Page::open(&house.address, &project, LinkKind::Editor).await;
    assert_eq!(late.up_to_date().await, page.title());
    late.keeps("!").await;
    assert!(house.relay.storage.log(&project.id).await.unwrap().unwrap().damage.is_none());
    let mut hello = hello(&project, LinkKind::Editor);
    hello.since = Some(late.welcome.head);
    let line = Line::open(&house.address, &project, Way::Socket).await;
    let mut back = Page::begin(line, new_document(), hello).await.unwrap();
    let next = back.line.next().await.unwrap();
    assert!(matches!(next, Frame::Update { seq, .. } if seq == back.welcome.head.seq), "{next:?}");
}

#[tokio::test]
async fn r6_a_damaged_snapshot_is_made_again_from_what_it_was_made_of() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    for part in ["a", "b", "c"] {
        page.keeps(&part.repeat(100_000)).await;
    }
    until("the fold", async || house.counted("tributary_folds_total") == 1).await;
    let database = rusqlite::Connection::open(house.data.path().join("tributary.sqlite")).unwrap();
    database.execute("update snapshot set bytes = zeroblob(9)", []).unwrap();
    let title = page.title();
    page.line.cut();
    until("the room to close", async || house.counted("tributary_rooms") == 0).await;
    let mut late = Page::open(&house.address, &project, LinkKind::Editor).await;
    assert_eq!(late.up_to_date().await, title);
    assert_eq!(house.counted("tributary_damaged_logs_total"), 1);
    late.keeps("!").await;
    until("the second fold", async || house.counted("tributary_folds_total") == 2).await;
    let log = house.relay.storage.log(&project.id).await.unwrap().unwrap();
    assert!(log.snapshot.is_some() && log.unsound.is_none() && log.damage.is_none());
    database.execute("update snapshot set bytes = zeroblob(9)", []).unwrap();
    let log = house.relay.storage.log(&project.id).await.unwrap().unwrap();
    assert!(log.snapshot.is_none() && log.damage.is_none(), "there is still a second copy of everything");
}

#[tokio::test]
async fn r6_a_damaged_snapshot_of_which_something_is_missing_is_only_read() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    for part in ["a", "b", "c"] {
        page.keeps(&part.repeat(100_000)).await;
    }
    until("the fold", async || house.counted("tributary_folds_total") == 1).await;
    let database = rusqlite::Connection::open(house.data.path().join("tributary.sqlite")).unwrap();
    database
        .execute_batch("update snapshot set bytes = zeroblob(9); delete from entry where seq = 2")
        .unwrap();
    page.line.cut();
    until("the room to close", async || house.counted("tributary_rooms") == 0).await;
    let mut late = Page::open(&house.address, &project, LinkKind::Editor).await;
    assert_eq!(late.up_to_date().await, "a".repeat(100_000));
    assert_eq!(late.welcome.role, model::Role::Viewer, "read-only until somebody has looked");
}

#[tokio::test]
async fn x1_a_project_comes_out_as_it_went_in() {
    let house = House::open().await;
    for example in exchange::EXAMPLES {
        let answer = ask(&house.address, ("POST", "/api/projects", ""), example.json()).await;
        assert_eq!(answer.status, 201, "{}", answer.text());
        let made = answer.json();
        let path = format!("/api/projects/{}", made["id"].as_str().unwrap());
        let key = made["keys"]["viewer"].as_str().unwrap();
        let answer = ask(&house.address, ("GET", &path, key), "").await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert_eq!(answer.headers["content-type"], "application/json");
        let expected: Value = serde_json::from_str(example.json()).unwrap();
        assert_eq!(answer.json(), expected, "{}", example.name);
    }
}

#[tokio::test]
async fn r3_what_is_read_is_what_was_acknowledged() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    for word in ["Fewer", " falls", " by May"] {
        page.keeps(word).await;
        assert_eq!(read(&house, &project).await.json()["title"], page.title());
    }
}

#[tokio::test]
async fn r12_a_project_is_read_from_its_log_once_it_is_its_turn() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    page.keeps("one").await;
    let workers = &house.relay.workers;
    let turns = (workers.turn(Kind::Read).await, workers.turn(Kind::Read).await);
    let reading = read(&house, &project);
    let typing = async {
        for word in [" two", " three", " four"] {
            page.keeps(word).await;
        }
        drop(turns);
    };
    let (answer, ()) = tokio::join!(reading, typing);
    assert_eq!(answer.json()["title"], page.title(), "nobody who waits holds a log");
}

#[tokio::test]
async fn r12_those_who_ask_at_the_same_time_share_one_reading() {
    let folder = tempfile::tempdir().unwrap();
    let jobs = folder.path().join("jobs");
    let script = format!("printf r; head -c 1 >/dev/null; echo >> {}; sleep 1; {ANSWERS}", jobs.display());
    let house = House::with(|config| config.worker = program(&folder, &script)).await;
    let project = house.project().await;
    let asking = (0..8).map(|_| read(&house, &project));
    for answer in futures_util::future::join_all(asking).await {
        assert_eq!((answer.status, answer.text().as_str()), (200, "{}"));
    }
    assert_eq!(std::fs::read_to_string(jobs).unwrap().lines().count(), 1);
}

/// Says "{}" as a worker says it.
const ANSWERS: &str = "printf '\\007\\000\\000\\000\\000\\001\\000\\000\\000{}'";

/// A program in place of the worker.
pub(crate) fn program(folder: &TempDir, script: &str) -> PathBuf {
    let program = folder.path().join("worker");
    std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    program
}

/// Starts, and ends with the first job.
pub(crate) const ENDS: &str = "printf r; head -c 1 >/dev/null; exit 1";

#[tokio::test]
async fn r12_a_project_that_ends_its_workers_is_left_alone_until_it_changes() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::with(|config| config.worker = program(&folder, ENDS)).await;
    let (project, other) = (house.project().await, house.project().await);
    for code in ["unreadable", "unreadable", "project_marked", "project_marked"] {
        let answer = read(&house, &project).await;
        assert_eq!((answer.status, answer.code().as_str()), (503, code));
    }
    assert_eq!(house.counted("tributary_worker_kills_total"), 4, "each had a second process");
    assert_eq!(house.counted("tributary_worker_refusals_total"), 2);
    assert_eq!(read(&house, &other).await.code(), "unreadable", "that is one project's own affair");
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    page.keeps("still kept").await;
    assert_eq!(read(&house, &project).await.code(), "unreadable", "what is new gets a new chance");
}

#[tokio::test]
async fn r12_a_worker_that_ends_by_chance_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (real, flag) = (env!("CARGO_BIN_EXE_tributary"), folder.path().join("flag"));
    let flag = flag.display();
    // every second process ends with its first job
    let script = format!("if [ -e {flag} ]; then rm {flag}; exec {real} \"$@\"; fi; : > {flag}; {ENDS}");
    let house = House::with(|config| config.worker = program(&folder, &script)).await;
    let project = house.project().await;
    assert_eq!(read(&house, &project).await.status, 200);
    assert_eq!(house.counted("tributary_worker_kills_total"), 1);
}

#[tokio::test]
async fn r12_a_job_that_goes_through_makes_good_what_went_wrong_before() {
    let house = House::open().await;
    let project = house.project().await;
    for _ in 0..3 {
        let kills = house.relay.storage.count_worker_kill(&project.id, ("read", 0)).await.unwrap();
        assert_eq!(kills, 1);
        assert_eq!(read(&house, &project).await.status, 200);
    }
}

#[tokio::test]
async fn r12_a_worker_that_cannot_be_started_is_no_fault_of_the_project() {
    let folder = tempfile::tempdir().unwrap();
    for program in [folder.path().join("missing"), PathBuf::from("/bin/false")] {
        let house = House::with(|config| config.worker = program).await;
        let project = house.project().await;
        for _ in 0..4 {
            assert_eq!(read(&house, &project).await.code(), "unreadable");
        }
        assert_eq!(house.counted("tributary_worker_kills_total"), 0);
    }
}

#[tokio::test]
async fn r12_a_worker_that_takes_too_long_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let busy = "printf r; while :; do :; done";
    let house = House::with(|config| config.worker = program(&folder, busy)).await;
    let project = house.project().await;
    assert_eq!(read(&house, &project).await.code(), "unreadable");
    assert_eq!(house.counted("tributary_worker_kills_total"), 2);
}

#[tokio::test]
async fn r12_a_worker_that_the_machine_makes_wait_is_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    // longer than its job may take of a processor, of which it takes nothing: then an answer of its kind, "{}"
    let waits = format!("printf r; sleep 3; {ANSWERS}");
    let house = House::with(|config| config.worker = program(&folder, &waits)).await;
    let project = house.project().await;
    let answer = read(&house, &project).await;
    assert_eq!((answer.status, answer.text().as_str()), (200, "{}"));
    assert_eq!(house.counted("tributary_worker_kills_total"), 0);
}

#[test]
fn r12_a_worker_has_no_more_memory_than_its_job_may_take() {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_tributary"))
        .args(["worker", "read"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // a job that claims three gigabytes: without a limit that would be a promise of the system, and no end
    child.stdin.take().unwrap().write_all(&(3_u32 << 30).to_le_bytes()).unwrap();
    let status = child.wait().unwrap();
    assert_eq!(status.signal(), Some(6), "{status}");
}

/// An update in which so many clients write one letter each, every one behind the one before it.
fn chained(clients: u64) -> Vec<u8> {
    let mut out = Vec::new();
    number(&mut out, clients);
    for client in (1..=clients).rev() {
        for part in [1, client, 0] {
            number(&mut out, part);
        }
        match client {
            1 => out.extend(b"\x04\x01\x05title"),
            _ => {
                out.push(0x84);
                number(&mut out, client - 1);
                out.push(0);
            }
        }
        out.extend(b"\x01x");
    }
    out.push(0);
    out
}

fn number(out: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        out.push(u8::try_from(number & 0x7f).unwrap() | 0x80);
        number >>= 7;
    }
    out.push(u8::try_from(number).unwrap());
}

#[tokio::test]
async fn r12_a_long_chain_of_clients_is_read() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    let push = page.push(chained(8_000)).await;
    page.acked(push).await;
    let answer = read(&house, &project).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.json()["title"].as_str().unwrap().len(), 8_000);
}

/// An update that says which schema may write the document from now on.
fn closed_below(schema: u8) -> Vec<u8> {
    // one client with one element: under its key in a root map, one small whole number
    let place = [&b"\x01\x01\x07\x00\x28\x01\x04meta\x0amin_writer"[..], b"\x01\x7d"].concat();
    [&place[..], &[schema, 0]].concat()
}

#[tokio::test]
async fn r7_a_page_of_an_older_schema_than_the_document_wants_does_not_write() {
    let house = House::open().await;
    let project = house.project().await;
    let mut old = Page::open(&house.address, &project, LinkKind::Editor).await;
    let mut newer = hello(&project, LinkKind::Editor);
    newer.schema = 9;
    let line = Line::open(&house.address, &project, Way::Socket).await;
    let mut new = Page::begin(line, new_document(), newer.clone()).await.unwrap();
    old.keeps("before").await;
    let push = new.push(closed_below(9)).await;
    new.acked(push).await;
    assert_eq!(read(&house, &project).await.status, 200);
    let push = old.types("after").await;
    assert_eq!(old.answer(push).await, Err(NackCode::SchemaTooOld));
    // and it is known from the beginning to whoever comes to the next relay
    let data = house.close().await;
    let house = House::again(data, |_| {}).await;
    let mut old = Page::open(&house.address, &project, LinkKind::Editor).await;
    old.up_to_date().await;
    let push = old.types("after").await;
    assert_eq!(old.answer(push).await, Err(NackCode::SchemaTooOld));
    let line = Line::open(&house.address, &project, Way::Socket).await;
    let mut new = Page::begin(line, new_document(), newer).await.unwrap();
    new.up_to_date().await;
    let push = new.push(chained(2)).await;
    new.acked(push).await;
}
