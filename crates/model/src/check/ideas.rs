//! VI1 to VI4 and VT3: where change ideas are linked, and how they are worded.

use super::{About, Finding, Rule, Says, ground::Ground, lexicon::Language, text::Text};
use crate::diagram::{Card, Level};

/// An idea of more words says something more.
const VAGUE_WORDS: usize = 8;

pub(super) fn look(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    for idea in ground.cards(Level::Idea) {
        let mut say = |rule, says| findings.push(Finding::new(rule, About::Card(idea.id.clone()), says));
        let parents = ground.structure.parents(&idea.id);
        if parents.is_empty() {
            say(Rule::Vi1, Says::IdeaAlone);
        }
        if parents.iter().any(|parent| ground.structure.level(parent) == Some(Level::Aim)) {
            say(Rule::Vi4, Says::IdeaSkips);
        }
        if let Some(language) = &ground.language {
            worded(idea, language, &mut say);
        }
    }
    if let Some(language) = &ground.language {
        for driver in ground.drivers() {
            let text = Text::of(&driver.text);
            if let Some(words) = language.project_tasks.at(&text, 0) {
                let says = Says::ProjectTask(text.quoted(words));
                findings.push(Finding::new(Rule::Vt3, About::Card(driver.id.clone()), says));
            }
        }
    }
}

/// At most one of VT3, VI2 and VI3: the first that holds says what to do.
fn worded(idea: &Card, language: &Language, say: &mut impl FnMut(Rule, Says)) {
    let text = Text::of(&idea.text);
    if let Some(words) = language.project_tasks.at(&text, 0) {
        say(Rule::Vt3, Says::ProjectTask(text.quoted(words)));
    } else if let Some(words) = language.tasks.at(&text, 0) {
        say(Rule::Vi2, Says::IdeaIsTask(text.quoted(words)));
    } else if is_vague(&text, language) {
        say(Rule::Vi3, Says::IdeaVague);
    }
}

/// A direction and a large word, without how, when or how many.
fn is_vague(text: &Text<'_>, language: &Language) -> bool {
    let begins = language.vague.at(text, 0).is_some();
    let is_empty = |word: &str| language.empty.contains(word) || language.stops.contains(word);
    let empty = !text.is_blank() && text.words().all(is_empty);
    let precise = text
        .words()
        .any(|word| language.means.contains(word) || word.bytes().any(|byte| byte.is_ascii_digit()));
    (begins || empty) && !precise && text.len() <= VAGUE_WORDS
}
