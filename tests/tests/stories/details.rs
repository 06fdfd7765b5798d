//! The details of a card, with two people at once.

use anyhow::Result;
use serde_json::json;
use stories::{Browser, Look, Page, Relay};
use thirtyfour::{By, Key};

use super::together::{small, write_in};

/// Opens the details of a card, with the keyboard in them.
async fn open_details(page: &Page, card: &str) -> Result<()> {
    page.go_to(card).await?;
    page.chord(&[Key::Alt, Key::Shift], "d").await?;
    page.until("document.activeElement?.hasAttribute('data-card-note')").await
}

/// Writes into a field of the page.
async fn fill(page: &Page, field: &str, text: &str) -> Result<()> {
    page.until(&format!("document.querySelector({}) !== null", json!(field))).await?;
    page.driver.find(By::Css(field)).await?.click().await?;
    page.press(text).await
}

/// Waits until the details say something.
async fn says(page: &Page, part: &str, text: &str) -> Result<()> {
    page.until(&format!("document.querySelector({})?.innerText.includes({})", json!(part), json!(text))).await
}

#[tokio::test]
async fn i3_a_comment_a_reply_and_its_end_are_seen_by_the_other_at_once() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    open_details(&sam, &sam.card("Staffing").await?).await?;
    open_details(&amina, &amina.card("Staffing").await?).await?;
    fill(&sam, "[data-comments] textarea", "Which wards?").await?;
    sam.chord(&[Key::Control], Key::Enter).await?;
    says(&amina, "[data-thread]", "Which wards?").await?;
    amina
        .until("document.querySelector('[data-card=p1] [data-badge=comments]')?.dataset.count === '1'")
        .await?;
    amina.button("Reply to").await?;
    fill(&amina, ".thread__reply textarea", "All of them").await?;
    amina.button("Send").await?;
    says(&sam, "[data-thread]", "All of them").await?;
    sam.until("document.querySelector('[data-card=p1] [data-badge=comments]')?.dataset.count === '2'")
        .await?;
    sam.button("Resolve the comment").await?;
    amina.until("document.querySelector('[data-thread]') === null").await?;
    amina.until("document.querySelector('[data-card=p1] [data-badge]') === null").await?;
    amina.button("1 resolved").await?;
    says(&amina, "[data-settled]", "Which wards?").await?;
    sam.saved("relay").await?;
    let file = relay.read(&project).await?;
    assert_eq!(file["comments"].as_array().map(Vec::len), Some(2), "{file}");
    Ok(())
}

#[tokio::test]
async fn i1_an_address_that_is_no_page_is_refused_and_stays_in_its_field() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    open_details(&page, &page.card("Staffing").await?).await?;
    fill(&page, "[data-address] input", "javascript:alert(1)").await?;
    page.press(Key::Tab).await?;
    says(&page, "[data-address] [role=alert]", "https://").await?;
    page.until("document.querySelector('[data-address] input').value === 'javascript:alert(1)'").await?;
    page.until("document.querySelector('[data-address] a') === null").await?;
    page.driver.find(By::Css("[data-address] input")).await?.click().await?;
    page.chord(&[Key::Control], "a").await?;
    page.press("example.org/film").await?;
    page.press(Key::Tab).await?;
    page.until("document.querySelector('[data-address] a')?.href === 'https://example.org/film'").await?;
    page.until("document.querySelector('[data-address] a').rel === 'noopener noreferrer'").await?;
    page.until("document.querySelector('[data-address] [role=alert]') === null").await
}

#[tokio::test]
async fn i2_a_tag_is_added_and_removed_with_the_keyboard() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    open_details(&sam, &sam.card("Staffing").await?).await?;
    open_details(&amina, &amina.card("Staffing").await?).await?;
    fill(&sam, "[data-tags] input", "nights,rota").await?;
    sam.press(Key::Enter).await?;
    says(&amina, "[data-tags]", "nights").await?;
    says(&amina, "[data-tags]", "rota").await?;
    amina.button("Remove the tag “nights”").await?;
    sam.until("document.querySelectorAll('[data-tags] li').length === 1").await?;
    amina.until("document.activeElement?.closest('[data-tags]') !== null").await
}

#[tokio::test]
async fn i4_the_caret_and_the_selection_of_the_other_are_seen_inside_the_card() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    amina.card("Staffing").await?;
    write_in(&sam, &sam.card("Staffing").await?).await?;
    let left = "parseFloat(document.querySelector('[data-card=p1] .caret').style.left)";
    amina.until("document.querySelector('[data-card=p1] .caret') !== null").await?;
    let end = amina.ask(left).await?.as_f64().unwrap();
    sam.press(Key::Home).await?;
    amina.until(&format!("{left} < {end} - 30")).await?;
    sam.chord(&[Key::Shift], Key::End).await?;
    amina.until("parseFloat(document.querySelector('[data-card=p1] .range')?.style.width) > 30").await?;
    sam.press(Key::Escape).await?;
    amina.until("document.querySelector('[data-card=p1] .caret') === null").await
}

#[tokio::test]
async fn i4_who_writes_in_the_note_is_named_beside_it() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    open_details(&sam, &sam.card("Staffing").await?).await?;
    open_details(&amina, &amina.card("Staffing").await?).await?;
    sam.press("Long nights").await?;
    amina.until("document.querySelector('[data-card-note]').value === 'Long nights'").await?;
    says(&amina, ".details", "is writing here").await
}
