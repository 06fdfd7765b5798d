//! What of a project leaves for other programs, and as what: the same for the command line and for those who ask the
//! relay.

use exchange::observations;
use model::{Project, measure::Measure};
use publish::xlsx;
use words::Words;

/// As what measures leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One long table.
    Csv,
    /// A workbook with the plan and a sheet a measure.
    Xlsx,
}

struct FormatRow {
    format: Format,
    name: &'static str,
    content_type: &'static str,
}

const FORMATS: [FormatRow; 2] = [
    FormatRow { format: Format::Csv, name: "csv", content_type: "text/csv; charset=utf-8" },
    FormatRow {
        format: Format::Xlsx,
        name: "xlsx",
        content_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    },
];

impl Format {
    /// The format of that name.
    pub fn parse(name: &str) -> Option<Format> {
        FORMATS.iter().find(|row| row.name == name).map(|row| row.format)
    }

    /// Its name, which is the end of a file's.
    pub fn as_str(self) -> &'static str {
        self.row().name
    }

    /// Its name for browsers.
    pub fn content_type(self) -> &'static str {
        self.row().content_type
    }

    fn row(self) -> &'static FormatRow {
        FORMATS.iter().find(|row| row.format == self).expect("every format has its row in the table")
    }
}

/// What of a project leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// All measures, in the order of the plan.
    Measures,
    /// The one of that id, or of that name.
    Measure(String),
}

impl Part {
    /// Reads `measures` or `measure:ID`.
    pub fn parse(text: &str) -> Option<Part> {
        match text.split_once(':') {
            None if text == "measures" => Some(Part::Measures),
            Some(("measure", id)) if !id.is_empty() => Some(Part::Measure(id.to_owned())),
            _ => None,
        }
    }

    /// The measures that it means; none where there is not just one of that id or name.
    pub fn of<'a>(&self, project: &'a Project) -> Option<Vec<&'a Measure>> {
        let all = measures(project);
        let Part::Measure(named) = self else { return Some(all) };
        let found: Vec<&Measure> = all.into_iter().filter(|measure| is_named(measure, named)).collect();
        (found.len() == 1).then_some(found)
    }
}

/// Whether a measure has that id, or that name.
pub fn is_named(measure: &Measure, named: &str) -> bool {
    measure.id.as_str() == named || measure.name.trim() == named.trim()
}

/// The measures of a project that are not deleted, in the order of the plan.
pub fn measures(project: &Project) -> Vec<&Measure> {
    let mut measures: Vec<&Measure> =
        project.measures.values().filter(|measure| measure.deleted.is_none()).collect();
    model::sort::by_key(&mut measures, |measure| (&measure.order, &measure.id));
    measures
}

/// The measures in the format.
pub fn write<'a>(
    measures: impl IntoIterator<Item = &'a Measure>,
    (format, words): (Format, Words),
) -> Result<Vec<u8>, xlsx::Unwritable> {
    match format {
        Format::Csv => Ok(observations::write_all(measures).into_bytes()),
        Format::Xlsx => xlsx::write(measures, words),
    }
}
