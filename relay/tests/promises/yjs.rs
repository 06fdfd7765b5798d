//! R15 for everybody else: a plain Yjs program (`y-websocket` 3, yjs 13) follows and edits a project.

use std::{path::PathBuf, process::Stdio};

use document::protocol::{Close, Frame, SyncMessage, limits};
use relay::{project::Created, storage::LinkKind};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines},
    process::{Child, ChildStdin, ChildStdout, Command},
};

use crate::{
    house::{House, key, soon},
    line::Line,
    page::{Page, new_document, typed},
};

/// A Node process with a document and a provider.
struct Plain {
    _child: Child,
    down: ChildStdin,
    up: Lines<BufReader<ChildStdout>>,
}

/// Where `yjs`, `y-websocket` and `ws` are: said, or in the cache that `cargo xtask test` fills.
fn node_modules() -> PathBuf {
    if let Some(folder) = std::env::var_os("TRIBUTARY_NODE_MODULES") {
        return folder.into();
    }
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache/tributary-tools");
    let cache = std::env::var_os("TRIBUTARY_TOOLS").map_or_else(home, PathBuf::from);
    let folders = std::fs::read_dir(&cache).into_iter().flatten().flatten();
    let modules = folders.map(|folder| folder.path().join("node_modules"));
    let found = modules.into_iter().find(|modules| modules.join("y-websocket").is_dir());
    found.unwrap_or_else(|| {
        panic!(
            "yjs and y-websocket are needed: run `cargo xtask test`, which fetches them into {}, \
             or set TRIBUTARY_NODE_MODULES",
            cache.display()
        )
    })
}

impl Plain {
    fn start() -> Plain {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/yjs/client.mjs");
        let mut child = Command::new("node")
            .arg(script)
            .arg(node_modules())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("node is needed for this test");
        let (down, up) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        Plain { _child: child, down, up: BufReader::new(up).lines() }
    }

    /// A program that comes in with the key as subprotocol.
    async fn connected(house: &House, project: &Created, kind: LinkKind) -> Plain {
        let mut plain = Plain::start();
        plain.connect(house, project, kind).await;
        plain.does("synced", json!(null)).await;
        plain
    }

    async fn connect(&mut self, house: &House, project: &Created, kind: LinkKind) {
        let server = format!("{}/sync", house.address.replacen("http", "ws", 1));
        let protocols = ["tributary".to_owned(), format!("key.{}", key(project, kind))];
        let what = json!({"server": server, "room": project.id.as_str(), "protocols": protocols});
        self.does("connect", what).await;
    }

    async fn does(&mut self, command: &str, argument: Value) -> Value {
        let line = json!([command, argument]).to_string() + "\n";
        self.down.write_all(line.as_bytes()).await.unwrap();
        let answer = soon(&format!("{command} {argument}"), self.up.next_line()).await.unwrap();
        serde_json::from_str(&answer.expect("the program still runs")).unwrap()
    }

    async fn title(&mut self) -> String {
        self.does("title", json!(null)).await.as_str().unwrap().to_owned()
    }
}

#[tokio::test]
async fn r15_a_plain_program_joins_reads_edits_and_deletes() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    page.keeps("Fewer ").await;
    page.keeps("falls").await;
    let mut plain = Plain::connected(&house, &project, LinkKind::Editor).await;
    assert_eq!(plain.title().await, "Fewer falls");
    plain.does("type", json!(" by May")).await;
    page.sees("Fewer falls by May").await;
    plain.does("delete", json!(6)).await;
    while page.title() != "falls by May" {
        page.sees_one().await;
    }
    page.keeps("!").await;
    plain.does("sees", json!("by May!")).await;
    let mut second = Plain::connected(&house, &project, LinkKind::Owner).await;
    assert_eq!(second.title().await, "falls by May!");
}

