//! The addresses of this project, in plain words.

use leptos::prelude::*;
use model::Role;
use words::Words;

use super::Address;
use crate::app::project_address;
use crate::device;
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::Notice;
use crate::ui::{Button, ByHand, Icon, copied};

type Said = fn(Words) -> &'static str;

/// Role, what the link is called, and what whoever has it can do.
const ROWS: [(Role, Said, Said); 2] = [
    (Role::Editor, Words::share_editor, Words::share_editor_may),
    (Role::Viewer, Words::share_viewer, Words::share_viewer_may),
];
/// The one link that is not for passing on.
const OWNERS: (Role, Said, Said) = (Role::Owner, Words::share_owner, Words::share_owner_may);

/// The links that this device knows, each with a button that copies it.
#[component]
pub fn Share() -> impl IntoView {
    let state = ProjectState::expect();
    let address = Address::expect();
    let keys = device::project(&address.id).map(|known| known.keys).unwrap_or_default();
    let row = |(role, name, words): (Role, Said, Said)| {
        let address = project_address(&address.id, keys.of(role)?);
        Some(view! { <Row state role name=name(say()) words=words(say()) address /> })
    };
    let (rows, owners): (Vec<_>, _) = (ROWS.into_iter().filter_map(row).collect(), row(OWNERS));
    let none = rows.is_empty() && owners.is_none();
    view! {
        <ul class="list">{rows}</ul>
        {owners.map(|owners| view! {
            <section class="apart">
                <h3 class="apart__title">{say().share_apart()}</h3>
                <ul class="list">{owners}</ul>
            </section>
        })}
        <Show when=move || none>
            <p>{say().share_none()}</p>
        </Show>
    }
}

#[component]
fn Row(
    state: ProjectState,
    role: Role,
    name: &'static str,
    words: &'static str,
    address: String,
) -> impl IntoView {
    let to_copy = address.clone();
    let copy = move |()| {
        let address = to_copy.clone();
        leptos::task::spawn_local(async move {
            state.session.notify(Notice::text(match copied(&address).await {
                true => say().share_copied(),
                false => say().share_not_copied(),
            }));
        });
    };
    view! {
        <li class="list__row" data-link=role.as_str()>
            <span class="list__text">
                <strong>{name}</strong> " " {words} <br />
                <ByHand label=say().share_address(name) text=address />
            </span>
            <Button label=say().share_copy() icon=Icon::Copy on_press=copy />
        </li>
    }
}
