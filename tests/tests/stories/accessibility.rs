//! axe-core finds nothing serious on any page or dialog, in light, in dark and on a phone.

use anyhow::Result;
use serde_json::Value;
use stories::{Browser, Faults, Look, Page, Relay, axe};
use thirtyfour::{By, Key};

use super::together::small;

/// How something is opened from a card.
enum Way {
    Button(&'static str),
    /// From the menu of the bar.
    More(&'static str),
    /// From the card's menu.
    Card(&'static str),
    Keys(&'static [Key], &'static str),
    /// Some lines are pasted on the card.
    Paste,
}

/// What opens over a project, and how; all of it is closed by Esc.
const OVER: [(&str, Way); 14] = [
    ("Share", Way::Button("Share")),
    ("the menu", Way::Button("More")),
    ("keys", Way::More("Keys")),
    ("pictures", Way::More("Save or copy a picture")),
    ("deleted cards", Way::More("Deleted cards")),
    ("name", Way::More("Your name")),
    ("deleting the project", Way::More("Delete the project")),
    ("colours", Way::Button("Colour by")),
    ("the card's menu", Way::Keys(&[Key::Shift], "\u{e03a}")),
    ("link to", Way::Card("Link to…")),
    ("move to", Way::Card("Move to…")),
    ("also under", Way::Card("Also under…")),
    ("palette", Way::Keys(&[Key::Control], "k")),
    ("paste", Way::Paste),
];

/// What opens beside it: its name, its button, and what is there then.
const BESIDE: [(&str, &str, &str); 5] = [
    ("details", "Details", ".details"),
    ("check", "Check", ".advice"),
    ("filter", "Filter", "[data-filter-text]"),
    ("outline", "Outline", ".row"),
    ("picture", "Picture", ".canvas"),
];

const OPEN: &str = "document.querySelector('dialog[open], [role=menu]') !== null";

async fn open(page: &Page, way: &Way) -> Result<()> {
    match way {
        Way::Button(name) => page.button(name).await?,
        Way::More(name) => {
            page.button("More").await?;
            page.button(name).await?;
        }
        Way::Card(name) => {
            page.chord(&[Key::Shift], Key::F10).await?;
            page.button(name).await?;
        }
        Way::Keys(held, key) => page.chord(held, *key).await?,
        Way::Paste => page.paste("Rotas\nBreaks\n").await?,
    }
    page.until(OPEN).await
}

/// What opens over a project is looked at from its first primary driver.
async fn check_over(page: &Page, faults: &mut Faults) -> Result<()> {
    let first = "document.querySelector('[data-level=primary][data-card]').dataset.card";
    let card = page.ask(first).await?.as_str().unwrap_or_default().to_owned();
    page.go_to(&card).await?;
    for (name, way) in &OVER {
        open(page, way).await?;
        page.settled().await?;
        faults.keep(axe::finds_nothing(page, name).await);
        page.press(Key::Escape).await?;
        page.until(&format!("!({OPEN})")).await?;
        page.driver
            .execute(format!("document.querySelector('[data-card=\"{card}\"]').focus()"), vec![])
            .await?;
        page.until(&format!("document.activeElement?.dataset.card === '{card}'")).await?;
    }
    Ok(())
}

async fn check_beside(page: &Page, faults: &mut Faults) -> Result<()> {
    for (name, button, there) in BESIDE {
        page.button(button).await?;
        page.until(&format!("document.querySelector('{there}') !== null")).await?;
        faults.keep(axe::finds_nothing(page, name).await);
    }
    for part in ["Tag", "Owner", "Status"] {
        page.button(part).await?;
        page.until(OPEN).await?;
        faults.keep(axe::finds_nothing(page, part).await);
        page.press(Key::Escape).await?;
        page.until(&format!("!({OPEN})")).await?;
    }
    Ok(())
}

/// A text while it is written, and the notice of what was deleted.
async fn check_writing(page: &Page, faults: &mut Faults) -> Result<()> {
    page.press(Key::F2).await?;
    page.writing().await?;
    faults.keep(axe::finds_nothing(page, "writing").await);
    page.press(Key::Escape).await?;
    page.press(Key::Delete).await?;
    page.until("document.querySelector('.toast') !== null").await?;
    faults.keep(axe::finds_nothing(page, "a notice").await);
    Ok(())
}

async fn check_project(look: Look) -> Result<()> {
    let mut faults = Faults::default();
    let relay = Relay::start()?;
    let browser = Browser::open(look).await?;
    let example =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/examples/crisis-care.json");
    let project = relay.project(Some(std::fs::read_to_string(example)?)).await?;
    let page = browser.visit(&project.owner).await?;
    page.saved("relay").await?;
    faults.keep(axe::finds_nothing(&page, "a project").await);
    let over = check_over(&page, &mut faults).await;
    faults.keep(over);
    let writing = check_writing(&page, &mut faults).await;
    faults.keep(writing);
    let beside = check_beside(&page, &mut faults).await;
    faults.keep(beside);
    // Somebody else is here, writing.
    let other = Browser::open(Look::DESK).await?;
    let sam = other.visit(&project.editor).await?;
    page.until("document.querySelector('[data-people=\"1\"]') !== null").await?;
    let aim = sam.ask("document.querySelector('[data-level=aim][data-card]').dataset.card").await?;
    super::together::write_in(&sam, aim.as_str().unwrap_or_default()).await?;
    page.until("document.querySelector('[data-card][data-writing]') !== null").await?;
    faults.keep(axe::finds_nothing(&page, "somebody who writes").await);
    let blank = relay.project(None).await?;
    faults.keep(axe::finds_nothing(&browser.visit(&blank.editor).await?, "a blank project").await);
    let page = browser.visit(&project.viewer).await?;
    page.until("document.querySelector('[data-role=viewer]') !== null").await?;
    faults.keep(axe::finds_nothing(&page, "a reader's project").await);
    page.chord(&[Key::Alt, Key::Shift], "d").await?;
    page.until("document.querySelector('.details') !== null").await?;
    faults.keep(axe::finds_nothing(&page, "a reader's details").await);
    faults.none()
}

/// The start page, from its question to the project that is forgotten, and what opens nothing.
async fn check_home(look: Look) -> Result<()> {
    let mut faults = Faults::default();
    let relay = Relay::start()?;
    let browser = Browser::open(look).await?;
    let project = relay.project(Some(small())).await?;
    browser.visit(&project.owner).await?.saved("relay").await?;
    let page = browser.visit(&relay.address("/")).await?;
    page.until("document.querySelector('.known__title') !== null").await?;
    faults.keep(axe::finds_nothing(&page, "home").await);
    for (name, button) in
        [("examples", "Look at an example"), ("outline", "Paste an outline"), ("forgetting", "Forget")]
    {
        page.button(button).await?;
        page.until("document.querySelector('dialog[open]') !== null").await?;
        faults.keep(axe::finds_nothing(&page, name).await);
        if name == "outline" {
            page.button("Fill in an example").await?;
            page.until("document.querySelector('.columns__card') !== null").await?;
            faults.keep(axe::finds_nothing(&page, "an outline's columns").await);
        }
        page.press(Key::Escape).await?;
        page.until("document.querySelector('dialog[open]') === null").await?;
    }
    page.driver.find(By::Css(".start textarea")).await?.click().await?;
    page.press(Key::Enter).await?;
    page.until("document.querySelector('.start [aria-invalid=true]') !== null").await?;
    faults.keep(axe::finds_nothing(&page, "a sentence that is missing").await);
    page.press("Fewer falls").await?;
    page.press(Key::Enter).await?;
    page.until("document.activeElement?.matches('.start input')").await?;
    faults.keep(axe::finds_nothing(&page, "a question").await);
    let page = browser.visit(&relay.address("/p/gone#wrong")).await?;
    page.until("document.querySelector('main h1')?.checkVisibility()").await?;
    faults.keep(axe::finds_nothing(&page, "a project that is gone").await);
    // This one has the browser's own colours, which axe-core takes for those on white.
    if !look.dark {
        let page = browser.visit(&relay.address("/v/wrong")).await?;
        faults.keep(axe::finds_nothing(&page, "a short address of nothing").await);
    }
    faults.none()
}

/// The page of a browser that cannot run the app.
async fn check_cannot_start(look: Look) -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::with_script(look, "delete window.WebAssembly;").await?;
    let page = browser.visit(&project.editor).await?;
    let heading = page.ask("document.querySelector('main h1').textContent").await?;
    assert_eq!(heading, Value::from("This browser cannot run Tributary"));
    axe::finds_nothing(&page, "cannot start").await
}

#[tokio::test]
async fn w6_nothing_serious_stands_in_anybodys_way_in_a_project_in_light() -> Result<()> {
    check_project(Look::DESK).await
}

#[tokio::test]
async fn w6_nothing_serious_stands_in_anybodys_way_in_a_project_in_dark() -> Result<()> {
    check_project(Look::DARK).await
}

#[tokio::test]
async fn w6_nothing_serious_stands_in_anybodys_way_in_a_project_on_a_phone() -> Result<()> {
    check_project(Look::PHONE).await
}

#[tokio::test]
async fn w6_nothing_serious_stands_in_anybodys_way_at_home() -> Result<()> {
    for look in [Look::DESK, Look::DARK, Look::PHONE] {
        check_home(look).await?;
    }
    Ok(())
}

#[tokio::test]
async fn w6_nothing_serious_stands_in_the_way_of_those_whose_browser_cannot_start() -> Result<()> {
    for look in [Look::DESK, Look::DARK, Look::PHONE] {
        check_cannot_start(look).await?;
    }
    Ok(())
}
