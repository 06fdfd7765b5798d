//! A new measure: its kind, and a name that begins as names of measures do.

use leptos::prelude::*;
use model::measure::Kind;

use super::edit;
use super::plan::{KINDS, kind_options};
use crate::language::say;
use crate::pages::project::details::segments::Segments;
use crate::state::ProjectState;
use crate::ui::{Button, Field, Icon, Kind as Tone, focus_at};

/// The form.
#[component]
pub fn Add() -> impl IntoView {
    let state = ProjectState::expect();
    let name = RwSignal::new(String::new());
    let fault = RwSignal::new("");
    let kind = RwSignal::new(next_kind(&state));
    let add = move || {
        if name.with_untracked(|name| name.trim().is_empty()) {
            fault.set(say().measures_name_missing());
            focus_at(".measures__add input[type=text]");
            return;
        }
        edit::add(&state, &name.get_untracked(), Some(kind.get_untracked()));
    };
    let begin = move |words: &'static str| {
        view! {
            <Button label=words kind=Tone::Quiet on_press=move |()| {
                name.update(|name| *name = begun(name, words));
                fault.set("");
                focus_at(".measures__add input[type=text]");
            } />
        }
    };
    let beginnings = edit::begins().map(|(words, ..)| words);
    let now = Signal::derive(move || kind.get().as_str());
    view! {
        <section class="measures__add" aria-label=say().measures_add_title()>
            <h2>{say().measures_add_title()}</h2>
            <Segments label=say().measures_kind() now options=kind_options()
                on_choose=move |name: &'static str| kind.set(name.parse().unwrap_or(Kind::Process)) />
            <p class="measures__hint">{move || hint(kind.get())}</p>
            <Field label=Signal::derive(|| say().measures_name().to_owned()) value=name
                hint=Signal::derive(|| say().measures_name_hint().to_owned())
                error=Signal::derive(move || fault.get().to_owned()) longest=300
                on:keydown=move |event: web_sys::KeyboardEvent| {
                    if event.key() == "Enter" && !event.is_composing() {
                        event.prevent_default();
                        add();
                    }
                } />
            <div class="measures__begin" role="group" aria-label=say().measures_begins()>
                {beginnings.map(begin).collect_view()}
            </div>
            <Button label=say().measures_add() icon=Icon::Plus kind=Tone::Filled on_press=move |()| add() />
        </section>
    }
}

/// What a measure of this kind watches.
fn hint(kind: Kind) -> &'static str {
    match kind {
        Kind::Outcome => say().measures_hint_outcome(),
        Kind::Process => say().measures_hint_process(),
        Kind::Balancing => say().measures_hint_balancing(),
    }
}

/// The first kind that the family lacks.
fn next_kind(state: &ProjectState) -> Kind {
    state.document.with_project(|project| {
        let has = |kind: &Kind| {
            project.measures.values().any(|one| one.deleted.is_none() && one.kind == Some(*kind))
        };
        KINDS.into_iter().find(|kind| !has(kind)).unwrap_or(Kind::Process)
    })
}

/// A name with another beginning: what was chosen before goes, what was typed stays.
fn begun(name: &str, beginning: &str) -> String {
    let others = edit::begins().map(|(words, ..)| words);
    let stem = |words: &str| words.trim_end_matches('…').to_owned();
    let rest = others.iter().find_map(|other| name.strip_prefix(&stem(other))).unwrap_or(name);
    format!("{}{}", stem(beginning), rest.trim_start())
}
