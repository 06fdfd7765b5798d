//! Where there is little room: 320 pixels, letters twice as large; and where the system chooses the colours.

use anyhow::Result;
use stories::{Browser, Faults, Look, Page, Relay, sight};
use thirtyfour::Key;

use super::together::small;

/// What opens, and what is there then.
const PLACES: [(&str, &str); 7] = [
    ("Outline", ".row"),
    ("Filter", "[data-filter-text]"),
    ("Close the filter", ".row, .canvas"),
    ("Check", ".advice"),
    ("Close the check", ".row, .canvas"),
    ("Picture", ".canvas"),
    ("Share", "dialog[open]"),
];

/// Everything on a page is reached, and it is scrolled one way only; also what opens in it.
async fn is_usable(page: &Page, faults: &mut Faults) -> Result<()> {
    for (button, there) in PLACES {
        page.button(button).await?;
        page.until(&format!("document.querySelector('{there}')?.checkVisibility()")).await?;
        faults.keep(sight::nothing_is_wider(page, button).await);
        faults.keep(sight::nothing_is_lost(page, button).await);
    }
    page.press(Key::Escape).await?;
    page.until("document.querySelector('dialog[open]') === null").await?;
    for item in ["Keys", "Save or copy a picture", "Your name", "Deleted cards", "Delete the project"] {
        page.button("More").await?;
        page.until("document.querySelector('[role=menu]') !== null").await?;
        faults.keep(sight::nothing_is_lost(page, "the menu").await);
        page.button(item).await?;
        page.until("document.querySelector('dialog[open]') !== null").await?;
        faults.keep(sight::nothing_is_wider(page, item).await);
        faults.keep(sight::nothing_is_lost(page, item).await);
        page.press(Key::Escape).await?;
        page.until("document.querySelector('dialog[open]') === null").await?;
    }
    Ok(())
}

/// A card is made, its details are written and left again.
async fn is_written_in(page: &Page, faults: &mut Faults) -> Result<()> {
    page.button("Outline").await?;
    page.until("document.querySelector('.row[data-row=p2]') !== null").await?;
    page.driver.execute("document.querySelector('.row[data-row=p2]').focus()", vec![]).await?;
    page.button("Add inside").await?;
    page.writing().await?;
    page.press("Beds").await?;
    faults.keep(sight::nothing_is_wider(page, "writing").await);
    let seen = "(() => { const box = document.activeElement.getBoundingClientRect();
        return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight; })()";
    page.until(seen).await?;
    page.press(Key::Escape).await?;
    page.card("Beds").await.ok();
    page.chord(&[Key::Alt, Key::Shift], "d").await?;
    page.until("document.activeElement?.hasAttribute('data-card-note')").await?;
    page.press("By noon").await?;
    faults.keep(sight::nothing_is_wider(page, "details").await);
    faults.keep(sight::nothing_is_lost(page, "details").await);
    page.button("Close details").await?;
    page.until("document.querySelector('.details') === null").await?;
    page.saved("relay").await
}

async fn home_is_usable(page: &Page, faults: &mut Faults) -> Result<()> {
    page.until("document.querySelector('.start textarea') !== null").await?;
    faults.keep(sight::nothing_is_wider(page, "home").await);
    faults.keep(sight::nothing_is_lost(page, "home").await);
    for dialog in ["Look at an example", "Paste an outline"] {
        page.button(dialog).await?;
        page.until("document.querySelector('dialog[open]') !== null").await?;
        faults.keep(sight::nothing_is_wider(page, dialog).await);
        faults.keep(sight::nothing_is_lost(page, dialog).await);
        page.press(Key::Escape).await?;
        page.until("document.querySelector('dialog[open]') === null").await?;
    }
    Ok(())
}

/// A page of a project, and the start page, at a size.
async fn check(size: (u32, u32), times: u32) -> Result<()> {
    let mut faults = Faults::default();
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&relay.address("/")).await?;
    sight::as_large(&page, size, times).await?;
    home_is_usable(&page, &mut faults).await?;
    let page = browser.visit(&project.owner).await?;
    page.saved("relay").await?;
    is_usable(&page, &mut faults).await?;
    is_written_in(&page, &mut faults).await?;
    faults.none()
}

#[tokio::test]
async fn w13_nothing_is_lost_in_a_window_of_320_pixels() -> Result<()> {
    check((320, 640), 1).await
}

#[tokio::test]
async fn w13_nothing_is_lost_where_everything_is_twice_as_large() -> Result<()> {
    check((1440, 900), 2).await
}

#[tokio::test]
async fn w13_texts_icons_and_focus_are_seen_in_the_colours_of_the_system() -> Result<()> {
    let relay = Relay::start()?;
    let mut faults = Faults::default();
    for look in [Look::DESK, Look::DARK] {
        let project = relay.project(Some(small())).await?;
        let browser = Browser::open(look).await?;
        let page = browser.visit(&relay.address("/")).await?;
        sight::prefers(&page, "forced-colors", "active").await?;
        faults.keep(sight::everything_is_seen(&page, "home").await);
        faults.keep(sight::focus_is_seen(&page, ".way__name").await);
        let page = browser.visit(&project.owner).await?;
        page.saved("relay").await?;
        page.until("matchMedia('(forced-colors: active)').matches").await?;
        faults.keep(sight::everything_is_seen(&page, "the picture").await);
        faults.keep(sight::focus_is_seen(&page, ".cards [data-card=p2]").await);
        faults.keep(sight::focus_is_seen(&page, ".bar .button[data-kind=filled]").await);
        faults.keep(sight::focus_is_seen(&page, ".bar__title").await);
        page.button("Outline").await?;
        page.until("document.querySelector('.row') !== null").await?;
        faults.keep(sight::everything_is_seen(&page, "the outline").await);
        // The one that was gone to last is marked already, with or without the keyboard.
        faults.keep(sight::focus_is_seen(&page, ".row[data-row=aim]").await);
        for (button, there) in [("Details", ".details"), ("Check", ".advice"), ("Share", "dialog[open]")] {
            page.button(button).await?;
            page.until(&format!("document.querySelector('{there}') !== null")).await?;
            faults.keep(sight::everything_is_seen(&page, button).await);
        }
        faults.keep(sight::focus_is_seen(&page, "dialog[open] .button").await);
    }
    faults.none()
}