#[tokio::test]
async fn r15_a_plain_program_brings_what_it_wrote_before_and_while_it_was_away() {
    let house = House::open().await;
    let project = house.project().await;
    let mut plain = Plain::start();
    plain.does("type", json!("before ")).await;
    plain.connect(&house, &project, LinkKind::Editor).await;
    plain.does("synced", json!(null)).await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    page.sees("before ").await;
    plain.does("offline", json!(null)).await;
    plain.does("lost", json!(null)).await;
    plain.does("type", json!("away ")).await;
    plain.does("delete", json!(3)).await;
    page.keeps("meanwhile ").await;
    plain.does("online", json!(null)).await;
    plain.does("synced", json!(null)).await;
    plain.does("sees", json!("meanwhile ")).await;
    page.sees("away ").await;
    while page.title() != plain.title().await {
        page.sees_one().await;
    }
    assert!(page.title().starts_with("ore "), "{}", page.title());
}

#[tokio::test]
async fn r15_a_plain_program_goes_on_after_the_relay_was_started_again() {
    let house = House::open().await;
    let project = house.project().await;
    let mut plain = Plain::connected(&house, &project, LinkKind::Editor).await;
    plain.does("type", json!("one ")).await;
    let mut page = Page::open(&house.address, &project, LinkKind::Viewer).await;
    page.sees("one ").await;
    let listen = house.relay.config.listen;
    let data = house.close().await;
    plain.does("lost", json!(null)).await;
    plain.does("type", json!("two ")).await;
    let house = House::again(data, |config| config.listen = listen).await;
    plain.does("synced", json!(null)).await;
    let mut page = Page::open(&house.address, &project, LinkKind::Viewer).await;
    page.sees("one two ").await;
}

#[tokio::test]
async fn r15_plain_programs_see_each_other_and_pages_of_ours() {
    let house = House::open().await;
    let project = house.project().await;
    let mut ann = Plain::connected(&house, &project, LinkKind::Editor).await;
    ann.does("show", json!({"name": "Ann"})).await;
    let mut ben = Plain::connected(&house, &project, LinkKind::Contributor).await;
    ben.does("show", json!({"name": "Ben"})).await;
    for plain in [&mut ann, &mut ben] {
        plain.does("others", json!(1)).await;
    }
    drop(ben);
    ann.does("others", json!(0)).await;
}

#[tokio::test]
async fn r7_a_plain_viewer_reads_and_is_told_that_it_may_not_write() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    page.keeps("read me").await;
    let mut plain = Plain::connected(&house, &project, LinkKind::Viewer).await;
    assert_eq!(plain.title().await, "read me");
    plain.does("type", json!(" and do not change me")).await;
    let denied = plain.does("denied", json!(null)).await;
    assert!(denied.to_string().contains("read_only"), "{denied}");
    page.keeps(" (two)").await;
    plain.does("sees", json!(" (two)")).await;
    let log = house.relay.storage.log(&project.id).await.unwrap().unwrap();
    assert_eq!(log.tail.len(), 2, "nothing of it was kept");
}

/// A plain program byte by byte, past its first step.
async fn raw(house: &House, project: &Created, kind: LinkKind) -> Line {
    let headers = format!("tributary, key.{}", key(project, kind));
    let path = format!("/sync/{}", project.id);
    let mut line =
        Line::socket(&house.address, &path, &[("sec-websocket-protocol", &headers)]).await.unwrap();
    line.send(&Frame::Sync(SyncMessage::Step1(vec![0]))).await;
    loop {
        if let Frame::Sync(SyncMessage::Step2(update)) = line.next().await.unwrap() {
            assert_eq!(update, [0, 0]);
            return line;
        }
    }
}

#[tokio::test]
async fn r3_a_plain_program_whose_update_does_not_fit_is_asked_for_what_it_has() {
    let house = House::open().await;
    let project = house.project().await;
    let mut line = raw(&house, &project, LinkKind::Editor).await;
    assert!(matches!(line.next().await.unwrap(), Frame::Sync(SyncMessage::Step1(_))), "the relay asks too");
    let mut document = new_document();
    let lost = typed(&mut document, "a");
    let update = |bytes: &[u8]| Frame::Sync(SyncMessage::Update(bytes.to_vec()));
    for text in ["b", "c"] {
        let bytes = typed(&mut document, text);
        line.send(&update(&bytes)).await;
    }
    let Frame::Sync(SyncMessage::Step1(state)) = line.next().await.unwrap() else {
        panic!("a question is expected")
    };
    line.send(&Frame::Sync(SyncMessage::Step2(document.diff(&state).unwrap()))).await;
    let mut page = Page::open(&house.address, &project, LinkKind::Viewer).await;
    page.sees("abc").await;
    // it was asked once for two gaps; now that something new is stored, the next gap is another one
    line.send(&update(&lost)).await;
    typed(&mut document, "d");
    line.send(&update(&typed(&mut document, "e"))).await;
    assert!(matches!(line.next().await.unwrap(), Frame::Sync(SyncMessage::Step1(_))));
    assert_eq!(house.counted("tributary_nacks_total{code=\"gap_resync\"}"), 3);
}

