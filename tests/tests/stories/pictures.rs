//! The diagram taken along: as SVG, as PNG, as slides, and its outline as text.

use anyhow::Result;
use serde_json::{Value, json};
use stories::{Browser, Look, Page, Relay};
use thirtyfour::Key;

/// What the page saves and copies is kept in the page: names, texts, and of a PNG the sides that its header says.
/// A page under our policy cannot fetch what it made itself, so each blob is remembered when it gets its address.
const KEEP: &str = "
    window.saved = [];
    window.copied = [];
    window.written = [];
    const blobs = new Map();
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = blob => {
        const address = make(blob);
        blobs.set(address, blob);
        return address;
    };
    const sides = async blob => {
        const bytes = new DataView(await blob.arrayBuffer());
        const isPng = bytes.getUint32(0) === 0x89504e47 && bytes.getUint32(4) === 0x0d0a1a0a;
        return isPng ? [bytes.getUint32(16), bytes.getUint32(20)] : null;
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
        if (!this.download) return click.call(this);
        const blob = blobs.get(this.href);
        const file = { name: this.download, kind: blob.type };
        const told = blob.type === 'image/png'
            ? sides(blob).then(sides => ({ ...file, sides }))
            : blob.text().then(text => ({ ...file, text }));
        told.then(file => window.saved.push(file));
    };
    window.ClipboardItem = class { constructor(items) { this.items = items; } };
    Object.defineProperty(navigator, 'clipboard', { value: {
        write: async ([item]) => {
            const blob = await item.items['image/png'];
            window.copied.push({ kind: blob.type, sides: await sides(blob) });
        },
        writeText: async text => { window.written.push(text); },
    } });
";

/// A page on an example, and the example.
pub(super) async fn example(relay: &Relay, browser: &Browser, name: &str) -> Result<(Page, Value)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/examples");
    let json = std::fs::read_to_string(folder.join(name))?;
    let project = relay.project(Some(json.clone())).await?;
    let page = browser.visit(&project.editor).await?;
    page.saved("relay").await?;
    Ok((page, serde_json::from_str(&json)?))
}

/// Opens the dialog and waits until the picture is there and nothing is being done.
async fn open_dialog(page: &Page) -> Result<()> {
    page.button("More").await?;
    page.button("Save or copy a picture").await?;
    idle(page).await
}

async fn idle(page: &Page) -> Result<()> {
    page.until(
        "document.querySelector('.pictures__side')?.getAttribute('aria-busy') === 'false' 
         && document.querySelector('.pictures__image')?.complete",
    )
    .await
}

async fn choose(page: &Page, label: &str) -> Result<()> {
    let find = format!(
        "[...document.querySelectorAll('.pictures .check')].find(each => each.textContent.trim() === {})",
        json!(label)
    );
    page.until(&format!("{find} !== undefined")).await?;
    page.driver.execute(format!("{find}.querySelector('input').click()"), vec![]).await?;
    Ok(())
}

async fn choose_size(page: &Page, name: &str) -> Result<()> {
    let script = "const select = document.querySelector('.pictures select'); select.value = arguments[0]; 
                  select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.driver.execute(script, vec![json!(name)]).await?;
    Ok(())
}

/// The letters of a text without what stands between them: cards are broken into lines, also after a hyphen.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What the text elements of an SVG say, one after another, escapes undone.
fn said(svg: &str) -> String {
    let mut said = String::new();
    for part in svg.split("<text ").skip(1) {
        let line = part
            .split_once('>')
            .and_then(|(_, rest)| rest.split_once("</text>"))
            .map_or("", |(line, _)| line);
        said.push_str(line);
        said.push(' ');
    }
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    letters(&signs.iter().fold(said, |said, (sign, letter)| said.replace(sign, letter)))
}

/// Saves the picture as it stands, and gives the SVG.
async fn saved_svg(page: &Page, count: usize) -> Result<String> {
    open_dialog(page).await?;
    page.button("Save as SVG").await?;
    page.until(&format!("window.saved.length === {count}")).await?;
    let saved = page.ask(&format!("window.saved[{}]", count - 1)).await?;
    assert_eq!(saved["kind"], "image/svg+xml");
    page.press(Key::Escape).await?;
    page.until("document.querySelector('dialog[open]') === null").await?;
    Ok(saved["text"].as_str().unwrap().to_owned())
}

/// The cards of a file whose texts a picture says; no text of this example is a part of another.
fn shown_in(svg: &str, file: &Value) -> Vec<String> {
    let said = said(svg);
    let cards = file["cards"].as_array().unwrap().iter();
    let shown = cards.filter(|card| said.contains(&letters(card["text"].as_str().unwrap())));
    let mut ids: Vec<String> = shown.map(|card| card["id"].as_str().unwrap().to_owned()).collect();
    ids.sort();
    ids
}

/// The cards that the outline beside the picture lists, which has all of them in the page, also those out of sight.
async fn listed(page: &Page) -> Result<Vec<String>> {
    let ids =
        page.ask("[...new Set([...document.querySelectorAll('.row')].map(row => row.dataset.row))].sort()");
    Ok(serde_json::from_value(ids.await?)?)
}

