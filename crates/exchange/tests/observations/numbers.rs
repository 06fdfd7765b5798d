//! Numbers as people write them, and what is asked of them.

use exchange::observations::{Decimal, Table, observations};

use crate::{check, check_with, read};

/// The number of a cell beside another whose sign before decimals is known.
fn check_number(cell: &str, beside: &str, expected: &str) {
    let text = format!("date\tvalue\n2026-01-01\t{beside}\n2026-02-01\t{cell}");
    let read = read(&text);
    let read = read.split_once(", ").map_or("", |(_, rest)| rest);
    assert_eq!(read.strip_prefix("2026-02-01=").unwrap_or(read), expected, "{cell}");
}

#[test]
fn x34_numbers_are_read_in_the_ways_people_write_them() {
    for (cell, expected) in [
        ("12", "12"),
        ("12.5", "12.5"),
        (".5", "0.5"),
        ("5.", "5"),
        ("0.1", "0.1"),
        ("+3", "3"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("– 3", "-3"),
        ("1,234", "1234"),
        ("1,234.5", "1234.5"),
        ("1,234,567", "1234567"),
        ("1 234", "1234"),
        ("1\u{a0}234", "1234"),
        ("1\u{202f}234\u{202f}567", "1234567"),
        ("1'234", "1234"),
        ("£1,234", "1234"),
        ("-£5", "-5"),
        ("45%", "45"),
        ("45.5 %", "45.5"),
        ("-4%", "-4"),
        ("1.2E+03", "1200"),
        ("1e-3", "0.001"),
        ("007", "7"),
        ("\u{200b}8\u{feff}", "8"),
        ("", ""),
        ("n/a", ""),
        ("N/A", ""),
        ("-", ""),
        ("–", ""),
        ("#N/A", ""),
    ] {
        check_number(cell, "0.5", expected);
    }
    for (cell, expected) in [
        ("12,5", "12.5"),
        ("1.234", "1234"),
        ("1.234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1,234", "1.234"),
    ] {
        check_number(cell, "0,5", expected);
    }
}

#[test]
fn x34_what_is_no_number_is_a_fault_at_its_cell() {
    for cell in [
        "twelve", "12a", "1,23,4", "1.2.3", "1 23", "--1", "1-2", "5/6", "<5", "1e999", "inf", "0x10", "%",
        "£", "1,2 345", "٣", "e5", "1e", "𝟙",
    ] {
        check_number(cell, "0.5", "3:2 not-a-number");
    }
}

#[test]
fn x34_percents_are_kept_as_their_number_and_counted() {
    let table = Table::read("date,value\n2026-01-01,45%\n2026-02-01,50\n2026-03-01,7.5 %").unwrap();
    let outcome = observations(&table, &table.suggestions()[0].choice);
    assert_eq!(
        (outcome.percents, crate::shown(&outcome).as_str()),
        (2, "2026-01-01=45, 2026-02-01=50, 2026-03-01=7.5")
    );
}

#[test]
fn x35_the_sign_before_decimals_is_asked_for_unless_the_column_says_it() {
    let unclear = "date\tvalue\n2026-01-01\t1,234\n2026-02-01\t5";
    check(unclear, "2026-02-01=5, 2:2 unclear-number, decimal?");
    check_with(unclear, |choice| choice.decimal = Some(Decimal::Point), "2026-01-01=1234, 2026-02-01=5");
    check_with(unclear, |choice| choice.decimal = Some(Decimal::Comma), "2026-01-01=1.234, 2026-02-01=5");
    check("date\tvalue\n2026-01-01\t1,234\n2026-02-01\t2,345,678", "2026-01-01=1234, 2026-02-01=2345678");
    check("date\tvalue\n2026-01-01\t1,234\n2026-02-01\t0,345", "2026-01-01=1.234, 2026-02-01=0.345");
    // three places after a point are common; between semicolons they may be thousands
    check("date,value\n2026-01-01,1.234", "2026-01-01=1.234");
    check("date;value\n2026-01-01;1.234", "2:2 unclear-number, decimal?");
    let both = "date\tvalue\n2026-01-01\t1,5\n2026-02-01\t2.5\n2026-03-01\t1,234";
    check(both, "2026-01-01=1.5, 2026-02-01=2.5, 4:2 unclear-number, decimal?");
}
