//! Beginning a project on the home page, and taking one along as a file.

use anyhow::Result;
use serde_json::Value;
use stories::{Browser, Look, Relay};
use thirtyfour::{By, Key};

/// What the page offers for saving is kept in the page too.
const KEEP_FILES: &str = "
    window.saved = [];
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = blob => {
        blob.text().then(text => window.saved.push(text));
        return make(blob);
    };
";

#[tokio::test]
async fn h9_one_sentence_and_three_answers_make_a_project() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&relay.address("/")).await?;
    page.until("document.querySelector('.start textarea') !== null").await?;
    page.driver.find(By::Css(".start textarea")).await?.click().await?;
    page.press("Fewer falls").await?;
    page.press(Key::Enter).await?;
    page.until("document.activeElement?.matches('.start input')").await?;
    page.press("ward 7").await?;
    page.press(Key::Enter).await?;
    page.until("document.querySelector('.start input')?.value === ''").await?;
    page.button("Don’t know yet").await?;
    page.until("document.body.textContent.includes('Question 3 of 3')").await?;
    page.until("document.activeElement?.matches('.start input')").await?;
    page.press("Christmas").await?;
    page.press(Key::Enter).await?;
    page.card("Fewer falls for ward 7, [how much?], by Christmas").await?;
    page.until("document.querySelector('.bar__title').value === 'Fewer falls'").await?;
    page.saved("relay").await?;
    // This device knows it from now on.
    let page = browser.visit(&relay.address("/")).await?;
    page.until("document.querySelector('.known__title')?.textContent.includes('Fewer falls')").await
}

#[tokio::test]
async fn w8_a_saved_file_opens_elsewhere_as_the_same_project() -> Result<()> {
    let relay = Relay::start()?;
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/examples/crisis-care.json");
    let example: Value = serde_json::from_str(&std::fs::read_to_string(&file)?)?;
    let project = relay.project(Some(example.to_string())).await?;
    let one = Browser::with_script(Look::DESK, KEEP_FILES).await?;
    let page = one.visit(&project.editor).await?;
    page.saved("relay").await?;
    page.button("More").await?;
    page.button("Save as a file").await?;
    page.until("window.saved.length === 1").await?;
    let saved = page.ask("window.saved[0]").await?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("saved.json");
    std::fs::write(&path, saved.as_str().unwrap())?;
    let other = Browser::open(Look::DESK).await?;
    let page = other.visit(&relay.address("/")).await?;
    page.until("document.querySelector('input[type=file]') !== null").await?;
    page.driver.find(By::Css("input[type=file]")).await?.send_keys(path.display().to_string()).await?;
    page.until("document.querySelector('[data-ready=true]') !== null").await?;
    page.saved("relay").await?;
    let address = page.driver.current_url().await?.to_string();
    let id = address.split("/p/").nth(1).unwrap().split('#').next().unwrap().to_owned();
    let again = stories::relay::Project { id, owner: String::new(), editor: address, viewer: String::new() };
    let (before, after) = (relay.read(&project).await?, relay.read(&again).await?);
    for part in ["title", "cards", "links", "charter", "measures", "cycles"] {
        assert_eq!(before[part], after[part], "{part}");
    }
    Ok(())
}

#[tokio::test]
async fn h10_a_broken_file_is_refused_in_one_line_and_nothing_is_made() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&relay.address("/")).await?;
    let folder = tempfile::tempdir()?;
    for (name, text) in
        [("broken.json", "{\"format\": "), ("newer.json", r#"{"format":"tributary/project","version":99}"#)]
    {
        let path = folder.path().join(name);
        std::fs::write(&path, text)?;
        page.until("document.querySelector('input[type=file]') !== null").await?;
        page.driver.find(By::Css("input[type=file]")).await?.send_keys(path.display().to_string()).await?;
        page.until(&format!("document.querySelector('main').textContent.includes('{name}')")).await?;
        assert_eq!(page.ask("location.pathname").await?, "/");
    }
    page.until("document.querySelector('.known__title') === null").await
}
