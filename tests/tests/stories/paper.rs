//! On paper: the diagram of the screen on sheets of their own, and of other pages what is read.

use anyhow::Result;
use serde_json::json;
use stories::{Browser, Look, Relay, sight};
use thirtyfour::Key;

use super::pictures::example;
use super::together::small;

/// What the sheets say, without what stands between the letters.
const SAID: &str = "[...document.querySelectorAll('.print__sheet text')].map(text => text.textContent).join('').replace(/\\s+/g, '')";

#[tokio::test]
async fn w11_the_diagram_is_printed_a_sheet_a_page_and_nothing_else_of_the_screen() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::open(Look::DARK).await?;
    let (page, file) = example(&relay, &browser, "whole-system-flow.json").await?;
    sight::on(&page, Some("print")).await?;
    page.until("document.querySelectorAll('.print__sheet').length > 1").await?;
    let sheets = page.ask("document.querySelectorAll('.print__sheet').length").await?;
    let others = "[...document.querySelectorAll('body *')].filter(each => each.closest('.print') === null && each.checkVisibility()).map(each => each.outerHTML.slice(0, 80))";
    assert_eq!(page.ask(others).await?, json!([]));
    let said = page.ask(SAID).await?;
    for card in file["cards"].as_array().unwrap() {
        let text: String = card["text"].as_str().unwrap().split_whitespace().collect();
        assert!(said.as_str().unwrap().contains(&text), "not on paper: {text}");
    }
    sight::on(&page, None).await?;
    page.until(
        "document.querySelector('.print') === null && document.querySelector('.canvas').checkVisibility()",
    )
    .await?;
    let pages = sight::printed(&page).await?;
    assert_eq!(json!(pages.len()), sheets);
    assert!(pages.iter().all(|(width, height)| width > height), "{pages:?}");
    // The page is as it was before.
    page.until(
        "document.querySelector('.print') === null && document.querySelector('.canvas').checkVisibility()",
    )
    .await
}

#[tokio::test]
async fn w11_paper_shows_what_the_screen_shows_and_in_light_colours() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DARK).await?;
    let page = browser.visit(&project.editor).await?;
    page.go_to("p1").await?;
    page.chord(&[Key::Control], Key::Up).await?;
    page.until("document.querySelector('.cards [data-card=s1]') === null").await?;
    sight::on(&page, Some("print")).await?;
    page.until("document.querySelectorAll('.print__sheet').length === 1").await?;
    let said = page.ask(SAID).await?;
    let said = said.as_str().unwrap();
    assert!(said.contains("Staffing") && said.contains("Flow") && !said.contains("Rotas"), "{said}");
    // Letters are dark in a dark room too, save those of the aim, which stand on a dark ground.
    let ink = "[...document.querySelectorAll('.print__sheet text')].filter(text => !'Shorter waits'.includes(text.textContent)).map(text => getComputedStyle(text).fill.match(/\\d+/g).slice(0, 3).map(Number)).filter(([red, green, blue]) => red + green + blue > 450).length";
    assert_eq!(page.ask(ink).await?, 0);
    Ok(())
}

#[tokio::test]
async fn w11_of_the_start_page_paper_has_what_is_read() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&relay.address("/")).await?;
    sight::on(&page, Some("print")).await?;
    page.until(
        "[...document.querySelectorAll('.button, .skip, .notices')].every(each => !each.checkVisibility())",
    )
    .await?;
    page.until("document.querySelector('main h1, main h2').checkVisibility()").await?;
    assert!(!sight::printed(&page).await?.is_empty());
    Ok(())
}
