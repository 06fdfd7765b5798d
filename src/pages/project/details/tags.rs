//! Words that a card can be found by.

use std::collections::BTreeSet;

use leptos::{html, prelude::*};
use model::edit::Presence;
use model::{Change, Edit, Project};

use super::Subject;
use crate::language::say;
use crate::ui::{Icon, IconSize, IconView, focus, unique_id};

/// A longer tag is cut here.
const LONGEST: usize = 40;

/// The tags of a card: each with a way to take it away, and a field for more.
#[component]
pub fn Tags(
    /// The card.
    subject: Subject,
) -> impl IntoView {
    let state = subject.state;
    let tags = subject.part(|card| card.tags.clone());
    let written = RwSignal::new(String::new());
    let used = RwSignal::new(BTreeSet::new());
    let field = NodeRef::<html::Input>::new();
    let (id, list, hint) = (unique_id("tag"), unique_id("tags"), unique_id("tag-hint"));
    let change = move |new: &[String], presence: Presence| {
        let card = subject.id();
        let edit: Edit = new.iter().map(|tag| Change::Tag(card.clone(), tag.clone(), presence)).collect();
        state.dispatch(&edit);
    };
    let add = move || {
        // A field that is taken from the page loses the focus after everything of it is gone.
        let Some(text) = written.try_get_untracked().filter(|text| !text.trim().is_empty()) else { return };
        written.set(String::new());
        // A comma alone leaves the signal as it was, and the field with the comma.
        if let Some(field) = field.get_untracked() {
            field.set_value("");
        }
        let mut new = read(&text, &state.document.with_project(in_use));
        new.retain(|tag| !tags.with_untracked(|tags| tags.contains(tag)));
        change(&new, Presence::Present);
        if !new.is_empty() {
            state.session.live.say(say().details_tag_added(&new.join(", ")));
        }
    };
    let typed = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        let ends = text.contains(',');
        written.set(text);
        if ends {
            add();
        }
    };
    let remove = move |tag: String| {
        change(std::slice::from_ref(&tag), Presence::Absent);
        state.session.live.say(say().details_tag_removed(&tag));
        if let Some(field) = field.get_untracked() {
            focus(&field);
        }
    };
    let chip = move |tag: String| {
        let gone = tag.clone();
        view! {
            <li class="tag">
                <span class="tag__text">{tag.clone()}</span>
                <button type="button" class="tag__remove" aria-label=say().details_tag_remove(&tag) title=say().details_tag_remove(&tag)
                    on:click=move |_| remove(gone.clone())><IconView icon=Icon::Close size=IconSize::Small /></button>
            </li>
        }
    };
    let enter = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            add();
        }
    };
    view! {
        <div class="field" data-tags>
            <label class="field__label" for=id.clone()>{say().details_tags()}</label>
            <Show when=move || !tags.read().is_empty()>
                <ul class="tags"><For each=move || tags.get() key=String::clone let:tag>{chip(tag)}</For></ul>
            </Show>
            <input id=id class="field__input" type="text" autocomplete="off" maxlength="200" list=list.clone() placeholder=say().details_tag_add()
                aria-describedby=hint.clone() node_ref=field prop:value=written on:input=typed on:keydown=enter on:blur=move |_| add()
                on:focus=move |_| used.set(state.document.with_project(in_use)) />
            <p class="unseen" id=hint>{say().details_tag_hint()}</p>
            <datalist id=list>
                {move || used.get().into_iter().map(|tag| view! { <option value=tag></option> }).collect_view()}
            </datalist>
        </div>
    }
}

/// The tags of all cards that are there.
fn in_use(project: &Project) -> BTreeSet<String> {
    let cards = project.cards.values().filter(|card| card.deleted.is_none());
    cards.flat_map(|card| card.tags.iter().cloned()).collect()
}

/// What was typed, as tags: commas stand between them, spaces count once, and one that is in use keeps its capitals.
fn read(text: &str, used: &BTreeSet<String>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for part in text.split(',') {
        let words: Vec<&str> =
            part.split(|letter: char| letter.is_whitespace() || letter.is_control()).collect();
        let words = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let tag: String = words.chars().take(LONGEST).collect::<String>().trim_end().to_owned();
        let same = |other: &&String| other.to_lowercase() == tag.to_lowercase();
        if !tag.is_empty() && !tags.iter().any(|other| same(&other)) {
            tags.push(used.iter().find(same).cloned().unwrap_or(tag));
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i2_what_is_typed_becomes_tags() {
        let used = BTreeSet::from(["Night shift".to_owned(), "ED".to_owned()]);
        let long = "x".repeat(60);
        for (text, expected) in [
            ("", vec![]),
            (" , ,", vec![]),
            ("flow", vec!["flow"]),
            ("flow,", vec!["flow"]),
            ("  on  the\tward ", vec!["on the ward"]),
            ("flow, Flow, staffing", vec!["flow", "staffing"]),
            ("night SHIFT, ed", vec!["Night shift", "ED"]),
            ("C#, a/b>c", vec!["C#", "a/b>c"]),
            (long.as_str(), vec![&long[..LONGEST]]),
        ] {
            assert_eq!(read(text, &used), expected, "{text}");
        }
    }
}
