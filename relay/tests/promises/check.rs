//! `tributary check`: advice on a file, for people and for programs.

use serde_json::Value;

use crate::kills::run;

/// An example whose aim is long past, so that its findings do not change with the day.
fn file(folder: &tempfile::TempDir, change: impl FnOnce(&mut Value)) -> String {
    let mut project: Value = serde_json::from_str(exchange::EXAMPLES[3].json()).unwrap();
    change(&mut project);
    let path = folder.path().join("project.json");
    std::fs::write(&path, project.to_string()).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn v6_findings_are_printed_under_their_headings() {
    let folder = tempfile::tempdir().unwrap();
    let file = file(&folder, |project| project["dismissed"] = serde_json::json!(["VL3/*"]));
    let (code, out, error) = run(&["check", &file]);
    assert_eq!((code, error.as_str()), (0, ""));
    let found: Vec<&str> = out.lines().filter(|line| !line.starts_with("   ")).collect();
    assert_eq!(
        found.iter().filter(|line| !line.is_empty()).copied().collect::<Vec<_>>(),
        [
            "Overall aim",
            "  VA6  The aim’s date has passed: 1 July 2020.",
            "Evidence",
            "  VP4  This change idea was adopted after 1 test.",
            "Measurement",
            "  VD4  3 of 4 primary drivers have no measure on their branch. (“Skills and confidence to improve”, “Connected collaboratives”, “Learning that travels”)",
            "3 findings. They are advice, and nothing has to follow them.",
            "1 more is marked “not for us”.",
        ]
    );
    assert!(out.contains("       About: World café with tables hosted by patient partners\n"), "{out}");
    assert!(out.contains("       Source: Institute for Healthcare Improvement (IHI)"), "{out}");
}

#[test]
fn v6_findings_are_printed_as_json_in_either_language() {
    let folder = tempfile::tempdir().unwrap();
    let file = file(&folder, |project| project["dismissed"] = serde_json::json!(["VA6/aim"]));
    let [english, welsh] = ["en", "cy"].map(|language| {
        let (code, out, error) = run(&["check", &file, "--json", "--language", language]);
        assert_eq!((code, error.as_str()), (0, ""));
        serde_json::from_str::<Value>(&out).unwrap()["findings"].as_array().unwrap().clone()
    });
    let rules: Vec<&str> = english.iter().map(|finding| finding["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["VA6", "VL3", "VP4", "VD4"]);
    assert_eq!(english[0]["dismissed"], true);
    assert_eq!(english[1]["dismissed"], false);
    assert_eq!(english[0]["about"]["kind"], "card");
    assert_eq!(english[0]["about"]["id"], "aim");
    assert_eq!(english[0]["heading"], "overall aim");
    assert_eq!(english[3]["cards"], serde_json::json!(["p2", "p3", "p4"]));
    for (english, welsh) in english.iter().zip(&welsh) {
        assert_eq!(english["rule"], welsh["rule"]);
        // names of guides are not translated; that there is none is
        assert_eq!(english["source"] == welsh["source"], english["rule"] != "VA6");
        assert_ne!(english["title"], welsh["title"]);
        assert_ne!(english["why"], welsh["why"]);
    }
}

#[test]
fn v6_there_may_be_nothing_to_say_and_faults_are_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let empty = file(&folder, |project| {
        for list in ["cards", "links", "measures", "cycles"] {
            project[list] = serde_json::json!([]);
        }
    });
    assert_eq!(run(&["check", &empty]), (0, "There is nothing to say.\n".to_owned(), String::new()));
    let (code, out, _) = run(&["check", &empty, "--json"]);
    assert_eq!(
        (code, serde_json::from_str::<Value>(&out).unwrap()),
        (0, serde_json::json!({"findings": []}))
    );
    let broken = file(&folder, |project| project["cards"][0]["level"] = "no level".into());
    for (arguments, status) in [
        (vec!["check", "/no/such/file.json"], 1),
        (vec!["check", &broken], 1),
        (vec!["check"], 2),
        (vec!["check", &broken, "--language", "de"], 2),
    ] {
        let (code, out, error) = run(&arguments);
        assert_eq!((code, out.as_str()), (status, ""), "{error}");
        assert!(!error.is_empty() && (status == 2 || error.lines().count() == 1), "{error}");
    }
}
