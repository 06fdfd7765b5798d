//! The addresses of this project, in plain words.

use leptos::prelude::*;
use model::Role;

use super::Address;
use crate::app::project_address;
use crate::device;
use crate::state::ProjectState;
use crate::state::session::Notice;
use crate::ui::{Button, ByHand, Icon, copied};

/// Role, what the link is called, and what whoever has it can do.
const ROWS: [(Role, &str, &str); 2] = [
    (Role::Editor, "Can edit", "Change anything. For your team."),
    (Role::Viewer, "Can read", "See everything, change nothing."),
];
/// The one link that is not for passing on.
const OWNERS: (Role, &str, &str) =
    (Role::Owner, "Owner link", "Keep it safe. Whoever has it can delete the project.");

/// The links that this device knows, each with a button that copies it.
#[component]
pub fn Share() -> impl IntoView {
    let state = ProjectState::expect();
    let address = Address::expect();
    let keys = device::project(&address.id).map(|known| known.keys).unwrap_or_default();
    let row = |(role, name, words): (Role, &'static str, &'static str)| {
        let address = project_address(&address.id, keys.of(role)?);
        Some(view! { <Row state name words address /> })
    };
    let (rows, owners): (Vec<_>, _) = (ROWS.into_iter().filter_map(row).collect(), row(OWNERS));
    let none = rows.is_empty() && owners.is_none();
    view! {
        <ul class="list">{rows}</ul>
        {owners.map(|owners| view! {
            <section class="apart">
                <h3 class="apart__title">"Not for passing on"</h3>
                <ul class="list">{owners}</ul>
            </section>
        })}
        <Show when=move || none>
            <p>"This device knows no link that it could pass on. Whoever gave you yours has one for others."</p>
        </Show>
    }
}

#[component]
fn Row(state: ProjectState, name: &'static str, words: &'static str, address: String) -> impl IntoView {
    let to_copy = address.clone();
    let copy = move |()| {
        let address = to_copy.clone();
        leptos::task::spawn_local(async move {
            state.session.notify(Notice::text(match copied(&address).await {
                true => "Copied. Paste it where they will find it.",
                false => "This browser did not let the link be copied. Select it and copy it by hand.",
            }));
        });
    };
    view! {
        <li class="list__row" data-link=name>
            <span class="list__text">
                <strong>{name}</strong> " " {words} <br />
                <ByHand label=format!("Address: {name}") text=address />
            </span>
            <Button label="Copy" icon=Icon::Copy on_press=copy />
        </li>
    }
}
