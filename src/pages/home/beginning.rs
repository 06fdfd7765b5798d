//! The first project of a sentence: its title and its aim.

use exchange::project;
use model::{Card, CardId, Level, Project};
use words::Words;

use super::aim::{self, Answer};
use super::creation::Wanted;

/// A project without cards in that language.
pub fn blank(words: Words) -> Wanted {
    let project = Project { language: words.language().tag().to_owned(), ..Project::default() };
    Wanted { json: Some(project::to_json(&project)), ..Wanted::default() }
}

/// A project with one card, the aim, in that language. `id` is a fresh one.
pub fn of_sentence(words: Words, aim: (&str, &[Answer; 3]), id: CardId) -> Wanted {
    let (sentence, answers) = aim;
    let card = Card::new(id.clone(), Level::Aim, aim::composed(words, sentence, answers));
    let title = aim::title(sentence);
    let language = words.language().tag().to_owned();
    let project =
        Project { title: title.clone(), language, cards: [(id, card)].into(), ..Project::default() };
    Wanted { title, json: Some(project::to_json(&project)), ..Wanted::default() }
}

#[cfg(test)]
mod tests {
    use words::Language;

    use super::*;

    #[test]
    fn h8_a_sentence_becomes_a_project_with_an_aim() {
        let answers = [Answer::Said("ward 7".into()), Answer::Unknown, Answer::Unasked];
        let words = Words::new(Language::English);
        let wanted = of_sentence(words, ("Fewer falls.", &answers), CardId::from_random(7));
        let project = project::from_json(&wanted.json.unwrap()).unwrap();
        assert_eq!((project.title.as_str(), wanted.title.as_str()), ("Fewer falls", "Fewer falls"));
        let cards: Vec<_> = project.cards.values().map(|card| (card.level, card.text.as_str())).collect();
        assert_eq!(cards, [(Level::Aim, "Fewer falls for ward 7, [how much?]")]);
    }
    #[test]
    fn h8_a_project_says_the_language_it_was_begun_in() {
        let answers = [Answer::Unasked, Answer::Unasked, Answer::Unasked];
        for (language, tag) in [(Language::English, "en-GB"), (Language::Welsh, "cy")] {
            let words = Words::new(language);
            let sentence = of_sentence(words, ("Llai o gwympiadau", &answers), CardId::from_random(7));
            for wanted in [sentence, blank(words)] {
                assert_eq!(project::from_json(&wanted.json.unwrap()).unwrap().language, tag);
            }
        }
    }
}
