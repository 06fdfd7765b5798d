//! Big diagrams, looked at in part: closed, alone, filtered, in other colours; found by the palette; in Welsh.

use anyhow::Result;
use serde_json::{Value, json};
use stories::{Browser, Look, Page, Relay};
use thirtyfour::Key;

use super::together::small;

async fn shown(page: &Page, cards: &str) -> Result<()> {
    page.until(&format!(
        "[...document.querySelectorAll('.cards [data-card]')].map(card => card.dataset.card).sort().join(' ') === {}",
        json!(cards)
    ))
    .await
}

/// The small project, with what a filter can find.
fn described() -> String {
    let mut project: Value = serde_json::from_str(&small()).unwrap();
    for card in project["cards"].as_array_mut().unwrap() {
        if card["id"] == "s1" {
            (card["tags"], card["owner"], card["note"]) =
                (json!(["night"]), json!("Sam"), json!("Two weeks ahead"));
        }
        if card["id"] == "p2" {
            card["status"] = json!("testing");
        }
    }
    project.to_string()
}

#[tokio::test]
async fn l13_a_branch_closes_opens_and_is_shown_alone() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    shown(&page, "aim p1 p2 s1").await?;
    page.go_to("p1").await?;
    page.chord(&[Key::Control], Key::Up).await?;
    shown(&page, "aim p1 p2").await?;
    page.until("document.querySelector('[data-card=p1]').ariaExpanded === 'false'").await?;
    page.until("document.querySelector('[data-card=p1] .card__turn').textContent === '+1'").await?;
    page.press(Key::Right).await?;
    shown(&page, "aim p1 p2 s1").await?;
    page.chord(&[Key::Shift], Key::F10).await?;
    page.button("Show this branch alone").await?;
    shown(&page, "aim p1 s1").await?;
    page.until("document.querySelector('.part').textContent.includes('“Staffing” alone: 3 of 4 shown')")
        .await?;
    page.button("Show everything").await?;
    shown(&page, "aim p1 p2 s1").await
}

#[tokio::test]
async fn l15_a_filter_shows_what_fits_with_what_it_hangs_from_and_says_how_much() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(described())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    shown(&page, "aim p1 p2 s1").await?;
    page.button("Filter").await?;
    page.until("document.activeElement?.hasAttribute('data-filter-text')").await?;
    for (words, cards, says) in
        [("ahead", "aim p1 s1", "1 of 4 shown"), ("nothing like it", "aim", "0 of 4 shown")]
    {
        page.driver.execute("document.querySelector('[data-filter-text]').select()", vec![]).await?;
        page.press(words).await?;
        page.until(&format!("document.querySelector('.part').innerText.includes({})", json!(says))).await?;
        shown(&page, cards).await?;
    }
    page.until("document.querySelector('.part').innerText.includes('No card fits')").await?;
    page.press(Key::Escape).await?;
    shown(&page, "aim p1 p2 s1").await?;
    page.button("Filter").await?;
    page.button("Tag").await?;
    page.button("night").await?;
    shown(&page, "aim p1 s1").await?;
    page.until("document.querySelector('.part').dataset.shown === '1'").await
}

#[tokio::test]
async fn l17_colours_say_the_status_and_a_legend_says_which() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(described())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    shown(&page, "aim p1 p2 s1").await?;
    page.button("Colour by").await?;
    page.button("Status").await?;
    page.until(
        "document.querySelector('[data-card=p2]').style.getPropertyValue('--hue') === 'var(--testing)'",
    )
    .await?;
    page.until("document.querySelector('.legend')?.innerText.includes('Testing')").await
}

