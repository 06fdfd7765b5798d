//! Findings under their headings, and those that the team put aside.

use leptos::prelude::*;
use model::CardId;
use model::check::{About, Finding, Heading};

use super::{Go, card_name, go, may_edit, put_aside, take_up};
use crate::language::say;
use crate::state::ProjectState;
use crate::state::advice::Told;
use crate::ui::{Button, Kind};

/// As many cards as are still read.
const CARDS: usize = 8;

/// One heading with what stands under it; nothing where nothing does.
#[component]
pub fn Under(
    /// The heading.
    heading: Heading,
) -> impl IntoView {
    let state = ProjectState::expect();
    let keys = Memo::new(move |_| state.advice.now.read().under(heading));
    view! {
        <Show when=move || !keys.read().is_empty()>
            <section class="details__section" data-heading=heading.as_str()>
                <h3 class="details__heading">{say().heading(heading)}</h3>
                <ul class="advice__list">
                    <For each=move || keys.get() key=String::clone let:key><Row key /></For>
                </ul>
            </section>
        </Show>
    }
}

/// What was found. It stays the same row while what it says changes, so that nobody loses the place.
#[component]
fn Row(key: String) -> impl IntoView {
    let state = ProjectState::expect();
    let name = key.clone();
    let told = Memo::new(move |_| state.advice.now.read().open.iter().find(|told| told.key == key).cloned());
    let about = Memo::new(move |_| told.with(|told| told.as_ref().map(|told| told.fact.about.clone())));
    let cards = Memo::new(move |_| {
        told.with(|told| told.as_ref().map(|told| told.fact.cards.clone()).unwrap_or_default())
    });
    let reason = move || told.with(|told| told.as_ref().and_then(|told| told.advice));
    let (aside, label) = (name.clone(), move || say().advice_not_for_us_name(&title(told)));
    view! {
        <li class="advice__row" data-finding=name>
            <p class="advice__title">{move || title(told)}</p>
            {move || written(told)}
            {move || reason().map(|reason| view! { <Why why=reason.why source=reason.source /> })}
            <Show when=move || !cards.read().is_empty()><Named cards /></Show>
            <div class="advice__actions">
                {move || about.get().map(|about| view! { <GoThere about /> })}
                <Show when=may_edit(state)>
                    <NotForUs label=Signal::derive(label) key=aside.clone() />
                </Show>
            </div>
        </li>
    }
}

fn title(told: Memo<Option<Told<Finding>>>) -> String {
    told.with(|told| told.as_ref().map(|told| told.title.clone()).unwrap_or_default())
}

/// What is written in what it is about.
fn written(told: Memo<Option<Told<Finding>>>) -> Option<impl IntoView> {
    let about = told.with(|told| told.as_ref().map(|told| told.about.clone()))?;
    (!about.trim().is_empty()).then(|| view! { <p class="advice__about">{about}</p> })
}

/// Why, folded, with the guides that say so.
#[component]
pub fn Why(
    /// Why it matters.
    why: &'static str,
    /// Who says so.
    source: &'static str,
) -> impl IntoView {
    view! {
        <details class="fold">
            <summary class="fold__name">{say().check_why()}</summary>
            <div class="advice__why">
                <p>{why}</p>
                <p class="advice__source">{say().advice_source(source)}</p>
            </div>
        </details>
    }
}

/// Puts a finding aside for the whole team.
#[component]
pub fn NotForUs(
    /// Its name for those who listen.
    #[prop(into)]
    label: Signal<String>,
    /// The finding.
    key: String,
) -> impl IntoView {
    let state = ProjectState::expect();
    view! {
        <Button attr:aria-label=move || label.get() label=say().check_dismissed() kind=Kind::Link
            on_press=move |()| put_aside(&state, key.clone()) />
    }
}

/// The way to what a finding is about, where the page shows it.
#[component]
fn GoThere(about: About) -> impl IntoView {
    match about {
        About::Card(card) => view! { <Go card /> }.into_any(),
        About::Link(key) => view! { <Go card=key.from /> }.into_any(),
        About::Cycle(cycle) => {
            let state = ProjectState::expect();
            let idea = state.document.with_project(|project| project.cycles.get(&cycle)?.idea.clone());
            idea.map(|card| view! { <Go card /> }).into_any()
        }
        About::Measure(measure) => {
            let state = ProjectState::expect();
            let go = move |()| state.session.view.show_measure(Some(measure.clone()));
            view! { <Button label=say().advice_go() kind=Kind::Link on_press=go /> }.into_any()
        }
        About::Project => ().into_any(),
    }
}

/// The cards that a finding about the whole project speaks of.
#[component]
fn Named(
    /// The cards.
    cards: Memo<Vec<CardId>>,
) -> impl IntoView {
    let state = ProjectState::expect();
    let row = move |card: CardId| {
        let (name, to) = (card.clone(), card);
        view! {
            <li>
                <button type="button" class="linked__name" on:click=move |_| go(&state, &to)>{move || card_name(&state, &name)}</button>
            </li>
        }
    };
    let more = move || cards.read().len().checked_sub(CARDS).filter(|more| *more > 0);
    view! {
        <ul class="advice__cards">
            <For each=move || cards.get().into_iter().take(CARDS) key=CardId::clone children=row />
            {move || more().map(|more| view! { <li class="list__more">{say().advice_more(more)}</li> })}
        </ul>
    }
}

/// What the team put aside, folded.
#[component]
pub fn Aside() -> impl IntoView {
    let state = ProjectState::expect();
    let aside = move || state.advice.now.read().dismissed.clone();
    let count = move || say().advice_put_aside_count(state.advice.now.read().dismissed.len());
    let row = move |told: Told<Finding>| {
        let Told { key, title, about, .. } = told;
        let (label, name) = (say().advice_take_up_name(&title), key.clone());
        view! {
            <li class="advice__row" data-aside=name>
                <p class="advice__title">{title}</p>
                <p class="advice__about">{about}</p>
                <Show when=may_edit(state)>
                    <div class="advice__actions"><TakeUp label=label.clone() key=key.clone() /></div>
                </Show>
            </li>
        }
    };
    view! {
        <details class="details__section fold" data-put-aside>
            <summary class="fold__name">{count}</summary>
            <ul class="advice__list">
                // Told again when it reads otherwise: nobody writes in here.
                <For each=aside key=|told| (told.key.clone(), told.title.clone(), told.about.clone()) children=row />
            </ul>
        </details>
    }
}

#[component]
fn TakeUp(label: String, key: String) -> impl IntoView {
    let state = ProjectState::expect();
    view! {
        <Button attr:aria-label=label label=say().advice_take_up() kind=Kind::Link on_press=move |()| take_up(&state, &dismissed_by(&state, &key)) />
    }
}

/// What was said "not for us" of: this finding, or all that its rule would gather.
fn dismissed_by(state: &ProjectState, key: &str) -> String {
    let itself = state.document.with_project(|project| project.dismissed.contains(key));
    let rule = key.split('/').next().unwrap_or_default();
    if itself { key.to_owned() } else { format!("{rule}/*") }
}
