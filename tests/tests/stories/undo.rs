//! Undo takes back only what is one's own.

use anyhow::Result;
use stories::{Browser, Look, Relay};
use thirtyfour::Key;

use super::together::{small, write_in};

#[tokio::test]
async fn d10_undo_takes_back_only_my_own_edits() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    write_in(&sam, &sam.card("Staffing").await?).await?;
    sam.press(" by Sam").await?;
    sam.press(Key::Escape).await?;
    amina.card("Staffing by Sam").await?;
    write_in(&amina, &amina.card("Flow").await?).await?;
    amina.press(" by Amina").await?;
    sam.card("Flow by Amina").await?;
    sam.chord(&[Key::Control], "z").await?;
    sam.card("Staffing").await?;
    sam.card("Flow by Amina").await?;
    amina.card("Staffing").await?;
    sam.chord(&[Key::Control], "y").await?;
    amina.card("Staffing by Sam").await?;
    Ok(())
}

#[tokio::test]
async fn d10_undoing_a_creation_in_which_somebody_typed_keeps_what_they_typed() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    write_in(&sam, &sam.card("Flow").await?).await?;
    sam.press(Key::Enter).await?;
    sam.writing().await?;
    // Two steps, however slow the machine: the card with its one letter, and another letter later.
    sam.press("X").await?;
    sam.press(Key::Escape).await?;
    write_in(&sam, &sam.card("X").await?).await?;
    sam.press("2").await?;
    sam.press(Key::Escape).await?;
    write_in(&amina, &amina.card("X2").await?).await?;
    amina.press(" for all").await?;
    sam.card("X2 for all").await?;
    sam.chord(&[Key::Control], "z").await?;
    sam.card("X for all").await?;
    sam.chord(&[Key::Control], "z").await?;
    sam.until("![...document.querySelectorAll('.card')].some(card => card.textContent.includes('for all'))")
        .await?;
    sam.button("More").await?;
    sam.button("Deleted cards").await?;
    sam.until("[...document.querySelectorAll('dialog .list__text')].some(row => row.textContent.includes('for all'))").await?;
    sam.button("Restore").await?;
    sam.until("[...document.querySelectorAll('.card')].some(card => card.textContent.includes('for all'))")
        .await
}
