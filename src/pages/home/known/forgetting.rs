//! Forgetting a project, with time to take it back: keys that are gone from here may be gone for good.

use std::time::Duration;

use leptos::{ev, prelude::*, task::spawn_local};

use super::own;
use crate::device::{self, Known};
use crate::ui::{Action, Notices};

/// As long as the notice stays.
const TIME: Duration = Duration::from_secs(20);

/// The list as this page knows it, and what is about to be forgotten.
#[derive(Clone, Copy)]
pub struct Forgetting {
    known: RwSignal<Vec<Known>>,
    going: RwSignal<Vec<Known>>,
    notices: Notices,
}

impl Forgetting {
    /// Makes it and gives it to everything below.
    pub fn provide() -> Self {
        let forgetting = Self {
            known: RwSignal::new(device::projects()),
            going: RwSignal::new(Vec::new()),
            notices: Notices::expect(),
        };
        provide_context(forgetting);
        // Whoever leaves has not taken it back.
        let leave =
            window_event_listener(ev::Custom::new("pagehide"), move |_: web_sys::Event| forgetting.finish());
        on_cleanup(move || leave.remove());
        let back = window_event_listener(ev::Custom::new("pageshow"), move |_: web_sys::Event| {
            forgetting.known.set(device::projects());
        });
        on_cleanup(move || back.remove());
        forgetting
    }

    /// That of this list.
    pub fn expect() -> Self {
        use_context().expect("Forgetting is provided by the list of projects")
    }

    /// What the list shows.
    pub fn shown(self) -> Vec<Known> {
        let going = self.going.get();
        let is_going = |known: &Known| going.iter().any(|gone| gone.id == known.id);
        self.known.get().into_iter().filter(|known| !is_going(known)).collect()
    }

    /// Takes a project from the list, and from the device once nobody wants it back.
    pub fn forget(self, known: Known) {
        let id = known.id.clone();
        self.going.update(|going| going.push(known.clone()));
        // The button that was pressed goes, and the focus must not go with it.
        super::focus_heading();
        set_timeout(move || self.forget_now(&id), TIME);
        let undo = Action::new(own::UNDO, {
            let known = known.clone();
            move || self.bring_back(known.clone())
        });
        self.notices.offer(own::forgot(&super::title(&known)), vec![undo]);
    }

    fn bring_back(self, known: Known) {
        self.going.update(|going| going.retain(|gone| gone.id != known.id));
        device::remember(known);
        self.known.set(device::projects());
    }

    fn forget_now(self, id: &str) {
        let is_going = self.going.with_untracked(|going| going.iter().any(|gone| gone.id == id));
        if is_going {
            self.going.update(|going| going.retain(|gone| gone.id != id));
            self.known.update(|known| known.retain(|known| known.id != id));
            let id = id.to_owned();
            spawn_local(async move { device::forget(&id).await });
        }
    }

    fn finish(self) {
        for known in self.going.get_untracked() {
            self.forget_now(&known.id);
        }
    }
}
