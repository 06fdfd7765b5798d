//! What needs attention, as sentences.

use model::attention::{Fault, Matter};
use model::{CardId, Project};

use crate::Words;

/// The sentence of a matter; it names the cards that are not listed below it.
pub fn sentence(words: Words, matter: &Matter, project: &Project) -> String {
    let name = |card: &CardId| name(words, card, project);
    match matter {
        Matter::SecondAim(card) => words.attention_second_aim(&name(card)),
        Matter::Written(card) => words.attention_written(&name(card)),
        Matter::Hanging { effect, cards } => words.attention_hanging(cards.len(), &name(effect)),
        Matter::Link(key, Fault::Missing) => {
            let known = if project.cards.contains_key(&key.from) { &key.from } else { &key.to };
            words.attention_link_missing(&name(known))
        }
        Matter::Link(key, Fault::Levels) => words.attention_link_levels(&name(&key.from), &name(&key.to)),
        Matter::Unlinked(cards) => words.attention_unlinked(cards.len()),
    }
}

/// What a card is called by: its text, or that it has none.
pub fn name(words: Words, card: &CardId, project: &Project) -> String {
    let text = project.cards.get(card).map_or("", |card| card.text.trim());
    if text.is_empty() { words.attention_no_text().to_owned() } else { text.to_owned() }
}
