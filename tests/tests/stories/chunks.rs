//! What a first look does not need comes later, or says that it did not.

use anyhow::Result;
use stories::{Browser, Build, Look, Page, Relay};
use thirtyfour::Key;

use super::together::small;

const FAILED: &str = "document.querySelector('[data-later=again]') !== null";
const DIALOG: &str = "document.querySelector('dialog[open] .dialog__body') !== null";
const NO_DIALOG: &str = "document.querySelector('dialog[open]') === null";

/// Opens the list of commands with the keyboard on a card.
async fn ask_for_palette(page: &Page) -> Result<()> {
    page.go_to(&page.card("Staffing").await?).await?;
    page.chord(&[Key::Control], "k").await
}

#[tokio::test]
async fn o7_a_chunk_that_cannot_be_fetched_is_told_and_can_be_tried_again() -> Result<()> {
    let build = Build::copy()?;
    let chunks = build.take_chunks()?;
    let relay = Relay::over(&build)?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    ask_for_palette(&page).await?;
    // The keyboard is on the button that tries again.
    page.until("document.activeElement?.matches('[data-later=again]') === true").await?;
    page.press(Key::Enter).await?;
    page.until(FAILED).await?;
    build.put_back(&chunks)?;
    page.until("document.activeElement?.matches('[data-later=again]') === true").await?;
    page.press(Key::Enter).await?;
    page.until(DIALOG).await?;
    page.press(Key::Escape).await?;
    page.until(NO_DIALOG).await
}

#[tokio::test]
async fn o7_the_start_page_that_cannot_be_fetched_is_told_and_can_be_tried_again() -> Result<()> {
    let build = Build::copy()?;
    let chunks = build.take_chunks()?;
    let relay = Relay::over(&build)?;
    let browser = Browser::open(Look::DESK).await?;
    browser.driver.goto(relay.address("/")).await?;
    let page = Page::new(browser.driver.clone());
    page.until(FAILED).await?;
    build.put_back(&chunks)?;
    page.button("Try again").await?;
    page.until("document.querySelector('.home__main') !== null").await
}

#[tokio::test]
async fn o7_what_comes_in_chunks_works_without_a_network_after_the_first_visit() -> Result<()> {
    let mut relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.kept().await?;
    relay.kill()?;
    page.reload().await?;
    ask_for_palette(&page).await?;
    page.until(DIALOG).await?;
    page.press(Key::Escape).await?;
    page.until(NO_DIALOG).await?;
    page.go_to(&page.card("Staffing").await?).await?;
    page.chord(&[Key::Alt, Key::Shift], "d").await?;
    page.until("document.querySelector('[data-details-title]') !== null").await?;
    page.driver.goto(relay.address("/")).await?;
    page.until("document.querySelector('.home__main') !== null").await
}

/// Holds chunks back until `come()`: they are what is fetched by an address that is not a text.
const HELD_BACK: &str = "
    const plain = window.fetch.bind(window);
    const came = new Promise(come => { window.come = come; });
    window.fetch = (asked, options) =>
        asked instanceof URL ? came.then(() => plain(asked, options)) : plain(asked, options);
";

#[tokio::test]
async fn k10_what_is_typed_while_a_dialog_is_on_its_way_reaches_its_field() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::with_script(Look::DESK, HELD_BACK).await?;
    let page = browser.visit(&project.editor).await?;
    ask_for_palette(&page).await?;
    page.press("undp").await?;
    page.press(Key::Backspace).await?;
    page.press("o").await?;
    page.until("document.querySelector('.later')?.textContent.includes('Opening')").await?;
    page.driver.execute("window.come()", vec![]).await?;
    page.until("document.activeElement?.value === 'undo'").await?;
    // Nothing of it was written on the diagram.
    page.press(Key::Escape).await?;
    page.until(NO_DIALOG).await?;
    page.card("Staffing").await?;
    Ok(())
}
