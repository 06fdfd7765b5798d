//! Measures: a plan, its data typed and pasted, and charts that say what is there.

use anyhow::Result;
use serde_json::{Value, json};
use stories::{Browser, Faults, Look, Page, Project, Relay, axe, sight};
use thirtyfour::{By, Key};

use super::pictures::example;
use super::together::small;

/// A workbook of an analyst, with months across and percents.
const WORKBOOK: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/publish/tests/workbooks/data/months-across.xlsx");
/// What the sentences under a chart say.
const SAYS: &str = "document.querySelector('[data-patterns]').textContent";

/// A small project with one measure that is collected monthly.
fn planned() -> String {
    let mut file: Value = serde_json::from_str(&small()).unwrap();
    let months = ["2026-01-01", "2026-02-01", "2026-03-01"];
    let observations: Vec<Value> = months
        .iter()
        .zip([11, 12, 13])
        .map(|(date, value)| json!({ "date": date, "value": value }))
        .collect();
    file["measures"] = json!([{
        "id": "m1", "name": "Number of people who wait", "kind": "outcome", "cards": ["aim"], "definition": "",
        "frequency": "monthly", "direction": "down", "chart": "run", "observations": observations,
    }]);
    file.to_string()
}

/// The page of a measure.
async fn opened(page: &Page, measure: &str) -> Result<()> {
    page.button("Measures").await?;
    page.until(&format!("document.querySelector('tr[data-measure={measure}] .plan__name') !== null")).await?;
    page.driver
        .execute(format!("document.querySelector('tr[data-measure={measure}] .plan__name').click()"), vec![])
        .await?;
    page.until(&format!("document.querySelector('article[data-measure={measure}] .chart__svg svg') !== null"))
        .await
}

/// Puts the keyboard in a cell.
async fn cell(page: &Page, row: &str, column: usize) -> Result<()> {
    let cell = format!("document.querySelector('[data-row=\"{row}\"] [data-column=\"{column}\"]')");
    page.until(&format!("{cell} !== null")).await?;
    page.driver.execute(format!("{cell}.focus()"), vec![]).await?;
    Ok(())
}

/// Waits until the relay has these values of the first measure.
async fn has(page: &Page, relay: &Relay, project: &Project, values: Value) -> Result<()> {
    page.saved("relay").await?;
    let file = relay.read(project).await?;
    let seen: Vec<Value> = file["measures"][0]["observations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| json!([one["date"], one["value"].as_f64()]))
        .collect();
    assert_eq!(Value::from(seen), values);
    Ok(())
}

#[tokio::test]
async fn m1_a_measure_is_added_by_name_and_stands_in_the_plan() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(small())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.card("Staffing").await?;
    page.button("Measures").await?;
    page.button("Percent of").await?;
    page.press("people seen within an hour").await?;
    page.press(Key::Enter).await?;
    page.until(
        "document.querySelector('[data-measure-name]')?.value === 'Percent of people seen within an hour'",
    )
    .await?;
    page.button("All measures").await?;
    page.until(
        "document.querySelector('.plan').textContent.includes('Percent of people seen within an hour')",
    )
    .await?;
    // What the guides miss is named beside it.
    page.until("document.querySelector('.plan').textContent.includes('definition')").await?;
    page.saved("relay").await?;
    let file = relay.read(&project).await?;
    assert_eq!(file["measures"][0]["kind"], "outcome");
    page.button("Diagram").await?;
    page.card("Staffing").await?;
    Ok(())
}

#[tokio::test]
async fn m2_values_are_typed_and_what_is_no_number_says_so_and_stays() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(planned())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    opened(&page, "m1").await?;
    cell(&page, "2026-04-01", 1).await?;
    page.press("12,5").await?;
    page.press(Key::Enter).await?;
    page.press("twelve").await?;
    page.press(Key::Enter).await?;
    page.press("9").await?;
    page.press(Key::Enter).await?;
    page.until("document.querySelector('.grid__fault')?.textContent.includes('not a number')").await?;
    page.until("document.querySelector('[data-row=\"2026-05-01\"] [data-column=\"1\"]').value === 'twelve'")
        .await?;
    let before = json!([
        ["2026-01-01", 11.0],
        ["2026-02-01", 12.0],
        ["2026-03-01", 13.0],
        ["2026-04-01", 12.5],
        ["2026-06-01", 9.0]
    ]);
    has(&page, &relay, &project, before.clone()).await?;
    cell(&page, "2026-05-01", 1).await?;
    page.press("12").await?;
    page.press(Key::Enter).await?;
    page.until("document.querySelector('.grid__fault') === null").await?;
    page.chord(&[Key::Control], "z").await?;
    page.until("document.querySelector('[data-row=\"2026-05-01\"] [data-column=\"1\"]').value === ''")
        .await?;
    has(&page, &relay, &project, before).await
}

