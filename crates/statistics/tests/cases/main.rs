//! Charts of synthetic series against the numbers that other programs gave for them: rule S2.
//!
//! `tests/cases/series/synthetic.json` says of each case which program, which version and which options.
#![allow(clippy::unwrap_used)]

mod edge;

use serde_json::{Map, Value};

/// How far numbers may be apart, as a share and at all: they are written with ten digits.
const SHARE: f64 = 1e-9;
const LEAST: f64 = 1e-12;

fn cases() -> Vec<Map<String, Value>> {
    // Another file of cases can be tried without being part of the project.
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/series/synthetic.json");
    let path = std::env::var("STATISTICS_CASES").unwrap_or_else(|_| own.to_owned());
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    file["cases"].as_array().unwrap().iter().map(|case| case.as_object().unwrap().clone()).collect()
}

/// Where what we say differs from what was expected; what we say beyond it is ours.
fn differences(at: &str, expected: &Value, said: &Value, found: &mut Vec<String>) {
    match (expected, said) {
        (Value::Number(one), Value::Number(other)) => {
            let (one, other) = (one.as_f64().unwrap(), other.as_f64().unwrap());
            if (one - other).abs() > SHARE * one.abs().max(other.abs()) + LEAST {
                found.push(format!("{at}: {one} expected, {other} said"));
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (place, (one, other)) in one.iter().zip(other).enumerate() {
                differences(&format!("{at}[{place}]"), one, other, found);
            }
        }
        (Value::Object(one), Value::Object(other)) => {
            for (key, one) in one {
                differences(&format!("{at}.{key}"), one, other.get(key).unwrap_or(&Value::Null), found);
            }
        }
        (one, other) if one == other => {}
        (one, other) => found.push(format!("{at}: {one} expected, {other} said")),
    }
}

#[test]
fn s2_every_case_has_the_numbers_of_the_program_it_names() {
    let cases = cases();
    let mut found = Vec::new();
    for case in &cases {
        let name = case["name"].as_str().unwrap();
        match edge::expected(&with_rules(case)) {
            Ok(said) => differences(name, &case["expected"], &said, &mut found),
            Err(fault) => found.push(format!("{name}: {fault}")),
        }
    }
    assert!(cases.len() >= 15, "only {} cases", cases.len());
    assert!(found.is_empty(), "{} differences:\n{}", found.len(), found.join("\n"));
}

/// The case with the rules and lengths of the program that its numbers come from.
fn with_rules(case: &Map<String, Value>) -> Map<String, Value> {
    let mut case = case.clone();
    let rules = match case["source"]["implementation"].as_str().unwrap() {
        "NHSRplotthedots" => "making-data-count",
        "qicharts2" => "anhoej",
        _ => "shewhart",
    };
    case.insert("rules".to_owned(), rules.into());
    if let Some(trend) = case["source"]["options"].get("trend_n").cloned() {
        case.insert("trend".to_owned(), trend);
    }
    case
}
