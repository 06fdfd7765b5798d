//! A project: the bar, the tools of the view, the picture with details beside it, dialogs.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use document::Document;
use leptos::prelude::*;
use model::Role;
use wasm_bindgen::JsCast;

use crate::api::Keys;
use crate::device;
use crate::diagram::canvas::{Canvas, press};
use crate::diagram::keys::{self, Command, Mode};
use crate::diagram::{clipboard, commands};
use crate::language::say;
use crate::measures::{self, Measures};
use crate::outline::list::Outline;
use crate::random::random;
use crate::state::ProjectState;
use crate::sync::{LineState, Setup, Sync};
use crate::ui::Notices;

pub mod advice;
pub mod bar;
pub mod blank;
mod bookmark;
pub mod card_menu;
pub mod choose;
pub mod closed;
pub mod delete;
pub mod deleted;
pub mod details;
pub mod dialogs;
mod hear;
pub mod here;
pub mod keys_sheet;
pub mod offers;
pub mod palette;
pub mod part;
pub mod paste;
pub mod pictures;
pub mod print;
pub mod save;
pub mod sections;
pub mod share;
pub mod tools;

/// How long the page rests after the diagram has come, before it fetches what else it may need.
const REST: Duration = Duration::from_secs(1);

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
    // Whoever opens it again has not meant to forget it.
    device::spare(&id);
    let key = best_key(key, &device::project(&id).map(|known| known.keys).unwrap_or_default());
    let document = Rc::new(RefCell::new(Document::new(client_id(), Arc::new(|| js_sys::Date::now() as u64))));
    let state = ProjectState::new(document.clone(), Notices::expect());
    let address = Address { id: id.clone(), key: key.clone() };
    provide_context(state);
    provide_context(address.clone());
    here::announce(state);
    print::offer(state);
    bookmark::follow(state);
    crate::diagram::part::follow(state);
    remember(state, address.clone());
    let events = Rc::new(move |event| hear::hear(&state, &address, event));
    state.keep(Sync::start(Setup { project: id, key, document, events }));
    on_cleanup(move || state.leave());
    warm(state);
    let gone = Memo::new(move |_| {
        let nothing = state.document.structure.read().is_empty() && state.document.title.read().is_empty();
        closed::refused(&state).filter(|_| nothing)
    });
    move || match gone.get() {
        Some(refused) => view! { <closed::NothingToShow refused /> }.into_any(),
        None => view! { <Open /> }.into_any(),
    }
}

#[component]
fn Open() -> impl IntoView {
    let state = ProjectState::expect();
    let keys = window_event_listener(leptos::ev::keydown, move |event| key_anywhere(&state, &event));
    on_cleanup(move || keys.remove());
    clipboard::hear(state);
    let shows = state.session.view.shows;
    let in_diagram = Memo::new(move |_| !state.session.view.section.read().measures());
    let in_diagram = move || in_diagram.get();
    let skip = move |event: leptos::ev::MouseEvent| {
        // Without the fragment in the bar, where the key is.
        event.prevent_default();
        commands::go_in(&state);
    };
    view! {
        <a class="skip" href="#diagram" on:click=skip>{say().project_skip()}</a>
        <div class="project" data-role=move || state.role.get().as_str()>
            <bar::Bar />
            <bar::Strip />
            <Show when=in_diagram><tools::Tools /></Show>
            <Show when=in_diagram><tools::Looks /></Show>
            <div class="banners">
                <closed::Banner />
                <part::PartBar />
            </div>
            <Show when=in_diagram fallback=|| view! { <main class="view" data-section="measures" aria-label=say().measures_title()><Measures /></main> }>
            <main class="view" aria-label=say().project_diagram()>
                <div class="view__main" data-shows=move || shows.get().name()>
                    <Show when=move || shows.get().picture()><div class="view__part"><Canvas /></div></Show>
                    <Show when=move || shows.get().outline()><div class="view__part"><Outline /></div></Show>
                    <blank::Blank />
                </div>
                <details::Details />
                <advice::Advice />
            </main>
            </Show>
            <dialogs::Dialogs />
        </div>
    }
}

/// The palette and the sheet of keys open wherever one is on the page; undo and redo work anywhere but in a field, which
/// has its own.
fn key_anywhere(state: &ProjectState, event: &web_sys::KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let in_field =
        target.and_then(|target| target.closest("textarea, input, select").ok().flatten()).is_some();
    let busy = event.is_composing() || state.session.dialog.with_untracked(Option::is_some);
    if busy || event.default_prevented() {
        return;
    }
    let command = match keys::command(&press(event), Mode::OnCard) {
        Some(command @ (Command::Keys | Command::Palette)) => command,
        Some(command @ (Command::Undo | Command::Redo)) if !in_field => command,
        _ => return,
    };
    event.prevent_default();
    commands::run(state, command);
}

/// The key of the address, but for the editor's own: on the device of an owner that stands in the bar for the
/// owner's, which is never shown there. Without any, the device's best.
fn best_key(from_address: String, known: &Keys) -> String {
    let editors = known.of(Role::Editor).is_some_and(|key| key == from_address);
    let own = match (from_address.is_empty(), editors) {
        (true, _) => Role::ALL.into_iter().rev().find_map(|role| known.of(role)),
        (false, true) => known.of(Role::Owner),
        (false, false) => None,
    };
    own.map_or(from_address.clone(), str::to_owned)
}

/// A client id that no other page has: 53 random bits, as many as a browser's number holds.
fn client_id() -> u64 {
    (random() as u64) >> 11
}

/// Fetches what else the page may need, once everybody's diagram is here: opening a dialog then takes no network.
fn warm(state: ProjectState) {
    let open = Memo::new(move |_| matches!(state.session.line.get(), LineState::Open(_)));
    Effect::new(move |_| {
        if open.get() {
            set_timeout(fetch_all, REST);
        }
    });
}

fn fetch_all() {
    leptos::task::spawn_local(async {
        // What did not come is fetched when it is needed, and says so if it does not come then.
        dialogs::fetch().await.ok();
        print::fetch_pages().await.ok();
        measures::fetch().await.ok();
    });
}

/// Keeps the project in the list of this device, with the title it has now.
fn remember(state: ProjectState, address: Address) {
    Effect::new(move |_| {
        let (title, role) = (state.document.title.get(), state.role.get());
        if !matches!(state.session.line.get(), LineState::Open(_)) {
            return;
        }
        let mut keys = device::project(&address.id).map(|known| known.keys).unwrap_or_default();
        *keys.slot(role) = Some(address.key.clone());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w7_the_key_of_the_address_counts_and_the_owners_stands_behind_the_editors() {
        let owner = Keys { owner: Some("o".into()), editor: Some("e".into()), ..Keys::default() };
        let editor = Keys { editor: Some("e".into()), viewer: Some("v".into()), ..Keys::default() };
        for (address, known, expected) in [
            ("e", &owner, "o"),
            ("", &owner, "o"),
            ("new", &owner, "new"),
            ("v", &editor, "v"),
            ("new", &editor, "new"),
            ("", &editor, "e"),
            ("", &Keys::default(), ""),
        ] {
            assert_eq!(best_key(address.to_owned(), known), expected, "{address}");
        }
    }
}
