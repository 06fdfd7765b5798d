//! What a screen reader is given of a page: Chromium's accessibility tree, one line a node.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::Page;

/// States and places that are said, in this order.
const SAID: [&str; 6] = ["level", "expanded", "selected", "focused", "multiselectable", "disabled"];
/// Pieces of which others are made; the whole is listed.
const PIECES: [&str; 2] = ["StaticText", "InlineTextBox"];

/// The tree of that name and all that is in it, indented.
pub async fn tree(page: &Page, name: &str) -> Result<String> {
    let answer = page.driver.cdp().send_raw("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = answer["nodes"].as_array().context("a tree has nodes")?;
    let root = nodes.iter().find(|node| node["role"]["value"] == "tree" && node["name"]["value"] == name);
    let root = root.with_context(|| format!("no tree is called {name}"))?;
    let by_id: HashMap<&str, &Value> =
        nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    let mut lines = String::new();
    tell(&by_id, root, 0, &mut lines);
    Ok(lines)
}

fn tell(nodes: &HashMap<&str, &Value>, node: &Value, depth: usize, lines: &mut String) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default();
    let nothing = role == "generic" && name.is_empty();
    let heard = node["ignored"] != true && !PIECES.contains(&role) && !nothing;
    if heard {
        lines.push_str(&format!("{}{role}{}: {name}\n", "  ".repeat(depth), said(node)));
    }
    let children = node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str);
    for child in children.filter_map(|id| nodes.get(id)) {
        tell(nodes, child, depth + usize::from(heard), lines);
    }
}

/// States of a node that hold, and its level.
fn said(node: &Value) -> String {
    let properties = node["properties"].as_array();
    let value = |name: &str| {
        let found = properties?.iter().find(|property| property["name"] == name)?;
        Some(&found["value"]["value"])
    };
    let words = SAID.into_iter().filter_map(|name| match (name, value(name)?) {
        ("expanded", Value::Bool(false)) => Some(" closed".to_owned()),
        ("expanded", Value::Bool(true)) => Some(" open".to_owned()),
        (name, Value::Bool(true)) => Some(format!(" {name}")),
        (name, Value::Number(number)) => Some(format!(" {name} {number}")),
        _ => None,
    });
    words.collect()
}

/// Compares with what was kept under that name; with `TRIBUTARY_BLESS=1` what is heard now is kept.
pub fn is_as_kept(heard: &str, name: &str) -> Result<()> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/heard").join(name);
    if std::env::var_os("TRIBUTARY_BLESS").is_some() {
        std::fs::create_dir_all(place.parent().context("a file is in a folder")?)?;
        std::fs::write(&place, heard)?;
    }
    let kept = std::fs::read_to_string(&place)?;
    let differs = kept.lines().zip(heard.lines()).find(|(kept, heard)| kept != heard);
    ensure!(
        kept == heard,
        "{name} differs{}; with TRIBUTARY_BLESS=1 what is heard now is kept:\n{heard}",
        differs.map_or(String::new(), |(kept, heard)| format!(": kept {kept:?}, heard {heard:?}"))
    );
    Ok(())
}
