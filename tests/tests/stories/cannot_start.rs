//! Browsers that cannot run the app.

use anyhow::Result;
use serde_json::json;
use stories::{Browser, Look, Relay};

use super::together::small;

const NO_WEBASSEMBLY: &str = "delete window.WebAssembly;";
/// What browsers before 2023 answer.
const OLD_STYLES: &str = "CSS.supports = () => false;";
const IN_WELSH: &str = "
    delete window.WebAssembly;
    Object.defineProperty(Navigator.prototype, 'language', { get: () => 'cy-GB' });
";

#[tokio::test]
async fn o5_a_browser_without_webassembly_is_told_what_to_do_with_the_link() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::with_script(Look::DESK, NO_WEBASSEMBLY).await?;
    let page = browser.visit(&project.viewer).await?;
    page.until("document.querySelector('main h1').textContent === 'This browser cannot run Tributary'")
        .await?;
    let address = json!(project.viewer);
    page.until(&format!("document.querySelector('main').textContent.includes({address})")).await?;
    // The address for reading leads back into the app as yet: said instead of opened, because it would say the same.
    page.driver.execute("document.querySelector('main a').click()", vec![]).await?;
    page.until(
        "document.querySelector('main').textContent.includes('There is no page for reading here yet')",
    )
    .await?;
    assert_eq!(page.ask("location.href").await?, address);
    Ok(())
}

#[tokio::test]
async fn o5_a_browser_that_is_too_old_does_not_start_half_drawn() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::with_script(Look::DESK, OLD_STYLES).await?;
    let page = browser.visit(&relay.address("/")).await?;
    page.until("document.querySelector('main h1').textContent === 'This browser cannot run Tributary'")
        .await?;
    assert_eq!(page.ask("document.querySelectorAll('main').length").await?, 1);
    assert_eq!(page.ask("document.querySelector('main a')").await?, json!(null));
    Ok(())
}

#[tokio::test]
async fn o5_it_is_told_in_welsh_to_those_who_read_welsh() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::with_script(Look::DESK, IN_WELSH).await?;
    let page = browser.visit(&relay.address("/")).await?;
    page.until("document.querySelector('main h1').textContent === 'Ni all y porwr hwn redeg Tributary'")
        .await?;
    assert_eq!(page.ask("document.documentElement.lang").await?, "cy");
    Ok(())
}

#[tokio::test]
async fn o5_without_scripts_the_page_says_what_it_needs() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::open(Look::DESK).await?;
    let off = json!({ "value": true });
    browser.driver.cdp().send_raw("Emulation.setScriptExecutionDisabled", off).await?;
    browser.driver.goto(relay.address("/")).await?;
    let page = stories::Page::new(browser.driver.clone());
    let seen = page.ask("document.querySelector('main').innerText").await?;
    let seen = seen.as_str().unwrap();
    assert!(seen.contains("Tributary needs JavaScript") && seen.contains("Mae angen JavaScript"), "{seen}");
    assert!(!seen.contains("Opening"), "{seen}");
    Ok(())
}

#[tokio::test]
async fn o6_the_app_can_be_installed() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&relay.address("/")).await?;
    page.until("navigator.serviceWorker.controller !== null").await?;
    let cdp = browser.driver.cdp();
    let faults = cdp.send_raw("Page.getInstallabilityErrors", json!({})).await?;
    assert_eq!(faults["installabilityErrors"], json!([]));
    let manifest = cdp.send_raw("Page.getAppManifest", json!({})).await?;
    assert_eq!(manifest["errors"], json!([]));
    Ok(())
}
