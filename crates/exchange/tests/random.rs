//! Random and damaged input: nothing panics, and whatever is read leaves as it came.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use exchange::{
    EXAMPLES, Outline,
    outline::{Ground, write_project},
    project::{from_json, to_json},
};
use model::{Card, CardId, Level, Link, Order, Project, Structure, action::Pen};
use proptest::prelude::*;
use serde_json::Value;

/// The heading of what hangs from nothing.
const UNLINKED: &str = "Not linked yet";

fn ids() -> impl FnMut() -> CardId {
    let mut next = 0;
    move || {
        next += 1;
        CardId::from_random(next)
    }
}

/// Any JSON, a few levels deep.
fn any_json() -> impl Strategy<Value = Value> {
    let number = any::<f64>().prop_filter_map("JSON has finite numbers only", serde_json::Number::from_f64);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::from),
        number.prop_map(Value::Number),
        "\\PC{0,8}".prop_map(Value::String),
        "[\\.\\[\\]=%a-]{0,6}".prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 32, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            proptest::collection::hash_map("[\\.\\[\\]=%a-]{0,4}", inner, 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Visits the values of a file in turn, and changes the one whose turn it is.
fn damage(value: &mut Value, turn: &mut usize, with: &(usize, Value)) {
    if *turn == 0 {
        match (with.0 % 4, value) {
            (0, Value::Object(fields)) => drop(fields.insert("extra field".into(), with.1.clone())),
            (1, Value::Array(items)) => items.push(with.1.clone()),
            (1, Value::Object(fields)) => {
                let name = fields.keys().nth(with.0 % fields.len().max(1)).cloned();
                name.and_then(|name| fields.remove(&name));
            }
            (2, Value::Array(items)) => items.reverse(),
            (3, Value::Array(items)) => items.extend(items.first().cloned()),
            (_, value) => *value = with.1.clone(),
        }
        *turn = usize::MAX;
        return;
    }
    *turn -= 1;
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| damage(item, turn, with)),
        Value::Object(fields) => fields.values_mut().for_each(|field| damage(field, turn, with)),
        _ => {}
    }
}

fn check_read(text: &str) -> Result<(), TestCaseError> {
    if let Ok(project) = from_json(text) {
        let written = to_json(&project);
        let again = from_json(&written);
        prop_assert!(again.is_ok(), "{:?}", again.err());
        prop_assert_eq!(to_json(&again.unwrap()), written);
    }
    Ok(())
}

/// A random diagram of up to 20 cards; some share a text, some are linked the wrong way or not at all.
fn diagram() -> impl Strategy<Value = Project> {
    let card = (0..5usize, "[a-z>=\\\\*# \"1.-]{0,6}|\\PC{0,12}|same");
    let link = (0..20usize, 0..20usize, 0..1000u64);
    (proptest::collection::vec(card, 0..20), proptest::collection::vec(link, 0..40)).prop_map(
        |(cards, links)| {
            let mut project = Project::default();
            let id = |place: usize| CardId::parse(&format!("c{place}")).unwrap();
            let orders = Order::run(None, None, cards.len(), 0);
            let mut aim = false;
            for ((place, (level, text)), order) in cards.into_iter().enumerate().zip(orders) {
                let level = if level == 0 && std::mem::replace(&mut aim, true) {
                    Level::Primary
                } else {
                    Level::ALL[level]
                };
                let mut card = Card::new(id(place), level, text);
                card.order = order;
                project.cards.insert(card.id.clone(), card);
            }
            for (from, to, jitter) in links {
                let link = Link::new(id(from), id(to), Order::between(None, None, jitter));
                project.links.insert(link.key.clone(), link);
            }
            project
        },
    )
}

/// Cards by level and text, and drawn links by texts with their place in the column.
fn essence(project: &Project) -> Vec<(Level, String, String, usize)> {
    let structure = Structure::of(project);
    let text = |id: &CardId| project.cards[id].text.replace(['\n', '\r', '\t'], " ").trim().to_owned();
    let mut lines: Vec<_> =
        structure.cards().map(|(id, seat)| (seat.level, text(id), String::new(), 0)).collect();
    for (id, _) in structure.cards() {
        for level in Level::ALL {
            let children =
                structure.children(id).iter().filter(|child| structure.level(child) == Some(level));
            lines.extend(children.enumerate().map(|(place, child)| (level, text(child), text(id), place)));
        }
    }
    lines.sort();
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn x4_any_text_is_read_or_refused(text in "\\PC{0,200}|[\\[\\]{}\":,a1.\\-]{0,200}") {
        check_read(&text)?;
    }

    #[test]
    fn x4_any_json_is_read_or_refused(fields in any_json(), place in 0..8usize) {
        let name = ["charter", "cards", "links", "measures", "cycles", "comments", "votes", "else"][place];
        let file = serde_json::json!({"format": "tributary/project", "version": 1, name: fields});
        check_read(&file.to_string())?;
    }

    #[test]
    fn x4_a_damaged_example_is_read_or_refused(
        example in 0..5usize, turns in proptest::collection::vec((0..3000usize, (0..64usize, any_json())), 1..4),
    ) {
        let mut file: Value = serde_json::from_str(EXAMPLES[example].json()).unwrap();
        for (mut turn, with) in turns {
            damage(&mut file, &mut turn, &with);
        }
        check_read(&file.to_string())?;
    }

    #[test]
    fn x4_an_example_with_broken_bytes_is_read_or_refused(example in 0..5usize, at in 0..20_000usize, with in "\\PC{0,3}") {
        let mut text = EXAMPLES[example].json().to_owned();
        let at = (at..).find(|at| text.is_char_boundary(*at % text.len())).unwrap() % text.len();
        let end = (at + 1..).find(|end| text.is_char_boundary(*end)).unwrap();
        text.replace_range(at..end, &with);
        check_read(&text)?;
    }

    #[test]
    fn x15_any_text_is_an_outline_or_refused(text in "[a-c>=\\-#\t \n\"1.o•]{0,60}|(\\PC|\n|\t){0,60}", level in 0..5usize) {
        if let Ok(outline) = Outline::parse(&text) {
            let written = write_project(&outline.project(&pen(), ids()), UNLINKED);
            let again = Outline::parse(&written).map(|again| write_project(&again.project(&pen(), ids()), UNLINKED));
            prop_assert_eq!(again, Ok(written));
        }
        let ground = Ground { parent: Level::ALL[level].higher(), level: Level::ALL[level] };
        Outline::parse_at(&text, ground).ok();
    }

    #[test]
    fn x19_a_diagram_reads_as_it_was_written(project in diagram()) {
        let text = write_project(&project, UNLINKED);
        match Outline::parse(&text) {
            Ok(outline) => {
                let again = outline.project(&pen(), ids());
                prop_assert_eq!(essence(&again), essence(&project), "{}", text);
                prop_assert_eq!(write_project(&again, UNLINKED), text);
            }
            Err(fault) => prop_assert!(project.cards.is_empty(), "{}\n{}", fault, text),
        }
    }

    #[test]
    fn x7_any_diagram_leaves_as_a_file_and_comes_back(project in diagram()) {
        let written = to_json(&project);
        let again = from_json(&written).unwrap();
        prop_assert_eq!(to_json(&again), written);
        let keys: BTreeSet<_> = project.links.keys().collect();
        prop_assert_eq!(again.links.keys().collect::<BTreeSet<_>>(), keys);
        prop_assert!(again.extra.is_empty());
    }
}

fn pen() -> Pen {
    Pen { by: String::new(), at: 0.0, jitter: 0 }
}
