//! Writes sample charts as SVG files: `cargo run -p figure --example charts -- FOLDER`.
#![allow(clippy::unwrap_used)]

#[path = "../tests/common/series.rs"]
mod series;

use figure::{Fonts, Theme, chart, small_chart, svg};

fn main() {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    for (name, made, look) in series::charts() {
        for (theme, suffix) in [(Theme::Light, ""), (Theme::Dark, "-dark")] {
            let picture = chart(&made, &look, (960.0, 480.0));
            std::fs::write(
                folder.join(format!("{name}{suffix}.svg")),
                svg(&picture.scene, theme, Fonts::Named),
            )
            .unwrap();
        }
        let small = small_chart(&made, &look, (300.0, 170.0));
        std::fs::write(
            folder.join(format!("{name}-small.svg")),
            svg(&small.scene, Theme::Light, Fonts::Named),
        )
        .unwrap();
    }
}
