//! A line of our own to a page of Chromium: commands go out without waiting for those before them, as a hand's moves do.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result, bail};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use stories::Browser;
use tokio::sync::{mpsc, oneshot};
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;

type Waiting = Arc<Mutex<HashMap<u64, oneshot::Sender<Value>>>>;

/// Commands and their answers; ends with its browser.
#[derive(Clone)]
pub(crate) struct DevTools {
    out: mpsc::UnboundedSender<String>,
    waiting: Waiting,
    next: Arc<AtomicU64>,
}

impl DevTools {
    /// The line to the one page of a browser.
    pub(crate) async fn of(browser: &Browser) -> Result<Self> {
        let address = browser
            .driver
            .capabilities()
            .get("goog:chromeOptions")
            .and_then(|options| options["debuggerAddress"].as_str())
            .context("only Chromium can be measured")?;
        let pages = reqwest::get(format!("http://{address}/json/list")).await?.text().await?;
        let pages: Vec<Value> = serde_json::from_str(&pages)?;
        let page = pages.iter().find(|page| page["type"] == "page").context("a page")?;
        let (line, _) =
            connect_async(page["webSocketDebuggerUrl"].as_str().context("the page's line")?).await?;
        let (mut sink, mut stream) = line.split();
        let (out, mut commands) = mpsc::unbounded_channel::<String>();
        let waiting = Waiting::default();
        tokio::spawn(async move {
            while let Some(command) = commands.recv().await {
                if sink.send(Message::text(command)).await.is_err() {
                    break;
                }
            }
        });
        let answered = waiting.clone();
        tokio::spawn(async move {
            while let Some(Ok(message)) = stream.next().await {
                let answer: Value = message.to_text().map(serde_json::from_str).unwrap().unwrap_or_default();
                let asked = answer["id"].as_u64().and_then(|id| answered.lock().unwrap().remove(&id));
                if let Some(asked) = asked {
                    // Who asked may have gone on without the answer.
                    asked.send(answer).ok();
                }
            }
            // Whoever still waits learns that nothing will come.
            answered.lock().unwrap().clear();
        });
        Ok(Self { out, waiting, next: Arc::default() })
    }

    /// Sends a command; what comes back is its answer, for whoever wants to wait for it.
    pub(crate) fn send(&self, method: &str, params: Value) -> Result<oneshot::Receiver<Value>> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let (asked, answer) = oneshot::channel();
        self.waiting.lock().unwrap().insert(id, asked);
        self.out.send(json!({ "id": id, "method": method, "params": params }).to_string())?;
        Ok(answer)
    }

    /// Sends a command and waits for its answer.
    pub(crate) async fn call(&self, method: &str, params: Value) -> Result<Value> {
        let mut answer = self.send(method, params)?.await.with_context(|| format!("{method}: no answer"))?;
        match answer.get("error") {
            Some(error) => bail!("{method}: {error}"),
            None => Ok(answer["result"].take()),
        }
    }
}
