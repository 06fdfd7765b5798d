//! Measures as they leave.

use calamine::{Data, Reader, Xlsx};
use model::measure::{Direction, Kind, Measure, Observation, PlanField, PlanNumber, Value};
use publish::xlsx::{MOST_SHEETS, read, write};
use std::io::Cursor;
use words::{Language, Words};

use crate::made::{ENGLISH, measure, observed, parts};

fn opened(workbook: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(workbook)).unwrap()
}

fn ratio(numerator: f64, denominator: f64) -> Value {
    Value::Ratio(numerator, denominator)
}

/// A measure of each shape, with all that is hard about it.
fn measures() -> Vec<Measure> {
    let mut falls = measure(
        "=Falls",
        vec![
            ("2026-01-05", ratio(3.0, 40.0), "=HYPERLINK(\"http://a\")", false),
            ("2026-01-12", ratio(0.0, 39.0), "", true),
            ("2026-01-19", ratio(4.5, 38.25), "- since the \"new\" form", false),
        ],
    );
    falls.plan.insert(PlanField::Unit, "%".to_owned());
    let waits = measure(
        "Waits: all/most",
        vec![
            ("1899-12-31", Value::Number(1.0), "", false),
            ("2026-05-04", Value::Number(0.1), "", false),
            ("2026-05-05", Value::Number(-1e-7), "\ttab", false),
        ],
    );
    let several = measure(
        "waits all most",
        vec![
            ("2026-05-04", Value::Subgroup(vec![1.0, 2.5, 3.0]), "", false),
            ("2026-06-04", Value::Subgroup(vec![4.0]), "@home", true),
        ],
    );
    vec![falls, waits, several, measure("", vec![])]
}

#[test]
fn x41_what_was_written_is_read_as_the_same_observations() {
    for words in Language::ALL.map(Words::new) {
        let measures = measures();
        let sheets = read(&write(&measures, words).unwrap()).unwrap();
        let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names[1..4], ["=Falls", "Waits all most", "waits all most (2)"]);
        for (measure, sheet) in measures.iter().zip(&sheets[1..4]) {
            let plain = |observation: &Observation| Observation {
                note: observation.note.trim().to_owned(),
                ..observation.clone()
            };
            let expected: Vec<Observation> = measure.observations.iter().map(plain).collect();
            assert_eq!(observed(&sheet.text), expected, "{}", sheet.text);
        }
        assert_eq!(observed(&format!("{}\n", sheets[4].text)), []);
    }
}

#[test]
fn x41_days_and_numbers_are_cells_of_their_kind_and_texts_never_run() {
    let workbook = write(&measures(), ENGLISH).unwrap();
    let mut opened = opened(&workbook);
    let falls = opened.worksheet_range("=Falls").unwrap();
    let rows: Vec<&[Data]> = falls.rows().collect();
    let headings: Vec<String> = rows[0].iter().map(ToString::to_string).collect();
    assert_eq!(headings, ["Date", "Numerator", "Denominator", "Percent", "Note", "Left out"]);
    assert!(matches!(&rows[1][0], Data::DateTime(time) if time.as_f64() == 46_027.0));
    assert_eq!(rows[1][1..4], [3.0, 40.0, 7.5].map(Data::Float));
    assert_eq!(rows[1][4], Data::String("'=HYPERLINK(\"http://a\")".to_owned()));
    assert_eq!(rows[2][5], Data::String("Yes".to_owned()));
    let waits = opened.worksheet_range("Waits all most").unwrap();
    assert_eq!(waits.get((1, 0)), Some(&Data::String("1899-12-31".to_owned())), "Excel has no such day");
    let parts = parts(&workbook);
    let sheets = parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/"));
    for (name, content) in sheets {
        let text = String::from_utf8_lossy(content);
        assert!(!text.contains("<f>") && !text.contains("<hyperlink"), "{name}");
    }
}

