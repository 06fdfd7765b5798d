//! Project JSON: what goes in comes out, and what is wrong is said with its path.
#![allow(clippy::unwrap_used)]

use exchange::{
    EXAMPLES,
    project::{Fault, from_json, to_json},
};
use model::{
    CardId, Order, Project,
    diagram::Deleted,
    measure::{PlanField, PlanNumber, Value},
};
use serde_json::json;
use words::{Language, Words};

fn id(text: &str) -> CardId {
    CardId::parse(text).unwrap()
}

/// A file with the least that it needs, and these fields.
fn file(fields: serde_json::Value) -> String {
    let mut file = json!({ "format": "tributary/project", "version": 1 });
    file.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    file.to_string()
}

fn sorted(text: &str) -> String {
    serde_json::from_str::<serde_json::Value>(text).unwrap().to_string()
}

/// Reads, writes, and expects the same file; then the same text again.
fn check_same(text: &str) {
    let written = to_json(&from_json(text).unwrap());
    let (left, right) = (sorted(&written), sorted(text));
    assert!(left == right, "{left:.2000}\n{right:.2000}");
    assert!(to_json(&from_json(&written).unwrap()) == written, "{left:.2000}");
}

fn check_fault(text: &str, path: &str, message: &str) {
    match from_json(text) {
        Err(fault) => {
            assert_eq!(fault.path, path, "{fault}");
            assert!(fault.message.contains(message), "{fault}");
        }
        Ok(_) => panic!("{text} was read"),
    }
}

#[test]
fn x1_the_examples_leave_as_they_came() {
    for example in EXAMPLES {
        let text = example.json();
        let project = from_json(text).unwrap();
        assert_eq!(project.title, example.title);
        assert_eq!(to_json(&project), format!("{text}\n"), "{}", example.name);
        check_same(text);
    }
}

#[test]
fn x1_a_file_that_says_everything_leaves_as_it_came() {
    check_same(include_str!("cases/everything.json"));
}

#[test]
fn x1_the_spelling_of_a_file_is_kept() {
    for fields in [
        json!({}),
        json!({"title": null, "cards": null}),
        json!({"cards": [{"id": "a", "level": "aim", "text": "", "note": "", "owner": null, "tags": [], "evidence": []}]}),
        json!({"cards": [{"id": "a", "level": "aim", "text": "", "tags": ["b", "a"], "at": 1.0}]}),
        json!({"measures": [{"id": "m", "name": "", "cards": ["z", "b", "a"], "goal": {}, "screen": false}]}),
        json!({"measures": [{"id": "m", "observations": [{"date": "2026-02-01", "value": 1.0}, {"date": "2026-01-01", "value": 2.5}]}]}),
        json!({"measures": [{"id": "m", "observations": [{"date": "2026-01-01", "value": 1.0}, {"date": "2026-02-01", "value": 2}]}]}),
        json!({"measures": [{"id": "m", "observations": [{"date": "2026-01-01", "values": [1.0, 2.0], "ghost": false}]}]}),
        json!({"measures": [{"id": "m", "multiplier": 1e300, "freeze": 12345678901234567890u64, "shift": -0.0}]}),
        json!({"comments": [{"id": "b", "at": 2}, {"id": "a", "at": 1}]}),
        json!({"links": [{"from": "nobody", "to": "nothing", "strength": "strong"}]}),
        json!({"cycles": [{"id": "c", "idea": "gone", "number": null}]}),
    ] {
        check_same(&file(fields));
    }
}

