//! Rows: what is wrong with them, and what becomes of those that are right.

use exchange::observations::{Ratios, Repeats, Table, observations};

use crate::{check, check_with};

#[test]
fn x36_faults_have_their_row_and_column_and_the_other_rows_are_read() {
    for (rows, expected) in [
        (
            "2026-01-01,3,10\n2026-02-01,x,10\n2026-03-01,4,10",
            "2026-01-01=3/10, 2026-03-01=4/10, 3:2 not-a-number",
        ),
        ("2026-01-01,3,", "2:3 no-denominator"),
        ("2026-01-01,3,0", "2:3 denominator-zero"),
        ("2026-01-01,3,-1", "2:3 denominator-negative"),
        ("2026-01-01,-3,10", "2:2 numerator-negative"),
        ("2026-01-01,1,10\n2026-02-01,11,10", "2026-01-01=1/10, 3:2 numerator-above"),
        ("2026-01-01,,10", ""),
        ("2026-01-01,x,y", "2:2 not-a-number, 2:3 not-a-number"),
        ("2026-02-31,x,1", "2:1 impossible-date, 2:2 not-a-number"),
        ("foo,1,10\n2026-02-01,2,10", "2026-02-01=2/10, 2:1 not-a-date"),
    ] {
        check(&format!("date,numerator,denominator\n{rows}"), expected);
    }
    check("foo,12\n2026-02-01,13", "2026-02-01=13, 1:1 not-a-date");
    check("date,value,ghost\n2026-01-01,3,perhaps", "2:3 not-yes-or-no");
    check("date,value,note\n2026-01-01,,closed", "2:3 note-without-value");
    check_with(
        "2026-01-01,11,10\n2026-02-01,1,10",
        |choice| choice.ratios = Ratios::Rate,
        "2026-01-01=11/10, 2026-02-01=1/10",
    );
    check("2026-01-01,11,10\n2026-02-01,12,10", "2026-01-01=11/10, 2026-02-01=12/10");
}

#[test]
fn x36_dates_without_a_value_are_gaps() {
    let text = "date,value\n2026-01-01,1\n2026-02-01,\n2026-03-01,x\n2026-04-01,4\n2026-04-01,5";
    let table = Table::read(text).unwrap();
    let mut choice = table.suggestions()[0].choice.clone();
    choice.frequency = model::period::Frequency::Monthly;
    choice.repeats = Repeats::Fault;
    let outcome = observations(&table, &choice);
    assert_eq!(outcome.gaps.iter().map(String::as_str).collect::<Vec<_>>(), ["2026-02-01", "2026-03-01"]);
    assert_eq!(
        outcome.faults.iter().map(|fault| fault.cell.as_str()).collect::<Vec<_>>(),
        ["x", "2026-04-01"]
    );
}

#[test]
fn x36_a_fault_shows_no_more_of_its_cell_than_a_line_holds() {
    let table = Table::read(&format!("date,value\n2026-01-01,1\n2026-02-01,{}", "ŵ".repeat(500))).unwrap();
    let outcome = observations(&table, &table.suggestions()[0].choice);
    assert_eq!(outcome.faults[0].cell, "ŵ".repeat(40));
}
