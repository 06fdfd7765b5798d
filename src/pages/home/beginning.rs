//! The first project of a sentence: its title and its aim.

use exchange::project;
use model::{Card, CardId, Level, Project};

use super::aim::{self, Answer};
use super::creation::Wanted;

/// A project with one card, the aim. `id` is a fresh one.
pub fn of_sentence(sentence: &str, answers: &[Answer; 3], id: CardId) -> Wanted {
    let card = Card::new(id.clone(), Level::Aim, aim::composed(sentence, answers));
    let title = aim::title(sentence);
    let project = Project { title: title.clone(), cards: [(id, card)].into(), ..Project::default() };
    Wanted { title, json: Some(project::to_json(&project)), ..Wanted::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn h8_a_sentence_becomes_a_project_with_an_aim() {
        let answers = [Answer::Said("ward 7".into()), Answer::Unknown, Answer::Unasked];
        let wanted = of_sentence("Fewer falls.", &answers, CardId::from_random(7));
        let project = project::from_json(&wanted.json.unwrap()).unwrap();
        assert_eq!((project.title.as_str(), wanted.title.as_str()), ("Fewer falls", "Fewer falls"));
        let cards: Vec<_> = project.cards.values().map(|card| (card.level, card.text.as_str())).collect();
        assert_eq!(cards, [(Level::Aim, "Fewer falls for ward 7, [how much?]")]);
    }
}