#[tokio::test]
async fn k9_a_few_letters_find_a_card_or_a_command() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.go_to("aim").await?;
    page.chord(&[Key::Control], "k").await?;
    page.until("document.activeElement?.role === 'combobox' || document.activeElement?.getAttribute('role') === 'combobox'")
        .await?;
    page.press("rot").await?;
    page.until("document.querySelectorAll('[role=option]').length === 1").await?;
    page.press(Key::Enter).await?;
    page.until("document.activeElement?.dataset.card === 's1'").await?;
    page.chord(&[Key::Control], "k").await?;
    page.until("document.activeElement?.getAttribute('role') === 'combobox'").await?;
    page.press("duplic").await?;
    page.until(
        "document.querySelector('[role=option][aria-selected=true]')?.textContent.includes('Duplicate')",
    )
    .await?;
    page.press(Key::Enter).await?;
    page.until("[...document.querySelectorAll('.card')].filter(card => card.textContent.includes('Rotas')).length === 2")
        .await?;
    page.chord(&[Key::Control], "z").await?;
    page.until("[...document.querySelectorAll('.card')].filter(card => card.textContent.includes('Rotas')).length === 1")
        .await
}

#[tokio::test]
async fn e6_cards_go_from_project_to_project_with_all_that_is_said_of_them() -> Result<()> {
    let relay = Relay::start()?;
    let (from, to) = (relay.project(Some(described())).await?, relay.project(Some(small())).await?);
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&from.editor).await?;
    page.go_to("s1").await?;
    page.chord(&[Key::Control], "c").await?;
    page.said("1 card copied").await?;
    let page = browser.visit(&to.editor).await?;
    page.go_to("p2").await?;
    page.chord(&[Key::Control], "v").await?;
    page.until("[...document.querySelectorAll('.card')].filter(card => card.textContent.includes('Rotas')).length === 2")
        .await?;
    page.saved("relay").await?;
    let file = relay.read(&to).await?;
    let copy =
        file["cards"].as_array().unwrap().iter().find(|card| card["note"] == "Two weeks ahead").cloned();
    let copy = copy.expect("the copy has its note");
    assert_eq!((&copy["owner"], &copy["tags"]), (&json!("Sam"), &json!(["night"])));
    let linked =
        file["links"].as_array().unwrap().iter().any(|link| link["from"] == copy["id"] && link["to"] == "p2");
    assert!(linked, "{file}");
    Ok(())
}

#[tokio::test]
async fn w9_the_page_speaks_welsh_from_the_menu_on_and_remembers_it() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.button("More").await?;
    page.button("Cymraeg").await?;
    page.until(
        "document.documentElement.lang === 'cy' && document.querySelector('[data-ready=true]') !== null",
    )
    .await?;
    page.until("document.querySelector('[data-heading=primary]').innerText.includes('Prif yrwyr')").await?;
    let page = browser.visit(&relay.address("/")).await?;
    page.until("document.documentElement.lang === 'cy'").await?;
    page.button("English").await?;
    page.until("document.documentElement.lang === 'en-GB'").await
}

#[tokio::test]
async fn k9_a_link_is_drawn_from_a_cards_handle() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.go_to("s1").await?;
    page.until("document.querySelector('[data-card=s1] .card__handle')?.checkVisibility()").await?;
    let place = |find: &str| {
        format!(
            "(() => {{ const box = document.querySelector({}).getBoundingClientRect(); return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]; }})()",
            json!(find)
        )
    };
    let (from, to) =
        (page.ask(&place("[data-card=s1] .card__handle")).await?, page.ask(&place("[data-card=p2]")).await?);
    let point = |at: &Value| (at[0].as_i64().unwrap(), at[1].as_i64().unwrap());
    let (start, end) = (point(&from), point(&to));
    let hands = page.driver.action_chain().move_to(start.0, start.1).click_and_hold();
    hands.move_to(end.0 + 5, end.1).move_to(end.0, end.1).release().perform().await?;
    page.until("document.querySelectorAll('.link').length === 4").await?;
    page.saved("relay").await?;
    let file = relay.read(&project).await?;
    let linked =
        file["links"].as_array().unwrap().iter().any(|link| link["from"] == "s1" && link["to"] == "p2");
    assert!(linked, "{file}");
    Ok(())
}
