//! The second row: what one does with the card one is on, and how the picture is seen.

use figure::ColourBy;
use leptos::prelude::*;
use model::role::Action;

use super::offers::{self, Offer};
use crate::diagram::commands;
use crate::diagram::keys::{self, Command};
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::view::Shows;
use crate::ui::button::titled;
use crate::ui::menu::State;
use crate::ui::{Button, Choice, Icon, IconButton, Item, Kind, MenuButton};

/// What one does with a card, by those who may.
const CARD_TOOLS: [Command; 6] =
    [Command::Write, Command::Below, Command::Inside, Command::LinkTo, Command::Details, Command::Menu];

/// The tools of the picture.
#[component]
pub fn Tools() -> impl IntoView {
    let state = ProjectState::expect();
    let no_card = Signal::derive(move || {
        let current = state.session.current.get();
        state.document.structure.with(|structure| current.is_none_or(|card| structure.seat(&card).is_none()))
    });
    let tool = move |command: Command| {
        let offer = offers::of(command)?;
        // Beside the others there is no room for more than that.
        let label = if command == Command::Menu { say().card_more() } else { (offer.words)(say()) };
        let title = titled(label, &keys::hint_for(command));
        let allowed = move || command.only_looks() || state.role.get().may(Action::Edit);
        Some(view! {
            <Show when=allowed>
                <Button attr:title=title.clone() label icon=offer.icon kind=Kind::Quiet blocked=no_card
                    on_press=move |()| commands::run(&state, command) />
            </Show>
        })
    };
    let zoom = move || say().tools_zoom((state.picture.viewport.read().zoom * 100.0).round());
    view! {
        <div class="tools" role="group" aria-label=say().tools_name()>
            <div class="tools__card">{CARD_TOOLS.map(tool).collect_view()}</div>
            <Show when=move || state.session.view.shows.get().picture()>
            <div class="tools__view">
                <IconButton label=say().tools_smaller() icon=Icon::Minus on_press=move |()| commands::run(&state, Command::ZoomOut) />
                <span class="tools__zoom">{zoom}</span>
                <IconButton label=say().tools_larger() icon=Icon::Plus on_press=move |()| commands::run(&state, Command::ZoomIn) />
                <IconButton label=say().keys_fit() keys=keys::shown_for(Command::Fit) icon=Icon::FitWidth
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
    let choice = move |(shows, offer): (Shows, &Offer)| {
        let label = (offer.words)(say());
        let chosen = move || view.shows.get() == shows;
        view! {
            <Button attr:data-shows=shows.name() attr:aria-pressed=move || chosen().to_string() attr:title=label
                label icon=offer.icon kind=Kind::Quiet on_press=move |()| view.show(shows) />
        }
    };
    view! { <div class="shows">{offers::shows().map(choice).collect_view()}</div> }
}

/// Opens the filter with the keyboard in it, or shuts it.
fn filter(state: &ProjectState) {
    if state.session.view.filtering.get_untracked() {
        super::part::shut(state);
    } else {
        commands::run(state, Command::Find);
    }
}

/// What the colours can say.
fn colours(state: ProjectState) -> Vec<Item> {
    let by = state.session.view.colour_by;
    let choice = |(which, offer): (ColourBy, &Offer)| {
        let chosen = if by.get_untracked() == which { State::Chosen } else { State::NotChosen };
        Choice::new((offer.words)(say()), move || by.set(which)).state(chosen).into()
    };
    offers::colours().map(choice).collect()
}
