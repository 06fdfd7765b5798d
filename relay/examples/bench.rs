//! How many edits a second the relay acknowledges, and what an idle session costs it: one line of JSON per figure.
//!
//! The relay runs as a process of its own, with its usual limits: nobody may push more than 50 times a second.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use document::protocol::{Frame, Hello, Key, limits};
use document::{Document, SCHEMA};
use futures_util::{SinkExt, StreamExt};
use model::edit::{Change, TextChange};
use model::{Edit, TextField};
use relay::{Config, Relay, id, project, project::Created, storage::LinkKind};
use tokio::net::TcpStream;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite::Message};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// How long edits are sent before they are counted up.
const LONG_ENOUGH: Duration = Duration::from_secs(4);
/// Edits on their way at once, per session: as a page that does not wait for each acknowledgement.
const WINDOW: usize = 8;
/// Sessions that write in one project.
const WRITERS: usize = 30;
const PROJECTS: usize = 200;
/// Sessions that only listen, five rooms full of them.
const IDLE: usize = 1_000;

#[tokio::main]
async fn main() {
    let data = tempfile::tempdir().unwrap();
    let projects = projects(data.path()).await;
    let relay = Process::start(data.path());
    one_after_another(&relay, &projects[0]).await;
    throughput(&relay, &format!("one project, {WRITERS} writers"), &vec![&projects[1]; WRITERS]).await;
    throughput(&relay, &format!("{PROJECTS} projects, a writer each"), &projects.iter().collect::<Vec<_>>())
        .await;
    idle(&relay, &projects[..IDLE / limits::SESSIONS_PER_PROJECT]).await;
}

/// The projects, made before the relay starts.
async fn projects(data: &Path) -> Vec<Created> {
    let relay = Relay::open(Config::local(data, PathBuf::new())).unwrap();
    let mut made = Vec::new();
    for _ in 0..PROJECTS {
        made.push(project::create(&relay, None).await.unwrap());
    }
    made
}

struct Process {
    child: Child,
    address: String,
}

impl Process {
    fn start(data: &Path) -> Process {
        let program = std::env::var("TRIBUTARY_BINARY").unwrap();
        let mut command = Command::new(program);
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(data).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let said = lines.find_map(|line| Some(line.split_once("http://")?.1.to_owned())).unwrap();
        let address = said.trim_end_matches(|letter: char| !letter.is_ascii_digit()).to_owned();
        std::thread::spawn(move || lines.for_each(drop));
        Process { child, address }
    }

    /// What it holds in memory, in KiB.
    fn memory(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }

    async fn session(&self, project: &Created) -> Session {
        let url = format!("ws://{}/sync/{}", self.address, project.id);
        let (mut socket, _) = connect_async(url).await.unwrap();
        let document = Document::new(id::new_client_id(), std::sync::Arc::new(|| 1));
        let hello = Hello {
            proto: limits::PROTOCOL,
            app: "bench".into(),
            schema: SCHEMA,
            key: Key(project.key(LinkKind::Editor).0.clone()),
            client_id: document.client_id(),
            epoch: None,
            resume: None,
            since: None,
        };
        socket.send(Message::binary(Frame::Hello(hello).encode())).await.unwrap();
        let mut session = Session { socket, document, pushes: 0 };
        session.until(|frame| matches!(frame, Frame::Welcome(_))).await;
        session
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

struct Session {
    socket: Socket,
    document: Document,
    pushes: u64,
}

impl Session {
    /// Types a letter and sends it.
    async fn push(&mut self) {
        let letter = TextChange { at: 0, delete: 0, insert: "a".to_owned() };
        let update = self.document.write(&Edit::one(Change::Text(TextField::Title, letter))).update;
        self.pushes += 1;
        let frame = Frame::Push { push_id: self.pushes, update };
        self.socket.send(Message::binary(frame.encode())).await.unwrap();
    }

    /// Reads until a frame comes that is wanted, and fails when the relay refuses something.
    async fn until(&mut self, wanted: impl Fn(&Frame) -> bool) {
        loop {
            let message = self.socket.next().await.unwrap().unwrap();
            let Message::Binary(bytes) = message else { continue };
            for frame in Frame::decode_all(&bytes).unwrap() {
                assert!(!matches!(frame, Frame::Nack(_)), "refused: {frame:?}");
                if wanted(&frame) {
                    return;
                }
            }
        }
    }

    async fn acked(&mut self) {
        self.until(|frame| matches!(frame, Frame::Ack { .. })).await;
    }

    /// Types as fast as it may until the time is over; how many letters were acknowledged.
    async fn write_until(mut self, end: Instant) -> u64 {
        let pause = Duration::from_secs(1) / limits::PUSHES_PER_SECOND;
        let mut beat = tokio::time::interval(pause);
        let mut acked = 0;
        while Instant::now() < end {
            beat.tick().await;
            self.push().await;
            if self.pushes - acked >= WINDOW as u64 {
                self.acked().await;
                acked += 1;
            }
        }
        acked
    }
}

/// From a push to its acknowledgement, when nobody else is there.
async fn one_after_another(relay: &Process, project: &Created) {
    const ROUNDS: usize = 150;
    let mut session = relay.session(project).await;
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let began = Instant::now();
        session.push().await;
        session.acked().await;
        times.push(began.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    figure("an edit acknowledged, p50", times[ROUNDS / 2], "ms");
    figure("an edit acknowledged, p99", times[ROUNDS * 99 / 100], "ms");
}

async fn throughput(relay: &Process, name: &str, projects: &[&Created]) {
    let mut sessions = Vec::new();
    for project in projects {
        sessions.push(relay.session(project).await);
    }
    let began = Instant::now();
    let writers = sessions.into_iter().map(|session| tokio::spawn(session.write_until(began + LONG_ENOUGH)));
    let mut acked = 0;
    for writer in writers.collect::<Vec<_>>() {
        acked += writer.await.unwrap();
    }
    figure(&format!("edits acknowledged, {name}"), acked as f64 / began.elapsed().as_secs_f64(), "a second");
}

async fn idle(relay: &Process, projects: &[Created]) {
    let before = relay.memory();
    let mut sessions = Vec::new();
    for project in projects {
        for _ in 0..limits::SESSIONS_PER_PROJECT {
            sessions.push(relay.session(project).await);
        }
    }
    figure("memory per idle session", (relay.memory() - before) / sessions.len() as f64, "KiB");
}

fn figure(name: &str, value: f64, unit: &str) {
    println!(r#"{{"name": "{name}", "value": {value}, "unit": "{unit}"}}"#);
}