#[tokio::test]
async fn m3_a_block_of_a_spreadsheet_is_pasted_with_its_days_as_one_step() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(planned())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    opened(&page, "m1").await?;
    cell(&page, "2026-03-01", 1).await?;
    page.paste("14\r\n15\r\n16\r\n").await?;
    page.until("document.querySelectorAll('[data-point]').length === 5").await?;
    cell(&page, "2026-01-01", 0).await?;
    page.paste("Month\tValue\nApr-26\t20\nMay-26\t21\nnonsense\t3\n").await?;
    let pasted = json!([
        ["2026-01-01", 11.0],
        ["2026-02-01", 12.0],
        ["2026-03-01", 14.0],
        ["2026-04-01", 20.0],
        ["2026-05-01", 21.0],
    ]);
    page.until("document.querySelector('[data-row=\"2026-05-01\"] [data-column=\"1\"]').value === '21'")
        .await?;
    has(&page, &relay, &project, pasted).await?;
    page.chord(&[Key::Control], "z").await?;
    page.until("document.querySelector('[data-row=\"2026-05-01\"] [data-column=\"1\"]').value === '16'").await
}

#[tokio::test]
async fn m4_the_chart_follows_what_somebody_else_types() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(planned())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    opened(&sam, "m1").await?;
    opened(&amina, "m1").await?;
    cell(&sam, "2026-04-01", 1).await?;
    sam.press("30").await?;
    sam.press(Key::Enter).await?;
    amina.until("document.querySelector('[data-point=\"2026-04-01\"]')?.getAttribute('aria-label').includes('30')").await?;
    // Both enter the same month: one value, the same everywhere.
    cell(&amina, "2026-05-01", 1).await?;
    cell(&sam, "2026-05-01", 1).await?;
    amina.press("7").await?;
    sam.press("8").await?;
    amina.press(Key::Enter).await?;
    sam.press(Key::Enter).await?;
    sam.saved("relay").await?;
    amina.saved("relay").await?;
    let file = relay.read(&project).await?;
    let last = file["measures"][0]["observations"].as_array().unwrap().last().cloned().unwrap();
    assert_eq!(last["date"], "2026-05-01");
    let shown = format!(
        "document.querySelector('[data-row=\"2026-05-01\"] [data-column=\"1\"]').value === '{}'",
        last["value"].as_f64().unwrap()
    );
    sam.until(&shown).await?;
    amina.until(&shown).await
}

#[tokio::test]
async fn m5_two_presets_read_the_same_numbers_and_say_what_they_find() -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::open(Look::DESK).await?;
    let (page, _) = example(&relay, &browser, "crisis-care.json").await?;
    opened(&page, "m1").await?;
    page.until(&format!("{SAYS}.includes('below the median') && {SAYS}.includes('by chance alone in')"))
        .await?;
    page.until("document.querySelector('.chart__svg desc').textContent.includes('Run chart')").await?;
    page.driver.execute("document.querySelector('[data-choice=board]').click()", vec![]).await?;
    page.until("document.querySelector('.chart__svg desc').textContent.includes('XmR chart (minutes) · Making Data Count rules: shift 7, trend 7')").await?;
    page.until(&format!("{SAYS}.includes('mean')")).await?;
    // The points are reached with the arrow keys, and say what they are.
    page.driver.execute("document.querySelector('.chart__point[tabindex=\"0\"]').focus()", vec![]).await?;
    page.press(Key::Home).await?;
    page.until("document.activeElement.dataset.point === '2026-05-04'").await?;
    page.press(Key::Right).await?;
    page.until("document.activeElement.getAttribute('aria-label').startsWith('11 May 2026: 145')").await
}

#[tokio::test]
async fn m6_pages_of_measures_are_sound_on_every_screen() -> Result<()> {
    let relay = Relay::start()?;
    let mut faults = Faults::default();
    for look in [Look::DESK, Look::PHONE] {
        let browser = Browser::open(look).await?;
        let (page, _) = example(&relay, &browser, "crisis-care.json").await?;
        page.button("Measures").await?;
        page.until("document.querySelectorAll('tr[data-measure]').length === 6").await?;
        faults.keep(axe::finds_nothing(&page, "the plan").await);
        faults.keep(sight::nothing_is_wider(&page, "the plan").await);
        page.button("Wall").await?;
        page.until("document.querySelectorAll('.tile svg').length === 6").await?;
        faults.keep(axe::finds_nothing(&page, "the wall").await);
        page.driver.execute("document.querySelector('.tile__name').click()", vec![]).await?;
        page.until("document.querySelector('.chart__svg svg') !== null").await?;
        faults.keep(axe::finds_nothing(&page, "a measure").await);
        faults.keep(sight::nothing_is_wider(&page, "a measure").await);
    }
    faults.none()
}

