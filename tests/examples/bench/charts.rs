//! Thirty measures of two hundred points: all their charts at once, and a number typed until its chart is drawn anew.

use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};
use stories::Relay;

use crate::figures::{figure, percentile};
use crate::window::{Pace, Window};
use crate::{profile, project};

const MEASURES: usize = 30;
const POINTS: usize = 200;
/// Numbers that are typed, one after the other.
const NUMBERS: usize = 20;
/// Somebody who types numbers from a sheet of paper.
const NUMBER: Duration = Duration::from_millis(400);

/// Opens the wall, and tells how long it took until every chart stood there, in ms.
const WALL: &str = "new Promise(done => {
    const begun = performance.now();
    const look = () => document.querySelectorAll('.tile svg').length === COUNT
        ? done(performance.now() - begun)
        : requestAnimationFrame(look);
    document.querySelectorAll('.measures__ways button')[1].click();
    look();
})";

/// From Enter to the frame in which the chart is another, in ms.
const WATCH: &str = "(() => {
    window.drawn = [];
    let begun = null;
    addEventListener('keydown', event => { if (event.key === 'Enter') begun = performance.now(); }, true);
    new MutationObserver(() => {
        const from = begun;
        begun = null;
        if (from !== null) requestAnimationFrame(() => setTimeout(() => drawn.push(performance.now() - from)));
    }).observe(document.querySelector('.chart__svg'), { childList: true, subtree: true });
    return true;
})()";

pub(crate) async fn measure(relay: &Relay) -> Result<()> {
    let window = plan(relay).await?;
    let name = format!("{MEASURES} measures of {POINTS} points");
    let before = window.worked().await?;
    let wall = wall(&window).await?;
    figure(&format!("{name}, wall opened, to all charts in the page (aim: 100 ms)"), wall, "ms");
    figure(&format!("{name}, wall opened, main-thread CPU"), window.worked().await? - before, "ms");
    first(&window).await?;
    let mut costs = Vec::new();
    for number in 1..=NUMBERS {
        costs.push(write(&window, number).await?);
    }
    let times = window.numbers("drawn").await?;
    for percent in [50, 95] {
        let time = percentile(&times, percent).unwrap_or_default();
        figure(&format!("{name}, a number in the grid, Enter to its chart drawn, p{percent}"), time, "ms");
    }
    let cost = percentile(&costs, 50).unwrap_or_default();
    figure(&format!("{name}, a number in the grid, main-thread CPU, p50"), cost, "ms");
    Ok(())
}

/// Where the time of both goes.
pub(crate) async fn profile(relay: &Relay) -> Result<()> {
    let window = plan(relay).await?;
    profile::begin(&window).await?;
    wall(&window).await?;
    profile::end(&window, "wall", 1).await?;
    first(&window).await?;
    profile::begin(&window).await?;
    for number in 1..=NUMBERS {
        write(&window, number).await?;
    }
    profile::end(&window, "a number in the grid", NUMBERS).await
}

/// The plan, open.
async fn plan(relay: &Relay) -> Result<Window> {
    let project = relay.project(Some(measured())).await?;
    let window = Window::new(1).await?;
    window.leave(&project).await?;
    window.go(&project.editor).await?;
    window.until("document.querySelector('[data-ready=true]') !== null").await?;
    window.ask("document.querySelectorAll('.sections__to')[1].click()").await?;
    window.until(&format!("document.querySelectorAll('tr[data-measure]').length === {MEASURES}")).await?;
    Ok(window)
}

/// From the plan to the wall, in ms.
async fn wall(window: &Window) -> Result<f64> {
    window.number(&WALL.replace("COUNT", &MEASURES.to_string())).await
}

/// From the wall to the first measure, and into a cell from which numbers can be written downwards.
async fn first(window: &Window) -> Result<()> {
    window.ask("document.querySelector('.tile__name').click()").await?;
    window.until("document.querySelector('.chart__svg svg') !== null").await?;
    window.ask(WATCH).await?;
    let cells = "[...document.querySelectorAll('[data-kind=number] .grid__input')]";
    window.ask(&format!("{cells}.at(-{}).focus()", NUMBERS + 5)).await.map(drop)
}

/// Writes a number, waits for its chart, and tells what the main thread worked, in ms.
async fn write(window: &Window, number: usize) -> Result<f64> {
    let mut pace = Pace::every(NUMBER);
    window.key("7").await?;
    let before = window.worked().await?;
    window.key("Enter").await?;
    window.until(&format!("drawn.length >= {number}")).await?;
    pace.over().await;
    Ok(window.worked().await? - before)
}

/// A project whose measures have values that only chance moves, week by week.
fn measured() -> String {
    let mut file: Value = serde_json::from_str(&project::of(50)).unwrap();
    let start = chrono::NaiveDate::from_ymd_opt(2022, 1, 3).unwrap();
    let measure = |number: usize| {
        let point = |place: usize| {
            let day = start + chrono::TimeDelta::weeks(place as i64);
            let value = 50 + (place * 7919 + number * 104_729) % 31;
            json!({ "date": day.format("%Y-%m-%d").to_string(), "value": value })
        };
        let points: Vec<Value> = (0..POINTS).map(point).collect();
        json!({
            "id": format!("m{number}"), "name": format!("Number of waits on ward {number}"), "kind": "process",
            "cards": ["c0"], "definition": "All of them", "frequency": "weekly", "direction": "down",
            "chart": "xmr", "rules": "making-data-count", "observations": points,
        })
    };
    file["measures"] = (0..MEASURES).map(measure).collect();
    file.to_string()
}
