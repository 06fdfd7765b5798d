//! Projects to draw: the diagram of a project file, read as plainly as these tests need it.
#![allow(dead_code, unused_imports, clippy::unwrap_used, reason = "each test uses its part")]

mod generate;

use std::{fs, path::Path};

use figure::{Input, card_box, footer};
use model::{Card, CardId, Link, Order, Project, Strength, about::Counts, structure::Structure};
use serde_json::Value;

pub(crate) use generate::generate;

/// The names of the five examples.
pub(crate) const EXAMPLES: [&str; 5] =
    ["crisis-care", "improvement-network", "staff-support", "value-and-resilience", "whole-system-flow"];

/// One of the five examples.
pub(crate) fn example(name: &str) -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/examples");
    read(&fs::read_to_string(folder.join(name).with_extension("json")).unwrap())
}

/// What the layout needs to know of a project.
pub(crate) fn input(project: &Project) -> Input {
    let height = |id: &CardId| {
        let card = &project.cards[id];
        card_box(card.level, &card.text, footer(card, Counts::default())).height
    };
    Input::of(&Structure::of(project), height)
}

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
