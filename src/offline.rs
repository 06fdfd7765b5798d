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

/// Asks the browser to keep documents even when its disk is short. Nothing depends on its answer.
pub async fn ask_to_keep_documents() {
    let asked = navigator_with("storage").and_then(|navigator| navigator.storage().persist().ok());
    if let Some(asked) = asked {
        JsFuture::from(asked).await.ok();
    }
}

fn navigator_with(part: &str) -> Option<Navigator> {
    let navigator = web_sys::window()?.navigator();
    let part = Reflect::get(&navigator, &part.into()).ok()?;
    part.is_object().then_some(navigator)
}
