//! R1: an acknowledged update survives `kill -9`. The real program, killed under load, at random moments.

use std::{
    path::Path,
    process::{Command, ExitStatus, Stdio},
};

use document::protocol::Key;
use relay::{id, id::ProjectId, project::Created, storage::LinkKind};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::Child,
    task::JoinSet,
};

use crate::{
    house::soon,
    page::Page,
    request::{ask, get},
};

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_tributary");

/// How many times it is killed: enough for every change, more where there is time.
fn kills() -> usize {
    std::env::var("TRIBUTARY_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(10)
}

pub(crate) async fn served(data: &Path, extra: &[&str]) -> (Child, String, Vec<String>) {
    let mut child = tokio::process::Command::new(PROGRAM)
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .args(extra)
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = Vec::new();
    while said.len() < 2 + 5 * usize::from(extra.contains(&"--demo")) {
        said.push(soon("the program to speak", lines.next_line()).await.unwrap().expect("it goes on"));
    }
    let address = said[0].split(' ').next_back().unwrap().to_owned();
    (child, address, said)
}

async fn created(address: &str) -> Created {
    let answer = ask(address, ("POST", "/api/projects", ""), "").await;
    let made = answer.json();
    let key = |kind: LinkKind| Some((kind, Key(made["keys"][kind.as_str()].as_str()?.to_owned())));
    let id = ProjectId::parse(made["id"].as_str().unwrap()).unwrap();
    Created { id, keys: LinkKind::all().filter_map(key).collect() }
}

/// Types until the line breaks; says what was acknowledged.
async fn types_on(address: String, project: Created, name: String) -> Vec<String> {
    let mut acked = Vec::new();
    // it may be killed before everybody is in
    let Some(mut page) = Page::try_open(&address, &project, LinkKind::Editor).await else { return acked };
    for round in 0.. {
        let word = format!("<{name}.{round}>");
        let push = page.types(&word).await;
        loop {
            match page.line.next().await {
                Ok(document::protocol::Frame::Ack { push_id, .. }) if push_id == push => break,
                Ok(document::protocol::Frame::Update { update, .. }) => {
                    drop(page.document.merge(&update).unwrap())
                }
                Ok(_) => {}
                Err(_) => return acked,
            }
        }
        acked.push(word);
    }
    acked
}

#[tokio::test]
async fn r1_what_was_acknowledged_survives_being_killed() {
    let data = tempfile::tempdir().unwrap();
    let (mut child, mut address, _) = served(data.path(), &[]).await;
    let project = created(&address).await;
    let mut expected: Vec<String> = Vec::new();
    for round in 0..kills() {
        let mut typing = JoinSet::new();
        for writer in 0..3 {
            let keys = project.keys.clone();
            let project = Created { id: project.id.clone(), keys };
            typing.spawn(types_on(address.clone(), project, format!("{round}.{writer}")));
        }
        // the moment is random: so many acknowledgements, as a third page sees them, after which it is killed
        let mut watcher = Page::open(&address, &project, LinkKind::Viewer).await;
        for _ in 0..id::random::<1>()[0] % 64 {
            watcher.sees_one().await;
        }
        child.start_kill().unwrap();
        soon("the program to die", child.wait()).await.unwrap();
        while let Some(acked) = soon("the writers", typing.join_next()).await {
            expected.extend(acked.unwrap());
        }
        (child, address, _) = served(data.path(), &[]).await;
        let mut page = Page::open(&address, &project, LinkKind::Viewer).await;
        let title = page.up_to_date().await;
        for word in &expected {
            assert!(title.contains(word), "{word} was acknowledged and is lost after {round} kills");
        }
    }
    assert!(!expected.is_empty());
}

#[tokio::test]
async fn r13_sigterm_ends_the_program_well() {
    let data = tempfile::tempdir().unwrap();
    let (mut child, address, _) = served(data.path(), &[]).await;
    let project = created(&address).await;
    let mut page = Page::open(&address, &project, LinkKind::Editor).await;
    page.keeps("kept").await;
    let process = child.id().unwrap().to_string();
    assert!(Command::new("kill").args(["-TERM", &process]).status().unwrap().success());
    assert_eq!(page.line.closed().await, Some(document::protocol::Close::Draining));
    let status: ExitStatus = soon("the program to end", child.wait()).await.unwrap();
    assert!(status.success(), "{status}");
}

#[tokio::test]
async fn r17_the_example_of_demo_is_made_once_and_found_again() {
    let data = tempfile::tempdir().unwrap();
    let (mut child, address, said) = served(data.path(), &["--demo"]).await;
    let editor = said.iter().find_map(|line| line.split_once("/p/")).unwrap().1;
    let (id, key) = editor.split_once('#').unwrap();
    let answer = ask(&address, ("GET", &format!("/api/projects/{id}"), key), "").await;
    assert_eq!(answer.json()["title"], "Crisis care in the emergency department");
    child.start_kill().unwrap();
    child.wait().await.unwrap();
    let (_child, address, again) = served(data.path(), &["--demo"]).await;
    let after_host = |said: &[String]| -> Vec<String> {
        let addresses = said.iter().filter_map(|line| line.split_once("http://")?.1.split_once('/'));
        addresses.map(|(_, path)| path.to_owned()).collect()
    };
    assert_eq!(after_host(&said), after_host(&again));
    assert_eq!(after_host(&said).len(), 4);
    for path in after_host(&said).iter().map(|path| path.split('#').next().unwrap()) {
        let status = get(&address, &format!("/{path}")).await.status;
        assert!(status < 400, "{path}: {status}");
    }
}

#[tokio::test]
async fn r17_no_line_of_the_log_holds_a_key_or_a_text() {
    let data = tempfile::tempdir().unwrap();
    let mut child = tokio::process::Command::new(PROGRAM)
        .args(["serve", "--listen", "127.0.0.1:0", "--log", "trace", "--data"])
        .arg(data.path())
        .stdout(Stdio::piped())
        .stderr(std::fs::File::create(data.path().join("log")).unwrap())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let said = soon("the program to speak", lines.next_line()).await.unwrap().unwrap();
    let address = said.split(' ').next_back().unwrap();
    let project = created(address).await;
    let mut page = Page::open(address, &project, LinkKind::Editor).await;
    page.keeps("a text that is nobody's business").await;
    let key = crate::house::key(&project, LinkKind::Viewer);
    let path = format!("/sync/{}?key={key}", project.id);
    crate::line::Line::socket(address, &path, &[]).await.unwrap().cut();
    let database = rusqlite::Connection::open(data.path().join("tributary.sqlite")).unwrap();
    database.execute_batch("alter table entry rename to hidden").unwrap();
    let push = page.types("another text").await;
    assert!(page.answer(push).await.is_err());
    child.start_kill().unwrap();
    child.wait().await.unwrap();
    let log = std::fs::read_to_string(data.path().join("log")).unwrap();
    assert!(log.contains("a commit failed"), "what matters is written down: {log}");
    for (kind, Key(key)) in &project.keys {
        assert!(!log.contains(key.as_str()), "the key of {kind:?}");
    }
    assert!(!log.contains("text"), "{log}");
}

pub(crate) fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(PROGRAM).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn r17_commands_end_with_0_1_or_2_and_one_clear_line() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().to_str().unwrap();
    let broken = data.path().join("broken.json");
    std::fs::write(&broken, "{\"format\":\"tributary/project\",\"version\":99}").unwrap();
    let good = data.path().join("good.json");
    std::fs::write(&good, exchange::EXAMPLES[0].json()).unwrap();
    let large = data.path().join("large.json");
    std::fs::write(&large, crate::limits::cards(45_000)).unwrap();
    let (broken, good) = (broken.to_str().unwrap(), good.to_str().unwrap());
    for (arguments, status) in [
        (&["new", "--data", folder][..], 0),
        (&["new", good, "--data", folder], 0),
        (&["new", broken, "--data", folder], 1),
        (&["new", "no-such-file.json", "--data", folder], 1),
        (&["new", large.to_str().unwrap(), "--data", folder], 1),
        (&["serve", "--listen", "nowhere", "--data", folder], 2),
        (&["serve", "--data", good], 1),
        (&["serve", "--data", folder, "--config", "no-such-file.toml"], 1),
        (&["wash-up"], 2),
        (&[], 2),
    ] {
        let (code, out, error) = run(arguments);
        assert_eq!(code, status, "{arguments:?}: {out}{error}");
        if status == 1 {
            assert_eq!(error.lines().count(), 1, "{arguments:?}: {error}");
        }
        if arguments.first() == Some(&"new") && status == 0 {
            for (part, count) in [("/p/", 2), ("/c/", 1), ("/v/", 1), ("/e/", 0)] {
                assert_eq!(out.matches(part).count(), count, "{out}");
            }
        }
    }
}
