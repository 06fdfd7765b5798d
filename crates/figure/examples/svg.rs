//! Prints the picture of a project file's diagram: `cargo run -p figure --example svg -- FILE.json [dark]`.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

#[path = "../tests/common/mod.rs"]
mod common;

use figure::{Fonts, Scene, Theme, svg};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let text = std::fs::read_to_string(arguments.next().unwrap()).unwrap();
    let theme = if arguments.next().is_some() { Theme::Dark } else { Theme::Light };
    print!("{}", svg(&Scene::of(&common::read(&text)), theme, Fonts::Named));
}
