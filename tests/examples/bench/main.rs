//! What a person waits for in a browser, and what it costs the page's main thread. One line of JSON per figure; what
//! could not be measured is said in a line of words.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs)]

mod figures;

mod project;

mod open;

mod memory;

mod moving;

mod writing;

mod together;

mod charts;

mod cold;

mod profile;

mod window;

mod devtools;

use anyhow::Result;
use stories::Relay;

use figures::{Setting, word};
use window::Window;

const SETTINGS: [Setting; 5] = [
    Setting { cards: 50, slowdown: 1 },
    Setting { cards: 200, slowdown: 1 },
    Setting { cards: 1_000, slowdown: 1 },
    Setting { cards: 1_000, slowdown: 4 },
    Setting { cards: 5_000, slowdown: 1 },
];

#[tokio::main]
async fn main() -> Result<()> {
    let relay = Relay::start()?;
    if std::env::var_os("TRIBUTARY_PROFILE").is_some() {
        profile::run(&relay).await?;
        return charts::profile(&relay).await;
    }
    let only = std::env::args().nth(1);
    let wanted = |part: &str| only.as_ref().is_none_or(|only| only == part);
    if wanted("diagram") {
        for setting in SETTINGS {
            told(&format!("{setting:?}"), measure(&relay, setting).await);
        }
    }
    if wanted("measures") {
        told("measures", charts::measure(&relay).await);
    }
    if wanted("visit") {
        told("first visit", cold::measure(&relay).await);
    }
    Ok(())
}

async fn measure(relay: &Relay, setting: Setting) -> Result<()> {
    let project = relay.project(Some(project::of(setting.cards))).await?;
    let window = Window::new(setting.slowdown).await?;
    open::measure(&window, setting, relay, &project).await?;
    told("memory", memory::measure(&window, setting).await);
    told("pan and drag", moving::measure(&window, setting).await);
    told("another window", together::measure(&window, setting, &project).await);
    told("writing", writing::measure(&window, setting).await);
    Ok(())
}

/// What fails is said and does not keep the rest from being measured.
fn told(what: &str, result: Result<()>) {
    if let Err(error) = result {
        word(&format!("LEFT OUT: {what}: {error:#}"));
    }
}
