//! Forgetting a project, with time to take it back: keys that are gone from here may be gone for good.

use std::time::Duration;

use leptos::{ev, prelude::*, task::spawn_local};

use crate::device::{self, Known};
use crate::language::say;
use crate::ui::{Action, Notices};

/// As long as the notice stays.
const TIME: Duration = Duration::from_secs(20);

/// The list as this page knows it.
#[derive(Clone, Copy)]
pub struct Forgetting {
    known: RwSignal<Vec<Known>>,
    /// Whether somebody is asked about the project below.
    pub asking: RwSignal<bool>,
    /// The project that is to be forgotten with its owner link.
    pub asked: RwSignal<Known>,
    notices: Notices,
}

impl Forgetting {
    /// Makes it and gives it to everything below.
    pub fn provide() -> Self {
        let forgetting = Self {
            known: RwSignal::new(device::projects()),
            asking: RwSignal::new(false),
            asked: RwSignal::new(Known::default()),
            notices: Notices::expect(),
        };
        provide_context(forgetting);
        // Whoever left this page without taking it back meant it.
        spawn_local(device::forget_set_aside());
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
        self.known.get()
    }

    /// Forgets a project; asks first where the owner link would go with it.
    pub fn begin(self, known: Known) {
        if known.keys.owner.is_none() {
            return self.forget(known);
        }
        self.asked.set(known);
        self.asking.set(true);
    }

    /// Takes a project from the list, and its copy from the device once nobody wants it back.
    pub fn forget(self, known: Known) {
        device::set_aside(&known.id);
        self.known.set(device::projects());
        // The button that was pressed goes, and the focus must not go with it.
        super::focus_heading();
        let id = known.id.clone();
        set_timeout(move || spawn_local(async move { device::forget(&id).await }), TIME);
        let undo = Action::new(say().ui_undo(), {
            let known = known.clone();
            move || self.bring_back(known.clone())
        });
        self.notices.offer(say().home_forgot(&super::title(&known)), vec![undo]);
    }

    fn bring_back(self, known: Known) {
        device::remember(known);
        self.known.set(device::projects());
    }
}
