//! The relay does not want this page back: why, and what can be done. What this device has stays in sight.

use document::protocol::Close;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Address, save};
use crate::language::say;
use crate::outbox;
use crate::state::ProjectState;
use crate::sync::{LineState, Refused};
use crate::ui::{Button, Kind};

/// Why the line is closed for good, if it is.
pub fn refused(state: &ProjectState) -> Option<Refused> {
    match state.session.line.get() {
        LineState::Closed(refused) => Some(refused),
        _ => None,
    }
}

/// A page that shows nothing but the reason: this device has nothing of the project.
#[component]
pub fn NothingToShow(
    /// Why.
    refused: Refused,
) -> impl IntoView {
    view! {
        <main class="state">
            <h1>{say().closed_title()}</h1>
            <p class="state__text" role="alert">{refused.sentence}</p>
            <p class="state__actions">
                <a class="button" data-kind="filled" href="/">{say().closed_home()}</a>
                <Button label=say().closed_again() on_press=|()| reload() />
            </p>
        </main>
    }
}

/// The reason above what this device has, which can be read and saved.
#[component]
pub fn Banner() -> impl IntoView {
    let state = ProjectState::expect();
    let address = StoredValue::new(Address::expect());
    let banner = move |refused: Refused| {
        let start_over = move |()| start_over(address.get_value().id);
        let other = refused.close == Some(Close::EpochChanged);
        view! {
            <div class="banner" data-tone="error" role="alert">
                <p class="banner__text">{refused.sentence} " " {say().closed_kept()}</p>
                <Button label=say().project_save_file() on_press=move |()| save::project(&state) />
                {other.then(|| view! { <Button label=say().closed_start_over() kind=Kind::Quiet on_press=start_over /> })}
                <a class="button" data-kind="quiet" href="/">{say().project_start_page()}</a>
            </div>
        }
    };
    move || refused(&state).map(banner)
}

/// Forgets this device's copy, and loads the page again.
fn start_over(id: String) {
    spawn_local(async move {
        outbox::forget(&id).await;
        reload();
    });
}

/// A page that cannot be loaded again stays as it is.
fn reload() {
    window().location().reload().ok();
}
