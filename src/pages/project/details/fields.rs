//! What is said of a card, for those who may change it.

use std::collections::BTreeSet;

use leptos::{html, prelude::*};
use model::diagram::{Amount, Matters};
use model::edit::CardField;
use model::{Card, Level, Project, Status, TextField};

use super::Subject;
use super::address::AddressField;
use super::segments::Segments;
use super::tags::Tags;
use super::whole::{Kind, WholeField};
use crate::diagram::live_field::{LiveField, Rows};
use crate::language::say;
use crate::pages::project::card_menu::set_level;
use crate::ui::unique_id;

const STATUSES: [Status; 6] =
    [Status::Suggested, Status::Planned, Status::Testing, Status::Adopted, Status::Parked, Status::Stopped];
const AMOUNTS: [Amount; 2] = [Amount::Low, Amount::High];
const MATTERS: [Matters; 3] = [Matters::Yes, Matters::No, Matters::Unsure];

/// The fields. Status, impact and effort are asked of change ideas, and shown wherever one of them was said.
#[component]
pub fn Fields(
    /// The card.
    subject: Subject,
) -> impl IntoView {
    let asked = subject.part(asked);
    view! {
        <div class="details__pair">
            <Show when=move || asked.get()><StatusField subject /></Show>
            <OwnerField subject />
        </div>
        <Show when=move || asked.get()><Ratings subject /></Show>
        <Note subject />
        <Tags subject />
        <AddressField subject />
        <LevelField subject />
    }
}

/// Whether a card is asked for what is said of change ideas.
fn asked(card: &Card) -> bool {
    let said =
        card.status.is_some() || card.impact.is_some() || card.effort.is_some() || card.matters.is_some();
    card.level == Level::Idea || said
}

#[component]
fn StatusField(subject: Subject) -> impl IntoView {
    let now = subject.part(|card| card.status);
    let id = unique_id("status");
    let chosen = move |event| subject.set(CardField::Status(event_target_value(&event).parse().ok()));
    let option = move |status: Status| {
        view! { <option value=status.as_str() prop:selected=move || now.get() == Some(status)>{say().status(status)}</option> }
    };
    view! {
        <div class="field" data-status-field>
            <label class="field__label" for=id.clone()>{say().details_status()}</label>
            <select id=id class="field__input" on:change=chosen>
                <option value="" prop:selected=move || now.get().is_none()>{say().details_not_said()}</option>
                {STATUSES.map(option).collect_view()}
            </select>
        </div>
    }
}

#[component]
fn OwnerField(subject: Subject) -> impl IntoView {
    let value = subject.part(|card| card.owner.clone());
    let finish = move |written: String| {
        subject.set(CardField::Owner(written.trim().to_owned()));
        None
    };
    view! { <WholeField label=say().details_owner() value kind=Kind::Line(owners) finish /> }
}

/// The owners of all cards that are there.
fn owners(project: &Project) -> BTreeSet<String> {
    let cards = project.cards.values().filter(|card| card.deleted.is_none() && !card.owner.is_empty());
    cards.map(|card| card.owner.clone()).collect()
}

/// Impact, effort, and whether it matters to people using the service.
#[component]
fn Ratings(subject: Subject) -> impl IntoView {
    let impact = subject.part(|card| card.impact.map_or("", Amount::as_str));
    let effort = subject.part(|card| card.effort.map_or("", Amount::as_str));
    let matters = subject.part(|card| card.matters.map_or("", Matters::as_str));
    let amounts = || with_none(AMOUNTS.map(|amount| (amount.as_str(), say().amount(amount))));
    view! {
        <Segments label=say().details_impact() options=amounts() now=impact
            on_choose=move |name: &'static str| subject.set(CardField::Impact(name.parse().ok())) />
        <Segments label=say().details_effort() options=amounts() now=effort
            on_choose=move |name: &'static str| subject.set(CardField::Effort(name.parse().ok())) />
        <Segments label=say().details_matters() now=matters
            options=with_none(MATTERS.map(|matters| (matters.as_str(), say().matters(matters))))
            on_choose=move |name: &'static str| subject.set(CardField::Matters(name.parse().ok())) />
    }
}

/// What can be said, and that nothing is.
fn with_none<const COUNT: usize>(
    said: [(&'static str, &'static str); COUNT],
) -> Vec<(&'static str, &'static str)> {
    [("", say().details_not_said())].into_iter().chain(said).collect()
}

#[component]
fn Note(subject: Subject) -> impl IntoView {
    let note = subject.part(|card| card.note.clone());
    let id = unique_id("note");
    let field = TextField::CardNote(subject.id());
    view! {
        <div class="field">
            <div class="details__label">
                <label class="field__label" for=id.clone()>{say().details_note()}</label>
                <WritesHere subject field=field.clone() />
            </div>
            <LiveField field text=note rows=Rows::Prose(4) attr:id=id attr:class="field__input" attr:placeholder=say().details_note_hint()
                attr:data-card-note="" />
        </div>
    }
}

/// Who else writes in a field.
#[component]
fn WritesHere(subject: Subject, field: TextField) -> impl IntoView {
    let writers = Memo::new(move |_| {
        subject.state.presence.others.with(|others| {
            let writes = others
                .iter()
                .filter(|other| other.presence.caret.as_ref().is_some_and(|caret| caret.field == field));
            writes.map(|other| (other.presence.name.clone(), other.presence.color)).collect::<Vec<_>>()
        })
    });
    let tag = |(name, hue): (String, u8)| {
        view! { <span class="details__writer" data-hue=hue.to_string()>{say().details_writes_here(&name)}</span> }
    };
    move || writers.get().into_iter().map(tag).collect_view()
}

/// The column; the aim has one of its own.
#[component]
fn LevelField(subject: Subject) -> impl IntoView {
    let now = subject.part(|card| card.level);
    let select = NodeRef::<html::Select>::new();
    let id = unique_id("level");
    let chosen = move |_| {
        let Some(element) = select.get_untracked() else { return };
        if let Ok(level) = element.value().parse() {
            set_level(subject.state, &subject.id(), level);
        }
        // What was refused is not shown as chosen.
        element.set_value(now.get_untracked().as_str());
    };
    let option = move |level: Level| {
        view! { <option value=level.as_str() prop:selected=move || now.get() == level>{say().level(level)}</option> }
    };
    let levels = move || Level::ALL[1..].iter().map(|level| option(*level)).collect_view();
    view! {
        <Show when=move || now.get() != Level::Aim>
            <div class="field">
                <label class="field__label" for=id.clone()>{say().details_level()}</label>
                <select id=id.clone() class="field__input" node_ref=select on:change=chosen>{levels()}</select>
            </div>
        </Show>
    }
}
