//! The first row: what this is, how safe it is, who is here, and what one does with all of it.

use leptos::prelude::*;
use model::{Role, TextField};
use words::Language;

use super::{advice, pictures, print, save};
use crate::diagram::commands;
use crate::diagram::keys::Command;
use crate::diagram::live_field::{LiveField, Rows};
use crate::language::{change, say};
use crate::state::ProjectState;
use crate::state::session::{Dialog, Pictured};
use crate::sync::{LineState, Saved};
use crate::ui::mark::Mark;
use crate::ui::menu::State;
use crate::ui::{Button, Choice, Icon, IconButton, IconSize, IconView, Item, Kind, MenuButton};

/// The bar of a project.
#[component]
pub fn Bar() -> impl IntoView {
    let state = ProjectState::expect();
    let steps = state.session.steps;
    let show = move |dialog: Dialog| state.session.dialog.set(Some(dialog));
    view! {
        <header class="bar">
            <a class="bar__home" href="/" aria-label=say().project_home() title=say().project_start_page()><Mark /></a>
            <Title />
            <SavedState />
            <span class="bar__try" data-wide=""><TryNow /></span>
            <span class="role">{move || role_words(state.role.get())}</span>
            <span class="bar__space"></span>
            <super::here::People />
            <div class="bar__group">
                <IconButton label=say().project_undo() keys="Ctrl+Z" icon=Icon::Undo blocked=Signal::derive(move || !steps.get().0)
                    on_press=move |()| commands::run(&state, Command::Undo) />
                <IconButton label=say().project_redo() keys="Ctrl+Y" icon=Icon::Redo blocked=Signal::derive(move || !steps.get().1)
                    on_press=move |()| commands::run(&state, Command::Redo) />
            </div>
            <Button label=say().share_title() icon=Icon::Share kind=Kind::Filled on_press=move |()| show(Dialog::Share) />
            <MenuButton label=say().project_more() icon=Icon::More items=Callback::new(move |()| menu(state)) />
            <IconButton attr:data-wide="" label=say().keys_title() keys="Ctrl+/" icon=Icon::Help on_press=move |()| show(Dialog::Keys) />
        </header>
    }
}

/// The title, edited in place by whoever may.
#[component]
fn Title() -> impl IntoView {
    let state = ProjectState::expect();
    Effect::new(move |_| {
        let title = state.document.title.get();
        document().set_title(&if title.is_empty() {
            "Tributary".to_owned()
        } else {
            say().project_page_title(&title)
        });
    });
    view! {
        <LiveField field=TextField::Title text=state.document.title rows=Rows::One
            attr:class="bar__title" attr:aria-label=say().project_title() attr:placeholder=say().project_untitled()
            attr:maxlength="300" />
    }
}

/// On a narrow screen, what the first row has no room to say in words.
#[component]
pub fn Strip() -> impl IntoView {
    let state = ProjectState::expect();
    let words = move || saved_row(state.session.saved.get()).1;
    view! {
        <div class="strip">
            <span class="strip__saved" aria-hidden="true" hidden=move || is_closed(&state)>{words}</span>
            <span aria-hidden="true">{move || role_words(state.role.get())}</span>
            <TryNow />
        </div>
    }
}

/// Ends the pause before the next try to reach the relay.
#[component]
fn TryNow() -> impl IntoView {
    let state = ProjectState::expect();
    let waiting = move || state.session.line.get() == LineState::Waiting;
    view! {
        <Show when=waiting>
            <Button label=say().project_try_now() kind=Kind::Link on_press=move |()| state.try_now() />
        </Show>
    }
}

fn is_closed(state: &ProjectState) -> bool {
    state.session.saved.get() == Saved::Relay && matches!(state.session.line.get(), LineState::Closed(_))
}

/// How safe my work is, in words; nothing where there is no work and no line.
#[component]
fn SavedState() -> impl IntoView {
    let state = ProjectState::expect();
    let saved = state.session.saved;
    view! {
        <span class="saved" role="status" hidden=move || is_closed(&state) data-saved=move || saved_row(saved.get()).0 title=move || saved_row(saved.get()).1>
            {move || view! { <IconView icon=saved_row(saved.get()).2 size=IconSize::Small /> }}
            <span class="saved__words">{move || saved_row(saved.get()).1}</span>
        </span>
    }
}

/// A state's name for scripts, its words, and its icon.
fn saved_row(saved: Saved) -> (&'static str, &'static str, Icon) {
    match saved {
        Saved::Relay => ("relay", say().saved_relay(), Icon::Saved),
        Saved::Saving => ("device", say().saved_saving(), Icon::Saving),
        Saved::Device => ("offline", say().saved_device(), Icon::Offline),
        Saved::Held => ("offline", say().saved_held(), Icon::Offline),
        Saved::Not => ("none", say().saved_not(), Icon::Warning),
    }
}

/// What a role may do, in the words of Share.
pub fn role_words(role: Role) -> &'static str {
    match role {
        Role::Owner => say().role_owner(),
        Role::Editor => say().role_editor(),
        Role::Contributor => say().role_contributor(),
        Role::Viewer => say().role_viewer(),
    }
}

/// The language this page is not in, by its own name.
fn other_language() -> Item {
    let other = match say().language() {
        Language::English => Language::Welsh,
        Language::Welsh => Language::English,
    };
    Choice::new(other.own_name(), move || change(other)).into()
}

fn menu(state: ProjectState) -> Vec<Item> {
    let show = move |dialog: fn() -> Dialog| move || state.session.dialog.set(Some(dialog()));
    let mut items = vec![
        Choice::new(say().project_save_file(), move || save::project(&state)).icon(Icon::Download).into(),
        Choice::new(say().pictures_copy_slide(), move || pictures::copy_slide(state)).icon(Icon::Copy).into(),
        Choice::new(say().pictures_open(), show(|| Dialog::Pictures(Pictured::Screen)))
            .icon(Icon::Picture)
            .into(),
        Choice::new(say().pictures_print(), print::print).icon(Icon::File).into(),
        Item::Rule,
        Choice::new(say().project_redo(), move || commands::run(&state, Command::Redo))
            .icon(Icon::Redo)
            .keys("Ctrl+Y")
            .into(),
        Choice::new(say().advice_title(), move || advice::open(&state)).icon(Icon::Tick).into(),
        Choice::new(say().deleted_title(), show(|| Dialog::Deleted)).icon(Icon::Delete).into(),
        Choice::new(say().people_name(), show(|| Dialog::Name)).icon(Icon::Person).into(),
        Choice::new(say().keys_title(), show(|| Dialog::Keys)).icon(Icon::Help).keys("Ctrl+/").into(),
        other_language(),
    ];
    if state.role.get_untracked() == Role::Owner {
        let delete = Choice::new(say().project_delete(), show(|| Dialog::DeleteProject)).icon(Icon::Delete);
        items.extend([Item::Rule, delete.state(State::Danger).into()]);
    }
    items
}
