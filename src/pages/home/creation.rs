//! Making a project: ask the relay, remember the keys, go there; or say in plain words why not.

pub mod trouble;

pub mod view;

use leptos::{prelude::*, task::spawn_local};

use crate::api::{self, Beginning, Created};
use crate::app::project_path;
use crate::device::{self, Known};
use crate::language::say;
use crate::ui::Live;
use trouble::Trouble;
pub use view::{AskKey, Progress};

/// What a new project is to be.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Its title, for the list of this device.
    pub title: String,
    /// Project JSON; None for a blank one of no language.
    pub json: Option<String>,
    /// The name of the file that it is from, if it is from one.
    pub file: Option<String>,
}

/// What is going on.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    Quiet,
    Working(&'static str),
    Failed(String),
}

/// The one place of the page where projects are made. Provided in `home.rs`.
#[derive(Clone, Copy)]
pub struct Creation {
    stage: RwSignal<Stage>,
    /// What is to be made once there is a connection, or a key.
    wanted: StoredValue<Option<Wanted>>,
    asking: RwSignal<bool>,
    key: RwSignal<String>,
    key_error: RwSignal<String>,
    live: Live,
}

impl Creation {
    /// Makes it and gives it to everything below.
    pub fn provide() -> Self {
        let creation = Self {
            stage: RwSignal::new(Stage::Quiet),
            wanted: StoredValue::new(None),
            asking: RwSignal::new(false),
            key: RwSignal::new(String::new()),
            key_error: RwSignal::new(String::new()),
            live: Live::expect(),
        };
        provide_context(creation);
        creation
    }

    /// That of this page.
    pub fn expect() -> Self {
        use_context().expect("Creation is provided by the home page")
    }

    /// Whether something is being made, so that nothing is made twice.
    pub fn is_working(self) -> bool {
        self.stage.with(|stage| matches!(stage, Stage::Working(_)))
    }

    /// Says what is going on before there is anything to make.
    pub fn begin(self, doing: &'static str) {
        self.wanted.set_value(None);
        self.stage.set(Stage::Working(doing));
        self.live.say(doing);
    }

    /// Ends with a sentence; nothing was made.
    pub fn fail(self, sentence: impl Into<String>) {
        // The sentence is an alert of its own; beside it, what was going on goes on no more.
        self.live.hush();
        self.stage.set(Stage::Failed(sentence.into()));
    }

    /// Nothing is going on, as when the browser shows a page again that was left.
    pub fn rest(self) {
        self.stage.set(Stage::Quiet);
    }

    /// Makes a project and goes to it.
    pub fn make(self, wanted: Wanted) {
        self.begin(say().home_making());
        self.wanted.set_value(Some(wanted.clone()));
        let creation_key = Some(self.key.get_untracked()).filter(|key| !key.is_empty());
        spawn_local(async move {
            match api::create(Beginning { project: wanted.json, creation_key }).await {
                Ok(created) => enter(wanted.title, created),
                Err(failure) => self.explain(Trouble::of(failure, wanted.file.as_deref())),
            }
        });
    }

    /// Makes what was wanted, once more.
    fn again(self) {
        if let Some(wanted) = self.wanted.get_value() {
            self.make(wanted);
        }
    }

    fn explain(self, trouble: Trouble) {
        match trouble {
            Trouble::KeyNeeded => {
                let was_wrong = !self.key.with_untracked(String::is_empty);
                self.key_error.set(if was_wrong { say().home_key_wrong().to_owned() } else { String::new() });
                self.rest();
                self.asking.set(true);
            }
            Trouble::Told(sentence) => self.fail(sentence),
        }
    }
}

/// Keeps the keys on this device and goes to the project with the editor's key, so that copying the bar never gives
/// ownership away.
fn enter(title: String, created: Created) {
    let key = created.keys.editor.clone().unwrap_or_default();
    let address = project_path(&created.id, &key);
    device::remember(Known {
        id: created.id,
        title,
        role: model::Role::Owner.as_str().to_owned(),
        keys: created.keys,
        opened_at: js_sys::Date::now() as u64,
    });
    // Refused only for an address that is none, and this one is made of an id and a key.
    window().location().assign(&address).ok();
}
