//! `tributary export`: the measures of a project, as a table and as charts.

use exchange::observations::{Table, observations};
use serde_json::Value;

use crate::kills::run;

/// An example one of whose measures has a name that a spreadsheet would run, with the measures it holds.
pub(crate) fn example(folder: &tempfile::TempDir) -> (String, model::Project) {
    let mut project: Value = serde_json::from_str(exchange::EXAMPLES[0].json()).unwrap();
    project["measures"][0]["name"] = "=Waits & more".into();
    let path = folder.path().join("project.json");
    std::fs::write(&path, project.to_string()).unwrap();
    (path.to_str().unwrap().to_owned(), exchange::project::from_json(&project.to_string()).unwrap())
}

#[test]
fn x40_measures_leave_as_one_long_table() {
    let folder = tempfile::tempdir().unwrap();
    let (path, project) = example(&folder);
    let (code, out, error) = run(&["export", &path, "--to", "csv", "--part", "measures"]);
    assert_eq!((code, error.as_str()), (0, ""));
    let all: usize = project.measures.values().map(|measure| measure.observations.len()).sum();
    assert!(all > 20 && out.lines().count() > all && out.contains("\n'=Waits & more,"), "{out}");
    let mut read = 0;
    for measure in project.measures.values() {
        let (code, out, _) =
            run(&["export", &path, "--to", "csv", "--part", &format!("measure:{}", measure.id.as_str())]);
        assert_eq!(code, 0);
        if measure.observations.is_empty() {
            assert_eq!(out.lines().count(), 1);
            continue;
        }
        let table = Table::read(&out).unwrap();
        let outcome = observations(&table, &table.suggestions()[0].choice);
        assert_eq!((outcome.observations, outcome.faults), (measure.observations.clone(), vec![]));
        read += measure.observations.len();
    }
    assert_eq!(read, all);
}

#[test]
fn x40_measures_leave_as_charts_below_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let (path, project) = example(&folder);
    let target = folder.path().join("charts.svg");
    let target = target.to_str().unwrap();
    assert_eq!(run(&["export", &path, "--to", "svg", "-o", target]), (0, String::new(), String::new()));
    let text = std::fs::read_to_string(target).unwrap();
    let count = project.measures.len();
    assert_eq!((text.matches("<svg ").count(), text.matches("</svg>").count()), (count + 1, count + 1));
    assert!(
        text.contains("<title>=Waits &amp; more</title>")
            && text.contains(&format!("height=\"{}\"", 480 * count))
    );
    // the letters stand in it once: a regular and a semibold font
    assert_eq!(text.matches("font/woff2").count(), 2);
    let (code, one, _) =
        run(&["export", &path, "--to", "svg", "--part", "measure:=Waits & more", "--language", "cy"]);
    assert_eq!((code, one.matches("<svg ").count()), (0, 1));
    assert!(one.contains(">Siart ") && one.contains("font/woff2"), "not in Welsh");
}

#[test]
fn x40_what_cannot_be_exported_ends_with_1_and_wrong_usage_with_2() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = example(&folder);
    let bare = folder.path().join("bare.json");
    std::fs::write(&bare, "{\"format\":\"tributary/project\",\"version\":1,\"title\":\"x\"}").unwrap();
    let bare = bare.to_str().unwrap();
    for (arguments, status, says) in [
        (&["export", bare, "--to", "svg"][..], 1, "has no measures"),
        (&["export", "/no/such.json", "--to", "csv"], 1, "cannot be read"),
        (&["export", &path, "--to", "csv", "--part", "measure:none"], 1, "there is no such measure"),
        (&["export", &path, "--to", "csv", "-o", "/no/such/folder/x.csv"], 1, "cannot be written"),
        (&["export", &path], 2, "--to"),
        (&["export", &path, "--to", "doc"], 2, "csv, svg"),
        (&["export", &path, "--to", "csv", "--part", "everything"], 2, "measure:ID"),
    ] {
        let (code, out, error) = run(arguments);
        assert_eq!((code, out.as_str()), (status, ""), "{arguments:?}: {error}");
        assert!(error.contains(says) && (status == 2 || error.lines().count() == 1), "{error}");
    }
    let (code, out, _) = run(&["export", bare, "--to", "csv"]);
    assert_eq!((code, out.as_str()), (0, "measure,date,value,numerator,denominator,note,ghost\n"));
}
