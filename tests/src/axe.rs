//! axe-core in a page: what stands in anybody's way.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::Page;

/// Faults of an impact that shuts somebody out, each with the elements it is about.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(found => done(found.violations
        .filter(fault => ['serious', 'critical'].includes(fault.impact))
        .map(fault => fault.id + ': ' + fault.nodes.map(node => node.html).join(' | '))));
";

/// Finds nothing serious on a page as it stands; `what` names it where something is found.
pub async fn finds_nothing(page: &Page, what: &str) -> Result<()> {
    let axe =
        std::env::var("TRIBUTARY_AXE").context("the task that runs the stories says where axe-core is")?;
    if page.ask("typeof axe").await? == "undefined" {
        page.driver.execute(std::fs::read_to_string(axe)?, vec![]).await?;
    }
    // What opens or goes moves for a moment, and a colour on its way is not the one that is read.
    page.until("document.getAnimations().every(each => each.playState !== 'running')").await?;
    let found = page.driver.execute_async(RUN, vec![]).await?;
    let found = found.json().as_array().cloned().context("axe-core gives a list")?;
    ensure!(
        found.is_empty(),
        "{what}:\n{}",
        found.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
    );
    Ok(())
}
