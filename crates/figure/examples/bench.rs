//! How long measuring, placing and drawing take: one line of JSON per figure.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

#[path = "../tests/common/mod.rs"]
mod common;

use std::{hint::black_box, time::Instant};

use figure::{Fonts, PictureOptions, Theme, layout, picture, svg};

fn main() {
    for count in [50, 200, 1_000, 5_000] {
        let project = common::generate(count, 1);
        let input = common::input(&project);
        report(&format!("layout {count} cards"), || layout(&input).cards.len());
        report(&format!("measure and wrap {count} cards"), || common::input(&project).cards.len());
        report(&format!("svg of {count} cards"), || {
            svg(&picture(&project, &PictureOptions::default()), Theme::Light, Fonts::Named).len()
        });
    }
}

/// Prints the median of some runs in milliseconds.
fn report(name: &str, run: impl Fn() -> usize) {
    let time = || {
        let start = Instant::now();
        black_box(run());
        start.elapsed().as_secs_f64() * 1e3
    };
    let mut times: Vec<f64> = (0..31).map(|_| time()).collect();
    times.sort_by(f64::total_cmp);
    println!("{{\"name\":\"{name}\",\"value\":{:.3},\"unit\":\"ms\"}}", times[times.len() / 2]);
}
