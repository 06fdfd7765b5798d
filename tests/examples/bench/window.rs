//! A window that is measured: what a hand does in it, and what its main thread spends on that.

use std::collections::HashMap;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use stories::{Browser, Look, Project};
use tokio::time::{Instant, sleep_until, timeout};

use crate::devtools::DevTools;

/// Runs before the page's own scripts and notes times in `window.seen`.
const WATCH: &str = include_str!("watch.js");
/// After this the bench goes on without the figure: it never fails because a machine is slow.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often a hand tries again, and how long it looks whether something came of it.
const TRIES: usize = 60;
const LOOK: Duration = Duration::from_millis(500);

/// A page with nothing in it, from where the app is; leaving it keeps the process that is measured.
const EMPTY: &str = "/favicon.svg";

pub(crate) struct Window {
    pub(crate) tools: DevTools,
    _browser: Browser,
}

impl Window {
    /// A window of a new person, its main thread so many times slower than it could be.
    pub(crate) async fn new(slowdown: u32) -> Result<Self> {
        let browser = Browser::open(Look::DESK).await?;
        let tools = DevTools::of(&browser).await?;
        for domain in ["Page", "Runtime", "HeapProfiler"] {
            tools.call(&format!("{domain}.enable"), json!({})).await?;
        }
        tools.call("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
        tools.call("Emulation.setCPUThrottlingRate", json!({ "rate": slowdown })).await?;
        Ok(Self { tools, _browser: browser })
    }

    /// Goes to an address and waits until its page has begun.
    pub(crate) async fn go(&self, address: &str) -> Result<()> {
        self.tools.call("Page.navigate", json!({ "url": address })).await.map(drop)
    }

    /// A page without the app, of the same relay.
    pub(crate) async fn leave(&self, project: &Project) -> Result<()> {
        let origin = origin(project);
        self.go(&format!("{origin}{EMPTY}")).await?;
        // Main-thread seconds are counted from here; by the thread's own clock, so that other programs do not count.
        self.tools.call("Performance.enable", json!({ "timeDomain": "threadTicks" })).await.map(drop)
    }

    /// Forgets what this device keeps of the app, but not its files.
    pub(crate) async fn forget(&self, project: &Project) -> Result<()> {
        let kept = json!({ "origin": origin(project), "storageTypes": "indexeddb,local_storage" });
        self.tools.call("Storage.clearDataForOrigin", kept).await.map(drop)
    }

    /// What an expression gives; a promise is waited for.
    pub(crate) async fn ask(&self, expression: &str) -> Result<Value> {
        let asked = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let answer = timeout(PATIENCE, self.tools.call("Runtime.evaluate", asked)).await;
        let mut answer = answer.with_context(|| format!("no answer within {PATIENCE:?}: {expression}"))??;
        match answer.get("exceptionDetails") {
            Some(error) => bail!("{expression}: {error}"),
            None => Ok(answer["result"]["value"].take()),
        }
    }

    /// Waits until an expression holds.
    pub(crate) async fn until(&self, expression: &str) -> Result<()> {
        let looked = format!(
            "new Promise(done => {{
                const look = () => {{ if ({expression}) done(true); else setTimeout(look, 20); }};
                look();
            }})"
        );
        self.ask(&looked).await.map(drop)
    }

    pub(crate) async fn number(&self, expression: &str) -> Result<f64> {
        self.ask(expression).await?.as_f64().with_context(|| format!("a number: {expression}"))
    }

    pub(crate) async fn numbers(&self, expression: &str) -> Result<Vec<f64>> {
        Ok(self.ask(expression).await?.as_array().into_iter().flatten().filter_map(Value::as_f64).collect())
    }

    /// Presses and lets go of a key: one of `KEYS`, or a letter.
    pub(crate) async fn key(&self, key: &str) -> Result<()> {
        let known = KEYS.iter().find(|known| known.0 == key);
        let (code, text) = known.map_or((0, key), |known| (known.1, known.2));
        let down = json!({ "type": "keyDown", "key": key, "code": known.map_or("", |known| known.0),
            "windowsVirtualKeyCode": code, "text": text });
        self.tools.call("Input.dispatchKeyEvent", down).await?;
        let up = json!({ "type": "keyUp", "key": key, "windowsVirtualKeyCode": code });
        self.tools.call("Input.dispatchKeyEvent", up).await.map(drop)
    }

    /// Sends what a mouse does (`mousePressed`, `mouseMoved`, `mouseReleased`), and does not wait until it is done.
    pub(crate) fn mouse(&self, what: &str, (x, y): (f64, f64)) -> Result<()> {
        let held = if what == "mouseReleased" { 0 } else { 1 };
        let event =
            json!({ "type": what, "x": x, "y": y, "button": "left", "buttons": held, "clickCount": 1 });
        self.tools.send("Input.dispatchMouseEvent", event).map(drop)
    }

    /// A point of the screen: the middle of a card, or any point for which the expression over `x` and `y` holds.
    pub(crate) async fn point(&self, expression: &str) -> Result<(f64, f64)> {
        let point = self.numbers(expression).await?;
        match point[..] {
            [x, y] => Ok((x, y)),
            _ => bail!("no point: {expression}"),
        }
    }

    /// Opens the text field of a card, as a hand does: a click, then Enter, and again where the page was not ready for it.
    pub(crate) async fn write_in(&self, card: &str) -> Result<()> {
        let writes = "document.activeElement?.hasAttribute('data-card-text')";
        for _ in 0..TRIES {
            if self.ask(&format!("document.activeElement?.dataset.card === '{card}'")).await? == true {
                self.key("Enter").await?;
            } else {
                let at = self.point(&format!("seenAt('{card}')")).await?;
                self.mouse("mousePressed", at)?;
                self.mouse("mouseReleased", at)?;
            }
            sleep_until(Instant::now() + LOOK).await;
            if self.ask(writes).await? == true {
                return Ok(());
            }
        }
        bail!("the text of card {card} never opened")
    }

    /// Milliseconds that the main thread has worked since it was last asked from the start.
    pub(crate) async fn worked(&self) -> Result<f64> {
        let metrics = self.metrics().await?;
        Ok(metrics["TaskDuration"] * 1000.0)
    }

    /// Chromium's counters of this page, in seconds, bytes and numbers.
    pub(crate) async fn metrics(&self) -> Result<HashMap<String, f64>> {
        let answer = self.tools.call("Performance.getMetrics", json!({})).await?;
        let metrics = answer["metrics"].as_array().context("metrics")?;
        let metric = |metric: &Value| Some((metric["name"].as_str()?.to_owned(), metric["value"].as_f64()?));
        Ok(metrics.iter().filter_map(metric).collect())
    }
}

/// Keys that are no letters: name, code of old, and what they write.
const KEYS: &[(&str, u32, &str)] = &[("Enter", 13, "\r"), ("Escape", 27, "")];

fn origin(project: &Project) -> String {
    project.editor.split('/').take(3).collect::<Vec<_>>().join("/")
}

/// Equal steps of time for things a hand does; one that is late does not hurry those after it.
pub(crate) struct Pace {
    step: Duration,
    next: Instant,
}

impl Pace {
    pub(crate) fn every(step: Duration) -> Self {
        Self { step, next: Instant::now() + step }
    }

    /// Waits until this step is over.
    pub(crate) async fn over(&mut self) {
        sleep_until(self.next).await;
        self.next = Instant::now().max(self.next) + self.step;
    }
}
