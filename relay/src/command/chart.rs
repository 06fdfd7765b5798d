//! `tributary chart`: a run chart or a control chart of data, as a picture or as numbers.

mod cases;
mod data;
mod plan;
mod said;
mod subject;
mod workbook;

use std::path::{Path, PathBuf};

use anyhow::bail;
use chrono::NaiveDate;
use figure::{Fonts, Theme, measured};
use serde_json::json;
use statistics::{Chart, ChartKind, Observed, Point, Series};
use words::{Language, Words};

use self::plan::Plan;
pub(super) use self::subject::Subject;
use self::workbook::Workbook;
use super::{language, plain, say, write_file};

/// What `tributary chart` is told.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A table of observations (CSV, or as a spreadsheet gives it), an Excel workbook (.xlsx), or a project JSON
    #[arg(value_name = "DATA.csv", required_unless_present = "cases")]
    data: Option<PathBuf>,
    /// Print what each case of a file says, as JSON
    #[arg(long, value_name = "CASES.json", exclusive = true)]
    cases: Option<PathBuf>,
    /// Print the numbers, the lines and the patterns as JSON
    #[arg(long, conflicts_with = "output")]
    json: bool,
    /// Where the picture (SVG) goes; without it to standard output
    #[arg(short, long, value_name = "FILE.svg")]
    output: Option<PathBuf>,
    #[command(flatten)]
    plan: Plan,
    #[command(flatten)]
    reading: data::Reading,
    /// Which measure: its name, or in a project its id
    #[arg(long, value_name = "NAME")]
    measure: Option<String>,
    /// Which sheet of a workbook; without it the one with the most observations
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The language of the picture and of what is said
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
}

/// How large a picture is, in pixels: as wide as half a screen, and easy to read on a slide.
pub(super) const SIZE: (f64, f64) = (960.0, 480.0);
/// The letters that go with a picture, so that it looks the same wherever it is opened.
const INSIDE: Fonts<'static> = Fonts::Embedded {
    regular: include_bytes!("../../../public/fonts/atkinson-hyperlegible-next-regular.woff2"),
    semibold: include_bytes!("../../../public/fonts/atkinson-hyperlegible-next-semibold.woff2"),
};

/// Draws, or says the numbers.
pub(crate) fn run(arguments: Arguments) -> anyhow::Result<()> {
    if let Some(cases) = &arguments.cases {
        return cases::run(cases);
    }
    let Some(file) = &arguments.data else { bail!("there is no file of data") };
    let is_svg = |path: &Path| path.extension().is_none_or(|ending| ending.eq_ignore_ascii_case("svg"));
    if let Some(path) = arguments.output.as_deref().filter(|path| !is_svg(path)) {
        bail!("{}: a chart is written as SVG; name the file .svg", path.display());
    }
    let words = Words::new(arguments.language);
    let mut subject = subject(file, &arguments, words)?;
    arguments.plan.apply(&mut subject);
    if subject.measure.name.is_empty() {
        // A picture says what it is of.
        subject.measure.name =
            file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    }
    let drawn = Drawn::of(&subject);
    for line in &drawn.faults {
        eprintln!("{}: {}", file.display(), plain(line));
    }
    if drawn.chart.points.iter().all(|point| point.value.is_none()) {
        bail!("{}: there is nothing in it that this chart can show", file.display());
    }
    if arguments.json {
        say!("{:#}", drawn.json());
        return Ok(());
    }
    let picture = picture(&subject, &drawn, (words, Letters::Inside));
    match &arguments.output {
        Some(path) => write_file(path, picture.as_bytes()),
        None => {
            say!("{}", picture.trim_end());
            Ok(())
        }
    }
}

