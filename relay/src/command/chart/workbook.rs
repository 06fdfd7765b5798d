//! The sheet of a workbook that holds the data.

use std::path::Path;

use anyhow::{anyhow, bail};
use exchange::observations::{Table, observations};
use publish::xlsx::{self, Sheet};
use words::Words;

use super::plain;

/// A workbook, and which sheet of it was asked for.
pub(super) struct Workbook<'a> {
    pub(super) file: &'a Path,
    pub(super) bytes: &'a [u8],
    pub(super) sheet: Option<&'a str>,
    pub(super) words: Words,
}

impl Workbook<'_> {
    /// The sheet of that name; without one the sheet with the most observations, the first of several with as many.
    pub(super) fn text(&self) -> anyhow::Result<String> {
        let Workbook { file, bytes, sheet, words } = *self;
        let refused = |refusal: xlsx::Refusal| {
            anyhow!("{}: {}", file.display(), words.workbook_refusal(refusal.name()))
        };
        let sheets = xlsx::read(bytes).map_err(refused)?;
        if let Some(named) = sheet {
            let is_named = |sheet: &&Sheet| sheet.name.to_lowercase() == named.trim().to_lowercase();
            let Some(found) = sheets.iter().find(is_named) else {
                bail!("{}: there is no such sheet; there are {}", file.display(), names(&sheets));
            };
            return Ok(found.text.clone());
        }
        let counts: Vec<usize> = sheets.iter().map(count).collect();
        let most = counts.iter().copied().max().unwrap_or_default();
        let place = counts.iter().position(|count| *count == most).unwrap_or_default();
        if counts.iter().filter(|count| **count > 0).count() > 1 {
            let names = names(&sheets);
            let name = plain(&sheets[place].name);
            eprintln!(
                "{}: of several sheets ({names}) this is {name}; --sheet reads another",
                file.display()
            );
        }
        Ok(sheets[place].text.clone())
    }
}

fn names(sheets: &[Sheet]) -> String {
    plain(&sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>().join("; "))
}

/// How many rows can be read of the measure of a sheet that has the most.
fn count(sheet: &Sheet) -> usize {
    let Ok(table) = Table::read(&sheet.text) else { return 0 };
    let count = |suggestion: &exchange::observations::Suggestion| {
        observations(&table, &suggestion.choice).observations.len()
    };
    table.suggestions().iter().map(count).max().unwrap_or_default()
}
