//! Reads the cases and holds them against what is found.

use std::collections::BTreeSet;

use model::{
    Project,
    check::{Date, Finding, Rule, check},
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

const FILES: [(&str, &str); 6] = [
    ("aim", include_str!("aim.json")),
    ("overview", include_str!("overview.json")),
    ("clarity", include_str!("clarity.json")),
    ("causes", include_str!("causes.json")),
    ("evidence", include_str!("evidence.json")),
    ("measurement", include_str!("measurement.json")),
];

/// A project, and what one rule finds in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    rule: String,
    name: String,
    #[serde(default)]
    cards: Vec<String>,
    #[serde(default)]
    measures: Vec<Map<String, Value>>,
    #[serde(default)]
    cycles: Vec<Map<String, Value>>,
    /// Further fields of the project file; those of cards and links by id.
    #[serde(default)]
    more: Map<String, Value>,
    /// Each finding as its key and what it says.
    finds: Vec<String>,
}

/// The day of all cases.
pub(crate) fn today() -> Date {
    Date::from_ymd_opt(2026, 11, 22).unwrap()
}

/// `VA1/aim AimLacks([ByWhen])`, and the cards it speaks of where there are some.
pub(crate) fn line(finding: &Finding) -> String {
    let cards: Vec<&str> = finding.cards.iter().map(|card| card.as_str()).collect();
    let cards = if cards.is_empty() { String::new() } else { format!(" ({})", cards.join(" ")) };
    format!("{} {:?}{cards}", finding.key(), finding.says)
}

fn all() -> impl Iterator<Item = (&'static str, Case)> {
    FILES.into_iter().flat_map(|(file, text)| {
        let cases: Vec<Case> = serde_json::from_str(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        cases.into_iter().map(move |case| (file, case))
    })
}

/// Every case of a rule holds, and there are both: one with a finding, and one without.
pub(crate) fn holds(rule: &str) {
    let mut kinds = BTreeSet::new();
    for (file, case) in all().filter(|(_, case)| case.rule == rule) {
        let findings = check(&project(&case), today());
        let found: Vec<String> =
            findings.iter().filter(|finding| finding.rule.id() == rule).map(line).collect();
        assert_eq!(found, case.finds, "{rule}: {} ({file}.json)", case.name);
        kinds.insert(case.finds.is_empty());
    }
    assert_eq!(kinds.len(), 2, "{rule} has a case that meets it, and one that does not");
}

#[test]
fn every_case_is_of_a_rule() {
    let rules: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    for (file, case) in all() {
        assert!(rules.contains(case.rule.as_str()), "{file}.json: {}", case.name);
    }
}

fn project(case: &Case) -> Project {
    let good: Map<String, Value> = serde_json::from_str(include_str!("good.json")).unwrap();
    let filled = |kind: &str, given: &[Map<String, Value>]| -> Vec<Value> {
        let fill = |given: &Map<String, Value>| {
            let mut whole = good[kind].as_object().unwrap().clone();
            whole.extend(given.clone());
            Value::Object(whole)
        };
        given.iter().map(fill).collect()
    };
    let mut file = json!({
        "format": "tributary/project", "version": 1, "title": "A case",
        "cards": [], "links": [],
        "measures": filled("measure", &case.measures), "cycles": filled("cycle", &case.cycles),
    });
    for text in &case.cards {
        card(text, &mut file);
    }
    for (name, value) in &case.more {
        match name.as_str() {
            "cards" | "links" => extend(&mut file[name], value),
            _ => file[name] = value.clone(),
        }
    }
    exchange::project::from_json(&file.to_string()).unwrap_or_else(|fault| panic!("{}: {fault}", case.name))
}

/// `s1>p1,p2 Both teams know`: an id, whose first letter is the level, its parents, and a text.
fn card(text: &str, file: &mut Value) {
    let (ids, text) = text.split_once(' ').unwrap();
    let (id, parents) = ids.split_once('>').unwrap_or((ids, ""));
    let level = match &id[..1] {
        "a" => "aim",
        "p" => "primary",
        "s" => "secondary",
        "t" => "tertiary",
        _ => "idea",
    };
    file["cards"].as_array_mut().unwrap().push(json!({"id": id, "level": level, "text": text}));
    for parent in parents.split(',').filter(|parent| !parent.is_empty()) {
        let link = json!({"from": id, "to": parent, "strength": "strong"});
        file["links"].as_array_mut().unwrap().push(link);
    }
}

/// Adds fields to cards (by id) or links (by `from>to`), or a whole link that is not there.
fn extend(list: &mut Value, more: &Value) {
    let list = list.as_array_mut().unwrap();
    for (key, fields) in more.as_object().unwrap() {
        let is_it = |item: &&mut Value| match key.split_once('>') {
            Some((from, to)) => item["from"] == from && item["to"] == to,
            None => item["id"] == key.as_str(),
        };
        match (list.iter_mut().find(is_it), key.split_once('>')) {
            (Some(item), _) => item.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone()),
            (None, Some((from, to))) => list.push(json!({"from": from, "to": to, "strength": "strong"})),
            (None, None) => panic!("{key} is no card of this case"),
        }
    }
}
