//! A browser of its own for each person of a story.

mod kind;

mod driver;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::{Capabilities, WebDriver, WindowHandle};

use crate::{Page, Proxy};
use driver::Driver;
pub use kind::{CHROMIUM, Kind, Preload};

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
    _process: Driver,
    _proxy: Option<Proxy>,
}

impl Browser {
    /// Opens the browser that the stories are told in now.
    pub async fn open(look: Look) -> Result<Self> {
        Self::start(look, None).await
    }

    /// A browser behind a proxy that blocks WebSockets.
    pub async fn behind_proxy(look: Look) -> Result<Self> {
        Self::start(look, Some(Proxy::start(None).await?)).await
    }

    /// A browser that runs a script before those of every page.
    pub async fn with_script(look: Look, script: &str) -> Result<Self> {
        match Kind::chosen()?.preload {
            Preload::DevTools => {
                let browser = Self::start(look, None).await?;
                let script = json!({ "source": script });
                browser.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
                Ok(browser)
            }
            Preload::Proxy => Self::start(look, Some(Proxy::start(Some(script)).await?)).await,
        }
    }

    async fn start(look: Look, proxy: Option<Proxy>) -> Result<Self> {
        let kind = Kind::chosen()?;
        let mut process = Driver::start(kind).await?;
        let mut capabilities = (kind.capabilities)(look, process.folder());
        if let Some(proxy) = &proxy {
            let way = format!("127.0.0.1:{}", proxy.port);
            capabilities["proxy"] =
                json!({ "proxyType": "manual", "httpProxy": way, "sslProxy": way, "noProxy": [] });
        }
        let capabilities = capabilities.as_object().cloned().context("capabilities are an object")?;
        let driver = WebDriver::new(process.address(), Capabilities::from(capabilities)).await?;
        process.session(driver.session_id().to_string());
        // The end of this value ends the session, browser and all, also when a story fails half way.
        driver.clone().leak().context("a new session has not been ended")?;
        // Windows start wider than a phone, whatever they are asked for.
        driver.set_window_rect(0, 0, look.size.0, look.size.1).await?;
        if look.size == Look::PHONE.size && matches!(kind.preload, Preload::DevTools) {
            let fingers = json!({ "enabled": true });
            driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", fingers).await?;
        }
        Ok(Self { driver, _process: process, _proxy: proxy })
    }

    /// Another tab of the same person, or a window where only those are drawn; it is switched to.
    pub async fn another_tab(&self) -> Result<WindowHandle> {
        let tab = match Kind::chosen()?.shows_tabs {
            true => self.driver.new_tab().await?,
            false => self.driver.new_window().await?,
        };
        self.driver.switch_to_window(tab.clone()).await?;
        Ok(tab)
    }

    /// Opens an address and waits until the page has something to show.
    pub async fn visit(&self, address: &str) -> Result<Page> {
        self.driver.goto(address).await?;
        let page = Page::new(self.driver.clone());
        page.until("document.querySelector('[data-ready=true], main h1') !== null").await?;
        Ok(page)
    }
}
