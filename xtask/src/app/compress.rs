//! Compresses the app's files once, so that the relay only hands them out.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};

use crate::say;

/// Kinds of files that shrink; pictures and woff2 fonts are compressed already.
const KINDS: &[&str] =
    &["css", "html", "ico", "js", "json", "map", "md", "svg", "ttf", "txt", "wasm", "webmanifest", "xml"];

/// The best that brotli can do, in its own scale.
const QUALITY: i32 = 11;

/// Puts `name.br` and `name.gz` beside every file that gets smaller by it.
pub(super) fn everything(stage: &Path) -> Result<()> {
    say::line("compressing its files");
    let mut files = Vec::new();
    collect(stage, &mut files)?;
    let halves = files.split_at(files.len() / 2);
    std::thread::scope(|scope| {
        let first = scope.spawn(|| halves.0.iter().try_for_each(|path| beside(path)));
        halves.1.iter().try_for_each(|path| beside(path))?;
        first.join().expect("compressing does not panic")
    })
}

/// Bytes as brotli packs them at its best.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: QUALITY, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters).context("brotli failed")?;
    Ok(packed)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let kind = path.extension().unwrap_or_default().to_string_lossy();
        match path.is_dir() {
            true => collect(&path, files)?,
            false if KINDS.contains(&kind.as_ref()) => files.push(path),
            false => {}
        }
    }
    Ok(())
}

fn beside(path: &Path) -> Result<()> {
    let bytes = fs::read(path)?;
    for (ending, packed) in [("br", brotli(&bytes)?), ("gz", gzip(&bytes)?)] {
        if packed.len() < bytes.len() {
            fs::write(format!("{}.{ending}", path.display()), packed)?;
        }
    }
    Ok(())
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
