//! A project that opens: from its data to its picture, with the app's files on the device and the project not.

use anyhow::Result;
use stories::{Project, Relay};

use crate::figures::Setting;
use crate::project;
use crate::window::Window;

/// How often it is opened; the last time, it stays open.
const TIMES: usize = 3;

pub(crate) async fn measure(
    window: &Window,
    setting: Setting,
    relay: &Relay,
    project: &Project,
) -> Result<()> {
    // What starting costs without cards to show: the app itself. Its first time fills the caches.
    let smallest = relay.project(Some(project::of(1))).await?;
    let mut starts = Vec::new();
    for _ in 0..=TIMES {
        starts.push(open(window, &smallest).await?.worked);
    }
    starts.remove(0);
    let mut opened = Vec::new();
    for _ in 0..TIMES {
        opened.push(open(window, project).await?);
    }
    let data: Vec<f64> =
        opened.iter().filter_map(|opened| opened.data.map(|data| opened.painted - data)).collect();
    let times = |of: fn(&Opened) -> f64| opened.iter().map(of).collect::<Vec<_>>();
    setting.spread("open, data to painted", &data);
    setting.spread("open, address to painted", &times(|opened| opened.painted));
    let start = crate::figures::percentile(&starts, 50).unwrap_or_default();
    setting.figure("start of the app, main-thread CPU, p50", start, "ms");
    setting.work("open", &opened.iter().map(|opened| opened.worked - start).collect::<Vec<_>>());
    Ok(())
}

/// Times of one opening, in ms from when the address was given.
struct Opened {
    /// The first message with a document; none where the page before had not let go of its copy.
    data: Option<f64>,
    painted: f64,
    /// What the main thread worked until then.
    worked: f64,
}

async fn open(window: &Window, project: &Project) -> Result<Opened> {
    window.leave(project).await?;
    window.forget(project).await?;
    let before = window.worked().await?;
    window.go(&project.editor).await?;
    window.until("seen.ready !== null && seen.painted > 0").await?;
    let worked = window.worked().await? - before;
    let (data, painted) = (window.ask("seen.data").await?.as_f64(), window.number("seen.painted").await?);
    Ok(Opened { data, painted, worked })
}
