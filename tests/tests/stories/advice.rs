//! Advice beside the diagram: found, gone to, put aside, mended.

use anyhow::Result;
use serde_json::{Value, json};
use stories::{Browser, Look, Page, Relay};
use thirtyfour::Key;

use super::together::{small, write_in};

/// Opens the list and waits until the keyboard is in it.
async fn open_check(page: &Page) -> Result<()> {
    page.card("Staffing").await?;
    page.button("Check").await?;
    page.until("document.activeElement?.hasAttribute('data-advice-title')").await
}

/// Waits until a finding, a matter, or what is put aside is in the list.
async fn lists(page: &Page, what: &str, key: &str) -> Result<()> {
    page.until(&format!("document.querySelector({}) !== null", json!(format!("[data-{what}='{key}']")))).await
}

/// Waits until it is not any more.
async fn lists_no(page: &Page, what: &str, key: &str) -> Result<()> {
    page.until(&format!("document.querySelector({}) === null", json!(format!("[data-{what}='{key}']")))).await
}

/// Presses a button of a row.
async fn press_in(page: &Page, (what, key): (&str, &str), words: &str) -> Result<()> {
    let row = json!(format!("[data-{what}='{key}']"));
    let find = format!(
        "[...document.querySelector({row}).querySelectorAll('button')].find(button => button.textContent.trim() === {})",
        json!(words)
    );
    page.until(&format!("{find} !== undefined")).await?;
    page.ask(&format!("{find}.click()")).await?;
    Ok(())
}

/// The small project with a change to it.
fn changed(change: impl FnOnce(&mut Value)) -> Result<String> {
    let mut project: Value = serde_json::from_str(&small())?;
    change(&mut project);
    Ok(project.to_string())
}

#[tokio::test]
async fn n6_the_list_is_shut_until_it_is_asked_for_and_leads_to_the_card() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.card("Staffing").await?;
    page.until("document.querySelector('.advice') === null").await?;
    open_check(&page).await?;
    lists(&page, "finding", "VA1/aim").await?;
    press_in(&page, ("finding", "VA1/aim"), "Go there").await?;
    page.until("document.activeElement?.dataset.card === 'aim'").await?;
    page.until("document.querySelector('.advice') !== null").await?;
    // One panel at a time.
    page.chord(&[Key::Alt, Key::Shift], "d").await?;
    page.until("document.querySelector('.advice') === null").await?;
    page.until("document.querySelector('.details [data-card-note]') !== null").await
}

#[tokio::test]
async fn v2_not_for_us_is_said_for_the_team_and_taken_back() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    open_check(&sam).await?;
    open_check(&amina).await?;
    lists(&amina, "finding", "VA1/aim").await?;
    press_in(&sam, ("finding", "VA1/aim"), "Not for us").await?;
    lists(&sam, "aside", "VA1/aim").await?;
    lists(&amina, "aside", "VA1/aim").await?;
    lists_no(&amina, "finding", "VA1/aim").await?;
    // Where the button was, the keyboard has not been lost.
    sam.until("document.activeElement?.closest('.advice') !== null").await?;
    sam.ask("[...document.querySelectorAll('.toast button')].find(button => button.textContent.trim() === 'Undo').click()")
        .await?;
    lists(&sam, "finding", "VA1/aim").await?;
    lists(&amina, "finding", "VA1/aim").await?;
    press_in(&amina, ("finding", "VA1/aim"), "Not for us").await?;
    lists(&sam, "aside", "VA1/aim").await?;
    press_in(&sam, ("aside", "VA1/aim"), "Take it up again").await?;
    lists(&amina, "finding", "VA1/aim").await
}

#[tokio::test]
async fn n7_the_list_follows_while_somebody_writes() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    open_check(&amina).await?;
    lists_no(&amina, "finding", "VD3/p1").await?;
    write_in(&sam, &sam.card("Staffing").await?).await?;
    sam.press(Key::Home).await?;
    sam.press("Introduce ").await?;
    lists(&amina, "finding", "VD3/p1").await?;
    amina.until("document.activeElement?.hasAttribute('data-advice-title')").await
}

#[tokio::test]
async fn n2_a_link_that_cannot_be_drawn_is_taken_away_by_one_tap_and_brought_back() -> Result<()> {
    let relay = Relay::start()?;
    let crossed = changed(|project| {
        let link = json!({ "from": "p1", "to": "p2", "strength": "strong" });
        project["links"].as_array_mut().unwrap().push(link);
    })?;
    let project = relay.project(Some(crossed)).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    open_check(&page).await?;
    lists(&page, "matter", "link/p1>p2").await?;
    press_in(&page, ("matter", "link/p1>p2"), "Take the link away").await?;
    lists_no(&page, "matter", "link/p1>p2").await?;
    page.ask("[...document.querySelectorAll('.toast button')].find(button => button.textContent.trim() === 'Undo').click()")
        .await?;
    lists(&page, "matter", "link/p1>p2").await
}

#[tokio::test]
async fn n1_a_card_that_is_not_linked_is_linked_from_the_list() -> Result<()> {
    let relay = Relay::start()?;
    let alone = changed(|project| {
        let card = json!({ "id": "i1", "level": "idea", "text": "Huddle at eight" });
        project["cards"].as_array_mut().unwrap().push(card);
    })?;
    let project = relay.project(Some(alone)).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    open_check(&page).await?;
    lists(&page, "matter", "unlinked").await?;
    press_in(&page, ("unlinked", "i1"), "Link to…").await?;
    page.until("document.querySelector('dialog[open]') !== null").await?;
    page.press("Rotas").await?;
    page.press(Key::Enter).await?;
    lists_no(&page, "matter", "unlinked").await
}

#[tokio::test]
async fn n5_a_second_aim_becomes_a_primary_driver() -> Result<()> {
    let relay = Relay::start()?;
    let two = changed(|project| {
        let card = json!({ "id": "zaim", "level": "aim", "text": "Kinder words" });
        project["cards"].as_array_mut().unwrap().push(card);
    })?;
    let project = relay.project(Some(two)).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    open_check(&page).await?;
    lists(&page, "matter", "aim/zaim").await?;
    press_in(&page, ("matter", "aim/zaim"), "Make it a primary driver").await?;
    lists_no(&page, "matter", "aim/zaim").await?;
    page.saved("relay").await?;
    let file = relay.read(&project).await?;
    let links = file["links"].as_array().unwrap();
    assert!(links.iter().any(|link| link["from"] == "zaim" && link["to"] == "aim"), "{file}");
    Ok(())
}
