//! What a screen reader hears: Chromium's own accessibility tree, kept as it was approved.

use anyhow::Result;
use serde_json::{Value, json};
use stories::{Browser, Look, Page, Relay, heard};
use thirtyfour::Key;

use super::together::small;

/// A page on an example, and how many cards that has.
async fn example(relay: &Relay, browser: &Browser) -> Result<(Page, usize)> {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/examples/staff-support.json");
    let json = std::fs::read_to_string(file)?;
    let cards = serde_json::from_str::<Value>(&json)?["cards"].as_array().map_or(0, Vec::len);
    let project = relay.project(Some(json)).await?;
    let page = browser.visit(&project.editor).await?;
    page.saved("relay").await?;
    Ok((page, cards))
}

#[tokio::test]
async fn k8_a_screen_reader_hears_an_example_row_by_row() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::open(Look::DESK).await?;
    let (page, _) = example(&relay, &browser).await?;
    page.button("Outline").await?;
    page.until("document.querySelector('.row') !== null").await?;
    page.settled().await?;
    page.driver.execute("document.querySelector('.row').focus()", vec![]).await?;
    page.until("document.activeElement?.matches('.row')").await?;
    heard::is_as_kept(&heard::tree(&page, "Outline").await?, "outline.txt")
}

#[tokio::test]
async fn k11_a_screen_reader_hears_an_example_card_by_card() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::open(Look::DESK).await?;
    let (page, cards) = example(&relay, &browser).await?;
    // Cards out of sight are not in the page: all of it is shown.
    page.chord(&[Key::Alt, Key::Shift], "f").await?;
    page.until(&format!("document.querySelectorAll('.cards [data-card]').length === {cards}")).await?;
    page.settled().await?;
    heard::is_as_kept(&heard::tree(&page, "Driver diagram").await?, "picture.txt")
}

/// What is closed, not linked and selected is said, in the picture and in the outline.
#[tokio::test]
async fn k11_what_is_closed_loose_or_selected_is_heard() -> Result<()> {
    let relay = Relay::start()?;
    let mut project: Value = serde_json::from_str(&small())?;
    let loose = json!({ "id": "i1", "level": "idea", "text": "Loose", "status": "testing" });
    project["cards"].as_array_mut().unwrap().push(loose);
    let project = relay.project(Some(project.to_string())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.button("Both").await?;
    page.until("document.querySelector('.row') !== null").await?;
    page.go_to("p1").await?;
    page.chord(&[Key::Control], Key::Up).await?;
    page.until("document.querySelector('.cards [data-card=p1]').ariaExpanded === 'false'").await?;
    page.press(Key::Down).await?;
    page.press(" ").await?;
    page.until("document.querySelector('.cards [data-card=p2]').ariaSelected === 'true'").await?;
    page.settled().await?;
    let (picture, outline) =
        (heard::tree(&page, "Driver diagram").await?, heard::tree(&page, "Outline").await?);
    heard::is_as_kept(&format!("{picture}{outline}"), "closed-loose-selected.txt")
}
