//! How much a browser fetches before the app works.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::Figure;

/// Kinds of files that the app is made of, by their endings.
const KINDS: &[(&str, &[&str])] = &[
    ("wasm", &["wasm"]),
    ("script", &["js"]),
    ("styles", &["css"]),
    ("fonts", &["woff2", "ttf"]),
    ("page", &["html"]),
];

const BYTES_IN_KB: f64 = 1000.0;

/// Bytes of some files, as they are and as they travel.
#[derive(Clone, Copy, Default)]
struct Size {
    raw: u64,
    brotli: u64,
}

/// The sizes of a built app by kind, in kB, and of the wasm and script of a first look, which have a budget.
pub(super) fn measure(dist: &Path) -> Result<Vec<Figure>> {
    let mut sizes = Vec::new();
    for (kind, endings) in KINDS {
        sizes.push((*kind, size(dist, endings)?));
    }
    let (first, all) = (first(dist, &["wasm"])?, size(dist, &["wasm"])?);
    sizes.push(("wasm of a first look", first));
    sizes.push(("wasm of chunks that can wait", all.without(first)));
    sizes.push((
        "wasm and script of a first look (aim: 300 kB in brotli)",
        self::first(dist, &["wasm", "js"])?,
    ));
    Ok(sizes.into_iter().flat_map(|(kind, size)| figures(kind, size)).collect())
}

impl Size {
    fn with(self, more: Size) -> Size {
        Size { raw: self.raw + more.raw, brotli: self.brotli + more.brotli }
    }

    fn without(self, less: Size) -> Size {
        Size { raw: self.raw - less.raw, brotli: self.brotli - less.brotli }
    }
}

/// The size of what the page itself names: all else is fetched when it is needed.
fn first(dist: &Path, endings: &[&str]) -> Result<Size> {
    let page = fs::read_to_string(dist.join("index.html"))?;
    let mut sum = Size::default();
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_kind = path.extension().is_some_and(|ending| endings.contains(&&*ending.to_string_lossy()));
        if is_kind && page.contains(&format!("/{name}")) {
            sum = sum.with(of_file(&path)?);
        }
    }
    Ok(sum)
}

fn figures(kind: &str, size: Size) -> [Figure; 2] {
    [("raw", size.raw), ("brotli", size.brotli)].map(|(name, bytes)| Figure {
        of: "app".to_owned(),
        name: format!("{kind}, {name}"),
        value: bytes as f64 / BYTES_IN_KB,
        unit: "kB".to_owned(),
    })
}

fn size(folder: &Path, endings: &[&str]) -> Result<Size> {
    let mut sum = Size::default();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        let more = match path.is_dir() {
            true => size(&path, endings)?,
            false if endings.contains(&ending.as_ref()) => of_file(&path)?,
            false => Size::default(),
        };
        sum = sum.with(more);
    }
    Ok(sum)
}

/// A file that brotli does not make smaller travels as it is.
fn of_file(path: &Path) -> Result<Size> {
    let raw = fs::metadata(path)?.len();
    let brotli = fs::metadata(format!("{}.br", path.display())).map_or(raw, |packed| packed.len());
    Ok(Size { raw, brotli })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_summed_by_kind() {
        let dist = std::env::temp_dir().join(format!("tributary-sizes-{}", std::process::id()));
        fs::create_dir_all(dist.join("fonts")).unwrap();
        for (name, bytes) in
            [("a.js", 3000), ("a.js.br", 1000), ("b.wasm", 500), ("c.wasm", 700), ("fonts/a.woff2", 2000)]
        {
            fs::write(dist.join(name), vec![0; bytes]).unwrap();
        }
        fs::write(dist.join("index.html"), "<script src=/a.js></script><link href=/b.wasm>").unwrap();
        let figures = measure(&dist).unwrap();
        let value = |name: &str| {
            figures.iter().find(|figure| figure.name.starts_with(name)).map(|figure| figure.value)
        };
        fs::remove_dir_all(&dist).unwrap();
        assert_eq!(value("script, raw"), Some(3.0));
        assert_eq!(value("script, brotli"), Some(1.0));
        assert_eq!(value("fonts, brotli"), Some(2.0));
        assert_eq!(value("wasm of chunks that can wait, brotli"), Some(0.7));
        assert_eq!(figures.last().map(|figure| figure.value), Some(1.5));
    }
}
