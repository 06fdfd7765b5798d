//! `tributary chart DATA.csv`: charts of tables and of the measures of a project, as pictures and as numbers.

use std::fmt::Write;

use serde_json::Value;

use crate::{charts::differences, kills::run};

/// A file in a folder of its own, and its path.
fn file(name: &str, content: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

/// The input of a case as a table, a day a row.
fn table(input: &Value) -> String {
    let lists = ["values", "numerator", "denominator"].map(|key| input[key].as_array());
    let groups = input["subgroups"].as_array();
    let count = lists.iter().flatten().map(|list| list.len()).chain(groups.map(Vec::len)).max().unwrap();
    let mut text = String::from(if groups.is_some() {
        "date,value1,value2,value3,value4,value5,value6,value7,value8,value9"
    } else {
        "date"
    });
    let names = ["value", "numerator", "denominator"];
    for (name, _) in names.iter().zip(&lists).filter(|(_, list)| list.is_some()) {
        write!(text, ",{name}").unwrap();
    }
    let cell = |value: &Value| if value.is_null() { String::new() } else { value.to_string() };
    for place in 0..count {
        write!(text, "\n2026-{:02}-{:02}", 1 + place / 28, 1 + place % 28).unwrap();
        let cells = lists.iter().flatten().map(|list| &list[place]);
        let cells = cells.chain(groups.into_iter().flat_map(|groups| groups[place].as_array().unwrap()));
        cells.for_each(|value| write!(text, ",{}", cell(value)).unwrap());
    }
    text
}

#[test]
fn s15_a_table_has_the_numbers_of_its_case() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/cases/series/synthetic.json");
    let cases: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let (mut count, mut found) = (0, Vec::new());
    for case in cases["cases"].as_array().unwrap() {
        let (name, input) = (case["name"].as_str().unwrap(), &case["input"]);
        let differently =
            ["phase_starts", "rebase_dates", "exclude"].iter().any(|key| !input[*key].is_null());
        // subgroups of more than nine measurements, and what a table says otherwise, are left out
        let large = input["subgroups"]
            .as_array()
            .is_some_and(|groups| groups.iter().any(|group| group.as_array().unwrap().len() > 9));
        if differently || large {
            continue;
        }
        let (_folder, path) = file("data.csv", &table(input));
        let rules = if case["source"]["implementation"] == "NHSRplotthedots" {
            "making-data-count"
        } else {
            "anhoej"
        };
        let mut arguments =
            vec!["chart", &path, "--chart", case["chart"].as_str().unwrap(), "--rules", rules, "--json"];
        let freeze = input["baseline_points"].to_string();
        let multiplier = input["multiply"].to_string();
        if !input["baseline_points"].is_null() {
            arguments.extend(["--freeze", &freeze]);
        }
        if !input["multiply"].is_null() {
            arguments.extend(["--multiplier", &multiplier]);
        }
        if input["screen_moving_ranges"] == true {
            arguments.push("--screen");
        }
        let (code, out, error) = run(&arguments);
        assert_eq!((code, error.as_str()), (0, ""), "{name}");
        let said: Value = serde_json::from_str(&out).unwrap();
        for key in ["values", "centre_line", "ucl", "lcl"] {
            if !case["expected"][key].is_null() {
                differences(&format!("{name}.{key}"), &case["expected"][key], &said[key], &mut found);
            }
        }
        count += 1;
    }
    assert!(count >= 20, "only {count} cases");
    assert!(found.is_empty(), "{} differences:\n{}", found.len(), found.join("\n"));
}

const WAITS: &str = "Month,Minutes,Note\n01/01/2026,60,\n01/02/2026,55,new <form>\n01/03/2026,x,\n01/04/2026,,\n31/04/2026,4,\n01/05/2026,41,\n14/06/2026,40,\n";

