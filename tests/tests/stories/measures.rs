//! Measures: a plan, its data typed and pasted, and charts that say what is there.

use anyhow::Result;
use serde_json::{Value, json};
use stories::{Browser, Faults, Look, Page, Project, Relay, axe, sight};
use thirtyfour::Key;

use super::pictures::example;
use super::together::small;

/// What the sentences under a chart say.
const SAYS: &str = "document.querySelector('[data-patterns]').textContent";

/// A small project with one measure that is collected monthly.
pub(super) fn planned() -> String {
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
pub(super) async fn opened(page: &Page, measure: &str) -> Result<()> {
    page.button("Measures").await?;
    page.until(&format!("document.querySelector('tr[data-measure={measure}] .plan__name') !== null")).await?;
    page.driver
        .execute(format!("document.querySelector('tr[data-measure={measure}] .plan__name').click()"), vec![])
        .await?;
    page.until(&format!("document.querySelector('article[data-measure={measure}] .chart__svg svg') !== null"))
        .await
}

/// The page of the first measure, without values.
pub(super) async fn opened_empty(page: &Page) -> Result<()> {
    page.button("Measures").await?;
    page.until("document.querySelector('.plan__name') !== null").await?;
    page.driver.execute("document.querySelector('.plan__name').click()", vec![]).await?;
    page.until("document.querySelector('article [data-row]') !== null").await
}

/// Puts the keyboard in a cell.
pub(super) async fn cell(page: &Page, row: &str, column: usize) -> Result<()> {
    let cell = format!("document.querySelector('[data-row=\"{row}\"] [data-column=\"{column}\"]')");
    page.until(&format!("{cell} !== null")).await?;
    page.driver.execute(format!("{cell}.focus()"), vec![]).await?;
    Ok(())
}

/// Waits until the relay has these values of the first measure.
pub(super) async fn has(page: &Page, relay: &Relay, project: &Project, values: Value) -> Result<()> {
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
