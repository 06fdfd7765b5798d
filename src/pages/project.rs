//! A project: the bar, the tools of the view, the picture with details beside it, dialogs.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use document::Document;
use leptos::prelude::*;
use model::Role;

use crate::device;
use crate::diagram::canvas::Canvas;
use crate::state::ProjectState;
use crate::state::session::{Notice, random};
use crate::sync::{Event, LineState, Setup, Sync};
use crate::ui::Notices;

pub mod bar;
pub mod blank;
pub mod card_menu;
pub mod choose;
pub mod deleted;
pub mod details;
pub mod dialogs;
pub mod here;
pub mod keys_sheet;
pub mod paste;
pub mod save;
pub mod share;
pub mod tools;

/// What an open project is called by: its id and the key of this page.
#[derive(Debug, Clone)]
pub struct Address {
    /// The project's id.
    pub id: String,
    /// The key this page came with, or that the device knows.
    pub key: String,
}

impl Address {
    /// The address of the page one is in.
    pub fn expect() -> Self {
        use_context().expect("the project page provides its address before it draws anything")
    }
}

/// The page of one project.
#[component]
pub fn ProjectPage(
    /// The project's id.
    id: String,
    /// The key of the address; empty where the device may know one.
    key: String,
) -> impl IntoView {
    let known = device::project(&id);
    let own = known.as_ref().and_then(|known| known.keys.owner.clone().or(known.keys.editor.clone()));
    let key = best_key(key, own);
    let document = Rc::new(RefCell::new(Document::new(client_id(), Arc::new(|| js_sys::Date::now() as u64))));
    let state = ProjectState::new(document.clone(), Notices::expect());
    let address = Address { id: id.clone(), key: key.clone() };
    provide_context(state);
    provide_context(address.clone());
    here::announce(state);
    remember(state, address);
    let events = Rc::new(move |event| hear(&state, event));
    state.keep(Sync::start(Setup { project: id, key, document, events }));
    on_cleanup(move || state.leave());
    view! {
        <div class="project" data-role=move || state.role.get().as_str()>
            <bar::Bar />
            <tools::Tools />
            <main class="view" aria-label="Diagram">
                <div class="view__main">
                    <Canvas />
                    <blank::Blank />
                </div>
                <details::Details />
            </main>
            <dialogs::Dialogs />
        </div>
    }
}

/// The owner's key of this device is used where the address carries only the editor's, so that the bar never shows it.
fn best_key(from_address: String, own: Option<String>) -> String {
    match own {
        Some(own) => own,
        None => from_address,
    }
}

/// A client id that no other page has: 53 random bits, as many as a browser's number holds.
fn client_id() -> u64 {
    (random() as u64) >> 11
}

fn hear(state: &ProjectState, event: Event) {
    match event {
        Event::Loaded(touched) => {
            state.receive(&touched);
            state.document.loaded.set(true);
        }
        Event::Merged(touched) => state.receive(&touched),
        Event::Saved(saved) => state.session.saved.set(saved),
        Event::Line(line) => {
            if let LineState::Closed(refused) = line {
                state.session.notices.fail(refused.sentence, Vec::new());
            }
            state.session.line.set(line);
        }
        Event::Role(role) => state.role.set(role),
        Event::Presence(peers) => state.presence.patch(&peers),
        Event::Refused(code) => state.session.notify(Notice::text(refusal(code))),
    }
}

fn refusal(code: document::protocol::NackCode) -> &'static str {
    use document::protocol::NackCode;
    match code {
        NackCode::ReadOnly => {
            "You can read this project, but not change it. What you wrote stays on this device."
        }
        NackCode::TooLarge => {
            "That was too much at once. It stays on this device: save a copy from the menu."
        }
        NackCode::ProjectFull => {
            "This project is full. New work stays on this device: save a copy from the menu."
        }
        NackCode::RateLimited => "That was very fast. Your work is kept, and sent in a moment.",
        NackCode::Locked => {
            "The session's holder has locked the project. Your work stays on this device until it opens."
        }
        NackCode::SchemaTooOld => "This page is older than the project. Reload to get the new version.",
        _ => "The relay cannot save just now. Your work stays on this device, and is sent as soon as it can.",
    }
}

/// Keeps the project in the list of this device, with the title it has now.
fn remember(state: ProjectState, address: Address) {
    Effect::new(move |_| {
        let (title, role) = (state.document.title.get(), state.role.get());
        if !matches!(state.session.line.get(), LineState::Open(_)) {
            return;
        }
        let mut keys = device::project(&address.id).map(|known| known.keys).unwrap_or_default();
        let slot = match role {
            Role::Owner => &mut keys.owner,
            Role::Editor => &mut keys.editor,
            Role::Contributor => &mut keys.contributor,
            Role::Viewer => &mut keys.viewer,
        };
        *slot = Some(address.key.clone());
        let known = device::Known {
            id: address.id.clone(),
            title,
            role: role.as_str().to_owned(),
            keys,
            opened_at: js_sys::Date::now() as u64,
        };
        device::remember(known);
    });
}
