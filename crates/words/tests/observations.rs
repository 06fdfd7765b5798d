//! Everything that can be wrong or unclear in a table has a sentence of its own, in every language (rules W9, X36).
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use exchange::observations::{Fault, Question, Refusal};
use words::{Language, Words};

#[test]
fn x36_every_fault_question_and_refusal_has_a_sentence_of_its_own() {
    for words in Language::ALL.map(Words::new) {
        let faults = Fault::ALL.iter().map(|fault| words.observations_fault(fault.name(), "x"));
        let questions = Question::ALL.iter().map(|question| words.observations_question(question.name()));
        let refusals = Refusal::ALL.iter().map(|refusal| words.observations_refusal(refusal.name()));
        let said: BTreeSet<String> = faults.chain(questions).chain(refusals).collect();
        assert_eq!(said.len(), Fault::ALL.len() + Question::ALL.len() + Refusal::ALL.len(), "{said:#?}");
        assert!(said.iter().all(|sentence| sentence.ends_with(['.', '?'])));
    }
    let words = Words::new(Language::English);
    let sentence = words.observations_fault(Fault::NotANumber.name(), "twelve");
    assert_eq!(
        words.observations_at(3_usize, 2_usize, &sentence),
        "Row 3, column 2: “twelve” is not a number."
    );
}
