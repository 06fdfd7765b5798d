//! What tests and benches are told about the things they use, by environment variables.

use std::process::Command;

use anyhow::Result;

use crate::place;
use crate::tools::{Browser, Tools};

/// Tells where the relay's program and the built app are; the profile is `debug` or `release`.
pub(crate) fn tell_places<'a>(command: &'a mut Command, profile: &str) -> &'a mut Command {
    command.env("TRIBUTARY_BINARY", place::relay(profile)).env("TRIBUTARY_DIST", place::dist())
}

/// Tells where packages from npm are, where there are any; what needs them is left out otherwise.
pub(crate) fn tell_packages_if_there(command: &mut Command) -> Result<()> {
    if let Some(modules) = Tools::open()?.node_modules_if_there()? {
        command.env("TRIBUTARY_NODE_MODULES", modules);
    }
    Ok(())
}

/// Tells which browser is meant and where its driver and the packages from npm are; fails where they are missing.
pub(crate) fn tell_browser(command: &mut Command, browser: Browser) -> Result<()> {
    let tools = Tools::open()?;
    let modules = tools.node_modules()?;
    command.env("TRIBUTARY_AXE", modules.join("axe-core").join("axe.min.js"));
    command.env("TRIBUTARY_NODE_MODULES", modules);
    let (name, driver) = match browser {
        Browser::Chromium => ("chromium", "TRIBUTARY_CHROMEDRIVER"),
        Browser::Firefox => ("firefox", "TRIBUTARY_GECKODRIVER"),
        Browser::WebKit => ("webkit", "TRIBUTARY_WEBKITDRIVER"),
    };
    command.env("TRIBUTARY_STORIES_IN", name).env(driver, tools.driver(browser)?);
    Ok(())
}
