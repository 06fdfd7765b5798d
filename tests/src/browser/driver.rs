//! The program that drives a browser; it ends with its value, and so does everything that it started.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::Kind;
use crate::port;

/// How often a port is tried that somebody else of this machine took meanwhile.
const TRIES: usize = 3;
/// Between two looks whether a driver that starts listens already.
const LOOK: Duration = Duration::from_millis(10);
/// How long a browser may take to close before it is ended.
const CLOSING: Duration = Duration::from_secs(10);

pub(super) struct Driver {
    port: u16,
    process: Child,
    session: Option<String>,
    folder: tempfile::TempDir,
}

impl Driver {
    pub(super) async fn start(kind: &Kind) -> Result<Self> {
        let (variable, usual) = kind.driver;
        let program = std::env::var(variable).unwrap_or_else(|_| usual.into());
        for _ in 0..TRIES {
            let (port, other) = (port::free()?, port::free()?);
            let folder = tempfile::tempdir()?;
            let mut command = Command::new(&program);
            command.args((kind.arguments)(port, other)).stdout(Stdio::null()).stderr(Stdio::null());
            // Whatever it keeps goes with the folder, and what it starts is known by it.
            for kept in ["TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
                command.env(kept, folder.path());
            }
            let process =
                command.env("LANG", "en_US.UTF-8").spawn().with_context(|| format!("starting {program}"))?;
            let mut driver = Self { port, process, session: None, folder };
            if driver.listens().await? {
                return Ok(driver);
            }
        }
        bail!("{program} ends as soon as it is started")
    }

    /// Waits until it answers; false when it ended instead.
    async fn listens(&mut self) -> Result<bool> {
        while self.ask("GET /status").is_err() {
            tokio::time::sleep(LOOK).await;
            if self.process.try_wait()?.is_some() {
                return Ok(false);
            }
        }
        Ok(self.process.try_wait()?.is_none())
    }

    /// Asks it something by hand, because an end cannot wait as a story does.
    fn ask(&self, what: &str) -> std::io::Result<()> {
        let mut line = TcpStream::connect(("127.0.0.1", self.port))?;
        line.set_read_timeout(Some(CLOSING))?;
        let port = self.port;
        write!(line, "{what} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
        // Some keep the line open after they answered.
        line.read(&mut [0; 64]).map(drop)
    }

    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A folder that goes when the browser does.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Remembers which session is to be ended.
    pub(super) fn session(&mut self, id: String) {
        self.session = Some(id);
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Killed at once, a driver would leave its browser behind; one that hangs is ended below.
        if let Some(session) = &self.session {
            self.ask(&format!("DELETE /session/{session}")).ok();
        }
        self.process.kill().ok();
        self.process.wait().ok();
        end_what_is_left(self.folder.path());
    }
}

/// Ends every process whose environment names this folder, where the system tells.
fn end_what_is_left(folder: &Path) {
    let Ok(processes) = std::fs::read_dir("/proc") else { return };
    let mark = format!("TMPDIR={}", folder.display());
    let started = |process: &Path| {
        let environment = std::fs::read(process.join("environ")).unwrap_or_default();
        environment.split(|byte| *byte == 0).any(|variable| variable == mark.as_bytes())
    };
    for process in processes.flatten().map(|entry| entry.path()).filter(|path| started(path)) {
        if let Some(id) = process.file_name() {
            // It may have ended by itself meanwhile.
            Command::new("kill").arg("-KILL").arg(id).stderr(Stdio::null()).status().ok();
        }
    }
}
