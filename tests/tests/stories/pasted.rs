//! Lines that come from other programs become cards; formatting and pictures stay behind.

use anyhow::Result;
use serde_json::{Value, json};
use stories::relay::Project;
use stories::{Browser, Look, Page, Relay};
use thirtyfour::Key;

use super::together::{small, write_in};

/// The small project without its secondary driver.
fn short() -> String {
    let mut project: Value = serde_json::from_str(&small()).unwrap();
    project["cards"].as_array_mut().unwrap().retain(|card| card["id"] != "s1");
    project["links"].as_array_mut().unwrap().retain(|link| link["from"] != "s1");
    project.to_string()
}

/// Waits for the preview and makes the cards.
async fn make(page: &Page, says: &str) -> Result<()> {
    let says = json!(says);
    page.until(&format!("document.querySelector('dialog[open] .dialog__body').textContent.includes({says})"))
        .await?;
    page.button("Make the cards").await?;
    page.until("document.querySelector('dialog[open]') === null").await
}

/// All that came, as the relay has it: a letter of the level, the text, and after `<` what it works on.
async fn came(page: &Page, relay: &Relay, project: &Project) -> Result<String> {
    page.settled().await?;
    page.saved("relay").await?;
    let file = relay.read(project).await?;
    let cards = file["cards"].as_array().unwrap();
    let text = |id: &Value| cards.iter().find(|card| card["id"] == *id).unwrap()["text"].as_str().unwrap();
    let row = |card: &Value| {
        let links = file["links"].as_array().unwrap().iter().filter(|link| link["from"] == card["id"]);
        let under: String = links.map(|link| format!("<{}", text(&link["to"]))).collect();
        format!("{}:{}{under}", &card["level"].as_str().unwrap()[..1], text(&card["id"]))
    };
    let known = ["aim", "p1", "p2", "s1"];
    let mut rows: Vec<String> =
        cards.iter().filter(|card| !known.contains(&card["id"].as_str().unwrap())).map(row).collect();
    rows.sort();
    Ok(rows.join(" | "))
}

/// Pastes on a card of a new project, and compares what came.
async fn check(relay: &Relay, (onto, kinds): (&str, Value), (says, expected): (&str, &str)) -> Result<()> {
    let project = relay.project(Some(short())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.card("Staffing").await?;
    page.go_to(onto).await?;
    page.paste_kinds(kinds).await?;
    make(&page, says).await?;
    assert_eq!(came(&page, relay, &project).await?, expected);
    page.chord(&[Key::Control], "z").await?;
    assert_eq!(came(&page, relay, &project).await?, "", "one step takes all of them back");
    Ok(())
}

#[tokio::test]
async fn x14_lines_from_word_excel_and_markdown_become_cards() -> Result<()> {
    let relay = Relay::start()?;
    let expected = "i:Board at eight<Rotas | s:Breaks<Staffing | s:Rotas<Staffing";
    let says = "under “Staffing”";
    // Word offers its list as HTML too, and Excel its cells.
    let word = json!({
        "text/plain": "•\tRotas\r\no\tBoard at eight\r\n•\tBreaks\r\n",
        "text/html": "<html><body><p class=MsoListParagraph style='mso-list:l0 level1'><b>Rotas</b></p></body></html>",
    });
    let excel = json!({
        "text/plain": "Rotas\tBoard at eight\r\nBreaks\t\r\n",
        "text/html": "<table><tr><td>Rotas</td><td>Board at eight</td></tr><tr><td>Breaks</td></tr></table>",
    });
    let markdown = json!({ "text/plain": "- **Rotas**\n  - Board at eight\n- Breaks\n" });
    for kinds in [word, excel, markdown] {
        check(&relay, ("p1", kinds), (says, expected)).await?;
    }
    Ok(())
}

#[tokio::test]
async fn x12_lines_quoted_from_an_email_become_cards_without_their_marks() -> Result<()> {
    let relay = Relay::start()?;
    let quoted = json!({ "text/plain": "> Rotas\n>   Board at eight\n> \n> Breaks\n" });
    let expected = "i:Board at eight<Rotas | s:Breaks<Staffing | s:Rotas<Staffing";
    check(&relay, ("p1", quoted), ("under “Staffing”", expected)).await
}

#[tokio::test]
async fn x11_lines_without_marks_end_in_ideas() -> Result<()> {
    let relay = Relay::start()?;
    // On the aim, three levels come below it: with its own, four.
    let lines = json!({ "text/plain": "Beds\n  Discharge\n    Criteria by noon\nStaff\n" });
    let expected =
        "i:Criteria by noon<Discharge | p:Beds<Shorter waits | p:Staff<Shorter waits | s:Discharge<Beds";
    check(&relay, ("aim", lines), ("under “Shorter waits”", expected)).await
}

#[tokio::test]
async fn x11_four_levels_without_marks_make_a_project_whose_deepest_are_ideas() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&relay.address("/")).await?;
    page.button("Paste an outline").await?;
    page.until("document.activeElement?.matches('dialog[open] textarea')").await?;
    page.driver
        .execute(
            "const field = document.activeElement;
             field.value = arguments[0];
             field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));",
            vec![json!("Fewer falls\n\tPeople move safely\n\t\tThe way is clear\n\t\t\tNight lights\n")],
        )
        .await?;
    page.button("Make the project").await?;
    for (text, level) in [
        ("Fewer falls", "aim"),
        ("People move safely", "primary"),
        ("The way is clear", "secondary"),
        ("Night lights", "idea"),
    ] {
        let card = page.card(text).await?;
        page.until(&format!("document.querySelector('[data-card=\"{card}\"]').dataset.level === '{level}'"))
            .await?;
    }
    page.until("document.querySelectorAll('.link').length === 3").await
}

