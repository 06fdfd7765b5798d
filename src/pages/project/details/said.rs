//! What is said of a card, for those who may only read: words, and no empty fields.

use leptos::prelude::*;
use model::Card;

use super::Subject;
use super::address;
use crate::diagram::called::StatusChip;
use crate::language::say;

/// All that was said.
#[component]
pub fn Said(
    /// The card.
    subject: Subject,
) -> impl IntoView {
    move || subject.card.with(said)
}

fn said(card: &Card) -> AnyView {
    let rows = [
        (say().details_owner(), card.owner.clone()),
        (say().details_impact(), card.impact.map_or("", |amount| say().amount(amount)).to_owned()),
        (say().details_effort(), card.effort.map_or("", |amount| say().amount(amount)).to_owned()),
        (say().details_matters(), card.matters.map_or("", |matters| say().matters(matters)).to_owned()),
        (say().details_tags(), card.tags.iter().cloned().collect::<Vec<_>>().join(", ")),
    ];
    let rows: Vec<_> = rows.into_iter().filter(|(_, words)| !words.is_empty()).collect();
    let nothing = rows.is_empty() && card.note.is_empty() && card.status.is_none() && card.address.is_empty();
    if nothing {
        return view! { <p class="list__more">{say().details_nothing()}</p> }.into_any();
    }
    let chip = card.status.map(|status| view! { <p><StatusChip status /></p> });
    let note = (!card.note.is_empty()).then(|| view! { <p class="details__prose">{card.note.clone()}</p> });
    let row = |(name, words): (&'static str, String)| {
        view! { <div class="said__row"><dt class="said__name">{name}</dt><dd class="said__words">{words}</dd></div> }
    };
    let unsafe_words = address_words(card);
    view! {
        {chip}
        {note}
        <dl class="said">{rows.into_iter().map(row).collect_view()}</dl>
        {unsafe_words}
        {address::link(&card.address)}
    }
    .into_any()
}

/// An address that is no link is read as text.
fn address_words(card: &Card) -> Option<impl IntoView + use<>> {
    let text = (!address::is_safe(&card.address) && !card.address.is_empty()).then(|| card.address.clone());
    text.map(|text| view! { <p class="details__prose">{text}</p> })
}