#[test]
fn x41_the_first_sheet_is_the_plan_in_the_words_of_the_app() {
    let mut falls = measure("Falls", vec![]);
    (falls.kind, falls.direction) = (Some(Kind::Outcome), Some(Direction::Down));
    falls.definition = "+ what counts\nas a fall".to_owned();
    falls.goal_date = "2027-03-31".to_owned();
    falls.numbers.extend([(PlanNumber::GoalValue, 2.5), (PlanNumber::BaselineValue, f64::NAN)]);
    falls.plan.extend([
        (PlanField::Frequency, "monthly".to_owned()),
        (PlanField::Calculation, "rate".to_owned()),
        (PlanField::Collector, "Ward clerk".to_owned()),
        (PlanField::Chart, "u".to_owned()),
        (PlanField::Phases, "[{\"date\":\"2026-03-02\",\"reason\":\"A new rota\"}]".to_owned()),
    ]);
    let workbook = write([&falls], ENGLISH).unwrap();
    let range = opened(&workbook).worksheet_range("Measure plan").unwrap();
    let said = |heading: &str| {
        let column = range.rows().next().unwrap().iter().position(|cell| *cell == *heading);
        range.rows().nth(1).unwrap()[column.unwrap_or_else(|| panic!("{heading}"))].clone()
    };
    for (heading, expected) in [
        ("Measure", "Falls"),
        ("Kind", "Outcome"),
        ("Better is", "Down"),
        ("Definition", "'+ what counts\nas a fall"),
        ("How often", "Monthly"),
        ("Calculation", "Rate in an exposure"),
        ("Who collects it", "Ward clerk"),
        ("Who looks at it", ""),
        ("Kind of chart", "U chart"),
        ("Rules", "Shewhart and Anhøj"),
        ("Phases", "2026-03-02: A new rota"),
        ("Goal", "2.5"),
        ("Baseline as a number", ""),
        ("Goal by", "46477"),
    ] {
        assert_eq!(said(heading).to_string(), expected, "{heading}");
    }
    assert!(matches!(said("Goal by"), Data::DateTime(_)));
}

#[test]
fn x41_the_same_measures_give_the_same_bytes() {
    assert_eq!(write(&measures(), ENGLISH).unwrap(), write(&measures(), ENGLISH).unwrap());
}

#[test]
fn x41_texts_that_no_cell_could_hold_are_cut_and_cleaned() {
    let long = format!("a\u{0}b\u{1b}c\u{ffff}{}", "💧".repeat(20_000));
    let workbook = write([&measure(&long, vec![])], ENGLISH).unwrap();
    let range = opened(&workbook).worksheet_range("Measure plan").unwrap();
    let name = range.get((1, 0)).unwrap().to_string();
    assert!(name.starts_with("abc💧") && name.encode_utf16().count() == 32_767, "{}", name.len());
}

#[test]
fn x41_more_than_a_sheet_can_hold_is_told() {
    let wide = measure("wide", vec![("2026-01-01", Value::Subgroup(vec![1.0; 17_000]), "", false)]);
    assert!(write([&wide], ENGLISH).unwrap_err().to_string().contains("do not fit into a workbook"));
    let many = vec![measure("Waits", vec![]); MOST_SHEETS];
    assert!(write(&many[1..], ENGLISH).is_ok());
    let says = write(&many, ENGLISH).unwrap_err().to_string();
    assert_eq!(says, "these are 256 measures, and a workbook holds at most 255");
}

#[test]
fn x41_the_share_is_that_of_the_data_whatever_chart_is_drawn() {
    for chart in ["p", "mr", "c", "g", ""] {
        let mut falls = measures().swap_remove(0);
        falls.plan.insert(PlanField::Chart, chart.to_owned());
        let workbook = write(&[falls], ENGLISH).unwrap();
        let sheet = opened(&workbook).worksheet_range("=Falls").unwrap();
        let shares: Vec<_> = (1..4).map(|row| sheet.get((row, 3)).cloned().unwrap()).collect();
        let expected = [3.0 / 40.0, 0.0, 4.5 / 38.25].map(|share| Data::Float(share * 100.0));
        assert_eq!(shares, expected, "{chart}");
    }
}
