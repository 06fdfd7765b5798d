//! The tools that cargo does not bring: exact versions, each set up once for all checkouts.

mod cargo;

mod node;

mod system;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{lock, place, say};

/// A program from crates.io; built once, which takes minutes.
struct CargoTool {
    name: &'static str,
    version: Version,
    program: &'static str,
    /// `--locked` where the versions that its author used are all to be had.
    locked: &'static [&'static str],
    /// How many packages are compiled, and how many minutes two cores take.
    packages: usize,
    minutes: u32,
}

enum Version {
    Exactly(&'static str),
    /// The version of this package in Cargo.lock.
    Of(&'static str),
}

const TRUNK: CargoTool = CargoTool {
    name: "trunk",
    version: Version::Exactly("0.21.14"),
    program: "trunk",
    locked: &["--locked"],
    packages: 384,
    minutes: 8,
};

/// Its version must equal that of the library, else it refuses.
const WASM_BINDGEN: CargoTool = CargoTool {
    name: "wasm-bindgen-cli",
    version: Version::Of("wasm-bindgen"),
    program: "wasm-bindgen",
    locked: &[],
    packages: 161,
    minutes: 2,
};

const CARGO_DENY: CargoTool = CargoTool {
    name: "cargo-deny",
    version: Version::Exactly("0.20.2"),
    program: "cargo-deny",
    locked: &["--locked"],
    packages: 141,
    minutes: 5,
};

/// Debian has none of its own.
const GECKODRIVER: CargoTool = CargoTool {
    name: "geckodriver",
    version: Version::Exactly("0.37.1"),
    program: "geckodriver",
    locked: &["--locked"],
    packages: 170,
    minutes: 2,
};

/// Packages from npm in one folder.
struct NodeTool {
    name: &'static str,
    packages: &'static [(&'static str, &'static str)],
    minutes: u32,
}

const BINARYEN: NodeTool = NodeTool { name: "binaryen", packages: &[("binaryen", "132.0.0")], minutes: 1 };

/// What the tests use: accessibility rules, and a client of the relay that is not ours.
const NODE_TESTS: NodeTool = NodeTool {
    name: "node",
    packages: &[
        ("axe-core", "4.14.1"),
        ("yjs", "13.6.33"),
        ("y-websocket", "3.1.0"),
        ("y-protocols", "1.0.7"),
        ("ws", "8.23.0"),
    ],
    minutes: 1,
};

/// The folder of tools.
pub(crate) struct Tools {
    cache: PathBuf,
}

/// A stock browser that stories are told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    Chromium,
    Firefox,
    /// WebKitGTK, which needs a display
    WebKit,
}

impl Browser {
    pub(crate) const ALL: [Browser; 3] = [Browser::Chromium, Browser::Firefox, Browser::WebKit];
}

impl Tools {
    /// The folder of tools of this person, which may still be empty.
    pub(crate) fn open() -> Result<Tools> {
        Ok(Tools { cache: place::tools()? })
    }

    /// Whether packages from npm can be had.
    pub(crate) fn has_npm() -> bool {
        node::is_there()
    }

    /// Sets up all that any command may need.
    pub(crate) fn everything(&self) -> Result<()> {
        self.wasm_target()?;
        for tool in [&TRUNK, &WASM_BINDGEN, &CARGO_DENY] {
            self.cargo_tool(tool)?;
        }
        self.node_modules()?;
        self.wasm_opt()?;
        for browser in Browser::ALL {
            self.driver(browser)?;
        }
        say::line(&format!("every tool is ready in {}", self.cache.display()));
        Ok(())
    }

    pub(crate) fn trunk(&self) -> Result<PathBuf> {
        self.cargo_tool(&TRUNK)
    }

    pub(crate) fn wasm_bindgen(&self) -> Result<PathBuf> {
        self.cargo_tool(&WASM_BINDGEN)
    }

    pub(crate) fn cargo_deny(&self) -> Result<PathBuf> {
        self.cargo_tool(&CARGO_DENY)
    }

    /// `wasm-opt`, or nothing where npm is missing: the app then works, but is larger.
    pub(crate) fn wasm_opt(&self) -> Result<Option<PathBuf>> {
        let modules = self.node_tool_if_there(&BINARYEN)?;
        Ok(modules.map(|modules| modules.join(".bin").join("wasm-opt")))
    }

    /// `node_modules` with what the tests use; fails with what to install where npm is missing.
    pub(crate) fn node_modules(&self) -> Result<PathBuf> {
        system::provide(system::NODE)?;
        self.node_tool(&NODE_TESTS)
    }

    /// The same, or nothing where npm is missing and installing it was not asked for.
    pub(crate) fn node_modules_if_there(&self) -> Result<Option<PathBuf>> {
        self.node_tool_if_there(&NODE_TESTS)
    }

