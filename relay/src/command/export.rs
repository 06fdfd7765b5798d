//! `tributary export`: what a project file holds, for other programs and for slides.

use std::{
    io::{IsTerminal, Write, stdout},
    path::PathBuf,
};

use anyhow::{Context, bail};
use relay::export::{self, Part};
use words::{Language, Words};

use super::{
    chart::{self, Drawn, Letters, Subject},
    language, read_project, say, write_file,
};

/// What `tributary export` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A project JSON
    file: PathBuf,
    /// csv: one long table of observations; svg: the charts below each other; xlsx: a workbook with the plan and a
    /// sheet for each measure
    #[arg(long)]
    to: Format,
    /// Of what: measures, or measure:ID for one of them
    #[arg(long, default_value = "measures", value_parser = part)]
    part: Part,
    /// Where it goes; without it to standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The language of pictures and of workbooks
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    Csv,
    Svg,
    Xlsx,
}

fn part(text: &str) -> Result<Part, String> {
    Part::parse(text).ok_or_else(|| "this is not measures or measure:ID".to_owned())
}

/// Writes the part in the format.
pub(crate) fn run(Arguments { file, to, part, output, language }: Arguments) -> anyhow::Result<()> {
    let project = read_project(&file)?;
    let subjects = match part {
        Part::Measures => Subject::all(&project),
        Part::Measure(named) => vec![Subject::of_project(&project, Some(&named))?],
    };
    let words = Words::new(language);
    let measures = subjects.iter().map(|subject| &subject.measure);
    let bytes = match to {
        Format::Csv => export::write(measures, (export::Format::Csv, words))?,
        Format::Xlsx => export::write(measures, (export::Format::Xlsx, words))
            .with_context(|| file.display().to_string())?,
        Format::Svg if subjects.is_empty() => bail!("{}: this project has no measures", file.display()),
        Format::Svg => svg(&subjects, words).into_bytes(),
    };
    match (output, to) {
        (Some(path), _) => write_file(&path, &bytes),
        (None, Format::Xlsx) => print_binary(&bytes),
        (None, _) => {
            say!("{}", String::from_utf8_lossy(&bytes).trim_end_matches('\n'));
            Ok(())
        }
    }
}

/// Bytes for another program: a terminal would show them as signs, and may be steered by them.
fn print_binary(bytes: &[u8]) -> anyhow::Result<()> {
    if stdout().is_terminal() {
        bail!("a workbook is no text: say with -o FILE.xlsx where it goes");
    }
    stdout().write_all(bytes).context("the workbook cannot be written to standard output")
}

/// One chart, or several below each other: pictures in a picture, each with its own title for those who hear it.
fn svg(subjects: &[Subject], words: Words) -> String {
    if let [subject] = subjects {
        return chart::picture(subject, &Drawn::of(subject), (words, Letters::Inside));
    }
    let (width, height) = chart::SIZE;
    let whole = height * subjects.len() as f64;
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{whole}\" viewBox=\"0 0 {width} {whole}\">\n"
    );
    for (place, subject) in subjects.iter().enumerate() {
        // a picture has its letters once, wherever in it they stand
        let letters = if place == 0 { Letters::Inside } else { Letters::Named };
        let picture = chart::picture(subject, &Drawn::of(subject), (words, letters));
        text.push_str(&picture.replacen("<svg ", &format!("<svg y=\"{}\" ", height * place as f64), 1));
    }
    text + "</svg>\n"
}
