//! What stands between a browser and the relay in some places: it lets requests through, but no WebSockets. It can
//! also put a script before those of every page, where a browser has no way of its own to do that.

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// Where the proxy itself answers with the script; the pages allow none but from their own address.
const SCRIPT: &str = "/before-each-page";

/// A proxy that ends with this value.
pub struct Proxy {
    pub port: u16,
    task: JoinHandle<()>,
}

impl Proxy {
    /// Starts it; the script, where there is one, runs before those of every page.
    pub async fn start(script: Option<&str>) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let port = listener.local_addr()?.port();
        let script = script.map(str::to_owned);
        let task = tokio::spawn(async move {
            while let Ok((browser, _)) = listener.accept().await {
                let script = script.clone();
                // A line that breaks is for the browser to tell, as on any network.
                tokio::spawn(async move { pass(browser, script.as_deref()).await.ok() });
            }
        });
        Ok(Self { port, task })
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The first lines of a request or an answer, and what was read of its body.
struct Message {
    head: String,
    body: Vec<u8>,
}

impl Message {
    async fn read(from: &mut TcpStream) -> Result<Self> {
        let mut read = Vec::new();
        loop {
            if let Some(end) = read.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
                let body = read.split_off(end + 4);
                read.truncate(end);
                return Ok(Self { head: String::from_utf8(read)?, body });
            }
            if from.read_buf(&mut read).await? == 0 {
                bail!("the line ended early");
            }
        }
    }

    /// The value of a header, in lower case.
    fn header(&self, name: &str) -> Option<String> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim().to_lowercase())
        })
    }

    /// The bytes of it under another first line and without some headers; the line ends after it.
    fn bytes(&self, first: &str, without: &[&str]) -> Vec<u8> {
        let kept = self.head.lines().skip(1).filter(|line| {
            let name = line.split(':').next().unwrap_or_default();
            !without.iter().any(|header| header.eq_ignore_ascii_case(name))
        });
        let mut lines = vec![first];
        lines.extend(kept);
        let mut bytes = (lines.join("\r\n") + "\r\nConnection: close\r\n\r\n").into_bytes();
        bytes.extend(&self.body);
        bytes
    }
}

async fn pass(mut browser: TcpStream, script: Option<&str>) -> Result<()> {
    let request = Message::read(&mut browser).await?;
    let mut words = request.head.split_ascii_whitespace();
    let (method, address) = (words.next().context("a method")?, words.next().context("an address")?);
    // A WebSocket asks for a tunnel, or for another protocol.
    if method == "CONNECT" || request.header("upgrade").is_some() {
        return answer(&mut browser, "403 Forbidden", "").await;
    }
    let address = address.strip_prefix("http://").context("nothing but http goes through here")?;
    let (host, path) = address.split_at(address.find('/').context("an address has a path")?);
    if path == SCRIPT {
        return answer(&mut browser, "200 OK", script.unwrap_or_default()).await;
    }
    let mut relay = TcpStream::connect(host).await?;
    let first = format!("{method} {path} HTTP/1.1");
    // What is packed could not be added to.
    let without = ["connection", "proxy-connection", "keep-alive", "accept-encoding"];
    relay.write_all(&request.bytes(&first, &without)).await?;
    match script {
        Some(_) => with_script(&mut relay, &mut browser).await,
        None => Ok(copy_bidirectional(&mut browser, &mut relay).await.map(drop)?),
    }
}

/// Passes on what the relay answers; a page gets the script as its first.
async fn with_script(relay: &mut TcpStream, browser: &mut TcpStream) -> Result<()> {
    let mut message = Message::read(relay).await?;
    let first = message.head.lines().next().unwrap_or_default().to_owned();
    if !message.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
        browser.write_all(&message.bytes(&first, &["connection"])).await?;
        return Ok(copy_bidirectional(browser, relay).await.map(drop)?);
    }
    relay.read_to_end(&mut message.body).await?;
    let page = String::from_utf8(message.body)?;
    // The built page leaves out what a browser adds by itself, such as the beginning of its head.
    let (kind, page) = page.split_once('>').context("a page says that it is one")?;
    message.body = format!("{kind}><script src=\"{SCRIPT}\"></script>{page}").into_bytes();
    // Its length and its tag are those of another page now.
    Ok(browser.write_all(&message.bytes(&first, &["connection", "content-length", "etag"])).await?)
}

async fn answer(browser: &mut TcpStream, status: &str, script: &str) -> Result<()> {
    let length = script.len();
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: text/javascript\r\nContent-Length: {length}");
    Ok(browser.write_all(format!("{head}\r\nConnection: close\r\n\r\n{script}").as_bytes()).await?)
}
