//! Deleting the whole project: asked once more, with the file offered first.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Address, save};
use crate::language::say;
use crate::state::ProjectState;
use crate::ui::{Button, Kind};
use crate::{api, device};

/// What is lost, and the ways out.
#[component]
pub fn DeleteProject() -> impl IntoView {
    let state = ProjectState::expect();
    let address = StoredValue::new(Address::expect());
    let (working, problem) = (RwSignal::new(false), RwSignal::new(String::new()));
    let delete = move |()| {
        working.set(true);
        spawn_local(async move {
            let Address { id, key } = address.get_value();
            match api::delete(&id, &key).await {
                Ok(()) => {
                    device::set_aside(&id);
                    device::forget(&id).await;
                    // The start page is always there.
                    window().location().assign("/").ok();
                }
                Err(failure) => {
                    problem.set(failure.to_string());
                    working.set(false);
                }
            }
        });
    };
    view! {
        <p>{say().project_delete_warning()}</p>
        <p class="field__error" role="alert" hidden=move || problem.read().is_empty()>{problem}</p>
        <p class="dialog__foot">
            <Button label=say().project_delete_keep() kind=Kind::Filled on_press=move |()| state.session.dialog.set(None) />
            <Button label=say().project_delete_save_first() on_press=move |()| save::project(&state) />
            <Button label=say().project_delete_now() kind=Kind::Danger blocked=working on_press=delete />
        </p>
    }
}
