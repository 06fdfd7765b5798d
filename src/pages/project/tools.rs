//! The second row: what one does with the card one is on, and how the picture is seen.

use figure::ColourBy;
use leptos::prelude::*;
use model::role::Action;
use model::shown::Filter;
use words::Words;

use crate::diagram::commands;
use crate::diagram::keys::Command;
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::view::Shows;
use crate::ui::menu::State;
use crate::ui::{Button, Choice, Icon, IconButton, Item, Kind, MenuButton};

type Said = fn(Words) -> &'static str;

/// Label, keys, icon and command of what one does with a card.
const CARD_TOOLS: [(Said, Said, Icon, Command); 6] = [
    (Words::card_write, |_| "Enter", Icon::Write, Command::Write),
    (Words::card_add_below, Words::keys_enter_writing, Icon::Plus, Command::Below),
    (Words::card_add_inside, Words::keys_tab_writing, Icon::Inside, Command::Inside),
    (Words::card_link_to, |_| "Alt+Shift+L", Icon::Link, Command::LinkTo),
    (Words::details_title, |_| "Alt+Shift+D", Icon::Details, Command::Details),
    (Words::card_more, |_| "Shift+F10", Icon::More, Command::Menu),
];

/// The tools of the picture.
#[component]
pub fn Tools() -> impl IntoView {
    let state = ProjectState::expect();
    let may_edit = move || state.role.get().may(Action::Edit);
    let no_card = Signal::derive(move || {
        let current = state.session.current.get();
        state.document.structure.with(|structure| current.is_none_or(|card| structure.seat(&card).is_none()))
    });
    let tool = move |(label, keys, icon, command): (Said, Said, Icon, Command)| {
        let (label, keys) = (label(say()), keys(say()));
        view! {
            <Button attr:title=crate::ui::button::titled(label, keys) label icon kind=Kind::Quiet blocked=no_card
                on_press=move |()| commands::run(&state, command) />
        }
    };
    let zoom = move || say().tools_zoom((state.picture.viewport.read().zoom * 100.0).round());
    view! {
        <div class="tools" role="group" aria-label=say().tools_name()>
            <Show when=may_edit>
                <div class="tools__card">{CARD_TOOLS.map(tool).collect_view()}</div>
            </Show>
            <Show when=move || state.session.view.shows.get().picture()>
            <div class="tools__view">
                <IconButton label=say().tools_smaller() icon=Icon::Minus on_press=move |()| commands::run(&state, Command::ZoomOut) />
                <span class="tools__zoom">{zoom}</span>
                <IconButton label=say().tools_larger() icon=Icon::Plus on_press=move |()| commands::run(&state, Command::ZoomIn) />
                <IconButton label=say().keys_fit() keys="Alt+Shift+F" icon=Icon::FitWidth
                    on_press=move |()| commands::run(&state, Command::Fit) />
            </div>
            </Show>
        </div>
    }
}

/// How the diagram is looked at.
#[component]
pub fn Looks() -> impl IntoView {
    let state = ProjectState::expect();
    view! {
        <div class="looks" role="group" aria-label=say().tools_shows()>
            <ShowsSwitch />
                            <Button label=say().view_filter() icon=Icon::Filter kind=Kind::Quiet
                    attr:aria-pressed=move || state.session.view.filtering.get().to_string()
                    on_press=move |()| filter(&state) />
                <Button label=Signal::derive(move || super::advice::name(&state)) icon=Icon::Tick kind=Kind::Quiet
                    attr:aria-pressed=move || super::advice::is_open(&state).to_string()
                    on_press=move |()| super::advice::turn(&state) />
                <MenuButton label=Signal::derive(|| say().view_colour_by().to_owned()) icon=Icon::Colours items=Callback::new(move |()| colours(state)) />
        </div>
    }
}

/// Picture, both, or outline.
#[component]
fn ShowsSwitch() -> impl IntoView {
    let view = ProjectState::expect().session.view;
    let choice = move |(shows, label, icon): (Shows, Said, Icon)| {
        let chosen = move || view.shows.get() == shows;
        view! {
            <Button attr:data-shows=shows.name() attr:aria-pressed=move || chosen().to_string() attr:title=label(say())
                label=label(say()) icon kind=Kind::Quiet on_press=move |()| view.show(shows) />
        }
    };
    let choices: [(Shows, Said, Icon); 3] = [
        (Shows::Picture, Words::tools_picture, Icon::Picture),
        (Shows::Both, Words::tools_both, Icon::Details),
        (Shows::Outline, Words::tools_outline, Icon::Outline),
    ];
    view! { <div class="shows">{choices.map(choice).collect_view()}</div> }
}

/// Opens the filter with the keyboard in it, or shuts it.
fn filter(state: &ProjectState) {
    let view = state.session.view;
    if view.filtering.get_untracked() {
        view.filter.set(Filter::default());
        view.filtering.set(false);
    } else {
        commands::run(state, Command::Find);
    }
}

/// What the colours can say.
fn colours(state: ProjectState) -> Vec<Item> {
    let by = state.session.view.colour_by;
    let choice = |(which, words): (ColourBy, Said)| {
        let chosen = if by.get_untracked() == which { State::Chosen } else { State::NotChosen };
        Choice::new(words(say()), move || by.set(which)).state(chosen).into()
    };
    let choices: [(ColourBy, Said); 4] = [
        (ColourBy::Branch, Words::view_colour_branch),
        (ColourBy::Level, Words::view_colour_level),
        (ColourBy::Status, Words::view_colour_status),
        (ColourBy::Owner, Words::view_colour_owner),
    ];
    choices.into_iter().map(choice).collect()
}