#[tokio::test]
async fn w12_the_picture_that_is_saved_shows_the_cards_of_the_screen() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::with_script(Look::DESK, KEEP).await?;
    let (page, file) = example(&relay, &browser, "staff-support.json").await?;
    page.button("Both").await?;
    page.until("document.querySelector('.row') !== null").await?;
    let whole = saved_svg(&page, 1).await?;
    assert!(whole.contains("@font-face"), "a picture carries its fonts");
    let all = listed(&page).await?;
    assert_eq!(shown_in(&whole, &file), all);
    assert_eq!(all.len(), file["cards"].as_array().unwrap().len());
    // A branch is closed: what hangs only from it is in neither.
    let branch = page.card("Room to recover during the day").await?;
    page.go_to(&branch).await?;
    page.chord(&[Key::Control], Key::Up).await?;
    page.until(&format!("document.querySelector('.row[data-row=\"{branch}\"]').ariaExpanded === 'false'"))
        .await?;
    page.settled().await?;
    let less = listed(&page).await?;
    assert!(less.len() < all.len() && less.contains(&branch), "{less:?}");
    assert_eq!(shown_in(&saved_svg(&page, 2).await?, &file), less);
    // A filter: what fits, with what it hangs from. The card one is on stays on the screen, and only there.
    page.go_to("aim").await?;
    page.button("Filter").await?;
    page.until("document.activeElement?.hasAttribute('data-filter-text')").await?;
    page.press("compassion").await?;
    page.until("document.querySelector('.part').dataset.shown === '1'").await?;
    page.settled().await?;
    let few = listed(&page).await?;
    assert!(few.len() > 1 && few.len() < less.len(), "{few:?}");
    assert_eq!(shown_in(&saved_svg(&page, 3).await?, &file), few);
    Ok(())
}

#[tokio::test]
async fn w10_a_png_has_the_pixels_that_were_asked_for() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::with_script(Look::DESK, KEEP).await?;
    let (page, _) = example(&relay, &browser, "staff-support.json").await?;
    open_dialog(&page).await?;
    for (place, (size, width)) in [("1600", 1600), ("1920", 1920)].into_iter().enumerate() {
        choose_size(&page, size).await?;
        page.button("Save as PNG").await?;
        page.until(&format!("window.saved.length === {}", place + 1)).await?;
        idle(&page).await?;
        let saved = page.ask(&format!("window.saved[{place}]")).await?;
        assert_eq!(saved["sides"][0], width, "{saved}");
        assert!(saved["name"].as_str().unwrap().ends_with(".png"), "{saved}");
    }
    for (size, copies) in [("1", 1), ("2", 2)] {
        choose_size(&page, size).await?;
        page.button("Copy").await?;
        page.until(&format!("window.copied.length === {copies}")).await?;
        idle(&page).await?;
    }
    let [once, twice] = [page.ask("window.copied[0]").await?, page.ask("window.copied[1]").await?];
    assert_eq!(twice["sides"][0].as_u64(), once["sides"][0].as_u64().map(|side| side * 2));
    Ok(())
}

#[tokio::test]
async fn w12_a_slide_is_copied_from_the_menu_and_the_others_are_shown() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::with_script(Look::DESK, KEEP).await?;
    let (page, _) = example(&relay, &browser, "whole-system-flow.json").await?;
    page.button("More").await?;
    page.button("Copy picture for a slide").await?;
    page.until("window.copied.length === 1").await?;
    assert_eq!(page.ask("window.copied[0].sides").await?, json!([1920, 1080]));
    page.until("document.querySelector('.toast')?.textContent.includes('opied')").await?;
    open_dialog(&page).await?;
    choose(&page, "Slides").await?;
    page.until("document.querySelectorAll('.pictures__slide').length > 0").await?;
    let count = page.ask("document.querySelectorAll('.pictures__slide').length").await?.as_u64().unwrap();
    assert!(count > 1, "a large example takes several slides");
    idle(&page).await?;
    page.button("Save all slides").await?;
    page.until(&format!("window.saved.length === {count}")).await?;
    let names = page.ask("window.saved.map(file => file.name)").await?;
    for (place, name) in names.as_array().unwrap().iter().enumerate() {
        let part = format!("slide {:0width$} of {count} ", place + 1, width = count.to_string().len());
        assert!(name.as_str().unwrap().contains(&part), "{name}: {part}");
    }
    let odd = "window.saved.some(file => String(file.sides) !== '1920,1080')";
    assert_eq!(page.ask(odd).await?, false);
    Ok(())
}

#[tokio::test]
async fn x22_the_outline_is_copied_as_bullets_and_saved_as_text() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::with_script(Look::DESK, KEEP).await?;
    let (page, file) = example(&relay, &browser, "staff-support.json").await?;
    open_dialog(&page).await?;
    page.button("Copy the outline").await?;
    page.until("window.written.length === 1 && window.written[0].startsWith('- ')").await?;
    page.button("Save the outline").await?;
    page.until("window.saved.length === 1 && window.saved[0].name.endsWith('.txt')").await?;
    let text = page.ask("window.saved[0].text").await?;
    for card in file["cards"].as_array().unwrap() {
        let text_of_card = card["text"].as_str().unwrap();
        assert!(text.as_str().unwrap().contains(text_of_card), "not in the outline: {text_of_card}");
    }
    Ok(())
}
