//! `tributary export`: what a project file holds, for other programs and for slides.

use std::path::PathBuf;

use exchange::observations;
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
    /// csv: one long table of observations; svg: the charts below each other
    #[arg(long)]
    to: Format,
    /// Of what: measures, or measure:ID for one of them
    #[arg(long, default_value = "measures", value_parser = part)]
    part: Part,
    /// Where it goes; without it to standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The language of pictures
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    Csv,
    Svg,
}

/// What is exported of a project.
#[derive(Clone)]
enum Part {
    Measures,
    /// The one of that id, or of that name.
    Measure(String),
}

fn part(text: &str) -> Result<Part, String> {
    match text.split_once(':') {
        None if text == "measures" => Ok(Part::Measures),
        Some(("measure", id)) if !id.is_empty() => Ok(Part::Measure(id.to_owned())),
        _ => Err("this is not measures or measure:ID".to_owned()),
    }
}

/// Writes the part in the format.
pub(crate) fn run(Arguments { file, to, part, output, language }: Arguments) -> anyhow::Result<()> {
    let project = read_project(&file)?;
    let subjects = match part {
        Part::Measures => Subject::all(&project),
        Part::Measure(named) => vec![Subject::of_project(&project, Some(&named))?],
    };
    let text = match to {
        Format::Csv => observations::write_all(subjects.iter().map(|subject| &subject.measure)),
        Format::Svg if subjects.is_empty() => {
            anyhow::bail!("{}: this project has no measures", file.display())
        }
        Format::Svg => svg(&subjects, Words::new(language)),
    };
    match output {
        Some(path) => write_file(&path, text.as_bytes()),
        None => {
            say!("{}", text.trim_end_matches('\n'));
            Ok(())
        }
    }
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
