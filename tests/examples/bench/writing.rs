//! Letters in a card, and cards that are added one after the other.

use std::time::Duration;

use anyhow::Result;

use crate::figures::Setting;
use crate::window::{Pace, Window};

/// Somebody who types fast: ten letters a second.
const LETTER: Duration = Duration::from_millis(100);
const LETTERS: usize = 50;
/// Steps without a key: what looking costs, and the caret that blinks.
const IDLE: usize = 10;
/// Somebody who adds cards fast.
const CARD: Duration = Duration::from_millis(200);
const CARDS: usize = 20;

pub(crate) async fn measure(window: &Window, setting: Setting) -> Result<()> {
    let card = window.ask("someCard()").await?;
    window.write_in(card.as_str().unwrap_or_default()).await?;
    letters(window, setting).await?;
    cards(window, setting).await
}

async fn letters(window: &Window, setting: Setting) -> Result<()> {
    window.ask("seen.keys = []").await?;
    let mut costs = Vec::new();
    let mut pace = Pace::every(LETTER);
    let mut idle = Vec::new();
    for _ in 0..IDLE {
        let before = window.worked().await?;
        pace.over().await;
        idle.push(window.worked().await? - before);
    }
    setting.work("a step without a key", &idle);
    for _ in 0..LETTERS {
        costs.push(cost(window, &mut pace, "e").await?);
    }
    window.until(&format!("seen.keys.length >= {LETTERS}")).await?;
    setting.spread("key press to paint", &window.numbers("seen.keys").await?);
    setting.work("key", &costs);
    Ok(())
}

/// Enter, which ends a card and begins the next beside it; then its first letter.
async fn cards(window: &Window, setting: Setting) -> Result<()> {
    window.ask("seen.keys = []; seen.fields = []").await?;
    let (mut added, mut begun) = (Vec::new(), Vec::new());
    let mut pace = Pace::every(CARD);
    for number in 1..=CARDS {
        added.push(cost(window, &mut pace, "Enter").await?);
        window.until(&format!("seen.fields.length >= {number}")).await?;
        begun.push(cost(window, &mut pace, "e").await?);
    }
    window.until(&format!("seen.keys.length >= {CARDS}")).await?;
    setting.spread("add a card, Enter to its field painted", &window.numbers("seen.fields").await?);
    setting.spread("add a card, its first letter to paint", &window.numbers("seen.keys").await?);
    setting.work("add a card", &added);
    setting.work("first letter of a card", &begun);
    Ok(())
}

/// What the main thread spends on a key, and on what it put off, until the step is over.
async fn cost(window: &Window, pace: &mut Pace, key: &str) -> Result<f64> {
    let before = window.worked().await?;
    window.key(key).await?;
    pace.over().await;
    Ok(window.worked().await? - before)
}
