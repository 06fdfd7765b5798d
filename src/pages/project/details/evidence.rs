//! What tests said for or against a card or a link, and a way to add to it.

use leptos::{html, prelude::*};
use model::diagram::{Evidence, Support};
use model::edit::Subject as About;
use model::id::EntryId;
use model::{Change, Edit};

use super::Subject;
use super::segments::Segments;
use crate::days;
use crate::language::say;
use crate::random::random;
use crate::state::ProjectState;
use crate::ui::{Button, Kind, focus, focus_in, unique_id};

const SUPPORTS: [Support; 3] = [Support::Supported, Support::Refuted, Support::Unknown];

/// The evidence on the card itself.
#[component]
pub fn OfCard(
    /// The card.
    subject: Subject,
    /// Whether one may only read.
    reader: Memo<bool>,
) -> impl IntoView {
    let pieces = subject.part(|card| card.evidence.clone());
    let about = move || About::Card(subject.id());
    view! {
        <Show when=move || !reader.get() || !pieces.read().is_empty()>
            <section class="details__section" data-part="evidence">
                <h3 class="details__heading">{say().details_evidence()}</h3>
                <EvidenceList pieces about=Callback::new(move |()| about()) reader />
            </section>
        </Show>
    }
}

/// Pieces of evidence, the oldest first.
#[component]
pub fn EvidenceList(
    /// The pieces.
    #[prop(into)]
    pieces: Signal<Vec<Evidence>>,
    /// What they are about.
    about: Callback<(), About>,
    /// Whether one may only read.
    reader: Memo<bool>,
) -> impl IntoView {
    let state = ProjectState::expect();
    let adding = RwSignal::new(false);
    let opener = NodeRef::<html::Span>::new();
    let close = move || {
        adding.set(false);
        // The button that opened the form comes back with the next frame.
        request_animation_frame(move || {
            if let Some(opener) = opener.try_get_untracked().flatten() {
                focus_in(&opener, "button");
            }
        });
    };
    let keep = move |(support, reason): (Support, String)| {
        let by = state.session.pen().by;
        let piece = Evidence { state: support, reason, at: days::today_iso(), by };
        let change = Change::Evidence(about.run(()), EntryId::from_random(random()), piece);
        state.dispatch(&Edit::one(change));
        close();
    };
    let piece = |piece: Evidence| {
        let more = source(&piece);
        view! {
            <li class="evidence__piece">
                <span class="evidence__state" data-support=piece.state.as_str()>{say().support(piece.state)}</span>
                <span class="details__prose">{piece.reason}</span>
                <span class="list__more">{more}</span>
            </li>
        }
    };
    view! {
        <div class="evidence">
            <Show when=move || !pieces.read().is_empty() fallback=|| view! { <p class="list__more">{say().details_evidence_none()}</p> }>
                <ul class="evidence__list">{move || pieces.get().into_iter().map(piece).collect_view()}</ul>
            </Show>
            <Show when=move || !reader.get()>
                <Show when=move || adding.get() fallback=move || view! {
                    <span node_ref=opener><Button label=say().details_evidence_add() kind=Kind::Link on_press=move |()| adding.set(true) /></span>
                }>
                    <NewEvidence on_keep=Callback::new(keep) on_cancel=Callback::new(move |()| close()) />
                </Show>
            </Show>
        </div>
    }
}

/// Who wrote it, and when.
fn source(piece: &Evidence) -> String {
    let date = days::written(&piece.at);
    match (piece.by.as_str(), date.as_str()) {
        ("", date) => date.to_owned(),
        (by, "") => by.to_owned(),
        (by, date) => say().details_evidence_by(by, date),
    }
}

/// A piece of evidence before it is added.
#[component]
fn NewEvidence(on_keep: Callback<(Support, String)>, on_cancel: Callback<()>) -> impl IntoView {
    let support = RwSignal::new(Support::Supported);
    let reason = RwSignal::new(String::new());
    let field = NodeRef::<html::Textarea>::new();
    field.on_load(|field| request_animation_frame(move || focus(&field)));
    let id = unique_id("reason");
    let keep = move || on_keep.run((support.get_untracked(), reason.get_untracked().trim().to_owned()));
    let key = move |event: web_sys::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        if event.key() == "Escape" {
            event.stop_propagation();
            on_cancel.run(());
        } else if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            keep();
        }
    };
    view! {
        <div class="details__form" on:keydown=key>
            <Segments label=say().details_evidence_state() options=SUPPORTS.map(|support| (support.as_str(), say().support(support))).to_vec()
                now=Signal::derive(move || support.get().as_str())
                on_choose=move |name: &'static str| {
                    if let Ok(chosen) = name.parse() {
                        support.set(chosen);
                    }
                } />
            <div class="field">
                <label class="field__label" for=id.clone()>{say().details_evidence_reason()}</label>
                <textarea id=id class="field__input" rows="2" maxlength="2000" node_ref=field prop:value=reason
                    on:input=move |event| reason.set(event_target_value(&event))></textarea>
            </div>
            <p class="details__actions">
                <Button label=say().details_evidence_keep() on_press=move |()| keep() />
                <Button label=say().details_cancel() kind=Kind::Quiet on_press=on_cancel />
            </p>
        </div>
    }
}