#[test]
fn x2_unknown_fields_stay_where_they_stood() {
    let text = file(json!({
        "future": {"deep": [1, {"a.b[c]=d%": null}]}, "a.b": 1, "é": 2, "": 3, "x[]": 4, "y=": 5,
        "charter": {"why": "", "colour": "red", "team": [{"name": "N", "role": "r", "phone": "1"}]},
        "cards": [{"id": "a", "level": "aim", "text": "x", "size": 3}, {"id": "b", "level": "idea", "text": "y", "size": 4}],
        "links": [{"from": "b", "to": "a", "strength": "weak", "bend": 0.5}],
        "measures": [{"id": "m", "name": "n", "goal": {"value": 1, "by": "x"},
            "observations": [{"date": "2026-01-01", "value": 1, "who": "w"}, {"date": "2026-01-01", "numerator": 1, "denominator": 2, "value": 9}]}],
        "cycles": [{"id": "c", "questions": [{"question": "q", "weight": 2}], "act": null}],
    }));
    check_same(&text);
    let mut project = from_json(&text).unwrap();
    assert_eq!(project.extra["cards[b].size"], "4");
    assert_eq!(project.extra["a%2Eb"], "1");
    project.cards.get_mut(&id("a")).unwrap().order = Order::read("zz");
    let written: serde_json::Value = serde_json::from_str(&to_json(&project)).unwrap();
    assert_eq!(written["cards"][1]["size"], 3);
    project.cards.remove(&id("a"));
    let written: serde_json::Value = serde_json::from_str(&to_json(&project)).unwrap();
    assert_eq!(written["cards"], json!([{"id": "b", "level": "idea", "text": "y", "size": 4}]));
}

#[test]
fn x2_what_is_kept_never_brings_back_what_was_changed() {
    let text = file(json!({
        "cards": [{"id": "a", "level": "aim", "text": "x", "tags": ["b", "a"], "note": ""}],
        "measures": [{"id": "m", "name": "n", "freeze": 1.0, "goal": {"value": 2.0}, "observations": []}],
    }));
    let mut project = from_json(&text).unwrap();
    let card = project.cards.get_mut(&id("a")).unwrap();
    (card.tags, card.note) = (Default::default(), "said".into());
    let measure = project.measures.values_mut().next().unwrap();
    measure.numbers.insert(PlanNumber::Freeze, 3.0);
    measure.numbers.remove(&PlanNumber::GoalValue);
    let written: serde_json::Value = serde_json::from_str(&to_json(&project)).unwrap();
    assert_eq!(written["cards"][0], json!({"id": "a", "level": "aim", "text": "x", "note": "said"}));
    assert_eq!(written["measures"][0]["freeze"], json!(3));
    assert_eq!(written["measures"][0].get("goal"), None);
}

#[test]
fn x2_what_stands_in_extra_can_be_anything() {
    let mut project = from_json(&file(json!({"cards": [{"id": "a", "level": "aim", "text": "x"}]}))).unwrap();
    let before = to_json(&project);
    let deep = "[".repeat(80) + &"]".repeat(80);
    for (path, text) in [
        ("cards[a].broken", "{"),
        ("cards[a].deep", deep.as_str()),
        ("cards[a].level", "\"idea\""),
        ("cards[]", "7"),
        ("cards[a].at=", "1"),
        ("version=", "1, \"x\": 2"),
        ("gone[1].x", "1"),
        ("[", "{"),
        ("..", "["),
        ("cards[a].%Q%é", "\""),
        ("cards[]=", "x"),
    ] {
        project.extra.insert(path.into(), text.into());
    }
    assert_eq!(to_json(&project), before);
}

