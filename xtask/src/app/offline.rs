//! Tells the service worker which files the app consists of, so that it opens without a network.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::short_hash;
use crate::say;

const NO_FILES: &str = "const FILES = [];";
const NO_VERSION: &str = "const VERSION = \"\";";

/// Read by the browser outside the app, or by nobody.
const LEFT_OUT: &[&str] = &["sw.js", "robots.txt"];

/// Not part of the app: licences of fonts, notes.
const LEFT_OUT_KINDS: &[&str] = &["txt", "md", "map"];

/// A file of the app: its address on the relay, and what it holds.
struct Shipped {
    address: String,
    bytes: Vec<u8>,
}

/// Completes `sw.js` of a built app with the addresses of all files and a version that changes when any of them does.
pub(super) fn write_list(stage: &Path) -> Result<()> {
    let path = stage.join("sw.js");
    if !path.exists() {
        say::line("there is no public/sw.js, so the app will not open without a network");
        return Ok(());
    }
    let mut files = Vec::new();
    collect(stage, "", &mut files)?;
    files.sort_by(|a, b| a.address.cmp(&b.address));
    let worker = fs::read_to_string(&path)?;
    Ok(fs::write(&path, completed(&worker, &files)?)?)
}

fn collect(folder: &Path, above: &str, files: &mut Vec<Shipped>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().context("a folder's entry has a name")?.to_string_lossy().into_owned();
        let address = format!("{above}/{name}");
        match path.is_dir() {
            true => collect(&path, &address, files)?,
            false if is_left_out(&path, &address) => {}
            // The relay answers with this page at every address of the app.
            false if address == "/index.html" => {
                files.push(Shipped { address: "/".to_owned(), bytes: fs::read(path)? })
            }
            false => files.push(Shipped { address, bytes: fs::read(path)? }),
        }
    }
    Ok(())
}

fn is_left_out(path: &Path, address: &str) -> bool {
    let kind = path.extension().unwrap_or_default().to_string_lossy();
    LEFT_OUT.contains(&&address[1..]) || LEFT_OUT_KINDS.contains(&kind.as_ref())
}

fn completed(worker: &str, files: &[Shipped]) -> Result<String> {
    for line in [NO_FILES, NO_VERSION] {
        ensure!(worker.contains(line), "public/sw.js needs the line `{line}`, which the build completes");
    }
    let addresses: Vec<&str> = files.iter().map(|file| file.address.as_str()).collect();
    let contents: Vec<String> = files.iter().map(|file| short_hash(&file.bytes)).collect();
    let list = serde_json::to_string(&addresses)?;
    let version = short_hash(format!("{worker}{list}{contents:?}").as_bytes());
    let worker = worker.replace(NO_FILES, &format!("const FILES = {list};"));
    Ok(worker.replace(NO_VERSION, &format!("const VERSION = \"{version}\";")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKER: &str = "const FILES = [];\nconst VERSION = \"\";\nstart();\n";

    fn shipped(content: &str) -> Vec<Shipped> {
        ["/", "/a.js"].map(|address| Shipped { address: address.to_owned(), bytes: content.into() }).into()
    }

    #[test]
    fn the_worker_knows_every_file() {
        let worker = completed(WORKER, &shipped("one")).unwrap();
        assert!(worker.starts_with("const FILES = [\"/\",\"/a.js\"];\nconst VERSION = \""));
        assert!(worker.ends_with("\";\nstart();\n"));
    }

    #[test]
    fn its_version_changes_with_what_a_file_holds() {
        let version = |content| completed(WORKER, &shipped(content)).unwrap();
        assert_eq!(version("one"), version("one"));
        assert_ne!(version("one"), version("two"));
    }

    #[test]
    fn a_worker_without_the_lines_is_refused() {
        assert!(completed("start();", &shipped("one")).is_err());
    }
}
