//! A plain HTTP request, as a script would send it.

use std::collections::BTreeMap;

use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::house::soon;

#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Response {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("not JSON: {}", self.text()))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The code of a problem; empty if it is none.
    pub(crate) fn code(&self) -> String {
        let problem = self.headers.get("content-type").is_some_and(|kind| kind == "application/problem+json");
        if problem { self.json()["code"].as_str().unwrap().to_owned() } else { String::new() }
    }
}

#[derive(Default, Clone, Copy)]
pub(crate) struct Request<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) headers: &'a [(&'a str, &'a str)],
    pub(crate) body: &'a [u8],
}

pub(crate) async fn send(address: &str, request: Request<'_>) -> Response {
    soon("an answer", exchange(address, request)).await.expect("a whole answer")
}

/// Sends again until an answer comes back: what stands between may lose one.
pub(crate) async fn insist(address: &str, request: Request<'_>) -> Response {
    soon("an answer", async {
        loop {
            if let Some(answer) = exchange(address, request).await {
                return answer;
            }
        }
    })
    .await
}

/// With a key, and JSON in the body.
pub(crate) async fn ask(address: &str, (method, path, key): (&str, &str, &str), body: &str) -> Response {
    let bearer = format!("Bearer {key}");
    let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
    send(address, Request { method, path, headers: &headers, body: body.as_bytes() }).await
}

pub(crate) async fn get(address: &str, path: &str) -> Response {
    send(address, Request { method: "GET", path, ..Request::default() }).await
}

/// Sends so many bytes of the body and no more; what is answered can be read from the line.
pub(crate) async fn begin(address: &str, (request, length): (Request<'_>, usize)) -> TcpStream {
    soon("a request", up(address, (request, length))).await.expect("a line to the relay")
}

/// All that comes back until the relay closes the line.
pub(crate) async fn rest(mut stream: TcpStream) -> Response {
    soon("an answer", down(&mut stream)).await.expect("a whole answer")
}

async fn exchange(address: &str, request: Request<'_>) -> Option<Response> {
    down(&mut up(address, (request, request.body.len())).await?).await
}

async fn up(address: &str, (request, length): (Request<'_>, usize)) -> Option<TcpStream> {
    let host = address.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(host).await.ok()?;
    let Request { method, path, headers, body } = request;
    let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n");
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    head += &format!("content-length: {}\r\n\r\n", body.len());
    stream.write_all(head.as_bytes()).await.ok()?;
    // who refuses a body early may close before it has come whole
    stream.write_all(&body[..length]).await.ok();
    Some(stream)
}

async fn down(stream: &mut TcpStream) -> Option<Response> {
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.ok();
    parsed(&answer)
}

fn parsed(answer: &[u8]) -> Option<Response> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
    Some(Response { status, headers, body: answer[end + 4..].to_vec() })
}
