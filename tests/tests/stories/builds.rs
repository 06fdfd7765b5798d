//! The app is renewed while people have it open.

use anyhow::Result;
use stories::{Browser, Build, Look, Page, Relay};
use thirtyfour::Key;

use super::together::{small, write_in};

/// Whether the page says that there is a newer version.
const NEWER: &str = "document.querySelector('.notices').textContent.includes('A new version')";

/// What a script gives to `done`.
async fn told(page: &Page, script: &str) -> Result<serde_json::Value> {
    let script = format!("const done = arguments[arguments.length - 1]; {script}");
    Ok(page.driver.execute_async(script, vec![]).await?.json().clone())
}

/// Looks for a newer build, as browsers do now and then, and gives what became of its worker.
async fn look(page: &Page) -> Result<serde_json::Value> {
    let script = "navigator.serviceWorker.getRegistration().then(async registration => {
        await registration.update();
        const worker = registration.installing ?? registration.waiting;
        const say = () => ['activated', 'redundant'].includes(worker.state) && done(worker.state);
        if (worker === null) return done('none');
        worker.addEventListener('statechange', say);
        say();
    })";
    told(page, script).await
}

#[tokio::test]
async fn o1_a_newer_build_is_offered_and_a_reload_loses_nothing() -> Result<()> {
    let build = Build::copy()?;
    let mut relay = Relay::over(&build)?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.kept().await?;
    relay.kill()?;
    build.renew()?;
    relay.come_back()?;
    page.driver.execute("window.dispatchEvent(new Event('online'))", vec![]).await?;
    page.until(NEWER).await?;
    // Nobody is torn out of what they do; the edit is made without a relay, and the new build comes from the device.
    relay.kill()?;
    write_in(&page, &page.card("Staffing").await?).await?;
    page.press(" kept").await?;
    page.press(Key::Escape).await?;
    page.saved("offline").await?;
    page.button("Reload").await?;
    page.until("document.documentElement.dataset.build === '2'").await?;
    page.card("Staffing kept").await?;
    relay.come_back()?;
    page.saved("relay").await?;
    assert_eq!(look(&page).await?, "none");
    assert_eq!(page.ask(NEWER).await?, false);
    Ok(())
}

#[tokio::test]
async fn o2_a_page_of_the_build_before_finds_its_files_until_it_is_closed() -> Result<()> {
    let build = Build::copy()?;
    let relay = Relay::over(&build)?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.kept().await?;
    let old = build.start()?;
    build.renew()?;
    assert_eq!(look(&page).await?, "activated");
    page.until(NEWER).await?;
    let status = format!("fetch('/{old}', {{ cache: 'no-store' }}).then(answer => done(answer.status))");
    assert_eq!(told(&page, &status).await?, 200);
    // The next person begins with the new build alone.
    browser.driver.goto("about:blank").await?;
    let page = browser.visit(&relay.address("/")).await?;
    page.until("document.documentElement.dataset.build === '2'").await?;
    page.driver
        .execute("setInterval(() => caches.keys().then(kept => { window.kept = kept.length; }), 10)", vec![])
        .await?;
    page.until("window.kept === 1").await?;
    assert_eq!(told(&page, &status).await?, 404);
    Ok(())
}

#[tokio::test]
async fn o3_a_build_that_does_not_come_whole_leaves_the_one_before() -> Result<()> {
    let build = Build::copy()?;
    let mut relay = Relay::over(&build)?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.kept().await?;
    build.renew()?;
    build.take("favicon.svg")?;
    assert_eq!(look(&page).await?, "redundant");
    assert_eq!(page.ask(NEWER).await?, false);
    relay.kill()?;
    page.reload().await?;
    page.card("Staffing").await?;
    assert_eq!(page.ask("document.documentElement.dataset.build ?? 'old'").await?, "old");
    Ok(())
}

#[tokio::test]
async fn o3_a_file_that_was_lost_from_the_device_comes_by_the_network() -> Result<()> {
    let build = Build::copy()?;
    let relay = Relay::over(&build)?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.kept().await?;
    let lose = format!(
        "caches.keys().then(async ([name]) => done(await (await caches.open(name)).delete('/{}')))",
        build.start()?
    );
    assert_eq!(told(&page, &lose).await?, true);
    page.reload().await?;
    page.card("Staffing").await?;
    Ok(())
}

#[tokio::test]
async fn o4_a_relay_that_is_replaced_while_a_page_loads_is_told_and_loaded_again() -> Result<()> {
    let build = Build::copy()?;
    let relay = Relay::over(&build)?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let start = build.start()?;
    let script = build.take(&start)?;
    let page = browser.visit(&project.editor).await?;
    page.until("document.querySelector('main h1').textContent === 'A part of Tributary did not arrive'")
        .await?;
    build.put(&start, &script)?;
    page.driver.execute("document.querySelector('main a').click()", vec![]).await?;
    page.card("Staffing").await?;
    Ok(())
}
