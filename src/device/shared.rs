//! "This is a shared computer": said once, known to every tab, forgotten when the browser is closed.

use wasm_bindgen::JsCast;
use web_sys::HtmlDocument;

use super::session;

/// A cookie without a date is the one thing that all tabs share and that closing the browser takes away.
const COOKIE: &str = "tributary_shared=1";
/// The same for a browser that takes no cookies; it holds for one tab only.
const KEY: &str = "tributary.shared";

/// Whether somebody said so.
pub(super) fn is_on() -> bool {
    let cookies = page().and_then(|page| page.cookie().ok()).unwrap_or_default();
    let by_cookie = cookies.split("; ").any(|cookie| cookie == COOKIE);
    by_cookie || session().and_then(|session| session.get_item(KEY).ok().flatten()).is_some()
}

/// Says so, or takes it back.
pub(super) fn turn(on: bool) {
    let age = if on { "" } else { "; max-age=0" };
    // what a browser does not take, it does not keep either
    page().and_then(|page| page.set_cookie(&format!("{COOKIE}; path=/; SameSite=Strict{age}")).ok());
    session().and_then(|session| if on { session.set_item(KEY, "1") } else { session.remove_item(KEY) }.ok());
}

fn page() -> Option<HtmlDocument> {
    web_sys::window()?.document()?.dyn_into().ok()
}
