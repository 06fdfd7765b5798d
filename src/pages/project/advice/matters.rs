//! What needs attention, each with what mends it.

use leptos::prelude::*;
use model::action::{self, Board, Pen, Refusal};
use model::attention::{Fault, Matter};
use model::check::{About, Rule};
use model::{CardId, Edit, Level};

use super::found::{NotForUs, Why};
use super::{Go, card_name, may_edit, settle};
use crate::language::say;
use crate::state::ProjectState;
use crate::state::advice::Told;
use crate::state::session::{Choose, Dialog, LAST, Notice};
use crate::ui::{Button, Kind};

/// More cards than these are a list that nobody reads; mending some brings up the next.
const SHOWN: usize = 50;

/// The list; nothing where nothing needs attention.
#[component]
pub fn Matters() -> impl IntoView {
    let state = ProjectState::expect();
    let keys = Memo::new(move |_| {
        state.advice.now.read().matters.iter().map(|told| told.key.clone()).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || !keys.read().is_empty()>
            <section class="details__section" data-attention>
                <h3 class="details__heading">{say().attention_title()}<span class="fold__count">{move || keys.read().len()}</span></h3>
                <ul class="advice__list">
                    <For each=move || keys.get() key=String::clone let:key><Row key /></For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Row(key: String) -> impl IntoView {
    let state = ProjectState::expect();
    let name = key.clone();
    let told =
        Memo::new(move |_| state.advice.now.read().matters.iter().find(|told| told.key == key).cloned());
    let title = move || told.with(|told| told.as_ref().map(|told| told.title.clone()));
    let reason = Memo::new(move |_| told.with(|told| told.as_ref().and_then(|told| told.advice)));
    let cards = Memo::new(move |_| {
        told.with(|told| told.as_ref().map(|told| told.fact.cards().to_vec()).unwrap_or_default())
    });
    // What mends it hangs on what it is, and not on how many cards there are.
    let Some(Told { fact, .. }) = told.get_untracked() else { return ().into_any() };
    view! {
        <li class="advice__row" data-matter=name>
            <p class="advice__title">{title}</p>
            {move || reason.get().map(|reason| view! { <Why why=reason.why source=reason.source /> })}
            <Show when=move || !cards.read().is_empty()><Cards cards /></Show>
            <div class="advice__actions"><Mends fact reason=Signal::derive(move || reason.get().is_some()) /></div>
        </li>
    }
    .into_any()
}

/// What can be done with one tap.
#[component]
fn Mends(
    /// What needs attention.
    fact: Matter,
    /// Whether a finding says the same, which can be put aside.
    reason: Signal<bool>,
) -> impl IntoView {
    let state = ProjectState::expect();
    let there = place(&state, &fact);
    let fact = StoredValue::new(fact);
    view! {
        {there.map(|card| view! { <Go card /> })}
        <Show when=may_edit(state)>{move || mends(state, fact.get_value(), reason)}</Show>
    }
}

/// The card that "go there" leads to.
fn place(state: &ProjectState, fact: &Matter) -> Option<CardId> {
    let stands = |card: &CardId| state.document.structure.with_untracked(|all| all.seat(card).is_some());
    let card = match fact {
        Matter::SecondAim(card) => card,
        Matter::Link(key, _) if stands(&key.from) => &key.from,
        Matter::Link(key, _) => &key.to,
        Matter::Written(_) | Matter::Hanging { .. } | Matter::Unlinked(_) => return None,
    };
    Some(card.clone()).filter(stands)
}

fn mends(state: ProjectState, fact: Matter, reason: Signal<bool>) -> AnyView {
    match fact {
        Matter::SecondAim(card) => {
            let join = move |()| {
                mend(&state, |board, pen| action::join_aim(board, &card, pen));
            };
            view! { <Button label=say().attention_make_primary() kind=Kind::Link on_press=join /> }.into_any()
        }
        Matter::Written(card) => {
            let (back, leave) = (card.clone(), card);
            let leave = move |()| {
                state.advice.let_go(&leave);
                settle(&state);
            };
            view! {
                <Button label=say().card_restore() kind=Kind::Link on_press=move |()| restore(&state, &back) />
                <Button label=say().attention_leave() kind=Kind::Link on_press=leave />
            }
            .into_any()
        }
        Matter::Hanging { effect, .. } => {
            let label = say().attention_restore(&card_name(&state, &effect));
            view! { <Button label kind=Kind::Link on_press=move |()| restore(&state, &effect) /> }.into_any()
        }
        Matter::Link(key, fault) => {
            let aside = (fault == Fault::Levels).then(|| Rule::Vl1.key(&About::Link(key.clone())));
            let name = say().advice_not_for_us_name(&card_name(&state, &key.from));
            let unlink = move |()| {
                if mend(&state, |_, _| Ok(action::unlink(&key.from, &key.to))) {
                    let notice = Notice::text(say().attention_unlinked_link()).about(LAST);
                    state.session.notify(notice.with(say().project_undo(), move || {
                        state.undo();
                        settle(&state);
                    }));
                }
            };
            view! {
                <Button label=say().attention_unlink() kind=Kind::Link on_press=unlink />
                {aside.map(|key| view! {
                    <Show when=move || reason.get()><NotForUs label=name.clone() key=key.clone() /></Show>
                })}
            }
            .into_any()
        }
        Matter::Unlinked(_) => ().into_any(),
    }
}

/// Does what mends something, and looks whether it is mended.
fn mend(state: &ProjectState, action: impl FnOnce(Board<'_>, &Pen) -> Result<Edit, Refusal>) -> bool {
    let done = state.act(action);
    if done {
        settle(state);
    }
    done
}

fn restore(state: &ProjectState, card: &CardId) {
    mend(state, |_, _| Ok(action::restore(std::slice::from_ref(card))));
}

/// The cards of a matter, folded.
#[component]
fn Cards(
    /// The cards.
    cards: Memo<Vec<CardId>>,
) -> impl IntoView {
    let more = move || cards.read().len().checked_sub(SHOWN).filter(|more| *more > 0);
    view! {
        <details class="fold">
            <summary class="fold__name">{say().attention_show()}</summary>
            <ul class="advice__list">
                <For each=move || cards.get().into_iter().take(SHOWN) key=CardId::clone let:card><CardRow card /></For>
                {move || more().map(|more| view! { <li class="list__more">{say().advice_more(more)}</li> })}
            </ul>
        </details>
    }
}

#[component]
fn CardRow(card: CardId) -> impl IntoView {
    let state = ProjectState::expect();
    let name = {
        let card = card.clone();
        Memo::new(move |_| card_name(&state, &card))
    };
    let level = state.document.structure.with_untracked(|structure| structure.level(&card));
    let aside = (level == Some(Level::Idea)).then(|| Rule::Vi1.key(&About::Card(card.clone())));
    let choose = {
        let card = card.clone();
        Callback::new(move |()| state.session.dialog.set(Some(Dialog::Choose(Choose::LinkTo, card.clone()))))
    };
    let id = card.to_string();
    let link = move || say().attention_link_name(&name.get());
    let not_for_us = Signal::derive(move || say().advice_not_for_us_name(&name.get()));
    view! {
        <li class="advice__row" data-unlinked=id>
            <p class="advice__about">{move || name.get()}</p>
            <div class="advice__actions">
                <Go card />
                <Show when=may_edit(state)>
                    <Button attr:aria-label=link label=say().card_link_to() kind=Kind::Link on_press=choose />
                    {aside.clone().map(|key| view! { <NotForUs label=not_for_us key /> })}
                </Show>
            </div>
        </li>
    }
}
