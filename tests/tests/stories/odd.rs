//! What nobody expects: a card that goes while one writes in it, very long and very odd texts.

use anyhow::Result;
use serde_json::json;
use stories::{Browser, Look, Page, Relay};
use thirtyfour::Key;

use super::together::{small, write_in};

/// Puts a text into the field that is being written in, as a paste of one line does.
async fn insert(page: &Page, text: &str) -> Result<()> {
    let script = "const field = document.querySelector('[data-card-text]');
        field.setRangeText(arguments[0], field.selectionStart, field.selectionEnd, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));";
    page.driver.execute(script, vec![json!(text)]).await?;
    Ok(())
}

#[tokio::test]
async fn d4_a_card_that_is_deleted_while_somebody_writes_in_it_keeps_the_words() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    write_in(&sam, &sam.card("Flow").await?).await?;
    sam.press(" of").await?;
    amina.go_to(&amina.card("Flow of").await?).await?;
    amina.press(Key::Delete).await?;
    amina.no_card("Flow of").await?;
    sam.until("document.body.textContent.includes('Somebody deleted this card')").await?;
    sam.press(" patients").await?;
    sam.button("Restore the card").await?;
    sam.press(Key::Escape).await?;
    sam.card("Flow of patients").await?;
    amina.card("Flow of patients").await?;
    Ok(())
}

#[tokio::test]
async fn d9_long_and_odd_texts_arrive_whole() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    let odd = "مرحبا שלום 👩🏽‍⚕️👨‍👩‍👧‍👦🏳️‍🌈 a\u{200B}b\u{200D}c\u{2060}d e\u{301}\u{323} \u{202E}right\u{202C} ";
    let text = odd.repeat(10_000 / odd.chars().count() + 1);
    let text: String = text.chars().take(10_000).collect();
    write_in(&sam, &sam.card("Flow").await?).await?;
    insert(&sam, &text).await?;
    sam.press("!").await?;
    sam.press(Key::Escape).await?;
    sam.saved("relay").await?;
    let expected = format!("Flow{text}!");
    let file = relay.read(&project).await?;
    let cards = file["cards"].as_array().unwrap();
    let flow = cards.iter().find(|card| card["id"] == "p2").unwrap();
    assert_eq!(flow["text"].as_str().unwrap(), expected);
    write_in(&amina, "p2").await?;
    amina.until("document.querySelector('[data-card-text]').value.endsWith('!')").await?;
    let theirs = amina.ask("document.querySelector('[data-card-text]').value").await?;
    assert_eq!(theirs.as_str().unwrap(), expected);
    amina.press(Key::Backspace).await?;
    sam.until("document.querySelector('[data-card=p2]').textContent.trimEnd().endsWith('!') === false").await
}
