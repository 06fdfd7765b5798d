//! The data of measures: typed, pasted, selected, imported, and written by two at once.

use anyhow::Result;
use serde_json::{Value, json};
use stories::{Browser, Look, Page, Project, Relay};
use thirtyfour::{By, Key};

use super::measures::{cell, has, opened, opened_empty, planned};

/// A workbook of an analyst, with months across and percents.
const WORKBOOK: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/publish/tests/workbooks/data/months-across.xlsx");

/// One person at the page of the first measure of a plan.
struct Desk {
    relay: Relay,
    project: Project,
    browser: Browser,
    page: Page,
}

impl Desk {
    async fn at_first_measure() -> Result<Self> {
        let relay = Relay::start()?;
        let project = relay.project(Some(planned())).await?;
        let browser = Browser::open(Look::DESK).await?;
        let page = browser.visit(&project.editor).await?;
        opened(&page, "m1").await?;
        Ok(Self { relay, project, browser, page })
    }
}

#[tokio::test]
async fn m2_values_are_typed_and_what_is_no_number_says_so_and_stays() -> Result<()> {
    let Desk { relay, project, page, browser: _browser } = Desk::at_first_measure().await?;
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
    let Desk { relay, project, page, browser: _browser } = Desk::at_first_measure().await?;
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
async fn m3_cells_are_selected_by_mouse_and_with_shift_and_emptied_as_one_step() -> Result<()> {
    let Desk { relay, project, page, browser: _browser } = Desk::at_first_measure().await?;
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
    let Desk { relay, project, page, browser: _browser } = Desk::at_first_measure().await?;
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

#[tokio::test]
async fn m3_a_day_that_is_typed_before_its_value_stays_and_writing_goes_on_below() -> Result<()> {
    let relay = Relay::start()?;
    let mut file: Value = serde_json::from_str(&planned())?;
    file["measures"][0]["observations"] = json!([]);
    let project = relay.project(Some(file.to_string())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    opened_empty(&page).await?;
    let last = "[...document.querySelectorAll('[data-row]')].at(-1)";
    page.driver.execute(format!("{last}.querySelector('[data-column=\"0\"]').focus()"), vec![]).await?;
    page.press("1/4/26").await?;
    page.press(Key::Tab).await?;
    page.press("5").await?;
    page.press(Key::Enter).await?;
    page.until("document.querySelector('[data-row=\"2026-04-01\"] [data-column=\"1\"]')?.value === '5'")
        .await?;
    // From the last row on, Enter goes to the one that the calendar adds.
    page.driver.execute(format!("{last}.querySelector('[data-column=\"1\"]').focus()"), vec![]).await?;
    let row = page.ask(&format!("{last}.dataset.row")).await?;
    page.press("6").await?;
    page.press(Key::Enter).await?;
    page.until(&format!("document.activeElement.closest('[data-row]')?.dataset.row > {row}")).await?;
    page.press("7").await?;
    page.press(Key::Enter).await?;
    page.saved("relay").await?;
    page.until("document.querySelectorAll('[data-point]').length === 3").await?;
    let file = relay.read(&project).await?;
    let values: Vec<_> = file["measures"][0]["observations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["value"].clone())
        .collect();
    assert_eq!(values, [json!(5), json!(6), json!(7)]);
    Ok(())
}

#[tokio::test]
async fn m4_what_one_is_writing_stays_while_somebody_else_writes_there() -> Result<()> {
    let relay = Relay::start()?;
    let project = relay.project(Some(planned())).await?;
    let (one, other) = (Browser::open(Look::DESK).await?, Browser::open(Look::DESK).await?);
    let (sam, amina) = (one.visit(&project.editor).await?, other.visit(&project.editor).await?);
    opened(&sam, "m1").await?;
    opened(&amina, "m1").await?;
    cell(&sam, "2026-04-01", 1).await?;
    sam.press("4").await?;
    cell(&amina, "2026-04-01", 1).await?;
    amina.press("9").await?;
    amina.press(Key::Enter).await?;
    sam.until("document.querySelector('[data-point=\"2026-04-01\"]') !== null").await?;
    sam.press("5").await?;
    sam.press(Key::Enter).await?;
    sam.said("Somebody else had just written 9 there").await?;
    amina
        .until("document.querySelector('[data-row=\"2026-04-01\"] [data-column=\"1\"]').value === '45'")
        .await
}

#[tokio::test]
async fn m2_a_note_stays_while_its_value_is_written_anew() -> Result<()> {
    let Desk { relay, project, page, browser: _browser } = Desk::at_first_measure().await?;
    cell(&page, "2026-03-01", 2).await?;
    page.press("snow").await?;
    page.press(Key::Enter).await?;
    cell(&page, "2026-03-01", 1).await?;
    page.press(Key::Delete).await?;
    page.until("document.querySelectorAll('[data-point]').length === 2").await?;
    // A note alone says that it is not kept.
    page.until(
        "document.querySelector('.grid__fault')?.textContent.includes('A note is kept with its value')",
    )
    .await?;
    cell(&page, "2026-03-01", 1).await?;
    page.press("14").await?;
    page.press(Key::Enter).await?;
    page.until("document.querySelectorAll('[data-point]').length === 3").await?;
    page.saved("relay").await?;
    let march = &relay.read(&project).await?["measures"][0]["observations"][2];
    assert_eq!((&march["note"], march["value"].as_f64()), (&json!("snow"), Some(14.0)));
    Ok(())
}

#[tokio::test]
async fn m3_the_grid_is_one_stop_and_tab_goes_through_its_row() -> Result<()> {
    let Desk { page, .. } = &Desk::at_first_measure().await?;
    let stops = "document.querySelectorAll('.grid [tabindex=\"0\"]').length === 1";
    cell(page, "2026-03-01", 1).await?;
    page.until(stops).await?;
    for column in [2, 3] {
        page.press(Key::Tab).await?;
        page.until(&format!(
            "document.activeElement.dataset.column === '{column}' && document.activeElement.closest('[data-row=\"2026-03-01\"]') !== null"
        ))
        .await?;
    }
    page.press(Key::Tab).await?;
    page.until(
        "document.activeElement !== document.body && document.activeElement.closest('.grid') === null",
    )
    .await?;
    page.chord(&[Key::Shift], Key::Tab).await?;
    page.until("document.activeElement.dataset.column === '3'").await?;
    page.until(stops).await?;
    // Enter goes back to where Tab began.
    cell(page, "2026-02-01", 1).await?;
    page.press(Key::Tab).await?;
    page.press("rain").await?;
    page.press(Key::Enter).await?;
    page.until("document.activeElement.closest('[data-row=\"2026-03-01\"]') !== null").await?;
    page.until("document.activeElement.dataset.column === '1'").await
}

#[tokio::test]
async fn m3_events_that_are_pasted_again_are_no_second_ones() -> Result<()> {
    let relay = Relay::start()?;
    let mut file: Value = serde_json::from_str(&planned())?;
    file["measures"][0]["frequency"] = json!("each event");
    file["measures"][0]["observations"] = json!([]);
    let project = relay.project(Some(file.to_string())).await?;
    let browser = Browser::open(Look::DESK).await?;
    let page = browser.visit(&project.editor).await?;
    opened_empty(&page).await?;
    for _ in 0..2 {
        cell(&page, "new", 0).await?;
        page.paste("2026-04-06\t3\n2026-04-06\t3\n2026-04-06\t4\n2026-05-01\t5\n").await?;
        page.until("document.querySelectorAll('[data-point]').length === 4").await?;
    }
    let expected =
        json!([["2026-04-06", 3.0], ["2026-04-06", 3.0], ["2026-04-06", 4.0], ["2026-05-01", 5.0]]);
    page.saved("relay").await?;
    let read = relay.read(&project).await?;
    let seen = read["measures"][0]["observations"].as_array().unwrap().iter();
    let mut seen: Vec<Value> = seen.map(|one| json!([one["date"], one["value"].as_f64()])).collect();
    seen.sort_by_key(Value::to_string);
    assert_eq!(Value::from(seen), expected);
    Ok(())
}
