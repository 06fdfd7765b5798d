//! Behind a proxy that blocks WebSockets.

use anyhow::Result;
use stories::{Browser, Look, Relay};
use thirtyfour::Key;

use super::together::{small, write_in};

#[tokio::test]
async fn a4_two_edit_together_where_one_of_them_has_no_sockets() -> Result<()> {
    let mut relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::behind_proxy(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    write_in(&sam, &sam.card("Staffing").await?).await?;
    sam.press(" at night").await?;
    amina.card("Staffing at night").await?;
    amina.until("document.querySelector('[data-card=p1] .card__who') !== null").await?;
    write_in(&amina, &amina.card("Flow").await?).await?;
    amina.press(" of patients").await?;
    sam.card("Flow of patients").await?;
    sam.saved("relay").await?;
    relay.kill()?;
    sam.press(" and days").await?;
    sam.saved("offline").await?;
    relay.come_back()?;
    amina.card("Staffing at night and days").await?;
    sam.press(Key::Escape).await?;
    sam.saved("relay").await
}
