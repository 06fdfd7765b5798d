//! Measures as a workbook: their plan on one sheet, and a sheet for the observations of each.

use exchange::observations::guarded;
use model::measure::Measure;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};
use words::Words;

use super::{MOST_SHEETS, names::Names, plan, rows};

/// The most letters (UTF-16 units) that a cell may hold.
const LONGEST_CELL: usize = 32_767;
/// Days before this one are none to Excel.
const FIRST_YEAR: u16 = 1900;

/// Why a workbook cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum Unwritable {
    /// It would have more than [`MOST_SHEETS`] sheets.
    #[error("these are {0} measures, and a workbook holds at most {most}", most = MOST_SHEETS - 1)]
    TooMany(usize),
    /// It would have more rows or columns than Excel allows.
    #[error("these measures do not fit into a workbook: {0}")]
    TooLarge(#[from] XlsxError),
}

/// A workbook with the plan of the measures, and a sheet for each of them with its observations. The same measures give
/// the same bytes.
pub fn write<'a>(
    measures: impl IntoIterator<Item = &'a Measure>,
    words: Words,
) -> Result<Vec<u8>, Unwritable> {
    let measures: Vec<&Measure> = measures.into_iter().collect();
    if measures.len() >= MOST_SHEETS {
        return Err(Unwritable::TooMany(measures.len()));
    }
    let mut workbook = Workbook::new();
    // any time will do, if it is always the same
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let (look, mut names) = (Look::new(), Names::default());
    let mut plan = Page::begin(&mut workbook, &names.next(words.workbook_plan(), words), &look)?;
    plan::fill(&mut plan, &measures, words)?;
    for measure in measures {
        let mut page = Page::begin(&mut workbook, &names.next(&measure.name, words), &look)?;
        rows::fill(&mut page, measure, words)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// How cells look.
struct Look {
    heading: Format,
    text: Format,
    number: Format,
    date: Format,
}

impl Look {
    fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        Self {
            heading: top().set_bold().set_text_wrap().set_background_color(Color::RGB(0x00E8_EEF2)),
            text: top().set_text_wrap(),
            number: top(),
            date: top().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
        }
    }
}

/// What stands in a cell.
pub(super) enum Content {
    Nothing,
    Text(String),
    Number(f64),
    /// A date as it was written: a day where Excel has it, else a text.
    Date(String),
}

/// A column: what it is called, and how wide it is in letters.
pub(super) struct Column {
    pub(super) heading: String,
    pub(super) width: f64,
}

/// One sheet while it is written.
pub(super) struct Page<'a> {
    sheet: &'a mut Worksheet,
    look: &'a Look,
}

impl<'a> Page<'a> {
    fn begin(workbook: &'a mut Workbook, name: &str, look: &'a Look) -> Result<Self, XlsxError> {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        Ok(Self { sheet, look })
    }

    /// The headings, which stay where they are when the rest is scrolled, with so many columns beside them.
    pub(super) fn headings(&mut self, columns: &[Column], still: u16) -> Result<(), XlsxError> {
        for (place, column) in (0..).zip(columns) {
            self.sheet.set_column_width(place, column.width)?;
            let heading = fitting(&column.heading);
            self.sheet.write_string_with_format(0, place, heading, &self.look.heading)?;
        }
        self.sheet.set_freeze_panes(1, still)?;
        Ok(())
    }

    /// A row below the headings, counted from 0.
    pub(super) fn row(
        &mut self,
        place: usize,
        cells: impl IntoIterator<Item = Content>,
    ) -> Result<(), XlsxError> {
        let row = u32::try_from(place + 1).map_err(|_| XlsxError::RowColumnLimitError)?;
        for (place, cell) in cells.into_iter().enumerate() {
            let column = u16::try_from(place).map_err(|_| XlsxError::RowColumnLimitError)?;
            self.cell((row, column), cell)?;
        }
        Ok(())
    }

    fn cell(&mut self, (row, column): (u32, u16), cell: Content) -> Result<(), XlsxError> {
        let Page { sheet, look } = self;
        match cell {
            Content::Number(number) if number.is_finite() => {
                sheet.write_number_with_format(row, column, number, &look.number)?;
            }
            Content::Nothing | Content::Number(_) => {}
            Content::Date(date) => match day(&date) {
                Some(day) => {
                    sheet.write_datetime_with_format(row, column, &day, &look.date)?;
                }
                None => self.cell((row, column), Content::Text(date))?,
            },
            Content::Text(text) if text.is_empty() => {}
            Content::Text(text) => {
                // as a string it is never run; the guard stays with it where it is copied into something else
                sheet.write_string_with_format(row, column, fitting(&guarded(&text)), &look.text)?;
            }
        }
        Ok(())
    }
}

/// A day as Excel counts it; none where a text is no `yyyy-mm-dd` that it has.
fn day(date: &str) -> Option<ExcelDateTime> {
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    let is_number =
        |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if !(is_number(year, 4) && is_number(month, 2) && is_number(day, 2)) {
        return None;
    }
    let year = year.parse().ok().filter(|year| *year >= FIRST_YEAR)?;
    // what Excel believes to be a day and no calendar has stays a text
    chrono::NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
    ExcelDateTime::from_ymd(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The text without what a workbook cannot hold, and no longer than a cell.
fn fitting(text: &str) -> String {
    let mut length = 0;
    let fits = |letter: &char| {
        length += letter.len_utf16();
        length <= LONGEST_CELL
    };
    text.chars().filter(|letter| is_sound(*letter)).take_while(fits).collect()
}

/// Whether XML may hold a letter. Excel has a spelling for control characters, which not every program reads.
pub(super) fn is_sound(letter: char) -> bool {
    matches!(letter, '\t' | '\n') || !(letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}'))
}
