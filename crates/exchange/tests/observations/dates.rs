//! Dates as people write them, what is asked of them, and the periods they stand for.

use chrono::NaiveDate;
use exchange::observations::{DateOrder, Repeats};
use model::period::{Frequency, next_period, period_start};

use crate::{check, check_with};

fn check_date(date: &str, expected: &str) {
    let text = format!("date\tvalue\n{date}\t1");
    let is_date = expected.starts_with(|letter: char| letter.is_ascii_digit());
    check(&text, &if is_date { format!("{expected}=1") } else { format!("2:1 {expected}") });
}

#[test]
fn x32_dates_are_read_in_the_ways_people_write_them() {
    for (date, expected) in [
        ("2026-05-04", "2026-05-04"),
        ("2026/05/04", "2026-05-04"),
        ("2026-05-04T00:00:00Z", "2026-05-04"),
        ("20260504", "2026-05-04"),
        ("14/5/2026", "2026-05-14"),
        ("14.05.2026", "2026-05-14"),
        ("14-05-26", "2026-05-14"),
        ("14/05/2026 00:00", "2026-05-14"),
        ("5/14/2026 12:00", "2026-05-14"),
        ("4/4/2026", "2026-04-04"),
        ("14/5/99", "1999-05-14"),
        ("4 May 2026", "2026-05-04"),
        ("4th of May, 2026", "2026-05-04"),
        ("Mon 4 May 2026", "2026-05-04"),
        ("04-May-26", "2026-05-04"),
        ("May 4, 2026", "2026-05-04"),
        ("2026 May 4", "2026-05-04"),
        ("w/c 4 May 2026", "2026-05-04"),
        ("Apr-23", "2023-04-01"),
        ("Apr 23", "2023-04-01"),
        ("Apr ’23", "2023-04-01"),
        ("April 2023", "2023-04-01"),
        ("april-2023", "2023-04-01"),
        ("Sept 2023", "2023-09-01"),
        ("2023-04", "2023-04-01"),
        ("04/2023", "2023-04-01"),
        ("2011-12", "2011-12-01"),
        ("2023/24 M1", "2023-04-01"),
        ("2023/24 M12", "2024-03-01"),
        ("2023-24 M09", "2023-12-01"),
        ("M10 23/24", "2024-01-01"),
        ("Month 1 2023/24", "2023-04-01"),
        ("Q1 2023/24", "2023-04-01"),
        ("2023/24 Q4", "2024-01-01"),
        ("Q2 2023", "2023-04-01"),
        ("2023/24", "2023-04-01"),
        ("2003/04", "2003-04-01"),
        ("2023-2024", "2023-04-01"),
        ("2026-W19", "2026-05-04"),
        ("45017", "2023-04-01"),
        ("45017.5", "2023-04-01"),
        ("2023", "2023-01-01"),
        ("4 Mai 2026", "2026-05-04"),
        ("Ebrill 2023", "2023-04-01"),
        ("Gorff 23", "2023-07-01"),
        ("1af Rhagfyr 2023", "2023-12-01"),
        ("Chwarter 1 2023/24", "2023-04-01"),
        ("31/02/2026", "impossible-date"),
        ("2026-02-30", "impossible-date"),
        ("2026-13-01", "impossible-date"),
        ("45/45/2026", "impossible-date"),
        ("29 Feb 2023", "impossible-date"),
        ("2023/24 M13", "impossible-date"),
        ("2023/25 M1", "impossible-date"),
        ("Q5 2023", "impossible-date"),
        ("99999999", "impossible-date"),
    ] {
        check_date(date, expected);
    }
}

#[test]
fn x32_other_words_are_no_dates() {
    for date in [
        "soon",
        "12.5",
        "-5/2026",
        "4/5",
        "1,234",
        "12",
        "//",
        "May May 2026",
        "2026-05-04-01",
        "４/５/2026",
        "Total",
    ] {
        let text = format!("date\tvalue\n2026-01-01\t1\n{date}\t2");
        check(&text, "2026-01-01=1, 3:1 not-a-date");
    }
    check("date,value\n2026-01-01,1\n,2", "2026-01-01=1, 3:1 no-date");
}

#[test]
fn x33_day_and_month_are_asked_for_unless_the_column_says_which_is_which() {
    let unclear = "date,value\n4/5/2026,1\n05-06-2026,2\n7/7/2026,3";
    check(unclear, "2026-07-07=3, 2:1 unclear-date, 3:1 unclear-date, day-or-month?");
    check_with(
        unclear,
        |choice| choice.date_order = Some(DateOrder::DayMonth),
        "2026-05-04=1, 2026-06-05=2, 2026-07-07=3",
    );
    check_with(
        unclear,
        |choice| choice.date_order = Some(DateOrder::MonthDay),
        "2026-04-05=1, 2026-05-06=2, 2026-07-07=3",
    );
    // With points the day comes first.
    check("date,value\n04.05.2026,1\n05.06.26,2", "2026-05-04=1, 2026-06-05=2");
    check("date,value\n05.30.2026,1", "2026-05-30=1");
    check("date,value\n4/5/2026,1\n13/5/2026,2", "2026-05-04=1, 2026-05-13=2");
    check("date,value\n4/5/2026,1\n4/13/2026,2", "2026-04-05=1, 2026-04-13=2");
    let first_of_months: String = (1..=12).map(|month| format!("01/{month:02}/2026,{month}\n")).collect();
    let slip = format!("date,value\n{first_of_months}01/13/2026,13\n");
    assert!(crate::read(&slip).ends_with("13:1 unclear-date, day-or-month?"), "{}", crate::read(&slip));
    let both = "date,value\n4/5/2026,1\n13/5/2026,2\n5/13/2026,3";
    check(both, "2026-05-13=2, 2:1 unclear-date, 4:1 repeated-date, day-or-month?");
    check_with(
        both,
        |choice| choice.date_order = Some(DateOrder::DayMonth),
        "2026-05-04=1, 2026-05-13=2, 4:1 impossible-date",
    );
}

