//! Keys that are pressed while what they are meant for is on its way: held back, and given to it when it is there.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

use super::super::focused;

/// Holds back what is typed, from now until it is given on or dropped.
pub(super) struct Held {
    typed: Rc<RefCell<String>>,
    heard: Closure<dyn Fn(KeyboardEvent)>,
}

impl Held {
    /// Begins. Esc is not held back: it takes back what was asked for.
    pub(super) fn begin(on_escape: Option<Callback<()>>) -> Self {
        let typed = Rc::new(RefCell::new(String::new()));
        let kept = typed.clone();
        let heard = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            event.prevent_default();
            event.stop_propagation();
            match (event.key().as_str(), on_escape) {
                ("Escape", Some(on_escape)) => on_escape.run(()),
                ("Backspace", _) => drop(kept.borrow_mut().pop()),
                (key, _) => kept.borrow_mut().push_str(letter(key, is_chord(&event))),
            }
        });
        let listener = heard.as_ref().unchecked_ref();
        // Every window takes every listener, and lets go of its own.
        window().add_event_listener_with_callback_and_bool("keydown", listener, true).ok();
        Self { typed, heard }
    }

    /// Types into the field that has the focus what was typed meanwhile, once what was asked for has taken it.
    pub(super) fn give(self) {
        let typed = self.typed.take();
        if typed.is_empty() {
            return;
        }
        // A dialog gives its focus away in the frame after it came into the page.
        request_animation_frame(move || request_animation_frame(move || drop(type_in(&typed))));
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let listener = self.heard.as_ref().unchecked_ref();
        window().remove_event_listener_with_callback_and_bool("keydown", listener, true).ok();
    }
}

fn is_chord(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// What a key writes; nothing where it has a name, or is pressed with others.
fn letter(key: &str, is_chord: bool) -> &str {
    if is_chord || key.chars().nth(1).is_some() { "" } else { key }
}

fn type_in(typed: &str) -> Result<(), JsValue> {
    let Some(Ok(field)) = focused().map(JsCast::dyn_into::<HtmlInputElement>) else { return Ok(()) };
    field.set_value(&(field.value() + typed));
    let event = Event::new("input")?;
    event.init_event_with_bubbles("input", true);
    field.dispatch_event(&event).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k10_only_what_writes_a_letter_is_held() {
        for (key, is_chord, expected) in
            [("a", false, "a"), ("ŵ", false, "ŵ"), ("Enter", false, ""), ("a", true, ""), (" ", false, " ")]
        {
            assert_eq!(letter(key, is_chord), expected, "{key:?}");
        }
    }
}
