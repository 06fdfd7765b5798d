//! Tables of any kind: separators, quotes, directions, headings, encodings.

use exchange::observations::{Refusal, Table, decode};

use crate::{check, read};

const TWO: &str = "2026-04-01=12, 2026-05-01=9";

#[test]
fn x30_separators_quotes_and_ends_of_lines_are_found() {
    for text in [
        "date,value\n2026-04-01,12\n2026-05-01,9\n",
        "date\tvalue\r\n2026-04-01\t12\r\n2026-05-01\t9",
        "date;value\r2026-04-01;12\r2026-05-01;9\r",
        "\"date\",\"value\"\n\"2026-04-01\",\"12\"\n 2026-05-01 , 9 \n",
        "2026-04-01,12\n2026-05-01,9",
        "sep=;\ndate;value\n2026-04-01;12\n2026-05-01;9",
        "\u{feff}date,value\n\n2026-04-01,12\n\n\n2026-05-01,9\n,\n",
        "Ward 3\n\ndate,value\n2026-04-01,12\n2026-05-01,9",
        "value,date\n12,2026-04-01\n9,2026-05-01",
        ",date,value\n,2026-04-01,12\n,2026-05-01,9",
        "date,value\u{2028}2026-04-01,12\u{85}2026-05-01,9",
        "date,value\n2026-04-01,\u{200b}12\u{a0}\n2026-05-01,9",
        "date,value\n2026-04-01,12\n2026-05-01,9\nTotal,\nSource: our own notes",
    ] {
        check(text, TWO);
    }
    // UTF-16 that was taken for something else
    let wide: String =
        "date,value\n2026-04-01,12\n2026-05-01,9".chars().flat_map(|letter| [letter, '\0']).collect();
    check(&wide, TWO);
}

#[test]
fn x30_quotes_hold_separators_and_lines_and_may_be_none() {
    check("date,value,note\n2026-04-01,5,\"a, \"\"b\"\"\nc\"", "2026-04-01=5 “a, \"b\"\nc”");
    check(
        "date,value,note\n2026-04-01,5,\"never closed\n2026-05-01,6,x",
        "2026-04-01=5 “\"never closed”, 2026-05-01=6 “x”",
    );
    check(
        "date,value,note\n2026-04-01,5,6\" pipe; new\n2026-05-01,6,x; y",
        "2026-04-01=5 “6\" pipe; new”, 2026-05-01=6 “x; y”",
    );
}

#[test]
fn x30_months_across_are_months_down() {
    check("Measure\tApr-23\tMay-23\nFalls\t12\t9", "2023-04-01=12, 2023-05-01=9");
    check(
        "Ward 3\n\nMeasure,Apr-23,May-23,Jun-23\nFalls,12,9,x\nHarm,1,,2",
        "Falls: 2023-04-01=12, 2023-05-01=9, 4:4 not-a-number | Harm: 2023-04-01=1, 2023-06-01=2",
    );
    check(
        ",2021,2022,2023\nnumerator,1,2,3\ndenominator,10,20,30",
        "2021-01-01=1/10, 2022-01-01=2/20, 2023-01-01=3/30",
    );
    let table = Table::read("Measure\tApr-23\tMay-23\nFalls\t12\t9").unwrap();
    assert!(table.across && !table.turned().unwrap().across);
}

#[test]
fn x31_columns_are_suggested_by_their_names_and_by_what_stands_in_them() {
    for (text, expected) in [
        ("2026-04-01,3,40", "2026-04-01=3/40"),
        ("2026-04-01,3,40,new form", "2026-04-01=3/40 “new form”"),
        ("2026-04-01,3,4,5,7", "2026-04-01=[3.0, 4.0, 5.0, 7.0]"),
        ("date,x1,x2,x3\n2026-04-01,3,,5", "2026-04-01=[3.0, 5.0]"),
        ("Month,Numerator,Denominator,%\nApr 2026,3,40,7.5%", "2026-04-01=3/40"),
        ("Month,Infections,Bed days\nApr 2026,3,400", "2026-04-01=3/400"),
        (
            "dyddiad,gwerth,nodyn,hepgor\n2026-04-01,3,ffurflen newydd,ie",
            "2026-04-01=3 “ffurflen newydd” ghost",
        ),
        ("mis,rhifiadur,enwadur\nEbrill 2026,3,40", "2026-04-01=3/40"),
        ("Date,Falls,Comments\n2026-04-01,3,wet floor", "2026-04-01=3 “wet floor”"),
        ("date,value,ghost\n2026-04-01,3,yes\n2026-05-01,4,", "2026-04-01=3 ghost, 2026-05-01=4"),
        ("date,events\n2026-04-01,3", "2026-04-01=3"),
        ("Year,Month,Count\n2025,Nov,3\n2026,Ionawr,4", "2025-11-01=3, 2026-01-01=4"),
        ("Month,Year,Count\nNov,2025,3", "2025-11-01=3"),
        ("Year,Month,Count\n2025,11,3\n2026,1,4", "2025-11-01=3, 2026-01-01=4"),
        ("Financial year,Month,Count\n2023/24,M1,3\n2023/24,M12,4", "2023-04-01=3, 2024-03-01=4"),
        ("Year,Quarter,Count\n2023/24,Q1,3\n2023/24,Q4,4", "2023-04-01=3, 2024-01-01=4"),
        ("Date,Week,Count\n2026-01-05,2,3\n2026-01-12,3,4", "2026-01-05=3, 2026-01-12=4"),
        ("Year,Value\n2021,3\n2022,4", "2021-01-01=3, 2022-01-01=4"),
    ] {
        check(text, expected);
    }
}

