//! The five examples, by title and in one line each; one opens as a copy.

use exchange::{EXAMPLES, Example};
use gloo_net::http::Request;
use leptos::{prelude::*, task::spawn_local};

use crate::language::say;
use crate::pages::home::creation::{Creation, Wanted};
use crate::ui::{Dialog, Icon, IconView};

/// The dialog.
#[component]
pub fn Examples(
    /// Whether it is open
    open: RwSignal<bool>,
) -> impl IntoView {
    let creation = Creation::expect();
    let row = move |example: Example| {
        let press = move |_| {
            open.set(false);
            copy(creation, example);
        };
        view! {
            <li>
                <button type="button" class="example" on:click=press>
                    <IconView icon=Icon::Picture />
                    <span class="example__words">
                        <span class="example__title" lang="en-GB">{example.title}</span>
                        <span class="example__about">{say().example_about(example.name)}</span>
                    </span>
                    <IconView icon=Icon::ChevronRight />
                </button>
            </li>
        }
    };
    view! {
        <Dialog title=say().home_example() open=open>
            <p class="dialog__text">{say().home_examples_hint()}</p>
            <ul class="examples">{EXAMPLES.into_iter().map(row).collect_view()}</ul>
        </Dialog>
    }
}

fn copy(creation: Creation, example: Example) {
    creation.begin(say().home_fetching());
    spawn_local(async move {
        match fetched(example).await {
            Some(json) => creation.make(Wanted {
                title: example.title.to_owned(),
                json: Some(json),
                ..Wanted::default()
            }),
            None => creation.fail(say().home_example_missing()),
        }
    });
}

async fn fetched(example: Example) -> Option<String> {
    let answer = Request::get(&format!("/examples/{}.json", example.name)).send().await.ok()?;
    if answer.ok() { answer.text().await.ok() } else { None }
}