#[test]
fn x3_a_fault_is_reported_with_its_path() {
    let card = |fields: serde_json::Value| {
        let mut card = json!({"id": "b", "level": "idea", "text": "t"});
        card.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        json!({"cards": [{"id": "a", "level": "aim", "text": ""}, card]})
    };
    let measure = |fields| json!({"measures": [{"id": "m", "observations": [fields]}]});
    let words = "must be one of aim, primary, secondary, tertiary, idea, not “goal”";
    let rows = [
        (json!({"format": "other"}), "format", "must be “tributary/project”"),
        (json!({"format": 1}), "format", "must be text"),
        (json!({"version": 2}), "version", "is 2, which only a newer Tributary can open: this one reads 1"),
        (json!({"version": 1.5}), "version", "is 1.5"),
        (json!({"version": 0}), "version", "must be 1"),
        (json!({"version": null}), "version", "must be 1"),
        (json!({"version": "1"}), "version", "must be a number"),
        (json!({"title": 5}), "title", "must be text"),
        (json!({"charter": []}), "charter", "must be an object"),
        (json!({"charter": {"messages": "x"}}), "charter.messages", "must be an object"),
        (json!({"charter": {"team": {}}}), "charter.team", "must be a list"),
        (json!({"charter": {"team": [{}, 3]}}), "charter.team[1]", "must be an object"),
        (
            json!({"charter": {"readiness": [{"score": 8}]}}),
            "charter.readiness[0].score",
            "must be from 1 to 7",
        ),
        (
            json!({"charter": {"milestones": [{"date": 20260101}]}}),
            "charter.milestones[0].date",
            "must be text",
        ),
        (json!({"cards": "x"}), "cards", "must be a list"),
        (json!({"cards": [[]]}), "cards[0]", "must be an object"),
        (json!({"cards": [{}]}), "cards[0].id", "is missing"),
        (json!({"cards": [{"id": "a", "text": ""}]}), "cards[0].level", "is missing"),
        (json!({"cards": [{"id": "a", "level": "aim"}]}), "cards[0].text", "is missing"),
        (card(json!({"id": "a"})), "cards[1].id", "is “a”, which stands in this list a second time"),
        (card(json!({"id": "a b"})), "cards[1].id", "is no id: an id has 1 to 64 characters"),
        (card(json!({"id": 7})), "cards[1].id", "must be text"),
        (card(json!({"level": "goal"})), "cards[1].level", words),
        (card(json!({"level": "x".repeat(5000)})), "cards[1].level", "xxx…"),
        (card(json!({"text": ["t"]})), "cards[1].text", "must be text"),
        (card(json!({"status": "done"})), "cards[1].status", "must be one of suggested"),
        (card(json!({"impact": true})), "cards[1].impact", "must be text"),
        (card(json!({"effort": "medium"})), "cards[1].effort", "must be one of low, high"),
        (card(json!({"matters": ""})), "cards[1].matters", "must be one of yes, no, unsure"),
        (card(json!({"tags": ["a", 1]})), "cards[1].tags[1]", "must be text"),
        (card(json!({"at": "now"})), "cards[1].at", "must be a number"),
        (
            card(json!({"evidence": [{"state": "proved"}]})),
            "cards[1].evidence[0].state",
            "must be one of supported",
        ),
        (json!({"links": [{"from": "a"}]}), "links[0].to", "is missing"),
        (json!({"links": [{"from": "a>b", "to": "c"}]}), "links[0].from", "is no id"),
        (
            json!({"links": [{"from": "a", "to": "b", "strength": "so-so"}]}),
            "links[0].strength",
            "must be one of strong, weak",
        ),
        (json!({"links": [{"from": "a", "to": "b"}, {"from": "a", "to": "b"}]}), "links[1]", "a second time"),
        (json!({"measures": [{"id": "m"}, {"id": "m"}]}), "measures[1].id", "a second time"),
        (json!({"measures": [{"id": "m", "kind": "output"}]}), "measures[0].kind", "must be one of outcome"),
        (json!({"measures": [{"id": "m", "cards": ["é"]}]}), "measures[0].cards[0]", "is no id"),
        (
            json!({"measures": [{"id": "m", "multiplier": "100"}]}),
            "measures[0].multiplier",
            "must be a number",
        ),
        (
            json!({"measures": [{"id": "m", "goal": {"value": "60"}}]}),
            "measures[0].goal.value",
            "must be a number",
        ),
        (measure(json!({})), "measures[0].observations[0].date", "is missing"),
        (
            measure(json!({"date": "4 May", "value": 1})),
            "measures[0].observations[0].date",
            "must be a date like 2026-05-04, not “4 May”",
        ),
        (
            measure(json!({"date": "2025-02-29", "value": 1})),
            "measures[0].observations[0].date",
            "must be a date",
        ),
        (measure(json!({"date": "2026-01-01"})), "measures[0].observations[0]", "needs a value"),
        (
            measure(json!({"date": "2026-01-01", "value": "1"})),
            "measures[0].observations[0].value",
            "must be a number",
        ),
        (
            measure(json!({"date": "2026-01-01", "numerator": 1})),
            "measures[0].observations[0].denominator",
            "is missing",
        ),
        (
            measure(json!({"date": "2026-01-01", "values": [1, null]})),
            "measures[0].observations[0].values[1]",
            "must be a number",
        ),
        (
            json!({"cycles": [{"id": "c", "act": "stop"}]}),
            "cycles[0].act",
            "must be one of adopt, adapt, abandon",
        ),
        (json!({"cycles": [{"id": "c", "idea": ""}]}), "cycles[0].idea", "is no id"),
        (
            json!({"cycles": [{"id": "c", "questions": [{"matched": "yes"}]}]}),
            "cycles[0].questions[0].matched",
            "must be true or false",
        ),
        (json!({"comments": [{"text": "t"}]}), "comments[0].id", "is missing"),
        (json!({"votes": {"1/a": "many"}}), "votes.1/a", "must be a number"),
    ];
    for (fields, path, message) in rows {
        check_fault(&file(fields), path, message);
    }
}