#[tokio::test]
async fn x21_five_thousand_pasted_lines_become_cards_and_one_step_takes_them_back() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.go_to("p2").await?;
    let lines: String = (1..=5_000).map(|number| format!("Line {number}\n")).collect();
    page.paste(&lines).await?;
    page.until("document.querySelectorAll('dialog[open] .list__row').length === 12").await?;
    page.until("/and 4,?988 more/.test(document.querySelector('dialog[open]').textContent)").await?;
    page.button("Make the cards").await?;
    page.until("document.querySelector('dialog[open]') === null").await?;
    page.card("Line 1").await?;
    page.until("document.activeElement?.dataset.level === 'secondary'").await?;
    page.saved("relay").await?;
    assert_eq!(relay.read(&project).await?["cards"].as_array().map(Vec::len), Some(5_004));
    page.until("[...document.querySelectorAll('.toast')].some(toast => /5,?000 cards added/.test(toast.textContent))").await?;
    page.chord(&[Key::Control], "z").await?;
    page.no_card("Line 1").await?;
    page.settled().await?;
    page.saved("relay").await?;
    assert_eq!(relay.read(&project).await?["cards"].as_array().map(Vec::len), Some(4));
    Ok(())
}

#[tokio::test]
async fn k5_of_pasted_html_the_words_arrive_and_nothing_else() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(short())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    let bad = "<b>Night</b> <img src=x onerror='window.broken = true'><script>window.broken = true</script>";
    // One line in a text; several on a card, which show their signs as they are.
    write_in(&page, &page.card("Flow").await?).await?;
    page.paste_kinds(json!({ "text/plain": " at night", "text/html": bad })).await?;
    page.until("document.querySelector('[data-card-text]').value === 'Flow at night'").await?;
    page.press(Key::Escape).await?;
    page.card("Flow at night").await?;
    page.go_to("p2").await?;
    page.paste_kinds(json!({ "text/plain": "Bank <b>staff</b>\nBreaks\n", "text/html": bad })).await?;
    make(&page, "under “Flow at night”").await?;
    let expected = "s:Bank <b>staff</b><Flow at night | s:Breaks<Flow at night";
    assert_eq!(came(&page, &relay, &project).await?, expected);
    let foreign =
        "window.broken === undefined && document.querySelector('.canvas :is(b, img, script)') === null";
    assert_eq!(page.ask(foreign).await?, true);
    Ok(())
}

#[tokio::test]
async fn k5_a_pasted_picture_makes_nothing_and_says_so() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(short())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.card("Flow").await?;
    page.go_to("p2").await?;
    page.paste_picture().await?;
    page.settled().await?;
    page.until("document.querySelector('dialog[open], .canvas img') === null").await?;
    page.until("document.activeElement?.dataset.card === 'p2'").await?;
    assert_eq!(came(&page, &relay, &project).await?, "");
    page.until("document.querySelector('.toast')?.textContent.toLowerCase().includes('picture')").await
}
