//! How long measuring, placing and drawing take: one line of JSON per figure.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

#[path = "../tests/common/mod.rs"]
mod common;

#[allow(dead_code, reason = "the bench draws a chart of its own")]
#[path = "../tests/common/series.rs"]
mod series;

use std::{hint::black_box, time::Instant};

use figure::{
    ChartLook, ColourBy, Colouring, Fonts, PictureOptions, Ratio, Theme, chart, layout, mini, picture, slide,
    small_chart, svg,
};
use model::{Filter, Level, Structure, View, shown};
use statistics::{ChartKind, RuleSet, Settings};

fn main() {
    charts();
    for count in [50, 200, 1_000, 5_000] {
        let project = common::generate(count, 1);
        let input = common::input(&project);
        report(&format!("layout {count} cards"), || layout(&input).cards.len());
        report(&format!("measure and wrap {count} cards"), || common::input(&project).cards.len());
        report(&format!("svg of {count} cards"), || {
            svg(&picture(&project, &PictureOptions::default()), Theme::Light, Fonts::Named).len()
        });
        let structure = Structure::of(&project);
        let filter = Filter { text: "handover ward".into(), ..Filter::default() };
        let primaries = project.cards.values().filter(|card| card.level == Level::Primary);
        let collapsed =
            View { collapsed: primaries.map(|card| card.id.clone()).collect(), ..View::default() };
        for (what, view) in [
            ("all", View::default()),
            ("filtered", View { filter, ..View::default() }),
            ("collapsed", collapsed),
        ] {
            report(&format!("shown of {count} cards, {what}"), || shown(&project, &structure, &view).of);
        }
        let placed = layout(&input);
        let colouring = Colouring::of(&project, &structure, ColourBy::Branch);
        report(&format!("colours of {count} cards"), || {
            usize::from(Colouring::of(&project, &structure, ColourBy::Branch) == Colouring::default())
        });
        report(&format!("mini-map of {count} cards"), || {
            mini(&placed, Some(&colouring), (200.0, 150.0)).tiles.len()
        });
        report(&format!("slides of {count} cards"), || {
            slide(&project, &PictureOptions::default(), Ratio::Wide).len()
        });
    }
}

/// Thirty measures of 200 points each, as on a wall, and one as on its page.
fn charts() {
    let points = series::chance(7).take(200).map(|share| statistics::Observed::Value((share * 90.0).round()));
    let series = series::monthly(points);
    let settings = Settings::new(ChartKind::Xmr, RuleSet::MakingDataCount);
    let look = ChartLook { title: "People seen within four hours".into(), ..ChartLook::default() };
    report("charts of 30 measures of 200 points", || {
        let one = || small_chart(&statistics::chart(&series, &settings), &look, (300.0, 170.0));
        (0..30).map(|_| one().scene.marks.len()).sum()
    });
    report("chart of 200 points as svg", || {
        let picture = chart(&statistics::chart(&series, &settings), &look, (960.0, 480.0));
        svg(&picture.scene, Theme::Light, Fonts::Named).len()
    });
}

/// Prints the median of some runs in milliseconds.
fn report(name: &str, run: impl Fn() -> usize) {
    let time = || {
        let start = Instant::now();
        black_box(run());
        start.elapsed().as_secs_f64() * 1e3
    };
    let mut times: Vec<f64> = (0..11).map(|_| time()).collect();
    times.sort_by(f64::total_cmp);
    println!("{{\"name\":\"{name}\",\"value\":{:.3},\"unit\":\"ms\"}}", times[times.len() / 2]);
}
