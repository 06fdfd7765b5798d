//! The same project as rows of text.

use anyhow::Result;
use serde_json::{Value, json};
use stories::{Browser, Look, Page, Relay};
use thirtyfour::Key;

use super::together::small;

/// The rows as they stand: depth, text, `+` where closed, `-` where open, `~` where it is only pointed to.
async fn rows(page: &Page) -> Result<String> {
    let rows = page
        .ask(
            "[...document.querySelectorAll('.row')].map(row => row.ariaLevel
                + row.querySelector('.row__text').textContent.replace('↪ ', '')
                + (row.dataset.reference === undefined ? '' : '~')
                + ({ true: '-', false: '+' }[row.ariaExpanded] ?? '')).join(' | ')",
        )
        .await?;
    Ok(rows.as_str().unwrap_or_default().to_owned())
}

async fn are(page: &Page, expected: &str) -> Result<()> {
    let shown = "[...document.querySelectorAll('.row')].map(row => row.ariaLevel
        + row.querySelector('.row__text').textContent.replace('↪ ', '')
        + (row.dataset.reference === undefined ? '' : '~')
        + ({ true: '-', false: '+' }[row.ariaExpanded] ?? '')).join(' | ')";
    let came = page.until(&format!("{shown} === {}", json!(expected))).await;
    if came.is_err() {
        assert_eq!(rows(page).await?, expected);
    }
    came
}

/// Waits until the keyboard is on a row of that text.
async fn on(page: &Page, text: &str) -> Result<()> {
    page.until(&format!(
        "document.activeElement?.classList.contains('row') && document.activeElement.querySelector('.row__text').textContent.replace('↪ ', '') === {}",
        json!(text)
    ))
    .await
}

/// The small project, with Rotas shared and an idea that is not linked.
fn shared() -> String {
    let mut project: Value = serde_json::from_str(&small()).unwrap();
    project["cards"].as_array_mut().unwrap().push(json!({ "id": "i1", "level": "idea", "text": "Loose" }));
    let link = json!({ "from": "s1", "to": "p2", "strength": "weak" });
    project["links"].as_array_mut().unwrap().push(link);
    project.to_string()
}

/// Opens a project as an outline, with the keyboard on its first row.
async fn open(browser: &Browser, address: &str) -> Result<Page> {
    let page = browser.visit(address).await?;
    page.button("Outline").await?;
    page.until("document.querySelector('.row[tabindex=\"0\"]') !== null").await?;
    page.driver.execute("document.querySelector('.row[tabindex=\"0\"]').focus()", vec![]).await?;
    on(&page, "Shorter waits").await?;
    Ok(page)
}

#[tokio::test]
async fn k8_the_keys_of_a_tree_lead_through_the_rows() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(shared())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = open(&browser, &project.editor).await?;
    are(&page, "1Shorter waits- | 2Staffing- | 3Rotas | 2Flow- | 3Rotas~ | 1Loose").await?;
    let table: [(Key, &str); 8] = [
        (Key::Down, "Staffing"),
        (Key::Right, "Rotas"),
        (Key::Left, "Staffing"),
        (Key::End, "Loose"),
        (Key::Up, "Rotas"),
        (Key::Left, "Flow"),
        (Key::Home, "Shorter waits"),
        (Key::Down, "Staffing"),
    ];
    for (key, text) in table {
        page.press(key).await?;
        on(&page, text).await?;
    }
    page.press(Key::Left).await?;
    are(&page, "1Shorter waits- | 2Staffing+ | 2Flow- | 3Rotas~ | 1Loose").await?;
    page.chord(&[Key::Control], Key::Down).await?;
    are(&page, "1Shorter waits- | 2Staffing- | 3Rotas | 2Flow- | 3Rotas~ | 1Loose").await?;
    page.chord(&[Key::Control], Key::Up).await?;
    page.press("*").await?;
    are(&page, "1Shorter waits- | 2Staffing- | 3Rotas | 2Flow- | 3Rotas~ | 1Loose").await?;
    page.press("f").await?;
    on(&page, "Flow").await
}

#[tokio::test]
async fn k8_everything_is_written_moved_and_deleted_from_the_rows() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(shared())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = open(&browser, &project.editor).await?;
    page.press(Key::Down).await?;
    on(&page, "Staffing").await?;
    page.press(Key::Enter).await?;
    page.writing().await?;
    page.press(" at night").await?;
    page.press(Key::Tab).await?;
    page.until(
        "document.activeElement?.hasAttribute('data-card-text') && document.activeElement.value === ''",
    )
    .await?;
    page.press("Bank staff").await?;
    page.press(Key::Enter).await?;
    page.until(
        "document.activeElement?.hasAttribute('data-card-text') && document.activeElement.value === ''",
    )
    .await?;
    page.press("Breaks").await?;
    page.press(Key::Escape).await?;
    on(&page, "Breaks").await?;
    are(
        &page,
        "1Shorter waits- | 2Staffing at night- | 3Rotas | 3Bank staff | 3Breaks | 2Flow- | 3Rotas~ | 1Loose",
    )
    .await?;
    page.chord(&[Key::Alt, Key::Shift], Key::Up).await?;
    are(
        &page,
        "1Shorter waits- | 2Staffing at night- | 3Rotas | 3Breaks | 3Bank staff | 2Flow- | 3Rotas~ | 1Loose",
    )
    .await?;
    on(&page, "Breaks").await?;
    page.press(Key::Delete).await?;
    are(&page, "1Shorter waits- | 2Staffing at night- | 3Rotas | 3Bank staff | 2Flow- | 3Rotas~ | 1Loose")
        .await?;
    page.chord(&[Key::Control], "z").await?;
    on(&page, "Breaks").await?;
    // A row that only points at a card: Enter writes in the same text, its menu takes the link away.
    page.press("f").await?;
    on(&page, "Flow").await?;
    page.press(Key::Down).await?;
    on(&page, "Rotas").await?;
    page.press(Key::Enter).await?;
    page.writing().await?;
    page.press(" made early").await?;
    page.press(Key::Escape).await?;
    on(&page, "Rotas made early").await?;
    page.chord(&[Key::Shift], Key::F10).await?;
    page.button("Remove from here").await?;
    are(
        &page,
        "1Shorter waits- | 2Staffing at night- | 3Rotas made early | 3Breaks | 3Bank staff | 2Flow | 1Loose",
    )
    .await?;
    page.saved("relay").await
}

#[tokio::test]
async fn k8_on_a_phone_the_outline_comes_first_and_a_second_tap_writes() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::PHONE).await?;
    let page = browser.visit(&project.editor).await?;
    are(&page, "1Shorter waits- | 2Staffing- | 3Rotas | 2Flow").await?;
    let row = page.driver.find(thirtyfour::By::Css(".row[data-row=p2]")).await?;
    row.click().await?;
    on(&page, "Flow").await?;
    row.click().await?;
    page.writing().await?;
    page.press(" of patients").await?;
    page.press(Key::Escape).await?;
    on(&page, "Flow of patients").await?;
    page.button("Add inside").await?;
    page.writing().await?;
    page.press("Beds").await?;
    page.press(Key::Escape).await?;
    are(&page, "1Shorter waits- | 2Staffing- | 3Rotas | 2Flow of patients- | 3Beds").await?;
    let wide = page.ask("document.documentElement.scrollWidth <= innerWidth").await?;
    assert_eq!(wide, true, "nothing is wider than the screen");
    page.saved("relay").await
}