#[test]
fn s15_a_picture_goes_where_it_is_wanted_and_rows_at_fault_are_told() {
    let (folder, path) = file("waits.csv", WAITS);
    let target = folder.path().join("waits.svg");
    std::fs::write(&target, "an older picture").unwrap();
    let target = target.to_str().unwrap();
    let options = [
        "--chart",
        "run",
        "--title",
        "Waits & more",
        "--direction",
        "down",
        "--goal",
        "-1",
        "--phase",
        "2026-05-01",
    ];
    let (code, out, error) = run(&[&["chart", &path][..], &options].concat());
    assert_eq!(code, 0, "{error}");
    assert!(
        out.starts_with("<svg ")
            && out.ends_with("</svg>\n")
            && out.contains("<title>Waits &amp; more</title>")
    );
    assert!(
        out.contains(">new &lt;form&gt;</text>") && out.contains("font/woff2") && out.contains("−1</text>")
    );
    let lines: Vec<&str> =
        error.lines().map(|line| line.strip_prefix(&format!("{path}: ")).unwrap()).collect();
    assert_eq!(
        lines,
        ["Row 4, column 2: “x” is not a number.", "Row 6, column 1: There is no such day as “31/04/2026”."]
    );
    let (code, printed, _) = run(&[&["chart", &path, "-o", target][..], &options].concat());
    assert_eq!((code, printed.as_str()), (0, ""));
    assert_eq!(std::fs::read_to_string(target).unwrap(), out);
    let (code, _, error) = run(&["chart", &path, "--chart", "run", "--language", "cy"]);
    assert_eq!(code, 0);
    assert!(error.contains("Rhes 4, colofn 2: Nid yw “x” yn rhif."), "{error}");
    let names: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn s15_a_picture_without_a_title_has_the_name_of_its_file_and_is_svg() {
    let (folder, path) = file("waits.csv", "date,value\n2026-01-01,60\n2026-02-01,55\n");
    let (code, out, error) = run(&["chart", &path, "--chart", "run"]);
    assert!(code == 0 && out.contains("<title>waits</title>"), "{error}");
    let target = folder.path().join("waits.png");
    let (code, _, error) = run(&["chart", &path, "--chart", "run", "-o", target.to_str().unwrap()]);
    assert!(code == 1 && error.contains("name the file .svg") && !target.exists(), "{error}");
}

#[test]
fn s15_gaps_stay_and_unclear_dates_are_read_as_in_britain_and_told() {
    let (_folder, path) = file("waits.csv", WAITS);
    let (code, out, _) = run(&["chart", &path, "--chart", "xmr", "--json"]);
    let said: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &said["chart"], &said["rules"]), (0, &"xmr".into(), &"shewhart".into()));
    assert_eq!(said["values"], serde_json::json!([60.0, 55.0, null, null, 41.0, 40.0]));
    assert_eq!(said["dates"][2], "2026-03-01");
    let (_folder, path) = file("unclear.csv", "date\tvalue\n4/5/2026\t1,234\n5/6/2026\t2\n");
    let (code, out, error) = run(&["chart", &path, "--chart", "run", "--json"]);
    let said: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &said["dates"][0], &said["values"][0]), (0, &"2026-05-04".into(), &1234.0.into()));
    assert!(error.contains("--dates month") && error.contains("--decimal comma"), "{error}");
    let (_, out, error) =
        run(&["chart", &path, "--chart", "run", "--json", "--dates", "month", "--decimal", "comma"]);
    let said: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (error.as_str(), &said["dates"][0], &said["values"][0]),
        ("", &"2026-04-05".into(), &1.234.into())
    );
    let (_folder, path) = file("months.csv", "month,value\nNov,1\nDec,2\nJan,3\n");
    let (code, out, error) = run(&["chart", &path, "--chart", "run", "--json"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(error.contains("--year") && error.contains("Which year is the first month in?"), "{error}");
    let (code, out, _) = run(&["chart", &path, "--chart", "run", "--json", "--year", "2025"]);
    let said: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &said["dates"][2]), (0, &"2026-01-01".into()));
}

#[test]
fn s15_columns_are_what_the_chart_needs() {
    let (_folder, path) = file("data.csv", "Month,Infections,Admissions\n2026-01-01,3,40\n2026-02-01,4,50\n");
    for (arguments, values, says) in [
        (&["--chart", "u"][..], [0.075, 0.08], ""),
        (&["--chart", "xbar"], [21.5, 27.0], ""),
        (&["--chart", "c"], [3.0, 4.0], "Infections; Admissions"),
        (&["--chart", "c", "--measure", "Admissions"], [40.0, 50.0], ""),
    ] {
        let (code, out, error) = run(&[&["chart", &path, "--json"][..], arguments].concat());
        let said: Value = serde_json::from_str(&out).unwrap();
        assert_eq!((code, &said["values"]), (0, &serde_json::json!(values)), "{error}");
        assert!(error.is_empty() == says.is_empty() && error.contains(says), "{error}");
    }
    let (code, _, error) = run(&["chart", &path, "--chart", "c", "--measure", "Falls"]);
    assert!(
        code == 1 && error.contains("there is no such measure; there are Infections; Admissions"),
        "{error}"
    );
}

