//! What is different about each browser that stories run in.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Look;

/// A browser, and the program that drives it.
pub struct Kind {
    /// What `TRIBUTARY_STORIES_IN` calls it.
    pub name: &'static str,
    /// The variable that says where the driver is, and its name in `PATH`.
    pub driver: (&'static str, &'static str),
    /// The driver's arguments for a port, and another one that is free.
    pub arguments: fn(u16, u16) -> Vec<String>,
    /// What a session is asked for: a look, and a folder of its own.
    pub capabilities: fn(Look, &Path) -> Value,
    pub preload: Preload,
    /// Whether a tab is looked at once it is switched to; where not, it would never be drawn.
    pub shows_tabs: bool,
}

/// How a script comes to run before those of a page.
pub enum Preload {
    DevTools,
    Proxy,
}

pub const CHROMIUM: Kind = Kind {
    name: "chromium",
    driver: ("TRIBUTARY_CHROMEDRIVER", "chromedriver"),
    arguments: |port, _| vec![format!("--port={port}")],
    capabilities: chromium,
    preload: Preload::DevTools,
    shows_tabs: true,
};

/// Everything that stories run in; the first where none is chosen.
const KINDS: [Kind; 3] = [
    CHROMIUM,
    Kind {
        name: "firefox",
        driver: ("TRIBUTARY_GECKODRIVER", "geckodriver"),
        // Without a port of its own, the second driver would find the one for BiDi taken.
        arguments: |port, other| vec![format!("--port={port}"), format!("--websocket-port={other}")],
        capabilities: firefox,
        preload: Preload::Proxy,
        shows_tabs: true,
    },
    Kind {
        name: "webkit",
        driver: ("TRIBUTARY_WEBKITDRIVER", "WebKitWebDriver"),
        arguments: |port, _| vec![format!("--port={port}")],
        capabilities: webkit,
        preload: Preload::Proxy,
        shows_tabs: false,
    },
];

impl Kind {
    /// The one that `TRIBUTARY_STORIES_IN` names.
    pub fn chosen() -> Result<&'static Kind> {
        static ALL: [Kind; 3] = KINDS;
        let name = std::env::var("TRIBUTARY_STORIES_IN").unwrap_or_else(|_| CHROMIUM.name.to_owned());
        ALL.iter().find(|kind| kind.name == name).with_context(|| format!("stories are not told in {name}"))
    }
}

/// No window, nothing that reaches out by itself, and proxies also for this machine.
fn chromium(look: Look, folder: &Path) -> Value {
    let mut arguments = vec![
        "--headless=new".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--proxy-bypass-list=<-loopback>".to_owned(),
        format!("--user-data-dir={}", folder.display()),
    ];
    if look.dark {
        arguments.push("--blink-settings=preferredColorScheme=0".to_owned());
    }
    json!({ "browserName": "chrome", "goog:chromeOptions": { "args": arguments } })
}

/// Its window is never narrower than 500 pixels; the app's phone begins at 699.
fn firefox(look: Look, folder: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "args": ["-headless"],
            "env": { "TMPDIR": folder },
            "prefs": {
                "layout.css.prefers-color-scheme.content-override": if look.dark { 0 } else { 1 },
                "network.proxy.allow_hijacking_localhost": true,
                "dom.w3c_touch_events.enabled": 1,
            },
        },
    })
}

/// MiniBrowser as the driver finds it: nothing is kept, and it needs a display.
fn webkit(look: Look, _: &Path) -> Value {
    let dark = look.dark.then_some("--dark-mode");
    let arguments: Vec<&str> = std::iter::once("--automation").chain(dark).collect();
    json!({ "webkitgtk:browserOptions": { "args": arguments } })
}
