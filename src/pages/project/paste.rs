//! Pasted lines, seen before they become cards.

use leptos::prelude::*;
use model::action::Spot;

use crate::diagram::clipboard;
use crate::language::say;
use crate::state::ProjectState;
use crate::ui::{Button, Kind};

/// How many cards are shown.
const SHOWN: usize = 12;

/// What the lines would become, where they would go, and the button that makes them cards.
#[component]
pub fn Preview(
    /// Where they would go.
    spot: Spot,
    /// The pasted text.
    text: String,
) -> impl IntoView {
    let state = ProjectState::expect();
    let close = move |()| state.session.dialog.set(None);
    let outline = match clipboard::read(&state, &spot, &text) {
        Ok(outline) => outline,
        Err(fault) => {
            return view! {
                <p role="alert">{fault}</p>
                <p class="dialog__foot"><Button label=say().paste_close() on_press=close /></p>
            }
            .into_any();
        }
    };
    let under = spot.parent.as_ref().and_then(|parent| state.document.card_now(parent));
    let preview = outline.preview();
    let cards = say().outline_brings(&preview.columns, preview.shared, preview.unlinked);
    let summary = match under {
        Some(parent) => say().paste_becomes_under(&cards, &parent.text),
        None => say().paste_becomes(&cards),
    };
    let row = |card: &exchange::outline::OutlineCard| {
        view! {
            <li class="list__row">
                <span class="list__text">{card.text.clone()}</span>
                <span class="list__more">{say().level(card.level)}</span>
            </li>
        }
    };
    let shown = outline.cards.iter().take(SHOWN).map(row).collect_view();
    let more = outline.cards.len().saturating_sub(SHOWN);
    let make = move |()| {
        state.session.dialog.set(None);
        clipboard::make_cards(&state, &spot, &outline);
    };
    view! {
        <p>{summary}</p>
        <ul class="list">{shown}</ul>
        {(more > 0).then(|| view! { <p class="list__more">{say().paste_more(more)}</p> })}
        <p class="dialog__foot">
            <Button label=say().paste_cancel() on_press=close />
            <Button label=say().paste_make() kind=Kind::Filled on_press=make />
        </p>
    }
    .into_any()
}
