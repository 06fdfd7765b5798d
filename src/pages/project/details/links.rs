//! What a card works on and what works on it: each link with its strength, why we think so, and evidence.

use leptos::prelude::*;
use model::edit::{LinkField, Subject as About};
use model::{CardId, Change, Edit, Link, LinkKey, Strength};

use super::Subject;
use super::evidence::EvidenceList;
use super::segments::Segments;
use super::whole::{Kind, WholeField};
use crate::diagram::commands;
use crate::language::say;
use crate::state::ProjectState;
use crate::ui::{Icon, IconButton};

const STRENGTHS: [Strength; 2] = [Strength::Strong, Strength::Weak];

/// Both lists; the second only where there is something in it.
#[component]
pub fn Links(
    /// The card.
    subject: Subject,
    /// Whether one may only read.
    reader: Memo<bool>,
) -> impl IntoView {
    let structure = subject.state.document.structure;
    let upward = Memo::new(move |_| {
        let key = |parent: &CardId| LinkKey { from: subject.id(), to: parent.clone() };
        structure.with(|structure| structure.parents(&subject.id()).iter().map(key).collect::<Vec<_>>())
    });
    let downward = Memo::new(move |_| {
        let key = |child: &CardId| LinkKey { from: child.clone(), to: subject.id() };
        structure.with(|structure| structure.children(&subject.id()).iter().map(key).collect::<Vec<_>>())
    });
    let is_aim = subject.part(|card| card.level == model::Level::Aim);
    let none = || view! { <p class="list__more">{say().details_works_on_none()}</p> };
    view! {
        <Show when=move || !is_aim.get() || !upward.read().is_empty()>
            <section class="details__section" data-part="works-on">
                <h3 class="details__heading">{say().details_works_on()}</h3>
                <Show when=move || !upward.read().is_empty() fallback=none>
                    <ul class="linked">
                        <For each=move || upward.get() key=LinkKey::clone let:key>
                            <LinkRow other=key.to.clone() key reader />
                        </For>
                    </ul>
                </Show>
            </section>
        </Show>
        <Show when=move || !downward.read().is_empty()>
            <section class="details__section" data-part="worked-on-by">
                <h3 class="details__heading">{say().details_worked_on_by()}</h3>
                <ul class="linked">
                    <For each=move || downward.get() key=LinkKey::clone let:key>
                        <LinkRow other=key.from.clone() key reader />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// One link, under the name of the card at its other end.
#[component]
fn LinkRow(key: LinkKey, other: CardId, reader: Memo<bool>) -> impl IntoView {
    let state = ProjectState::expect();
    let name = {
        let card = state.document.card(&other);
        Memo::new(move |_| {
            let text = card.as_ref().map(|card| card.read().text.clone()).filter(|text| !text.is_empty());
            text.unwrap_or_else(|| say().card_empty().to_owned())
        })
    };
    let key = StoredValue::new(key);
    let link = Memo::new(move |_| {
        state.document.links.track();
        let bare = |LinkKey { from, to }| Link::new(from, to, model::Order::default());
        let stored = state.document.with_project(|project| project.links.get(&key.get_value()).cloned());
        stored.unwrap_or_else(|| bare(key.get_value()))
    });
    let unlink = move |()| {
        state.act(|_, _| Ok(Edit::one(Change::Unlink(key.get_value()))));
    };
    let go = move |_| commands::go_to(&state, &other);
    let said = move || {
        let link = link.read();
        let weak = (link.strength == Strength::Weak).then(|| say().strength(Strength::Weak).to_owned());
        let why = Some(link.rationale.clone()).filter(|why| !why.is_empty());
        let parts: Vec<String> = weak.into_iter().chain(why).collect();
        (!parts.is_empty()).then(|| view! { <p class="linked__said">{parts.join(" · ")}</p> })
    };
    let folded = move || !reader.get() || !link.read().evidence.is_empty();
    let count = move || {
        let count = link.with(|link| link.evidence.len());
        (count > 0).then(|| view! { <span class="fold__count">{count}</span> })
    };
    view! {
        <li class="linked__row" data-link=move || link.with(|link| format!("{}>{}", link.key.from, link.key.to))>
            <div class="linked__head">
                <button type="button" class="linked__name" title=move || say().details_go_to(&name.get()) on:click=go>{move || name.get()}</button>
                <Show when=move || !reader.get()>
                    <IconButton label=Signal::derive(move || say().details_unlink(&name.get())) icon=Icon::Unlink on_press=unlink />
                </Show>
            </div>
            {said}
            <Show when=folded>
                <details class="fold">
                    <summary class="fold__name" aria-label=move || say().details_why_about(&name.get())>{say().details_why()}{count}</summary>
                    <div class="fold__body"><Theory link name reader /></div>
                </details>
            </Show>
        </li>
    }
}

/// How strong a link is, why we think so, and what tests said.
#[component]
fn Theory(link: Memo<Link>, name: Memo<String>, reader: Memo<bool>) -> impl IntoView {
    let state = ProjectState::expect();
    let set = move |field: LinkField| {
        // What is said as the row goes has no link any more.
        if let Some(key) = link.try_get_untracked().map(|link| link.key) {
            state.dispatch(&Edit::one(Change::SetLink(key, field)));
        }
    };
    let strength = Signal::derive(move || link.with(|link| link.strength.as_str()));
    let choose = move |name: &'static str| set(LinkField::Strength(name.parse().unwrap_or_default()));
    let rationale = Signal::derive(move || link.with(|link| link.rationale.clone()));
    let finish = move |written: String| {
        set(LinkField::Rationale(written.trim().to_owned()));
        None
    };
    let pieces = Signal::derive(move || link.with(|link| link.evidence.clone()));
    let about = Callback::new(move |()| About::Link(link.get_untracked().key));
    view! {
        <Show when=move || !reader.get()>
            <Segments label=say().details_link_strength(&name.get_untracked()) now=strength
                options=STRENGTHS.map(|strength| (strength.as_str(), say().strength(strength))).to_vec() on_choose=choose />
            <WholeField label=say().details_rationale() value=rationale kind=Kind::Prose finish />
        </Show>
        <h4 class="field__label">{say().details_evidence()}</h4>
        <EvidenceList pieces about reader />
    }
}
