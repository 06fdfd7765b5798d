//! Two people at once.

use anyhow::Result;
use stories::{Browser, Look, Page, Relay};
use thirtyfour::Key;

/// A project with an aim, two primary drivers and a secondary one.
pub(super) fn small() -> String {
    serde_json::json!({
        "format": "tributary/project", "version": 1, "title": "Small",
        "charter": { "why": "", "scope": "", "team": [], "messages": { "why": "", "what": "", "benefits": "" }, "milestones": [] },
        "cards": [
            { "id": "aim", "level": "aim", "text": "Shorter waits" },
            { "id": "p1", "level": "primary", "text": "Staffing" },
            { "id": "p2", "level": "primary", "text": "Flow" },
            { "id": "s1", "level": "secondary", "text": "Rotas" },
        ],
        "links": [
            { "from": "p1", "to": "aim", "strength": "strong" },
            { "from": "p2", "to": "aim", "strength": "strong" },
            { "from": "s1", "to": "p1", "strength": "strong" },
        ],
        "measures": [], "cycles": [],
    })
    .to_string()
}

/// Opens a card for writing with the caret at its end.
pub(super) async fn write_in(page: &Page, card: &str) -> Result<()> {
    page.go_to(card).await?;
    page.press(Key::Enter).await?;
    page.writing().await
}

#[tokio::test]
async fn r5_a_letter_typed_in_one_browser_appears_in_another() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    write_in(&sam, &sam.card("Staffing").await?).await?;
    sam.press("!").await?;
    amina.card("Staffing!").await?;
    sam.saved("relay").await?;
    amina.until("document.querySelector('[data-people=\"1\"]') !== null").await?;
    amina.until("document.querySelector('[data-card=p1] .card__who') !== null").await
}

#[tokio::test]
async fn d9_two_people_type_in_one_card_and_both_texts_stay() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    write_in(&sam, &sam.card("Flow").await?).await?;
    write_in(&amina, &amina.card("Flow").await?).await?;
    amina.press(Key::Home).await?;
    for (end, start) in " at night 👩🏽‍⚕️".chars().zip("Patient: flow ".chars()) {
        sam.press(end.to_string()).await?;
        amina.press(start.to_string()).await?;
    }
    let text = |page: Page| async move { page.ask("document.querySelector('[data-card-text]').value").await };
    let expected = "Patient: flow";
    sam.until(&format!("document.querySelector('[data-card-text]').value.startsWith({expected:?})")).await?;
    amina.until("document.querySelector('[data-card-text]').value.includes('Flow at night')").await?;
    let (own, their) = (text(sam.clone()).await?, text(amina.clone()).await?);
    assert_eq!(own, their);
    assert!(!own.as_str().unwrap().contains('\u{FFFD}'), "{own}");
    Ok(())
}

#[tokio::test]
async fn d3_a_card_linked_while_its_parent_is_deleted_stays_in_sight() -> Result<()> {
    let mut relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    sam.go_to(&sam.card("Rotas").await?).await?;
    amina.go_to(&amina.card("Flow").await?).await?;
    // Without a relay, Sam puts the secondary driver under Flow, while Amina deletes Flow.
    relay.kill()?;
    sam.chord(&[Key::Alt, Key::Shift], "l").await?;
    sam.until("document.activeElement?.tagName === 'INPUT'").await?;
    sam.press("Flow").await?;
    sam.press(Key::Enter).await?;
    sam.until("document.querySelectorAll('.link').length === 4").await?;
    amina.press(Key::Delete).await?;
    amina.no_card("Flow").await?;
    relay.come_back()?;
    sam.no_card("Flow").await?;
    sam.card("Rotas").await?;
    amina.card("Rotas").await?;
    sam.saved("relay").await
}