#[test]
fn x33_the_year_of_months_without_one_is_asked_for_and_rises() {
    let months = "month,value\nNov,1\nRhagfyr,2\nJan,3\nM1 2024/25,4\n30-Mai,5\n29 Feb,6";
    check(
        months,
        "2024-04-01=4, 2024-05-30=5, 2:1 no-year, 3:1 no-year, 4:1 no-year, 7:1 impossible-date, year?",
    );
    check_with(
        months,
        |choice| choice.year = Some(2023),
        "2023-11-01=1, 2023-12-01=2, 2024-01-01=3, 2024-04-01=4, 2024-05-30=5, 7:1 impossible-date",
    );
}

#[test]
fn x37_a_period_is_known_by_its_first_day() {
    use Frequency::*;
    for (frequency, start, next) in [
        (Events, "2024-02-29", "2024-03-01"),
        (Daily, "2024-02-29", "2024-03-01"),
        (Weekly, "2024-02-26", "2024-03-04"),
        (Monthly, "2024-02-01", "2024-03-01"),
        (Quarterly, "2024-01-01", "2024-04-01"),
        (Yearly, "2024-01-01", "2025-01-01"),
        (FinancialYearly, "2023-04-01", "2024-04-01"),
    ] {
        let day = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
        let found = [period_start(day, frequency), next_period(day, frequency)].map(|day| day.to_string());
        assert_eq!(found, [start, next], "{frequency:?}");
    }
    for frequency in [Events, Daily, Weekly, Monthly, Quarterly, Yearly, FinancialYearly] {
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            assert!(
                period_start(day, frequency) <= day
                    && next_period(day, frequency) >= period_start(day, frequency)
            );
        }
    }
}

#[test]
fn x37_dates_say_how_often_a_measure_is_taken_and_are_not_moved_unasked() {
    for (dates, expected) in [
        (["Apr 23", "May 23", "Jun 23"], Frequency::Monthly),
        (["2026-01-01", "2026-02-01", "2026-03-01"], Frequency::Monthly),
        (["2026-01-01", "2026-04-01", "2026-07-01"], Frequency::Quarterly),
        (["2026-04-01", "2027-04-01", "2028-04-01"], Frequency::FinancialYearly),
        (["2023", "2024", "2025"], Frequency::Yearly),
        (["Q1 2023/24", "Q2 2023/24", "Q3 2023/24"], Frequency::Quarterly),
        (["2026-05-04", "2026-05-11", "2026-05-18"], Frequency::Weekly),
        (["2026-05-05", "2026-05-12", "2026-05-19"], Frequency::Daily),
        (["2026-05-05", "2026-05-05", "2026-05-19"], Frequency::Events),
        (["Apr", "Mai", "June"], Frequency::Monthly),
    ] {
        let (_, suggestions) =
            crate::suggestions(&format!("date,value\n{}", dates.map(|date| format!("{date},1\n")).concat()));
        assert_eq!(suggestions[0].choice.frequency, expected, "{dates:?}");
    }
}

#[test]
fn x37_a_period_has_one_value_unless_the_last_is_to_win_and_events_have_many() {
    let text = "date,value\n2026-05-04,1\n2026-05-20,2\n2026-06-01,3";
    check(text, "2026-05-04=1, 2026-05-20=2, 2026-06-01=3");
    let monthly = |choice: &mut exchange::observations::Choice| choice.frequency = Frequency::Monthly;
    check_with(text, monthly, "2026-05-01=1, 2026-06-01=3, 3:1 repeated-date");
    check_with(
        text,
        |choice| {
            monthly(choice);
            choice.repeats = Repeats::LastWins;
        },
        "2026-05-01=2, 2026-06-01=3",
    );
    check("date,value\n2026-05-04,1\n2026-05-04,2", "2026-05-04=1, 2026-05-04~000002=2");
    check("date,value\nMay 2026,1\n05/2026,2", "2026-05-01=1, 3:1 repeated-date");
    check(
        "date,value\n2026-05-01,1\n2026-06-01,2\n2026-06-01,3\n2026-07-01,4",
        "2026-05-01=1, 2026-06-01=2, 2026-07-01=4, 4:1 repeated-date",
    );
}
