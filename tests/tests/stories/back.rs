//! Esc gives the keyboard back: from a panel, from the filter, to where one was.

use anyhow::Result;
use stories::{Browser, Look, Page, Relay};
use thirtyfour::Key;

use super::together::small;

/// A panel: the button that opens it, or the letter that does with Alt and Shift, and what has the keyboard then.
struct Panel {
    name: &'static str,
    by: By,
    opened: &'static str,
}

enum By {
    Button(&'static str),
    Keys(&'static str),
}

const PANELS: [Panel; 3] = [
    Panel {
        name: "Check",
        by: By::Button("Check"),
        opened: "document.activeElement?.hasAttribute('data-advice-title')",
    },
    Panel {
        name: "Details",
        by: By::Keys("d"),
        opened: "document.activeElement?.hasAttribute('data-card-note')",
    },
    Panel {
        name: "an empty filter",
        by: By::Button("Filter"),
        opened: "document.activeElement?.hasAttribute('data-filter-text')",
    },
];

/// Opens each panel from where the keyboard is and leaves it by Esc.
async fn leads_back(page: &Page, there: &str) -> Result<()> {
    page.until(there).await?;
    for Panel { name, by, opened } in PANELS {
        match by {
            By::Button(words) => page.button(words).await?,
            By::Keys(letter) => page.chord(&[Key::Alt, Key::Shift], letter).await?,
        }
        page.until(opened).await?;
        page.press(Key::Escape).await?;
        page.until(&format!("!({opened})")).await?;
        // What gives the keyboard back may wait for a paint.
        page.until(there).await.map_err(|error| error.context(format!("back from {name}")))?;
        page.until("document.querySelector('.details, .filter') === null").await?;
    }
    // It works there at once.
    page.press(Key::Up).await?;
    page.until(&format!("!({there})")).await
}

#[tokio::test]
async fn k6_esc_leads_from_a_panel_back_to_the_card() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.go_to("p2").await?;
    leads_back(
        &page,
        "document.activeElement?.closest('.canvas') && document.activeElement.dataset.card === 'p2'",
    )
    .await
}

#[tokio::test]
async fn k6_esc_leads_from_a_panel_back_to_the_row() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.button("Outline").await?;
    page.until("document.querySelector('.row[data-row=p2]') !== null").await?;
    page.driver.execute("document.querySelector('.row[data-row=p2]').focus()", vec![]).await?;
    leads_back(&page, "document.activeElement?.matches('.row[data-row=p2]')").await
}

#[tokio::test]
async fn k6_esc_leads_back_to_the_row_where_picture_and_outline_stand_side_by_side() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.button("Both").await?;
    page.until("document.querySelector('.row[data-row=p2]') !== null").await?;
    page.driver.execute("document.querySelector('.row[data-row=p2]').focus()", vec![]).await?;
    leads_back(&page, "document.activeElement?.matches('.row[data-row=p2]')").await
}
