//! The ground and a card in hand: how long frames take, and what a move costs.

use std::time::Duration;

use anyhow::Result;

use crate::figures::{Setting, percentile};
use crate::window::{Pace, Window};

/// Between two moves of a hand: 60 a second.
const STEP: Duration = Duration::from_micros(16_667);
/// Moves between two looks at what they cost.
const ROUND: usize = 30;
const ROUNDS: usize = 5;
/// How far from where it began a hand goes, in screen pixels.
const RADIUS: f64 = 200.0;
/// A frame that takes longer than this has left out another, in ms.
const DROPPED: f64 = 25.0;

pub(crate) async fn measure(window: &Window, setting: Setting) -> Result<()> {
    let ground = window.point("ground()").await?;
    hold(window, setting, "pan", ground).await?;
    let card = window.point("seenAt(someCard())").await?;
    hold(window, setting, "drag", card).await
}

/// Presses at a point, moves there and back round after round, and lets go where it began.
async fn hold(window: &Window, setting: Setting, what: &str, start: (f64, f64)) -> Result<()> {
    window.mouse("mousePressed", start)?;
    window.mouse("mouseMoved", (start.0 - 5.0, start.1))?;
    window.ask("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))").await?;
    window.ask("watchFrames()").await?;
    let mut costs = Vec::new();
    let mut pace = Pace::every(STEP);
    for _ in 0..ROUNDS {
        let before = window.worked().await?;
        for step in 1..=ROUND {
            let turn = step as f64 / ROUND as f64 * std::f64::consts::TAU;
            // To the left and back, up and down twice meanwhile: every move is another place.
            let (x, y) = (RADIUS * (turn.cos() - 1.0) / 2.0, RADIUS * (2.0 * turn).sin() / 4.0);
            window.mouse("mouseMoved", (start.0 + x, start.1 + y))?;
            pace.over().await;
        }
        costs.push((window.worked().await? - before) / ROUND as f64);
    }
    window.ask("cancelAnimationFrame(window.frame)").await?;
    let frames = window.numbers("seen.frames").await?;
    // A card that is dropped would change the diagram.
    window.key("Escape").await?;
    window.mouse("mouseReleased", start)?;
    window.ask("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))").await?;
    setting.spread(&format!("{what}, a frame"), &frames);
    setting.figure(&format!("{what}, longest frame"), percentile(&frames, 100).unwrap_or_default(), "ms");
    let dropped = frames.iter().filter(|frame| **frame > DROPPED).count();
    let name = format!("{what}, frames over {DROPPED} ms of {}", frames.len());
    setting.figure(&name, dropped as f64, "frames");
    setting.work(&format!("{what} move"), &costs);
    Ok(())
}
