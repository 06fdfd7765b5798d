//! A field whose text is set as a whole, once one has finished it. While one writes, what others set waits.

use std::collections::BTreeSet;

use leptos::{either::Either, ev, prelude::*};
use model::Project;

use crate::state::ProjectState;
use crate::ui::{Icon, IconSize, IconView, unique_id};

/// How the text is asked for.
#[derive(Clone, Copy)]
pub enum Kind {
    /// One line, with words that others have written in such fields.
    Line(fn(&Project) -> BTreeSet<String>),
    /// One line that is an address.
    Address,
    /// A few lines.
    Prose,
}

/// The field.
#[component]
pub fn WholeField(
    /// What is asked.
    label: &'static str,
    /// What it says now.
    #[prop(into)]
    value: Signal<String>,
    /// How it is asked for.
    kind: Kind,
    /// Sets what was written, or says what is wrong with it: then it stays in the field.
    #[prop(into)]
    finish: Callback<String, Option<&'static str>>,
) -> impl IntoView {
    let state = ProjectState::expect();
    let draft = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<&'static str>);
    let used = RwSignal::new(BTreeSet::new());
    let (input, list, wrong) = (unique_id("whole"), unique_id("used"), unique_id("wrong"));
    let done = move || {
        // A field that is taken from the page loses the focus after everything of it is gone.
        let Some(Some(written)) = draft.try_get_untracked() else { return };
        let said = finish.run(written);
        fault.set(said);
        if said.is_none() {
            draft.set(None);
        }
    };
    let shown = move || draft.get().unwrap_or_else(|| value.get());
    let invalid = move || fault.get().map(|_| "true");
    let described = {
        let wrong = wrong.clone();
        move || fault.get().map(|_| wrong.clone())
    };
    let listeners = (
        ev::on(ev::input, move |event| draft.set(Some(event_target_value(&event)))),
        ev::on(ev::change, move |_| done()),
        ev::on(ev::blur, move |_| done()),
        ev::on(ev::focus, move |_| {
            if let Kind::Line(words) = kind {
                used.set(state.document.with_project(words));
            }
        }),
    );
    let field = if matches!(kind, Kind::Prose) {
        Either::Left(view! {
            <textarea {..listeners} id=input.clone() class="field__input" rows="2" maxlength="2000" prop:value=shown></textarea>
        })
    } else {
        let mode = if matches!(kind, Kind::Address) { "url" } else { "text" };
        Either::Right(view! {
            <input {..listeners} id=input.clone() class="field__input" type="text" inputmode=mode maxlength="2000" autocomplete="off" list=list.clone()
                aria-invalid=invalid aria-describedby=described prop:value=shown />
        })
    };
    view! {
        <div class="field">
            <label class="field__label" for=input>{label}</label>
            {field}
            <datalist id=list>
                {move || used.get().into_iter().map(|word| view! { <option value=word></option> }).collect_view()}
            </datalist>
            {move || fault.get().map(|words| view! {
                <p class="field__error" id=wrong.clone() role="alert"><IconView icon=Icon::Warning size=IconSize::Small /><span>{words}</span></p>
            })}
        </div>
    }
}
