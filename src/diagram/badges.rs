//! How much is measured, tested and said about a card: small numbers on the card and on its row, each a button that
//! leads to the list.

use leptos::prelude::*;
use model::CardId;
use model::about::Counts;

use super::panels;
use crate::language::say;
use crate::state::ProjectState;
use crate::ui::{Icon, IconSize, IconView};

/// A part of the details that a badge leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words explain themselves")]
pub enum Part {
    Measures,
    Tests,
    Comments,
}

impl Part {
    /// Its name in the page.
    pub const fn name(self) -> &'static str {
        match self {
            Part::Measures => "measures",
            Part::Tests => "tests",
            Part::Comments => "comments",
        }
    }
}

/// The numbers above 0, in the order in which they stand: part, drawing, number and words.
fn shown(counts: Counts) -> impl Iterator<Item = (Part, Icon, usize, String)> {
    let Counts { measures, tests, comments } = counts;
    let all = [
        (Part::Measures, Icon::Measures, measures, say().count_measures(measures)),
        (Part::Tests, Icon::Tests, tests, say().count_tests(tests)),
        (Part::Comments, Icon::Comments, comments, say().count_comments(comments)),
    ];
    all.into_iter().filter(|(_, _, count, _)| *count > 0)
}

/// The same as sentences, for those who listen.
pub fn spoken(counts: Counts) -> impl Iterator<Item = String> {
    shown(counts).map(|(_, _, _, words)| format!("{words}."))
}

/// The badges. Their numbers are drawn by the style sheet, so that a card's text and its name agree. They are no tab
/// stops: picture and outline are one each, and the details are a key away.
#[component]
pub fn Badges(
    /// The card.
    card: CardId,
    /// How much there is.
    counts: Counts,
) -> impl IntoView {
    let state = ProjectState::expect();
    let badge = |(part, icon, count, words): (Part, Icon, usize, String)| {
        let card = card.clone();
        let open = move |event: web_sys::MouseEvent| {
            event.stop_propagation();
            panels::open_part(&state, &card, part);
        };
        view! {
            <button type="button" class="badge" tabindex="-1" data-badge=part.name() data-count=count.to_string() aria-label=words.clone() title=words on:click=open>
                <IconView icon size=IconSize::Small />
            </button>
        }
    };
    shown(counts).map(badge).collect_view()
}
