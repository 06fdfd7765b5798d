//! Where the main thread's time goes at 1,000 cards: the functions that work most themselves, for a reader.

use std::collections::HashMap;

use anyhow::Result;
use serde_json::{Value, json};
use stories::Relay;

use crate::figures::word;
use crate::project;
use crate::window::Window;

const CARDS: usize = 1_000;
/// Letters, or cards, in one profile.
const TIMES: usize = 20;
/// Between two looks at what runs, in µs.
const INTERVAL: u32 = 200;
/// Functions that are named.
const NAMED: usize = 15;

pub(crate) async fn run(relay: &Relay) -> Result<()> {
    let project = relay.project(Some(project::of(CARDS))).await?;
    let window = Window::new(1).await?;
    window.leave(&project).await?;
    begin(&window).await?;
    window.go(&project.editor).await?;
    window.until("seen.ready !== null").await?;
    end(&window, "open", 1).await?;
    let card = window.ask("someCard()").await?;
    window.write_in(card.as_str().unwrap_or_default()).await?;
    begin(&window).await?;
    for number in 1..=TIMES {
        window.key("e").await?;
        window.until(&format!("seen.keys.length >= {number}")).await?;
    }
    end(&window, "key", TIMES).await?;
    begin(&window).await?;
    window.ask("seen.fields = []").await?;
    for number in 1..=TIMES {
        window.key("Enter").await?;
        window.until(&format!("seen.fields.length >= {number}")).await?;
        window.key("e").await?;
    }
    end(&window, "add a card and its first letter", TIMES).await
}

pub(crate) async fn begin(window: &Window) -> Result<()> {
    window.tools.call("Profiler.enable", json!({})).await?;
    window.tools.call("Profiler.setSamplingInterval", json!({ "interval": INTERVAL })).await?;
    window.tools.call("Profiler.start", json!({})).await.map(drop)
}

/// Names the functions with the most time of their own, in ms each time.
pub(crate) async fn end(window: &Window, what: &str, times: usize) -> Result<()> {
    let profile = window.tools.call("Profiler.stop", json!({})).await?["profile"].take();
    word(&format!("{what}, ms each time by function:"));
    for (name, micros) in own_times(&profile).into_iter().take(NAMED) {
        word(&format!("  {:8.2}  {name}", micros / 1000.0 / times as f64));
    }
    Ok(())
}

fn own_times(profile: &Value) -> Vec<(String, f64)> {
    let all = |name: &str| profile[name].as_array().cloned().unwrap_or_default();
    let name = |node: &Value| {
        let frame = &node["callFrame"];
        let file = frame["url"].as_str().and_then(|url| url.rsplit('/').next()).unwrap_or_default();
        format!("{} {file}", frame["functionName"].as_str().unwrap_or_default())
    };
    let names: HashMap<u64, String> =
        all("nodes").iter().filter_map(|node| Some((node["id"].as_u64()?, name(node)))).collect();
    let mut sums = HashMap::<String, f64>::new();
    for (sample, micros) in all("samples").iter().zip(all("timeDeltas")) {
        if let Some(name) = sample.as_u64().and_then(|id| names.get(&id)) {
            *sums.entry(name.clone()).or_default() += micros.as_f64().unwrap_or_default();
        }
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by(|a, b| b.1.total_cmp(&a.1));
    sums
}