#[test]
fn s15_a_measure_of_a_project_is_drawn_as_its_plan_says() {
    let (_folder, path) = file("project.json", exchange::EXAMPLES[0].json());
    let project = exchange::project::from_json(exchange::EXAMPLES[0].json()).unwrap();
    let measure = project.measures.values().find(|measure| measure.observations.len() > 8).unwrap();
    let (code, out, error) = run(&["chart", &path, "--measure", measure.id.as_str(), "--json"]);
    assert_eq!((code, error.as_str()), (0, ""));
    let said: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(said["dates"].as_array().unwrap().len(), measure.observations.len());
    let (code, by_name, _) = run(&["chart", &path, "--measure", &measure.name, "--json"]);
    assert_eq!((code, by_name), (0, out));
    let (code, out, _) = run(&["chart", &path, "--measure", &measure.name, "--chart", "mr", "--json"]);
    assert_eq!(code, 0);
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["chart"], "mr");
    let (code, _, error) = run(&["chart", &path]);
    assert!(code == 1 && error.contains("say --measure"), "{error}");
}

#[test]
fn s15_what_cannot_be_drawn_ends_with_1_and_wrong_usage_with_2() {
    let (folder, good) = file("good.csv", "date,value\n2026-01-01,1\n2026-02-01,2\n");
    let bad = folder.path().join("bad.csv");
    std::fs::write(&bad, "date,value\n2026-01-01,x\n").unwrap();
    let words = folder.path().join("words.csv");
    std::fs::write(&words, "only words\n").unwrap();
    let empty = folder.path().join("empty.csv");
    std::fs::write(&empty, "").unwrap();
    let [bad, words, empty] = [&bad, &words, &empty].map(|path| path.to_str().unwrap());
    for (arguments, status, says) in [
        (&["chart", bad, "--chart", "run"][..], 1, "no row can be read"),
        (&["chart", words, "--chart", "run"], 1, "Which column has the dates?"),
        (&["chart", empty, "--chart", "run"], 1, "There is nothing in it."),
        (&["chart", "/no/such/file.csv", "--chart", "run"], 1, "cannot be read"),
        (&["chart", &good, "--chart", "p"], 1, "nothing in it that this chart can show"),
        (&["chart", &good, "--chart", "run", "-o", "/no/such/folder/x.svg"], 1, "cannot be written"),
        (&["chart", &good], 2, "--chart"),
        (&["chart"], 2, "required"),
        (&["chart", &good, "--chart", "pie"], 2, "the charts are run, xmr"),
        (&["chart", &good, "--chart", "run", "--rules", "nelson"], 2, "the rules are anhoej"),
        (&["chart", &good, "--chart", "run", "--json", "-o", "x.svg"], 2, "cannot be used with"),
        (&["chart", &good, "--chart", "run", "--shift", "0"], 2, "0 is not in 2.."),
        (&["chart", &good, "--chart", "run", "--freeze", "0"], 2, "0 is not in 1.."),
        (&["chart", &good, "--chart", "run", "--multiplier", "0"], 2, "above 0"),
        (&["chart", &good, "--chart", "run", "--goal", "NaN"], 2, "not a number"),
        (&["chart", &good, "--chart", "run", "--phase", "soon"], 2, "soon"),
        (&["chart", &good, "--chart", "run", "--direction", "left"], 2, "up, down or neither"),
        (&["chart", "--cases", &good, "--chart", "run"], 2, "cannot be used with"),
    ] {
        let (code, out, error) = run(arguments);
        assert_eq!((code, out.as_str()), (status, ""), "{arguments:?}: {error}");
        assert!(error.contains(says), "{arguments:?}: {error}");
        let last = error.lines().last().unwrap_or_default();
        assert!(status == 2 || last.starts_with("tributary: "), "{error}");
    }
}
