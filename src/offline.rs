//! Lets the app open without a network, and asks the browser not to forget what this device keeps.

use js_sys::Reflect;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Navigator;

/// Where the service worker lies. It has to be at the top, to see every address of the app.
const WORKER: &str = "/sw.js";

/// Registers the service worker that keeps the app's files. Browsers allow none outside https and loopback; then
/// the app needs a network to open.
pub fn register() {
    let Some(navigator) = navigator_with("serviceWorker") else { return };
    let registered = navigator.service_worker().register(WORKER);
    spawn_local(async move {
        if JsFuture::from(registered).await.is_err() {
            leptos::logging::warn!("this browser does not keep the app: it needs a network to open");
        }
    });
}

/// Asks the browser to keep documents even when its disk is short. True if it will.
pub async fn ask_to_keep_documents() -> bool {
    let Some(navigator) = navigator_with("storage") else { return false };
    let Ok(asked) = navigator.storage().persist() else { return false };
    JsFuture::from(asked).await.is_ok_and(|kept| kept.is_truthy())
}

fn navigator_with(part: &str) -> Option<Navigator> {
    let navigator = web_sys::window()?.navigator();
    let part = Reflect::get(&navigator, &part.into()).ok()?;
    part.is_object().then_some(navigator)
}