fn subject(file: &Path, arguments: &Arguments, words: Words) -> anyhow::Result<Subject> {
    let bytes = super::read_file(file)?;
    let sheet = arguments.sheet.as_deref();
    let text = match (publish::xlsx::is_workbook(&bytes), sheet) {
        (true, sheet) => Workbook { file, bytes: &bytes, sheet, words }.text()?,
        (false, None) => exchange::observations::decode(&bytes),
        (false, Some(_)) => bail!("{}: this is no workbook, and has no sheets", file.display()),
    };
    let named = arguments.measure.as_deref();
    if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
        return Subject::of_project(&super::project_of(file, &text)?, named);
    }
    let Some(chart) = arguments.plan.chart else { no_chart() };
    let table = data::Table { file, text: &text, chart, named, words };
    data::subject(&table, &arguments.reading)
}

/// Ends as clap does where something is missing: only what the file is says that it is.
fn no_chart() -> ! {
    let message = "a table of data needs --chart\n\nFor more information, try '--help'.\n";
    clap::Error::raw(clap::error::ErrorKind::MissingRequiredArgument, message).exit()
}

/// Whether the letters of a picture go with it.
#[derive(Clone, Copy)]
pub(super) enum Letters {
    Inside,
    Named,
}

/// The chart of a subject as SVG.
pub(super) fn picture(subject: &Subject, drawn: &Drawn, (words, letters): (Words, Letters)) -> String {
    let look = measured::look(&subject.measure, &subject.phases, &subject.cycles, words);
    let fonts = match letters {
        Letters::Inside => INSIDE,
        Letters::Named => Fonts::Named,
    };
    let chart = drawn.chart.clone().shown();
    figure::svg(&figure::chart(&chart, &look, SIZE).scene, Theme::Light, fonts)
}

/// A chart with what it was made of.
pub(super) struct Drawn {
    series: Series,
    dates: Vec<String>,
    chart: Chart,
    /// What cannot be drawn, in words.
    faults: Vec<String>,
}

impl Drawn {
    pub(super) fn of(subject: &Subject) -> Self {
        let mut series = measured::series(&subject.measure);
        let is_new = |day: &i32| series.points.iter().all(|point| point.day != *day);
        let gaps: Vec<i32> =
            subject.gaps.iter().filter_map(|date| measured::day_of(date)).filter(is_new).collect();
        series.points.extend(gaps.into_iter().map(|day| Point {
            day,
            observed: Observed::Missing,
            ghost: false,
        }));
        let day = |day: i32| NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default().to_string();
        let dates: Vec<String> = series.points.iter().map(|point| day(point.day)).collect();
        let chart = statistics::chart(&series, &measured::settings(&subject.measure, &subject.phases));
        let faults =
            chart.faults.iter().map(|(place, fault)| format!("{}: {fault}", dates[*place])).collect();
        Self { series, dates, chart, faults }
    }

    fn json(&self) -> serde_json::Value {
        let settings = &self.chart.settings;
        let mut said = said::chart(&self.chart, &self.series, Some(&self.dates));
        said["chart"] = settings.kind.name().into();
        said["rules"] = settings.rules.name().into();
        said["shift"] = settings.lengths.shift.into();
        said["trend"] = settings.lengths.trend.into();
        let patterns = self.chart.patterns.iter().map(|pattern| {
            let dates: Vec<&str> = pattern
                .points
                .iter()
                .map(|point| self.dates[self.chart.points[*point].place].as_str())
                .collect();
            json!({
                "rule": said::rule(pattern.rule),
                "side": said::side(pattern.side),
                "phase": pattern.phase,
                "points": pattern.points,
                "dates": dates,
                "length": pattern.length,
                "needed": pattern.needed,
                "chance": self.chart.chance(pattern).map(|chance| chance.share),
            })
        });
        said["patterns"] = patterns.collect();
        said
    }
}

fn chart_kind(name: &str) -> Result<ChartKind, String> {
    let names = || ChartKind::all().map(ChartKind::name).collect::<Vec<_>>().join(", ");
    ChartKind::named(name).ok_or_else(|| format!("the charts are {}", names()))
}
