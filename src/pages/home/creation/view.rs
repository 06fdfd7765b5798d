//! What one sees while a project is being made, when it was not, and when a key is asked for.

use leptos::{ev, prelude::*};

use super::{Creation, Stage};
use crate::language::say;
use crate::ui::{Button, Dialog, Field, Icon, IconView, Kind, Lines};

/// One line: what is going on, or what went wrong and what can be done.
#[component]
pub fn Progress() -> impl IntoView {
    let creation = Creation::expect();
    move || match creation.stage.get() {
        Stage::Quiet => ().into_any(),
        Stage::Working(doing) => view! {
            <p class="banner home__doing">
                <IconView icon=Icon::Saving />
                <span class="banner__text">{doing}</span>
            </p>
        }
        .into_any(),
        Stage::Failed(sentence) => view! { <Failed sentence=sentence /> }.into_any(),
    }
}

#[component]
fn Failed(sentence: String) -> impl IntoView {
    let creation = Creation::expect();
    let can_repeat = creation.wanted.with_value(Option::is_some);
    let repeat =
        can_repeat.then(|| view! { <Button label=say().home_again() on_press=move |()| creation.again() /> });
    view! {
        <div class="banner" data-tone="error" role="alert">
            <IconView icon=Icon::Warning />
            <p class="banner__text">{sentence}</p>
            {repeat}
            <Button label=say().ui_close() kind=Kind::Quiet on_press=move |()| creation.rest() />
        </div>
    }
}

/// Asks for the creation key and makes what was wanted.
#[component]
pub fn AskKey() -> impl IntoView {
    let creation = Creation::expect();
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        creation.key.update(|key| *key = key.trim().to_owned());
        creation.asking.set(false);
        creation.again();
    };
    view! {
        <Dialog title=say().home_key_needed() open=creation.asking>
            <form class="home__form" on:submit=send>
                <Field
                    label=say().home_key()
                    value=creation.key
                    hint=say().home_key_hint()
                    error=creation.key_error
                    lines=Lines::Secret
                    focus=true
                />
                <p class="dialog__foot">
                    <button type="submit" class="button" data-kind="filled">
                        {say().home_key_use()}
                    </button>
                </p>
            </form>
        </Dialog>
    }
}
