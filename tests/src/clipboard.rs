//! What a person brings on the clipboard from another program.

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::Page;

/// The next copy is what another program would have put there, by its kinds.
const BRING: &str = "
    const [kinds] = arguments;
    addEventListener('copy', event => {
        for (const [kind, text] of Object.entries(kinds)) event.clipboardData.setData(kind, text);
        event.preventDefault();
        event.stopImmediatePropagation();
    }, { capture: true, once: true });
";
/// A picture of one point, as a screenshot arrives: a file and no text. No page may put one there without being asked.
const PICTURE: &str = "
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'image.png', { type: 'image/png' }));
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(paste);
";

impl Page {
    /// Pastes a plain text where the keyboard is.
    pub async fn paste(&self, text: &str) -> Result<()> {
        self.paste_kinds(json!({ "text/plain": text })).await
    }

    /// Pastes what a program offers in several kinds, such as a text and the same as HTML.
    pub async fn paste_kinds(&self, kinds: Value) -> Result<()> {
        self.driver.execute(BRING, vec![kinds]).await?;
        self.chord(&[Key::Control], "c").await?;
        self.chord(&[Key::Control], "v").await
    }

    /// Pastes a picture where the keyboard is.
    pub async fn paste_picture(&self) -> Result<()> {
        self.driver.execute(PICTURE, vec![]).await?;
        Ok(())
    }
}
