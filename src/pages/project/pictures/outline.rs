//! The same diagram as text: for a message, or for a file that reads back.

use leptos::{prelude::*, task::spawn_local};
use model::Level;

use super::super::save;
use super::{PICTURES, names};
use crate::days::today_in_words;
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::Notice;
use crate::ui::{Button, Icon, copied};

/// What can be done with the outline.
#[component]
pub fn OutlineAsText() -> impl IntoView {
    let state = ProjectState::expect();
    view! {
        <section class="pictures__outline">
            <h3 class="pictures__heading">{say().pictures_outline()}</h3>
            <p class="pictures__hint">{say().pictures_outline_hint()}</p>
            <div class="pictures__row">
                <Button label=say().pictures_copy_outline() icon=Icon::Copy on_press=move |()| copy(state) />
                <Button label=say().pictures_save_outline() icon=Icon::Download on_press=move |()| save_file(&state) />
            </div>
        </section>
    }
}

fn copy(state: ProjectState) {
    let project = state.with_document(|document| document.project());
    let text =
        exchange::outline::write_bullets(&project, say().level(Level::Idea), say().outline_not_linked());
    spawn_local(async move {
        let told = match copied(&text).await {
            true => say().pictures_copied_outline(),
            false => say().pictures_not_copied_outline(),
        };
        state.session.notify(Notice::text(told).about(PICTURES));
    });
}

fn save_file(state: &ProjectState) {
    let project = state.with_document(|document| document.project());
    let text = exchange::outline::write_project(&project, say().outline_not_linked());
    let name = format!("{}.txt", names::file_name(say(), (&project.title, &today_in_words()), None));
    save::file(state, save::blob(&text, "text/plain;charset=utf-8"), &name);
}
