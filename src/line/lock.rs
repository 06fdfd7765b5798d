//! Web Locks: of all tabs of this browser, one holds a name. Written by hand, since web-sys has them behind a flag only.

use futures_channel::oneshot;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// A name that this tab holds until this is dropped.
pub(crate) struct Lock {
    /// None where the browser has no locks: then every tab acts as if it were alone.
    release: Option<Function>,
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            // a function that settles a promise does not throw
            release.call0(&JsValue::UNDEFINED).ok();
        }
    }
}

/// Waits until this tab holds the name.
pub(crate) async fn hold(name: &str) -> Option<Lock> {
    request(name, &Object::new()).await
}

/// Holds the name if no other tab does.
pub(crate) async fn hold_if_free(name: &str) -> Option<Lock> {
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE).ok();
    request(name, &options).await
}

async fn request(name: &str, options: &Object) -> Option<Lock> {
    let Some((locks, request)) = locks() else { return Some(Lock { release: None }) };
    let mut settle = None;
    let held = Promise::new(&mut |resolve, _| settle = Some(resolve));
    let (sender, receiver) = oneshot::channel();
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        let release = settle.map(|release| Lock { release: Some(release) });
        // whoever has stopped waiting lets go at once, by dropping what comes back
        sender.send(release.filter(|_| !lock.is_null())).ok();
        held.into()
    });
    request.call3(&locks, &name.into(), options, &granted).ok()?;
    receiver.await.ok().flatten()
}

/// The browser's locks and the way to ask for one; none outside a secure context.
fn locks() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}
