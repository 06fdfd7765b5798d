//! The first row: what this is, how safe it is, who is here, and what one does with all of it.

use leptos::prelude::*;
use model::{Role, TextField};

use super::offers::{Group, Here, OFFERS, Offer};
use crate::diagram::commands;
use crate::diagram::keys::{Command, shown_for};
use crate::diagram::live_field::{LiveField, Rows};
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::Dialog;
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
            <super::sections::Sections />
            <span class="bar__space"></span>
            <super::here::People />
            <div class="bar__group">
                <IconButton label=say().project_undo() keys=shown_for(Command::Undo) icon=Icon::Undo blocked=Signal::derive(move || !steps.get().0)
                    on_press=move |()| commands::run(&state, Command::Undo) />
                <IconButton label=say().project_redo() keys=shown_for(Command::Redo) icon=Icon::Redo blocked=Signal::derive(move || !steps.get().1)
                    on_press=move |()| commands::run(&state, Command::Redo) />
            </div>
            <Button label=say().share_title() icon=Icon::Share kind=Kind::Filled on_press=move |()| show(Dialog::Share) />
            <MenuButton label=say().project_more() icon=Icon::More items=Callback::new(move |()| menu(state)) />
            <IconButton attr:data-wide="" label=say().keys_title() keys=shown_for(Command::Keys) icon=Icon::Help on_press=move |()| show(Dialog::Keys) />
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
    // Who listens does not hear of every burst of letters that it was saved.
    Effect::new(move |said: Option<Saved>| {
        let (said, now) = (said.unwrap_or(Saved::Relay), saved.get());
        if !is_news(said, now) {
            return said;
        }
        state.session.live.say(saved_row(now).1);
        now
    });
    view! {
        <span class="saved" hidden=move || is_closed(&state) data-saved=move || saved_row(saved.get()).0 title=move || saved_row(saved.get()).1>
            {move || view! { <IconView icon=saved_row(saved.get()).2 size=IconSize::Small /> }}
            <span class="saved__words">{move || saved_row(saved.get()).1}</span>
        </span>
    }
}

/// Whether what was said last of my work is no longer so: it is not saved with the relay, or it is again.
fn is_news(said: Saved, now: Saved) -> bool {
    now != Saved::Saving && now != said
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

fn menu(state: ProjectState) -> Vec<Item> {
    let here = Here::now(&state);
    let mut items = Vec::new();
    for group in Group::ALL {
        let offers = OFFERS.iter().filter(|offer| offer.menu == Some(group) && offer.is_for(&here));
        let choices: Vec<Item> = offers.map(|offer| choice(state, offer, group)).collect();
        if !items.is_empty() && !choices.is_empty() {
            items.push(Item::Rule);
        }
        items.extend(choices);
    }
    items
}

fn choice(state: ProjectState, offer: &'static Offer, group: Group) -> Item {
    let choice = Choice::new((offer.words)(say()), move || offer.deed.run(state)).keys(offer.keys());
    let tone = if group == Group::End { State::Danger } else { State::Ready };
    Choice { icon: offer.icon, ..choice.state(tone) }.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn u4_only_what_is_not_saved_is_said_aloud_and_that_it_is_again() {
        use Saved::{Device, Held, Not, Relay, Saving};
        for (states, heard) in [
            (vec![Relay, Saving, Relay, Saving, Relay], vec![]),
            (vec![Saving, Device, Saving, Device, Saving, Relay], vec![Device, Relay]),
            (vec![Saving, Held, Not, Relay, Saving, Relay], vec![Held, Not, Relay]),
        ] {
            let mut said = vec![Relay];
            for now in &states {
                if is_news(said[said.len() - 1], *now) {
                    said.push(*now);
                }
            }
            assert_eq!(said[1..], heard, "{states:?}");
        }
    }
}
