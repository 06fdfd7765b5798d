//! Two tabs of one person, and a computer that others use too.

use anyhow::Result;
use stories::{Browser, Look, Relay};
use thirtyfour::Key;

use super::together::{small, write_in};

#[tokio::test]
async fn a6_two_tabs_without_a_network_lose_nothing() -> Result<()> {
    let mut relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.kept().await?;
    let first = browser.driver.window().await?;
    let second = browser.another_tab().await?;
    browser.visit(&project.editor).await?.saved("relay").await?;
    relay.kill()?;
    write_in(&page, &page.card("Flow").await?).await?;
    page.press(" here").await?;
    page.press(Key::Escape).await?;
    page.saved("offline").await?;
    browser.driver.switch_to_window(first).await?;
    write_in(&page, &page.card("Staffing").await?).await?;
    page.press(" there").await?;
    page.press(Key::Escape).await?;
    page.saved("offline").await?;
    // One tab is loaded again without a network: what the other wrote is on the disk of both.
    page.reload().await?;
    page.card("Staffing there").await?;
    page.card("Flow here").await?;
    relay.come_back()?;
    page.saved("relay").await?;
    browser.driver.switch_to_window(second).await?;
    page.card("Staffing there").await?;
    page.saved("relay").await?;
    let other = Browser::open(Look::DESK).await?;
    let other = other.visit(&project.editor).await?;
    other.card("Staffing there").await?;
    other.card("Flow here").await?;
    Ok(())
}

#[tokio::test]
async fn a2_a_shared_computer_is_one_in_every_tab_and_keeps_nothing() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&relay.address("/")).await?;
    page.driver.execute("document.querySelector('.known__shared input').click()", vec![]).await?;
    page.until("document.cookie.includes('tributary_shared=1')").await?;
    browser.another_tab().await?;
    let page = browser.visit(&project.editor).await?;
    write_in(&page, &page.card("Flow").await?).await?;
    page.press(" today").await?;
    page.saved("relay").await?;
    page.until("localStorage.length === 0").await?;
    page.driver
        .execute(
            "indexedDB.databases().then(all => { window.kept = all.length; });
             const open = indexedDB.open('tributary');
             open.onsuccess = () => {
                 const stores = open.result.transaction(['known', 'unsent']);
                 let rows = 0;
                 for (const name of ['known', 'unsent']) {
                     stores.objectStore(name).count().onsuccess = event => { rows += event.target.result; };
                 }
                 stores.oncomplete = () => { window.rows = rows; };
             };",
            vec![],
        )
        .await?;
    page.until("window.rows === 0").await
}
