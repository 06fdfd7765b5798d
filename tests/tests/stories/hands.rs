//! With a mouse, and with a finger.

use anyhow::Result;
use serde_json::{Value, json};
use stories::fingers::{self, middle};
use stories::{Browser, Look, Page, Relay};
use thirtyfour::By;
use thirtyfour::common::command::Command;

use super::together::small;

/// One finger, and where it goes.
async fn finger(page: &Page, actions: &[Value]) -> Result<()> {
    if std::env::var("TRIBUTARY_STORIES_IN").is_ok_and(|name| name != "chromium") {
        return finger_by_driver(page, actions).await;
    }
    // What Chromium's driver makes of a finger is no tap to it.
    for (at, action) in actions.iter().enumerate() {
        let place = || (action["x"].as_i64().unwrap(), action["y"].as_i64().unwrap());
        let goes_down = actions.get(at + 1).is_some_and(|next| next["type"] == "pointerDown");
        match action["type"].as_str() {
            Some("pointerMove") if goes_down => fingers::down(page, &[place()]).await?,
            Some("pointerMove") => fingers::go(page, &[place()]).await?,
            Some("pointerUp") => fingers::up(page, &[]).await?,
            _ => {}
        }
    }
    Ok(())
}

async fn finger_by_driver(page: &Page, actions: &[Value]) -> Result<()> {
    let finger = json!({ "id": "finger", "type": "pointer", "parameters": { "pointerType": "touch" }, "actions": actions });
    page.driver.cmd(Command::PerformActions(json!([finger]).into())).await?;
    Ok(())
}

fn to((x, y): (i64, i64)) -> Value {
    json!({ "type": "pointerMove", "x": x, "y": y, "duration": 0 })
}

fn down() -> Value {
    json!({ "type": "pointerDown", "button": 0 })
}

fn up() -> Value {
    json!({ "type": "pointerUp", "button": 0 })
}

async fn tap(page: &Page, at: (i64, i64)) -> Result<()> {
    finger(page, &[to(at), down(), up()]).await
}

/// Waits until the relay knows that a card works on these and nothing else.
async fn works_on(
    page: &Page,
    relay: &Relay,
    (project, card): (&stories::relay::Project, &str),
    parents: &[&str],
) -> Result<()> {
    page.saved("relay").await?;
    let file = relay.read(project).await?;
    let links = file["links"].as_array().unwrap().iter().filter(|link| link["from"] == card);
    let to: Vec<&str> = links.map(|link| link["to"].as_str().unwrap()).collect();
    assert_eq!(to, parents);
    Ok(())
}

#[tokio::test]
async fn k3_a_card_is_dragged_to_another_parent_and_back_by_undo() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.card("Rotas").await?;
    let (from, to) = (middle(&page, "s1").await?, middle(&page, "p2").await?);
    let rotas = page.driver.find(By::Css("[data-card=s1]")).await?;
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let hand = page.driver.action_chain().click_and_hold_element(&rotas).move_by_offset(x / 2, y / 2);
    hand.perform().await?;
    page.until("document.querySelector('[data-lifted]') !== null").await?;
    page.driver.action_chain().move_by_offset(x - x / 2, y - y / 2).perform().await?;
    page.until("document.querySelector('.drop[data-kind=inside]') !== null").await?;
    page.driver.action_chain().release().perform().await?;
    page.until("document.querySelector('[data-lifted]') === null").await?;
    works_on(&page, &relay, (&project, "s1"), &["p2"]).await?;
    page.chord(&[thirtyfour::Key::Control], "z").await?;
    page.settled().await?;
    works_on(&page, &relay, (&project, "s1"), &["p1"]).await
}