#[test]
fn x4_hostile_text_is_refused_in_one_line() {
    let deep = "[".repeat(1_000_000);
    let long = file(json!({"title": "x".repeat(10_000_000)}));
    for (text, message) in [
        (" \n", "This file is empty"),
        ("{", "This file breaks off at line 1, column 1"),
        ("[]", "This is JSON, but no project"),
        ("null", "This is JSON, but no project"),
        (deep.as_str(), "nested more than 64 levels deep"),
        (long.as_str(), "longer than 10 MB"),
        (r#"{"version": 1e999}"#, "it is not JSON from line 1, column 17 on"),
        (r#"{"version": NaN}"#, "it is not JSON from line 1, column"),
        (r#"{"title": "\ud800"}"#, "it is not JSON from line 1, column"),
    ] {
        check_fault(text, "", message);
    }
    check_fault("{}", "format", "is missing");
    assert!(!from_json("[1,\n2").unwrap_err().to_string().contains('\n'));
}

#[test]
fn x4_a_file_of_very_many_things_takes_no_more_than_its_length() {
    let times =
        |count: usize, item: &dyn Fn(usize) -> String| (0..count).map(item).collect::<Vec<_>>().join(",");
    let start = r#""format": "tributary/project", "version": 1"#;
    for text in [
        format!("{{{start}, {}}}", times(50_000, &|place| format!(r#""f{place}": 0"#))),
        format!(
            r#"{{{start}, "votes": {{{}}}}}"#,
            times(50_000, &|place| format!(r#""{place}": {}"#, ["1", "null"][place % 2]))
        ),
        format!(r#"{{{start}, "else": [{}]}}"#, times(200_000, &|_| "{}".into())),
        format!(
            r#"{{{start}, "measures": [{{"id": "m", "observations": [{}]}}]}}"#,
            times(20_000, &|_| r#"{"date": "2026-01-01", "value": 1.0}"#.into())
        ),
        format!(
            r#"{{{start}, "cards": [{{"id": "a", "level": "aim", "text": "", "tags": [{}]}}]}}"#,
            times(50_000, &|place| format!("\"{}\"", 99_999 - place))
        ),
    ] {
        let project = from_json(&text).unwrap();
        assert_eq!(sorted(&to_json(&project)).len(), sorted(&text).len());
    }
}

#[test]
fn x4_strange_but_sound_text_is_read() {
    let long = "a\u{200d}🧑‍⚕️ שלום \u{0}\"\\".repeat(1000);
    check_same(&file(json!({"title": long, "cards": [{"id": "a", "level": "aim", "text": long}]})));
    let marked = format!("\u{feff}{}", file(json!({"title": "T"})));
    assert_eq!(from_json(&marked).unwrap().title, "T");
    let many: Vec<_> =
        (0..20_000).map(|n| json!({"id": format!("c{n}"), "level": "idea", "text": "t"})).collect();
    check_same(&file(json!({"cards": many})));
    let nested = format!("{}1{}", "[".repeat(63), "]".repeat(63));
    check_same(&file(json!({"x": serde_json::from_str::<serde_json::Value>(&nested).unwrap()})));
}

#[test]
fn x5_words_of_other_programs_are_read() {
    let project = from_json(&file(json!({
        "measures": [{"id": "m", "chart": "i", "baseline": "about 140", "baseline_value": 140}],
        "cards": [{"id": "a", "level": "aim", "text": "two\r\nlines\nand one"}],
    })))
    .unwrap();
    let measure = project.measures.values().next().unwrap();
    assert_eq!(measure.plan[&PlanField::Chart], "xmr");
    assert_eq!(measure.plan[&PlanField::Baseline], "about 140");
    assert_eq!(measure.numbers[&PlanNumber::BaselineValue], 140.0);
    assert_eq!(project.cards[&id("a")].text, "two lines and one");
}

#[test]
fn x6_what_is_deleted_is_left_out_with_what_points_to_it() {
    let mut project = from_json(EXAMPLES[0].json()).unwrap();
    let deleted = Some(Deleted { by: "Sam".into(), at: 1.0 });
    project.cards.get_mut(&id("i1")).unwrap().deleted = deleted.clone();
    project.measures.values_mut().next().unwrap().deleted = deleted.clone();
    project.cycles.values_mut().last().unwrap().deleted = deleted;
    let written = to_json(&project);
    let again = from_json(&written).unwrap();
    assert_eq!(to_json(&again), written);
    assert!(!written.contains("\"i1\""), "{written}");
    assert_eq!((again.cards.len(), again.measures.len(), again.cycles.len()), (21, 5, 3));
}

#[test]
fn x7_lists_keep_their_order_through_a_project_that_sorts_them() {
    let project = from_json(&file(json!({
        "cards": [{"id": "z", "level": "idea", "text": ""}, {"id": "a", "level": "idea", "text": ""}],
        "measures": [{"id": "m", "observations": [{"date": "2026-03-01", "value": 1}, {"date": "2026-01-01", "value": 2}, {"date": "2026-01-01", "value": 3}]}],
    })))
    .unwrap();
    assert!(project.cards[&id("z")].order < project.cards[&id("a")].order);
    let observations = &project.measures.values().next().unwrap().observations;
    let seen: Vec<_> = observations.iter().map(|each| (each.date(), each.value.clone())).collect();
    let expected = [("2026-01-01", 2.0), ("2026-01-01", 3.0), ("2026-03-01", 1.0)];
    assert_eq!(seen, expected.map(|(date, value)| (date, Value::Number(value))));
}

#[test]
fn x1_what_is_said_of_an_example_is_true() {
    for example in EXAMPLES {
        let project = from_json(example.json()).unwrap();
        let counts = [
            (project.cards.len(), "card"),
            (project.measures.len(), "measure"),
            (project.cycles.len(), "test"),
        ];
        let said = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}{}", if count == 1 { "" } else { "s" }));
        let said = said.collect::<Vec<_>>().join(", ");
        let english = Words::new(Language::English).example_about(example.name);
        assert!(english.ends_with(&format!(": {said}")), "{}: {said}", example.name);
        let aim = project.cards.values().find(|card| card.level == model::Level::Aim).unwrap();
        let number = |word: &&str| word.starts_with(|letter: char| letter.is_ascii_digit());
        for language in Language::ALL {
            let about = Words::new(language).example_about(example.name).split(':').next().unwrap();
            for word in about.split(' ').filter(number) {
                assert!(aim.text.contains(word), "{}: {word}", example.name);
            }
        }
    }
}

#[test]
fn x1_an_empty_project_is_a_file_too() {
    check_same(&to_json(&Project::default()));
    let fault = Fault { path: "cards[3].level".into(), message: "is missing".into() };
    assert_eq!(fault.to_string(), "In this file, cards[3].level is missing.");
}
