//! Cards that were deleted, each with a way back.

use leptos::prelude::*;
use model::action;
use model::role::Action;

use crate::days;
use crate::diagram::commands;
use crate::language::say;
use crate::state::ProjectState;
use crate::ui::{Button, Kind};

/// The list of deleted cards, the last deleted first.
#[component]
pub fn Deleted() -> impl IntoView {
    let state = ProjectState::expect();
    let list = move || {
        state.document.structure.track();
        let mut cards: Vec<_> = state.document.with_project(|project| {
            let gone = |card: &&model::Card| card.deleted.is_some() && !card.text.is_empty();
            project.cards.values().filter(gone).cloned().collect()
        });
        let at = |card: &model::Card| card.deleted.as_ref().map_or(0.0, |deleted| deleted.at);
        model::sort::by(&mut cards, |one, other| at(other).total_cmp(&at(one)));
        cards
    };
    let row = move |card: model::Card| {
        let by = card.deleted.as_ref().map(|deleted| deleted.by.clone()).filter(|by| !by.is_empty());
        let level = say().level(card.level);
        let who = by.map_or(level.to_owned(), |by| say().deleted_by(level, &by));
        let at = card.deleted.as_ref().and_then(|deleted| days::moment(deleted.at));
        let more = at.map_or(who.clone(), |at| format!("{who} · {at}"));
        let id = card.id.clone();
        let restore = move |()| {
            state.act(|_, _| Ok(action::restore(std::slice::from_ref(&id))));
            commands::go_to(&state, &id);
        };
        let button = move || {
            state
                .role
                .get()
                .may(Action::Edit)
                .then(|| view! { <Button label=say().deleted_restore() kind=Kind::Plain on_press=restore.clone() /> })
        };
        view! {
            <li class="list__row">
                <span class="list__text">{card.text.clone()}<br /><span class="list__more">{more}</span></span>
                {button}
            </li>
        }
    };
    view! {
        <ul class="list">
            {move || {
                let cards = list();
                if cards.is_empty() {
                    view! { <li class="list__more">{say().deleted_none()}</li> }.into_any()
                } else {
                    cards.into_iter().map(row).collect_view().into_any()
                }
            }}
        </ul>
    }
}
