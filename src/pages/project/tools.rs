//! The second row: what one does with the card one is on, and how the picture is seen.

use leptos::prelude::*;
use model::role::Action;

use crate::diagram::commands;
use crate::diagram::keys::Command;
use crate::state::ProjectState;
use crate::ui::{Button, Icon, IconButton, Kind};

/// Label, keys, icon and command of what one does with a card.
const CARD_TOOLS: [(&str, &str, Icon, Command); 6] = [
    ("Write", "Enter", Icon::Write, Command::Write),
    ("Add below", "Enter while writing", Icon::Plus, Command::Below),
    ("Add inside", "Tab while writing", Icon::Inside, Command::Inside),
    ("Link to…", "Alt+Shift+L", Icon::Link, Command::LinkTo),
    ("Details", "Alt+Shift+D", Icon::Details, Command::Details),
    ("More", "Shift+F10", Icon::More, Command::Menu),
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
    let tool = move |(label, keys, icon, command): (&'static str, &'static str, Icon, Command)| {
        view! {
            <Button attr:title=crate::ui::button::titled(label, keys) label icon kind=Kind::Quiet blocked=no_card
                on_press=move |()| commands::run(&state, command) />
        }
    };
    let zoom = move || format!("{:.0} %", state.picture.viewport.read().zoom * 100.0);
    view! {
        <div class="tools" role="group" aria-label="Card and picture">
            <Show when=may_edit>
                <div class="tools__card">{CARD_TOOLS.map(tool).collect_view()}</div>
            </Show>
            <div class="tools__view">
                <IconButton label="Smaller" icon=Icon::Minus on_press=move |()| commands::run(&state, Command::ZoomOut) />
                <span class="tools__zoom">{zoom}</span>
                <IconButton label="Larger" icon=Icon::Plus on_press=move |()| commands::run(&state, Command::ZoomIn) />
                <IconButton label="Fit the width; again: all" keys="Alt+Shift+F" icon=Icon::FitWidth
                    on_press=move |()| commands::run(&state, Command::Fit) />
            </div>
        </div>
    }
}
