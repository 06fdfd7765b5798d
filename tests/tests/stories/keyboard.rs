//! With the keyboard alone.

use anyhow::Result;
use stories::{Browser, Look, Relay};
use thirtyfour::Key;

use super::together::{small, write_in};

#[tokio::test]
async fn k1_a_diagram_is_drawn_with_the_keyboard_alone() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(None).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.button("Write the aim").await?;
    page.writing().await?;
    page.press("Fewer falls").await?;
    page.press(Key::Enter).await?;
    page.until("document.activeElement?.dataset.level === 'primary'").await?;
    page.press("Footwear").await?;
    page.press(Key::Enter).await?;
    page.until("document.activeElement?.dataset.level === 'primary' && document.activeElement.value === ''")
        .await?;
    page.press("Lighting").await?;
    page.press(Key::Tab).await?;
    page.until("document.activeElement?.dataset.level === 'secondary'").await?;
    page.press("Night lights").await?;
    page.press(Key::Escape).await?;
    for card in ["Fewer falls", "Footwear", "Lighting", "Night lights"] {
        page.card(card).await?;
    }
    page.until("document.querySelectorAll('.link').length === 3").await?;
    // ← leads to the parent, Alt+Shift+↑ moves it before its sibling.
    page.press(Key::Left).await?;
    let lighting = page.card("Lighting").await?;
    page.until(&format!("document.activeElement?.dataset.card === '{lighting}'")).await?;
    page.chord(&[Key::Alt, Key::Shift], Key::Up).await?;
    let footwear = page.card("Footwear").await?;
    let top =
        |id: &str| format!("document.querySelector('[data-card=\"{id}\"]').getBoundingClientRect().top");
    page.until(&format!("{} < {}", top(&lighting), top(&footwear))).await?;
    page.saved("relay").await
}

#[tokio::test]
async fn k1_keys_that_are_pressed_quickly_lead_where_slow_ones_do() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.go_to(&page.card("Shorter waits").await?).await?;
    let hands = page.driver.action_chain().send_keys(Key::Right).send_keys(Key::Down);
    hands.send_keys(" ").send_keys(Key::Up).send_keys(" ").perform().await?;
    page.settled().await?;
    page.until("document.activeElement?.dataset.card === 'p1'").await?;
    let selected = page
        .ask("[...document.querySelectorAll('[data-selected]')].map(card => card.dataset.card).sort()")
        .await?;
    assert_eq!(selected, serde_json::json!(["p1", "p2"]));
    page.press(Key::Delete).await?;
    page.no_card("Staffing").await?;
    page.no_card("Flow").await
}

#[tokio::test]
async fn k6_tab_always_leaves_the_picture_and_never_traps() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.go_to(&page.card("Flow").await?).await?;
    page.chord(&[Key::Shift], Key::Tab).await?;
    page.until("document.activeElement?.closest('[role=tree]') === null").await?;
    page.press(Key::Tab).await?;
    page.until("document.activeElement?.dataset.card === 'p2'").await?;
    page.press(Key::Tab).await?;
    page.until("document.activeElement?.closest('[role=tree]') === null").await?;
    Ok(())
}

#[tokio::test]
async fn e2_deleting_offers_to_keep_what_hung_from_the_card() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.go_to(&page.card("Staffing").await?).await?;
    page.press(Key::Delete).await?;
    page.no_card("Staffing").await?;
    page.no_card("Rotas").await?;
    page.button("Keep").await?;
    page.card("Rotas").await?;
    page.chord(&[Key::Control], "z").await?;
    page.chord(&[Key::Control], "z").await?;
    page.card("Staffing").await?;
    Ok(())
}

#[tokio::test]
async fn p1_a_reader_sees_everything_and_changes_nothing() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, reader) = (one.visit(&project.editor).await?, other.visit(&project.viewer).await?);
    reader.until("document.querySelector('[data-role=viewer]') !== null").await?;
    reader.go_to(&reader.card("Flow").await?).await?;
    reader.press(Key::Delete).await?;
    write_in(&sam, &sam.card("Flow").await?).await?;
    sam.press(" seen").await?;
    reader.card("Flow seen").await?;
    Ok(())
}
