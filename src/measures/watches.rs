//! The cards that a measure watches: any number of them, and a card may be watched by several measures.

use leptos::prelude::*;
use model::edit::Presence;
use model::{CardId, Change, Edit, Level};

use super::edit::Subject;
use crate::language::say;
use crate::ui::{Icon, IconButton, unique_id};

/// The list, and the field that adds one.
#[component]
pub fn Watches(
    /// The measure.
    subject: Subject,
    /// Whether one may only read.
    reader: Memo<bool>,
) -> impl IntoView {
    let state = subject.state;
    let cards = subject.part(|measure| measure.cards.clone());
    let there = Memo::new(move |_| {
        state.document.structure.with(|structure| {
            cards.get().into_iter().filter(|card| structure.seat(card).is_some()).collect::<Vec<_>>()
        })
    });
    let set = move |card: CardId, presence: Presence| {
        subject.write(Edit::one(Change::MeasureCard(subject.id(), card, presence)));
    };
    let row = move |card: CardId| {
        let text = state.document.card(&card).map(RwSignal::from);
        let name =
            move || text.map_or_else(String::new, |card| card.with(|card| card.text.trim().to_owned()));
        let (go, gone) = (card.clone(), card);
        view! {
            <li class="watched">
                <button type="button" class="linked__name" title=move || say().details_go_to(&name())
                    on:click=move |_| crate::diagram::commands::go_to(&state, &go)>{name}</button>
                <Show when=move || !reader.get()>
                    <IconButton label=Signal::derive(move || say().measures_watch_less(&name())) icon=Icon::Close
                        on_press={ let gone = gone.clone(); move |()| set(gone.clone(), Presence::Absent) } />
                </Show>
            </li>
        }
    };
    view! {
        <section class="measure__watches">
            <h2 class="field__label">{say().measures_column_watches()}</h2>
            <Show when=move || there.read().is_empty()><p class="measures__hint">{say().measures_watches_nothing()}</p></Show>
            <ul class="watched__list"><For each=move || there.get() key=CardId::clone let:card>{row(card)}</For></ul>
            <Show when=move || !reader.get()><AddCard subject there on_choose=move |card| set(card, Presence::Present) /></Show>
        </section>
    }
}

/// Aim and drivers first, as the diagram has them; a card that is watched already is not offered.
#[component]
fn AddCard(
    subject: Subject,
    there: Memo<Vec<CardId>>,
    #[prop(into)] on_choose: Callback<CardId>,
) -> impl IntoView {
    let state = subject.state;
    let id = unique_id("watch");
    let offered = Memo::new(move |_| {
        let there = there.get();
        state.document.structure.with(|structure| {
            Level::ALL.map(|level| {
                let column = structure.column(level).into_iter().filter(|card| !there.contains(card));
                (
                    level,
                    column
                        .filter_map(|card| Some((card.clone(), text(&state.document.card_now(&card)?.text))))
                        .collect::<Vec<_>>(),
                )
            })
        })
    });
    let chosen = move |event: web_sys::Event| {
        if let Ok(card) = CardId::parse(&event_target_value(&event)) {
            on_choose.run(card);
        }
    };
    let group = |(level, cards): (Level, Vec<(CardId, String)>)| {
        let option =
            |(card, text): (CardId, String)| view! { <option value=card.to_string()>{text}</option> };
        (!cards.is_empty()).then(|| {
            view! { <optgroup label=say().level(level)>{cards.into_iter().map(option).collect_view()}</optgroup> }
        })
    };
    let is_none = move || offered.with(|levels| levels.iter().all(|(_, cards)| cards.is_empty()));
    view! {
        <label class="unseen" for=id.clone()>{say().measures_watch_more()}</label>
        <select id=id class="field__input" on:change=chosen prop:value="" hidden=is_none>
            <option value="" selected>{say().measures_watch_more()}</option>
            {move || offered.get().into_iter().map(group).collect_view()}
        </select>
        <p class="measures__hint" hidden=move || !is_none()>{say().measures_watch_none()}</p>
    }
}

/// As much of a card's text as fits a list.
fn text(text: &str) -> String {
    const LONGEST: usize = 90;
    let text = text.trim();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None if text.is_empty() => say().card_empty().to_owned(),
        None => text.to_owned(),
    }
}
