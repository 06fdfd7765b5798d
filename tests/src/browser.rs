//! A browser of its own for each person of a story.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

use crate::Page;

/// What Chromium is started with: no window, nothing that reaches out by itself.
const ARGUMENTS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// A WebSocket as it is where something between refuses it: it closes before it opens.
const BLOCKED: &str = "
    window.WebSocket = class extends EventTarget {
        constructor() {
            super();
            this.readyState = 0;
            setTimeout(() => {
                this.readyState = 3;
                for (const event of [new Event('error'), new CloseEvent('close', { code: 1006 })]) {
                    this.dispatchEvent(event);
                    this['on' + event.type]?.(event);
                }
            });
        }
        send() {}
        close() {}
    };
";

/// How large the window is, and which colours the person prefers.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    pub size: (u32, u32),
    pub dark: bool,
}

impl Look {
    pub const DESK: Look = Look { size: (1440, 900), dark: false };
    pub const DARK: Look = Look { size: (1440, 900), dark: true };
    pub const PHONE: Look = Look { size: (390, 844), dark: false };
}

/// A driver with one browser; both end with it.
pub struct Browser {
    pub driver: WebDriver,
    port: u16,
    process: Child,
    _profile: tempfile::TempDir,
}

impl Browser {
    pub async fn open(look: Look) -> Result<Self> {
        let program = std::env::var("TRIBUTARY_CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".into());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("starting {program}"))?;
        let port = port_of(&mut process)?;
        let profile = tempfile::tempdir()?;
        let mut capabilities = DesiredCapabilities::chrome();
        for argument in ARGUMENTS {
            capabilities.add_arg(argument)?;
        }
        capabilities.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
        capabilities.add_arg(&format!("--window-size={},{}", look.size.0, look.size.1))?;
        if look.dark {
            capabilities.add_arg("--blink-settings=preferredColorScheme=0")?;
        }
        let driver = WebDriver::new(&format!("http://127.0.0.1:{port}"), capabilities).await?;
        // The end of this value shuts the driver down, browser and all, also when a story fails half way.
        driver.clone().leak().context("a new session has not been ended")?;
        Ok(Self { driver, port, process, _profile: profile })
    }

    /// A browser behind a proxy that blocks WebSockets.
    pub async fn behind_proxy(look: Look) -> Result<Self> {
        let browser = Self::open(look).await?;
        browser.before_each_page(BLOCKED).await?;
        Ok(browser)
    }

    /// Runs a script before those of every page that is opened from now on.
    pub async fn before_each_page(&self, script: &str) -> Result<()> {
        let script = serde_json::json!({ "source": script });
        self.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
        Ok(())
    }

    /// Opens an address and waits until the page has something to show.
    pub async fn visit(&self, address: &str) -> Result<Page> {
        self.driver.goto(address).await?;
        let page = Page::new(self.driver.clone());
        page.until("document.querySelector('[data-ready=true], main h1') !== null").await?;
        Ok(page)
    }
}

/// The port that the driver chose, from what it says at its start.
fn port_of(process: &mut Child) -> Result<u16> {
    let mut lines = BufReader::new(process.stdout.take().context("its output")?).lines();
    let port = lines.by_ref().map_while(std::result::Result::ok).find_map(|line| {
        let (_, port) = line.rsplit_once("successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    // What it says later must not fill the pipe and stop it.
    std::thread::spawn(move || lines.for_each(drop));
    match port {
        Some(port) => Ok(port),
        None => bail!("the driver ended before it said its port"),
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Asked to shut down, the driver ends its browser first; killed, it would leave it behind.
        let asked = TcpStream::connect(("127.0.0.1", self.port)).and_then(|mut line| {
            line.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
            line.read_to_end(&mut Vec::new())
        });
        if asked.is_err() {
            self.process.kill().ok();
        }
        self.process.wait().ok();
    }
}
