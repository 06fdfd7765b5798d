//! A first visit on a slow phone: nothing on the device, slow 4G, a main thread four times slower; and the next visits.

use anyhow::Result;
use serde_json::{Value, json};
use stories::{Project, Relay};

use crate::figures::{figure, percentile};
use crate::project;
use crate::window::Window;

const CARDS: usize = 50;
const SLOWDOWN: u32 = 4;
const TIMES: usize = 3;
/// Milliseconds until an answer begins.
const LATENCY: u32 = 150;
/// Bytes a second down and up: 1.6 Mbit/s and 750 kbit/s.
const SPEED: (u32, u32) = (200_000, 93_750);
const BYTES_IN_KB: f64 = 1_000.0;

pub(crate) async fn measure(relay: &Relay) -> Result<()> {
    let project = relay.project(Some(project::of(CARDS))).await?;
    let mut visits = Vec::new();
    for _ in 0..TIMES {
        visits.push(visit(&project).await?);
    }
    let median = |of: &dyn Fn(&[Visit; 3]) -> f64| {
        percentile(&visits.iter().map(of).collect::<Vec<_>>(), 50).unwrap_or_default()
    };
    let names = [
        "first visit, slow 4G, main thread 4× slower",
        "second visit, slow 4G, main thread 4× slower",
        "third visit, nothing slowed (aim for a second visit: 300 ms)",
    ];
    for (number, name) in names.iter().enumerate() {
        let at = |text: &str| format!("{name}, {CARDS} cards, {text}");
        figure(&at("to something to read"), median(&|visit| visit[number].readable), "ms");
        figure(&at("to the picture painted"), median(&|visit| visit[number].painted), "ms");
        figure(&at("to a diagram that can be used"), median(&|visit| visit[number].ready), "ms");
        figure(&at("fetched"), median(&|visit| visit[number].fetched) / BYTES_IN_KB, "kB");
    }
    Ok(())
}

/// Times of a visit in ms from when the address was given, and the bytes that came over the network for its files.
struct Visit {
    readable: f64,
    painted: f64,
    ready: f64,
    fetched: f64,
}

async fn visit(project: &Project) -> Result<[Visit; 3]> {
    let window = Window::new(SLOWDOWN).await?;
    window.tools.call("Network.enable", json!({})).await?;
    window.tools.call("Network.emulateNetworkConditions", slow()).await?;
    let (first, second) = (open(&window, project).await?, open(&window, project).await?);
    let usual = json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    window.tools.call("Network.emulateNetworkConditions", usual).await?;
    window.tools.call("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
    Ok([first, second, open(&window, project).await?])
}

fn slow() -> Value {
    json!({ "offline": false, "latency": LATENCY, "downloadThroughput": SPEED.0, "uploadThroughput": SPEED.1 })
}

async fn open(window: &Window, project: &Project) -> Result<Visit> {
    window.go("about:blank").await?;
    window.go(&project.editor).await?;
    window.until("seen.ready !== null && seen.painted > 0").await?;
    // What comes after, such as keeping the app's files on the device, is what the next visit lives on.
    window.until("navigator.serviceWorker?.controller != null && document.readyState === 'complete'").await?;
    let readable = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? seen.painted";
    let fetched = "performance.getEntries().reduce((sum, entry) => sum + (entry.transferSize ?? 0), 0)";
    Ok(Visit {
        readable: window.number(readable).await?,
        painted: window.number("seen.painted").await?,
        ready: window.number("seen.ready").await?,
        fetched: window.number(fetched).await?,
    })
}
