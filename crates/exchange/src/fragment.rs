//! A part of a diagram on the clipboard: the cards and links of a project file, and nothing else.

use model::action::Fragment;
use model::{Card, Link, Project};

use crate::project::{Fault, cards_from_json, cards_to_json};

/// The type under which a browser's clipboard holds a fragment, beside the same as an outline in plain text.
pub const TYPE: &str = "application/x-tributary-cards+json";

/// Writes a fragment.
pub fn to_json(fragment: &Fragment) -> String {
    let cards = fragment.cards.iter().map(|card| (card.id.clone(), card.clone())).collect();
    let links = fragment.links.iter().map(|link| (link.key.clone(), link.clone())).collect();
    cards_to_json(&Project { cards, links, ..Project::default() })
}

/// Reads a fragment, or says what is wrong with it. It may come from anywhere, so all that is said of a file holds here.
pub fn from_json(text: &str) -> Result<Fragment, Fault> {
    let project = cards_from_json(text)?;
    let mut cards: Vec<Card> = project.cards.into_values().collect();
    model::sort::by_key(&mut cards, |card| (card.order.clone(), card.id.clone()));
    let mut links: Vec<Link> = project.links.into_values().collect();
    model::sort::by_key(&mut links, |link| (link.order.clone(), link.key.clone()));
    Ok(Fragment { cards, links })
}

#[cfg(test)]
mod tests {
    use model::{CardId, Level, Order};

    use super::*;

    #[test]
    fn e6_a_fragment_comes_back_with_all_that_is_said_of_it() {
        let id = |text: &str| CardId::parse(text).unwrap();
        let mut card = Card::new(id("s"), Level::Secondary, "Staffing at night");
        (card.note, card.owner) = ("Two \"lines\"\nof note".into(), "Sam".into());
        let idea = Card::new(id("i"), Level::Idea, "A buddy");
        let mut link = Link::new(id("i"), id("s"), Order::default());
        link.rationale = "Two see more".into();
        let back = from_json(&to_json(&Fragment { cards: vec![card, idea], links: vec![link] })).unwrap();
        assert_eq!(back.cards.len(), 2);
        assert!(back.cards.iter().any(|card| card.note.contains('\n') && card.owner == "Sam"));
        assert_eq!(back.links[0].rationale, "Two see more");
    }

    #[test]
    fn e6_what_is_no_fragment_is_refused_with_a_sentence() {
        for text in [
            "",
            "{",
            "[]",
            "7",
            r#"{"cards":[{"id":"a"}]}"#,
            r#"{"cards":[{"id":"a b","level":"idea","text":""}]}"#,
        ] {
            assert!(!from_json(text).unwrap_err().to_string().is_empty(), "{text}");
        }
    }
}