#[test]
fn x31_measures_side_by_side_come_apart() {
    check(
        "date,Falls,Pressure ulcers,note\n2026-04-01,3,1,a\n2026-05-01,4,,b",
        "Falls: 2026-04-01=3 “a”, 2026-05-01=4 “b” | Pressure ulcers: 2026-04-01=1 “a”, 3:4 note-without-value",
    );
    check(
        "date,Falls numerator,Falls denominator,Harm (numerator),Harm (denominator)\n2026-04-01,3,10,1,20",
        "falls: 2026-04-01=3/10 | harm: 2026-04-01=1/20",
    );
    check("Just words\nand more of them", "dates?, values?");
    check("value\n1\n2", "dates?");
}

#[test]
fn x39_files_of_every_encoding_are_decoded() {
    let text = "dyddiad,nodyn\n2026-04-01,tŷ “3”\n";
    let wide = |mark: &[u8], bytes: fn(u16) -> [u8; 2]| {
        [mark.to_vec(), text.encode_utf16().flat_map(bytes).collect()].concat()
    };
    for bytes in [
        text.as_bytes().to_vec(),
        wide(&[0xff, 0xfe], u16::to_le_bytes),
        wide(&[0xfe, 0xff], u16::to_be_bytes),
        wide(&[], u16::to_le_bytes),
        wide(&[], u16::to_be_bytes),
    ] {
        assert_eq!(decode(&bytes), text);
    }
    assert_eq!(decode(b"caf\xe9 \x96 \x93x\x94 \x80"), "café – “x” €");
}

#[test]
fn x39_what_is_no_table_or_too_large_is_refused() {
    let wide = "1,".repeat(300);
    let long = "1\n".repeat(1_000_001);
    let huge = "x".repeat(10_000_001);
    // few cells, but in the corners of a table that would have far too many
    let ragged = format!("{}{}", "1\n".repeat(60_000), "1,".repeat(200));
    for (text, refusal) in [
        ("", Refusal::Empty),
        (" \r\n\t\0\u{feff}", Refusal::Empty),
        (&wide, Refusal::TooWide),
        (&long, Refusal::TooLong),
        (&huge, Refusal::TooLong),
        (&ragged, Refusal::TooLong),
    ] {
        assert_eq!(Table::read(text).err(), Some(refusal));
    }
}

#[test]
fn x39_ten_thousand_rows_are_read_in_time_that_grows_with_them() {
    let row = |place: usize| {
        format!(
            "{:04}-{:02}-{:02},{place},20000,\"a \"\"note\"\"\"\n",
            2000 + place / 336,
            place / 28 % 12 + 1,
            place % 28 + 1
        )
    };
    let text: String = (0..10_000).map(row).collect();
    let begin = std::time::Instant::now();
    let read = read(&text);
    assert_eq!(read.matches("=").count(), 10_000);
    assert!(read.starts_with("2000-01-01=0/20000 “a \"note\"”, 2000-01-02=1/20000"));
    // some tenths of a second without optimisation: a square of the rows would take minutes
    assert!(begin.elapsed().as_secs() < 20);
    let unclosed = "2026-04-01,1,\"x\n".repeat(20_000) + &"\"\"".repeat(50_000);
    assert!(Table::read(&unclosed).is_ok());
    assert!(begin.elapsed().as_secs() < 40);
}
