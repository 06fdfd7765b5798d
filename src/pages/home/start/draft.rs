//! What is written on the home page before there is a project.

use leptos::prelude::*;

use crate::language::say;
use crate::pages::home::aim::{Answer, Part, Question, parts};
use crate::pages::home::creation::Creation;

/// The sentence, the answers, and which question is asked now.
#[derive(Clone, Copy)]
pub struct Draft {
    /// The first box.
    pub sentence: RwSignal<String>,
    /// What stands in the fields of the three questions.
    pub answers: [RwSignal<String>; 3],
    /// What was answered.
    pub given: RwSignal<[Answer; 3]>,
    /// The question that is asked; None while the sentence is written.
    pub asked: RwSignal<Option<Question>>,
    begun: StoredValue<bool>,
    /// Where it becomes a project.
    pub creation: Creation,
}

impl Draft {
    /// Nothing written yet.
    pub fn new(creation: Creation) -> Self {
        Self {
            creation,
            sentence: RwSignal::new(String::new()),
            answers: [(); 3].map(|()| RwSignal::new(String::new())),
            given: RwSignal::new(Default::default()),
            asked: RwSignal::new(None),
            begun: StoredValue::new(false),
        }
    }

    /// True while a project is being made, so that nothing is made twice.
    pub fn blocked(self) -> Signal<bool> {
        Signal::derive(move || self.creation.is_working())
    }

    /// Whether questions were asked before: then the box takes the focus when one comes back to it.
    pub fn has_begun(self) -> bool {
        self.begun.get_value()
    }

    /// Goes to the next question.
    pub fn ask_next(self) {
        self.begun.set_value(true);
        self.asked.update(|asked| *asked = after(*asked));
    }

    /// Goes back to the question before, or to the sentence. What is written stays in its fields.
    pub fn back(self) {
        let Some(asked) = self.asked.get_untracked() else { return };
        self.given.update(|given| given[asked as usize] = Answer::Unasked);
        self.asked.set(before(asked));
    }

    /// Takes what stands in the field as the answer; an empty field is "don't know yet".
    pub fn keep_written(self, question: Question) {
        let answer = self.answers[question as usize].with_untracked(|text| Answer::of(text));
        self.given.update(|given| given[question as usize] = answer);
    }

    /// The same, but an empty field leaves the question unasked.
    pub fn keep_if_written(self, question: Question) {
        self.keep_written(question);
        self.given.update(|given| {
            if given[question as usize] == Answer::Unknown {
                given[question as usize] = Answer::Unasked;
            }
        });
    }

    /// The aim as it would be now, the question that is asked with what stands in its field.
    pub fn aim(self) -> Vec<Part> {
        let mut answers = self.given.get();
        if let Some(asked) = self.asked.get() {
            answers[asked as usize] = self.answers[asked as usize].with(|text| Answer::of(text));
        }
        self.sentence.with(|sentence| parts(say(), sentence, &answers))
    }
}

fn after(asked: Option<Question>) -> Option<Question> {
    Question::ALL.get(asked.map_or(0, |asked| asked as usize + 1)).copied().or(asked)
}

fn before(asked: Question) -> Option<Question> {
    (asked as usize).checked_sub(1).map(|place| Question::ALL[place])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn h9_questions_are_asked_one_after_the_other() {
        assert_eq!(after(None), Some(Question::Whom));
        assert_eq!(after(Some(Question::Whom)), Some(Question::HowMuch));
        assert_eq!(after(Some(Question::HowMuch)), Some(Question::When));
        assert_eq!(after(Some(Question::When)), Some(Question::When));
        assert_eq!(Question::ALL.map(before), [None, Some(Question::Whom), Some(Question::HowMuch)]);
    }
}