#[tokio::test]
async fn r7_a_plain_program_that_was_just_asked_still_learns_of_a_refusal() {
    let house = House::open().await;
    let project = house.project().await;
    let mut line = raw(&house, &project, LinkKind::Editor).await;
    assert!(matches!(line.next().await.unwrap(), Frame::Sync(SyncMessage::Step1(_))), "the relay asks too");
    let mut document = new_document();
    typed(&mut document, "a");
    let gap = typed(&mut document, "b");
    for update in [&gap[..], b"broken", &gap, b"broken"] {
        line.send(&Frame::Sync(SyncMessage::Update(update.to_vec()))).await;
    }
    assert!(matches!(line.next().await.unwrap(), Frame::Sync(SyncMessage::Step1(_))));
    assert_eq!(line.next().await.unwrap(), Frame::Denied("invalid_update".to_owned()));
    line.send(&Frame::Sync(SyncMessage::Step1(vec![0]))).await;
    let next = line.next().await.unwrap();
    assert!(matches!(next, Frame::Sync(SyncMessage::Step2(_))), "each is said once: {next:?}");
}

#[tokio::test]
async fn r7_a_plain_viewer_is_never_asked_what_it_has() {
    let house = House::open().await;
    let project = house.project().await;
    let mut page = Page::open(&house.address, &project, LinkKind::Editor).await;
    let mut line = raw(&house, &project, LinkKind::Viewer).await;
    page.keeps("x").await;
    assert!(matches!(line.next().await.unwrap(), Frame::Sync(SyncMessage::Update(_))));
    line.send(&Frame::Sync(SyncMessage::Step2(vec![0, 0]))).await;
    assert_eq!(line.next().await.unwrap(), Frame::Denied("read_only".to_owned()));
}

#[tokio::test]
async fn r9_a_plain_program_begins_with_sixty_four_kibibytes_at_most() {
    let house = House::open().await;
    let project = house.project().await;
    let headers = format!("tributary, key.{}", key(&project, LinkKind::Editor));
    let path = format!("/sync/{}", project.id);
    let mut line =
        Line::socket(&house.address, &path, &[("sec-websocket-protocol", &headers)]).await.unwrap();
    line.send(&Frame::Sync(SyncMessage::Step1(vec![0; limits::PLAIN_FIRST_BYTES]))).await;
    assert_eq!(line.closed().await, Some(Close::TooLarge));
}

#[tokio::test]
async fn r14_the_heartbeat_of_plain_programs_is_presence_of_nobody() {
    let house = House::with(|config| config.timing.heartbeat = std::time::Duration::from_millis(50)).await;
    let project = house.project().await;
    let mut line = raw(&house, &project, LinkKind::Viewer).await;
    for _ in 0..3 {
        assert_eq!(line.next().await.unwrap(), Frame::Awareness(vec![0]));
    }
}

#[tokio::test]
async fn r7_a_plain_program_without_a_right_key_is_refused_at_the_upgrade() {
    let house = House::open().await;
    let project = house.project().await;
    let path = format!("/sync/{}", project.id);
    let good = format!("key.{}", key(&project, LinkKind::Editor));
    for (query, protocols, allowed) in [
        (String::new(), format!("tributary, {good}"), true),
        (String::new(), "tributary, key.wrong".to_owned(), false),
        (format!("?key={}", key(&project, LinkKind::Viewer)), "tributary".to_owned(), true),
        ("?key=wrong".to_owned(), "tributary".to_owned(), false),
        (format!("?key={}", key(&project, LinkKind::Embed)), "tributary".to_owned(), false),
    ] {
        let headers = [("sec-websocket-protocol", protocols.as_str())];
        let line = Line::socket(&house.address, &format!("{path}{query}"), &headers).await;
        assert_eq!(line.is_ok(), allowed, "{query} {protocols}");
    }
}
