//! The numbers as files for other programs: CSV, made here, and a workbook, made by the relay.

use leptos::prelude::*;
use leptos::task::spawn_local;
use model::MeasureId;

use super::edit::{Subject, named};
use crate::api::{self, Failure, WORKBOOK};
use crate::language::say;
use crate::pages::project::{Address, save};
use crate::state::ProjectState;
use crate::state::session::{LAST, Notice};
use crate::sync::Saved;
use crate::ui::{Button, Icon, Kind as Tone};

/// Saves one measure, or all of them.
#[component]
pub fn SaveMeasures(
    /// The measure; all where there is none.
    #[prop(optional)]
    subject: Option<Subject>,
) -> impl IntoView {
    let (state, address) = (ProjectState::expect(), Address::expect());
    let busy = RwSignal::new(false);
    let table = move |()| match subject {
        Some(subject) => csv(&state, &subject_name(subject), &subject.now(exchange::observations::write)),
        None => {
            let all = state.document.with_project(|project| {
                let plan = state.document.measures.get_untracked();
                exchange::observations::write_all(plan.iter().filter_map(|id| project.measures.get(id)))
            });
            csv(&state, &title(&state), &all);
        }
    };
    let workbook = move |()| {
        if busy.get_untracked() {
            return;
        }
        if state.session.saved.get_untracked() != Saved::Relay {
            return state.session.notify(Notice::text(say().measures_excel_unsaved()).about(LAST));
        }
        let (name, measure) = match subject {
            Some(subject) => (subject_name(subject), Some(subject.id())),
            None => (title(&state), None),
        };
        let address = address.clone();
        busy.set(true);
        spawn_local(async move {
            let made = made(&address, measure).await;
            // Whoever has left the page still gets the file.
            busy.try_set(false);
            match made {
                Ok(bytes) => save::file(&state, save::bytes(&bytes, WORKBOOK), &format!("{name}.xlsx")),
                Err(failure) => state.session.notify(Notice::text(failure.to_string()).about(LAST)),
            }
        });
    };
    view! {
        <Button label=say().measures_save_csv() icon=Icon::Download kind=Tone::Quiet on_press=table />
        <Button label=say().measures_save_excel() icon=Icon::Download kind=Tone::Quiet blocked=busy on_press=workbook />
    }
}

async fn made(address: &Address, measure: Option<MeasureId>) -> Result<Vec<u8>, Failure> {
    let part = measure.map_or("measures".to_owned(), |id| format!("measure:{id}"));
    api::export((&address.id, &address.key), "xlsx", &part).await
}

fn csv(state: &ProjectState, name: &str, text: &str) {
    // The mark at its beginning tells spreadsheets that it is UTF-8.
    save::file(state, save::blob(&format!("\u{feff}{text}"), "text/csv"), &format!("{name}.csv"));
}

fn subject_name(subject: Subject) -> String {
    save::plain_words(&named(&subject.now(|measure| measure.name.clone())))
}

fn title(state: &ProjectState) -> String {
    save::plain_words(&format!("{} – {}", state.document.title.get_untracked(), say().measures_title()))
}