#[tokio::test]
async fn k4_a_finger_selects_writes_and_after_a_hold_moves_a_card() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::PHONE).await?;
    let page = browser.visit(&project.editor).await?;
    page.button("Picture").await?;
    page.card("Staffing").await?;
    let staffing = middle(&page, "p1").await?;
    tap(&page, staffing).await?;
    page.until("document.activeElement?.dataset.card === 'p1'").await?;
    tap(&page, middle(&page, "p1").await?).await?;
    page.writing().await?;
    page.press("!").await?;
    page.card("Staffing!").await?;
    tap(&page, (30, middle(&page, "aim").await?.1 + 160)).await?;
    page.until("document.querySelector('[data-card-text]') === null").await?;
    let (flow, above) = (middle(&page, "p2").await?, middle(&page, "p1").await?);
    finger(&page, &[to(flow), down()]).await?;
    page.until("document.querySelector('[data-lifted]') !== null").await?;
    finger(&page, &[to((flow.0, flow.1 - 20))]).await?;
    finger(&page, &[to((above.0, above.1 - 20))]).await?;
    page.until("document.querySelector('.drop[data-kind=line]') !== null").await?;
    finger(&page, &[up()]).await?;
    page.until(
        "document.querySelector('[data-card=p2]').getBoundingClientRect().top
            < document.querySelector('[data-card=p1]').getBoundingClientRect().top",
    )
    .await
}

/// How large the picture is.
async fn zoom(page: &Page) -> Result<f64> {
    let matrix = "new DOMMatrix(getComputedStyle(document.querySelector('.ground')).transform).a";
    Ok(page.ask(matrix).await?.as_f64().unwrap())
}

#[tokio::test]
async fn k4_two_fingers_zoom_around_what_is_between_them_and_lift_nothing() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::PHONE).await?;
    let page = browser.visit(&project.editor).await?;
    page.button("Picture").await?;
    page.card("Staffing").await?;
    page.settled().await?;
    let (before, (x, y)) = (zoom(&page).await?, middle(&page, "p1").await?);
    // Both on a card, as it happens: neither lifts it, and what is between them stays there.
    fingers::down(&page, &[(x - 30, y)]).await?;
    fingers::down(&page, &[(x - 30, y), (x + 30, y)]).await?;
    for by in [45, 60] {
        fingers::go(&page, &[(x - by, y), (x + by, y)]).await?;
    }
    page.settled().await?;
    page.until("document.querySelector('[data-lifted]') === null").await?;
    let larger = zoom(&page).await?;
    assert!((larger / before - 2.0).abs() < 0.1, "{before} became {larger}");
    let under = format!("document.elementFromPoint({x}, {y})?.closest('[data-card]')?.dataset.card");
    assert_eq!(page.ask(&under).await?, "p1");
    fingers::go(&page, &[(x - 30, y), (x + 30, y)]).await?;
    fingers::up(&page, &[(x - 30, y)]).await?;
    fingers::up(&page, &[]).await?;
    page.settled().await?;
    let again = zoom(&page).await?;
    assert!((again / before - 1.0).abs() < 0.05, "{before} became {again}");
    works_on(&page, &relay, (&project, "p1"), &["aim"]).await
}

#[tokio::test]
async fn k3_a_mouse_with_shift_draws_a_frame_and_takes_what_it_touches() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.card("Rotas").await?;
    let (one, other) = (middle(&page, "p1").await?, middle(&page, "p2").await?);
    // From between the columns, across both primary drivers.
    let left = page
        .ask("Math.round(document.querySelector('[data-card=p1]').getBoundingClientRect().left) - 12")
        .await?;
    let left = left.as_i64().unwrap();
    let hand = page
        .driver
        .action_chain()
        .move_to(left, one.1 - 10)
        .key_down(thirtyfour::Key::Shift)
        .click_and_hold();
    hand.move_to(left + 20, one.1).move_to(other.0, other.1).perform().await?;
    page.until("document.querySelector('.marquee')?.offsetHeight > 20").await?;
    page.driver.action_chain().release().key_up(thirtyfour::Key::Shift).perform().await?;
    page.until("document.querySelector('.marquee') === null").await?;
    let selected = "[...document.querySelectorAll('.cards [aria-selected=true]')].map(card => card.dataset.card).sort().join(' ')";
    page.settled().await?;
    assert_eq!(page.ask(selected).await?, "p1 p2");
    // What was taken is what is acted on, and the ground has not moved.
    assert_eq!(middle(&page, "p1").await?, one);
    page.driver.execute("document.querySelector('[data-card=p1]').focus()", vec![]).await?;
    page.press(thirtyfour::Key::Delete).await?;
    page.until("document.querySelectorAll('.cards [data-card]').length === 1").await
}
