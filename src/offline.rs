//! Lets the app open without a network, and asks the browser not to forget what this device keeps.

use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::Request;
use js_sys::Reflect;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Navigator, ServiceWorkerContainer, ServiceWorkerRegistration, VisibilityState};

/// Where the service worker lies. It has to be at the top, to see every address of the app.
const WORKER: &str = "/sw.js";
/// The one page of the app, as the service worker keeps it.
const PAGE: &str = "/";

/// How often a page that stays open asks whether there is a newer build, in milliseconds: once an hour.
const LOOK: i32 = 60 * 60 * 1000;

/// Registers the service worker that keeps the app's files. Browsers allow none outside https and loopback; then
/// the app needs a network to open. Calls back once when a newer build than that of this page is kept.
pub fn register(newer: impl Fn() + 'static) {
    let Some(navigator) = navigator_with("serviceWorker") else { return };
    let workers = navigator.service_worker();
    tell_newer(&workers, newer);
    let registered = workers.register(WORKER);
    spawn_local(async move {
        match JsFuture::from(registered).await {
            Ok(registration) => look_now_and_then(registration.unchecked_into()),
            Err(_) => {
                leptos::logging::warn!("this browser does not keep the app: it needs a network to open")
            }
        }
    });
}

/// Waits for a worker that takes over. The first one of this device does that too, with the build of this page; and a
/// page that came by the network may be newer than the worker that it came through.
fn tell_newer(workers: &ServiceWorkerContainer, newer: impl Fn() + 'static) {
    let newer = Rc::new(newer);
    let told = Rc::new(Cell::new(false));
    let changed = Closure::<dyn Fn()>::new(move || {
        let (newer, told) = (newer.clone(), told.clone());
        spawn_local(async move {
            if is_of_another_build().await == Some(true) && !told.replace(true) {
                newer();
            }
        });
    });
    let listener = changed.as_ref().unchecked_ref();
    // The container takes every listener; without it, nothing would be said of a newer build.
    workers.add_event_listener_with_callback("controllerchange", listener).ok();
    changed.forget();
}

/// Whether the page that is kept loads other files than this one did: names follow contents. `None` where that
/// cannot be told.
async fn is_of_another_build() -> Option<bool> {
    let kept = Request::get(PAGE).send().await.ok().filter(|answer| answer.ok())?.text().await.ok()?;
    let first = document().query_selector("head").ok()??.first_element_child();
    let mut parts = std::iter::successors(first, Element::next_element_sibling);
    Some(parts.any(|part| {
        let name = match part.get_attribute("rel").as_deref() {
            Some("stylesheet") => part.get_attribute("href"),
            _ => part.get_attribute("src"),
        };
        name.is_some_and(|name| !kept.contains(&name))
    }))
}

/// Browsers look for a newer worker when a page is opened; one that stays open for days asks by itself: now and then,
/// and when the network is back or somebody returns to the page.
fn look_now_and_then(registration: ServiceWorkerRegistration) {
    let look = Closure::<dyn Fn()>::new(move || {
        let hidden = document().visibility_state() == VisibilityState::Hidden;
        if let (false, Ok(looked)) = (hidden, registration.update()) {
            // Without a network there is nothing to find, and the next look is not far.
            spawn_local(async move { drop(JsFuture::from(looked).await) });
        }
    });
    let listener = look.as_ref().unchecked_ref();
    // Each of these is known to every browser; a look less would delay the notice, no more.
    window().add_event_listener_with_callback("online", listener).ok();
    document().add_event_listener_with_callback("visibilitychange", listener).ok();
    window().set_interval_with_callback_and_timeout_and_arguments_0(listener, LOOK).ok();
    look.forget();
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
