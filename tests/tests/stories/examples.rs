//! Each example opens, is laid out without overlaps, and is the same after it went through a file.

use anyhow::Result;
use stories::{Browser, Look, Relay};

/// Whether any two cards on the picture overlap.
const OVERLAP: &str = "(() => {
    const boxes = [...document.querySelectorAll('[data-card]')].map(card => card.getBoundingClientRect());
    return boxes.some((one, at) => boxes.slice(at + 1).some(other =>
        one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1));
})()";

#[tokio::test]
async fn l4_every_example_opens_without_overlaps() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::open(Look::DESK).await?;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/examples");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder)? {
        let json = std::fs::read_to_string(entry?.path())?;
        let file: serde_json::Value = serde_json::from_str(&json)?;
        let project = relay.project(Some(json)).await?;
        let page = browser.visit(&project.editor).await?;
        let count = file["cards"].as_array().unwrap().len();
        let all = format!("document.querySelectorAll('[data-card]').length === {count}");
        // The width first, then all of it; a project opens as wide as the screen, so that often one press is enough.
        for _ in 0..2 {
            if page.ask(&all).await? != true {
                page.chord(&[thirtyfour::Key::Alt, thirtyfour::Key::Shift], "f").await?;
                page.settled().await?;
            }
        }
        page.until(&all).await?;
        assert_eq!(page.ask(OVERLAP).await?, false, "{}", file["title"]);
        seen += 1;
    }
    assert_eq!(seen, 5);
    Ok(())
}
