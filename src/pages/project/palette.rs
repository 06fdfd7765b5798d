//! Ctrl+K: every command and every card, found by a few letters.

use leptos::prelude::*;
use model::structure::Place;
use model::{CardId, Level};

use super::card_menu;
use super::dialogs::Modal;
use super::offers::{Deed, Here, OFFERS};
use crate::diagram::commands;
use crate::language::say;
use crate::state::ProjectState;
use crate::ui::{Choice, Finder, Found, dialog, seeks};

/// How many cards the list shows; a further letter finds the others.
const CARDS: usize = 50;

/// What the list leads to.
#[derive(Clone)]
enum Target {
    Deed(Deed),
    /// What its card's menu offers of one link
    Choice(Choice),
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
    // A card that was picked has the keyboard next, wherever that was before.
    let goes_on = RwSignal::new(false);
    let pick = move |place: usize| {
        let target = fitting.with_untracked(|all| all.get(place).map(|listed| listed.0.1.clone()));
        match target {
            Some(Target::Card(_)) => goes_on.set(true),
            _ => dialog::shut(),
        }
        state.session.dialog.set(None);
        match target {
            None => {}
            Some(Target::Card(card)) => commands::go_to(&state, &card),
            Some(Target::Deed(deed)) => deed.run(state),
            Some(Target::Choice(choice)) => (choice.run)(),
        }
    };
    view! {
        <Modal title=say().keys_palette() goes_on>
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

/// What can be asked for here: the table, and what can be done with the links of the card one is on.
fn all_commands(state: &ProjectState) -> Vec<(Found, Target)> {
    let here = Here::now(state);
    let offers = OFFERS.iter().filter(|offer| offer.is_for(&here)).map(|offer| {
        let found = Found { label: offer.label(), more: String::new(), keys: offer.keys(), icon: offer.icon };
        (found, Target::Deed(offer.deed))
    });
    let links = card_menu::of_links(*state).into_iter().map(|choice| {
        let (label, icon) = (choice.label.clone(), choice.icon);
        (Found { label, more: String::new(), keys: String::new(), icon }, Target::Choice(choice))
    });
    offers.chain(links).collect()
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
