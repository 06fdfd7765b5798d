//! With a mouse, and with a finger.

use anyhow::Result;
use serde_json::{Value, json};
use stories::{Browser, Look, Page, Relay};
use thirtyfour::By;
use thirtyfour::common::command::Command;

use super::together::small;

/// Where the middle of what is seen of a card is on the screen.
async fn middle(page: &Page, card: &str) -> Result<(i64, i64)> {
    let place = page
        .ask(&format!(
            "(() => {{ const box = document.querySelector('[data-card={card}]').getBoundingClientRect();
                const right = Math.min(box.right, innerWidth);
                return [Math.round((box.x + right) / 2), Math.round(box.y + box.height / 2)]; }})()"
        ))
        .await?;
    Ok((place[0].as_i64().unwrap(), place[1].as_i64().unwrap()))
}

/// One finger, and where it goes.
async fn finger(page: &Page, actions: &[Value]) -> Result<()> {
    if std::env::var("TRIBUTARY_STORIES_IN").is_ok_and(|name| name != "chromium") {
        return finger_by_driver(page, actions).await;
    }
    // What Chromium's driver makes of a finger is no tap to it.
    for (at, action) in actions.iter().enumerate() {
        let before = |kind: &str| actions.get(at + 1).is_some_and(|next| next["type"] == kind);
        let (kind, point) = match action["type"].as_str() {
            Some("pointerMove") if before("pointerDown") => ("touchStart", Some(action)),
            Some("pointerMove") => ("touchMove", Some(action)),
            Some("pointerUp") => ("touchEnd", None),
            _ => continue,
        };
        let points: Vec<Value> = point.map(|at| json!({ "x": at["x"], "y": at["y"] })).into_iter().collect();
        let event = json!({ "type": kind, "touchPoints": points });
        page.driver.cdp().send_raw("Input.dispatchTouchEvent", event).await?;
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