#[tokio::test]
async fn m7_a_measure_is_reached_from_its_card_and_the_diagram_from_a_measure() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(planned())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.go_to("aim").await?;
    page.chord(&[Key::Alt, Key::Shift], "d").await?;
    page.button("Number of people who wait").await?;
    page.until("document.querySelector('article[data-measure=m1]') !== null").await?;
    page.chord(&[Key::Control], "k").await?;
    page.until("document.querySelector('dialog[open] input') !== null").await?;
    page.press("wall").await?;
    page.press(Key::Enter).await?;
    page.until("document.querySelector('.tile[data-measure=m1] svg') !== null").await?;
    page.chord(&[Key::Control], "k").await?;
    page.until("document.querySelector('dialog[open] input') !== null").await?;
    page.press("Rotas").await?;
    page.press(Key::Enter).await?;
    page.until("document.activeElement?.dataset.card === 's1'").await?;
    // What is taken back is shown where it is.
    opened(&page, "m1").await?;
    cell(&page, "2026-04-01", 1).await?;
    page.press("5").await?;
    page.press(Key::Enter).await?;
    page.until("document.querySelector('[data-point=\"2026-04-01\"]') !== null").await?;
    page.button("Diagram").await?;
    page.card("Rotas").await?;
    page.button("Undo").await?;
    page.until("document.querySelector('article[data-measure=m1]') !== null && document.querySelector('[data-point=\"2026-04-01\"]') === null").await
}

#[tokio::test]
async fn w1_back_goes_to_the_section_before_and_a_reload_stays() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(planned())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    page.card("Staffing").await?;
    opened(&page, "m1").await?;
    page.driver.refresh().await?;
    page.until("document.querySelector('article[data-measure=m1] .chart__svg svg') !== null").await?;
    page.driver.back().await?;
    page.until("document.querySelector('tr[data-measure=m1]') !== null").await?;
    page.driver.back().await?;
    page.card("Staffing").await?;
    page.driver.forward().await?;
    page.until("document.querySelector('tr[data-measure=m1]') !== null").await?;
    // The key is still in the address.
    let address = page.driver.current_url().await?;
    assert_eq!(address.fragment(), project.editor.split('#').nth(1));
    Ok(())
}

#[tokio::test]
async fn m3_cells_are_selected_by_mouse_and_with_shift_and_emptied_as_one_step() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(planned())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    opened(&page, "m1").await?;
    let field = |row: &str| format!("[data-row=\"{row}\"] [data-column=\"1\"]");
    let selected = "document.querySelectorAll('.grid__cell[aria-selected=true]').length";
    let first = page.driver.find(By::Css(field("2026-01-01"))).await?;
    let last = page.driver.find(By::Css(field("2026-02-01"))).await?;
    page.driver.action_chain().drag_and_drop_element(&first, &last).perform().await?;
    page.until(&format!("{selected} === 2")).await?;
    page.press(Key::Delete).await?;
    has(&page, &relay, &project, json!([["2026-03-01", 13.0]])).await?;
    page.chord(&[Key::Control], "z").await?;
    page.until("document.querySelectorAll('[data-point]').length === 3").await?;
    page.driver.find(By::Css(field("2026-01-01"))).await?.click().await?;
    page.until(&format!("{selected} === 0")).await?;
    let third = page.driver.find(By::Css(field("2026-03-01"))).await?;
    let chain = page.driver.action_chain().key_down(Key::Shift).click_element(&third);
    chain.key_up(Key::Shift).perform().await?;
    page.until(&format!("{selected} === 3")).await
}

#[tokio::test]
async fn x42_a_workbook_is_imported_and_the_measures_are_saved_as_one() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(planned())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    opened(&page, "m1").await?;
    page.button("Import…").await?;
    page.until("document.querySelector('input[type=file]') !== null").await?;
    let chosen = page.driver.find(By::Css("input[type=file]")).await?;
    chosen.send_keys(std::fs::canonicalize(WORKBOOK)?.display().to_string()).await?;
    page.button("Import 4 values").await?;
    let imported = json!([
        ["2023-04-01", 12.0],
        ["2023-05-01", 9.0],
        ["2023-07-01", 0.0],
        ["2023-08-01", 7.0],
        ["2026-01-01", 11.0],
        ["2026-02-01", 12.0],
        ["2026-03-01", 13.0],
    ]);
    page.until("document.querySelectorAll('[data-point]').length === 7").await?;
    has(&page, &relay, &project, imported).await?;
    page.button("Save for Excel").await?;
    page.said("Number of people who wait.xlsx").await?;
    // What is no workbook says so, and leaves everything as it is.
    page.button("Import…").await?;
    page.until("document.querySelector('input[type=file]') !== null").await?;
    let broken = tempfile::Builder::new().suffix(".xlsx").tempfile()?;
    std::fs::write(broken.path(), b"PK\x03\x04 and no more")?;
    page.driver
        .find(By::Css("input[type=file]"))
        .await?
        .send_keys(broken.path().display().to_string())
        .await?;
    page.until("document.querySelector('.import')?.textContent.includes('cannot be read')").await
}
