//! What a card is called where there is little room, and the chip of its status.

use leptos::prelude::*;
use model::{CardId, Status};

use super::card::status_icon;
use crate::language::say;
use crate::state::ProjectState;
use crate::ui::{IconSize, IconView};

/// The most letters of a card's text in a sentence about it: it is known again by them, and a menu has room for them.
const SHORT: usize = 50;

/// The first letters of a card's text, as it is now.
pub fn short_name(state: &ProjectState, card: &CardId) -> String {
    state.document.card_now(card).map(|card| short(&card.text)).unwrap_or_default()
}

/// The first letters of a text, with … where there are more.
pub fn short(text: &str) -> String {
    match text.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// A status with its drawing and its word. Attributes such as `attr:aria-hidden` land on the chip itself.
#[component]
pub fn StatusChip(
    /// The status.
    status: Status,
) -> impl IntoView {
    view! {
        <span class="chip" data-status=status.as_str()>
            <IconView icon=status_icon(status) size=IconSize::Small />
            {say().status(status)}
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn u5_a_long_text_is_called_by_its_first_letters() {
        let long = "Tŷ ".repeat(30);
        assert_eq!(short("Tŷ"), "Tŷ");
        assert_eq!(short(&long), format!("{}…", "Tŷ ".repeat(17).trim_end()));
        assert_eq!(short(&"a".repeat(50)), "a".repeat(50));
    }
}
