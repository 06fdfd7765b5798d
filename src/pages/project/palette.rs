//! Ctrl+K: every command and every card, found by a few letters.

use leptos::prelude::*;
use model::role::Action;
use model::structure::Place;
use model::{CardId, Level};
use words::Words;

use super::dialogs::Modal;
use super::{advice, keys_sheet, save};
use crate::diagram::commands;
use crate::diagram::keys::{Command, Mode, TABLE};
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::Dialog;
use crate::state::session::view::Shows;
use crate::ui::{Finder, Found, Icon, seeks};

/// How many cards the list shows; a further letter finds the others.
const CARDS: usize = 50;

/// What is done with something that was picked.
#[derive(Clone, Copy)]
enum Deed {
    Run(Command),
    Show(Shows),
    Open(fn() -> Dialog),
    Call(fn(&ProjectState)),
}

/// A command that no key leads to.
type Other = (fn(Words) -> &'static str, Icon, Deed);

/// In the order in which they are listed.
const OTHERS: [Other; 20] = [
    (Words::card_add_below, Icon::Plus, Deed::Run(Command::Below)),
    (Words::card_add_inside, Icon::Inside, Deed::Run(Command::Inside)),
    (Words::card_duplicate, Icon::Copy, Deed::Run(Command::Duplicate)),
    (Words::card_move_to, Icon::Move, Deed::Run(Command::MoveTo)),
    (Words::card_stand_under, Icon::Link, Deed::Run(Command::AlsoUnder)),
    (Words::tools_picture, Icon::Picture, Deed::Show(Shows::Picture)),
    (Words::tools_both, Icon::Details, Deed::Show(Shows::Both)),
    (Words::tools_outline, Icon::Outline, Deed::Show(Shows::Outline)),
    (Words::tools_larger, Icon::Plus, Deed::Run(Command::ZoomIn)),
    (Words::tools_smaller, Icon::Minus, Deed::Run(Command::ZoomOut)),
    (Words::view_focus, Icon::FitAll, Deed::Run(Command::FocusBranch)),
    (Words::view_show_all, Icon::Close, Deed::Run(Command::ShowAll)),
    (Words::view_filter, Icon::Filter, Deed::Run(Command::Find)),
    (Words::view_open_all, Icon::ChevronDown, Deed::Run(Command::ExpandAll)),
    (Words::advice_title, Icon::Tick, Deed::Call(advice::open)),
    (Words::share_title, Icon::Share, Deed::Open(|| Dialog::Share)),
    (Words::people_name, Icon::Person, Deed::Open(|| Dialog::Name)),
    (Words::deleted_title, Icon::Delete, Deed::Open(|| Dialog::Deleted)),
    (Words::keys_title, Icon::Help, Deed::Run(Command::Keys)),
    (Words::project_save_file, Icon::Download, Deed::Call(save::project)),
];

/// Commands of the table that mean nothing in a list, or that only the browser's own events can bring.
const LEFT_OUT: [fn(Command) -> bool; 2] = [
    |command| {
        matches!(
            command,
            Command::Walk(_) | Command::Palette | Command::Keys | Command::Cancel | Command::Select
        )
    },
    |command| {
        matches!(
            command,
            Command::Copy | Command::Cut | Command::Paste | Command::ExtendUp | Command::ExtendDown
        )
    },
];

/// What the list leads to.
#[derive(Clone)]
enum Target {
    Deed(Deed),
    Card(CardId),
}

/// The palette.
#[component]
pub fn Palette() -> impl IntoView {
    let state = ProjectState::expect();
    let search = RwSignal::new(String::new());
    let commands = StoredValue::new(all_commands(&state));
    let fitting = Memo::new(move |_| {
        let (fits, nothing) = search.with(|search| (seeks(search), search.trim().is_empty()));
        let commands = commands.with_value(|commands| {
            commands.iter().filter(|(found, _)| fits(&found.label)).cloned().map(Listed).collect::<Vec<_>>()
        });
        let cards = cards(&state, &fits);
        // Whoever has typed nothing yet sees what can be done; letters mostly look for a card.
        if nothing { [commands, cards].concat() } else { [cards, commands].concat() }
    });
    let found = Signal::derive(move || {
        fitting.with(|all| all.iter().map(|listed| listed.0.0.clone()).collect::<Vec<_>>())
    });
    let pick = move |place: usize| {
        let target = fitting.with_untracked(|all| all.get(place).map(|listed| listed.0.1.clone()));
        state.session.dialog.set(None);
        match target {
            None => {}
            Some(Target::Card(card)) => commands::go_to(&state, &card),
            Some(Target::Deed(Deed::Run(command))) => commands::run(&state, command),
            Some(Target::Deed(Deed::Show(shows))) => state.session.view.show(shows),
            Some(Target::Deed(Deed::Open(dialog))) => state.session.dialog.set(Some(dialog())),
            Some(Target::Deed(Deed::Call(call))) => call(&state),
        }
    };
    view! {
        <Modal title=say().keys_palette()>
            <Finder label=say().choose_search() list=say().palette_list() none=say().palette_none() value=search found
                on_pick=Callback::new(pick) />
        </Modal>
    }
}

/// A line of the list. Two are the same when they read the same.
#[derive(Clone)]
struct Listed((Found, Target));

impl PartialEq for Listed {
    fn eq(&self, other: &Self) -> bool {
        self.0.0 == other.0.0
    }
}

fn all_commands(state: &ProjectState) -> Vec<(Found, Target)> {
    let may_edit = state.role.get_untracked().may(Action::Edit);
    let allowed = |command: Command| may_edit || command.only_looks();
    let of_table = TABLE
        .iter()
        .filter(|row| {
            row.modes.contains(&Mode::OnCard) && !LEFT_OUT.iter().any(|left_out| left_out(row.command))
        })
        .filter(|row| allowed(row.command))
        .map(|row| {
            let keys = keys_sheet::shown(row.keys.split("  ").next().unwrap_or_default());
            (
                Found { label: (row.words)(say()).to_owned(), more: String::new(), keys, icon: None },
                Target::Deed(Deed::Run(row.command)),
            )
        });
    let others = OTHERS.iter().filter(|(.., deed)| !matches!(deed, Deed::Run(command) if !allowed(*command)));
    let others = others.map(|(words, icon, deed)| {
        (
            Found {
                label: words(say()).to_owned(),
                more: String::new(),
                keys: String::new(),
                icon: Some(*icon),
            },
            Target::Deed(*deed),
        )
    });
    others.chain(of_table).collect()
}

fn cards(state: &ProjectState, fits: &impl Fn(&str) -> bool) -> Vec<Listed> {
    let structure = state.document.structure.get_untracked();
    let rows = structure.rows().into_iter().filter(|row| row.place == Place::Home);
    rows.filter_map(|row| {
        let text = state.document.card_now(&row.card)?.text;
        let level = structure.level(&row.card).unwrap_or(Level::Idea);
        let found =
            Found { label: text, more: say().level(level).to_owned(), keys: String::new(), icon: None };
        fits(&found.label).then_some(Listed((found, Target::Card(row.card))))
    })
    .take(CARDS)
    .collect()
}
