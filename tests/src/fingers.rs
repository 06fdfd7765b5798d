//! Fingers on Chromium's screen: what its driver makes of them is no tap to it.

use anyhow::Result;
use serde_json::{Value, json};

use crate::Page;

/// Where a finger is.
pub type Place = (i64, i64);

/// The middle of what is seen of a card.
pub async fn middle(page: &Page, card: &str) -> Result<Place> {
    let place = page
        .ask(&format!(
            "(() => {{ const box = document.querySelector('[data-card={card}]').getBoundingClientRect();
                const right = Math.min(box.right, innerWidth);
                return [Math.round((box.x + right) / 2), Math.round(box.y + box.height / 2)]; }})()"
        ))
        .await?;
    Ok((place[0].as_i64().unwrap_or_default(), place[1].as_i64().unwrap_or_default()))
}

/// Puts fingers down; those that are down already are named again.
pub async fn down(page: &Page, fingers: &[Place]) -> Result<()> {
    touch(page, "touchStart", fingers).await
}

/// Moves all fingers that are down.
pub async fn go(page: &Page, fingers: &[Place]) -> Result<()> {
    touch(page, "touchMove", fingers).await
}

/// Takes all fingers away but these.
pub async fn up(page: &Page, left: &[Place]) -> Result<()> {
    touch(page, "touchEnd", left).await
}

async fn touch(page: &Page, kind: &str, fingers: &[Place]) -> Result<()> {
    let points: Vec<Value> =
        fingers.iter().enumerate().map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id })).collect();
    let event = json!({ "type": kind, "touchPoints": points });
    page.driver.cdp().send_raw("Input.dispatchTouchEvent", event).await?;
    Ok(())
}
