//! Two windows: what another person writes, in the window of one who only looks.

use std::time::Duration;

use anyhow::{Context, Result};
use stories::Project;

use crate::figures::Setting;
use crate::window::{Pace, Window};

const LETTER: Duration = Duration::from_millis(200);
const LETTERS: usize = 30;

pub(crate) async fn measure(window: &Window, setting: Setting, project: &Project) -> Result<()> {
    let other = Window::new(1).await?;
    other.leave(project).await?;
    other.go(&project.editor).await?;
    other.until("seen.ready !== null").await?;
    let card = window.ask("someCard()").await?;
    let card = card.as_str().context("a card")?;
    other.write_in(card).await?;
    window.ask(&format!("watchCard('{card}')")).await?;
    // The first letter also brings who writes; it is not counted.
    other.key("§").await?;
    window.until("seen.shown.length >= 1").await?;
    window.ask("seen.remote = []; seen.shown = []").await?;
    other.ask("seen.typed = []").await?;
    let mut costs = Vec::new();
    let mut pace = Pace::every(LETTER);
    for _ in 0..LETTERS {
        let before = window.worked().await?;
        other.key("§").await?;
        pace.over().await;
        costs.push(window.worked().await? - before);
    }
    window.until(&format!("seen.shown.length >= {LETTERS}")).await?;
    let remote = window.numbers("seen.remote").await?;
    let (shown, typed) = (window.numbers("seen.shown").await?, other.numbers("seen.typed").await?);
    let whole: Vec<f64> = shown.iter().zip(&typed).map(|(shown, typed)| shown - typed).collect();
    setting.spread("edit of another window, arrival to paint", &remote);
    setting.spread("edit of another window, its key press to paint here", &whole);
    setting.work("edit of another window", &costs);
    Ok(())
}
