//! Which page an address leads to, and the contexts that every page relies on.
//!
//! There is no router: every change of page is a load of its own, because a document's client id must be fresh with
//! each page load, and what one project left open must not reach into the next.

use leptos::prelude::*;

use crate::language::say;
use crate::offline;
use crate::pages::{home, project::ProjectPage};
use crate::ui::{self, Later, Live, LiveRegion, NoticeArea, Notices, starting, update};

/// Where an address leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Home,
    /// `/p/<project>#<key>`
    Project {
        /// The project's id.
        id: String,
        /// The key in the fragment; empty when there is none.
        key: String,
    },
    /// Anything else.
    Unknown,
}

impl Route {
    /// The route of a path and a fragment (with its `#`).
    pub fn of(path: &str, fragment: &str) -> Self {
        let mut parts = path.trim_matches('/').split('/');
        match (parts.next().unwrap_or_default(), parts.next(), parts.next()) {
            ("", None, None) => Route::Home,
            ("p", Some(id), None) if !id.is_empty() => {
                Route::Project { id: id.to_owned(), key: fragment.trim_start_matches('#').to_owned() }
            }
            _ => Route::Unknown,
        }
    }
}

/// The path of a project, with a key that stays in the browser; without one where the device knows it.
pub fn project_path(id: &str, key: &str) -> String {
    format!("/p/{id}#{key}")
}

/// The same as an address that can be passed on.
pub fn project_address(id: &str, key: &str) -> String {
    window().location().origin().unwrap_or_default() + &project_path(id, key)
}

/// The app.
#[component]
pub fn App() -> impl IntoView {
    Live::provide();
    let notices = Notices::provide();
    offline::register(move || update::offer(notices));
    ui::follow_keyboard();
    let location = window().location();
    let (path, fragment) = (location.pathname().unwrap_or_default(), location.hash().unwrap_or_default());
    // A key that is pasted into the bar of an open page is another role, perhaps another person: start anew.
    let changed = window_event_listener(leptos::ev::hashchange, |_| drop(window().location().reload()));
    on_cleanup(move || changed.remove());
    view! {
        {match Route::of(&path, &fragment) {
            Route::Home => view! { <Later fetch=Box::new(|| Box::pin(home::later())) /> }.into_any(),
            Route::Project { id, key } => {
                starting::end();
                view! { <ProjectPage id key /> }.into_any()
            }
            Route::Unknown => {
                starting::end();
                view! { <NothingHere /> }.into_any()
            }
        }}
        <NoticeArea />
        <LiveRegion />
    }
}

#[component]
fn NothingHere() -> impl IntoView {
    view! {
        <main class="state">
            <h1>{say().ui_nothing()}</h1>
            <p class="state__text">{say().ui_nothing_why()}</p>
            <p class="state__actions"><a class="button" href="/">{say().ui_nothing_go()}</a></p>
        </main>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w1_each_address_leads_to_its_page() {
        let project = |id: &str, key: &str| Route::Project { id: id.into(), key: key.into() };
        let table = [
            ("/", "", Route::Home),
            ("", "", Route::Home),
            ("/p/abc", "#key", project("abc", "key")),
            ("/p/abc/", "", project("abc", "")),
            ("/p/", "", Route::Unknown),
            ("/p/abc/more", "", Route::Unknown),
            ("/elsewhere", "", Route::Unknown),
        ];
        for (path, fragment, route) in table {
            assert_eq!(Route::of(path, fragment), route, "{path}");
        }
    }
}