    /// Sets up a browser and gives the program that drives it; fails with what to install where they are missing.
    pub(crate) fn driver(&self, browser: Browser) -> Result<PathBuf> {
        let needs = match browser {
            Browser::Chromium => system::CHROMIUM,
            Browser::Firefox => system::FIREFOX,
            Browser::WebKit => system::WEBKIT,
        };
        system::provide(needs)?;
        match browser {
            Browser::Firefox => self.cargo_tool(&GECKODRIVER),
            Browser::Chromium | Browser::WebKit => {
                needs[0].find().context("the driver was set up, but is not in PATH")
            }
        }
    }

    /// The standard library for the browser.
    pub(crate) fn wasm_target(&self) -> Result<()> {
        system::wasm_target()
    }

    fn cargo_tool(&self, tool: &CargoTool) -> Result<PathBuf> {
        let version = tool.version()?;
        let program = format!("{}{}", tool.program, std::env::consts::EXE_SUFFIX);
        let inside = Path::new("bin").join(program);
        let install = |folder: &Path| cargo::install(tool, &version, folder);
        Ok(self
            .provide(&Part { folder: format!("{}-{version}", tool.name), inside: &inside }, install)?
            .join(inside))
    }

    fn node_tool(&self, tool: &NodeTool) -> Result<PathBuf> {
        let inside = Path::new("node_modules");
        let install = |folder: &Path| node::install(tool, folder);
        Ok(self.provide(&Part { folder: tool.folder(), inside }, install)?.join(inside))
    }

    fn node_tool_if_there(&self, tool: &NodeTool) -> Result<Option<PathBuf>> {
        match node::is_there() {
            true => self.node_tool(tool).map(Some),
            false => Ok(None),
        }
    }

    /// The folder of a part of the cache. It is made beside its place and moved there at the end, so that what was
    /// interrupted is done anew.
    fn provide(&self, part: &Part, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
        let place = self.cache.join(&part.folder);
        if place.join(part.inside).exists() {
            return Ok(place);
        }
        let _lock = lock::wait(&self.cache.join(".lock"), "is setting up tools")?;
        if place.join(part.inside).exists() {
            return Ok(place);
        }
        let unfinished = self.cache.join(format!(".unfinished-{}", part.folder));
        remove(&unfinished)?;
        std::fs::create_dir_all(&unfinished).context("cannot write into the folder of tools")?;
        install(&unfinished)?;
        remove(&place)?;
        std::fs::rename(&unfinished, &place).context("cannot move the new tool to its place")?;
        Ok(place)
    }
}

/// One folder of the cache, and a path in it that exists when it is complete.
struct Part<'a> {
    folder: String,
    inside: &'a Path,
}

impl CargoTool {
    fn version(&self) -> Result<String> {
        match self.version {
            Version::Exactly(version) => Ok(version.to_owned()),
            Version::Of(package) => {
                locked_version(package, &std::fs::read_to_string(place::root().join("Cargo.lock"))?)
            }
        }
    }
}

impl NodeTool {
    fn folder(&self) -> String {
        let versions: Vec<&str> = self.packages.iter().map(|(_, version)| *version).collect();
        format!("{}-{}", self.name, versions.join("-"))
    }
}

fn remove(folder: &Path) -> Result<()> {
    match folder.exists() {
        true => {
            std::fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))
        }
        false => Ok(()),
    }
}

fn locked_version(package: &str, lock_file: &str) -> Result<String> {
    let lock_file: toml::Table = lock_file.parse().context("Cargo.lock is not TOML")?;
    let packages =
        lock_file.get("package").and_then(toml::Value::as_array).context("Cargo.lock lists no packages")?;
    let named = |entry: &&toml::Value| entry.get("name").and_then(toml::Value::as_str) == Some(package);
    let version = packages.iter().find(named).and_then(|entry| entry.get("version")?.as_str());
    version.map(str::to_owned).with_context(|| format!("Cargo.lock has no {package}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_lock_file() {
        let lock_file = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n[[package]]\nname = \"b\"\nversion = \"2.0.0\"\n";
        assert_eq!(locked_version("b", lock_file).unwrap(), "2.0.0");
        assert!(locked_version("c", lock_file).is_err());
    }

    #[test]
    fn an_interrupted_installation_is_done_anew() {
        let cache = std::env::temp_dir().join(format!("tributary-tools-{}", std::process::id()));
        let tools = Tools { cache: cache.clone() };
        let part = || Part { folder: "tool-1".to_owned(), inside: Path::new("program") };
        let interrupted = |folder: &Path| {
            std::fs::write(folder.join("left over"), "")?;
            anyhow::bail!("interrupted")
        };
        assert!(tools.provide(&part(), interrupted).is_err());
        assert!(!cache.join("tool-1").exists());

        let folder =
            tools.provide(&part(), |folder| Ok(std::fs::write(folder.join("program"), "")?)).unwrap();
        assert!(folder.join("program").exists());
        assert!(!folder.join("left over").exists());

        tools.provide(&part(), |_| panic!("is set up only once")).unwrap();
        std::fs::remove_dir_all(cache).unwrap();
    }
}
