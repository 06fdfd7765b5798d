//! What of a project leaves for other programs, and as what: the same for the command line and for those who ask the
//! relay.

use bytes::Bytes;
use exchange::observations;
use model::{Project, measure::Measure};
use publish::xlsx;
use words::{Language, Words};

/// Why nothing leaves: no measure has that id or name, or several have it.
pub const NO_SUCH_MEASURE: &str = "no-such-measure";
/// Why nothing leaves: there is more than such a file can hold.
pub const DOES_NOT_FIT: &str = "does-not-fit";

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

    /// The same as text.
    pub fn to_text(&self) -> String {
        match self {
            Part::Measures => "measures".to_owned(),
            Part::Measure(named) => format!("measure:{named}"),
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

/// What somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// As what.
    pub format: Format,
    /// Of what.
    pub part: Part,
    /// In which language, where it has words of ours.
    pub language: Language,
}

impl Wish {
    /// The wish as a worker is told it.
    pub fn encode(&self) -> Bytes {
        let Wish { format, part, language } = self;
        format!("{}\n{}\n{}", format.as_str(), language.tag(), part.to_text()).into()
    }

    /// Reads what `encode` wrote.
    pub fn decode(bytes: &[u8]) -> Option<Wish> {
        let mut lines = std::str::from_utf8(bytes).ok()?.splitn(3, '\n');
        let (format, language, part) = (lines.next()?, lines.next()?, lines.next()?);
        Some(Wish {
            format: Format::parse(format)?,
            part: Part::parse(part)?,
            language: Language::of_tag(language)?,
        })
    }

    /// Our words in its language.
    pub fn words(&self) -> Words {
        Words::new(self.language)
    }

    /// What a file of these measures is called: after the only one of them, or after the project.
    pub fn file_name(&self, project: &Project, measures: &[&Measure]) -> String {
        let name = match (&self.part, measures) {
            (Part::Measure(_), [measure]) => &measure.name,
            _ => &project.title,
        };
        let kept = name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' });
        let kept = kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join("-");
        let kept: String = kept.chars().take(LONGEST_NAME).collect();
        let name = if kept.is_empty() { "measures" } else { kept.trim_end_matches('-') };
        format!("{name}.{}", self.format.as_str())
    }
}

/// The longest name of a file without its end, in characters: of four bytes each, every system takes it.
const LONGEST_NAME: usize = 60;

/// A file that leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// What it is called.
    pub name: String,
    /// What is in it.
    pub content: Bytes,
}

impl Exported {
    /// The file as a worker hands it over; a name has one line.
    pub fn encode(&self) -> Bytes {
        [self.name.as_bytes(), b"\n", &self.content].concat().into()
    }

    /// Reads what `encode` wrote.
    pub fn decode(bytes: &Bytes) -> Option<Exported> {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let name = std::str::from_utf8(&bytes[..end]).ok()?.to_owned();
        Some(Exported { name, content: bytes.slice(end + 1..) })
    }
}

#[cfg(test)]
mod tests {
    use model::Id;

    use super::*;

    fn wish(format: &str, part: &str) -> Wish {
        let (format, part) = (Format::parse(format).unwrap(), Part::parse(part).unwrap());
        Wish { format, part, language: Language::Welsh }
    }

    #[test]
    fn r19_wishes_and_files_come_out_as_they_went_in() {
        for wish in [wish("csv", "measures"), wish("xlsx", "measure:two\nlines: and more")] {
            assert_eq!(Wish::decode(&wish.encode()), Some(wish));
        }
        let file = Exported { name: "Ŵ.csv".to_owned(), content: Bytes::from_static(b"a\n\xff\n") };
        assert_eq!(Exported::decode(&file.encode()), Some(file));
        for broken in
            [&b""[..], b"csv", b"csv\nen", b"doc\nen\nmeasures", b"csv\nen\nall", b"\xff\nen\nmeasures"]
        {
            assert_eq!(Wish::decode(broken), None);
        }
    }

    #[test]
    fn r19_a_file_has_a_name_that_every_system_takes() {
        let titled = |title: &str| Project { title: title.to_owned(), ..Project::default() };
        let measure = |name: &str| Measure::new(Id::parse("m").unwrap(), name);
        for (title, expected) in [
            ("Crisis care: 1/2", "Crisis-care-1-2.xlsx"),
            ("", "measures.xlsx"),
            ("../..\r\n", "measures.xlsx"),
            ("Gofal ŵyn", "Gofal-ŵyn.xlsx"),
        ] {
            assert_eq!(wish("xlsx", "measures").file_name(&titled(title), &[&measure("x")]), expected);
            assert_eq!(wish("xlsx", "measure:m").file_name(&titled("x"), &[&measure(title)]), expected);
        }
        let long = wish("csv", "measures").file_name(&titled(&"ab ".repeat(100)), &[]);
        assert_eq!(long.chars().count(), LONGEST_NAME - 1 + ".csv".len());
    }
}
