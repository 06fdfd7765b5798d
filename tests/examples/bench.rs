//! What a person waits for in a browser: a project that opens, a letter that appears, an edit that reaches the other
//! window. One line of JSON per figure.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs)]

use anyhow::{Context, Result};
use serde_json::{Value, json};
use stories::{Browser, Look, Page, Relay};
use thirtyfour::Key;

/// Cards of the projects that are opened.
const COUNTS: [usize; 4] = [50, 200, 1_000, 5_000];
/// Letters that are typed for one figure.
const LETTERS: usize = 200;

/// Runs before the page's own scripts: notes when data comes, when cards are painted, and how long a key press takes.
const WATCH: &str = "
    window.seen = { data: null, painted: null, keys: [], typed: [], shown: [] };
    const painted = call => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => call(performance.now());
        channel.port2.postMessage(0);
    });
    window.WebSocket = class extends WebSocket {
        constructor(...all) {
            super(...all);
            this.addEventListener('message', message => {
                if (message.data.byteLength > 2000) window.seen.data = performance.now();
            });
        }
    };
    new MutationObserver((_, observer) => {
        if (document.querySelector('[data-card]') === null) return;
        observer.disconnect();
        painted(now => { window.seen.painted = now; });
    }).observe(document, { childList: true, subtree: true });
    window.addEventListener('keydown', event => {
        if (event.key.length !== 1) return;
        const began = event.timeStamp;
        painted(now => window.seen.keys.push(now - began));
    }, true);
";

/// A card that can be clicked.
const IN_SIGHT: &str = "[...document.querySelectorAll('[data-card]')].find(card => {
    const { x, y } = card.getBoundingClientRect();
    return document.elementFromPoint(x + 9, y + 9)?.closest('[data-card]') === card;
}).dataset.card";

#[tokio::main]
async fn main() -> Result<()> {
    let relay = Relay::start()?;
    for count in COUNTS {
        open(&relay, count).await?;
    }
    together(&relay).await
}

/// A browser that notes times in every page it opens.
async fn watched() -> Result<Browser> {
    Browser::with_script(Look::DESK, WATCH).await
}

/// A project of that many cards: from its data to its picture, and typing in one of its cards.
async fn open(relay: &Relay, count: usize) -> Result<()> {
    let project = relay.project(Some(project(count))).await?;
    let browser = watched().await?;
    let page = browser.visit(&project.editor).await?;
    page.until("window.seen.painted !== null").await?;
    let took = page.ask("window.seen.painted - window.seen.data").await?.as_f64().context("a time")?;
    figure(&format!("open {count} cards, data to painted"), took, "ms");
    let id = page.ask(IN_SIGHT).await?;
    write_in(&page, id.as_str().context("a card")?).await?;
    for _ in 0..LETTERS {
        page.press("e").await?;
    }
    page.until(&format!("window.seen.keys.length >= {LETTERS}")).await?;
    let times = numbers(&page.ask("window.seen.keys").await?);
    spread(&format!("key press to paint in {count} cards"), times);
    Ok(())
}

/// Two windows: from a letter typed in one to the frame that shows it in the other.
async fn together(relay: &Relay) -> Result<()> {
    let project = relay.project(Some(project(50))).await?;
    let (one, other) = (watched().await?, watched().await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    let id = sam.ask(IN_SIGHT).await?;
    let id = id.as_str().context("a card")?;
    write_in(&sam, id).await?;
    amina.until(&format!("document.querySelector('[data-card={id}]') !== null")).await?;
    amina
        .driver
        .execute(
            "const card = document.querySelector(`[data-card=${arguments[0]}]`);
             const letters = () => (card.textContent.match(/§/g) ?? []).length;
             const look = () => {
                 const now = performance.timeOrigin + performance.now();
                 while (window.seen.shown.length < letters()) window.seen.shown.push(now);
             };
             new MutationObserver(() => requestAnimationFrame(look)).observe(card, { childList: true, subtree: true, characterData: true });",
            vec![json!(id)],
        )
        .await?;
    sam.driver
        .execute(
            "window.seen.typed = [];
             document.addEventListener('keydown', event => {
                 if (event.key === '§') window.seen.typed.push(performance.timeOrigin + event.timeStamp);
             }, true);",
            vec![],
        )
        .await?;
    for number in 1..=LETTERS {
        sam.press("§").await?;
        if number % 10 == 0 {
            // As many as a word has letters, so that neither window runs away from the other.
            amina.until(&format!("window.seen.shown.length >= {number}")).await?;
        }
    }
    let typed = numbers(&sam.ask("window.seen.typed").await?);
    let shown = numbers(&amina.ask("window.seen.shown").await?);
    spread("edit to other window", shown.iter().zip(&typed).map(|(shown, typed)| shown - typed).collect());
    Ok(())
}

async fn write_in(page: &Page, card: &str) -> Result<()> {
    page.go_to(card).await?;
    page.press(Key::Enter).await?;
    page.writing().await
}

/// Project JSON of that many cards: a tree that is as wide as it takes to have no more than five levels.
fn project(count: usize) -> String {
    let levels = ["aim", "primary", "secondary", "tertiary", "idea"];
    let wide = (1_usize..).find(|wide| (0..5).map(|depth| wide.pow(depth)).sum::<usize>() >= count).unwrap();
    let parent = |number: usize| (number - 1) / wide;
    let depth =
        |number: usize| std::iter::successors(Some(number), |at| (*at > 0).then(|| parent(*at))).count() - 1;
    let card = |number: usize| {
        let text = format!("One sentence that says what card {number} is about");
        json!({ "id": format!("c{number}"), "level": levels[depth(number)], "text": text })
    };
    let cards: Vec<_> = (0..count).map(card).collect();
    let links: Vec<_> = (1..count)
        .map(|number| {
            let (from, to) = (format!("c{number}"), format!("c{}", parent(number)));
            json!({ "from": from, "to": to, "strength": "strong" })
        })
        .collect();
    json!({
        "format": "tributary/project", "version": 1, "title": "Measured",
        "charter": { "why": "", "scope": "", "team": [], "messages": { "why": "", "what": "", "benefits": "" }, "milestones": [] },
        "cards": cards, "links": links, "measures": [], "cycles": [],
    })
    .to_string()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

fn spread(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    for percent in [50, 95, 99] {
        figure(&format!("{name}, p{percent}"), times[(times.len() - 1) * percent / 100], "ms");
    }
}

fn figure(name: &str, value: f64, unit: &str) {
    println!("{}", json!({ "name": name, "value": value, "unit": unit }));
}
