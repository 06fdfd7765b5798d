//! `tributary chart`: cases against the numbers that other programs gave for them (rule S2), and charts of data.
//!
//! `tests/cases/series/synthetic.json` says of each case which program, which version and which options.

use serde_json::{Value, json};

use crate::kills::run;

/// How far numbers may be apart, as a share and at all: they are written with ten digits.
const SHARE: f64 = 1e-9;
const LEAST: f64 = 1e-12;

/// Where what we say differs from what was expected; what we say beyond it is ours.
pub(crate) fn differences(at: &str, expected: &Value, said: &Value, found: &mut Vec<String>) {
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
    // another file of cases can be tried without being part of the project
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/cases/series/synthetic.json");
    let path = std::env::var("STATISTICS_CASES").unwrap_or_else(|_| own.to_owned());
    let file: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let (code, out, error) = run(&["chart", "--cases", &path]);
    assert_eq!((code, error.as_str()), (0, ""));
    let said: Value = serde_json::from_str(&out).unwrap();
    let [cases, said] = [&file, &said].map(|file| file["cases"].as_array().unwrap());
    assert!(cases.len() >= 15 && cases.len() == said.len(), "{} of {} cases", said.len(), cases.len());
    let mut found = Vec::new();
    for (case, said) in cases.iter().zip(said) {
        assert_eq!(case["name"], said["name"]);
        differences(case["name"].as_str().unwrap(), &case["expected"], &said["expected"], &mut found);
    }
    assert!(found.is_empty(), "{} differences:\n{}", found.len(), found.join("\n"));
}

#[test]
fn s14_a_case_that_cannot_be_computed_is_named_and_the_others_are_computed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.json");
    let path = path.to_str().unwrap();
    let good = json!({ "chart": "run", "input": { "values": [1, null, 3] } });
    for (change, fault) in [
        (json!({ "input": null }), "a case needs an input"),
        (json!({ "input": {} }), "an input needs values"),
        (json!({ "input": { "values": 3 } }), "values must be a list"),
        (json!({ "input": { "values": ["NaN"] } }), "\"NaN\" is not a number"),
        (json!({ "input": { "subgroups": [[1, "x"]] } }), "\"x\" is not a number"),
        (json!({ "input": { "numerator": [1, 2], "denominator": [3] } }), "2 numerators over 1 denominators"),
        (json!({ "input": { "values": [1, 2], "dates": ["2026-01-01"] } }), "1 dates for 2 points"),
        (json!({ "input": { "values": [1], "exclude": [1] } }), "exclude names a point that is not there"),
        (json!({ "input": { "values": [1], "phase_starts": [-1] } }), "phase_starts names a point"),
        (
            json!({ "input": { "values": [1], "baseline_points": 1.5 } }),
            "baseline_points must be a whole number",
        ),
        (json!({ "input": { "values": [1], "improvement_direction": "up" } }), "no improvement_direction up"),
        (json!({ "chart": null }), "a case needs a chart"),
        (json!({ "chart": "pie" }), "there is no chart pie"),
        (json!({ "rules": "nelson" }), "there are no rules nelson"),
        (json!({ "shift": 0 }), "shift must be 2 or more"),
        (json!({ "trend": 0 }), "trend must be 2 or more"),
        (json!({ "trend": -3 }), "trend must be a whole number"),
        (json!({ "chart": "t", "input": { "values": [3, 0, 2] } }), "point 1: The time between two events"),
        (json!({ "chart": "c", "input": { "values": [3, -1] } }), "point 1: A count cannot be below 0"),
        (json!({ "chart": "p", "input": { "values": [1] } }), "point 0: This chart needs a numerator"),
        (
            json!({ "chart": "p", "input": { "numerator": [2], "denominator": [1] } }),
            "point 0: The numerator",
        ),
    ] {
        let mut bad = good.clone();
        bad["name"] = "the bad one".into();
        bad.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        std::fs::write(path, json!({ "cases": [bad, good] }).to_string()).unwrap();
        let (code, out, error) = run(&["chart", "--cases", path]);
        assert_eq!((code, error.lines().count()), (1, 1), "{error}");
        assert!(error.starts_with("tributary: the bad one: ") && error.contains(fault), "{error} – {fault}");
        let said: Value = serde_json::from_str(&out).unwrap();
        assert!(said["cases"][0]["error"].as_str().unwrap().contains(fault));
        assert_eq!(said["cases"][1]["expected"]["values"], json!([1.0, null, 3.0]));
        assert_eq!(said["cases"][1]["name"], 1);
    }
}

#[test]
fn s14_cases_of_nothing_are_computed_and_files_that_are_none_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.json");
    let path = path.to_str().unwrap();
    for kind in statistics::ChartKind::all() {
        for key in ["values", "subgroups", "numerator"] {
            let input = json!({ key: [], "denominator": [], "dates": [] });
            let case = json!({ "name": "none", "chart": kind.name(), "input": input });
            std::fs::write(path, json!({ "cases": [case] }).to_string()).unwrap();
            let (code, out, error) = run(&["chart", "--cases", path]);
            assert_eq!((code, error.as_str()), (0, ""), "{kind:?} {key}");
            let said: Value = serde_json::from_str(&out).unwrap();
            assert_eq!(said["cases"][0]["expected"]["values"], json!([]));
        }
    }
    for text in ["", "[]", "{}", "{\"cases\":{}}", "{\"cases\":[{\"input\":{\"values\":[NaN]}}]}"] {
        std::fs::write(path, text).unwrap();
        let (code, out, error) = run(&["chart", "--cases", path]);
        assert_eq!((code, out.as_str(), error.lines().count()), (1, "", 1), "{text}: {error}");
    }
}
