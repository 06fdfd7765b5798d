//! Listeners on the page that end when they are dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// A listener that is taken away when it is dropped.
pub(crate) struct Listener {
    target: EventTarget,
    name: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens; `None` where the page does not let us.
    pub(crate) fn new(
        target: EventTarget,
        name: &'static str,
        heard: impl FnMut(Event) + 'static,
    ) -> Option<Self> {
        let closure = Closure::new(heard);
        target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref()).ok()?;
        Some(Listener { target, name, closure })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let closure = self.closure.as_ref().unchecked_ref();
        // a target that is gone has no listeners either
        self.target.remove_event_listener_with_callback(self.name, closure).ok();
    }
}
