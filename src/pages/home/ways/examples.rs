//! The five examples, by title and in one line each; one opens as a copy.

use exchange::{EXAMPLES, Example};
use gloo_net::http::Request;
use leptos::{prelude::*, task::spawn_local};

use crate::pages::home::creation::{Creation, Wanted};
use crate::pages::home::words::{making, ways as words};
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
                        <span class="example__title">{example.title}</span>
                        <span class="example__about">{example.about}</span>
                    </span>
                    <IconView icon=Icon::ChevronRight />
                </button>
            </li>
        }
    };
    view! {
        <Dialog title=words::EXAMPLES open=open close_label=making::CLOSE>
            <p class="dialog__text">{words::EXAMPLES_HINT}</p>
            <ul class="examples">{EXAMPLES.into_iter().map(row).collect_view()}</ul>
        </Dialog>
    }
}

fn copy(creation: Creation, example: Example) {
    creation.begin(making::FETCHING);
    spawn_local(async move {
        match fetched(example).await {
            Some(json) => creation.make(Wanted {
                title: example.title.to_owned(),
                json: Some(json),
                ..Wanted::default()
            }),
            None => creation.fail(making::EXAMPLE_MISSING),
        }
    });
}

async fn fetched(example: Example) -> Option<String> {
    let answer = Request::get(&format!("/examples/{}.json", example.name)).send().await.ok()?;
    if answer.ok() { answer.text().await.ok() } else { None }
}
