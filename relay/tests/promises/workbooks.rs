//! Workbooks at the command line: measures leave as one, and one is drawn.

use std::process::Command;

use exchange::observations::{Table, observations};
use model::measure::{Measure, Observation, Value};
use words::{Language, Words};

use crate::{export::example, kills::run};

const ENGLISH: Words = Words::new(Language::English);

fn measure(name: &str, values: &[(&str, f64)]) -> Measure {
    let observation =
        |(date, value): &(&str, f64)| Observation::new((*date).to_owned(), Value::Number(*value));
    let observations = values.iter().map(observation).collect();
    Measure { observations, ..Measure::new(model::Id::parse("m").unwrap(), name) }
}

#[test]
fn x44_measures_leave_as_a_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let (path, project) = example(&folder);
    let target = folder.path().join("measures.xlsx");
    let to = target.to_str().unwrap();
    assert_eq!(run(&["export", &path, "--to", "xlsx", "-o", to]), (0, String::new(), String::new()));
    let written = std::fs::read(&target).unwrap();
    let program = env!("CARGO_BIN_EXE_tributary");
    let piped = Command::new(program).args(["export", &path, "--to", "xlsx"]).output().unwrap();
    assert!(piped.status.success() && piped.stdout == written, "to a pipe it goes as it is");
    let sheets = publish::xlsx::read(&written).unwrap();
    assert_eq!(sheets.len(), 1 + project.measures.len());
    assert!(sheets[0].name == "Measure plan" && sheets[0].text.contains("'=Waits & more\t"));
    let measures = relay::export::measures(&project);
    for (measure, sheet) in measures.iter().zip(&sheets[1..]) {
        if measure.observations.is_empty() {
            continue;
        }
        let table = Table::read(&sheet.text).unwrap();
        let outcome = observations(&table, &table.suggestions()[0].choice);
        assert_eq!((&outcome.observations, outcome.faults), (&measure.observations, vec![]));
    }
    let part = "measure:=Waits & more";
    let welsh = ["export", &path, "--to", "xlsx", "--part", part, "--language", "cy", "-o", to];
    assert_eq!(run(&welsh).0, 0);
    let sheets = publish::xlsx::read(&std::fs::read(&target).unwrap()).unwrap();
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Cynllun mesur", "=Waits & more"]);
}

#[test]
fn x44_a_workbook_is_drawn_from_the_sheet_with_the_most_or_the_one_that_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("data.xlsx");
    let few = measure("Few", &[("2026-01-05", 1.0), ("2026-01-12", 2.0)]);
    let more = measure("More", &[("2026-02-02", 3.0), ("2026-02-09", 4.0), ("2026-02-16", 5.5)]);
    std::fs::write(&path, publish::xlsx::write([&few, &more], ENGLISH).unwrap()).unwrap();
    let path = path.to_str().unwrap();
    for (sheet, expected, told) in [
        (None, "[3.0,4.0,5.5]", "of several sheets (Measure plan; Few; More) this is More"),
        (Some("few"), "[1.0,2.0]", ""),
    ] {
        let mut arguments = vec!["chart", path, "--chart", "run", "--json"];
        arguments.extend(sheet.iter().flat_map(|sheet| ["--sheet", sheet]));
        let (code, out, error) = run(&arguments);
        let said: serde_json::Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{error}"));
        assert_eq!((code, said["values"].to_string().as_str()), (0, expected));
        assert!(error.contains(told) && error.is_empty() == told.is_empty(), "{error}");
    }
}

#[test]
fn x44_what_cannot_be_read_as_a_workbook_ends_with_1_and_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let workbook = publish::xlsx::write([&measure("Few", &[("2026-01-05", 1.0)])], ENGLISH).unwrap();
    for (bytes, arguments, says) in [
        (&workbook[..], &["--sheet", "More"][..], "there is no such sheet; there are Measure plan; Few"),
        (&workbook[..workbook.len() / 2], &[], "This workbook is damaged, and cannot be read."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &[], "Open it in Excel and save it as .xlsx."),
        (b"date,value\n2026-01-05,1\n", &["--sheet", "More"], "has no sheets"),
    ] {
        let path = folder.path().join("data");
        std::fs::write(&path, bytes).unwrap();
        let all = [&["chart", path.to_str().unwrap(), "--chart", "run"], arguments].concat();
        let (code, out, error) = run(&all);
        assert_eq!((code, out.as_str(), error.lines().count()), (1, "", 1), "{error}");
        assert!(error.contains(says), "{error}");
    }
}
