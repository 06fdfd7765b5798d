//! The line is lost, the relay is killed, the page is loaded again without a network: nothing is lost.

use anyhow::Result;
use stories::{Browser, Look, Relay};
use thirtyfour::Key;

use super::together::{small, write_in};

#[tokio::test]
async fn r1_work_goes_on_while_the_relay_is_killed_and_comes_together_when_it_is_back() -> Result<()> {
    let mut relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    sam.saved("relay").await?;
    relay.kill()?;
    write_in(&sam, &sam.card("Staffing").await?).await?;
    sam.press(" at night").await?;
    write_in(&amina, &amina.card("Flow").await?).await?;
    amina.press(" of patients").await?;
    sam.saved("offline").await?;
    amina.saved("offline").await?;
    relay.come_back()?;
    sam.card("Flow of patients").await?;
    amina.card("Staffing at night").await?;
    sam.saved("relay").await?;
    amina.saved("relay").await
}

#[tokio::test]
async fn r1_what_was_acknowledged_is_there_after_the_relay_was_killed() -> Result<()> {
    let mut relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let one = Browser::open(Look::DESK).await?;
    let sam = one.visit(&project.editor).await?;
    write_in(&sam, &sam.card("Staffing").await?).await?;
    sam.press(" kept").await?;
    sam.saved("relay").await?;
    relay.kill()?;
    drop(one);
    relay.come_back()?;
    let other = Browser::open(Look::DESK).await?;
    other.visit(&project.editor).await?.card("Staffing kept").await?;
    Ok(())
}

#[tokio::test]
async fn w5_a_page_reloaded_offline_shows_everything_and_merges_later() -> Result<()> {
    let mut relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let one = Browser::open(Look::DESK).await?;
    let sam = one.visit(&project.editor).await?;
    sam.kept().await?;
    relay.kill()?;
    write_in(&sam, &sam.card("Staffing").await?).await?;
    sam.press(" offline").await?;
    sam.press(Key::Escape).await?;
    sam.saved("offline").await?;
    sam.reload().await?;
    sam.card("Staffing offline").await?;
    relay.come_back()?;
    sam.saved("relay").await?;
    let other = Browser::open(Look::DESK).await?;
    other.visit(&project.editor).await?.card("Staffing offline").await?;
    Ok(())
}

#[tokio::test]
async fn n4_who_wrote_in_a_card_that_somebody_deleted_meanwhile_is_told_and_brings_it_back() -> Result<()> {
    let mut relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    sam.saved("relay").await?;
    amina.saved("relay").await?;
    relay.kill()?;
    amina.go_to("p2").await?;
    amina.press(Key::Delete).await?;
    amina.until("document.querySelector('.cards [data-card=p2]') === null").await?;
    write_in(&sam, "p2").await?;
    sam.press(" of patients").await?;
    sam.press(Key::Escape).await?;
    sam.saved("offline").await?;
    amina.saved("offline").await?;
    relay.come_back()?;
    sam.until("document.querySelector('.toast')?.textContent.includes('Somebody deleted this card')").await?;
    sam.button("Restore the card").await?;
    sam.card("Flow of patients").await?;
    amina.card("Flow of patients").await?;
    Ok(())
}
