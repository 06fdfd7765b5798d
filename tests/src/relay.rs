//! A real relay on a free port, that can be killed and brought back.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{Build, port};

/// The program that serves; the task that runs the stories says where it is.
fn program() -> PathBuf {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/debug/tributary");
    std::env::var_os("TRIBUTARY_BINARY").map_or(built, PathBuf::from)
}

pub struct Relay {
    port: u16,
    data: tempfile::TempDir,
    child: Option<Child>,
    /// The app that it serves, where it is not the one of all others.
    dist: Option<PathBuf>,
}

/// The key in an address.
pub fn key_of(address: &str) -> &str {
    address.rsplit_once('#').map_or("", |(_, key)| key)
}

/// The addresses of a project, as the relay gives them to whoever makes it.
pub struct Project {
    pub id: String,
    pub owner: String,
    pub editor: String,
    pub viewer: String,
}

impl Relay {
    pub fn start() -> Result<Self> {
        Self::serving(None)
    }

    /// A relay with an app of its own.
    pub fn over(build: &Build) -> Result<Self> {
        Self::serving(Some(build.folder().to_owned()))
    }

    fn serving(dist: Option<PathBuf>) -> Result<Self> {
        let port = port::free()?;
        let mut relay = Self { port, data: tempfile::tempdir()?, child: None, dist };
        relay.come_back()?;
        Ok(relay)
    }

    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Starts it (again) on the same port and data, and waits until it says where it serves.
    pub fn come_back(&mut self) -> Result<()> {
        let mut child = Command::new(program())
            .args(["serve", "--listen", &format!("127.0.0.1:{}", self.port), "--data"])
            .arg(self.data.path())
            .envs(self.dist.iter().map(|dist| ("TRIBUTARY_DIST", dist)))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("starting {}", program().display()))?;
        let mut lines = BufReader::new(child.stdout.take().context("its output")?).lines();
        let said = lines
            .by_ref()
            .map_while(std::result::Result::ok)
            .any(|line| line.contains(&self.port.to_string()));
        self.child = Some(child);
        // What it says later must not fill the pipe and stop it.
        std::thread::spawn(move || lines.for_each(drop));
        if said { Ok(()) } else { bail!("the relay ended before it served") }
    }

    /// `kill -9`: nothing can be tidied up.
    pub fn kill(&mut self) -> Result<()> {
        if let Some(mut child) = self.child.take() {
            child.kill()?;
            child.wait()?;
        }
        Ok(())
    }

    /// The project as the relay has it, as project JSON.
    pub async fn read(&self, project: &Project) -> Result<Value> {
        let path = self.address(&format!("/api/projects/{}", project.id));
        let request = reqwest::Client::new().get(path).bearer_auth(key_of(&project.editor));
        Ok(serde_json::from_str(&request.send().await?.error_for_status()?.text().await?)?)
    }

    /// Makes a project, blank or from project JSON.
    pub async fn project(&self, json: Option<String>) -> Result<Project> {
        let request = reqwest::Client::new().post(self.address("/api/projects"));
        let request = match json {
            Some(json) => request.header("content-type", "application/json").body(json),
            None => request,
        };
        let made: Value = serde_json::from_str(&request.send().await?.error_for_status()?.text().await?)?;
        let address = |role: &str| made["addresses"][role].as_str().map(str::to_owned).context("an address");
        let id = made["id"].as_str().context("an id")?.to_owned();
        let viewer = format!(
            "{}#{}",
            self.address(&format!("/p/{id}")),
            made["keys"]["viewer"].as_str().context("a key")?
        );
        Ok(Project { id, owner: address("owner")?, editor: address("editor")?, viewer })
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        // A relay that is gone already needs no end.
        self.kill().ok();
    }
}
