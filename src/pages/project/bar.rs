//! The first row: what this is, how safe it is, who is here, and what one does with all of it.

use leptos::prelude::*;
use model::role::Action;
use model::{Change, Edit, Role, TextField};

use super::save;
use crate::diagram::commands;
use crate::diagram::keys::Command;
use crate::state::ProjectState;
use crate::state::session::Dialog;
use crate::sync::Saved;
use crate::ui::mark::Mark;
use crate::ui::{Button, Choice, Icon, IconButton, IconSize, IconView, Item, Kind, MenuButton};

/// The bar of a project.
#[component]
pub fn Bar() -> impl IntoView {
    let state = ProjectState::expect();
    let steps = state.session.steps;
    let show = move |dialog: Dialog| state.session.dialog.set(Some(dialog));
    view! {
        <header class="bar">
            <a class="bar__home" href="/" aria-label="Tributary: start page" title="Start page"><Mark /></a>
            <Title />
            <SavedState />
            <span class="role">{move || role_words(state.role.get())}</span>
            <span class="bar__space"></span>
            <super::here::People />
            <div class="bar__group">
                <IconButton label="Undo" keys="Ctrl+Z" icon=Icon::Undo blocked=Signal::derive(move || !steps.get().0)
                    on_press=move |()| commands::run(&state, Command::Undo) />
                <IconButton label="Redo" keys="Ctrl+Y" icon=Icon::Redo blocked=Signal::derive(move || !steps.get().1)
                    on_press=move |()| commands::run(&state, Command::Redo) />
            </div>
            <Button label="Share" icon=Icon::Share kind=Kind::Filled on_press=move |()| show(Dialog::Share) />
            <MenuButton label="More" icon=Icon::More items=Callback::new(move |()| menu(state)) />
            <IconButton attr:data-wide="" label="Keys" keys="Ctrl+/" icon=Icon::Help on_press=move |()| show(Dialog::Keys) />
        </header>
    }
}

/// The title, edited in place by whoever may.
#[component]
fn Title() -> impl IntoView {
    let state = ProjectState::expect();
    let known = StoredValue::new(String::new());
    let title = move || {
        let title = state.document.title.get();
        known.set_value(title.clone());
        title
    };
    Effect::new(move |_| {
        let title = state.document.title.get();
        document().set_title(&if title.is_empty() {
            "Tributary".to_owned()
        } else {
            format!("{title} – Tributary")
        });
    });
    let typed = move |event| {
        let (before, after) = (known.get_value(), event_target_value(&event));
        let caret = u32::try_from(after.encode_utf16().count()).unwrap_or(u32::MAX);
        if let Some(change) = ::document::text::change(&before, &after, caret) {
            known.set_value(after);
            state.dispatch(&Edit::one(Change::Text(TextField::Title, change)));
        }
    };
    view! {
        <input class="bar__title" type="text" aria-label="Title of the project" placeholder="Untitled project"
            autocomplete="off" maxlength="300" prop:value=title on:input=typed on:blur=move |_| state.seal()
            readonly=move || !state.role.get().may(Action::Edit) />
    }
}

/// How safe my work is, in words.
#[component]
fn SavedState() -> impl IntoView {
    let state = ProjectState::expect();
    let saved = state.session.saved;
    view! {
        <span class="saved" role="status" data-saved=move || saved_row(saved.get()).0 title=move || saved_row(saved.get()).1>
            {move || view! { <IconView icon=saved_row(saved.get()).2 size=IconSize::Small /> }}
            <span class="saved__words">{move || saved_row(saved.get()).1}</span>
        </span>
    }
}

/// A state's name for scripts, its words, and its icon.
fn saved_row(saved: Saved) -> (&'static str, &'static str, Icon) {
    match saved {
        Saved::Relay => ("relay", "Saved", Icon::Saved),
        Saved::Saving => ("device", "Saving…", Icon::Saving),
        Saved::Device => ("offline", "Saved on this device – no connection", Icon::Offline),
        Saved::Held => ("offline", "Saved on this device – not sent", Icon::Offline),
        Saved::Not => ("none", "Not saved – keep this page open", Icon::Warning),
    }
}

/// What a role may do, in the words of Share.
pub fn role_words(role: Role) -> &'static str {
    match role {
        Role::Owner => "You own this",
        Role::Editor => "You can edit",
        Role::Contributor => "You can add ideas",
        Role::Viewer => "You can read",
    }
}

fn menu(state: ProjectState) -> Vec<Item> {
    let show = move |dialog: fn() -> Dialog| move || state.session.dialog.set(Some(dialog()));
    vec![
        Choice::new("Save as a file", move || save::project(&state)).icon(Icon::Download).into(),
        Choice::new("Save the picture (SVG)", move || save::picture(&state)).icon(Icon::Picture).into(),
        Item::Rule,
        Choice::new("Deleted cards", show(|| Dialog::Deleted)).icon(Icon::Delete).into(),
        Choice::new("Your name", show(|| Dialog::Name)).icon(Icon::Person).into(),
        Choice::new("Keys", show(|| Dialog::Keys)).icon(Icon::Help).keys("Ctrl+/").into(),
    ]
}
