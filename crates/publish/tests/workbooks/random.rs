//! Random and damaged workbooks are read or refused, and what was written is read.

use chrono::NaiveDate;
use exchange::observations::Table;
use model::measure::{Measure, Observation, Value};
use proptest::prelude::*;
use publish::xlsx::{Sheet, read, write};

use crate::made::{ENGLISH, measure, observed, packed, parts};

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>().prop_filter("numbers that can be drawn", |number| number.is_finite()),
        (-2_000_000..2_000_000_i32).prop_map(|thousandths| f64::from(thousandths) / 1000.0),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let below = number().prop_map(f64::abs).prop_filter("something to count in", |number| *number > 0.0);
    prop_oneof![
        number().prop_map(Value::Number),
        (number().prop_map(f64::abs), below).prop_map(|(above, below)| Value::Ratio(above, below)),
        proptest::collection::vec(number(), 1..5).prop_map(Value::Subgroup),
    ]
}

/// Notes on one line, without gaps at their ends: those are not kept.
fn note() -> impl Strategy<Value = String> {
    let note = prop_oneof![
        Just(String::new()),
        "[=+@;,\"' a1ŷ-]{0,8}",
        "\\PC{0,12}",
        "(2026-01-01|5|yes|n/a|_x0041_)"
    ];
    note.prop_map(|note| note.replace(['\u{2028}', '\u{2029}'], "").trim().to_owned())
}

fn any_measure() -> impl Strategy<Value = Measure> {
    let day = (0_i32..4000, 1_u32..13, 1_u32..32)
        .prop_filter_map("a day of the calendar", |(year, month, day)| {
            NaiveDate::from_ymd_opt(year, month, day)
        });
    let row = (day, value(), note(), any::<bool>());
    ("\\PC{0,40}", proptest::collection::vec(row, 1..12)).prop_map(|(name, rows)| {
        let observation = |(place, (day, value, note, ghost)): (usize, (NaiveDate, Value, String, bool))| {
            Observation { key: format!("{day}~{place:06}"), value, note, ghost }
        };
        let mut observations: Vec<Observation> = rows.into_iter().enumerate().map(observation).collect();
        observations.sort_by(|one, other| one.key.cmp(&other.key));
        Measure { observations, ..measure(&name, vec![]) }
    })
}

fn sound(sheets: &[Sheet]) {
    for sheet in sheets {
        Table::read(&sheet.text).ok();
    }
}

/// A workbook of ours, whose parts are easily got at.
fn plain() -> Vec<u8> {
    let values = vec![
        ("2026-05-04", Value::Ratio(1.0, 2.0), "x", false),
        ("2026-05-05", Value::Number(1.0), "=y", true),
    ];
    write([&measure("Waits", values)], ENGLISH).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn x41_whatever_was_written_is_read(measure in any_measure()) {
        let sheets = read(&write([&measure], ENGLISH).unwrap()).unwrap();
        let plain = |one: &Observation| (one.date().to_owned(), Observation { key: String::new(), ..one.clone() });
        let after: Vec<_> = observed(&sheets[1].text).iter().map(plain).collect();
        prop_assert_eq!(measure.observations.iter().map(plain).collect::<Vec<_>>(), after, "{}", sheets[1].text);
    }

    #[test]
    fn x43_any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300), begin in 0..3_usize) {
        let begin = [&b""[..], b"PK\x03\x04", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]][begin];
        read(&[begin, &bytes].concat()).map(|sheets| sound(&sheets)).ok();
    }

    #[test]
    fn x43_damaged_packages_are_read_or_refused(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut in any::<prop::sample::Index>()) {
        let mut workbook = plain();
        for (place, byte) in changes {
            let place = place.index(workbook.len());
            workbook[place] = byte;
        }
        read(&workbook).map(|sheets| sound(&sheets)).ok();
        workbook.truncate(cut.index(workbook.len()));
        read(&workbook).map(|sheets| sound(&sheets)).ok();
    }

    #[test]
    fn x43_damaged_parts_are_read_or_refused(
        part in any::<prop::sample::Index>(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), 0..4_usize, "[<>/\"=&;0-9A-Za-z -]{0,12}"), 1..6),
    ) {
        let mut parts = parts(&plain());
        let place = part.index(parts.len());
        let content = &mut parts[place].1;
        for (at, length, put) in changes {
            let at = at.index(content.len() + 1);
            let end = (at + length).min(content.len());
            content.splice(at..end, put.into_bytes());
        }
        let workbook = packed(parts.iter().map(|(name, content)| (name.as_str(), &content[..])));
        read(&workbook).map(|sheets| sound(&sheets)).ok();
    }
}
