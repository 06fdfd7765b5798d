//! What a person sees and does on a page of the app.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverError;
use thirtyfour::{By, Key, TypingData, WebDriver, WebElement};

/// How long a page may take until it shows what is expected: far beyond what anybody would wait.
const PATIENCE: Duration = Duration::from_secs(20);

/// Watches a page from inside until an expression holds. The expression stands in the script itself, because pages
/// allow no script that is made from a text.
fn watch(expression: &str) -> String {
    format!(
        "const [patience, done] = arguments;
        const holds = () => ({expression});
        const end = performance.now() + patience;
        const look = () => {{
            let held = false;
            try {{ held = holds(); }} catch (error) {{ held = false; }}
            if (held) done(true);
            else if (performance.now() > end) done(false);
            else setTimeout(look, 10);
        }};
        look();"
    )
}

/// Two frames: what a signal changes is in the page after one, and painted after two.
const SETTLED: &str = "
    const [done] = arguments;
    requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
";

/// Whether a script ended because its page did; each driver has its own words for it.
fn went(error: &WebDriverError) -> bool {
    let text = error.to_string().to_lowercase();
    ["unload", "navigat", "execution context", "aborted", "discarded"].iter().any(|word| text.contains(word))
}

/// Counts the parts of projects that are on the device's disk.
const COUNT_KEPT: &str = "
    const asked = indexedDB.open('tributary');
    const look = () => {
        const count = asked.result.transaction('known').objectStore('known').count();
        count.onsuccess = () => { window.kept = count.result; };
    };
    asked.onsuccess = () => setInterval(look, 10);
";

#[derive(Clone)]
pub struct Page {
    pub driver: WebDriver,
}

impl Page {
    pub fn new(driver: WebDriver) -> Self {
        Self { driver }
    }

    /// Waits until a script's expression holds. A page that goes meanwhile is followed to the next.
    pub async fn until(&self, expression: &str) -> Result<()> {
        self.driver.set_script_timeout(PATIENCE + PATIENCE).await?;
        let script = watch(expression);
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let patience = vec![json!(left.as_millis() as u64)];
            match self.driver.execute_async(&script, patience).await {
                Ok(held) if held.json().as_bool() == Some(true) => return Ok(()),
                Err(error) if left.is_zero() || !went(&error) => return Err(error.into()),
                Ok(held) if left.is_zero() || held.json().as_bool() == Some(false) => {
                    bail!("never came: {expression}\nthe page shows: {}", self.text().await?)
                }
                // The page went before it could answer.
                Ok(_) | Err(_) => {}
            }
        }
    }

    /// Loads the page again, as a person does: what a driver calls a refresh passes by the service worker in Firefox.
    pub async fn reload(&self) -> Result<()> {
        self.driver.execute("window.left = true; location.reload();", vec![]).await?;
        self.until(
            "window.left === undefined && document.querySelector('[data-ready=true], main h1') !== null",
        )
        .await
    }

    /// What a script's expression gives.
    pub async fn ask(&self, expression: &str) -> Result<Value> {
        Ok(self.driver.execute(format!("return ({expression})"), vec![]).await?.json().clone())
    }

    async fn text(&self) -> Result<String> {
        Ok(self.ask("document.body?.innerText.slice(0, 1500)").await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until a card of that text is on the picture, and gives its id.
    pub async fn card(&self, text: &str) -> Result<String> {
        let find = format!(
            "[...document.querySelectorAll('[data-card]')].find(card => [...card.querySelectorAll('.card__line')].map(line => line.textContent).join(' ').replace(/\\s+/g, ' ').trim() === {})",
            json!(text)
        );
        self.until(&format!("{find} !== undefined")).await?;
        let id = self.ask(&format!("{find}.dataset.card")).await?;
        id.as_str().map(str::to_owned).context("a card has an id")
    }

    /// Waits until no card has that text.
    pub async fn no_card(&self, text: &str) -> Result<()> {
        let words = json!(text);
        self.until(&format!(
            "![...document.querySelectorAll('[data-card]')].some(card => card.textContent.includes({words}))"
        ))
        .await
    }

    /// Puts the keyboard on a card, as a click does; one on the card where it is already would write.
    pub async fn go_to(&self, id: &str) -> Result<WebElement> {
        let card = self.driver.find(By::Css(format!("[data-card='{id}']"))).await?;
        let there = format!("document.activeElement?.dataset.card === '{id}'");
        if self.ask(&there).await? != true {
            card.click().await?;
        }
        self.until(&there).await?;
        Ok(card)
    }

    /// Presses keys where the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        self.driver.action_chain().send_keys(keys).perform().await?;
        Ok(())
    }

    /// Presses a key with Ctrl, Alt or Shift held.
    pub async fn chord(&self, held: &[Key], key: impl Into<TypingData>) -> Result<()> {
        let down = held.iter().fold(self.driver.action_chain(), |chain, key| chain.key_down(key.clone()));
        let pressed = down.send_keys(key);
        held.iter().rev().fold(pressed, |chain, key| chain.key_up(key.clone())).perform().await?;
        Ok(())
    }

    /// Waits until the page has drawn what it was asked for.
    pub async fn settled(&self) -> Result<()> {
        self.driver.set_script_timeout(PATIENCE).await?;
        self.driver.execute_async(SETTLED, vec![]).await?;
        Ok(())
    }

    /// Waits until one writes in a card; the field has the focus.
    pub async fn writing(&self) -> Result<()> {
        self.until("document.activeElement?.hasAttribute('data-card-text')").await
    }

    /// Waits until those who listen have been told this.
    pub async fn said(&self, words: &str) -> Result<()> {
        let words = json!(words);
        self.until(&format!("document.querySelector('[aria-live=polite]').textContent.includes({words})"))
            .await
    }

    /// Waits until the saved state is this: device, relay, offline or none.
    pub async fn saved(&self, state: &str) -> Result<()> {
        self.until(&format!("document.querySelector('[data-saved]')?.dataset.saved === '{state}'")).await
    }

    /// Waits until this device has the app and the project, and needs no network.
    pub async fn kept(&self) -> Result<()> {
        self.saved("relay").await?;
        self.until("navigator.serviceWorker.controller !== null").await?;
        self.driver.execute(COUNT_KEPT, vec![]).await?;
        self.until("window.kept > 0").await
    }

    /// Presses a button by its words or its name.
    pub async fn button(&self, name: &str) -> Result<()> {
        let words = json!(name);
        let find = format!(
            "[...document.querySelectorAll('button, a.button, [role=menuitem]')].find(button => button.checkVisibility() && (button.getAttribute('aria-label') ?? button.textContent).trim().startsWith({words}))"
        );
        self.until(&format!("{find} !== undefined")).await?;
        self.driver.execute(format!("{find}.click()"), vec![]).await?;
        Ok(())
    }
}
