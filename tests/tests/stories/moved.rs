//! Cards that go elsewhere: cut and pasted, moved or linked by a list, dropped while they are shared.

use anyhow::Result;
use serde_json::{Value, json};
use stories::relay::Project;
use stories::{Browser, Look, Page, Relay, fingers};
use thirtyfour::{By, Key};

use super::together::small;

/// The small project with Rotas under both primary drivers, the second link dotted, and a third primary driver.
fn shared() -> String {
    let mut project: Value = serde_json::from_str(&small()).unwrap();
    project["cards"].as_array_mut().unwrap().push(json!({ "id": "p3", "level": "primary", "text": "Beds" }));
    let links = project["links"].as_array_mut().unwrap();
    links.push(json!({ "from": "p3", "to": "aim", "strength": "strong" }));
    links.push(json!({ "from": "s1", "to": "p2", "strength": "weak" }));
    project.to_string()
}

/// Waits until the relay has exactly these links of a card, each with its strength.
async fn works_on(
    page: &Page,
    relay: &Relay,
    (project, card): (&Project, &str),
    expected: Value,
) -> Result<()> {
    page.settled().await?;
    page.saved("relay").await?;
    let file = relay.read(project).await?;
    let links = file["links"].as_array().unwrap().iter().filter(|link| link["from"] == card);
    let mut links: Vec<Value> = links.map(|link| json!([link["to"], link["strength"]])).collect();
    links.sort_by_key(Value::to_string);
    assert_eq!(json!(links), expected, "{file}");
    Ok(())
}

/// Chooses from a card's menu, and then a card from the list that opens.
async fn choose(page: &Page, (from, item, to): (&str, &str, &str)) -> Result<()> {
    page.go_to(from).await?;
    page.chord(&[Key::Shift], Key::F10).await?;
    page.button(item).await?;
    page.until("document.activeElement?.getAttribute('role') === 'combobox'").await?;
    page.press(to).await?;
    page.until("document.querySelectorAll('[role=option]').length === 1").await?;
    page.press(Key::Enter).await?;
    page.until(&format!("document.activeElement?.dataset.card === '{from}'")).await
}

#[tokio::test]
async fn e6_a_card_that_is_cut_goes_with_what_hangs_from_it_and_comes_back_elsewhere() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.go_to("s1").await?;
    page.chord(&[Key::Control], "x").await?;
    page.no_card("Rotas").await?;
    page.go_to("p2").await?;
    page.chord(&[Key::Control], "v").await?;
    let again = page.card("Rotas").await?;
    assert_ne!(again, "s1", "a pasted card is a new one");
    works_on(&page, &relay, (&project, &again), json!([["p2", "strong"]])).await?;
    // Cutting and pasting are a step each.
    page.chord(&[Key::Control], "z").await?;
    page.no_card("Rotas").await?;
    page.chord(&[Key::Control], "z").await?;
    assert_eq!(page.card("Rotas").await?, "s1");
    works_on(&page, &relay, (&project, "s1"), json!([["p1", "strong"]])).await
}

#[tokio::test]
async fn e6_letters_are_cut_from_a_text_and_the_card_stays() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    super::together::write_in(&page, "p2").await?;
    page.chord(&[Key::Control], "a").await?;
    page.chord(&[Key::Control], "x").await?;
    page.until("document.querySelector('[data-card-text]').value === ''").await?;
    page.chord(&[Key::Control], "v").await?;
    page.chord(&[Key::Control], "v").await?;
    page.press(Key::Escape).await?;
    assert_eq!(page.card("FlowFlow").await?, "p2");
    Ok(())
}

#[tokio::test]
async fn e4_a_card_is_moved_to_another_by_a_list() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.card("Rotas").await?;
    choose(&page, ("s1", "Move to…", "Flow")).await?;
    works_on(&page, &relay, (&project, "s1"), json!([["p2", "strong"]])).await?;
    page.chord(&[Key::Control], "z").await?;
    works_on(&page, &relay, (&project, "s1"), json!([["p1", "strong"]])).await
}

#[tokio::test]
async fn k9_a_card_is_put_under_a_second_one_by_a_list() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.card("Rotas").await?;
    choose(&page, ("s1", "Also under…", "Flow")).await?;
    page.until("document.querySelectorAll('.link').length === 4").await?;
    works_on(&page, &relay, (&project, "s1"), json!([["p1", "strong"], ["p2", "strong"]])).await?;
    page.chord(&[Key::Control], "z").await?;
    works_on(&page, &relay, (&project, "s1"), json!([["p1", "strong"]])).await
}

/// Drops the shared card on the third primary driver, and waits for the question.
async fn drop_shared(page: &Page) -> Result<()> {
    page.card("Rotas").await?;
    let (from, to) = (fingers::middle(page, "s1").await?, fingers::middle(page, "p3").await?);
    let rotas = page.driver.find(By::Css("[data-card=s1]")).await?;
    let hand = page.driver.action_chain().click_and_hold_element(&rotas).move_by_offset(to.0 - from.0, 0);
    hand.move_by_offset(0, to.1 - from.1).perform().await?;
    page.until("document.querySelector('.drop[data-kind=inside]') !== null").await?;
    page.driver.action_chain().release().perform().await?;
    page.until("document.querySelector('[role=menu]')?.ariaLabel.includes('“Beds”')").await
}

#[tokio::test]
async fn k7_a_shared_card_that_is_dropped_asks_whether_it_moves_or_also_stands_here() -> Result<()> {
    let relay = Relay::start()?;
    for (answer, links) in [
        ("Move here", json!([["p2", "weak"], ["p3", "strong"]])),
        ("Also here", json!([["p1", "strong"], ["p2", "weak"], ["p3", "strong"]])),
        ("Leave it where it was", json!([["p1", "strong"], ["p2", "weak"]])),
    ] {
        let project = relay.project(Some(shared())).await?;
        let browser = Browser::open(Look::DESK).await?;
        let page = browser.visit(&project.editor).await?;
        drop_shared(&page).await?;
        page.button(answer).await?;
        page.until("document.querySelector('[role=menu]') === null").await?;
        works_on(&page, &relay, (&project, "s1"), links).await?;
    }
    Ok(())
}
