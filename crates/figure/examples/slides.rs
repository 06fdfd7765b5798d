//! Writes the slides of a project file, or of so many generated cards, as SVG files into a folder:
//! `cargo run -p figure --example slides -- FILE.json|COUNT FOLDER [wide|classic|a4|paper-a4|paper-a3]`.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

#[path = "../tests/common/mod.rs"]
mod common;

use figure::{Fonts, Paper, PictureOptions, Ratio, Theme, pages, slide, svg};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let project = match arguments[0].parse() {
        Ok(count) => common::generate(count, 3),
        Err(_) => common::read(&std::fs::read_to_string(&arguments[0]).unwrap()),
    };
    let options = PictureOptions { dated: Some("22 November 2026".into()), ..PictureOptions::default() };
    let scenes = match arguments.get(2).map_or("wide", String::as_str) {
        "classic" => slide(&project, &options, Ratio::Classic),
        "a4" => slide(&project, &options, Ratio::A4),
        "paper-a4" => pages(&project, &options, Paper::A4),
        "paper-a3" => pages(&project, &options, Paper::A3),
        _ => slide(&project, &options, Ratio::Wide),
    };
    for (place, scene) in scenes.iter().enumerate() {
        let path = format!("{}/{:02}.svg", arguments[1], place + 1);
        std::fs::write(&path, svg(scene, Theme::Light, Fonts::Named)).unwrap();
        println!("{path} {}x{}", scene.width, scene.height);
    }
}
