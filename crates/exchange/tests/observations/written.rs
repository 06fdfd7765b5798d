//! Observations as they leave.

use exchange::observations::{write, write_all};
use model::{
    MeasureId,
    measure::{Measure, Observation, PlanField, Value},
};

use crate::check;

fn measure(name: &str, observations: Vec<(&str, Value, &str, bool)>) -> Measure {
    let observation = |(key, value, note, ghost): (&str, Value, &str, bool)| Observation {
        key: key.to_owned(),
        value,
        note: note.to_owned(),
        ghost,
    };
    let observations = observations.into_iter().map(observation).collect();
    Measure { observations, ..Measure::new(MeasureId::from_random(1), name) }
}

#[test]
fn x38_a_measure_leaves_with_the_columns_it_needs() {
    for (observations, expected) in [
        (vec![], "date,value\n"),
        (vec![("2026-01-01", Value::Number(1.5), "", false)], "date,value\n2026-01-01,1.5\n"),
        (
            vec![
                ("2026-01-01", Value::Ratio(3.0, 40.0), "a, b", false),
                ("2026-02-01", Value::Ratio(4.0, 40.0), "", true),
            ],
            "date,numerator,denominator,note,ghost\n2026-01-01,3,40,\"a, b\",\n2026-02-01,4,40,,yes\n",
        ),
        (
            vec![
                ("2026-01-01", Value::Subgroup(vec![1.0, 2.0]), "", false),
                ("2026-02-01~x", Value::Subgroup(vec![3.0]), "", false),
            ],
            "date,value1,value2\n2026-01-01,1,2\n2026-02-01,3,\n",
        ),
        (
            vec![
                ("2026-01-01", Value::Number(-1.0), "", false),
                ("2026-02-01", Value::Ratio(4.0, 40.0), "", false),
            ],
            "date,value,numerator,denominator\n2026-01-01,-1,,\n2026-02-01,,4,40\n",
        ),
    ] {
        assert_eq!(write(&measure("x", observations)), expected);
    }
}

#[test]
fn x38_an_empty_period_leaves_as_an_empty_row() {
    let observed = |key| (key, Value::Ratio(3.0, 40.0), "", true);
    let mut measure = measure("x", vec![observed("2026-01-01"), observed("2026-03-01")]);
    measure.plan.insert(PlanField::Frequency, "monthly".to_owned());
    let heading = "date,numerator,denominator,ghost\n";
    assert_eq!(
        write(&measure),
        format!("{heading}2026-01-01,3,40,yes\n2026-02-01,,,\n2026-03-01,3,40,yes\n")
    );
    let all = write_all([&measure]);
    assert!(all.contains("\nx,2026-02-01,,,,,\n"), "{all}");
}

#[test]
fn x38_texts_that_a_spreadsheet_would_run_are_guarded_on_the_way_out_only() {
    for (note, guarded) in [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "\"'\t=1\""),
        ("\r=1", "\"'\r=1\""),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'tis fine", "'tis fine"),
        ("1-2", "1-2"),
    ] {
        let text = write(&measure("x", vec![("2026-01-01", Value::Number(-5.0), note, false)]));
        assert_eq!(text, format!("date,value,note\n2026-01-01,-5,{guarded}\n"));
        check(&text, &format!("2026-01-01=-5 “{note}”"));
    }
}

#[test]
fn x38_several_measures_are_one_long_table() {
    let measures = [
        measure("=Falls", vec![("2026-01-01", Value::Number(3.0), "wet", true)]),
        measure("Ulcers, all", vec![("2026-01-01", Value::Ratio(1.0, 20.0), "", false)]),
    ];
    let text = "measure,date,value,numerator,denominator,note,ghost\n'=Falls,2026-01-01,3,,,wet,yes\n\"Ulcers, all\",2026-01-01,,1,20,,\n";
    assert_eq!(write_all(&measures), text);
}
