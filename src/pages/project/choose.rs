//! Choosing a card from a list one can search: to link with, to move under, to stand under as well.

use leptos::prelude::*;
use model::action;
use model::{CardId, Level};

use super::dialogs::Modal;
use crate::diagram::commands;
use crate::language::say;
use crate::state::ProjectState;
use crate::state::session::Choose;
use crate::ui::{Finder, Found, seeks};

/// How many cards the list shows; the search finds the others.
const SHOWN: usize = 60;

/// The list, with its search.
#[component]
pub fn Chooser(
    /// What is chosen for.
    what: Choose,
    /// The card it is about.
    card: CardId,
) -> impl IntoView {
    let state = ProjectState::expect();
    let title = match what {
        Choose::LinkTo => say().card_link_to(),
        Choose::MoveTo => say().card_move_to(),
        Choose::AlsoUnder => say().card_stand_under(),
    };
    let search = RwSignal::new(String::new());
    let card = StoredValue::new(card);
    let fitting = Memo::new(move |_| candidates(&state, what, &card.get_value(), &search.get()));
    let found = Signal::derive(move || fitting.with(|all| all.iter().map(found).collect::<Vec<_>>()));
    let goes_on = RwSignal::new(false);
    let pick = move |place: usize| {
        let Some((other, ..)) = fitting.with_untracked(|all| all.get(place).cloned()) else { return };
        // The card it was about has the keyboard next.
        goes_on.set(true);
        state.session.dialog.set(None);
        chosen(&state, what, (&card.get_value(), &other));
        commands::go_to(&state, &card.get_value());
    };
    view! {
        <Modal title goes_on>
            <Finder label=say().choose_search() list=say().choose_cards() none=say().choose_none() value=search found
                on_pick=Callback::new(pick) />
        </Modal>
    }
}

fn found((_, level, text): &(CardId, Level, String)) -> Found {
    Found { label: text.clone(), more: say().level(*level).to_owned(), keys: String::new(), icon: None }
}

/// The cards that fit, in the order of the columns.
fn candidates(
    state: &ProjectState,
    what: Choose,
    card: &CardId,
    search: &str,
) -> Vec<(CardId, Level, String)> {
    let structure = state.document.structure.get_untracked();
    let Some(own) = structure.level(card) else { return Vec::new() };
    let sought = seeks(search);
    let fits = |other: &CardId, level: Level| match what {
        Choose::LinkTo => {
            (own.can_drive(level) && !structure.parents(card).contains(other))
                || (level.can_drive(own) && !structure.children(card).contains(other))
        }
        Choose::MoveTo => own.can_drive(level) && structure.home(card) != Some(other),
        Choose::AlsoUnder => own.can_drive(level) && !structure.parents(card).contains(other),
    };
    let rows = structure.rows().into_iter().filter(|row| row.place == model::structure::Place::Home);
    rows.filter_map(|row| {
        let level = structure.level(&row.card)?;
        let text = state.document.card_now(&row.card)?.text;
        (sought(&text) && row.card != *card && fits(&row.card, level)).then_some((row.card, level, text))
    })
    .take(SHOWN)
    .collect()
}

fn chosen(state: &ProjectState, what: Choose, (card, other): (&CardId, &CardId)) {
    let home = state.document.structure.with_untracked(|structure| structure.home(card).cloned());
    let last = state.document.structure.with_untracked(|structure| structure.children(other).last().cloned());
    state.act(|board, pen| match what {
        Choose::LinkTo => action::link(board, card, other, pen),
        Choose::MoveTo => action::move_under(board, card, (home.as_ref(), other, last.as_ref()), pen),
        Choose::AlsoUnder => action::also_under(board, card, other, pen),
    });
}
