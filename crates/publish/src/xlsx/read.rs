//! Any workbook as tables of text, one a sheet.

use std::{io::Cursor, panic::catch_unwind};

use calamine::{Reader, SheetType, Xlsx, XlsxError};
use exchange::observations::{LONGEST, MOST_CELLS};

use super::{MOST_SHEETS, Refusal, cell, package};

/// A sheet that is not empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows below each other with tabs between the cells, as
    /// [`Table::read`](exchange::observations::Table::read) understands them. Rows and columns stand where they stand in
    /// the sheet, blank ones too.
    pub text: String,
}

/// The sheets of a workbook in which anything stands, in their order. Days are `yyyy-mm-dd`, percents have their sign,
/// formulas are what they came to.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    package::check(bytes)?;
    // calamine adds up the digits of a row without looking whether there are too many; nothing of it outlives this call
    catch_unwind(|| sheets(bytes)).unwrap_or(Err(Refusal::Damaged))
}

fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refusal)?;
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    if names.len() > MOST_SHEETS {
        return Err(Refusal::TooManySheets);
    }
    let (mut sheets, mut budget) = (Vec::new(), Budget::default());
    for name in names {
        let text = text(&mut workbook, &name, &mut budget)?;
        if !text.is_empty() {
            sheets.push(Sheet { name, text });
        }
    }
    if sheets.is_empty() { Err(Refusal::Empty) } else { Ok(sheets) }
}

/// What all sheets together may still take.
struct Budget {
    bytes: usize,
    cells: usize,
    /// Cells in which nothing stands are looked at too, and cost time.
    looks: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { bytes: LONGEST, cells: MOST_CELLS, looks: 10 * MOST_CELLS }
    }
}

fn take(budget: &mut usize, count: usize) -> Result<(), Refusal> {
    *budget = budget.checked_sub(count).ok_or(Refusal::TooLong)?;
    Ok(())
}

/// Where a row or column is, counted from 0.
type Place = (u32, u32);

fn text<R: std::io::Read + std::io::Seek>(
    workbook: &mut Xlsx<R>,
    name: &str,
    budget: &mut Budget,
) -> Result<String, Refusal> {
    let mut cells: Vec<(Place, String)> = Vec::new();
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // a sheet that is only a picture of a chart
        Err(XlsxError::NotAWorksheet(_)) => return Ok(String::new()),
        Err(error) => return Err(refusal(error)),
    };
    loop {
        take(&mut budget.looks, 1)?;
        let (found, style) = match reader.next_cell_with_style_id() {
            Ok(Some(found)) => found,
            Ok(None) => break,
            // an error that Excel has learnt since, such as #SPILL!: a cell without a value
            Err(XlsxError::CellError(_)) => continue,
            Err(error) => return Err(refusal(error)),
        };
        let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
        let text = cell::text(found.get_value(), format.map_or("", |format| &format.format_code));
        if !text.is_empty() {
            take(&mut budget.bytes, text.len())?;
            take(&mut budget.cells, 1)?;
            cells.push((found.get_position(), text));
        }
    }
    // other programs need not write cells in their order; of two in one place the first counts
    cells.sort_by_key(|(place, _)| *place);
    cells.dedup_by_key(|(place, _)| *place);
    laid_out(&cells, budget)
}

/// The cells in rows, with nothing where nothing stands.
fn laid_out(cells: &[(Place, String)], budget: &mut Budget) -> Result<String, Refusal> {
    let mut text = String::new();
    let (mut row, mut column) = (0, 0);
    for ((to_row, to_column), cell) in cells {
        if *to_row > row {
            blank(&mut text, ('\n', to_row - row), budget)?;
            (row, column) = (*to_row, 0);
        }
        blank(&mut text, ('\t', to_column - column), budget)?;
        column = *to_column;
        text.push_str(cell);
    }
    Ok(text)
}

/// So many separators; each of them makes a cell or a row, with nothing in it at first.
fn blank(text: &mut String, (sign, count): (char, u32), budget: &mut Budget) -> Result<(), Refusal> {
    let count = count as usize;
    take(&mut budget.bytes, count)?;
    take(&mut budget.cells, count)?;
    text.extend(std::iter::repeat_n(sign, count));
    Ok(())
}

fn refusal(error: XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Encrypted,
        // a document or a presentation of Office is such a package too
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => Refusal::NotAWorkbook,
        _ => Refusal::Damaged,
    }
}
