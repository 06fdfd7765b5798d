//! A copy of the built app that becomes the next build while people have it open.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The built app; the task that runs the stories says where it is.
fn built() -> PathBuf {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist");
    std::env::var_os("TRIBUTARY_DIST").map_or(built, PathBuf::from)
}

/// A folder with an app that a relay serves.
pub struct Build {
    folder: tempfile::TempDir,
}

impl Build {
    pub fn copy() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        copy(&built(), folder.path())?;
        Ok(Self { folder })
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Turns it into another build, as the task that builds would: the script that starts the app has another name,
    /// the page and the service worker know it, and of the one before nothing is left. The page says `data-build`.
    pub fn renew(&self) -> Result<()> {
        let old = self.start()?;
        let hash = old.trim_start_matches("start-").trim_end_matches(".js");
        let new = format!("start-{}.js", hash.chars().rev().collect::<String>());
        let script = self.take(&old)?;
        fs::write(self.folder().join(&new), script)?;
        self.change("index.html", |page| {
            page.replace(&old, &new).replacen("<html lang=en", "<html lang=en data-build=2", 1)
        })?;
        self.change("sw.js", |worker| {
            worker.replace(&old, &new).replacen("const VERSION = \"", "const VERSION = \"2", 1)
        })
    }

    /// The name of the script that starts the app.
    pub fn start(&self) -> Result<String> {
        let names = fs::read_dir(self.folder())?.flatten().map(|entry| entry.file_name().into_string());
        let mut names = names.filter_map(std::result::Result::ok);
        names.find(|name| name.starts_with("start-") && name.ends_with(".js")).context("an app has a start")
    }

    /// Takes a file away, as if it had never come with the others, and gives what it held.
    pub fn take(&self, name: &str) -> Result<String> {
        let text = fs::read_to_string(self.folder().join(name))?;
        for ending in ["", ".br", ".gz"] {
            // Not every file is packed.
            fs::remove_file(self.folder().join(format!("{name}{ending}"))).ok();
        }
        Ok(text)
    }

    /// Takes away the chunks of the app that its page does not name, and gives what puts them back.
    pub fn take_chunks(&self) -> Result<Chunks> {
        let page = fs::read_to_string(self.folder().join("index.html"))?;
        let away = tempfile::tempdir()?;
        let mut names = Vec::new();
        for entry in fs::read_dir(self.folder())? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let stem = name.trim_end_matches(".br").trim_end_matches(".gz");
            if stem.ends_with(".wasm") && !page.contains(stem) {
                fs::copy(self.folder().join(&name), away.path().join(&name))?;
                fs::remove_file(self.folder().join(&name))?;
                names.push(name);
            }
        }
        anyhow::ensure!(!names.is_empty(), "the app has no chunks");
        Ok(Chunks { away, names })
    }

    /// Puts them back.
    pub fn put_back(&self, chunks: &Chunks) -> Result<()> {
        for name in &chunks.names {
            fs::copy(chunks.away.path().join(name), self.folder().join(name))?;
        }
        Ok(())
    }

    /// Puts a file there.
    pub fn put(&self, name: &str, text: &str) -> Result<()> {
        Ok(fs::write(self.folder().join(name), text)?)
    }

    fn change(&self, name: &str, change: impl FnOnce(String) -> String) -> Result<()> {
        let before = self.take(name)?;
        let after = change(before.clone());
        anyhow::ensure!(before != after, "{name} is not as it was when this was written");
        self.put(name, &after)
    }
}

/// Chunks that were taken away from a build.
pub struct Chunks {
    away: tempfile::TempDir,
    names: Vec<String>,
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let path = entry?.path();
        let target = to.join(path.file_name().context("an entry has a name")?);
        if path.is_dir() {
            fs::create_dir(&target)?;
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}
