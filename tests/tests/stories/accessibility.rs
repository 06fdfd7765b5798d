//! axe-core finds nothing serious on any page, in light and in dark.

use anyhow::{Context, Result};
use stories::{Browser, Look, Page, Relay};

async fn check(page: &Page) -> Result<()> {
    let axe =
        std::env::var("TRIBUTARY_AXE").context("the task that runs the stories says where axe-core is")?;
    page.driver.execute(std::fs::read_to_string(axe)?, vec![]).await?;
    let run = "const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] }).then(found => done(found.violations
            .filter(fault => ['serious', 'critical'].includes(fault.impact))
            .map(fault => fault.id + ': ' + fault.nodes.map(node => node.html).join(' | '))))";
    let found = page.driver.execute_async(run, vec![]).await?;
    assert_eq!(found.json(), &serde_json::json!([]));
    Ok(())
}

async fn check_pages(look: Look, dialogs: &[&str]) -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::open(look).await?;
    check(&browser.visit(&relay.address("/")).await?).await?;
    let example =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/examples/crisis-care.json");
    let project = relay.project(Some(std::fs::read_to_string(example)?)).await?;
    let page = browser.visit(&project.owner).await?;
    check(&page).await?;
    for dialog in dialogs {
        page.button(dialog).await?;
        page.until("document.querySelector('dialog[open]') !== null").await?;
        check(&page).await?;
        page.button("Close").await?;
        page.until("document.querySelector('dialog[open]') === null").await?;
    }
    for (button, there) in [("Outline", ".row"), ("Check", ".advice"), ("Filter", "[data-filter-text]")] {
        page.button(button).await?;
        page.until(&format!("document.querySelector('{there}') !== null")).await?;
        check(&page).await?;
    }
    page.chord(&[thirtyfour::Key::Control], "k").await?;
    page.until("document.querySelector('[role=combobox]') !== null").await?;
    check(&page).await
}

#[tokio::test]
async fn w6_nothing_serious_stands_in_anybodys_way_in_light() -> Result<()> {
    check_pages(Look::DESK, &["Share", "Keys"]).await
}

#[tokio::test]
async fn w6_nothing_serious_stands_in_anybodys_way_in_dark() -> Result<()> {
    check_pages(Look::DARK, &["Share", "Keys"]).await
}

#[tokio::test]
async fn w6_nothing_serious_stands_in_anybodys_way_on_a_phone() -> Result<()> {
    check_pages(Look::PHONE, &["Share"]).await
}
