//! What the other tests make workbooks of.

use std::io::{Cursor, Read, Write};

use exchange::observations::{Choice, Table, observations};
use model::{
    Id,
    measure::{Measure, Observation, Value},
};
use words::{Language, Words};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

pub(crate) const ENGLISH: Words = Words::new(Language::English);

pub(crate) fn measure(name: &str, observations: Vec<(&str, Value, &str, bool)>) -> Measure {
    let observation = |(key, value, note, ghost): (&str, Value, &str, bool)| Observation {
        key: key.to_owned(),
        value,
        note: note.to_owned(),
        ghost,
    };
    let observations = observations.into_iter().map(observation).collect();
    Measure { observations, ..Measure::new(Id::parse("m").unwrap(), name) }
}

/// A workbook as a list of its parts.
pub(crate) fn parts(workbook: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut package = ZipArchive::new(Cursor::new(workbook)).unwrap();
    let count = package.len();
    let part = |place| {
        let mut part = package.by_index(place).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        (part.name().unwrap().to_string(), content)
    };
    (0..count).map(part).collect()
}

/// A package of these parts.
pub(crate) fn packed<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        package.start_file(name, SimpleFileOptions::default()).unwrap();
        package.write_all(content).unwrap();
    }
    package.finish().unwrap().into_inner()
}

/// The workbook with a part changed.
pub(crate) fn changed(workbook: &[u8], name: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut parts = parts(workbook);
    let part = parts.iter_mut().find(|(own, _)| own == name).unwrap();
    part.1 = change(String::from_utf8(std::mem::take(&mut part.1)).unwrap()).into_bytes();
    packed(parts.iter().map(|(name, content)| (name.as_str(), &content[..])))
}

/// The observations that the first measure of a text gives, none of them at fault.
pub(crate) fn observed(text: &str) -> Vec<Observation> {
    let table = Table::read(text).unwrap();
    let suggestions = table.suggestions();
    assert_eq!(suggestions.len(), 1, "{text}");
    let choice = Choice { ratios: exchange::observations::Ratios::Rate, ..suggestions[0].choice.clone() };
    let outcome = observations(&table, &choice);
    assert_eq!((outcome.faults, outcome.questions), (vec![], vec![]), "{text}");
    outcome.observations
}
