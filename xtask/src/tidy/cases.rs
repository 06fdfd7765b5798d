//! Documents of every schema are kept as they were written, so that they can be opened for ever.

use super::Fault;
use super::files::Files;

const SCHEMA: &str = "crates/document/src/schema.rs";
const DOCUMENTS: &str = "tests/cases/documents/";

/// How the line that says the current schema begins.
const CURRENT: &str = "pub const SCHEMA: u32 = ";

/// Schemas of which no document is kept.
pub(super) fn faults(files: &Files) -> Vec<Fault> {
    let Some((line, newest)) = files.text(SCHEMA).and_then(current) else {
        let advice = format!("the current schema stands in a line `{CURRENT}…;`, which is not here");
        return vec![Fault { path: SCHEMA.to_owned(), line: 1, advice }];
    };
    let missing = (1..=newest).filter(|schema| !is_kept(files, *schema));
    let advice = |schema| format!("keep a document of schema {schema} as {DOCUMENTS}schema-{schema}.…");
    missing.map(|schema| Fault { path: SCHEMA.to_owned(), line, advice: advice(schema) }).collect()
}

fn current(text: &str) -> Option<(usize, u32)> {
    let lines = (1..).zip(text.lines());
    lines.into_iter().find_map(|(line, text)| {
        let number = text.strip_prefix(CURRENT)?.trim_end_matches(';');
        Some((line, number.parse().ok()?))
    })
}

fn is_kept(files: &Files, schema: u32) -> bool {
    let beginning = format!("{DOCUMENTS}schema-{schema}");
    let rests = files.all.iter().filter_map(|file| file.path.strip_prefix(&beginning));
    rests.into_iter().any(|rest| !rest.starts_with(|next: char| next.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{SCHEMA, faults};
    use crate::tidy::tests::check;

    #[test]
    fn a_document_of_every_schema_is_kept() {
        let text = "//! Roots.\n\npub const SCHEMA: u32 = 2;\n";
        let first = ("tests/cases/documents/schema-1.bin", "");
        check(
            faults,
            &[(SCHEMA, text), first],
            &["crates/document/src/schema.rs:3: keep a document of schema 2"],
        );
        let second = ("tests/cases/documents/schema-2-crisis.bin", "");
        check(faults, &[(SCHEMA, text), first, second], &[]);
    }

    #[test]
    fn ten_is_not_one() {
        let files = [(SCHEMA, "pub const SCHEMA: u32 = 1;\n"), ("tests/cases/documents/schema-10.bin", "")];
        check(faults, &files, &["crates/document/src/schema.rs:1: keep a document of schema 1"]);
    }
}
