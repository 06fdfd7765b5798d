//! Workbooks as analysts have them, made by another program (openpyxl).

use exchange::observations::{Table, observations};
use model::measure::{Observation, Value};
use publish::xlsx::read;

const MONTHS_ACROSS: &[u8] = include_bytes!("data/months-across.xlsx");
const OF_1904: &[u8] = include_bytes!("data/of-1904.xlsx");

/// Every measure of a text, in short.
fn shown(text: &str) -> Vec<String> {
    let table = Table::read(text).unwrap();
    let value = |observation: &Observation| match &observation.value {
        Value::Number(value) => format!("{}={value}", observation.key),
        Value::Ratio(above, below) => format!("{}={above}/{below}", observation.key),
        Value::Subgroup(values) => format!("{}={values:?}", observation.key),
    };
    let measure = |suggestion: &exchange::observations::Suggestion| {
        let outcome = observations(&table, &suggestion.choice);
        let values: Vec<String> = outcome.observations.iter().map(value).collect();
        format!("{}: {} ({} percents)", suggestion.name, values.join(" "), outcome.percents)
    };
    table.suggestions().iter().map(measure).collect()
}

#[test]
fn x42_months_across_with_percents_under_a_title() {
    let sheets = read(MONTHS_ACROSS).unwrap();
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Dashboard 23-24", "Notes"], "a sheet without anything is left out");
    let lines: Vec<&str> = sheets[0].text.lines().collect();
    assert_eq!(lines[..2], ["Ward 7 dashboard", ""], "rows stand where they stood");
    assert_eq!(lines[2], "Measure\t2023-04-01\t2023-05-01\t2023-06-01\t2023-07-01\t2023-08-01");
    assert_eq!(lines[4], "Hand hygiene\t87.5%\t90%\t7%\t100%\t#N/A");
    assert_eq!(sheets[1].text, "\n\tCounted by the ward clerk\tTRUE");
    assert_eq!(
        shown(&sheets[0].text),
        [
            "Falls: 2023-04-01=12 2023-05-01=9 2023-07-01=0 2023-08-01=7 (0 percents)",
            "Hand hygiene: 2023-04-01=87.5 2023-05-01=90 2023-06-01=7 2023-07-01=100 (4 percents)",
        ]
    );
}

#[test]
fn x42_days_counted_from_1904() {
    let sheets = read(OF_1904).unwrap();
    assert!(sheets[0].text.contains("2026-01-12\t77\t90\tsnow; \"red\" day\n"), "{}", sheets[0].text);
    let expected = ": 2026-01-05=81/97 2026-01-12=77/90 2026-01-19=45.5/88 (0 percents)";
    assert_eq!(shown(&sheets[0].text), [expected]);
}
