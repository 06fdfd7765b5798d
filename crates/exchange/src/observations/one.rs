//! Single cells, as somebody types them.

use chrono::NaiveDate;

use super::{
    Fault,
    choice::Decimal,
    day::{Written, written},
    number::{Says, number, says},
};

/// The number of a cell; a percent sign is passed over. [`Fault::UnclearNumber`] for `1,234`, which may be two numbers.
pub fn number_of(cell: &str) -> Result<f64, Fault> {
    let decimal = match says(cell) {
        Says::Either => return Err(Fault::UnclearNumber),
        Says::Comma => Decimal::Comma,
        Says::Nothing | Says::Point | Says::EitherDotted => Decimal::Point,
    };
    number(cell, decimal)?.map(|figure| figure.value).ok_or(Fault::NotANumber)
}

/// The day of a cell, with the day before the month where both are numbers; the first day of a period that it names.
pub fn day_of(cell: &str) -> Result<NaiveDate, Fault> {
    match written(cell)? {
        Written::On(day, _) => Ok(day),
        Written::Numbers { first, second, year } => {
            NaiveDate::from_ymd_opt(year, second, first).ok_or(Fault::ImpossibleDate)
        }
        Written::Yearless { .. } => Err(Fault::NoYear),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m2_numbers_are_read_as_people_type_them() {
        for (cell, expected) in [
            ("12", Ok(12.0)),
            (" 12.5 ", Ok(12.5)),
            ("12,5", Ok(12.5)),
            ("87 %", Ok(87.0)),
            ("−3", Ok(-3.0)),
            ("1 234", Ok(1234.0)),
            ("1,234.5", Ok(1234.5)),
            ("1.234,5", Ok(1234.5)),
            ("0,125", Ok(0.125)),
            ("1,234", Err(Fault::UnclearNumber)),
            ("", Err(Fault::NotANumber)),
            ("twelve", Err(Fault::NotANumber)),
            ("inf", Err(Fault::NotANumber)),
        ] {
            assert_eq!(number_of(cell), expected, "{cell}");
        }
    }

    #[test]
    fn m2_days_are_read_as_people_type_them() {
        let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap();
        for (cell, expected) in [
            ("2026-05-04", Ok(day("2026-05-04"))),
            ("4/5/2026", Ok(day("2026-05-04"))),
            ("4 May 2026", Ok(day("2026-05-04"))),
            ("May 2026", Ok(day("2026-05-01"))),
            ("Apr-23", Ok(day("2023-04-01"))),
            ("Ebrill 2023", Ok(day("2023-04-01"))),
            ("2023/24 M1", Ok(day("2023-04-01"))),
            ("46146", Ok(day("2026-05-04"))),
            ("31/02/2026", Err(Fault::ImpossibleDate)),
            ("May", Err(Fault::NoYear)),
            ("yesterday", Err(Fault::NotADate)),
        ] {
            assert_eq!(day_of(cell), expected, "{cell}");
        }
    }
}
