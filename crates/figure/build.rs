//! Makes the table of advances from the fonts, so that the browser carries no font parser.

use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path};

use skrifa::{
    FontRef, MetadataProvider,
    instance::{LocationRef, Size},
};

/// The weights, in the order of `Weight`.
const FONTS: [&str; 2] =
    ["fonts/atkinson-hyperlegible-next-regular.ttf", "fonts/atkinson-hyperlegible-next-semibold.ttf"];

fn main() {
    let tables = FONTS.map(advances);
    assert!(tables[0].keys().eq(tables[1].keys()), "both weights have the same characters");
    let folder = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&folder).join("advances.rs"), source(&tables)).expect("the table is written");
}

/// What each character of a font advances by, in thousandths of the font size.
fn advances(path: &str) -> BTreeMap<u32, u16> {
    println!("cargo::rerun-if-changed={path}");
    let bytes = fs::read(path).expect("the font is in the crate");
    let font = FontRef::new(&bytes).expect("the font is sound");
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let units = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
    assert_eq!(units, 1000, "advances are thousandths of the font size");
    let advance = |glyph| metrics.advance_width(glyph).expect("each glyph has an advance") as u16;
    font.charmap().mappings().map(|(character, glyph)| (character, advance(glyph))).collect()
}

/// The table as Rust: runs of characters (first, last, index of the first), then the advances of each weight.
fn source(tables: &[BTreeMap<u32, u16>; 2]) -> String {
    let mut runs: Vec<(u32, u32, usize)> = Vec::new();
    for (index, character) in tables[0].keys().copied().enumerate() {
        match runs.last_mut() {
            Some(run) if run.1 + 1 == character => run.1 = character,
            _ => runs.push((character, character, index)),
        }
    }
    let mut text = format!("static RUNS: [(u32, u32, u16); {}] = {runs:?};\n", runs.len());
    let columns: Vec<Vec<u16>> = tables.iter().map(|table| table.values().copied().collect()).collect();
    writeln!(text, "static ADVANCES: [[u16; {}]; {}] = {columns:?};", tables[0].len(), tables.len())
        .expect("writing to a string succeeds");
    text
}
