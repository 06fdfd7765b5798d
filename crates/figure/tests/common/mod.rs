//! Projects to draw: the diagram of a project file, read as plainly as these tests need it.
#![allow(dead_code, clippy::unwrap_used, reason = "each test uses its part")]

use model::{Card, CardId, Link, Order, Project, Strength};
use serde_json::Value;

/// The cards and links of a project file.
pub(crate) fn read(text: &str) -> Project {
    let file: Value = serde_json::from_str(text).unwrap();
    let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let mut project = Project { title: text(&file, "title"), ..Project::default() };
    let list = |name: &str| file[name].as_array().cloned().unwrap_or_default();
    for (card, order) in list("cards").iter().zip(Order::run(None, None, list("cards").len(), 0)) {
        let level = text(card, "level").parse().unwrap();
        let mut read = Card::new(CardId::parse(&text(card, "id")).unwrap(), level, text(card, "text"));
        read.status = card["status"].as_str().map(|status| status.parse().unwrap());
        read.order = order;
        project.cards.insert(read.id.clone(), read);
    }
    for (link, order) in list("links").iter().zip(Order::run(None, None, list("links").len(), 0)) {
        let id = |name| CardId::parse(&text(link, name)).unwrap();
        let mut read = Link::new(id("from"), id("to"), order);
        if link["strength"] == "weak" {
            read.strength = Strength::Weak;
        }
        project.links.insert(read.key.clone(), read);
    }
    project
}
